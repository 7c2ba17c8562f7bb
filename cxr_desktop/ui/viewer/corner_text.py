"""What stands in the corners of the image: patient, window, zoom, value under the pointer; chooses no colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.view_turn import ViewTurn, opposite
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, scaled
from cxr_desktop.ui.viewer import window_names
from cxr_desktop.ui.viewer.display import Display
from cxr_desktop.ui.viewer.haloed import SECOND, TEXT, WARNING, draw_text, text_width, wrapped
from cxr_desktop.ui.viewer.probe import number, value_words
from cxr_desktop.ui.viewer.window_level import extent

MARGIN = 16
LINE = 18
TITLE_LINE = 20
_ROOM_FOR_SIDES = 420
_ROOM_FOR_ACQUISITION = 360
_AS_IT_LIES = ViewTurn()


class TextAmount(IntEnum):
    """How much is written over the image; the research notice always is."""

    ALL = 0
    MINIMAL = 1
    NONE = 2


@dataclass(frozen=True, slots=True)
class Corners:
    """Lines of each corner from top to bottom; the first of ``top_left`` is the title, ``turned`` a warning.

    ``sides`` are the letters at the left, right, upper and lower edge.
    """

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()
    bottom_right: tuple[str, ...] = ()
    sides: tuple[str, str, str, str] = ("", "", "", "")
    turned: tuple[str, ...] = ()


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


def nobodys_lines(header: Radiograph) -> tuple[str, ...]:
    """For a picture that leaves this computer: what was taken, of somebody of some age; no date, which may tell who."""
    about = _joined((wording.age(header), wording.plain(header.patient_sex)[:1]), " ")
    kind = (header.modality, header.body_part_examined, header.view_position)
    lines = (_tr("Identity left out"), about, _joined((wording.plain(part) for part in kind), " "))
    return tuple(line for line in lines if line)


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(part for part in parts if part)


def acquisition_lines(header: Radiograph, identity_visible: bool) -> tuple[str, ...]:
    """Institution; station and device; exposure. Where a patient was says who it is, so it hides with the name."""
    place = (header.institution_name,) if identity_visible else ()
    device = (header.station_name if identity_visible else "", header.device_name)
    exposure = (
        _tr("{0} kV").format(f"{header.kvp:g}") if header.kvp is not None else "",
        _tr("{0} mAs").format(f"{header.exposure_mas:.3g}") if header.exposure_mas is not None else "",
    )
    lines = (
        _joined(map(wording.plain, place), " "),
        _joined(map(wording.plain, device), " · "),
        _joined(exposure, " · "),
    )
    return tuple(line for line in lines if line)


def window_words(display: Display) -> str:
    """``W 4096 L 2048``."""
    centre, width = extent(display.voi)
    step = abs(display.image.value_scale)
    return f"W {number(width, step)} L {number(centre, step)}"


def zoom_words(display: Display) -> str:
    """``62 %``: pixels of the screen per pixel of the image."""
    zoom = 100 * display.viewport.scale
    return f"{zoom:.0f}\u00a0%" if zoom >= 10 else f"{zoom:.1f}\u00a0%"


def state_lines(display: Display, place: Place) -> tuple[str, ...]:
    """Image n of m; the preset's name and inversion; window and zoom."""
    name = window_names.shown_name(display.voi)
    inverted = _tr("inverted") if display.kept.inverted else ""
    lines = (
        _tr("Image {0} of {1}").format(place.number, place.count) if place.count > 1 else "",
        _joined((name, inverted), " · "),
        _joined((window_words(display), zoom_words(display)), " · "),
    )
    return tuple(line for line in lines if line)


def probe_words(display: Display, pixel: tuple[int, int] | None) -> str:
    """Place and modality value of the pixel under the pointer; "" beside the image."""
    if pixel is None:
        return ""
    return f"x {pixel[0]}  y {pixel[1]} · {value_words(display, *pixel)}"


def turned_lines(turn: ViewTurn) -> tuple[str, ...]:
    """What was done to the view that no one must take for the film's own."""
    turns = {1: _tr("View rotated 90° left"), 2: _tr("View rotated 180°"), 3: _tr("View rotated 90° right")}
    mirrored = _tr("View mirrored, left and right exchanged") if turn.mirrored else ""
    return tuple(words for words in (mirrored, turns.get(turn.quarter_turns, "")) if words)


def sides(header: Radiograph, turn: ViewTurn = _AS_IT_LIES) -> tuple[str, str, str, str]:
    """Letters for the left, right, upper and lower edge from PatientOrientation; empty where the file does not say.

    Head and feet of a film that lies as it came need no letters; those of a turned view do.
    """
    row, _, column = wording.plain(header.patient_orientation).replace("/", "\\").upper().partition("\\")
    row, column = row.strip(), column.strip()
    left, upper = opposite(row), opposite(column)
    across = (left, opposite(left))
    return (*across, upper, opposite(upper)) if turn != _AS_IT_LIES else (*across, "", "")


@dataclass(frozen=True, slots=True)
class Place:
    """Which image of the study this is."""

    number: int = 1
    count: int = 1


def compose(
    display: Display, place: Place, pixel: tuple[int, int] | None, amount: TextAmount, identity_visible: bool
) -> Corners:
    """Everything for ``ALL``; who it is, window and side letters for ``MINIMAL``. A turned view is named even in
    ``NONE``, with its letters: a mirrored chest that nothing gives away is a danger."""
    header, turn = display.image.radiograph, display.kept.turn
    letters = sides(header, turn)
    turned = turned_lines(turn)
    if amount is TextAmount.NONE:
        return Corners(sides=letters, turned=turned) if turned else Corners()
    patient = patient_lines(header, identity_visible)
    state = state_lines(display, place)
    if amount is TextAmount.MINIMAL:
        return Corners(patient[:1], (), state[-1:], (), letters, turned)
    # The one that comes and goes stands above, so that the other never jumps.
    below = tuple(words for words in (probe_words(display, pixel), display.spacing.words()) if words)
    return Corners(patient, acquisition_lines(header, identity_visible), state, below, letters, turned)


def _inner(area: QRectF) -> QRectF:
    return area.adjusted(MARGIN, MARGIN - 4, -MARGIN, -MARGIN + 6)


def _row_of_sides(inner: QRectF) -> QRectF:
    return QRectF(inner.left(), inner.top() + 0.22 * inner.height(), inner.width(), 2 * scaled(LINE))


def lower_edge_of_sides(area: QRectF) -> float:
    """Down to where the letters of right and left reach. The colour bar stands below, so that neither moves when the
    other comes."""
    inner = _inner(area)
    return _row_of_sides(inner).bottom() if inner.height() >= _ROOM_FOR_SIDES else inner.top()


def paint(painter: QPainter, area: QRectF, corners: Corners, pill: QRectF | None = None) -> None:
    """Draw; ``area`` is the whole view in device-independent pixels, ``pill`` what stands in the middle of its lower
    part: lines that would run into it stand above it."""
    inner = _inner(area)
    _paint_top(painter, inner, corners)
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    # The notice is never cut, however narrow the view is.
    notice = wrapped(research_notice(), inner.width(), TextSize.CAPTION)
    step = scaled(LINE)
    rows = [QRectF(inner.left(), inner.bottom() - n * step, inner.width(), step) for n in range(len(notice), 0, -1)]
    for row, line in zip(rows, notice, strict=True):
        used = draw_text(painter, row, line)
    upper = list(corners.bottom_right)
    if upper and text_width(upper[-1], TextSize.CAPTION) <= inner.width() - used - 16:
        draw_text(painter, rows[-1], upper.pop(), right)
    top = rows[0].top()
    top, lower = rows[0].top(), corners.bottom_left[::-1]
    for lines, align in ((lower, left), (upper[::-1], right)):
        bottom = top if _clear_of(lines, inner, pill) else min(top, (pill or area).top() - 4)
        for index, line in enumerate(lines):
            row = QRectF(inner.left(), bottom - (index + 1) * step, inner.width(), step)
            if align == right and index < len(lower):
                row.setLeft(row.left() + text_width(lower[index], TextSize.CAPTION) + 12)
            draw_text(painter, row, line, align)
    _paint_sides(painter, inner, corners.sides)


def _clear_of(lines: Sequence[str], inner: QRectF, pill: QRectF | None) -> bool:
    widest = max((text_width(line, TextSize.CAPTION) for line in lines), default=0.0)
    return pill is None or inner.left() + widest + 12 <= pill.left()


def _paint_top(painter: QPainter, inner: QRectF, corners: Corners) -> None:
    beside = corners.top_right if inner.width() >= _ROOM_FOR_ACQUISITION else ()
    widest = max(
        (text_width(line, TextSize.CAPTION, semibold=True) for line in (*beside, *corners.turned)), default=0.0
    )
    split = inner.width() - min(widest + 12, 0.45 * inner.width())
    y = inner.top()
    for index, line in enumerate(corners.top_left):
        height = scaled(LINE if index else TITLE_LINE)
        row = QRectF(inner.left(), y, split, height)
        if index:
            draw_text(painter, row, line)
        else:
            draw_text(painter, row, line, size=TextSize.BODY, semibold=True, colour=TEXT)
        y += height
    y = inner.top()
    for colour, semibold, lines in ((SECOND, False, beside), (WARNING, True, corners.turned)):
        for line in lines:
            row = QRectF(inner.left() + split, y, inner.width() - split, scaled(LINE))
            draw_text(painter, row, line, Qt.AlignmentFlag.AlignRight, semibold=semibold, colour=colour)
            y += scaled(LINE)


def _paint_sides(painter: QPainter, inner: QRectF, letters: tuple[str, str, str, str]) -> None:
    if inner.height() < _ROOM_FOR_SIDES:
        return
    left, right, upper, lower = letters
    step = scaled(LINE)
    row = _row_of_sides(inner)
    middle = Qt.AlignmentFlag.AlignHCenter
    top = QRectF(inner.left(), inner.top(), inner.width(), 2 * step)
    bottom = QRectF(inner.left(), inner.bottom() - 7 * step, inner.width(), 2 * step)
    for place, letter, align in (
        (row, left, Qt.AlignmentFlag.AlignLeft),
        (row, right, Qt.AlignmentFlag.AlignRight),
        (top, upper, middle),
        (bottom, lower, middle),
    ):
        draw_text(painter, place, letter, align, TextSize.TITLE, semibold=True)
