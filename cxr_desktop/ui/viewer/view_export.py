"""What is on the screen as a picture: to the clipboard or to a PNG file, nobody's name in it unless asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.viewer.extras import PictureContent

_GAP = 1


def side_by_side(pictures: Sequence[QImage]) -> QImage:
    """Panes as they stand on the screen, with a dark line between them. They have one device pixel ratio."""
    if len(pictures) == 1:
        return pictures[0]
    width = sum(p.width() for p in pictures) + _GAP * (len(pictures) - 1)
    result = QImage(QSize(width, max(p.height() for p in pictures)), QImage.Format.Format_RGB32)
    result.fill(QColor("#2A313A"))
    painter, x = QPainter(result), 0
    for picture in pictures:
        plain = picture.copy()
        plain.setDevicePixelRatio(1.0)
        painter.drawImage(QPoint(x, 0), plain)
        x += plain.width() + _GAP
    painter.end()
    return result


class PictureDialog(QDialog):
    """Asks what the picture shall hold besides the image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save picture of the view"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        self._map = self._box(self.tr("Heat map and outlines"), True)
        self._words = self._box(self.tr("Text and measurements"), True)
        self._identity = self._box(self.tr("Patient identity, institution and station"), False)
        self._words.toggled.connect(self._on_words)
        for box in (self._map, self._words, self._identity):
            layout.addWidget(box)
        notice = self.tr(
            "Every picture is marked “Research use only”. Letters that are burned into the film itself stay in it."
        )
        layout.addSpacing(8)
        layout.addWidget(label(notice, tone="second", wrap=True))
        layout.addSpacing(8)
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def content(self) -> PictureContent:
        """What was chosen."""
        named = self._identity.isChecked() and self._words.isChecked()
        return PictureContent(self._map.isChecked(), self._words.isChecked(), named)

    def _box(self, words: str, on: bool) -> QCheckBox:
        box = QCheckBox(words)
        box.setFont(font())
        box.setChecked(on)
        return box

    def _on_words(self, on: bool) -> None:
        self._identity.setEnabled(on)
