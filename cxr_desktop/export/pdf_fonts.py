"""Fonts for PDF pages: the bundled typeface first, then what else holds a character; only used glyphs are embedded.

reportlab embeds TrueType outlines alone, so cubic outlines (Inter, Noto CJK) are converted in memory.
"""

from __future__ import annotations

import itertools
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont

from cxr_desktop import paths

log = logging.getLogger(__name__)

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_NOT_FOR_TEXT = ("bold", "italic", "oblique", "mono", "condensed", "light", "black", "thin", "symbol", "emoji", "serif")
_KEPT_TABLES = {
    "head", "hhea", "hmtx", "maxp", "cmap", "name", "post", "OS/2", "glyf", "loca", "CFF ", "CFF2",
}  # fmt: skip

_NUMBERS = itertools.count()


@dataclass(frozen=True, slots=True)
class Face:
    """A font known to reportlab by ``name``, and the characters it was made for."""

    name: str
    characters: frozenset[str]


class FontBook:
    """The fonts of one document, made for the characters that it will hold.

    ``missing`` are those that no font on this computer has: they are drawn as a question mark in a box, and the
    document should say so.
    """

    def __init__(self, text: Iterable[str], folders: Iterable[Path] | None = None) -> None:
        needed = frozenset(c for piece in text for c in piece if c.isprintable()) | frozenset(" ?0123456789.…—")
        bundled = paths.resources_dir() / "fonts"
        self.regular = [*_first(self._bundled(bundled, "Inter-Regular.otf", needed))]
        self.semibold = [*_first(self._bundled(bundled, "Inter-SemiBold.otf", needed))]
        rest = needed - frozenset().union(*(face.characters for face in self.regular))
        for file in _other_fonts(bundled, _system_folders() if folders is None else folders):
            if not rest:
                break
            face = self._face(file, rest)
            if face is not None:
                self.regular.append(face)
                rest -= face.characters
        self.missing = frozenset(c for c in rest if not c.isspace())

    def runs(self, text: str, semibold: bool = False) -> list[tuple[str, str]]:
        """(font name, text) pieces of a line in visual order. Scripts other than the bundled one have one weight."""
        faces = [*(self.semibold if semibold else ()), *self.regular]
        pieces: list[tuple[str, str]] = []
        for c in text:
            face = next((face for face in faces if c in face.characters), None)
            name, shown = (face.name, c) if face is not None else (faces[0].name, "?" if c.isprintable() else " ")
            if pieces and pieces[-1][0] == name:
                pieces[-1] = name, pieces[-1][1] + shown
            else:
                pieces.append((name, shown))
        return pieces

    def width(self, text: str, size: float, semibold: bool = False) -> float:
        """In points."""
        return sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in self.runs(text, semibold))

    def _bundled(self, folder: Path, name: str, needed: frozenset[str]) -> Iterator[Face]:
        for file in folder.rglob(name):
            face = self._face(file, needed)
            if face is not None:
                yield face
        yield Face("Helvetica", frozenset(c for c in needed if ord(c) < 256))

    def _face(self, file: Path, wanted: frozenset[str]) -> Face | None:
        """Make an embedded font of the characters that ``file`` has, ``None`` where it has none or is damaged."""
        try:
            for font in _opened(file):
                present = frozenset(c for c in wanted if ord(c) in (font.getBestCmap() or {}))
                if present and not present.isdisjoint(c for c in wanted if not c.isspace()):
                    return Face(self._embed(font, present), present)
        except Exception as error:  # noqa: BLE001 - a damaged font of the system may not end a report
            log.warning("a font cannot be used: %s", type(error).__name__)
        return None

    def _embed(self, font: TTFont, characters: frozenset[str]) -> str:
        options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, glyph_names=False)
        options.drop_tables = list(set(font.keys()) - _KEPT_TABLES)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(c) for c in characters])
        cutter.subset(font)
        if "CFF " in font or "CFF2" in font:
            _to_quadratic(font)
        # reportlab keeps what it learns of a font by its names, for the whole process: another subset of the same font
        # under the same PostScript name would be drawn with the glyphs of the first.
        number = next(_NUMBERS)
        name = f"cxr-{number}"
        postscript = font["name"].getDebugName(6) or "Font"
        font["name"].names = []
        for kind in (1, 4, 6):
            font["name"].setName(f"{postscript}-{number}", kind, 3, 1, 0x409)
        data = BytesIO()
        font.save(data)
        data.seek(0)
        pdfmetrics.registerFont(EmbeddedFont(name, data))
        return name


def _first(faces: Iterator[Face]) -> list[Face]:
    return [next(faces)]


def _opened(file: Path) -> Iterator[TTFont]:
    # Opened here: a font that turns out damaged would stay open else.
    with open(file, "rb") as stream:
        if file.suffix.lower() in (".ttc", ".otc"):
            yield from TTCollection(stream, lazy=True).fonts
        else:
            yield TTFont(stream, lazy=True)


def _to_quadratic(font: TTFont) -> None:
    """Cubic outlines → quadratic ones, within a thousandth of an em."""
    glyphs: Any = font.getGlyphSet()
    drawn = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), drawn
    for table in ("CFF ", "CFF2", "VORG"):
        if table in font:
            del font[table]
    font["glyf"].compile(font)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for name in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                 "maxSizeOfInstructions"):  # fmt: skip
        setattr(maxp, name, 0)
    maxp.maxZones = 1
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font["post"].glyphOrder = font.getGlyphOrder()
    font.sfntVersion = "\x00\x01\x00\x00"


def _other_fonts(bundled: Path, folders: Iterable[Path]) -> Iterator[Path]:
    """The rest of what is bundled, then the system's upright sans serif fonts, small files first."""
    yield from sorted(f for f in bundled.rglob("*") if f.suffix.lower() in _SUFFIXES and "Inter" not in f.name)
    found: list[tuple[int, Path]] = []
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                file = Path(root, name)
                if file.suffix.lower() in _SUFFIXES and not any(word in name.lower() for word in _NOT_FOR_TEXT):
                    found.append((file.stat().st_size, file))
    yield from (file for _, file in sorted(found))


def _system_folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
