"""A new window in the place of the old one, with all that it was told and where the reader was; starts nothing.

Words, fonts and keys are taken when a widget is made, so another language, another size of text or other keys are
worn by a window that is made anew, while threads and models go on. That cannot forget a word, as a window could that
puts other words into widgets that are there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QMetaMethod, QObject, Qt

from cxr_desktop.ui import window_state

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow


def carry_over(old: MainWindow, new: MainWindow) -> None:
    """Tell ``new`` what ``old`` was told, and show the reader the same study in the same place."""
    for name, (args, words) in old.told.items():
        getattr(new, name)(*args, **words)
    if old.banner.isVisibleTo(old) and old.message is not None:
        new.show_error(*old.message)
    for name in ("show_worklist", "show_findings"):
        new.named[name].setChecked(old.named[name].isChecked())
    new.top.filter.setText(old.top.filter.text())
    new.viewer.reading.adjustments = old.viewer.reading.adjustments
    new.desk.methods.take_over(old.desk.methods)
    key = old.worklist.view.selected_key()
    if key:
        new.worklist.view.select_key(key)


def replace_window(old: MainWindow, make: Callable[[], MainWindow]) -> MainWindow:
    """The window that stands in the place of ``old``, which is gone when the event loop has its turn."""
    old.full_screen.leave()
    old.flush_settings()
    window_state.save(old, old.splitter, old.worklist.view.header)
    _silence(old.model)
    old.viewer.set_image(None)
    step = old.help.tour.at if old.help.tour.is_running else None
    old.help.close()
    new = make()
    _hear_out(old)
    carry_over(old, new)
    new.setWindowState(old.windowState())
    new.show()
    new.arrivals.take_over(old.arrivals)
    if step is not None:
        new.help.tour.start(step)
    old.hide()
    old.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    old.deleteLater()
    new.activateWindow()
    return new


def _hear_out(old: MainWindow) -> None:
    """What threads said before the new window's rooms listened waits for the old one's, and would go with them."""
    for room in old.findChildren(QObject, options=Qt.FindChildOption.FindDirectChildrenOnly):
        QCoreApplication.sendPostedEvents(room, QEvent.Type.MetaCall.value)


def _silence(model: QAbstractItemModel) -> None:
    """The model outlives the window; nothing of the old one may hear it any more."""
    about, qt = model.metaObject(), cast(Any, QObject)
    for number in range(qt.staticMetaObject.methodCount(), about.methodCount()):
        method = about.method(number)
        if method.methodType() is QMetaMethod.MethodType.Signal:
            qt.disconnect(model, "2" + bytes(method.methodSignature().data()).decode(), None, None)
