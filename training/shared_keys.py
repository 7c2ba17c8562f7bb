"""Titles and limits of the two specs that recipes share with the program, whose own classes know no recipe."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.engine.architectures import ACTIVATIONS, CONV_HEAD, LINEAR_HEAD, MLP_HEAD, HeadSpec


def _words(title: str, help_text: str = "", **limits: Any) -> Mapping[str, Any]:
    return {"title": title, "help": help_text, **limits}


_PREPROCESS: Mapping[str, Mapping[str, Any]] = {
    "height": _words("Height", "Rows of the model input", minimum=8, maximum=2048, unit="px"),
    "width": _words("Width", "Columns of the model input", minimum=8, maximum=2048, unit="px"),
    "channels": _words("Channels", "Grey once, or repeated three times", choices=(1, 3)),
    "fit": _words(
        "Fit",
        "crop fills and keeps the centre, letterbox keeps all and pads, stretch ignores the aspect",
        choices=("crop", "letterbox", "stretch"),
    ),
    "low_percentile": _words("Black point", "Percentile of grey that becomes 0", minimum=0.0, maximum=50.0, unit="%"),
    "high_percentile": _words(
        "White point", "Percentile of grey that becomes 1", minimum=50.0, maximum=100.0, unit="%"
    ),
    "equalise": _words("Equalise", "0 keeps the grey values, 1 equalises the histogram", minimum=0.0, maximum=1.0),
    "region": _words("Region", "image, or lungs: the rectangle around both lungs", choices=("image", "lungs")),
    "margin": _words("Margin", "Of the lungs' rectangle: share of its sides", minimum=0.0, maximum=0.5),
    "outside": _words("Outside", "Beyond the lungs: kept, or faded to grey", choices=("kept", "grey")),
    "mean": _words("Mean", "Subtracted from intensities of 0 to 1, one value per channel"),
    "std": _words("Standard deviation", "Divides the intensities, one value per channel"),
}

_HEAD: Mapping[str, Mapping[str, Any]] = {
    "kind": _words(
        "Head",
        "linear: pool and one layer; conv_relu: a 1×1 convolution; mlp: hidden layers",
        choices=(LINEAR_HEAD, CONV_HEAD, MLP_HEAD),
    ),
    "pool": _words("Pool", "How the feature map enters hidden layers", choices=("average", "flatten")),
    "hidden": _words("Hidden layers", "Widths, first to last", minimum=1, maximum=65536),
    "activation": _words("Activation", "After each hidden layer", choices=ACTIVATIONS),
    "batch_norm": _words("Batch normalisation", "After each activation"),
    "dropout": _words("Dropout", "One value per hidden layer, or one before the last layer", minimum=0.0, maximum=0.95),
    "logits": _words("Outputs", "per_class, or a single one for two classes", choices=("per_class", "single")),
}

_SHARED: Mapping[type, Mapping[str, Mapping[str, Any]]] = {PreprocessSpec: _PREPROCESS, HeadSpec: _HEAD}


def metadata_of(spec: type, field: dataclasses.Field[Any]) -> Mapping[str, Any]:
    """Title, help and limits of one field of a spec, whoever states them."""
    return field.metadata or _SHARED.get(spec, {}).get(field.name, {})
