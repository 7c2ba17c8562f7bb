"""Keeps list, image and findings on the same study, the same image and the same heat map; loads no pixels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.settings import Settings
from cxr_desktop.ui import reasons
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.map_methods import MapMethods
from cxr_desktop.ui.shortcut_tests import ShortcutTests
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.map_look import MapLook
from cxr_desktop.ui.viewer.placeholder import ViewerState
from cxr_desktop.ui.worklist_view import WorklistView

PREFETCHED = 2


class StudyDesk(QObject):
    """Signals: ``image_requested(str path)`` when the pixels of another image are wanted ("" for none),
    ``prefetch_requested(list[str])`` with the paths that come next, ``overlay_changed(opacity, below)``,
    ``lungs_changed(shown)`` for the outline of the lungs, ``look_changed(MapLook)`` for how heat maps are drawn,
    ``image_taken(WorklistEntry | None, str path)`` when another study or image is in hand.

    ``methods`` and ``shortcuts`` ask the engine about the image in hand, by signals of their own.
    """

    image_requested = Signal(str)
    prefetch_requested = Signal(list)
    overlay_changed = Signal(float, bool)
    lungs_changed = Signal(bool)
    look_changed = Signal(object)
    image_taken = Signal(object, str)

    def __init__(
        self, model: WorklistModel, view: WorklistView, viewer: ImageViewer, findings: FindingsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._view, self._viewer, self._findings = model, view, viewer, findings
        self._card: ModelCard | None = None
        self._second_card: ModelCard | None = None
        self._entry: WorklistEntry | None = None
        self._path = ""
        self._visible, self._opacity, self._below = True, 0.45, False
        self._look = MapLook()
        self.methods, self.shortcuts = MapMethods(self), ShortcutTests(self)
        self._connect_questions()
        view.study_selected.connect(self._on_study)
        model.dataChanged.connect(self._refresh)
        model.order_applied.connect(self._refresh)
        viewer.next_image_requested.connect(lambda: self.step_image(1))
        viewer.previous_image_requested.connect(lambda: self.step_image(-1))
        viewer.overlay_changed.connect(self._on_viewer_overlay)
        viewer.below_operating_point_changed.connect(self._on_below)
        viewer.lungs_changed.connect(self.lungs_changed)
        findings.finding_selected.connect(lambda _finding: self._show_overlay())
        findings.opacity_changed.connect(self._on_opacity)
        findings.visible_changed.connect(self._on_visible)
        findings.below_changed.connect(self._on_below)
        self._show_nothing()

    def _connect_questions(self) -> None:
        viewer, findings = self._viewer, self._findings
        self.methods.changed.connect(self._show_maps)
        self.methods.advanced.connect(self._show_methods)
        findings.heat_map.cancel_requested.connect(self.methods.cancel)
        self.shortcuts.changed.connect(findings.set_shortcuts)
        findings.shortcut_test_requested.connect(self.shortcuts.run)
        findings.method_chosen.connect(self.methods.choose)
        findings.look_changed.connect(self._on_look)
        viewer.method_chosen.connect(self.methods.choose)
        viewer.method_stepped.connect(self.methods.step)
        viewer.look_changed.connect(self._on_look)

    # --- what it is told

    def set_card(self, card: ModelCard | None) -> None:
        """The card of the model whose numbers are shown."""
        self._card = card
        self._view.set_card(card)
        self._show_results()
        self._show_overlay()

    def set_second_card(self, card: ModelCard | None) -> None:
        """The card of the model that gives a second opinion."""
        self._second_card = card
        self._view.set_second_card(card)
        self._show_results()

    def set_settings(self, settings: Settings) -> None:
        """Opacity, weak evidence and prevalence as the reader left them."""
        self._opacity, self._below = settings.overlay_opacity, settings.overlay_below_operating_point
        self._findings.evidence.set_prevalence(settings.prevalence)
        self._viewer.set_lung_outline(settings.lung_outline)
        self._findings.set_closed_sections(settings.closed_sections)
        self._look = replace(
            self._look,
            colours=settings.overlay_colours,
            outline_only=settings.overlay_outline_only,
            boxes=settings.overlay_boxes,
        )
        self._show_overlay()

    def show_image(self, image: GreyImage) -> bool:
        """Pixels have come. False where the reader is elsewhere by now, and nothing was shown."""
        entry = self._entry
        if entry is None or image.radiograph.path != self._path:
            return False
        paths = [each.path for each in entry.images]
        shown = self._image()
        correction = shown.correction if shown is not None else None
        self._viewer.set_image(image, paths.index(self._path) + 1, len(paths), correction)
        return True

    def show_failure(self, path: str, reason: str) -> None:
        """Pixels cannot come; ``reason`` in plain words."""
        if path == self._path:
            self._viewer.set_placeholder(ViewerState.FAILED, reason[:1].upper() + reason[1:])

    def entry(self) -> WorklistEntry | None:
        """The study in hand."""
        return self._entry

    def path(self) -> str:
        """The image in hand, "" for none."""
        return self._path

    def step_image(self, by: int) -> None:
        """To another image of the same study, stopping at its ends."""
        if self._entry is None:
            return
        paths = [image.path for image in self._entry.images]
        position = paths.index(self._path) + by
        if 0 <= position < len(paths):
            self._take_image(self._entry, paths[position])

    # --- what it does

    def _on_study(self, key: str) -> None:
        entry = self._model.entry(key) if key else None
        if entry is None:
            self._show_nothing()
            return
        self._take_image(entry, entry.leading.path)
        following = self._view.entries_below(PREFETCHED)
        self.prefetch_requested.emit([each.leading.path for each in following if each.radiograph is not None])

    def _take_image(self, entry: WorklistEntry, path: str) -> None:
        self._entry, self._path = entry, path
        self._show_results()
        self.image_taken.emit(entry, path)
        image = self._image()
        if image is not None and image.radiograph is None and image.prediction is not None:
            # Its header could not be read, so there is nothing to load; the reason is known.
            self.image_requested.emit("")
            self.show_failure(path, reasons.words(image.prediction.reason))
            return
        self._viewer.set_placeholder(ViewerState.LOADING, "")
        self.image_requested.emit(path)

    def _show_nothing(self) -> None:
        had = self._path
        self._entry, self._path = None, ""
        self._show_results()
        self._show_what_to_do()
        if had:
            self.image_requested.emit("")
            self.image_taken.emit(None, "")

    def _show_what_to_do(self) -> None:
        has_rows = self._model.rowCount() > 0
        words = self.tr("Choose a study in the worklist.") if has_rows else ""
        self._viewer.set_placeholder(ViewerState.EMPTY, words)

    def _refresh(self, *_: object) -> None:
        """The study in hand may have got its numbers."""
        if self._entry is None:
            self._show_what_to_do()
            return
        entry = self._model.entry(self._entry.key)
        if entry is None or entry is self._entry:
            return
        self._entry = entry
        if self._image() is None:
            self._take_image(entry, entry.leading.path)
        else:
            self._show_results()

    def _image(self) -> ImageEntry | None:
        images = self._entry.images if self._entry is not None else ()
        return next((image for image in images if image.path == self._path), None)

    def _show_results(self) -> None:
        image = self._image()
        self._findings.set_entry(self._entry, self._card, self._path or None, self._second_card)
        prediction = image.prediction if image is not None else None
        self.methods.set_prediction(prediction)
        self.shortcuts.set_prediction(prediction)
        self._findings.set_shortcuts(self.shortcuts.state())
        self._show_maps()
        if image is not None:
            self._viewer.set_correction(image.correction)

    def _show_maps(self) -> None:
        """The maps of the method that is chosen, on both sides."""
        image = self._image()
        mapped = self.methods.shown(image.prediction if image is not None else None)
        self._show_methods()
        self._findings.show_maps(mapped)
        self._viewer.set_maps(mapped, self._card)

    def _show_methods(self) -> None:
        state = self.methods.state()
        self._findings.heat_map.set_methods(state)
        self._viewer.set_map_methods(state)

    # --- the heat map, in step on both sides

    def _show_overlay(self) -> None:
        controls = self._findings.heat_map.controls
        controls.set_opacity(self._opacity)
        controls.set_visible(self._visible)
        controls.set_look(self._look)
        self._findings.heat_map.set_below(self._below)
        self.methods.set_wanted(self._visible)
        self._viewer.set_map_look(self._look)
        self._viewer.set_overlay(self._findings.finding(), self._visible, self._opacity, self._below)

    def _on_viewer_overlay(self, finding: Finding, visible: bool, opacity: float) -> None:
        self._visible, self._opacity = visible, opacity
        self._findings.select_finding(finding)
        self._show_overlay()
        self.overlay_changed.emit(self._opacity, self._below)

    def _on_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        self._show_overlay()
        self.overlay_changed.emit(self._opacity, self._below)

    def _on_visible(self, visible: bool) -> None:
        self._visible = visible
        self._show_overlay()

    def _on_below(self, below: bool) -> None:
        self._below = below
        self._show_overlay()
        self.overlay_changed.emit(self._opacity, self._below)

    def _on_look(self, look: MapLook) -> None:
        self._look = look
        self._show_overlay()
        self.look_changed.emit(look)
