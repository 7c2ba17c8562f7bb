"""Studies as text for the clipboard: a table with tabs, as spreadsheets take it; shows only what the list shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import wording
from cxr_desktop.ui.worklist_columns import look_of

_FORMULA = ("=", "+", "-", "@")


def table_text(entries: Sequence[WorklistEntry], columns: Sequence[Column], model: WorklistModel) -> str:
    """A line of headings and one for each study. Words come from the model, which hides what is to be hidden."""
    rows = [[look_of(column).title for column in columns]]
    display = Qt.ItemDataRole.DisplayRole
    rows += [[_cell(model.words(entry, column, display)) for column in columns] for entry in entries]
    return "\n".join("\t".join(row) for row in rows) + "\n"


def _cell(text: str) -> str:
    """One cell without tabs and line breaks; a spreadsheet must not take a patient's name for a formula."""
    plain = " ".join(text.split()) if text != wording.BLANK else ""
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
