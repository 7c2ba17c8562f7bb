"""Pages of rows as a store gives them, of studies that are at hand."""

from __future__ import annotations

import numpy as np

from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.row_page import RowPage
from cxr_desktop.worklist.study_facts import NUMBERS, facts_of


def page_of(entries: list[WorklistEntry], blind: bool = False) -> RowPage:
    facts = [facts_of(for_blind_reader(each) if blind else each) for each in entries]
    numbers = np.frombuffer(b"".join(each.numbers for each in facts), dtype=NUMBERS)
    return RowPage([each.key for each in entries], numbers, list(zip(*(f.words for f in facts), strict=True)), blind)


class Archive:
    """Where the studies of pages are read; counts how many were."""

    def __init__(self, entries: list[WorklistEntry]) -> None:
        self.studies = {each.key: each for each in entries}
        self.read = 0

    def load(self, keys):
        self.read += len(keys)
        return {key: self.studies[key] for key in keys if key in self.studies}
