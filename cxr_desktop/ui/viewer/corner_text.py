"""What stands in the corners of the image: patient, window, zoom, value under the pointer; chooses no colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui import reasons, wording
from cxr_desktop.ui.fonts import TextSize, scaled
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.haloed import TEXT, draw_text
from cxr_desktop.ui.viewer.window_level import extent

MARGIN = 16
LINE = 18
TITLE_LINE = 20
_ROOM_FOR_SIDES = 420
_OPPOSITE = {"L": "R", "R": "L", "H": "F", "F": "H", "A": "P", "P": "A"}


class TextAmount(IntEnum):
    """How much is written over the image; the research notice always is."""

    ALL = 0
    MINIMAL = 1
    NONE = 2


@dataclass(frozen=True, slots=True)
class Corners:
    """Lines of each corner from top to bottom; the first of ``top_left`` is the title."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_right: str = ""
    left_side: str = ""
    right_side: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


def research_notice() -> str:
    """Shown once beside every image."""
    return _tr("Research use only. Not for primary diagnosis.")


def patient_lines(header: Radiograph, identity_visible: bool) -> tuple[str, ...]:
    """Name; ID, age, sex and time of the study; what was taken. Hidden identity leaves age and sex."""
    name = wording.person(header.patient_name) or wording.file_name(header.path)
    about = " ".join(part for part in (wording.age(header), wording.plain(header.patient_sex)[:1]) if part)
    taken = wording.day(header.study_date)
    moment = f"{taken.isoformat() if taken else ''} {wording.clock(header.study_time)}".strip()
    kind = (header.modality, header.body_part_examined, header.view_position)
    lines = (
        name if identity_visible else _tr("Identity hidden"),
        _joined((wording.plain(header.patient_id) if identity_visible else "", about, moment), " · "),
        _joined((wording.plain(part) for part in kind), " "),
    )
    return (lines[0], *(line for line in lines[1:] if line))


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)


def window_words(display: Display) -> str:
    """``W 4096 L 2048 · 62 %``; the zoom counts pixels of the screen per pixel of the image."""
    centre, width = extent(display.voi)
    step = abs(display.image.value_scale)
    zoom = 100 * display.viewport.scale
    shown = f"{zoom:.0f}" if zoom >= 10 else f"{zoom:.1f}"
    return f"W {value(width, step)} L {value(centre, step)} · {shown}\u00a0%"


def value(number: float, step: float) -> str:
    """A modality value with as many decimals as its step has."""
    if step >= 1 or step <= 0:
        return f"{number:.0f}"
    return f"{number:.{1 if step >= 0.1 else 2 if step >= 0.01 else 3}f}"


def state_lines(display: Display, number: int, count: int) -> tuple[str, ...]:
    """Window and zoom; the preset's name and inversion; image n of m."""
    name = reasons.words(wording.plain(display.voi.explanation))
    inverted = _tr("inverted") if display.kept.inverted else ""
    lines = (
        window_words(display),
        _joined((name, inverted), " · "),
        _tr("Image {0} of {1}").format(number, count) if count > 1 else "",
    )
    return tuple(line for line in lines if line)


def probe_words(display: Display, pixel: tuple[int, int] | None) -> str:
    """Place and modality value of the pixel under the pointer; "" beside the image."""
    if pixel is None:
        return ""
    column, row = pixel
    at = display.value_at(column, row)
    image: GreyImage = display.image
    what = _tr("padding") if at is None else f"{value(at, abs(image.value_scale))} {image.value_unit}".rstrip()
    return f"x {column}  y {row} · {what}"


def sides(header: Radiograph) -> tuple[str, str]:
    """Letters for the left and the right edge from PatientOrientation; empty where the file does not say."""
    direction = wording.plain(header.patient_orientation).replace("\\", "/").split("/")[0].strip().upper()
    if not direction or any(letter not in _OPPOSITE for letter in direction):
        return "", ""
    return "".join(_OPPOSITE[letter] for letter in direction), direction


@dataclass(frozen=True, slots=True)
class Place:
    """Which image of the study this is."""

    number: int = 1
    count: int = 1


def compose(
    display: Display, place: Place, pixel: tuple[int, int] | None, amount: TextAmount, identity_visible: bool
) -> Corners:
    """Everything for ``ALL``; who it is, window and side letters for ``MINIMAL``; nothing for ``NONE``."""
    if amount is TextAmount.NONE:
        return Corners()
    header = display.image.radiograph
    patient = patient_lines(header, identity_visible)
    state = state_lines(display, place.number, place.count)
    probe = probe_words(display, pixel)
    if amount is TextAmount.MINIMAL:
        patient, state, probe = patient[:1], state[:1], ""
    return Corners(patient, state, probe, *sides(header))


def paint(painter: QPainter, area: QRectF, corners: Corners) -> None:
    """Draw; ``area`` is the whole view in device-independent pixels."""
    right, line_height, title_line = Qt.AlignmentFlag.AlignRight, scaled(LINE), scaled(TITLE_LINE)
    inner = area.adjusted(MARGIN, MARGIN - 4, -MARGIN, -MARGIN + 6)
    split = inner.width() * 0.6
    y = inner.top()
    for index, line in enumerate(corners.top_left):
        if index == 0:
            draw_text(
                painter,
                QRectF(inner.left(), y, split, title_line),
                line,
                size=TextSize.BODY,
                semibold=True,
                colour=TEXT,
            )
            y += title_line
        else:
            draw_text(painter, QRectF(inner.left(), y, split, line_height), line)
            y += line_height
    y = inner.top()
    for line in corners.top_right:
        draw_text(painter, QRectF(inner.left() + split + 8, y, inner.width() - split - 8, line_height), line, right)
        y += line_height
    bottom = QRectF(inner.left(), inner.bottom() - line_height, inner.width(), line_height)
    used = draw_text(painter, bottom, research_notice())
    draw_text(painter, bottom.adjusted(used + 16, 0, 0, 0), corners.bottom_right, right)
    if inner.height() >= _ROOM_FOR_SIDES:
        # Above the place of the colour bar, so that neither moves when the other comes.
        place = QRectF(inner.left(), inner.top() + 0.22 * inner.height(), inner.width(), 2 * line_height)
        draw_text(painter, place, corners.left_side, size=TextSize.TITLE, semibold=True)
        draw_text(painter, place, corners.right_side, right, TextSize.TITLE, semibold=True)
