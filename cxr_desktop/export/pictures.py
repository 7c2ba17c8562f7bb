"""A radiograph with or without its heat map as a plain picture; no text, no layout, nothing of the file's header."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Correction, Finding, Prediction, SaliencyMap
from cxr_desktop.export.wording import outcome
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.corrected import corrected
from cxr_desktop.imaging.lung_outline import outlines
from cxr_desktop.imaging.map_state import MapState, map_state
from cxr_desktop.imaging.pixels import GreyImage, presentation

OPACITY = 0.55
CONTOUR_COLOUR = (0xFF, 0xE7, 0xC2)
OUTLINE_COLOUR = (0x8F, 0xC1, 0xF0)
CONTOUR_GRID = 256
"""The line is traced on a map of at most this many pixels along the longer side: maps hold a few hundred cells."""


_WHY_NOT = {
    MapState.NO_CLASS: "The model has no such class",
    MapState.NO_MAP: "No heat map for this class",
    MapState.NO_EVIDENCE: "No positive evidence",
    MapState.NO_SCALE: "Map not drawn: the model's card gives no scale for it",
    MapState.BELOW: "Below the operating point: map not drawn",
}


@dataclass(frozen=True, slots=True)
class MapView:
    """What one finding's map is allowed to show. ``top`` is the logit contribution at the top of the colour bar."""

    finding: Finding
    state: MapState
    top: float
    map: SaliencyMap | None
    words: str
    """for the reader: why nothing is drawn, or that what is drawn is weak; "" where there is nothing to say"""


def map_view(
    prediction: Prediction, card: ModelCard | None, finding: Finding, below_operating_point: bool = False
) -> MapView:
    """The state of the finding's map (``map_state``), in a reader's words."""
    state = map_state(prediction, card, finding, below_operating_point)
    top = float(card.map_scale.get(finding.value, 0.0)) if card else 0.0
    if state is not MapState.DRAWN:
        return MapView(finding, state, top, None, _WHY_NOT.get(state) or outcome(prediction))
    weak = card is not None and card.is_below(finding, prediction.probabilities[finding])
    return MapView(finding, state, top, prediction.map_of(finding), "Below the operating point" if weak else "")


@dataclass(frozen=True, slots=True)
class Frame:
    """A radiograph as shown, reduced or enlarged to ``grey`` (rows, columns); ``source_shape`` is that of the file."""

    grey: NDArray[np.uint8]
    source_shape: tuple[int, int]


def frame(image: GreyImage, smallest: int, largest: int, inverted: bool = False) -> Frame:
    """Aspect kept: the shorter side at least ``smallest`` pixels, else the longer side at most ``largest``.

    ``inverted``: black and white are exchanged, as the reader had them for scoring.
    """
    polar = corrected(image, Correction(inverted=inverted))
    grey = np.rint(presentation(polar) * 255.0).astype(np.uint8)
    return resized(Frame(grey, (grey.shape[0], grey.shape[1])), smallest, largest)


def resized(whole: Frame, smallest: int, largest: int) -> Frame:
    """The same radiograph in the size that ``frame`` says."""
    shown = Image.fromarray(whole.grey)
    columns, rows = shown.size
    ratio = max(smallest / min(rows, columns), min(1.0, largest / max(rows, columns)))
    size = max(1, round(columns * ratio)), max(1, round(rows * ratio))
    method = Image.Resampling.LANCZOS if ratio >= 0.5 else Image.Resampling.BOX
    return whole if size == shown.size else Frame(np.asarray(shown.resize(size, method)), whole.source_shape)


def plain_picture(shown: Frame, quarter_turns: int = 0) -> Image.Image:
    """The radiograph alone, as the reader turned it."""
    return Image.fromarray(np.ascontiguousarray(np.rot90(shown.grey, quarter_turns % 4)))


def map_picture(
    shown: Frame, view: MapView, quarter_turns: int = 0, opacity: float = OPACITY, lungs: LungField | None = None
) -> Image.Image:
    """The radiograph with the map and its dashed contour, and the outline of ``lungs`` where they are given.

    Without a map where ``view`` draws none.
    """
    if view.map is None:
        picture = Image.fromarray(shown.grey).convert("RGB")
    else:
        rows, columns = shown.grey.shape
        values = overlay.render(_on_grid(view.map, shown.source_shape, (rows, columns)), (rows, columns), view.top)
        picture = Image.fromarray(overlay.blend(shown.grey, overlay.colourise(values, opacity)))
        _draw_contour(picture, view, shown.source_shape)
    if lungs is not None:
        _draw_outline(picture, lungs, shown.source_shape)
    return Image.fromarray(np.ascontiguousarray(np.rot90(np.asarray(picture), quarter_turns % 4)))


def _draw_outline(picture: Image.Image, lungs: LungField, source: tuple[int, int]) -> None:
    """Solid and cool, so that nobody takes it for the map's contour; on black, so that it shows on bone."""
    columns, rows = picture.size
    fine = 2
    place = Affine(a=fine * columns / source[1], e=fine * rows / source[0]).after(lungs.to_source)
    lines = [[place.apply(x, y) for x, y in line] for line in outlines(lungs)]
    unit = fine * max(1.0, max(rows, columns) / 640)
    for colour, alpha, width in (((0, 0, 0), 130, 3.0), (OUTLINE_COLOUR, 230, 1.35)):
        mask = Image.new("L", (columns * fine, rows * fine), 0)
        draw = ImageDraw.Draw(mask)
        for line in lines:
            draw.line(line, fill=alpha, width=round(width * unit), joint="curve")
        picture.paste(colour, (0, 0), mask.reduce(fine))


def _on_grid(map: SaliencyMap, source: tuple[int, int], grid: tuple[int, int]) -> SaliencyMap:
    """The map as if the source had ``grid`` (rows, columns)."""
    shrink = Affine(a=grid[1] / source[1], e=grid[0] / source[0])
    return replace(map, to_source=shrink.after(map.to_source))


def _draw_contour(picture: Image.Image, view: MapView, source: tuple[int, int]) -> None:
    assert view.map is not None
    columns, rows = picture.size
    ratio = min(1.0, CONTOUR_GRID / max(rows, columns))
    grid = max(2, round(rows * ratio)), max(2, round(columns * ratio))
    values = overlay.render(_on_grid(view.map, source, grid), grid, view.top)
    fine = 3
    mask = Image.new("L", (columns * fine, rows * fine), 0)
    draw = ImageDraw.Draw(mask)
    step_x, step_y = columns * fine / grid[1], rows * fine / grid[0]
    unit = fine * max(1.0, max(rows, columns) / 640)
    for line in overlay.contour(values, overlay.CONTOUR_AT):
        points = np.array([(x * step_x, y * step_y) for x, y in line])
        for dash in _dashes(points, 6 * unit, 4.5 * unit):
            draw.line([tuple(point) for point in dash.tolist()], fill=230, width=round(1.35 * unit))
    picture.paste(CONTOUR_COLOUR, (0, 0), mask.reduce(fine))


def _dashes(points: NDArray[np.float64], on: float, off: float) -> list[NDArray[np.float64]]:
    """Pieces of a polyline: ``on`` long, ``off`` apart."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    total = float(lengths[-1])
    pieces = []
    start = 0.0
    while start < total:
        at = np.linspace(start, min(start + on, total), 6)
        x, y = np.interp(at, lengths, points[:, 0]), np.interp(at, lengths, points[:, 1])
        pieces.append(np.stack([x, y], axis=1))
        start += on + off
    return pieces
