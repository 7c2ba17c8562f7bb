"""One PDF document as a sheet that is written on from top to bottom: words, rules, bars, pictures; knows no study.

Coordinates are points from the top left corner. Text of any script goes through ``visual_order`` and ``pdf_fonts``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from cxr_desktop.export.paper import Paper
from cxr_desktop.export.pdf_fonts import FontBook
from cxr_desktop.export.visual_order import is_right_to_left, visual

TEXT, SECOND, FAINT, LINE, TRACK = "#14181D", "#4A5561", "#5C6772", "#CDD4DB", "#DCE2E8"
MARGIN = 42.0
_FOOT = 40.0
_LEADING = 1.36
_JPEG_QUALITY = 88


class Sheet:
    """``y`` is where the next thing goes; ``head`` is called on every new page, ``foot`` is the line at its end."""

    def __init__(self, paper: Paper, fonts: FontBook, title: str, foot: str) -> None:
        self.fonts = fonts
        self.width, self.height = paper.size_pt
        self.left, self.right = MARGIN, self.width - MARGIN
        self.y = MARGIN
        self._foot = foot
        self._data = BytesIO()
        self._canvas = Canvas(
            self._data, pagesize=(self.width, self.height), pageCompression=1, initialFontName=fonts.regular[0].name
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setCreator("cxr-desktop")
        self._page = 0
        self._begin()

    @property
    def bottom(self) -> float:
        """Where the page ends for what is written on it."""
        return self.height - _FOOT - 14

    def room(self, height: float, again: Callable[[], None] | None = None) -> None:
        """Begin a new page where ``height`` does not fit any more; ``again`` repeats the head of a table."""
        if self.y + height > self.bottom:
            self.turn()
            if again is not None:
                again()

    def turn(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self._begin()

    def bookmark(self, words: str) -> None:
        """An entry of the reader's list of contents that leads to this page."""
        place = f"page-{self._page}"
        self._canvas.bookmarkPage(place)
        self._canvas.addOutlineEntry(words, place)

    def finish(self) -> bytes:
        """The document."""
        self._canvas.showPage()
        self._canvas.save()
        return self._data.getvalue()

    def _begin(self) -> None:
        self._page += 1
        self.y = MARGIN
        base = self.height - _FOOT
        self.rule(self.left, base - 10, self.right)
        self.line(self.left, base + 3, self._foot, 7.5, FAINT, width=self.right - self.left - 40)
        self.line(self.right, base + 3, str(self._page), 7.5, FAINT, align="right")

    # --- words ---------------------------------------------------------------------------------------------------

    def line(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        colour: str = TEXT,
        semibold: bool = False,
        align: str = "left",
        width: float | None = None,
        right_to_left: bool | None = None,
    ) -> float:
        """One line with its baseline at ``y``, cut short with an ellipsis at ``width``; returns how wide it is."""
        shown = text if width is None else self._fitted(text, size, semibold, width)
        pieces = self.fonts.runs(visual(shown, right_to_left), semibold)
        lengths = [self._canvas.stringWidth(piece, name, size) for name, piece in pieces]
        at = x - sum(lengths) if align == "right" else x
        self._canvas.setFillColor(HexColor(colour))
        for (name, piece), length in zip(pieces, lengths, strict=True):
            self._canvas.setFont(name, size)
            self._canvas.drawString(at, self.height - y, piece)
            at += length
        return sum(lengths)

    def paragraph(
        self, x: float, y: float, text: str, width: float, size: float = 9, colour: str = TEXT, most: int = 400
    ) -> float:
        """Wrapped text whose top is at ``y``, at most ``most`` lines; returns the y under it."""
        lines = self.wrapped(text, width, size)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
        right = is_right_to_left(text)
        for words in lines:
            align = "right" if right else "left"
            self.line(x + width if right else x, y + size, words, size, colour, align=align, right_to_left=right)
            y += size * _LEADING
        return y

    def wrapped(self, text: str, width: float, size: float) -> list[str]:
        """Lines that are no wider than ``width``; a word that is too long alone is broken."""
        lines: list[str] = []
        for paragraph in text.splitlines() or [""]:
            now = ""
            for word in _words(paragraph):
                if now and self.fonts.width((now + word).rstrip(), size) > width:
                    lines.append(now.rstrip())
                    now = word.lstrip()
                else:
                    now += word
                while self.fonts.width(now.rstrip(), size) > width and len(now) > 1:
                    part = self._fitting(now, size, width)
                    lines.append(now[:part])
                    now = now[part:]
            lines.append(now.rstrip())
        return lines

    def _fitting(self, text: str, size: float, width: float) -> int:
        count = 1
        while count < len(text) and self.fonts.width(text[: count + 1], size) <= width:
            count += 1
        return count

    def _fitted(self, text: str, size: float, semibold: bool, width: float) -> str:
        if self.fonts.width(text, size, semibold) <= width:
            return text
        while text and self.fonts.width(text + "…", size, semibold) > width:
            text = text[:-1]
        return text.rstrip() + "…"

    # --- shapes --------------------------------------------------------------------------------------------------

    def rule(self, x: float, y: float, to: float, colour: str = LINE) -> None:
        """A hairline."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.5)
        self._canvas.line(x, self.height - y, to, self.height - y)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A filled rectangle whose top left corner is at (x, y)."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.roundRect(x, self.height - y - height, width, height, radius, stroke=0, fill=1)

    def bar(self, x: float, y: float, width: float, value: float | None, colour: str, ticks: Sequence[float]) -> None:
        """A probability as a bar with its operating points as ticks."""
        self.box(x, y, width, 4, TRACK, 2)
        if value is not None:
            self.box(x, y, max(2.0, width * min(1.0, max(0.0, value))), 4, colour, 2 if value > 0.02 else 1)
        for tick in ticks:
            self.box(x + width * tick - 0.4, y - 2, 0.8, 8, TEXT)

    def ramp(self, x: float, y: float, width: float, colours: Sequence[tuple[int, int, int]]) -> None:
        """A colour scale from left to right."""
        step = width / len(colours)
        for number, (red, green, blue) in enumerate(colours):
            self.box(x + number * step, y, step + 0.3, 5, f"#{red:02x}{green:02x}{blue:02x}")

    def picture(self, x: float, y: float, width: float, height: float, image: Image.Image) -> tuple[float, float]:
        """Fit an image into a box from its top left corner; returns the size it takes. No metadata travels."""
        ratio = min(width / image.width, height / image.height)
        wide, tall = image.width * ratio, image.height * ratio
        stream = BytesIO()
        image.save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
        stream.seek(0)
        self._canvas.drawImage(ImageReader(stream), x, self.height - y - tall, wide, tall)
        return wide, tall


def _words(text: str) -> list[str]:
    """Words with the space behind them; each ideograph may end a line."""
    words: list[str] = []
    now = ""
    for c in text:
        now += c
        if c.isspace() or c == "-" or "\u2e80" <= c <= "\u9fff":
            words.append(now)
            now = ""
    return [*words, now] if now else words
