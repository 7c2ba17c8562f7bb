"""Random changes of a training image before the shared harmonisation; knows no label, no network, no file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter
from scipy.fft import irfft2, rfft2

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.preprocess import harmonise, resample
from training.operations import apply, resized
from training.recipe import AugmentSpec

Rng = np.random.Generator


def augmented_input(
    grey: NDArray[np.uint8],
    spec: PreprocessSpec,
    augment: AugmentSpec,
    size: int,
    rng: Rng,
    upright: bool = True,
    other: NDArray[np.uint8] | None = None,
) -> NDArray[np.float32]:
    """One training image: 8-bit codes → normalised float32 (channels, size, size).

    Operations come first; geometry and appearance are random, then ``preprocess.harmonise`` and the card's
    normalisation follow exactly as they do when serving.
    ``upright`` pictures keep their quarter turn. ``other`` is an image that lends its style.
    """
    if not upright and augment.quarter_turn_p > rng.random():
        grey = np.ascontiguousarray(np.rot90(grey, int(rng.integers(1, 4))))
    if augment.operations:
        grey = apply(augment.operations, resized(grey, size, spec.fit), rng, size)
    content = None
    if _is_whole(augment, rng):
        image, _, inner = resample(grey.astype(np.float32), size, size, spec.fit)
        picture = Image.fromarray(np.rint(image).astype(np.uint8))
        content = inner if spec.fit == "letterbox" else None
    else:
        picture = _cropped(grey, augment, size, rng)
    if augment.flip_p > rng.random():
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        content = (content[0], size - content[3], content[2], size - content[1]) if content else None
    return normalised(harmonise(as_elsewhere(picture, augment, rng, other), spec, content), spec)


def as_elsewhere(
    picture: Image.Image, augment: AugmentSpec, rng: Rng, other: NDArray[np.uint8] | None = None
) -> NDArray[np.float32]:
    """The same film as another scanner, publication or vendor would have it: codes 0…255, geometry untouched."""
    codes = np.array(_degraded(picture, augment, rng), dtype=np.float32)
    if other is not None:
        codes = _restyled(codes, other, rng)
    return _shaded(codes, augment, rng)


def coloured_input(
    picture: NDArray[np.uint8], spec: PreprocessSpec, augment: AugmentSpec, size: int, rng: Rng
) -> NDArray[np.float32]:
    """One training image in colour: operations and the mirror only, since films have no colour."""
    if augment.operations:
        picture = apply(augment.operations, resized(picture, size, spec.fit), rng, size)
    if augment.flip_p > rng.random():
        picture = np.ascontiguousarray(picture[:, ::-1])
    return colour_planes(picture, spec, size, size)


def colour_planes(picture: NDArray[np.uint8], spec: PreprocessSpec, height: int, width: int) -> NDArray[np.float32]:
    """(rows, columns, 3) codes → normalised (3, height, width): divided by 255, nothing harmonised."""
    planes = [
        resample(picture[:, :, k].astype(np.float32), height, width, spec.fit)[0] / np.float32(255.0) for k in range(3)
    ]
    return normalised(np.stack(planes), spec)


def _is_whole(augment: AugmentSpec, rng: Rng) -> bool:
    """The picture as it serves: by chance, or always where no crop, turn or shape is asked for."""
    drawn = augment.whole_image_p > rng.random()
    return drawn or (augment.crop_area == (1.0, 1.0) and augment.crop_aspect == 1.0 and augment.rotation_degrees == 0.0)


def normalised(intensities: NDArray[np.float32], spec: PreprocessSpec) -> NDArray[np.float32]:
    """Intensities in 0…1, (height, width) or in colour (3, height, width) → (channels, height, width), card's scale."""
    mean = np.asarray(spec.mean, dtype=np.float32).reshape(-1, 1, 1)
    std = np.asarray(spec.std, dtype=np.float32).reshape(-1, 1, 1)
    planes = np.broadcast_to(intensities, (spec.channels, *intensities.shape[-2:]))
    return np.ascontiguousarray((planes - mean) / std, dtype=np.float32)


def _cropped(grey: NDArray[np.uint8], augment: AugmentSpec, size: int, rng: Rng) -> Image.Image:
    """A random rectangle of the picture, turned a little, at ``size``; what lies outside gets one random grey."""
    rows, columns = grey.shape
    area = rng.uniform(*augment.crop_area)
    aspect = np.exp(rng.uniform(-1, 1) * np.log(augment.crop_aspect))
    base = float(np.sqrt(area)) * min(rows, columns)
    height, width = base / np.sqrt(aspect), base * np.sqrt(aspect)
    centre_y = _position(height, rows, rng)
    centre_x = _position(width, columns, rng)
    cut = Cut(centre_x, centre_y, width, height, turn(augment, rng))
    return cut.of(grey, (size, size), beyond(rng, grey))


@dataclass(frozen=True, slots=True)
class Cut:
    """A rectangle of a picture: middle and sides in its pixels, turned by ``degrees``; it may leave the picture."""

    x: float
    y: float
    width: float
    height: float
    degrees: float = 0.0

    def of(self, grey: NDArray[np.uint8], to: tuple[int, int], fill: int = 0) -> Image.Image:
        """What lies in it at ``to`` (rows, columns) pixels; beyond the picture lies ``fill``."""
        # Sampled at the source's own scale, then shrunk by area averaging: bilinear shrinking would leave moiré.
        rows, columns = max(to[0], round(self.height)), max(to[1], round(self.width))
        turned = Image.fromarray(grey).transform(
            (columns, rows),
            Image.Transform.AFFINE,
            self.coefficients(rows, columns),
            Image.Resampling.BILINEAR,
            fillcolor=fill,
        )
        return turned.resize((to[1], to[0]), Image.Resampling.BOX)

    def coefficients(self, rows: int, columns: int) -> tuple[float, float, float, float, float, float]:
        """(a, b, c, d, e, f): pixel (x, y) of the cut lies at (ax + by + c, dx + ey + f) of the picture."""
        angle = np.deg2rad(self.degrees)
        cos, sin = np.cos(angle), np.sin(angle)
        step_y, step_x = self.height / rows, self.width / columns
        a, b, d, e = cos * step_x, -sin * step_y, sin * step_x, cos * step_y
        c = self.x - (a * columns + b * rows) / 2
        f = self.y - (d * columns + e * rows) / 2
        return float(a), float(b), float(c), float(d), float(e), float(f)


def random_cut(
    middle: tuple[float, float], sides: tuple[float, float], reach: tuple[float, float], augment: AugmentSpec, rng: Rng
) -> Cut:
    """A rectangle (x before y, width before height) changed at random: its area evenly in the logarithm, its shape,
    its place by ``augment.shift`` of ``reach``, its turn."""
    low, high = np.log(augment.crop_area)
    scale = float(np.exp(rng.uniform(low, high) / 2))
    stretch = float(np.exp(rng.uniform(-0.5, 0.5) * np.log(augment.crop_aspect)))
    x, y = middle + rng.uniform(-1.0, 1.0, 2) * augment.shift * reach
    return Cut(float(x), float(y), sides[0] * scale * stretch, sides[1] * scale / stretch, turn(augment, rng))


def turn(augment: AugmentSpec, rng: Rng) -> float:
    """Degrees of a random turn to either side."""
    return float(rng.uniform(-1, 1)) * augment.rotation_degrees


def _position(length: float, whole: int, rng: Rng) -> float:
    """Centre of a crop: inside the picture where it fits, near the middle where it is larger."""
    if length < whole:
        return float(rng.uniform(length / 2, whole - length / 2))
    slack = (length - whole) / 2
    return whole / 2 + float(rng.uniform(-slack, slack))


def beyond(rng: Rng, grey: NDArray[np.uint8]) -> int:
    """Black, the picture's middle grey, or anything: the colour of what lies outside must tell nothing."""
    choice = rng.integers(3)
    if choice == 0:
        return 0
    return int(grey[::16, ::16].mean()) if choice == 1 else int(rng.integers(256))


def _degraded(picture: Image.Image, augment: AugmentSpec, rng: Rng) -> Image.Image:
    """What a scanner, a publication or a vendor's processing does to a film."""
    size = picture.size
    if augment.resolution_p > rng.random():
        factor = rng.uniform(0.35, 0.9)
        small = (max(8, int(size[0] * factor)), max(8, int(size[1] * factor)))
        picture = picture.resize(small, Image.Resampling.BOX).resize(size, Image.Resampling.BILINEAR)
    if augment.sharpen_p > rng.random():
        radius, percent = rng.uniform(0.8, 6.0), int(rng.uniform(30, 150))
        picture = picture.filter(ImageFilter.UnsharpMask(float(radius), percent, 0))
    if augment.blur_p > rng.random():
        picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.3))))
    if augment.marker_p > rng.random():
        _draw_markers(picture, rng)
    if augment.border_p > rng.random():
        _draw_border(picture, rng)
    if augment.erase_p > rng.random():
        _erase(picture, rng)
    if augment.jpeg_p > rng.random():
        stream = BytesIO()
        picture.save(stream, "JPEG", quality=int(rng.integers(25, 85)))
        picture = Image.open(stream)
    return picture


def _restyled(codes: NDArray[np.float32], other: NDArray[np.uint8], rng: Rng) -> NDArray[np.float32]:
    """Bend the power spectrum towards that of another image: what is where stays, how sharp, smooth or grainy a
    hospital renders it does not. Only the mean over all directions is borrowed; mixing every amplitude, as Xu 2021
    does for photographs, drew the lender's ribs over the lungs."""
    size = codes.shape[0]
    side = min(other.shape)
    top, left = (other.shape[0] - side) // 2, (other.shape[1] - side) // 2
    square = Image.fromarray(np.ascontiguousarray(other[top : top + side, left : left + side]))
    lender = np.asarray(square.resize((size, size), Image.Resampling.BOX), dtype=np.float32)
    own, ring = rfft2(codes), _rings(size)
    area = np.maximum(np.bincount(ring), 1)
    power = np.bincount(ring, np.abs(own).ravel()) / area + 1e-3
    lent = np.bincount(ring, np.abs(rfft2(lender)).ravel()) / area + 1e-3
    gain = np.clip(lent / power, 0.2, 5.0) ** rng.uniform(0.0, 1.0)
    gain[0] = 1.0
    bent = irfft2(own * gain[ring].reshape(own.shape).astype(np.float32), codes.shape)
    return np.clip(bent, 0.0, 255.0).astype(np.float32)


@cache
def _rings(size: int) -> NDArray[np.int64]:
    """Ring of every coefficient of ``rfft2``: 0 is the mean, then five rings an octave."""
    radius = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None, :]) * size
    return np.where(radius > 0, 1 + (5 * np.log2(np.maximum(radius, 1.0))).astype(np.int64), 0).ravel()


def _draw_markers(picture: Image.Image, rng: Rng) -> None:
    """Letters, dates and bright plates near the edges, as technicians and publishers leave them."""
    draw = ImageDraw.Draw(picture)
    width, height = picture.size
    alphabet = "LRAPSITZEPORTABLE0123456789:/ "
    for _ in range(int(rng.integers(1, 4))):
        x = int(rng.uniform(0, 0.25) * width if rng.random() < 0.5 else rng.uniform(0.7, 0.95) * width)
        y = int(rng.uniform(0, 0.95) * height)
        ink = int(rng.choice([255, 230, 0, int(rng.integers(256))]))
        if rng.random() < 0.3:
            draw.rectangle((x, y, x + int(rng.uniform(3, 25)), y + int(rng.uniform(3, 12))), fill=ink)
        text = "".join(rng.choice(list(alphabet), int(rng.integers(1, 9))))
        draw.text((x, y), text, fill=255 - ink if rng.random() < 0.2 else ink, font_size=float(rng.uniform(7, 22)))


def _draw_border(picture: Image.Image, rng: Rng) -> None:
    """A flat strip along one to four sides."""
    draw = ImageDraw.Draw(picture)
    width, height = picture.size
    ink = int(rng.choice([0, 0, 255, int(rng.integers(256))]))
    for side in rng.permutation(4)[: int(rng.integers(1, 5))]:
        thick = int(rng.uniform(0.01, 0.12) * width)
        boxes = [(0, 0, width, thick), (0, height - thick, width, height), (0, 0, thick, height)]
        boxes.append((width - thick, 0, width, height))
        draw.rectangle(boxes[int(side)], fill=ink)


def _erase(picture: Image.Image, rng: Rng) -> None:
    """One flat rectangle anywhere."""
    width, height = picture.size
    w, h = rng.uniform(0.08, 0.3, 2) * (width, height)
    x, y = rng.uniform(0, width - w), rng.uniform(0, height - h)
    ImageDraw.Draw(picture).rectangle((int(x), int(y), int(x + w), int(y + h)), fill=int(rng.integers(256)))


def _shaded(codes: NDArray[np.float32], augment: AugmentSpec, rng: Rng) -> NDArray[np.float32]:
    """Changes of tone: gamma, a slope of exposure, quantum noise, polarity. Codes 0…255 in and out."""
    if augment.gamma_p > rng.random():
        codes = 255.0 * (codes / 255.0) ** np.float32(np.exp(rng.uniform(-0.6, 0.6)))
    if augment.field_p > rng.random():
        height, width = codes.shape
        y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
        c = rng.normal(0.0, 18.0, 4)
        codes = (
            codes + np.float32(c[0]) * x + np.float32(c[1]) * y + np.float32(c[2]) * x * y + np.float32(c[3]) * x * x
        )
    if augment.noise_p > rng.random():
        codes = codes + rng.standard_normal(codes.shape, dtype=np.float32) * np.float32(rng.uniform(0.5, 7.0))
    if augment.polarity_p > rng.random():
        codes = 255.0 - codes
    return np.clip(codes, 0.0, 255.0).astype(np.float32)
