"""What the methods of heat maps are called, what they show and what they cost; pure, computes no map."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.ui import reasons

LONG_S = 1.0
"""From here on a wait is worth its own words."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("map_method", text)


def method_name(method: MapMethod) -> str:
    """As the papers write it: a proper name, the same in every language."""
    return {
        MapMethod.GRAD_CAM: "Grad-CAM",
        MapMethod.GRAD_CAM_PLUS_PLUS: "Grad-CAM++",
        MapMethod.XGRAD_CAM: "XGrad-CAM",
        MapMethod.HIRES_CAM: "HiResCAM",
        MapMethod.LAYER_CAM: "LayerCAM",
        MapMethod.EIGEN_CAM: "Eigen-CAM",
        MapMethod.ABLATION_CAM: "Ablation-CAM",
        MapMethod.SCORE_CAM: "Score-CAM",
    }[method]


def method_about(method: MapMethod) -> str:
    """One line on what it shows."""
    return {
        MapMethod.GRAD_CAM: _tr("What each place adds to the logit."),
        MapMethod.GRAD_CAM_PLUS_PLUS: _tr("Grad-CAM that weighs small and repeated areas more."),
        MapMethod.XGRAD_CAM: _tr("Grad-CAM with channels weighted by where they are active."),
        MapMethod.HIRES_CAM: _tr("The exact contribution of each place, without averaging gradients."),
        MapMethod.LAYER_CAM: _tr("What speaks for the class alone; nothing that speaks against it is taken off."),
        MapMethod.EIGEN_CAM: _tr("What the network reacts to most, the same for every class."),
        MapMethod.ABLATION_CAM: _tr("What the logit loses when parts of the network are switched off."),
        MapMethod.SCORE_CAM: _tr("What the logit is when only one pattern of the image is left."),
    }[method]


def duration(seconds: float) -> str:
    """``0.02 s``, ``2.6 s``, ``34 s``"""
    if seconds < LONG_S:
        return _tr("{0} s").format(f"{max(seconds, 0.01):.2f}")
    return _tr("{0} s").format(f"{seconds:.1f}" if seconds < 10 else f"{seconds:.0f}")


def cost_words(offer: MapOffer, measured: float | None) -> str:
    """What it costs: measured on this computer where it was computed before, else estimated; "" for what is free."""
    if offer.method is MapMethod.GRAD_CAM:
        return _tr("Comes with every score.")
    if measured is not None:
        return _tr("Took {0}.").format(duration(measured))
    return _tr("About {0}.").format(duration(offer.seconds))


def offer_words(offer: MapOffer, measured: float | None = None) -> str:
    """The line under the choice: what it shows, whether it is the same here, its scale and its cost, or why not."""
    if offer.reason:
        return _tr("Not available: {0}.").format(reasons.words(offer.reason))
    parts = [method_about(offer.method)]
    if offer.same_as_grad_cam:
        parts.append(_tr("With this model the same map as Grad-CAM."))
    if not offer.method.is_absolute:
        parts.append(_tr("Relative scale: not to be compared between images."))
    parts.append(cost_words(offer, measured))
    return " ".join(parts)
