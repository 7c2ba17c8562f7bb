"""One image, or two beside each other that follow one another; chooses no image and reads none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.viewer.extras import PictureContent
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.pane_strip import PaneStrip
from cxr_desktop.ui.viewer.view_export import side_by_side
from cxr_desktop.ui.viewer.view_link import ViewLink

_LEAST_PANE = 180


class ViewerStage(QWidget):
    """``viewer`` is always there; ``second`` is made when it is first wanted.

    Signals: ``second_closed()`` by its button, ``choice_made(str key)`` of the strip's list, ``step_requested(int by)``
    by the wheel over the second image, ``second_undo_requested()`` of its correction, ``link_changed(bool)``,
    ``menu_opening(QMenu)`` of either image.
    """

    second_closed = Signal()
    choice_made = Signal(str)
    step_requested = Signal(int)
    second_undo_requested = Signal()
    link_changed = Signal(bool)
    menu_opening = Signal(QMenu)

    def __init__(self, viewer: ImageViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Black in every theme, as what stands on it.
        self.setObjectName("viewerStage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"#viewerStage {{ background: {DARK.line}; }}")
        self.viewer = viewer
        self.second: ImageViewer | None = None
        self._link: ViewLink | None = None
        self._linked, self._identity_visible = True, True
        self._strip = PaneStrip()
        self._panes = QHBoxLayout()
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(1)
        self._panes.addWidget(viewer, 1)
        # Two of them share the width evenly, so neither may insist on its own.
        viewer.setMinimumWidth(_LEAST_PANE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addLayout(self._panes, 1)
        self._strip.show_active(False)
        self._strip.hide()
        self._strip.closed.connect(self.second_closed)
        self._strip.choice_made.connect(self.choice_made)
        self._strip.link_toggled.connect(self.set_linked)
        viewer.context_menu_opening.connect(self.menu_opening)
        viewer.taken_in_hand.connect(partial(self._take_in_hand, viewer))

    @property
    def has_two(self) -> bool:
        """Whether a second image stands beside the first."""
        return self.second is not None and not self.second.isHidden()

    @property
    def is_linked(self) -> bool:
        """Whether the two follow each other."""
        return self._linked

    def show_second(self, labels: tuple[str, str], undated: tuple[str, str], warns: bool) -> ImageViewer:
        """Make room for a second image; ``warns`` marks it as not belonging to the study in hand. ``undated`` are the
        labels in pictures that name nobody."""
        second = self.second or self._make_second()
        self.viewer.set_label(labels[0], False, undated[0])
        second.set_label(labels[1], warns, undated[1])
        self._strip.show_labels(*labels, warns)
        if second.isHidden():
            second.reading.text_amount = self.viewer.reading.text_amount
            second.show()
            self._strip.show()
        return second

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str) -> None:
        """(key, words) of what else might stand at the right."""
        self._strip.set_choices(choices, current)

    def hide_second(self) -> None:
        """One image again; nothing refers to the second one's pixels any more."""
        self.viewer.set_label("")
        self._strip.hide()
        if self.second is not None:
            self._take_in_hand(self.viewer)
            self.second.set_image(None)
            self.second.hide()

    def follow(self) -> None:
        """The second image has come: let it look as the first does."""
        if self._link is not None and self.second is not None:
            self._link.follow(self.viewer.reading, self.second.reading)

    def set_linked(self, linked: bool) -> None:
        """Window, zoom and place follow each other, or do not."""
        self._linked = linked
        self._strip.show_linked(linked)
        if self._link is not None:
            self._link.is_on = linked
            self.follow()
        self.link_changed.emit(linked)

    def set_identity_visible(self, visible: bool) -> None:
        """In both."""
        self._identity_visible = visible
        for viewer in self._viewers():
            viewer.set_identity_visible(visible)

    def picture(self, content: PictureContent) -> QImage:
        """What is on the screen; see ``ImageViewer.picture``."""
        panes = self._viewers() if self.has_two else [self.viewer]
        return side_by_side([viewer.picture(content) for viewer in panes])

    def _viewers(self) -> list[ImageViewer]:
        return [self.viewer] if self.second is None else [self.viewer, self.second]

    def _make_second(self) -> ImageViewer:
        second = self.second = ImageViewer(self)
        second.hide()
        second.setAccessibleName(self.tr("Second image"))
        second.setMinimumWidth(_LEAST_PANE)
        second.viewer_actions.set_active(False)
        second.set_identity_visible(self._identity_visible)
        second.next_image_requested.connect(lambda: self.step_requested.emit(1))
        second.previous_image_requested.connect(lambda: self.step_requested.emit(-1))
        second.correction_undo_requested.connect(self.second_undo_requested)
        second.full_screen_toggled.connect(self.viewer.full_screen_toggled)
        second.context_menu_opening.connect(self.menu_opening)
        second.taken_in_hand.connect(partial(self._take_in_hand, second))
        self._panes.addWidget(second, 1)
        self._link = ViewLink(self.viewer.reading, second.reading, self)
        self._link.is_on = self._linked
        return second

    def _take_in_hand(self, viewer: ImageViewer) -> None:
        """The keys of the window belong to the image that was clicked last."""
        for each in self._viewers():
            each.viewer_actions.set_active(each is viewer)
        self._strip.show_active(viewer is self.second)
