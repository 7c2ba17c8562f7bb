"""One file → model inputs or a plain reason; runs in decoding threads, knows no network and never raises."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import QualityVerdict, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.engine.gate import content_verdict
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.imaging import files, pixels, reader
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.preprocess import preprocess

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
    tensor: NDArray[np.float32] | None = None
    second_tensor: NDArray[np.float32] | None = None
    """For the second opinion, where there is one."""
    lungs: LungField | None = None
    to_source: Affine = field(default_factory=Affine)
    seconds: float = 0.0


class Preparation:
    """Reads, decodes and preprocesses for one model and its gate; one object serves all threads."""

    def __init__(
        self,
        budget: ReadBudget,
        spec: PreprocessSpec,
        gate_spec: PreprocessSpec | None,
        second_spec: PreprocessSpec | None = None,
    ) -> None:
        self._budget = budget
        self._spec = spec
        self._gate_spec = gate_spec
        self._second_spec = second_spec
        self._large = threading.Lock()

    def prepare(self, request: ScoreRequest) -> Prepared:
        """Every fault of the file becomes a status and a reason."""
        started = time.perf_counter()
        prepared = Prepared(request)
        try:
            self._fill(prepared)
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

    def _fill(self, prepared: Prepared) -> None:
        request = prepared.request
        data = files.read_bytes(request.path, self._budget)
        prepared.content_hash = files.content_hash(data)
        image = reader.read_image(request.path, self._budget, data)
        del data
        prepared.header = image.radiograph
        prepared.flags = tuple(dict.fromkeys((*image.radiograph.flags, *image.flags)))
        if image.pixels.size > _LARGE_IMAGE:
            with self._large:
                self._make_inputs(prepared, pixels.presentation(image))
        else:
            self._make_inputs(prepared, pixels.presentation(image))

    def _make_inputs(self, prepared: Prepared, grey: NDArray[np.float32]) -> None:
        request = prepared.request
        prepared.content = content_verdict(grey)
        if prepared.content is not None and not request.override:
            return
        if self._gate_spec is not None and prepared.content is None:
            prepared.gate_tensor = preprocess(grey, self._gate_spec, request.quarter_turns).tensor
        model_input = preprocess(grey, self._spec, request.quarter_turns)
        prepared.tensor, prepared.to_source = model_input.tensor, model_input.to_source
        if self._second_spec is not None:
            prepared.second_tensor = preprocess(grey, self._second_spec, request.quarter_turns).tensor
