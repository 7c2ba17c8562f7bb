"""One file → model inputs or a plain reason; runs in decoding threads, knows no network and never raises."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, NotAnImageError, UnreadableImageError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import QualityVerdict, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.engine.gate import content_verdict
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.lung_verdict import lung_verdict
from cxr_desktop.engine.messages import Picture, ScoreRequest
from cxr_desktop.imaging import files, pixels, reader
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.lung_region import REDUCED_SIDE, has_both, moved, reduced
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.preprocess import ModelInput, preprocess, rotation
from cxr_desktop.imaging.wavelet import smaller

MIDDLE_SCORED = "the lungs were not found: the middle of the image was scored"
ONE_LUNG = "only one lung was found"

log = logging.getLogger(__name__)

_LARGE_IMAGE = 32_000_000
"""Pixels: images above it are turned into floating point one at a time, or four of them would fill the memory."""


@dataclass(slots=True)
class Prepared:
    """What is known about a file before any network ran. ``status`` is set where it ends here."""

    request: ScoreRequest
    content_hash: str = ""
    status: Status | None = None
    reason: str = ""
    header: Radiograph | None = None
    flags: tuple[str, ...] = ()
    content: QualityVerdict | None = None
    """Set where there is no picture to judge."""
    gate_tensor: NDArray[np.float32] | None = None
    orientation_tensor: NDArray[np.float32] | None = None
    tensor: NDArray[np.float32] | None = None
    second_tensor: NDArray[np.float32] | None = None
    """For the second opinion, where there is one."""
    lungs: LungField | None = None
    lungs_verdict: QualityVerdict | None = None
    """Set where lungs were looked for, and are missing or cut off; the gate's own verdict comes first."""
    lung_flags: tuple[str, ...] = ()
    """What a scored row says of the lungs."""
    to_source: Affine = field(default_factory=Affine)
    picture: Picture | None = None
    is_reduced: bool = False
    """Whether wavelets were left out in decoding: a result near a threshold is then computed again from all."""
    lungs_in_doubt: bool = False
    """Of a reduced image: whether all of it might show clearly other lungs."""
    other_tensors: tuple[NDArray[np.float32], ...] = ()
    """Of a reduced image: what the model would look at if the lungs were a cell wider or narrower here and there."""
    other_second_tensors: tuple[NDArray[np.float32], ...] = ()
    seconds: float = 0.0


class Preparation:
    """Reads, decodes, finds lungs and preprocesses for a model, a second one and the gate; one for all threads."""

    def __init__(
        self,
        budget: ReadBudget,
        spec: PreprocessSpec,
        gate_spec: PreprocessSpec | None,
        second_spec: PreprocessSpec | None = None,
        *,
        orientation_spec: PreprocessSpec | None = None,
        finder: LungFinder | None = None,
        may_reduce: bool = True,
    ) -> None:
        """``finder`` looks for lungs in every image; ``may_reduce``: the finest wavelets need not be decoded.

        Raises ``CheckpointError`` where a model needs a finder."""
        if finder is None and any(s is not None and s.region == "lungs" for s in (spec, second_spec)):
            raise CheckpointError("the model looks at the lungs only and needs the lung model, which is not installed")
        self._budget = budget
        self._spec = spec
        self._gate_spec = gate_spec
        self._second_spec = second_spec
        self._orientation_spec = orientation_spec
        self._finder = finder
        self._least_side = REDUCED_SIDE if may_reduce else 0
        self._large = threading.Lock()

    def prepare(self, request: ScoreRequest, whole: bool = False) -> Prepared:
        """Every fault of the file becomes a status and a reason. ``whole``: at full resolution, whatever that costs."""
        started = time.perf_counter()
        prepared = Prepared(request)
        try:
            self._fill(prepared, 0 if whole else self._least_side)
        except NotAnImageError as error:
            prepared.status, prepared.reason = Status.NOT_AN_IMAGE, str(error)
        except UnreadableImageError as error:
            prepared.status, prepared.reason = Status.NOT_SCORED, str(error)
        except MemoryError:
            prepared.status, prepared.reason = Status.NOT_SCORED, "the image needs more memory than there is"
        except OSError as error:
            log.debug("a file could not be read: %s", error)
            prepared.status, prepared.reason = Status.NOT_SCORED, "the file cannot be opened"
        except Exception as error:
            log.warning("reading a file failed with %s", type(error).__name__)
            log.debug("the failure", exc_info=True)
            prepared.status, prepared.reason = Status.NOT_SCORED, "the file cannot be read"
        prepared.seconds = time.perf_counter() - started
        return prepared

    def _fill(self, prepared: Prepared, shorter_side: int) -> None:
        request = prepared.request
        data = files.read_bytes(request.path, self._budget)
        prepared.content_hash = files.content_hash(data)
        image = reader.read_image(request.path, self._budget, data, shorter_side)
        del data
        prepared.header = image.radiograph
        prepared.is_reduced = image.reduction is not None
        prepared.flags = tuple(dict.fromkeys((*image.radiograph.flags, *image.flags)))
        if image.pixels.size > _LARGE_IMAGE:
            with self._large:
                self._make_inputs(prepared, *_shown(image))
        else:
            self._make_inputs(prepared, *_shown(image))

    def _make_inputs(self, prepared: Prepared, grey: NDArray[np.float32], to_file: Affine) -> None:
        """``to_file`` maps pixels of ``grey`` to those of the file."""
        request = prepared.request
        upright = _corrected(grey, request)
        prepared.content = content_verdict(upright)
        if prepared.content is not None and not request.override:
            return
        inputs = _Inputs(upright, self._finder, prepared.is_reduced)
        prepared.lungs_in_doubt = inputs.lungs_in_doubt
        if request.picture:
            prepared.picture = _picture(inputs.small, request.quarter_turns, grey.shape, to_file)
        if prepared.content is None:
            prepared.gate_tensor = inputs.tensor(self._gate_spec)
            prepared.orientation_tensor = inputs.tensor(self._orientation_spec)
        rows, columns = grey.shape
        back = to_file.after(rotation(rows, columns, request.quarter_turns))
        if inputs.lungs is not None:
            prepared.lungs = moved(inputs.lungs, back)
            if not has_both(inputs.lungs):
                prepared.lung_flags = (ONE_LUNG,)
        if self._finder is not None:
            prepared.lungs_verdict = lung_verdict(inputs.lungs, (upright.shape[0], upright.shape[1]))
            if prepared.lungs_verdict is not None and not request.override:
                return
        prepared.tensor = inputs.tensor(self._spec)
        prepared.to_source = back.after(inputs.of(self._spec).to_source)
        prepared.second_tensor = inputs.tensor(self._second_spec)
        prepared.other_tensors = inputs.others(self._spec)
        prepared.other_second_tensors = inputs.others(self._second_spec)
        if inputs.middle_used:
            prepared.lung_flags = (MIDDLE_SCORED,)


def _shown(image: GreyImage) -> tuple[NDArray[np.float32], Affine]:
    """What the networks look at, and the map from its pixels to those of the file."""
    grey = pixels.presentation(image)
    return (grey, Affine()) if image.reduction is None else smaller(grey, image.reduction)


def corrected_grey(request: ScoreRequest, budget: ReadBudget) -> NDArray[np.float32]:
    """The pixels of a file as the reader consented to have them, bright meaning dense. Raises ``CxrError``."""
    try:
        data = files.read_bytes(request.path, budget)
    except OSError as error:
        raise UnreadableImageError("the file cannot be opened") from error
    return _corrected(pixels.presentation(reader.read_image(request.path, budget, data)), request)


def _corrected(grey: NDArray[np.float32], request: ScoreRequest) -> NDArray[np.float32]:
    """As the reader consented to have it."""
    upright = np.ascontiguousarray(np.rot90(grey, request.quarter_turns % 4))
    return np.subtract(1.0, upright, dtype=np.float32) if request.inverted else upright


def _picture(upright: NDArray[np.float32], quarter_turns: int, shape: tuple[int, ...], to_file: Affine) -> Picture:
    """As the file has it, but with black and white as they were scored."""
    lying = np.rot90(upright, -quarter_turns % 4)
    grey = (lying * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
    source = round(shape[0] * to_file.e), round(shape[1] * to_file.a)
    return Picture(grey.tobytes(), grey.shape[0], grey.shape[1], *source)


class _Inputs:
    """All that networks are given of one image; equal wishes are computed once."""

    def __init__(self, grey: NDArray[np.float32], finder: LungFinder | None, may_doubt: bool = False) -> None:
        self._grey = grey
        self._made: dict[PreprocessSpec, ModelInput] = {}
        self._made_otherwise: dict[PreprocessSpec, tuple[NDArray[np.float32], ...]] = {}
        self.lungs: LungField | None = None
        """In pixels of the image."""
        self.lungs_in_doubt = False
        self.small, self._to_grey = reduced(grey)
        if finder is not None:
            self._found, self.lungs_in_doubt, self._other_lungs = finder.look(self.small, may_doubt)
            self.lungs = moved(self._found, self._to_grey) if self._found is not None else None

    @property
    def middle_used(self) -> bool:
        """Whether an input of the lungs shows the middle of the picture, for want of lungs."""
        return self.lungs is None and any(spec.region == "lungs" for spec in self._made)

    def tensor(self, spec: PreprocessSpec | None) -> NDArray[np.float32] | None:
        """``None`` where there is no network."""
        return None if spec is None else self.of(spec).tensor

    def others(self, spec: PreprocessSpec | None) -> tuple[NDArray[np.float32], ...]:
        """The same with the lungs that slightly other pixels might show."""
        if spec is None or spec.region != "lungs":
            return ()
        if spec not in self._made_otherwise:
            made = tuple(preprocess(self.small, spec, lungs=lungs).tensor for lungs in self._other_lungs)
            self._made_otherwise[spec] = made
        return self._made_otherwise[spec]

    def of(self, spec: PreprocessSpec) -> ModelInput:
        """Raises ``ValueError`` for an empty image."""
        if spec not in self._made:
            if spec.region == "lungs" or max(spec.height, spec.width) <= REDUCED_SIDE // 2:
                lungs = self._found if spec.region == "lungs" else None
                made = preprocess(self.small, spec, lungs=lungs)
                self._made[spec] = replace(made, to_source=self._to_grey.after(made.to_source))
            else:
                self._made[spec] = preprocess(self._grey, spec)
        return self._made[spec]
