"""A recipe is one training run as data: frozen values with a title, a help text and limits for every key.

It knows no torch and no files; ``recipe_file`` reads it from TOML, ``recipe_schema`` describes it to the wizard.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.engine.architectures import ARCHITECTURES, SEGMENTERS, HeadSpec

ROLES = ("triage", "gate", "orientation", "lungs")


class RecipeError(CxrError, ValueError):
    """The recipe contradicts itself or names something unknown."""


def key(default: Any, title: str, help_text: str = "", **limits: Any) -> Any:
    """A field with what the wizard needs: ``minimum``, ``maximum``, ``choices``, ``unit``, ``basic``."""
    metadata = {"title": title, "help": help_text, **limits}
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def required(title: str, help_text: str) -> Any:
    """A field that every recipe states."""
    return field(metadata={"title": title, "help": help_text})


@dataclass(frozen=True, slots=True)
class Operation:
    """One named change of a picture. ``p`` is its probability, ``values`` its own parameters (see ``operations``)."""

    name: str
    p: float = 1.0
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AugmentSpec:
    """Random changes of a training image. Fields named ``…_p`` are probabilities, the rest are ranges.

    ``operations`` come first, in their order, on the picture at training size. The others imitate what scanners,
    publishers and vendors do to a film. ``crop_area``: share of the largest centred square that a crop covers; above 1
    the picture shrinks into a border. ``polarity_p``: the whole picture inverted, for models that must not judge by
    polarity. ``style_p``: sharpness, noise and contrast (the amplitude spectrum) borrowed from another training image.
    Where the model input is the lungs, the crop is an affine around their rectangle and ``crop_area`` its share.
    ``filter_p``: a random convolution of up to 7×7 pixels, one for a whole batch, blended with the images in training
    only (Xu 2021, RandConv).
    ``mixstyle_p``: mean and deviation of early feature maps are mixed between the images of a batch (Zhou 2021), in
    training only.
    """

    operations: tuple[Operation, ...] = key((), "Operations", "Changes in their order: name, p and values of each")
    crop_area: tuple[float, float] = key(
        (1.0, 1.0),
        "Crop area",
        "Smallest and largest share of the square that a crop covers",
        minimum=0.05,
        maximum=4.0,
    )
    crop_aspect: float = key(1.0, "Crop aspect", "Largest ratio of a crop's sides", minimum=1.0, maximum=2.0)
    whole_image_p: float = key(0.0, "Whole image", "Chance that nothing is cropped", minimum=0.0, maximum=1.0)
    flip_p: float = key(0.0, "Mirror", "Chance of a left-right flip", minimum=0.0, maximum=1.0)
    quarter_turn_p: float = key(0.0, "Quarter turn", "Chance of a turn by 90, 180 or 270°", minimum=0.0, maximum=1.0)
    rotation_degrees: float = key(0.0, "Rotation", "Largest turn to either side", minimum=0.0, maximum=45.0, unit="°")
    shift: float = key(
        0.08, "Shift", "Of a lung crop or a lung mask: largest share of its sides", minimum=0.0, maximum=0.5
    )
    resolution_p: float = key(0.0, "Lower resolution", "Chance of a coarser picture", minimum=0.0, maximum=1.0)
    sharpen_p: float = key(0.0, "Sharpen", "Chance of an unsharp mask", minimum=0.0, maximum=1.0)
    blur_p: float = key(0.0, "Blur", "Chance of a soft focus", minimum=0.0, maximum=1.0)
    noise_p: float = key(0.0, "Noise", "Chance of grain", minimum=0.0, maximum=1.0)
    jpeg_p: float = key(0.0, "JPEG", "Chance of compression artefacts", minimum=0.0, maximum=1.0)
    field_p: float = key(0.0, "Uneven exposure", "Chance of a slope of brightness", minimum=0.0, maximum=1.0)
    gamma_p: float = key(0.0, "Gamma", "Chance of another tone curve", minimum=0.0, maximum=1.0)
    marker_p: float = key(0.0, "Markers", "Chance of letters and plates near the edge", minimum=0.0, maximum=1.0)
    border_p: float = key(0.0, "Border", "Chance of a flat strip along a side", minimum=0.0, maximum=1.0)
    erase_p: float = key(0.0, "Erase", "Chance of one flat rectangle", minimum=0.0, maximum=1.0)
    polarity_p: float = key(0.0, "Invert", "Chance of inverted polarity", minimum=0.0, maximum=1.0)
    style_p: float = key(0.0, "Borrowed style", "Chance of another film's sharpness", minimum=0.0, maximum=1.0)
    estranged_p: float = key(
        0.0, "Cut-outs", "Of role gate: chance of a part or a collage in place of no chest", minimum=0.0, maximum=1.0
    )
    opacity_p: float = key(0.0, "Opacities", "Chance of soft bright patches over the lungs", minimum=0.0, maximum=1.0)
    filter_p: float = key(0.0, "Random filter", "Chance of a random convolution for a batch", minimum=0.0, maximum=1.0)
    mixstyle_p: float = key(
        0.0, "MixStyle", "Chance that a batch's images trade the style of their feature maps", minimum=0.0, maximum=1.0
    )


@dataclass(frozen=True, slots=True)
class DataSpec:
    """Which labels become which class, and how images without a split are divided.

    ``classes`` name the logits in their order. ``rename`` maps labels of the data to classes; ``"*"`` takes every
    label that is not named, ``""`` as its target leaves a label out; without ``"*"`` such labels are left out.
    ``positive`` is the class of interest: sensitivity is its share found. ``ratios`` (train, val, test) divide images
    that have no split of their own, by patient where one is known. ``resplit`` forgets the splits of the data.
    ``lungs`` finds the lungs where ``preprocess.region`` is "lungs".
    """

    classes: tuple[str, ...] = key((), "Classes", "In the order of the outputs; empty takes those of the data")
    positive: str = key("", "Class of interest", "Sensitivity is its share found; empty means the first class")
    rename: Mapping[str, str] = key(dict, "Rename labels", "Label of the data to class; * takes every other label")
    ratios: tuple[float, float, float] = key(
        (0.7, 0.15, 0.15), "Shares", "Training, validation and test, of patients", minimum=0.0, maximum=1.0
    )
    resplit: bool = key(False, "Divide anew", "Ignore the splits that the data come with")
    split_seed: int = key(0, "Seed of the division", "Another seed, another division", minimum=0, maximum=2**31 - 1)
    leave_out: tuple[str, ...] = key((), "Leave out", "Collections that are not used, to look at afterwards")
    lungs: str = key("", "Lung finder", "Name or folder of a lungs model, where region is lungs")
    colour: bool = key(False, "Colour", "Three colour planes; such a model cannot be published for radiographs")


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """Backbone by name, where it is cut, what follows, and where its weights begin.

    ``cut`` is the name of an inner node (as ``torchvision.models.feature_extraction`` names it), empty for the tensor
    that enters the pool. ``weights``: "imagenet", "none", "model:NAME", "run:FOLDER" or "file:PATH".
    ``train_norm``: a backbone without batch normalisation gets it while it trains; it is folded into the
    convolutions afterwards, so that the published network is the plain one.
    """

    backbone: str = key("resnet18", "Backbone", "The network up to its pool", choices=(*ARCHITECTURES, *SEGMENTERS))
    cut: str = key("", "Cut at", "Name of an inner node, as torchvision names it; empty cuts before the pool")
    head: HeadSpec = field(default_factory=HeadSpec)
    output: str = key("softmax", "Output", "How logits become probabilities", choices=("softmax", "sigmoid"))
    weights: str = key("imagenet", "Initial weights", "imagenet, none, model:NAME, run:FOLDER or file:PATH")
    train_norm: bool = key(False, "Normalise while training", "For networks without batch normalisation, from scratch")


@dataclass(frozen=True, slots=True)
class ScheduleSpec:
    """How the learning rate moves.

    ``cosine``: linear warm-up over ``warmup_share`` of all steps, then to a hundredth. ``step``: × ``factor`` every
    ``every`` epochs. ``compound``: × factor^epoch at each epoch e, so lr₀·factor^(e(e+1)/2). ``plateau``: × ``factor``
    after ``patience`` epochs without a better ``monitor``.
    """

    kind: str = key(
        "constant",
        "Schedule",
        "How the learning rate moves",
        choices=("constant", "cosine", "step", "compound", "plateau"),
    )
    factor: float = key(0.1, "Factor", "Multiplies the learning rate at a step", minimum=1e-4, maximum=1.0)
    every: int = key(7, "Every", "Epochs between two steps", minimum=1, maximum=1000, unit="epochs")
    patience: int = key(5, "Patience", "Epochs without gain before a step", minimum=0, maximum=1000, unit="epochs")
    monitor: str = key("val_accuracy", "Watches", "Validation number of the plateau schedule")
    warmup_share: float = key(0.05, "Warm-up", "Share of all steps, for the cosine schedule", minimum=0.0, maximum=1.0)


@dataclass(frozen=True, slots=True)
class PhaseSpec:
    """One stretch of a run. ``train`` are patterns (fnmatch) of parameter names that learn; "*" means all.

    Modules without a learning parameter stay in evaluation mode: running statistics of a frozen backbone do not move.
    """

    name: str = key("train", "Name", "What the phase is called in the log")
    train: tuple[str, ...] = key(("*",), "Learns", "Patterns of parameter names that learn; * means all")
    epochs: int = key(10, "Epochs", "Rounds over the training images", minimum=1, maximum=10000)
    optimiser: str = key("adam", "Optimiser", "Rule of a step", choices=("adam", "adamw", "sgd", "adagrad", "rmsprop"))
    learning_rate: float = key(1e-4, "Learning rate", "Size of a step", minimum=1e-8, maximum=10.0)
    momentum: float = key(0.0, "Momentum", "For sgd and rmsprop", minimum=0.0, maximum=0.999)
    weight_decay: float = key(0.0, "Weight decay", "Pull towards zero (L2)", minimum=0.0, maximum=1.0)
    schedule: ScheduleSpec = field(default_factory=ScheduleSpec)


@dataclass(frozen=True, slots=True)
class MultiplySpec:
    """Training images multiplied before the first epoch (offline), after the division into splits.

    ``times``: every image of ``classes`` becomes ``times`` pictures, the k-th made by ``variants[k-1]``.
    ``up_to``: every class gets changed copies until it has ``up_to`` pictures. ``largest``: until it has as many as
    the largest class (oversampling). ``classes`` empty means all. Copies never leave the training split.
    """

    mode: str = key("none", "Multiply", "Copies made before training", choices=("none", "times", "up_to", "largest"))
    times: int = key(1, "Times", "Pictures made of one, itself counted", minimum=1, maximum=100)
    up_to: int = key(0, "Up to", "Pictures per class", minimum=0, maximum=1_000_000)
    classes: tuple[str, ...] = key((), "Classes to multiply", "Empty means all")
    variants: tuple[tuple[Operation, ...], ...] = key((), "Variants", "A list of operations for each further copy")


@dataclass(frozen=True, slots=True)
class BalanceSpec:
    """What to do about unequal classes.

    ``class_weights``: the loss of class c is weighted n / (k · n_c). ``shares``: an epoch draws classes by
    ``class_share`` (equal where absent) and collections inside a class by ``origin_share``. ``undersample_ensemble``:
    the majority is divided into parts of the size of the minority, one network each, and the majority of votes counts.
    ``origin_prior`` is the exponent of P(class | origin) added to the logits in training only, so that the network
    gains nothing by recognising the hospital (product of experts, Clark 2019).
    """

    method: str = key(
        "none", "Imbalance", "What to do about unequal classes",
        choices=("none", "class_weights", "shares", "undersample_ensemble"),
    )  # fmt: skip
    class_share: Mapping[str, float] = key(dict, "Share of a class", "In an epoch; equal where absent")
    origin_share: Mapping[str, Mapping[str, float]] = key(dict, "Share of a collection", "Inside a class")
    origin_prior: float = key(
        0.0, "Origin prior", "How far knowing the hospital is taken out of the loss", minimum=0.0, maximum=2.0
    )


@dataclass(frozen=True, slots=True)
class DistillSpec:
    """Learning from networks that were trained before (Hinton 2015).

    ``teachers`` answer once for every training image, prepared as it serves; the mean of their probabilities at
    ``temperature`` is the soft target, and ``weight`` its share of the loss.
    """

    teachers: tuple[str, ...] = key((), "Teachers", "Folders of runs or models with the same classes")
    temperature: float = key(2.0, "Temperature", "Softens the teachers' answers", minimum=0.5, maximum=20.0)
    weight: float = key(0.5, "Weight", "Share of the loss that follows the teachers", minimum=0.0, maximum=1.0)


@dataclass(frozen=True, slots=True)
class StopSpec:
    """Early stopping: ``patience`` epochs without a better ``monitor`` end the phase; 0 never does."""

    patience: int = key(0, "Patience", "Epochs without gain before a phase ends; 0 never", minimum=0, maximum=10000)
    restore_best: bool = key(True, "Keep the best", "Go on and publish from the best epoch, not the last")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to train, on what, how long. ``select`` names the validation number that picks the best epoch.

    ``system`` is the report's system that it reproduces, ``good_for`` one sentence for the wizard's card,
    ``reported`` the numbers of the report, ``document`` the words of the published card.
    """

    name: str = required("Name", "Small letters, digits, - and _; the published model is called so")
    title: str = required("Title", "Name for readers")
    role: str = key("triage", "Role", "What the model is for", choices=ROLES)
    system: str = key("", "System", "The reported system that this reproduces")
    good_for: str = key("", "Good for", "One sentence")
    data: DataSpec = field(default_factory=DataSpec)
    network: NetworkSpec = field(default_factory=NetworkSpec)
    preprocess: PreprocessSpec = field(default_factory=lambda: PreprocessSpec(224, 224))
    train_size: int = key(
        0, "Training size", "Pixels; 0 means the size that serves", minimum=0, maximum=2048, unit="px"
    )
    phases: tuple[PhaseSpec, ...] = (PhaseSpec(),)
    loss: str = key("cross_entropy", "Loss", "bce judges every output by itself", choices=("cross_entropy", "bce"))
    label_smoothing: float = key(
        0.0, "Label smoothing", "Share of certainty taken from the labels", minimum=0.0, maximum=0.5
    )
    batch_size: int = key(32, "Batch size", "Images per step", minimum=1, maximum=4096, basic=True)
    images_per_epoch: int = key(0, "Images per epoch", "0 means every image once", minimum=0, maximum=10_000_000)
    multiply: MultiplySpec = field(default_factory=MultiplySpec)
    balance: BalanceSpec = field(default_factory=BalanceSpec)
    augment: AugmentSpec = field(default_factory=AugmentSpec)
    distill: DistillSpec = field(default_factory=DistillSpec)
    stop: StopSpec = field(default_factory=StopSpec)
    select: str = key("val_loss", "Best epoch by", "A validation number; losses are minimised, all others maximised")
    validate_every: int = key(
        1, "Validate every", "Epochs between two validations", minimum=1, maximum=1000, unit="epochs"
    )
    ema_decay: float = key(
        0.0, "Averaged weights", "Decay of the moving average; 0 means none", minimum=0.0, maximum=0.9999
    )
    gradient_clip: float = key(0.0, "Clip gradients", "Largest norm; 0 means none", minimum=0.0, maximum=1000.0)
    precision: str = key(
        "auto", "Precision", "auto measures which is faster here", choices=("auto", "fp32", "bf16", "fp16")
    )
    seed: int = key(0, "Seed", "The same seed gives the same run on a processor", minimum=0, maximum=2**31 - 1)
    reported: Mapping[str, Any] = key(dict, "Reported", "Numbers of the report, to compare with")
    document: Mapping[str, Any] = key(dict, "Card", "Words of the published card")

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the logits, in their order."""
        return self.data.classes

    @property
    def positive(self) -> str:
        """The class of interest: as named, else the first."""
        return self.data.positive or self.data.classes[0]

    @property
    def epochs(self) -> int:
        """Epochs of all phases."""
        return sum(phase.epochs for phase in self.phases)

    @property
    def size(self) -> int:
        """Side of a training image in pixels."""
        return self.train_size or self.preprocess.height

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON types, ``recipe_file.from_dict`` reads them back."""
        values: dict[str, Any] = _plain(dataclasses.asdict(self))
        return values


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
