"""What follows a backbone: feature map → logits, and Grad-CAM's weights by explicit formulas; knows no architecture."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from cxr_desktop.engine.architectures import CONV_HEAD, LINEAR_HEAD, HeadSpec, check_head

_ACTIVATIONS: dict[str, type[nn.Module]] = {"relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid}
_SINGLE = "single"


class LinearHead(nn.Linear):
    """Average pooling, dropout, one linear layer; its weights are ``weight`` and ``bias``."""

    def __init__(self, channels: int, outputs: int, dropout: float, single: bool) -> None:
        super().__init__(channels, outputs)
        self.dropout = dropout
        self.single = single

    def forward(self, features: Tensor) -> Tensor:
        """(batch, channels, height, width) → logits (batch, classes)."""
        pooled = functional.dropout(features.mean(dim=(2, 3)), self.dropout, self.training)
        return _beside_zero(super().forward(pooled), self.single)

    def cam_weights(self, features: Tensor) -> Tensor:
        """(batch, classes, channels): the weights themselves, for every image."""
        weight = _beside_zero(self.weight, self.single, dim=0)
        return weight.expand(features.shape[0], -1, -1)


class ConvHead(nn.Conv2d):
    """Dropout, a 1×1 convolution to one plane per class, ReLU, average pooling."""

    def __init__(self, channels: int, outputs: int, dropout: float) -> None:
        super().__init__(channels, outputs, kernel_size=1)
        self.dropout = dropout
        nn.init.normal_(self.weight, std=0.01)  # as SqueezeNet's own last layer
        nn.init.zeros_(self.bias)  # type: ignore[arg-type]

    def forward(self, features: Tensor) -> Tensor:
        """(batch, channels, height, width) → logits (batch, classes)."""
        dropped = functional.dropout(features, self.dropout, self.training)
        return torch.relu(super().forward(dropped)).mean(dim=(2, 3))

    def cam_weights(self, features: Tensor) -> Tensor:
        """(batch, classes, channels): only cells that the ReLU lets through pass a gradient."""
        open_cells = (super().forward(features) > 0).to(features.dtype).mean(dim=(2, 3))
        return open_cells[:, :, None] * self.weight[None, :, :, 0, 0]


class MlpHead(nn.Module):
    """Pool or flatten, then hidden layers (linear, activation, batch normalisation, dropout), then one linear layer."""

    def __init__(self, channels: int, cells: int, outputs: int, spec: HeadSpec) -> None:
        super().__init__()
        self.channels = channels
        self.flatten = spec.pool == "flatten"
        self.single = spec.logits == _SINGLE
        self.activation = spec.activation
        self.depth = len(spec.hidden)
        width = channels * (cells if self.flatten else 1)
        for n, hidden in enumerate(spec.hidden, start=1):
            self.add_module(f"hidden{n}", nn.Linear(width, hidden))
            self.add_module(f"activation{n}", _ACTIVATIONS[spec.activation]())
            if spec.batch_norm:
                self.add_module(f"norm{n}", nn.BatchNorm1d(hidden))
            if spec.dropout:
                self.add_module(f"dropout{n}", nn.Dropout(spec.dropout[n - 1]))
            width = hidden
        self.output = nn.Linear(width, outputs)

    def _part(self, name: str, n: int) -> nn.Module | None:
        return self._modules.get(f"{name}{n}")

    def _linear(self, n: int) -> nn.Linear:
        layer = self._modules[f"hidden{n}"]
        assert isinstance(layer, nn.Linear)
        return layer

    def _pooled(self, features: Tensor) -> Tensor:
        return features.flatten(1) if self.flatten else features.mean(dim=(2, 3))

    def forward(self, features: Tensor) -> Tensor:
        """(batch, channels, height, width) → logits (batch, classes)."""
        x = self._pooled(features)
        for n in range(1, self.depth + 1):
            for name in ("hidden", "activation", "norm", "dropout"):
                part = self._part(name, n)
                x = x if part is None else part(x)
        return _beside_zero(self.output(x), self.single)

    def _slopes(self, features: Tensor) -> list[Tensor]:
        """For every hidden layer d(what leaves it)/d(its linear output), (batch, width), in evaluation mode."""
        slopes = []
        x = self._pooled(features)
        for n in range(1, self.depth + 1):
            before = self._linear(n)(x)
            x = self._modules[f"activation{n}"](before)  # type: ignore[misc]
            slope = _derivative(self.activation, before, x)
            norm = self._part("norm", n)
            if isinstance(norm, nn.BatchNorm1d):
                assert norm.running_mean is not None
                assert norm.running_var is not None
                gain = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
                slope, x = slope * gain, (x - norm.running_mean) * gain + norm.bias
            slopes.append(slope)
        return slopes

    def cam_weights(self, features: Tensor) -> Tensor:
        """(batch, classes, channels): the chain rule from the last layer back to the pool, as evaluation mode has it.

        A flattened map has a gradient per cell; Grad-CAM takes their mean (here their sum, as everywhere), and the sum
        over cells may be taken in the first layer's weights.
        """
        slopes = self._slopes(features)
        gradient = self.output.weight.expand(features.shape[0], -1, -1)
        for n in range(self.depth, 0, -1):
            weight = self._linear(n).weight
            gradient = (gradient * slopes[n - 1][:, None, :]) @ (self._over_cells(weight) if n == 1 else weight)
        if self.depth == 0:
            gradient = self._over_cells(self.output.weight).expand(features.shape[0], -1, -1)
        return _beside_zero(gradient, self.single)

    def _over_cells(self, weight: Tensor) -> Tensor:
        if not self.flatten:
            return weight
        return weight.reshape(weight.shape[0], self.channels, -1).sum(dim=2)


def _beside_zero(values: Tensor, single: bool, dim: int = 1) -> Tensor:
    """A single output z becomes the two logits (z, 0): their softmax is sigmoid(z)."""
    return torch.cat([values, torch.zeros_like(values)], dim=dim) if single else values


def _derivative(activation: str, before: Tensor, after: Tensor) -> Tensor:
    if activation == "relu":
        return (before > 0).to(before.dtype)
    return 1 - after * after if activation == "tanh" else after * (1 - after)


Head = LinearHead | ConvHead | MlpHead


def build_head(spec: HeadSpec, channels: int, cells: int, classes: int) -> Head:
    """A head with random weights for maps of ``channels`` × ``cells``. Raises ``ValueError`` for a contradiction."""
    check_head(spec, classes)
    outputs = 1 if spec.logits == _SINGLE else classes
    dropout = spec.dropout[0] if spec.dropout else 0.0
    if spec.kind == LINEAR_HEAD:
        return LinearHead(channels, outputs, dropout, spec.logits == _SINGLE)
    if spec.kind == CONV_HEAD:
        return ConvHead(channels, outputs, dropout)
    return MlpHead(channels, cells, outputs, spec)
