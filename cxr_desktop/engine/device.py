"""Which backend computes: asks the drivers, not torch, so that a computer without an accelerator never loads torch."""

from __future__ import annotations

import ctypes
import ctypes.util
import logging
import os
import platform
import sys
from dataclasses import dataclass

from cxr_desktop import edition
from cxr_desktop.domain.errors import DeviceError

log = logging.getLogger(__name__)

DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    """``backend`` is "openvino" or "torch", ``device`` "cpu", "cuda" or "mps"; ``chosen`` by name, not by "auto"."""

    backend: str
    device: str
    chosen: bool


def cuda_device_count() -> int:
    """Devices that the NVIDIA driver offers; 0 where there is no driver or it does not start."""
    if os.environ.get("CUDA_VISIBLE_DEVICES") in {"", "-1"}:
        return 0
    library = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
    try:
        driver = ctypes.CDLL(library)
        count = ctypes.c_int(0)
        if driver.cuInit(0) != 0 or driver.cuDeviceGetCount(ctypes.byref(count)) != 0:
            return 0
    except (OSError, AttributeError):
        return 0
    return max(0, count.value)


def has_mps() -> bool:
    """Apple silicon?"""
    return sys.platform == "darwin" and platform.machine() == "arm64"


def choose(device: str) -> DeviceChoice:
    """What ``device`` (one of ``DEVICES``) means on this computer and in this edition.

    "auto" is the processor where torch is not installed: the triage edition has nothing else. Raises ``DeviceError``
    for what is not there.
    """
    if device not in DEVICES:
        raise DeviceError("the compute device must be auto, cpu, cuda or mps")
    if not edition.has("torch"):
        if device in {"cuda", "mps"}:
            raise DeviceError("the triage edition computes on the processor; the full edition can use a graphics card")
        return DeviceChoice("openvino", "cpu", device == "cpu")
    if device in {"auto", "cuda"} and cuda_device_count():
        return DeviceChoice("torch", "cuda", device == "cuda")
    if device in {"auto", "mps"} and has_mps():
        return DeviceChoice("torch", "mps", device == "mps")
    if device == "cuda":
        raise DeviceError("this computer has no NVIDIA graphics card that the driver offers")
    if device == "mps":
        raise DeviceError("this computer has no Apple graphics processor")
    return DeviceChoice("openvino", "cpu", device == "cpu")
