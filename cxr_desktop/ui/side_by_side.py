"""Which image stands beside the one in hand: another of its study, or a prior of its patient; loads no pixels."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.priors import find_priors, is_doubtful, patient_of
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui import reasons, wording
from cxr_desktop.ui.study_desk import StudyDesk
from cxr_desktop.ui.viewer.placeholder import ViewerState
from cxr_desktop.ui.viewer.stage import ViewerStage


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


class Beside(Enum):
    """What stands at the right."""

    NOTHING = 0
    STUDY = 1
    PRIOR = 2


class SideBySide(QObject):
    """Signals: ``image_requested(str path)`` for the second image ("" for none), ``correction_undo_requested(str
    path)`` of the second image, ``changed()`` when another kind of image stands beside, or none."""

    image_requested = Signal(str)
    correction_undo_requested = Signal(str)
    changed = Signal()

    def __init__(self, model: WorklistModel, desk: StudyDesk, stage: ViewerStage, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._desk, self._stage = model, desk, stage
        self.beside = Beside.NOTHING
        self._card: ModelCard | None = None
        self._entry: WorklistEntry | None = None
        self._path, self._current = "", ""
        desk.image_taken.connect(self._on_image_taken)
        stage.second_closed.connect(self.close)
        stage.choice_made.connect(self._on_choice)
        stage.step_requested.connect(self.step)
        stage.second_undo_requested.connect(lambda: self.correction_undo_requested.emit(self._path))
        model.dataChanged.connect(self._refresh)

    # --- what it is told

    def set_card(self, card: ModelCard | None) -> None:
        """The card of the model whose maps may be drawn."""
        self._card = card

    def show_image(self, image: GreyImage) -> bool:
        """Pixels have come; whether they were wanted here."""
        second, shown = self._stage.second, self._image()
        if second is None or shown is None or self._entry is None or image.radiograph.path != self._path:
            return False
        paths = [each.path for each in self._entry.images]
        second.set_image(image, paths.index(self._path) + 1, len(paths), shown.correction)
        self._stage.follow()
        return True

    def show_failure(self, path: str, reason: str) -> None:
        """Pixels cannot come."""
        if path and path == self._path and self._stage.second is not None:
            self._stage.second.set_placeholder(ViewerState.FAILED, reason[:1].upper() + reason[1:])

    # --- what the reader wants

    def toggle_study(self) -> None:
        """Two images of the study beside each other, or one again."""
        entry = self._desk.entry()
        if self.beside is Beside.STUDY:
            self.close()
        elif entry is not None and len(entry.images) < 2:
            self._stage.viewer.say(_tr("This study has one image only."))
        elif entry is not None:
            self._set(Beside.STUDY)

    def toggle_prior(self) -> None:
        """The latest prior of the patient beside the study in hand, or one image again."""
        entry = self._desk.entry()
        if self.beside is Beside.PRIOR:
            self.close()
        elif entry is not None and not self._priors(entry):
            self._stage.viewer.say(self.no_prior_words(entry))
        elif entry is not None:
            self._set(Beside.PRIOR)

    def close(self) -> None:
        """One image."""
        self._forget()
        self._stage.hide_second()
        self.beside = Beside.NOTHING
        self.changed.emit()

    def step(self, by: int) -> None:
        """Another image of the study at the right; in the study's own layout, one that is not at the left."""
        if self._entry is None:
            return
        paths = [each.path for each in self._entry.images]
        place = paths.index(self._path) + by
        if self.beside is Beside.STUDY and 0 <= place < len(paths) and paths[place] == self._desk.path():
            place += by
        if 0 <= place < len(paths):
            self._take(self._entry, paths[place])

    @staticmethod
    def no_prior_words(entry: WorklistEntry) -> str:
        """Why there is nothing to compare with."""
        header = entry.radiograph
        if not patient_of(entry):
            return _tr("This study has no patient ID, so no prior of the patient can be told from others.")
        if header is None or not header.study_date:
            return _tr("This study has no date, so no prior of the patient can be told from later studies.")
        return _tr("No earlier study of this patient is in the worklist.")

    # --- what it does

    def _set(self, beside: Beside) -> None:
        self._forget()
        self.beside = beside
        self.changed.emit()
        self._fill()

    def _on_image_taken(self, entry: WorklistEntry | None, _path: str) -> None:
        if self.beside is Beside.NOTHING:
            return
        if entry is None:
            self.close()
        elif self.beside is Beside.PRIOR and entry.key == self._current:
            # Leafing through the study in hand leaves its prior where it is.
            self._show_labels(entry)
        else:
            self._fill()

    def _fill(self) -> None:
        entry = self._desk.entry()
        if entry is None:
            self.close()
            return
        self._current = entry.key
        if self.beside is Beside.STUDY:
            self._stage.set_choices((), "")
            paths = [each.path for each in entry.images]
            here = paths.index(self._desk.path())
            if len(paths) > 1:
                self._take(entry, paths[(here + 1) % len(paths)])
            else:
                self._show_nothing(_tr("This study has one image only."))
            return
        priors = self._priors(entry)
        self._stage.set_choices([(prior.key, moment_words(prior)) for prior in priors], priors[0].key if priors else "")
        if priors:
            self._take_prior(entry, priors[0])
        else:
            self._show_nothing(self.no_prior_words(entry))

    def _on_choice(self, key: str) -> None:
        entry, prior = self._desk.entry(), self._model.entry(key)
        if self.beside is Beside.PRIOR and entry is not None and prior is not None:
            self._take_prior(entry, prior)

    def _take_prior(self, entry: WorklistEntry, prior: WorklistEntry) -> None:
        view = _view_of(entry, self._desk.path())
        alike = next((image.path for image in prior.images if view and _view_of(prior, image.path) == view), "")
        self._take(prior, alike or prior.leading.path)

    def _take(self, entry: WorklistEntry, path: str) -> None:
        self._entry, self._path = entry, path
        self._show_labels(self._desk.entry() or entry)
        second, image = self._stage.second, self._image()
        assert second is not None
        second.set_maps(image.prediction if image is not None else None, self._card)
        finding = self._card.class_of_interest if self._card is not None else Finding.COVID19
        second.set_overlay(finding, False, self._stage.viewer.reading.overlay.opacity)
        if image is not None and image.radiograph is None and image.prediction is not None:
            self.image_requested.emit("")
            self.show_failure(path, reasons.words(image.prediction.reason))
            return
        second.set_placeholder(ViewerState.LOADING, "")
        self.image_requested.emit(path)

    def _refresh(self, *_: object) -> None:
        """The second study may have got its numbers, or was corrected."""
        entry = self._model.entry(self._entry.key) if self._entry is not None else None
        second = self._stage.second
        if entry is None or entry is self._entry or second is None:
            return
        self._entry = entry
        image = self._image()
        if image is not None:
            second.set_maps(image.prediction, self._card)
            second.set_correction(image.correction)

    def _show_labels(self, entry: WorklistEntry) -> None:
        other = self._entry
        if self.beside is not Beside.PRIOR or other is None:
            views = _view_of(entry, self._desk.path()), _view_of(entry, self._path)
            self._stage.show_second(views, views, False)
            return
        words = _tr("PRIOR {0}").format(moment_words(other))
        if is_doubtful(entry, other):
            words = _tr("{0} · name or birth date differs, check the patient").format(words)
        labels = _tr("Current {0}").format(moment_words(entry)), words
        self._stage.show_second(labels, (_tr("Current"), _tr("PRIOR")), True)

    def _show_nothing(self, words: str) -> None:
        self._forget()
        self._stage.show_second(("", ""), ("", ""), False).set_placeholder(ViewerState.EMPTY, words)

    def _forget(self) -> None:
        if self._path:
            self.image_requested.emit("")
        self._entry, self._path = None, ""

    def _priors(self, entry: WorklistEntry) -> tuple[WorklistEntry, ...]:
        return find_priors(entry, self._model.of_patient(patient_of(entry)))

    def _image(self) -> ImageEntry | None:
        images = self._entry.images if self._entry is not None else ()
        return next((image for image in images if image.path == self._path), None)


def moment_words(entry: WorklistEntry) -> str:
    """``2019-03-02 08:12``."""
    header = entry.radiograph
    taken = wording.day(header.study_date) if header is not None else None
    if header is None or taken is None:
        return wording.BLANK
    return f"{taken.isoformat()} {wording.clock(header.study_time)}".strip()


def _view_of(entry: WorklistEntry, path: str) -> str:
    header = next((image.radiograph for image in entry.images if image.path == path), None)
    return wording.plain(header.view_position) if header is not None else ""
