"""The line of sums over the worklist; each sum is a button that names the filter showing those studies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cxr_desktop.ui.fonts import font, scaled

HEIGHT = 41
_GAP = 2


@dataclass(frozen=True, slots=True)
class Sum:
    """``words`` where there is room, ``brief`` where there is not; "" as ``filter_text`` clears the filter."""

    words: str
    brief: str
    filter_text: str
    about: str


class CountLine(QWidget):
    """Signal ``filter_requested(str)``: a sum was pressed; the sum of the filter in force asks for "" again."""

    filter_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(HEIGHT))
        self._sums: tuple[Sum, ...] = ()
        self._buttons: list[QPushButton] = []
        self._filter = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)

    def add_at_end(self, widget: QWidget) -> None:
        """Something that stands at the right."""
        self._row.addWidget(widget)

    def set_sums(self, sums: Sequence[Sum], filter_text: str) -> None:
        """Show them, the first strong; the one whose filter is in force is marked."""
        if (tuple(sums), filter_text) == (self._sums, self._filter):
            return
        self._sums, self._filter = tuple(sums), filter_text
        while len(self._buttons) < len(self._sums):
            button = QPushButton()
            button.setProperty("kind", "count")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            place = len(self._buttons)
            button.clicked.connect(lambda _checked=False, place=place: self._on_clicked(place))
            self._row.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        for place, button in enumerate(self._buttons):
            there = place < len(self._sums)
            button.setVisible(there)
            if there:
                each = self._sums[place]
                button.setFont(font(semibold=place == 0))
                button.setProperty("strong", place == 0)
                button.setChecked(bool(filter_text) and each.filter_text == filter_text)
                button.setToolTip(each.about)
                button.setAccessibleName(f"{each.words}. {each.about}")
        self._fit()

    def texts(self) -> list[str]:
        """The sums in full words."""
        return [each.words for each in self._sums]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Full words where they have room, else brief ones; what has no room even so is left out from the end."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [button for button, _ in zip(self._buttons, self._sums, strict=False)]
        used = [item.widget() for item in (self._row.itemAt(place) for place in range(self._row.count())) if item]
        others = sum(each.sizeHint().width() + _GAP for each in used if each is not None and each not in self._buttons)
        room = self.width() - 16 - others
        for brief in (False, True):
            for button, each in zip(shown, self._sums, strict=True):
                button.setText((each.brief if brief else each.words).replace("&", "&&"))
            if sum(button.sizeHint().width() + _GAP for button in shown) <= room:
                break
        taken = 0
        for button in shown:
            taken += button.sizeHint().width() + _GAP
            button.setVisible(taken <= room or button is shown[0])

    def _on_clicked(self, place: int) -> None:
        text = self._sums[place].filter_text
        self._buttons[place].setChecked(bool(self._filter) and text == self._filter)
        self.filter_requested.emit("" if text == self._filter else text)
