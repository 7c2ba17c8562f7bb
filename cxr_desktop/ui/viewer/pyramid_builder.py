"""Makes smaller copies of the image in short steps between events, so that no frame waits for them; paints nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.scene import Scene

_STEP_SECONDS = 0.005


class PyramidBuilder(QObject):
    """Signal ``refined()``: what is on the screen can be painted better now."""

    refined = Signal()

    def __init__(self, reading: Reading, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._scene = reading, scene
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._build)

    @property
    def is_active(self) -> bool:
        """Whether some are still to be made."""
        return self._timer.isActive()

    def start(self) -> None:
        """Other pixels: the first step at once."""
        self._timer.start()
        self._build()

    def stop(self) -> None:
        """The pixels are gone."""
        self._timer.stop()

    def _build(self) -> None:
        display = self._reading.display
        if display is None:
            self._timer.stop()
            return
        if display.pyramid.build(_STEP_SECONDS):
            self._timer.stop()
        if self._scene.image_layer.refine():
            self.refined.emit()
