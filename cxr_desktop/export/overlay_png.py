"""One radiograph with one class's heat map as a PNG that explains itself; no identity and no metadata go into it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from cxr_desktop import paths
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Correction, Finding, Prediction, RiskBand
from cxr_desktop.export import wording
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.map_place import WARNING, map_place
from cxr_desktop.export.pictures import Frame, MapView, frame, map_picture, map_view
from cxr_desktop.export.wording import BANDS, CAPTION, format_probability, probability_of
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.map_state import MapState
from cxr_desktop.imaging.pixels import GreyImage

MIN_SIDE, MAX_SIDE = 512, 1280
_BACK, _LINE = (0, 0, 0), (0x2A, 0x31, 0x3A)
_TEXT, _SECOND, _FAINT = (0xE6, 0xEA, 0xEE), (0x9A, 0xA5, 0xB1), (0x87, 0x93, 0xA0)
_RISK = {RiskBand.ABOVE: (0xE5, 0x63, 0x4D), RiskBand.BETWEEN: (0xE0, 0xA3, 0x3B), RiskBand.BELOW: (0x4B, 0xA3, 0x8B)}

_WARN = _RISK[RiskBand.BETWEEN]
_NOTE = 20
"""Height of a line under the number, at the smallest size."""

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@lru_cache(maxsize=32)
def font(size: int, semibold: bool = False) -> Font:
    """The bundled typeface; Pillow's own where the installation lacks it."""
    name = "Inter-SemiBold.otf" if semibold else "Inter-Regular.otf"
    try:
        found = next((paths.resources_dir() / "fonts").rglob(name), None)
        if found is not None:
            return ImageFont.truetype(found, size)
    except OSError:
        pass
    return ImageFont.load_default(size)


def compose(
    image: GreyImage,
    prediction: Prediction,
    card: ModelCard | None,
    finding: Finding,
    min_side: int = MIN_SIDE,
    below_operating_point: bool = False,
    outline: bool = False,
) -> Image.Image:
    """The picture in RGB: class and probability above, image and colour bar, what it is not for below.

    Above also where the map lies, what a second model says and what was done to the image. ``outline`` draws the
    lungs' outline where they were found.
    """
    shown = frame(image, min_side, MAX_SIDE, prediction.inverted)
    return compose_frame(shown, prediction, card, finding, below_operating_point, outline)


def compose_frame(
    shown: Frame,
    prediction: Prediction,
    card: ModelCard | None,
    finding: Finding,
    below_operating_point: bool = False,
    outline: bool = False,
) -> Image.Image:
    """The same of a radiograph that is already as large as it is to be drawn."""
    view = map_view(prediction, card, finding, below_operating_point)
    lungs = prediction.lungs if outline else None
    picture = map_picture(shown, view, prediction.quarter_turns, lungs=lungs)
    unit = max(1.0, min(picture.size) / 640)
    notes = _notes(prediction, view, outline)
    head, foot, side = round((54 + _NOTE * len(notes)) * unit), round(34 * unit), round(84 * unit)
    canvas = Image.new("RGB", (picture.width + side, picture.height + head + foot), _BACK)
    canvas.paste(picture, (0, head))
    draw = ImageDraw.Draw(canvas)
    _draw_head(draw, canvas.width, prediction, card, view, unit)
    _draw_notes(draw, canvas.width, notes, unit)
    if view.state is MapState.DRAWN:
        _draw_bar(canvas, picture.width, head, picture.height, view.top, unit)
    margin = round(12 * unit)
    draw.text((margin, head + picture.height + foot // 2), CAPTION, _FAINT, font(round(12 * unit)), anchor="lm")
    by = prediction.scored_by
    if by is not None:
        text = f"{by.model} {by.model_version}"
        draw.text(
            (canvas.width - margin, head + picture.height + foot // 2), text, _FAINT, font(round(12 * unit)), "rm"
        )
    return canvas


def _notes(prediction: Prediction, view: MapView, outline: bool) -> list[tuple[str, Colour]]:
    """Lines under the number, each with its colour."""
    place = map_place(prediction, view.finding) if view.state is MapState.DRAWN else None
    lines = [(f"Heat map: {place.words}", _SECOND)] if place is not None else []
    if place is not None and place.is_suspect:
        lines.append((WARNING, _WARN))
    second = prediction.second
    if second is not None:
        words = f"Second opinion: {wording.finding_label(second.risk_finding)} {format_probability(second.risk, 2)}"
        apart = wording.disagreement(prediction)
        lines.append((f"{words}. {apart}" if apart else words, _WARN if prediction.bands_differ else _SECOND))
    done = wording.correction(Correction(prediction.quarter_turns % 4, prediction.inverted))
    if done:
        lines.append((f"Corrected before scoring: {done}", _SECOND))
    if outline and prediction.lungs is None:
        lines.append(("No outline: the lungs are not known", _SECOND))
    return lines


def _draw_notes(draw: ImageDraw.ImageDraw, width: int, notes: list[tuple[str, Colour]], unit: float) -> None:
    margin, small = round(12 * unit), font(round(13 * unit))
    for number, (text, colour) in enumerate(notes):
        at = margin, round((54 + _NOTE * number) * unit)
        draw.text(at, _fitted(draw, text, width - 2 * margin, small), colour, small, "lm")


def _fitted(draw: ImageDraw.ImageDraw, words: str, width: float, used: Font) -> str:
    """Cut short where there is no room for all of it."""
    while words and draw.textlength(words, used) > width:
        words = words[:-2].rstrip(" .,:…") + "…" if len(words) > 3 else ""
    return words


def _draw_head(
    draw: ImageDraw.ImageDraw, width: int, prediction: Prediction, card: ModelCard | None, view: MapView, unit: float
) -> None:
    margin, middle = round(12 * unit), round(27 * unit)
    probability = probability_of(prediction, view.finding)
    large, small = font(round(22 * unit), semibold=True), font(round(13 * unit))
    x: float = margin
    if probability is not None:
        name = wording.finding_label(view.finding, card)
        draw.text((x, middle), name, _TEXT, font(round(15 * unit), semibold=True), anchor="lm")
        x += draw.textlength(name, font(round(15 * unit), semibold=True)) + margin
        band = card.risk_band(view.finding, probability) if card and view.finding != Finding.NORMAL else None
        number = format_probability(probability, 2)
        draw.text((x, middle), number, _RISK[band] if band else _TEXT, large, anchor="lm")
        x += draw.textlength(number, large) + margin
    words = view.words or (BANDS[band] if probability is not None and band else "")
    draw.text((x, middle), _fitted(draw, words, width - margin - x, small), _SECOND, small, anchor="lm")


def _draw_bar(canvas: Image.Image, left: int, top: int, height: int, scale: float, unit: float) -> None:
    """Colour bar in absolute logit units, with the mark of the contour."""
    draw = ImageDraw.Draw(canvas)
    tall, wide = round(min(0.42 * height, 300 * unit)), round(11 * unit)
    x, y = left + round(18 * unit), top + (height - tall) // 2
    ramp = overlay.INFERNO[np.linspace(255, 0, tall).round().astype(int)]
    canvas.paste(Image.fromarray(np.repeat(ramp[:, None], wide, axis=1)), (x, y))
    draw.rectangle((x - 1, y - 1, x + wide, y + tall), outline=_LINE)
    small = font(round(12 * unit))
    values = overlay.ticks(scale)
    for value, text in zip(values, overlay.tick_labels(values), strict=True):
        at = y + tall - 1 - round((tall - 1) * value / scale)
        draw.line((x + wide, at, x + wide + round(4 * unit), at), fill=_SECOND)
        draw.text((x + wide + round(8 * unit), at), text, _SECOND, small, anchor="lm")
    at = y + tall - 1 - round((tall - 1) * overlay.CONTOUR_AT)
    for start in range(0, wide, max(2, round(5 * unit))):
        draw.line((x + start, at, x + min(start + round(3 * unit), wide) - 1, at), fill=(0xFF, 0xE7, 0xC2))
    draw.text((x, y + tall + round(14 * unit)), "logit", _FAINT, small, anchor="lm")


def write_overlay(
    image: GreyImage,
    prediction: Prediction,
    card: ModelCard | None,
    finding: Finding,
    target: Path,
    min_side: int = MIN_SIDE,
    below_operating_point: bool = False,
    outline: bool = False,
) -> None:
    """Compose and write, whole or not at all. Raises ``OSError`` where it cannot be written."""
    stream = BytesIO()
    picture = compose(image, prediction, card, finding, min_side, below_operating_point, outline)
    picture.save(stream, "PNG", optimize=False)
    write_bytes(target, stream.getvalue())
