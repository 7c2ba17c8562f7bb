"""The outline of the lungs and the borders of their zones over the pixels; finds no lungs itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.imaging.contour import Point
from cxr_desktop.imaging.lung_outline import outlines, zone_borders
from cxr_desktop.ui.viewer.viewport import Viewport

OUTLINE_COLOUR = "#8FC1F0"
"""Cool and solid, so that it is never taken for the warm dashed line round the heat map."""


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
