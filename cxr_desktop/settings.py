"""Every setting of the program in one frozen dataclass; the settings dialog is generated from the field metadata."""

from __future__ import annotations

import contextlib
import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

WINDOW, READING, SCORING, PRIVACY, FILES = SECTIONS = ("Window", "Reading", "Scoring", "Privacy", "Files")
"""The pages of the settings dialog, in its order."""


def _setting(default: Any, title: str, help_text: str = "", **limits: Any) -> Any:
    """A field with what the dialog needs: ``title``, ``help``, ``section`` (a word of ``SECTIONS``; without one the
    last) and ``minimum``/``maximum``/``choices``/``unit``. ``hidden`` fields are shown elsewhere or nowhere.
    """
    return field(default=default, metadata={"title": title, "help": help_text, **limits})


@dataclass(frozen=True, slots=True)
class Settings:
    """Immutable; ``replace`` makes a changed copy. Out-of-range values from a file fall back to the default."""

    language: str = _setting(
        "system",
        "Language",
        "Figures stay Latin in every language",
        section=WINDOW,
        choices=("system", "en", "fa", "he", "zh_TW"),
    )
    theme: str = _setting("dark", "Theme", section=WINDOW, choices=("dark", "light"))
    text_percent: int = _setting(
        100,
        "Text size",
        "Rows and fields grow with it; images do not",
        section=WINDOW,
        choices=(100, 115, 130, 150),
        unit="%",
    )
    compact_rows: bool = _setting(False, "Compact worklist rows", "One line for each study", section=WINDOW)
    model: str = _setting("", "Model", "The checkpoint that scores", section=SCORING)
    second_opinion: bool = _setting(
        True,
        "Second opinion",
        "The default model's partner scores every image too; their disagreement is shown",
        section=SCORING,
    )
    device: str = _setting(
        "auto",
        "Compute device",
        "Automatic takes a graphics card where there is one",
        section=SCORING,
        choices=("auto", "cpu", "cuda", "mps"),
    )
    overlay_opacity: float = _setting(
        0.45,
        "Heat map opacity",
        "How strongly the heat map covers the image",
        section=READING,
        minimum=0.0,
        maximum=1.0,
    )
    overlay_below_operating_point: bool = _setting(
        False,
        "Draw heat maps below the operating point",
        "Weak evidence is hidden unless asked for",
        section=READING,
    )
    lung_outline: bool = _setting(
        False, "Outline the lungs", "A line round both lungs and between their zones", section=READING
    )
    overlay_colours: str = _setting(
        "inferno",
        "Heat map colours",
        "All rise evenly in lightness and suit every kind of colour vision",
        section=READING,
        choices=("inferno", "magma", "viridis", "cividis"),
    )
    overlay_outline_only: bool = _setting(
        False, "Heat map as an outline only", "The line without colours", section=READING
    )
    overlay_boxes: bool = _setting(
        False, "Boxes round heat map regions", "With the zone and its share of the lung", section=READING
    )
    prevalence: float = _setting(
        0.05,
        "Prevalence for predictive values",
        "Share of studies with the finding where you work",
        section=READING,
        minimum=0.001,
        maximum=0.99,
    )
    max_megapixels: int = _setting(
        200,
        "Largest image",
        "Larger images are not read",
        section=FILES,
        minimum=1,
        maximum=2000,
        unit="megapixels",
    )
    max_file_megabytes: int = _setting(
        1024, "Largest file", "Larger files are not read", section=FILES, minimum=1, maximum=8192, unit="MB"
    )
    seconds_per_file: int = _setting(
        60,
        "Longest time for one file",
        "A file that takes longer is set aside",
        section=FILES,
        minimum=5,
        maximum=600,
        unit="s",
    )
    engine_gigabytes: int = _setting(
        6,
        "Most memory for scoring",
        "Beyond the models; a file that needs more is set aside",
        section=FILES,
        minimum=1,
        maximum=64,
        unit="GB",
    )
    show_patient_identity: bool = _setting(
        True, "Show patient identity", "Names, IDs, dates of birth and the names of folders", section=PRIVACY
    )
    order: str = _setting(
        "risk",
        "Order of the worklist",
        "Among studies of equal urgency",
        section=READING,
        choices=("risk", "arrival"),
    )
    rise_after_minutes: int = _setting(
        60,
        "A study rises after waiting",
        "Ordered by risk; 0 for never",
        section=READING,
        minimum=0,
        maximum=10_000,
        unit="min",
    )
    blind_first: bool = _setting(
        False,
        "Blind-first reading",
        "Scores and heat maps stay hidden until your impression is recorded",
        section=READING,
    )
    reader_name: str = _setting(
        "", "Name of the reader", "Kept with every impression; empty means the login name", section=READING
    )
    watch_folder: bool = _setting(
        True, "Watch the open folder", "New files appear and are scored by themselves", section=FILES
    )
    tray_messages: bool = _setting(
        False, "Messages of the system", "For a new study above the operating points; without names", section=WINDOW
    )
    image_on_second_screen: bool = _setting(
        False,
        "Image on second screen",
        "Where there is one, the image stands there in a window of its own",
        section=WINDOW,
    )
    group_by: str = _setting(
        "not_scored", "Groups of the worklist", choices=("not_scored", "triage", "reading", "urgency"), hidden=True
    )
    saved_filters: tuple[str, ...] = _setting((), "Saved filters", hidden=True)
    notice_acknowledged: bool = _setting(False, "First-start notice acknowledged", hidden=True)
    last_version: str = _setting("", "Version that was started last", hidden=True)
    closed_sections: tuple[str, ...] = _setting(("provenance",), "Closed sections of the findings", hidden=True)
    recent_folders: tuple[str, ...] = _setting((), "Recent folders", hidden=True)
    max_recent_folders: int = _setting(
        8, "Recent folders kept", "None are kept at 0", section=PRIVACY, minimum=0, maximum=30
    )
    keys: tuple[str, ...] = _setting((), "Keys that the reader changed", hidden=True)

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
        if "choices" in spec.metadata:
            return value in spec.metadata["choices"]
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
    """Write atomically: temporary file, fsync, rename. Raises ``OSError``, and leaves nothing behind then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    try:
        with open(temporary, "w", encoding="utf-8") as stream:
            json.dump(asdict(settings), stream, indent=1, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
