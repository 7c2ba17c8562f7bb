"""Every setting of the program in one frozen dataclass; the settings dialog is generated from the field metadata."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def _setting(default: Any, title: str, help_text: str = "", **limits: Any) -> Any:
    """A field with what the dialog needs: ``title``, ``help`` and ``minimum``/``maximum``/``choices``/``unit``."""
    return field(default=default, metadata={"title": title, "help": help_text, **limits})


@dataclass(frozen=True, slots=True)
class Settings:
    """Immutable; ``replace`` makes a changed copy. Out-of-range values from a file fall back to the default."""

    theme: str = _setting("dark", "Theme", choices=("dark", "light"))
    compact_rows: bool = _setting(False, "Compact worklist rows")
    model: str = _setting("", "Model", "The checkpoint that scores; empty means the bundled default")
    second_opinion: bool = _setting(
        True, "Second opinion", "The default model's partner scores every image too; their disagreement is shown"
    )
    device: str = _setting("auto", "Compute device", choices=("auto", "cpu", "cuda", "mps"))
    overlay_opacity: float = _setting(0.45, "Heat map opacity", minimum=0.0, maximum=1.0)
    overlay_below_operating_point: bool = _setting(
        False, "Draw heat maps below the operating point", "Weak evidence is hidden unless asked for"
    )
    overlay_colours: str = _setting(
        "inferno",
        "Heat map colours",
        "All rise evenly in lightness and suit every kind of colour vision",
        choices=("inferno", "magma", "viridis", "cividis"),
    )
    overlay_outline_only: bool = _setting(False, "Heat map as an outline only", "The line without colours")
    overlay_boxes: bool = _setting(False, "Boxes round heat map regions", "With the zone and its share of the lung")
    lung_outline: bool = _setting(False, "Outline the lungs", "A line round both lungs and between their zones")
    prevalence: float = _setting(
        0.05,
        "Prevalence for predictive values",
        "Share of studies with the finding where you work",
        minimum=0.001,
        maximum=0.99,
    )
    max_megapixels: int = _setting(
        200, "Largest image", "Larger images are not read", minimum=1, maximum=2000, unit="megapixels"
    )
    max_file_megabytes: int = _setting(1024, "Largest file", minimum=1, maximum=8192, unit="MB")
    seconds_per_file: int = _setting(
        60, "Longest time for one file", "A file that takes longer is set aside", minimum=5, maximum=600, unit="s"
    )
    show_patient_identity: bool = _setting(True, "Show patient identity")
    notice_acknowledged: bool = _setting(False, "First-start notice acknowledged", hidden=True)
    closed_sections: tuple[str, ...] = _setting(("provenance",), "Closed sections of the findings", hidden=True)
    recent_folders: tuple[str, ...] = _setting((), "Recent folders", hidden=True)
    max_recent_folders: int = _setting(8, "Recent folders kept", minimum=0, maximum=30)

    def with_recent(self, folder: str) -> Settings:
        """A copy with ``folder`` at the head of the recent folders."""
        rest = tuple(f for f in self.recent_folders if f != folder)
        return replace(self, recent_folders=((folder, *rest))[: self.max_recent_folders])


def _valid(spec: Any, value: Any) -> bool:
    default = spec.default
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, tuple):
        return isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value)
    if isinstance(default, (int, float)):
        if not isinstance(value, (int, float)) or (isinstance(default, int) and not isinstance(value, int)):
            return False
        return bool(spec.metadata.get("minimum", value) <= value <= spec.metadata.get("maximum", value))
    return isinstance(value, str) and ("choices" not in spec.metadata or value in spec.metadata["choices"])


def load(path: Path) -> Settings:
    """Read settings; a missing or damaged file gives the defaults, and the damaged one is kept beside as ``.bad``."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(stored, dict):
            raise TypeError("settings must be an object")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as error:
        log.warning("settings could not be read, defaults are used: %s", type(error).__name__)
        try:
            os.replace(path, path.with_suffix(".bad"))
        except OSError:
            log.warning("the damaged settings file could not be set aside")
        return Settings()
    known: dict[str, Any] = {}
    for spec in fields(Settings):
        if spec.name in stored and _valid(spec, stored[spec.name]):
            value = stored[spec.name]
            known[spec.name] = tuple(value) if isinstance(spec.default, tuple) else value
    return Settings(**known)


def save(settings: Settings, path: Path) -> None:
    """Write atomically: temporary file, fsync, rename. Raises ``OSError`` if the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    with open(temporary, "w", encoding="utf-8") as stream:
        json.dump(asdict(settings), stream, indent=1, ensure_ascii=False)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(temporary, path)
