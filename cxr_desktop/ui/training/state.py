"""What the reader has chosen so far, shared by all pages of the wizard, and how it is said on a command line."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TRAIN, RESUME, CALIBRATE = "train", "resume", "calibrate"
LEFT_OUT = ""
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_./:-]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_TOML_WORDS = ("true", "false", "inf", "nan")


def as_toml(value: object) -> str:
    """A value as ``--set key=value`` reads it. Raises ``TypeError`` for what TOML does not know."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_toml_key(str(k))} = {as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(as_toml(item) for item in value) + "]"
    raise TypeError(f"not a value of a recipe: {value!r}")


def _toml_key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def as_change(key: str, value: object) -> str:
    """``key=value``; a single word needs no quotation marks."""
    if isinstance(value, str) and _BARE.fullmatch(value) and value not in _TOML_WORDS:
        return f"{key}={value}"
    return f"{key}={as_toml(value)}"


def as_command(arguments: Sequence[str]) -> str:
    """What a terminal of this system takes for the same."""
    words = ["cxr-desktop", *arguments]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


@dataclass
class WizardState:
    """Plain values; pages write what they ask for and read what came before.

    ``mapping``: label of the data → class, "" leaves the label out. ``recipe``: one entry of ``recipes --json``.
    ``changes``: recipe key → value, what the reader set differently. ``own_classes``: train the classes of the data
    instead of those that the recipe names.
    """

    mode: str = TRAIN
    data: str = ""
    inspection: dict[str, Any] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    positive: str = ""
    recipe: dict[str, Any] = field(default_factory=dict)
    own_classes: bool = False
    changes: dict[str, object] = field(default_factory=dict)
    run_folder: Path | None = None
    report: dict[str, Any] = field(default_factory=dict)
    model: str = ""
    probe: dict[str, Any] = field(default_factory=dict)

    # --- classes

    def data_classes(self) -> tuple[str, ...]:
        """The classes of the data as the reader named them, in the order of the labels."""
        return tuple(dict.fromkeys(name for name in self.mapping.values() if name != LEFT_OUT))

    def recipe_classes(self) -> tuple[str, ...]:
        """The classes that the recipe names; empty where it takes those of the data."""
        return tuple(self._recipe_data().get("classes") or ())

    def rename(self) -> dict[str, str]:
        """Label of the data → class of this training: first as the reader named it, then as the recipe does."""
        wanted = self.recipe_classes()
        if not wanted or self.own_classes:
            return dict(self.mapping)
        rules: Mapping[str, str] = self._recipe_data().get("rename") or {}

        def target(label: str, name: str) -> str:
            if name == LEFT_OUT or name in wanted:
                return name
            return rules.get(name, rules.get(label, rules.get("*", LEFT_OUT)))

        return {label: target(label, name) for label, name in self.mapping.items()}

    def classes(self) -> tuple[str, ...]:
        """The classes that this training tells apart."""
        wanted = self.recipe_classes()
        return wanted if wanted and not self.own_classes else self.data_classes()

    def missing_classes(self) -> tuple[str, ...]:
        """Classes that the recipe names and the data do not have."""
        there = set(self.rename().values())
        return tuple(name for name in self.classes() if name not in there) if self.mapping else ()

    # --- command line

    def all_changes(self) -> dict[str, object]:
        """What the data need, then what the reader set."""
        return {**self.data_changes(), **self.changes}

    def data_changes(self) -> dict[str, object]:
        """Keys of the recipe that follow from labels and class of interest."""
        found: dict[str, object] = {}
        if self.mapping:
            found["data.rename"] = self.rename()
        if self.own_classes and self.recipe_classes():
            found["data.classes"] = list(self.data_classes())
        if self.positive in self.classes() and self.positive != self._recipe_data().get("positive"):
            found["data.positive"] = self.positive
        elif self.own_classes and self._recipe_data().get("positive") not in self.classes():
            found["data.positive"] = ""
        return found

    def settings(self) -> list[str]:
        """All changes as ``key=value``."""
        return [as_change(key, value) for key, value in self.all_changes().items()]

    def set_arguments(self) -> list[str]:
        """``--set key=value`` for each change, as the commands take them."""
        return [part for setting in self.settings() for part in ("--set", setting)]

    def recipe_arguments(self) -> list[str]:
        """``RECIPE --data DATA --set …``, what train, probe and preview have in common."""
        return [str(self.recipe.get("name", "")), "--data", self.data, *self.set_arguments()]

    def command_line(self) -> str:
        """The same from a terminal."""
        return as_command(["train", *self.recipe_arguments()])

    def _recipe_data(self) -> Mapping[str, Any]:
        found = self.recipe.get("values", {}).get("data")
        return found if isinstance(found, Mapping) else {}
