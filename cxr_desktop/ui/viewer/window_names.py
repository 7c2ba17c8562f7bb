"""Names of windows as a reader sees them: the file's own as they are, ours in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cxr_desktop.imaging.pixels import Voi
from cxr_desktop.ui import wording


def _ours() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "Full range": tr("viewer", "Full range"),
        "Automatic": tr("viewer", "Automatic"),
        "As stored": tr("viewer", "As stored"),
        "High contrast": tr("viewer", "High contrast"),
        "Lungs": tr("viewer", "Lungs"),
        "Mediastinum and bones": tr("viewer", "Mediastinum and bones"),
    }


def shown_name(window: Voi) -> str:
    """ "" where a drag has made a window of its own. A file's explanation is shown as it was written."""
    name = wording.plain(window.explanation).strip()
    return _ours().get(name, name)


def menu_name(window: Voi) -> str:
    """For a menu: the name, and that it is a curve rather than a window."""
    name = shown_name(window)
    if window.function == "lut":
        return QCoreApplication.translate("viewer", "{0} (look-up table)").format(name)
    return name
