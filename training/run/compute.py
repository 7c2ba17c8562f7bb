"""On what a run computes: device, processes, threads, data workers; it knows no recipe."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from dataclasses import dataclass

import torch
from lightning.fabric import Fabric
from lightning.fabric.strategies import DDPStrategy

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.engine.device import DEVICES


@dataclass(frozen=True, slots=True)
class Compute:
    """``workers`` -1 and ``threads`` 0 choose; ``devices`` per machine, ``nodes`` machines."""

    device: str = "auto"
    workers: int = -1
    threads: int = 0
    devices: int = 1
    nodes: int = 1

    @classmethod
    def of(cls, options: argparse.Namespace) -> Compute:
        """From the command line; only `train` knows several devices."""
        devices, nodes = getattr(options, "devices", 1), getattr(options, "nodes", 1)
        return cls(options.device, options.workers, options.threads, devices, nodes)

    @property
    def processes(self) -> int:
        """Of the whole run."""
        return self.devices * self.nodes

    def launch(self) -> Fabric:
        """Start the other processes, if any, and join them. Raises ``DeviceError`` for a device that is not there.

        Precision is always "32-true" for Fabric: which one is faster is measured after the processes have met.
        """
        if self.device not in DEVICES:
            raise DeviceError("the compute device must be auto, cpu, cuda or mps")
        if min(self.devices, self.nodes) < 1:
            raise DeviceError("a run needs at least one device on one machine")
        kind = self._kind()
        if self.processes > 1 and getattr(sys, "frozen", False):
            raise DeviceError("several devices need the program installed by pip, not as one bundle")
        logging.getLogger("lightning.fabric").setLevel(logging.WARNING)  # it greets every process
        strategy = DDPStrategy(process_group_backend="nccl" if kind == "cuda" else "gloo")
        fabric = Fabric(
            accelerator=kind,
            devices=self.devices,
            num_nodes=self.nodes,
            strategy=strategy if self.processes > 1 else "auto",
        )
        fabric.launch()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        torch.set_num_threads(self.threads or max(1, cores // self.devices if kind == "cpu" else cores))
        return fabric

    def _kind(self) -> str:
        has = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
        if self.device == "auto":
            return next(kind for kind, there in has.items() if there)
        if not has[self.device]:
            raise DeviceError(f"PyTorch finds no device {self.device} on this computer; choose cpu")
        return self.device


def in_words(fabric: Fabric) -> str:
    """The device for people."""
    if fabric.device.type == "cuda":
        name = torch.cuda.get_device_name(fabric.device)
    else:
        name = f"{fabric.device.type}, {torch.get_num_threads()} threads"
    return f"{fabric.world_size} × {name}" if fabric.world_size > 1 else name
