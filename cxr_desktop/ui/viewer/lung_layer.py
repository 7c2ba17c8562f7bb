"""The outline of the lungs and the borders of their zones over the pixels; finds no lungs itself."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.imaging.contour import Point, contour
from cxr_desktop.imaging.lung_region import zone_cells
from cxr_desktop.ui.viewer.viewport import Viewport

OUTLINE_COLOUR = "#8FC1F0"
"""Cool and solid, so that it is never taken for the warm dashed line round the heat map."""
_BORDERS = (
    (LungZone.RIGHT_UPPER, LungZone.RIGHT_MIDDLE),
    (LungZone.RIGHT_MIDDLE, LungZone.RIGHT_LOWER),
    (LungZone.LEFT_UPPER, LungZone.LEFT_MIDDLE),
    (LungZone.LEFT_MIDDLE, LungZone.LEFT_LOWER),
)
Line = tuple[Point, Point]


def outlines(lungs: LungField) -> list[list[Point]]:
    """Closed lines round both lungs, in cells; the steps of the grid are smoothed, by less than half a cell."""
    inside = (zone_cells(lungs) > 0).astype(np.float32)
    framed = np.pad(inside, 1)
    wide = framed[:-2] + 2 * framed[1:-1] + framed[2:]
    smooth = (wide[:, :-2] + 2 * wide[:, 1:-1] + wide[:, 2:]) / 16.0
    return [_relaxed(line) for line in contour(smooth, 0.5)]


def _relaxed(line: list[Point]) -> list[Point]:
    """Every point between its neighbours: what is left of the grid's corners goes."""
    if len(line) < 4:
        return line
    points = np.asarray(line[:-1])
    for _ in range(2):
        points = (np.roll(points, 1, axis=0) + 2 * points + np.roll(points, -1, axis=0)) / 4.0
    closed = [(float(x), float(y)) for x, y in points]
    return [*closed, closed[0]]


def zone_borders(lungs: LungField) -> list[Line]:
    """Straight lines between the thirds of each lung, in cells; a border that a hilum interrupts is one line."""
    zones = zone_cells(lungs)
    found: list[Line] = []
    for upper, lower in _BORDERS:
        rows, columns = np.nonzero((zones[:-1] == upper) & (zones[1:] == lower))
        if rows.size:
            y = float(np.median(rows)) + 1.0
            found.append(((float(columns.min()), y), (float(columns.max()) + 1.0, y)))
    return found


class LungLayer:
    """Lines in pixels of the image as shown; drawn as lines at every zoom, never as an enlarged picture."""

    def __init__(self) -> None:
        self.visible = False
        self._path = ""
        self._turn = Affine()
        self._prediction: Prediction | None = None
        self._outline: QPainterPath | None = None
        self._borders = QPainterPath()

    def set_image(self, path: str, turn: Affine) -> None:
        """The image that is shown; ``turn`` maps pixels of the file to pixels as shown."""
        self._path, self._turn, self._outline = path, turn, None

    def set_prediction(self, prediction: Prediction | None) -> None:
        """The result whose lungs may be outlined; those of another path are never drawn."""
        self._prediction, self._outline = prediction, None

    @property
    def lungs(self) -> LungField | None:
        """Where they are in the image that is shown, ``None`` where they are not known."""
        prediction = self._prediction
        return prediction.lungs if prediction is not None and prediction.path == self._path else None

    def words(self) -> str:
        """Why no outline is drawn although it was asked for; "" where there is no need."""
        prediction = self._prediction
        if not self.visible or prediction is None or prediction.path != self._path or prediction.lungs is not None:
            return ""
        return QCoreApplication.translate("viewer", "No lung outline: the lungs were not found")

    def paint(self, painter: QPainter, viewport: Viewport, line_width: float = 1.0) -> None:
        """Draw both; the painter counts device pixels."""
        lungs = self.lungs
        if not self.visible or lungs is None:
            return
        if self._outline is None:
            self._trace(lungs)
        left, top = viewport.origin
        place = QTransform(viewport.scale_x, 0.0, 0.0, viewport.scale_y, left, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        assert self._outline is not None
        outline, borders = place.map(self._outline), place.map(self._borders)
        painter.strokePath(borders, _pen(OUTLINE_COLOUR, 110, line_width))
        painter.strokePath(outline, _pen("#000000", 130, 3.0 * line_width))
        painter.strokePath(outline, _pen(OUTLINE_COLOUR, 230, 1.25 * line_width))
        painter.restore()

    def _trace(self, lungs: LungField) -> None:
        to_shown = self._turn.after(lungs.to_source)

        def path_of(lines: list[list[Point]]) -> QPainterPath:
            path = QPainterPath()
            for line in lines:
                points = [QPointF(*to_shown.apply(*point)) for point in line]
                path.moveTo(points[0])
                for point in points[1:]:
                    path.lineTo(point)
            return path

        self._outline = path_of(outlines(lungs))
        self._borders = path_of([list(line) for line in zone_borders(lungs)])


def _pen(colour: str, alpha: int, width: float) -> QPen:
    ink = QColor(colour)
    ink.setAlpha(alpha)
    pen = QPen(ink, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
