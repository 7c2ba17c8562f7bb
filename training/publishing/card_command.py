"""`card`: a model's card as Markdown or as a page; it computes nothing."""

from __future__ import annotations

import argparse

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.export.card.page import card_sheet
from cxr_desktop.export.card.sheet import markdown, write_sheet
from training.events import Events
from training.report.subjects import find_model


def run_card(options: argparse.Namespace, events: Events) -> int:
    """Print it, or write it where asked; 0, or ``CxrError``."""
    folder = find_model(options.model)
    if folder is None:
        raise CxrError(f"there is no model called {options.model}")
    parts = card_sheet(read_card(folder))
    targets = [target for target in (options.html, options.markdown) if target is not None]
    for target in targets:
        write_sheet(target, parts)
    if not targets:
        print(markdown(parts), end="")  # noqa: T201 - what this command is for
    return 0
