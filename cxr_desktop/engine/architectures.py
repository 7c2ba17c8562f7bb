"""What is known of an architecture without building it: its kind of head, and where its map cells look; no torch."""

from __future__ import annotations

from dataclasses import dataclass

LINEAR_HEAD = "linear"
"""Global average pooling, then one linear layer."""
CONV_HEAD = "conv_relu"
"""A 1×1 convolution to one plane per class, ReLU, then global average pooling."""
MLP_HEAD = "mlp"
"""Average pooling or flattening, hidden layers, then one linear layer."""
ACTIVATIONS = ("relu", "tanh", "sigmoid")


@dataclass(frozen=True, slots=True)
class HeadSpec:
    """What follows the backbone, as data.

    ``kind`` "linear": average pooling, dropout, linear. "conv_relu": dropout, 1×1 convolution, ReLU, average pooling.
    "mlp": ``pool`` ("average" or "flatten"), then for each of ``hidden`` a linear layer, ``activation``, batch
    normalisation where asked for, and its dropout; then linear. ``dropout`` has one value per hidden layer, or one
    value before the last layer of the other kinds; empty means none. ``logits`` "single": the network has one output
    z for two classes and answers (z, 0), so that softmax gives sigmoid(z).
    """

    kind: str = LINEAR_HEAD
    pool: str = "average"
    hidden: tuple[int, ...] = ()
    activation: str = "relu"
    batch_norm: bool = False
    dropout: tuple[float, ...] = ()
    logits: str = "per_class"


def check_head(spec: HeadSpec, classes: int) -> None:
    """Raises ``ValueError`` with one plain phrase where ``spec`` contradicts itself or the number of classes."""
    if spec.kind not in (LINEAR_HEAD, CONV_HEAD, MLP_HEAD) or spec.pool not in ("average", "flatten"):
        raise ValueError("the head or its pool is unknown")
    if spec.activation not in ACTIVATIONS or spec.logits not in ("per_class", "single"):
        raise ValueError("the activation or the outputs of the head are unknown")
    if spec.kind != MLP_HEAD and (spec.hidden or spec.batch_norm or spec.pool != "average"):
        raise ValueError("only an mlp head has hidden layers, batch normalisation or another pool")
    if any(width < 1 for width in spec.hidden) or not all(0 <= p < 1 for p in spec.dropout):
        raise ValueError("hidden layers have at least one unit, and dropout is a share below 1")
    if len(spec.dropout) not in (0, len(spec.hidden) if spec.kind == MLP_HEAD else 1):
        raise ValueError("an mlp head has one dropout per hidden layer, other heads have one at most")
    if spec.logits == "single" and (classes != 2 or spec.kind == CONV_HEAD):
        raise ValueError("a head with a single output needs two classes and no conv_relu")


_SCNNB_HEAD = HeadSpec(MLP_HEAD, pool="flatten", hidden=(1280,), dropout=(0.5,))


@dataclass(frozen=True, slots=True)
class CellGrid:
    """Where the cells of the last feature map look, in pixels of the model input, in both directions.

    Cell i looks at ``first_centre + i * stride``, the middle of its receptive field (pixel centres at +0.5). It
    follows from kernels k, strides s and paddings p: every layer moves the first centre by ((k - 1) / 2 - p) times
    the stride so far (Araujo 2019, doi.org/10.23915/distill.00021). Stretching the map over the input instead, as is
    usual, was measured to miss a bright square on ResNet18 by 0.68 cells on average and 1.03 at most; this grid
    misses it by 0.34 and 0.53: the padding of its strided layers shifts the cells half a cell up and left.
    """

    stride: float
    first_centre: float


@dataclass(frozen=True, slots=True)
class Architecture:
    """Facts about a network that hold for all weights: its own head, and its cells where it is not cut."""

    head: HeadSpec
    cells: CellGrid


ARCHITECTURES = {
    "resnet18": Architecture(HeadSpec(), CellGrid(32, 0.5)),
    "resnet50": Architecture(HeadSpec(), CellGrid(32, 0.5)),
    "resnet152": Architecture(HeadSpec(), CellGrid(32, 0.5)),
    # 2×2 average pooling has no padding: + 2, + 4 and + 8 after the first layers.
    "densenet121": Architecture(HeadSpec(), CellGrid(32, 14.5)),
    # No padding at all: 7×7 convolution, then three 3×3 poolings: + 3, + 2, + 4, + 8.
    "squeezenet1_0": Architecture(HeadSpec(CONV_HEAD, dropout=(0.5,)), CellGrid(16, 17.5)),
    # Seven 3×3 layers without padding: + 1, + 2, + 2, + 4, + 4, + 8, + 16.
    "inception_v3": Architecture(HeadSpec(dropout=(0.5,)), CellGrid(32, 37.5)),
    "resnetv2_50": Architecture(HeadSpec(), CellGrid(32, 0.5)),
    "efficientnet_b2": Architecture(HeadSpec(dropout=(0.3,)), CellGrid(32, 0.5)),
    "scnnb": Architecture(_SCNNB_HEAD, CellGrid(4, 2.0)),
    "scnnb_a": Architecture(_SCNNB_HEAD, CellGrid(4, 2.0)),
    "scnnb_b": Architecture(_SCNNB_HEAD, CellGrid(4, 2.0)),
    "gate_cnn": Architecture(HeadSpec(), CellGrid(32, 0.5)),
}

LUNG_UNET = "lung_unet"
SEGMENTERS = (LUNG_UNET,)
"""Networks that answer with one logit per pixel; ``SEGMENTER_STEP`` divides the sides of their input."""
SEGMENTER_STEP = 32
