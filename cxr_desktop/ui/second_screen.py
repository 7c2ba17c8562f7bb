"""The image in a window of its own on another screen, and back in the main window; knows no image."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from cxr_desktop.ui import icons


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


class ImageWindow(QWidget):
    """Black, one widget in it. Signal ``closed()``. Its title names the program alone."""

    closed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWindowTitle("cxr-desktop")
        self.setWindowIcon(icons.app_icon())
        # The hands stay in the worklist; the keys work in both windows.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it a title."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the full screen."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_full_screen()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The image goes back to where it came from; nothing is lost."""
        event.accept()
        self.closed.emit()


class SecondScreen(QObject):
    """Moves ``content`` out of the ``splitter`` and back. ``moved(bool)`` tells what the reader chose,
    ``returned()`` that the image stands in the main window again.

    The action is grey, with the reason, where there is one screen only. A screen that is unplugged gives the image
    back, and the reader's choice stays: it moves again when the screen is there again.
    """

    moved = Signal(bool)
    returned = Signal()

    def __init__(self, window: QMainWindow, splitter: QSplitter, content: QWidget, action: QAction) -> None:
        super().__init__(window)
        self._window, self._splitter, self._content, self._action = window, splitter, content, action
        self._place = splitter.indexOf(content)
        self._sizes: list[int] = []
        self._out: ImageWindow | None = None
        self._wanted = False
        action.triggered.connect(lambda: self.choose(self._out is None))
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        window.installEventFilter(self)
        app.screenAdded.connect(lambda _screen: self.refresh())
        app.screenRemoved.connect(self._on_removed)
        self.refresh()

    @property
    def is_out(self) -> bool:
        """Whether the image is in a window of its own."""
        return self._out is not None

    @property
    def image_window(self) -> ImageWindow | None:
        """That window."""
        return self._out

    def other_screen(self) -> QScreen | None:
        """A screen that the main window is not on."""
        return next((screen for screen in QGuiApplication.screens() if screen is not self._window.screen()), None)

    def choose(self, out: bool) -> None:
        """The reader's choice; to be remembered."""
        self.set_wanted(out)
        self.moved.emit(out)

    def set_wanted(self, out: bool) -> None:
        """Move it out where there is another screen, or bring it back; tells nobody."""
        self._wanted = out
        self.refresh()

    def refresh(self) -> None:
        """As the screens are now."""
        other = self.other_screen()
        self._action.setEnabled(other is not None or self._out is not None)
        reason = "" if other is not None else _tr("There is only one screen.")
        about = str(self._action.property("plain_about"))
        self._action.setProperty("about", _tr("{0}. {1}").format(about, reason) if reason else about)
        title = str(self._action.property("title"))
        self._action.setText(title if other is not None else _tr("{0} (there is only one)").format(title))
        self._action.setChecked(self._wanted and other is not None)
        if self._wanted and other is not None and self._out is None and self._window.isVisible():
            self._move_out(other)
        elif not self._wanted and self._out is not None:
            self.bring_back()

    def toggle_full_screen(self) -> None:
        """Of the window with the image."""
        if self._out is not None:
            self._out.toggle_full_screen()

    def bring_back(self) -> None:
        """The image stands in the main window again."""
        out, self._out = self._out, None
        if out is None:
            return
        self._splitter.insertWidget(self._place, self._content)
        self._splitter.setStretchFactor(self._place, 1)
        if self._sizes:
            self._splitter.setSizes(self._sizes)
        self._content.show()
        out.closed.disconnect()
        out.close()
        out.deleteLater()
        self.returned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that was closed with the image elsewhere opens with it there."""
        if event.type() == QEvent.Type.Show and watched is self._window:
            QTimer.singleShot(0, self, self.refresh)
        return False

    def _move_out(self, screen: QScreen) -> None:
        self._sizes = self._splitter.sizes()
        out = self._out = ImageWindow(self._content)
        # The keys of the worklist work there too: N is the next study wherever the eyes are.
        out.addActions([action for action in self._window.actions() if not action.shortcut().isEmpty()])
        out.closed.connect(lambda: self.choose(False))
        out.setScreen(screen)
        out.setGeometry(screen.availableGeometry())
        self._content.show()
        # The worklist takes the place, not what stands at the right.
        given, left = self._sizes[self._place], [*self._sizes[: self._place], *self._sizes[self._place + 1 :]]
        self._splitter.setSizes([left[0] + given, *left[1:]])
        out.setWindowState(Qt.WindowState.WindowMaximized)
        out.show()

    def _on_removed(self, screen: QScreen) -> None:
        if self._out is not None and (self.other_screen() is None or self._out.screen() is screen):
            self.bring_back()
        self.refresh()
