"""How the worklist is ordered now, as a button that turns it over; orders nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxr_desktop.domain.triage import Rule
from cxr_desktop.ui.key_bindings import with_key


class OrderButton(QPushButton):
    """Checked by arrival. Click: the other order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_state(Rule.RISK, blind=False)

    def set_state(self, rule: Rule, blind: bool) -> None:
        """``blind``: there is no order by risk to go back to."""
        self.setEnabled(not blind)
        if blind:
            words, about = self.tr("Blind: by arrival"), self.tr("Blind-first reading: scores order nothing")
        elif rule is Rule.ARRIVAL:
            words, about = self.tr("By arrival"), self.tr("First come, first served; click to order by risk")
        else:
            words, about = self.tr("By risk"), self.tr("Urgency, then risk; click for first come, first served")
        self.setText(words)
        action, key = ("blind_first", "Ctrl+B") if blind else ("arrival_order", "Ctrl+Shift+F")
        self.setToolTip(with_key(about, f"window.{action}", key))
        self.setAccessibleName(self.tr("Order of the worklist: {0}").format(words))
