"""A worklist entry is one study with its images, results and reading state; every change is a new value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Correction, Prediction, RiskBand, Status
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.urgency import Urgency, most_urgent


class ReadState(StrEnum):
    """Where the reader is with a study."""

    UNREAD = "unread"
    IN_READING = "in_reading"
    READ = "read"


class ScoreState(StrEnum):
    """Where the engine is with a study or an image."""

    WAITING = "waiting"
    SCORING = "scoring"
    SCORED = "scored"
    NOT_SCORED = "not_scored"
    NOT_AN_IMAGE = "not_an_image"
    HIDDEN = "hidden"
    """Scored, and the score is kept from a blind reader (``domain.blindness``)."""


class Wish(NamedTuple):
    """How the reader wants one image scored: against the gate's advice, turned, with black and white exchanged."""

    override: bool = False
    quarter_turns: int = 0
    inverted: bool = False


def wish_of(prediction: Prediction) -> Wish:
    """The wish that a result answers."""
    return Wish(prediction.override, prediction.quarter_turns % 4, prediction.inverted)


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """One file of a study. ``radiograph`` is ``None`` where its header could not be read (``prediction`` says why).

    ``override``, ``quarter_turns`` and ``inverted`` are the reader's wishes for scoring; a prediction made under other
    wishes is not this image's result. ``concealed``: there is a score, and it was taken out of this value.
    """

    identity: FileIdentity
    radiograph: Radiograph | None = None
    prediction: Prediction | None = None
    scoring: bool = False
    override: bool = False
    quarter_turns: int = 0
    inverted: bool = False
    concealed: bool = False

    @property
    def path(self) -> str:
        """Where the file is."""
        return self.identity.path

    @property
    def wish(self) -> Wish:
        """How the reader wants it scored."""
        return Wish(self.override, self.quarter_turns % 4, self.inverted)

    @property
    def correction(self) -> Correction:
        """How the reader has it turned and its black and white exchanged; the file is as it was."""
        return Correction(self.quarter_turns % 4, self.inverted)

    @property
    def state(self) -> ScoreState:
        """State of this image alone."""
        if self.scoring:
            return ScoreState.SCORING
        if self.prediction is None:
            return ScoreState.HIDDEN if self.concealed else ScoreState.WAITING
        status = self.prediction.status
        # Calling an enumeration takes longer than all the rest, and a list of 100,000 asks several times per row.
        return ScoreState.SCORED if status is Status.SCORED else ScoreState(status.value)

    @property
    def risk(self) -> float | None:
        """The probability that orders the list, of a scored image."""
        if self.prediction is None or self.prediction.status is not Status.SCORED:
            return None
        return self.prediction.risk


@dataclass(frozen=True, slots=True)
class WorklistEntry:
    """One row. ``added_at`` is UTC in seconds since the epoch, ``order`` the position of arrival (from 0).

    ``read_at`` is UTC in seconds, ``read_by`` the reader's name; both are empty unless the study is read.
    ``set_urgency`` is the reader's word, ``None`` where the study keeps what it came with. ``scores_seen`` says that
    its scores have been in front of a reader: an impression from then on is not blind.
    """

    key: str
    images: tuple[ImageEntry, ...]
    added_at: float = 0.0
    order: int = 0
    read_state: ReadState = ReadState.UNREAD
    read_at: float | None = field(default=None)
    impression: Impression | None = None
    read_by: str = ""
    set_urgency: Urgency | None = None
    scores_seen: bool = False

    @property
    def urgency(self) -> Urgency:
        """The reader's word, else the most urgent of what the headers say."""
        return self.set_urgency or self.ordered_urgency

    @property
    def ordered_urgency(self) -> Urgency:
        """What the study came with."""
        return most_urgent(i.radiograph.requested_priority for i in self.images if i.radiograph)

    @property
    def leading(self) -> ImageEntry:
        """The image that stands for the study: highest risk, else the first scored, else one that says most."""
        if len(self.images) == 1:
            return self.images[0]  # almost every study, asked several times per sorted row
        scored = [image for image in self.images if image.risk is not None]
        if scored:
            return max(scored, key=lambda image: image.risk or 0.0)
        rank = {
            ScoreState.SCORED: 0,
            ScoreState.HIDDEN: 0,
            ScoreState.SCORING: 1,
            ScoreState.WAITING: 2,
            ScoreState.NOT_SCORED: 3,
            ScoreState.NOT_AN_IMAGE: 4,
        }
        return min(self.images, key=lambda image: rank[image.state])

    @property
    def state(self) -> ScoreState:
        """Scored as soon as one image is; a study that still waits for its only hope is waiting."""
        return self.leading.state

    @property
    def risk(self) -> float | None:
        """The highest risk of the scored images."""
        return self.leading.risk

    @property
    def band(self) -> RiskBand | None:
        """Risk band of the leading image."""
        prediction = self.leading.prediction
        return prediction.risk_band if prediction and prediction.status is Status.SCORED else None

    @property
    def reason(self) -> str:
        """Why there is no score, "" where there is one or none is due yet."""
        prediction = self.leading.prediction
        return prediction.reason if prediction and prediction.status is not Status.SCORED else ""

    @property
    def radiograph(self) -> Radiograph | None:
        """A header that names the study: the leading image's, else any."""
        if self.leading.radiograph is not None:
            return self.leading.radiograph
        return next((image.radiograph for image in self.images if image.radiograph is not None), None)

    def with_image(self, image: ImageEntry) -> WorklistEntry:
        """Add an image, or replace the one at the same path. A new image makes a read study unread again."""
        return self.with_images((image,))

    def with_images(self, images: Iterable[ImageEntry]) -> WorklistEntry:
        """The same for many at once: a study may hold thousands of slices."""
        by_path = {image.path: image for image in self.images}
        before = len(by_path)
        by_path.update((image.path, image) for image in images)
        if len(by_path) == before:
            return replace(self, images=tuple(by_path.values()))
        reopened = self.read_state is ReadState.READ
        ordered = tuple(sorted(by_path.values(), key=_reading_order))
        if not reopened:
            return replace(self, images=ordered)
        return replace(self, images=ordered, read_state=ReadState.UNREAD, read_at=None, read_by="")

    def with_read_state(self, state: ReadState, at: float, by: str = "") -> WorklistEntry:
        """Every change of reading state is legal; opening a study that was read leaves it read."""
        if state is ReadState.IN_READING and self.read_state is ReadState.READ:
            return self
        read = state is ReadState.READ
        return replace(self, read_state=state, read_at=at if read else None, read_by=by if read else "")


def _reading_order(image: ImageEntry) -> tuple[int, int, str]:
    """Frontal views first, then instance number, then path."""
    header = image.radiograph
    if header is None:
        return 2, 0, image.path
    lateral = header.view_position.upper() in {"LL", "RL", "LAT", "LATERAL"}
    return int(lateral), header.instance_number or 0, image.path
