"""What the shell may offer after a word of the command line; reads names of folders and loads no model.

Commands of training describe their options to argparse, so they are asked there; a path is left to the shell.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.core import TyperCommand

from cxr_desktop import paths

DEVICES = ["auto", "cpu", "cuda", "mps"]
_OF_A_MODEL = ("model", "models", "networks", "into")
_OF_A_RECIPE = ("recipe",)


@dataclass(frozen=True, slots=True)
class Offer:
    """One word as typer's shells ask for it."""

    value: str
    help: str = ""
    type: str = "plain"


def installed_models() -> list[str]:
    """Names of model folders; none where the installation is incomplete."""
    try:
        folders = paths.checkpoint_dirs()
    except FileNotFoundError:
        return []
    return sorted({card.parent.name for folder in folders for card in folder.glob("*/card.json")})


def bundled_recipes() -> list[str]:
    """Names of the recipes that come with the program."""
    from importlib.util import find_spec

    spec = find_spec("training")
    places = spec.submodule_search_locations if spec is not None else None
    return sorted({path.stem for place in places or () for path in (Path(place) / "recipes").glob("*.toml")})


class TrainingCommand(TyperCommand):
    """A command whose options are those of a parser, which is made when somebody asks for them."""

    make: Callable[[], argparse.ArgumentParser]

    def parser(self) -> argparse.ArgumentParser:
        """Its options."""
        return type(self).make()

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Offers of the parser in place of the command's own, of which it has none."""
        return offers(self.parser(), list(ctx.args), incomplete)


def command_with(make: Callable[[], argparse.ArgumentParser]) -> type[TrainingCommand]:
    """The kind of command whose parser ``make`` makes."""
    return type("TrainingCommand", (TrainingCommand,), {"make": staticmethod(make)})


def offers(parser: argparse.ArgumentParser, typed: Sequence[str], incomplete: str) -> list[Offer]:
    """What may come after ``typed``, beginning with ``incomplete``; nothing where it is a path or a number."""
    takes = _waiting(parser, typed)
    if takes is None and incomplete.startswith("-"):
        return [
            Offer(name, action.help or "")
            for action in parser._actions
            for name in action.option_strings
            if name.startswith("--") and name.startswith(incomplete) and (name not in typed or _repeats(action))
        ]
    action = takes or next((a for a in parser._actions if not a.option_strings), None)
    return [Offer(value) for value in _values(action) if value.startswith(incomplete)]


def _waiting(parser: argparse.ArgumentParser, typed: Sequence[str]) -> argparse.Action | None:
    """The option whose value comes next."""
    if not typed:
        return None
    for action in parser._actions:
        if typed[-1] in action.option_strings and action.nargs != 0:
            return action
    return None


def _repeats(action: argparse.Action) -> bool:
    return isinstance(action, argparse._AppendAction)


def _values(action: argparse.Action | None) -> list[str]:
    if action is None:
        return []
    if action.choices is not None:
        return [str(choice) for choice in action.choices]
    if action.dest in _OF_A_MODEL:
        return installed_models()
    if action.dest in _OF_A_RECIPE:
        return bundled_recipes()
    return DEVICES if action.dest == "device" else []
