"""JPEG 2000 at a lower resolution → the grey that averaging over areas gives; knows no file and no network.

Four fifths of the time that a lossless film takes to decode goes into its finest wavelets, which no network sees: they
look at some 128 pixels. What the coarser levels hold is not an average over areas, though. A pixel of theirs lies a
little higher and further left, and the low-pass filters are sharper (5/3) or blunter (9/7) than a box. So the inverse
wavelets are computed with nothing in the finest levels, and the result is averaged as the whole image would be: both
in one sum over the samples that are there.
"""

from __future__ import annotations

import io
import threading
from functools import lru_cache

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Jpeg2KImagePlugin

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.imaging.coarser import without_finest
from cxr_desktop.imaging.codestreams import Codestream
from cxr_desktop.imaging.lung_region import REDUCED_SIDE, averaged, block_means
from cxr_desktop.imaging.pixels import Reduction

_Filters = tuple[tuple[float, ...], tuple[float, ...]]
_BETWEEN_5_3: _Filters = ((1.0,), (0.5, 0.5))
_BETWEEN_9_7: _Filters = (
    (-0.057543526229, 1.115087052457, -0.057543526229),
    (-0.091271763114, 0.591271763114, 0.591271763114, -0.091271763114),
)
"""Synthesis low-pass filters (ISO 15444-1, annex F): taps for samples that are there, and for those between them."""
_REACH = 2
_opening = threading.Lock()


def reduction_of(stream: Codestream, shorter_side: int) -> Reduction | None:
    """The most that can be left out while the shorter side keeps ``shorter_side`` pixels; ``None``: nothing can."""
    plain = stream.kind == "jpeg 2000" and stream.components == 1 and not stream.signed and stream.has_plain_grid
    levels = 0
    while plain and levels < stream.levels and min(stream.rows, stream.columns) >> (levels + 1) >= shorter_side:
        levels += 1
    return Reduction(levels, stream.rows, stream.columns, stream.reversible) if levels else None


def decode_reduced(frame: bytes, stream: Codestream, reduction: Reduction) -> NDArray[np.uint16]:
    """The samples of what is left, in as many bits as the whole has. Raises ``OSError`` and the like as codecs do."""
    step = 1 << reduction.levels
    shape = -(-stream.rows // step), -(-stream.columns // step)
    coarse = without_finest(frame, stream, reduction.levels)
    samples = imagecodecs.jpeg2k_decode(coarse) if coarse is not None else _by_pillow(frame, stream, reduction, shape)
    if samples.shape != shape:
        raise ValueError("a reduced image of another size than its header's")
    return np.asarray(samples, dtype=np.uint16)


def _by_pillow(frame: bytes, stream: Codestream, reduction: Reduction, shape: tuple[int, int]) -> NDArray[np.generic]:
    """The same where finer packets lie between coarser ones. It holds Python's lock while it decodes."""
    with _opening:  # Pillow looks at filters of warnings, which are the whole process's
        image = Jpeg2KImagePlugin.Jpeg2KImageFile(io.BytesIO(frame[stream.start :]))
    step = 1 << reduction.levels
    image.reduce = reduction.levels  # documented so; it shadows a method
    # Pillow rounds the size, the codec rounds it up: without this, a width of 4n + 1 is "broken data".
    image._size = shape[1] * step, shape[0] * step
    image.load()
    samples = np.asarray(image)
    if image.mode == "I;16" and stream.precision < 16:
        samples = samples >> (16 - stream.precision)
    elif image.mode == "L" and stream.precision < 8:
        samples = samples >> (8 - stream.precision)
    return samples


def smaller(grey: NDArray[np.float32], reduction: Reduction) -> tuple[NDArray[np.float32], Affine]:
    """What ``lung_region.reduced`` makes of the whole image, and the map from it to the whole image's pixels.

    ``grey`` is the image without the levels that ``reduction`` names; its shorter side has ``REDUCED_SIDE`` pixels
    or more.
    """
    shape = reduction.rows, reduction.columns
    shorter = min(shape)
    height, width = (max(1, round(side * REDUCED_SIDE / shorter)) for side in shape)
    blocks, levels, reversible = shorter // REDUCED_SIDE, reduction.levels, reduction.reversible
    fewer = _summed(grey, *_weights(reduction.rows, levels, reversible, blocks, height))
    across = np.ascontiguousarray(fewer.T)  # rows are added up several times as fast as columns
    image = _summed(across, *_weights(reduction.columns, levels, reversible, blocks, width)).T
    return np.ascontiguousarray(image), Affine(a=reduction.columns / width, e=reduction.rows / height)


def _summed(grey: NDArray[np.float32], first: NDArray[np.intp], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Sums over rows: result n is the rows from ``first[n]`` on with ``weights[n]``."""
    result = np.zeros((len(first), grey.shape[1]), dtype=np.float32)
    for tap in range(weights.shape[1]):
        result += weights[:, tap, None] * np.take(grey, first + tap, axis=0)
    return result


@lru_cache(maxsize=64)
def _weights(
    size: int, levels: int, reversible: bool, blocks: int, count: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Of ``count`` averages over one side of ``size`` pixels, as sums over the samples that are left of that side.

    The steps themselves are asked what they do to each sample: the inverse wavelets with nothing in the finest levels,
    and then what ``lung_region.reduced`` does, whole blocks first. Returns the first sample of each sum, (count,), and
    the weights from there on, (count, taps).
    """
    sizes = [-(-size // (1 << level)) for level in range(levels + 1)]
    grown = np.eye(sizes[-1], dtype=np.float32)
    for finer in reversed(sizes[:-1]):
        grown = _grown(grown, finer, _BETWEEN_5_3 if reversible else _BETWEEN_9_7)
    matrix = averaged(block_means(grown, blocks, 0), 0, 0.0, size / blocks / count, count)
    used = matrix != 0
    taps = int((matrix.shape[1] - used[:, ::-1].argmax(axis=1) - used.argmax(axis=1)).max())
    first = np.minimum(used.argmax(axis=1), matrix.shape[1] - taps)
    weights = np.take_along_axis(matrix, first[:, None] + np.arange(taps), axis=1)
    return first, weights


def _grown(coarse: NDArray[np.float32], size: int, filters: _Filters) -> NDArray[np.float32]:
    """One level of inverse wavelets along rows, with nothing in the finer band: (n, columns) → (``size``, columns)."""
    # The signal is mirrored about its first and its last sample; the last one may be of the finer band.
    before = coarse[_REACH:0:-1]
    behind = coarse[-1 - size % 2 : -1 - size % 2 - _REACH : -1]
    padded = np.concatenate([before, coarse, behind])
    result = np.empty((2 * len(coarse), coarse.shape[1]), dtype=np.float32)
    for phase, taps in enumerate(filters):
        start = _REACH + phase - len(taps) // 2
        result[phase::2] = sum(
            np.float32(weight) * padded[start + tap : start + tap + len(coarse)] for tap, weight in enumerate(taps)
        )
    return result[:size]
