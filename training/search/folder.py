"""The folder of a search: what is searched, and the trials that ended; it starts nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from training.search.trial import Record, Trial, stored


def minimised(metric: str) -> bool:
    """Losses are minimised, everything else is maximised."""
    return metric.endswith("loss")


class SearchError(CxrError):
    """A search cannot begin or go on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a search is: it must be the same when a search goes on. Plain JSON types."""

    method: str
    metric: str
    data: str
    space: Mapping[str, Any]
    recipe: Mapping[str, Any]

    @property
    def maximise(self) -> bool:
        """Losses are minimised, everything else is maximised."""
        return not minimised(self.metric)


class SearchFolder:
    """``search.json`` holds the plan, ``trials/<index>/`` one trial each."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        """Begin a search, or go on with it. Raises ``SearchError`` where the folder holds another one."""
        self.folder, self.plan = folder, plan
        file = folder / "search.json"
        wanted = json.loads(json.dumps(asdict(plan)))
        if file.is_file():
            begun = json.loads(file.read_text(encoding="utf-8"))
            different = [name for name in wanted if begun.get(name) != wanted[name]]
            if different:
                raise SearchError(f"{folder} holds a search with another {different[0]}; choose a new folder")
            return
        if folder.is_dir() and any(place.name != ".lock" for place in folder.iterdir()):
            raise SearchError(f"{folder} is not empty and holds no search; choose a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / "search.json.part"
        part.write_text(json.dumps(wanted, indent=1), encoding="utf-8")
        os.replace(part, file)

    def trial(self, index: int, values: Mapping[str, Any], kind: str) -> Trial:
        """A trial and its place."""
        return Trial(index, values, self.folder / "trials" / str(index), kind)

    def record(self, index: int) -> Record | None:
        """The trial with this index, if it ended."""
        return stored(self.folder / "trials" / str(index))

    def records(self) -> list[Record]:
        """Every trial that ended, by index."""
        folders = (self.folder / "trials").glob("*")
        indices = sorted(int(folder.name) for folder in folders if folder.name.isdigit())
        return [record for record in map(self.record, indices) if record is not None]
