"""How far a heat map is, and a way to do without it; computes none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from cxr_desktop.ui.key_bindings import with_key

_STEPS = 1000


class MapProgress(QWidget):
    """Signal ``cancel_requested()``. Hidden where nothing is computed that takes a moment."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("Heat map being computed"))
        self.cancel = QPushButton(self.tr("Cancel"))
        about = self.tr("Stop computing, and show the map that came with the score")
        self.cancel.setToolTip(with_key(about, "window.stop_map", "Ctrl+Shift+M"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.cancel)
        self.hide()

    def set_share(self, share: float | None) -> None:
        """0…1 of it is done; ``None`` where there is nothing to wait for."""
        self.setVisible(share is not None)
        if share is not None:
            self._bar.setValue(round(_STEPS * share))

    def share(self) -> float | None:
        """What is shown."""
        return None if self.isHidden() else self._bar.value() / _STEPS
