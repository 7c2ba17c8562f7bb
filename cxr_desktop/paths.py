"""Where configuration, database, models and logs live, and where the shipped resources are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP = "cxr-desktop"
HOME_VARIABLE = "CXR_DESKTOP_HOME"


def _base(kind: str) -> Path:
    """One folder per kind; ``CXR_DESKTOP_HOME`` puts all of them in one place (tests, portable use)."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / kind
    return Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))


def settings_file() -> Path:
    """JSON of ``cxr_desktop.settings``."""
    return _base("config") / "settings.json"


def window_state_file() -> Path:
    """Geometry and column widths of the window."""
    return _base("config") / "window.ini"


def database_file() -> Path:
    """Worklist and results."""
    return _base("data") / "worklist.sqlite3"


def user_models_dir() -> Path:
    """Checkpoints that the user trained or imported."""
    return _base("data") / "models"


def user_runs_dir() -> Path:
    """Training runs that were started in the window."""
    return _base("data") / "runs"


def log_dir() -> Path:
    """Rotating logs."""
    return _base("log")


def cache_dir() -> Path:
    """Compiled models; may be deleted at any time."""
    return _base("cache")


def resources_dir() -> Path:
    """The shipped ``resources``: beside the frozen program, inside the wheel, or beside the source tree.

    Raises ``FileNotFoundError`` if the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    candidates = [package / "resources", package.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if (candidate / "checkpoints").is_dir():
            return candidate
    raise FileNotFoundError("the program's resources folder is missing; please install it again")


def manual_dir() -> Path:
    """The manual's pages: with the other resources in wheel and frozen program, else in the source tree.

    Raises ``FileNotFoundError`` if the installation is incomplete.
    """
    source = Path(__file__).resolve().parents[1] / "packaging" / "docs" / "manual"
    for candidate in (resources_dir() / "manual", source):
        if (candidate / "README.md").is_file():
            return candidate
    raise FileNotFoundError("the program's manual is missing; please install it again")


def changelog_file() -> Path:
    """What has changed from version to version; it may be missing."""
    installed = resources_dir() / "CHANGELOG.md"
    return installed if installed.is_file() else Path(__file__).resolve().parents[1] / ".github" / "CHANGELOG.md"


def checkpoint_dirs() -> tuple[Path, ...]:
    """Where models are looked for, bundled ones first."""
    return resources_dir() / "checkpoints", user_models_dir()
