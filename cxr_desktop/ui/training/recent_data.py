"""Folders and files that were trained on before, kept beside the settings; opens none of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from cxr_desktop import paths

_KEY, _KEPT = "recent_data", 5


def recent_data() -> tuple[str, ...]:
    """The last ones that are still there, the latest first."""
    stored = _store().value(_KEY)
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return tuple(str(name) for name in names if Path(str(name)).exists())


def remember_data(path: str) -> None:
    """Put this one first."""
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    rest = [name for name in recent_data() if name != path]
    _store().setValue(_KEY, [path, *rest][:_KEPT])


def _store() -> QSettings:
    return QSettings(str(paths.settings_file().with_name("training.ini")), QSettings.Format.IniFormat)
