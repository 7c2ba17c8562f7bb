"""The heat map as a second layer over the pixels, and the words where none is drawn; computes no map."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, SaliencyMap
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.colour_maps import colour_map
from cxr_desktop.imaging.contour import Point
from cxr_desktop.imaging.map_regions import regions, zones_on_grid
from cxr_desktop.imaging.map_state import MapState, map_state, map_top
from cxr_desktop.ui import map_region_words, wording
from cxr_desktop.ui.map_method_words import method_name
from cxr_desktop.ui.viewer.colour_bar import Bar
from cxr_desktop.ui.viewer.haloed import pens
from cxr_desktop.ui.viewer.image_layer import draw_slice
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.region_boxes import RegionBox, region_words
from cxr_desktop.ui.viewer.viewport import Viewport

LONGER_SIDE = 384
"""Cells of the drawn grid along the longer side: many more than any map has, few enough to be made in one frame."""
CONTOUR_COLOUR = "#FFE7C2"


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


class OverlayLayer:
    """What a reader asked to see of one prediction. Nothing is drawn below the operating point unless asked for."""

    def __init__(self) -> None:
        self.finding = Finding.COVID19
        self.visible = True
        self.opacity = 0.45
        self.below_operating_point = False
        self.look = MapLook()
        self.waiting = ""
        self._prediction: Prediction | None = None
        self._card: ModelCard | None = None
        self._path = ""
        self._shape = (0, 0)
        self._turn = Affine()
        self._values: NDArray[np.float32] | None = None
        self._picture: QImage | None = None
        self._lines: list[list[Point]] = []
        self._boxes: tuple[RegionBox, ...] | None = None
        self._warning: str | None = None
        self._frame: QImage | None = None
        self._drawn: Viewport | None = None

    def set_image(self, path: str, rows: int, columns: int, turn: Affine | None = None) -> None:
        """The image as shown; ``turn`` maps pixels of the file to its pixels. A prediction for another path is never
        drawn over it."""
        self._path, self._shape, self._turn = path, (rows, columns), turn or Affine()
        self._forget()

    def set_maps(self, prediction: Prediction | None, card: ModelCard | None) -> None:
        """The result whose maps may be shown, and the card that gives them scale and operating point."""
        self._prediction, self._card = prediction, card
        self._forget()

    def set_look(self, look: MapLook) -> None:
        """Colours, threshold, outline and boxes."""
        if look != self.look:
            self.look = look
            self._picture = self._frame = self._boxes = None
            self._lines = []

    def set_waiting(self, words: str) -> None:
        """Why there is no map yet, or will be none, of the method that was asked for; "" where there is one."""
        self.waiting = words

    def show(self, finding: Finding, visible: bool, opacity: float, below_operating_point: bool) -> None:
        """The reader's choice; opacity is clamped to 0…1."""
        if finding != self.finding:
            self._forget()
        self.finding, self.visible = finding, visible
        opacity = min(max(opacity, 0.0), 1.0)
        if opacity != self.opacity:
            self._picture = self._frame = None
        self.opacity, self.below_operating_point = opacity, below_operating_point

    @property
    def prediction(self) -> Prediction | None:
        """The result of the image that is shown, or ``None``."""
        shown = self._prediction is not None and self._prediction.path == self._path
        return self._prediction if shown else None

    @property
    def classes(self) -> tuple[Finding, ...]:
        """Findings that the model has, in the order of columns."""
        if self._card is None:
            return KNOWN_FINDINGS
        return self._card.findings

    def label_of(self, finding: Finding) -> str:
        """A class as the model's card words it."""
        return wording.finding_label(finding, self._card)

    @property
    def scale(self) -> float:
        """Value at the top of the colour bar; 0 where the card gives none."""
        found = self._map
        return map_top(found, self._card) if found is not None else 0.0

    @property
    def method(self) -> MapMethod:
        """How the map that is shown was computed."""
        found = self._map
        return MapMethod(found.method) if found is not None else MapMethod.GRAD_CAM

    @property
    def table(self) -> NDArray[np.uint8]:
        """The colours in use, (256, 3)."""
        return colour_map(self.look.colours)

    @property
    def is_weak(self) -> bool:
        """Whether the finding is below its operating point of high sensitivity."""
        probability = self.prediction.probabilities.get(self.finding) if self.prediction else None
        return self._card is not None and probability is not None and self._card.is_below(self.finding, probability)

    @property
    def state(self) -> MapState:
        """What there is to see, whether or not the map is switched on."""
        return map_state(self.prediction, self._card, self.finding, self.below_operating_point)

    @property
    def is_drawn(self) -> bool:
        """Whether a map is on the screen."""
        return self.visible and self.state is MapState.DRAWN

    @property
    def lies_outside(self) -> bool:
        """Whether a map is drawn that is mostly not about the lungs."""
        return self.is_drawn and bool(self._outside_words())

    def bar(self) -> Bar:
        """What the colour bar says of the map that is drawn."""
        method, look = self.method, self.look
        name = "" if method is MapMethod.GRAD_CAM else method_name(method)
        return Bar(
            self.label_of(self.finding),
            self.scale,
            self.table,
            look.contour_at,
            look.threshold,
            method.is_absolute,
            name,
        )

    def words(self, show_key: str) -> str:
        """One line for the reader: why no map is drawn, or what is odd about the drawn one; "" for nothing."""
        state = self.state
        if not self.visible:
            return ""
        if self.waiting and state is MapState.NO_MAP:
            return self.waiting
        sentences = {
            MapState.NO_CLASS: _tr("{0}: the model has no such class"),
            MapState.NO_MAP: _tr("{0}: no heat map for this class"),
            MapState.NO_SCALE: _tr("{0}: map not drawn, the model's card gives no scale for it"),
            MapState.BELOW: _tr("{0}: below the operating point, map not drawn (press {1} to show)"),
            MapState.NO_EVIDENCE: _tr("{0}: no positive evidence"),
        }
        if state is MapState.DRAWN:
            weak = _tr("{0}: below the operating point").format(self.label_of(self.finding)) if self.is_weak else ""
            return " · ".join(part for part in (weak, self._outside_words()) if part)
        return sentences[state].format(self.label_of(self.finding), show_key) if state in sentences else ""

    def paint(self, painter: QPainter, viewport: Viewport, line_width: float = 1.0) -> None:
        """Draw map and contour; the painter counts device pixels. The last frame is kept, as the window changes more
        often than the view."""
        if not self.is_drawn:
            return
        if self._frame is None or self._drawn != viewport:
            self._frame, self._drawn = self._render(viewport, line_width), viewport
        painter.drawImage(0, 0, self._frame)

    def boxes(self) -> tuple[RegionBox, ...]:
        """Round the regions of the map that is drawn, in pixels of the image as shown; none unless asked for."""
        if not (self.is_drawn and self.look.boxes):
            return ()
        if self._boxes is None:
            self._boxes = self._find_boxes()
        return self._boxes

    def _find_boxes(self) -> tuple[RegionBox, ...]:
        values = self._values_on_grid()
        step_x, step_y = self._steps(values)
        lungs = self.prediction.lungs if self.prediction is not None else None
        zones = None
        if lungs is not None:
            to_source = self._turn.inverse().after(Affine(a=step_x, e=step_y))
            zones = zones_on_grid(lungs, to_source, (values.shape[0], values.shape[1]))
        return tuple(
            RegionBox((r.left * step_x, r.top * step_y), (r.right * step_x, r.bottom * step_y), region_words(r))
            for r in regions(values, self.look.contour_at, zones)
        )

    def _steps(self, values: NDArray[np.float32]) -> tuple[float, float]:
        """Pixels of the image to a cell of the grid, across and down."""
        rows, columns = values.shape
        return self._shape[1] / columns, self._shape[0] / rows

    def _render(self, viewport: Viewport, line_width: float) -> QImage:
        frame = QImage(round(viewport.width), round(viewport.height), QImage.Format.Format_ARGB32_Premultiplied)
        frame.fill(Qt.GlobalColor.transparent)
        values = self._values_on_grid()
        rows, columns = values.shape
        step_x, step_y = self._steps(values)
        part = viewport.slice_of(columns, rows, step_x, step_y)
        if part is None:
            return frame
        painter = QPainter(frame)
        if not self.look.outline_only:
            if self._picture is None:
                self._picture = _picture(overlay.colourise(values, self.opacity, self.table, self.look.threshold))
            cut = self._picture.copy(part.left, part.top, part.right - part.left, part.bottom - part.top)
            draw_slice(painter, cut, part, viewport, smooth=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        screen = [
            QPolygonF([QPointF(*viewport.to_screen(x * step_x, y * step_y)) for x, y in line])
            for line in self._contours(values)
        ]
        for pen in pens(CONTOUR_COLOUR, 1.25 * line_width, dashed=True):
            painter.setPen(pen)
            for line in screen:
                painter.drawPolyline(line)
        painter.end()
        return frame

    @property
    def _map(self) -> SaliencyMap | None:
        return self.prediction.map_of(self.finding) if self.prediction else None

    def _forget(self) -> None:
        self._values, self._picture, self._lines, self._frame, self._warning = None, None, [], None, None
        self._boxes = None

    def _outside_words(self) -> str:
        """Kept, because it is asked for at every repaint."""
        if self._warning is None:
            lungs = self.prediction.lungs if self.prediction else None
            self._warning = map_region_words.outside_warning(map_region_words.shares_of(self._map, lungs))
        return self._warning

    def _values_on_grid(self) -> NDArray[np.float32]:
        """The map on a small grid over the whole image, in 0…1 of the scale."""
        if self._values is None:
            saliency = self._map
            assert saliency is not None
            rows, columns = self._shape
            ratio = min(1.0, LONGER_SIDE / max(rows, columns))
            grid = max(1, round(rows * ratio)), max(1, round(columns * ratio))
            shrink = Affine(a=grid[1] / columns, e=grid[0] / rows)
            small = replace(saliency, to_source=shrink.after(self._turn).after(saliency.to_source))
            self._values = overlay.render(small, grid, self.scale)
        return self._values

    def _contours(self, values: NDArray[np.float32]) -> list[list[Point]]:
        """A share of the scale, not of the map's own peak: weak evidence has no line."""
        if not self._lines:
            self._lines = overlay.contour(values, self.look.contour_at)
        return self._lines


def _picture(rgba: NDArray[np.uint8]) -> QImage:
    rows, columns = rgba.shape[:2]
    rgba = np.ascontiguousarray(rgba)
    picture = QImage(rgba.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    # Premultiplied, so that smoothing does not drag the colour of transparent cells over the edge; also a copy.
    return picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
