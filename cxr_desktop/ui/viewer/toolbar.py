"""The floating pill of tools under the image; changes no picture itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer.actions import ViewerActions

BUTTONS = ("tool_window", "tool_zoom", "tool_pan", "invert", "tool_length", "map")
HEIGHT = 36
SPARED_FIRST = ("tool_pan", "tool_zoom", "tool_length")
"""Where the view is narrow these go first: every mouse can pan and zoom without them."""

# Stands on the black of the image in every theme, so it wears the dark roles.
_STYLE = f"""
#viewerPill {{ background: rgba(22, 26, 31, 235); border: 1px solid {DARK.line}; border-radius: {HEIGHT // 2}px; }}
#viewerPill QToolButton {{
    color: {DARK.text_second}; background: transparent; border: 1px solid transparent; border-radius: 12px;
    padding: 0 9px; min-height: 24px;
}}
#viewerPill QToolButton:hover {{ color: {DARK.text}; background: {DARK.raised}; }}
#viewerPill QToolButton:focus {{ border-color: {DARK.accent}; }}
#viewerPill QToolButton:checked {{ color: {DARK.text}; background: {DARK.line}; }}
#viewerPill QToolButton[toggle="true"]:checked {{ color: {DARK.accent}; background: transparent; }}
#viewerPill QToolButton[toggle="true"]:checked:hover {{ background: {DARK.raised}; }}
#viewerPill QToolButton#mapMenuButton {{ padding: 0 3px; }}
#viewerPill QToolButton::menu-indicator {{ image: none; }}
"""


class ToolPill(QFrame):
    """One row of words; the tool in hand is raised, what is switched on wears the accent."""

    def __init__(self, actions: ViewerActions, map_menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerPill")
        self.setStyleSheet(_STYLE)
        self.setFixedHeight(scaled(HEIGHT))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(2)
        self._buttons = {name: self._button(actions[name]) for name in BUTTONS}
        for button in self._buttons.values():
            layout.addWidget(button)
        more = QToolButton(self)
        more.setObjectName("mapMenuButton")
        more.setIcon(icons.icon("chevron_down", DARK))
        more.setIconSize(QSize(14, 14))
        more.setMenu(map_menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setToolTip(self.tr("Class and opacity of the heat map"))
        more.setAccessibleName(more.toolTip())
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(more)
        self.more = self._more_button()
        layout.addWidget(self.more)
        self._wanted = False
        self._view = parent
        parent.installEventFilter(self)
        self._place()

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("More"))
        button.setFont(font(TextSize.BODY))
        button.setToolTip(self.tr("All that can be done to the view (right click)"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("toggle", action.actionGroup() is None)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFont(font(TextSize.BODY))
        # Clicking a tool leaves the focus in the worklist, where the arrow keys are.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle of the lower edge."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def show_for(self, image: bool) -> None:
        """Tools are there where there is an image to use them on."""
        if image != self._wanted:
            self._wanted = image
            self._place()

    def _place(self) -> None:
        view = self._view
        room = view.width() - 32
        for spared in range(len(SPARED_FIRST) + 1):
            for name, button in self._buttons.items():
                button.setHidden(name in SPARED_FIRST[:spared])
            width = self._width()
            if width <= room:
                break
        self.resize(width, self.height())
        self.move((view.width() - width) // 2, view.height() - self.height() - scaled(36))
        # Where it would cover the image more than it helps, keys and the menu of the right button remain.
        self.setVisible(self._wanted and width <= room and view.height() >= 320)

    def _width(self) -> int:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        return layout.sizeHint().width()
