"""Every word of the window is translated, with its places for values, and what ships was compiled from it."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cxr_desktop import paths

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location("cxr_translations", ROOT / "packaging" / "translations.py")
assert _SPEC is not None
assert _SPEC.loader is not None
translations = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = translations
_SPEC.loader.exec_module(translations)

WRITTEN = ("fa", "he", "zh_TW")
NOT_YET: dict[str, frozenset[str]] = {language: frozenset() for language in WRITTEN}
"""Contexts that are not translated yet, by language. None: a new string fails here until it is translated."""
_PLACES = re.compile(r"\{\d*[^}]*\}|%n|%\d")


@pytest.mark.parametrize("language", [*WRITTEN, "en"])
def test_nothing_that_the_window_says_is_left_untranslated(language):
    left = [m for m in translations.todo(language) if m.context not in NOT_YET.get(language, ())]
    assert not left, f"run packaging/translations.py update, then translate: {left[:10]}"


@pytest.mark.parametrize("language", WRITTEN)
def test_contexts_that_wait_for_a_translation_are_named_only_while_they_wait(language):
    waiting = {message.context for message in translations.todo(language)}
    assert waiting >= NOT_YET[language]


@pytest.mark.parametrize("language", [*WRITTEN, "en"])
def test_no_translation_is_kept_of_a_string_that_is_gone(language):
    gone = set(translations.read(language)) - set(translations.wanted_in(language))
    assert not gone, "run packaging/translations.py update"


@pytest.mark.parametrize("language", WRITTEN)
def test_translations_have_the_same_places_for_values(language):
    for message, forms in translations.read(language).items():
        for form in forms:
            wanted, found = set(_PLACES.findall(message.source)), set(_PLACES.findall(form))
            # The form for one says "one folder" in some languages.
            assert found == wanted or (message.counted and not found), (message, form)


@pytest.mark.parametrize("language", WRITTEN)
def test_figures_are_latin_in_every_language(language):
    for message, forms in translations.read(language).items():
        for form in forms:
            strange = [c for c in form if unicodedata.category(c) == "Nd" and not c.isascii()]
            assert not strange, (message, form)


@pytest.mark.parametrize("language", [*WRITTEN, "en"])
def test_what_ships_was_compiled_from_the_files_as_they_are(language, tmp_path):
    translations.compile_file(language, tmp_path / "new.qm")
    shipped = paths.resources_dir() / "translations" / f"{language}.qm"
    assert shipped.read_bytes() == (tmp_path / "new.qm").read_bytes(), "run packaging/translations.py compile"


def test_no_string_is_looked_up_when_a_module_is_imported():
    """It would keep the language of the start for ever."""
    early = []
    for path in sorted((ROOT / "cxr_desktop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        early += [f"{path.name}:{call.lineno}" for call in _calls_at_import(tree)]
    assert not early


def _calls_at_import(node: ast.AST):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func).split(".")[-1] in ("tr", "_tr", "translate"):
            yield child
        yield from _calls_at_import(child)


@pytest.mark.parametrize(
    ("language", "folder"), [("fa", "vazirmatn"), ("he", "noto-sans-hebrew"), ("zh_TW", "noto-sans-tc")]
)
def test_the_bundled_fonts_have_every_letter_of_the_translations(language, folder):
    fonts = paths.resources_dir() / "fonts"
    for regular in (True, False):
        files = [*fonts.glob("inter/*.otf"), *fonts.glob(f"{folder}/*.[ot]tf")]
        files = [file for file in files if ("Regular" in file.stem) is regular]
        there = set().union(*map(_letters_of, files))
        letters = {c for forms in translations.read(language).values() for form in forms for c in form}
        missing = {c for c in letters if ord(c) not in there and not c.isspace()}
        assert not missing, (folder, regular, missing)


def _letters_of(file: Path) -> set[int]:
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("folder", ["inter", "vazirmatn", "noto-sans-hebrew", "noto-sans-tc"])
def test_every_font_ships_with_its_free_licence(folder):
    text = (paths.resources_dir() / "fonts" / folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text.replace("\n", " ")


def test_the_fonts_stay_small():
    size = sum(file.stat().st_size for file in (paths.resources_dir() / "fonts").rglob("*") if file.is_file())
    assert size < 7_000_000


def test_the_reader_of_sources_finds_every_kind_of_call(tmp_path):
    source = tmp_path / "part.py"
    source.write_text(
        "from PySide6.QtCore import QCoreApplication\n"
        'def _tr(text):\n    return QCoreApplication.translate("words", text)\n'
        "class Part:\n"
        "    def f(self, on):\n"
        '        self.tr("one"); _tr("two"); self.tr("a" if on else "b"); self.tr("%n", "", 3)\n'
        '        QCoreApplication.translate("other", "three"); _tr(on)\n',
        encoding="utf-8",
    )
    found = {(m.context, m.source, m.counted) for m in translations._from_source(source)}
    assert found == {
        ("Part", "one", False), ("words", "two", False), ("Part", "a", False), ("Part", "b", False),
        ("Part", "%n", True), ("other", "three", False),
    }  # fmt: skip


def test_a_call_without_a_known_context_is_an_error(tmp_path):
    source = tmp_path / "part.py"
    source.write_text('box.tr("lost")\n', encoding="utf-8")
    with pytest.raises(ValueError, match="context"):
        list(translations._from_source(source))


@pytest.mark.parametrize("language", WRITTEN)
def test_keys_are_called_as_they_are_printed_on_keyboards(language):
    names = {m.source: forms for m, forms in translations.read(language).items() if m.context == "QShortcut"}
    assert {"Ctrl", "Right", "Del"} <= set(names)
    assert all(forms == [source] for source, forms in names.items())
