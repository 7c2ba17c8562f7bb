"""Keys, menus, settings and words on the screen that the documents name are those of the program."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from cxr_desktop.settings import SECTIONS, Settings
from tests.packaging.documents import DOCUMENTS, MANUAL, ROOT
from tests.ui.conftest import make_window as make_window
from tests.ui.entries import entries, refused_entry

MODIFIED = re.compile(r"`((?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:[A-Z0-9]|F\d{1,2}|Del|Enter|Esc|Tab|[?/.,+=\[\]-]))`")
FIXED = {"Esc", "Tab", "Enter", "Alt+F", "Alt+V", "Alt+S", "Alt+M", "Alt+H"}
"""Not of an action: they move in lists and fields and open menus."""
IN_DIALOGS = {"Ctrl+P"}
"""Of the model card."""
SPEAK_OF_KEYS = [path for path in DOCUMENTS if path.parent.name != "training"]


@pytest.fixture
def window(make_window):
    shown = make_window([*entries([0.9]), refused_entry(1)])
    shown.worklist.view.select_row(0)
    return shown


def keys_of_the_program(window) -> set[str]:
    actions = [*window.named.all.values(), *window.viewer.viewer_actions.all.values()]
    actions += window.stage_room.actions.all.values()
    own = {QKeySequence(key).toString() for action in actions for key in action.property("own_keys") or ()}
    return own | FIXED | IN_DIALOGS


def test_every_key_that_a_document_names_is_a_key_of_the_program(window):
    known = keys_of_the_program(window)
    wrong, seen = [], 0
    for path in SPEAK_OF_KEYS:
        for key in MODIFIED.findall(path.read_text(encoding="utf-8")):
            seen += 1
            if QKeySequence(key.replace("Enter", "Return")).toString() not in known and key not in known:
                wrong.append(f"{path.name}: {key}")
    assert seen > 90
    assert wrong == []


def entries_of(menu: QMenu, before: tuple[str, ...] = ()):
    menu.aboutToShow.emit()
    for action in menu.actions():
        place = (*before, action.text().replace("&", ""))
        if action.menu() is not None:
            yield from entries_of(action.menu(), place)
        yield place, action


def menu_places(window) -> dict[tuple[str, ...], object]:
    found = {}
    for action in window.menus._bar.actions():
        found.update(entries_of(action.menu(), (action.text().replace("&", ""),)))
    return found


def bold_paths() -> list[tuple[Path, tuple[str, ...], str]]:
    """(document, the way through the menus, the key in brackets behind it)"""
    found = []
    for path in [*MANUAL, ROOT / ".github" / "CHANGELOG.md"]:
        text = path.read_text(encoding="utf-8")
        for way, key in re.findall(r"\*\*([^*]+▸[^*]+)\*\*(?:\s+\(`([^`]+)`\))?", text):
            found.append((path, tuple(part.strip() for part in " ".join(way.split()).split("▸")), key))
    return found


def test_every_way_through_the_menus_is_there_and_has_the_key_that_is_named(window):
    places, ways = menu_places(window), [way for way in bold_paths() if way[1][0] != "Settings"]
    assert len(ways) > 25
    for path, way, key in ways:
        assert way in places, f"{path.name}: {' ▸ '.join(way)}"
        if key:
            own = places[way].property("own_keys")
            assert QKeySequence(key.replace("Enter", "Return")).toString() in [
                QKeySequence(own_key).toString() for own_key in own
            ], f"{path.name}: {' ▸ '.join(way)} ({key})"


def test_every_setting_that_is_named_stands_on_the_page_that_is_named():
    shown = {
        ("Settings", spec.metadata.get("section", SECTIONS[-1]), spec.metadata["title"])
        for spec in fields(Settings)
        if not spec.metadata.get("hidden")
    }
    ways = [way for way in bold_paths() if way[1][0] == "Settings"]
    assert len(ways) > 10
    for path, way, _key in ways:
        assert way in shown, f"{path.name}: {' ▸ '.join(way)}"


def sources() -> str:
    """The program's own text, its strings whole where they go over lines, without the marks of menus."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "cxr_desktop").rglob("*.py")))
    return re.sub(r'"\s*\n\s*f?"', "", text).replace("&", "")


def test_every_other_word_in_bold_is_a_word_of_the_window():
    words = sources()
    for path in MANUAL:
        for bold in re.findall(r"\*\*([^*]+)\*\*", path.read_text(encoding="utf-8")):
            assert "▸" in bold or f'"{" ".join(bold.split())}"' in words, f"{path.name}: {bold}"


def test_every_message_that_troubleshooting_quotes_is_one_of_the_program():
    words = sources()
    text = next(path for path in MANUAL if path.name == "troubleshooting.md").read_text(encoding="utf-8")
    text = re.sub(r"\*\*[^*]+\*\*", "", text)
    quoted = [" ".join(quote.split()) for quote in re.findall(r'\*"?([^*"]{12,})"?\*', text)]
    assert len(quoted) > 15
    for quote in quoted:
        pieces = [piece.strip() for piece in quote.replace("{", "…").split("…")]
        assert all(piece.rstrip(".") in words for piece in pieces), quote


def test_the_figures_of_the_manual_are_those_of_the_cards():
    """The few numbers that the manual repeats are in the README too, where they stand beside their commands."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for figure in ("0.673", "0.981", "0.616", "98.8 %", "0.4 %", "8 times", "3 times"):
        assert figure in readme
    numbers = next(path for path in MANUAL if path.name == "numbers.md").read_text(encoding="utf-8")
    for rounded in ("0.67 in two collections", "0.98 in", "it was 0.62", "98.8 %", "0.4 %"):
        assert rounded in " ".join(numbers.split())


def test_citation_and_changelog_are_of_this_version():
    from cxr_desktop import __version__

    assert f"version: {__version__}" in (ROOT / ".github" / "CITATION.cff").read_text(encoding="utf-8")
    changes = (ROOT / ".github" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (.+)$", changes, re.MULTILINE).group(1) == __version__
