"""The menu of the image under the pointer and above its button; decides nothing of what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cxr_desktop.ui.viewer import menus
from cxr_desktop.ui.viewer.actions import ViewerActions
from cxr_desktop.ui.viewer.reading import Reading


class ContextMenu(QObject):
    """Signal ``opening(QMenu)``, so that others may add their entries. Nothing opens where there is no image."""

    opening = Signal(QMenu)

    def __init__(self, viewer: QWidget, actions: ViewerActions, reading: Reading, maps: menus.MapMenu) -> None:
        super().__init__(viewer)
        self._viewer, self._actions, self._reading, self._maps = viewer, actions, reading, maps

    def open_at(self, at: QPoint) -> None:
        """At a point of the viewer."""
        menu = self._menu()
        if menu is not None:
            menu.popup(self._viewer.mapToGlobal(at))

    def open_above(self, button: QWidget) -> None:
        """Above a button that stands for it."""
        menu = self._menu()
        if menu is not None:
            menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _menu(self) -> QMenu | None:
        display = self._reading.display
        if display is None:
            return None
        menu = QMenu(self._viewer)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menus.fill_context_menu(menu, self._actions, display, self._maps)
        self.opening.emit(menu)
        return menu
