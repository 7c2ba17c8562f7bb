"""What the processes of one run do for each other: the first leads, the others get what it made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from lightning.fabric import Fabric
from torch import nn

from cxr_desktop.domain.errors import CxrError
from training.run.run_folder import RunError


def leader_only(fabric: Fabric, work: Callable[[], object]) -> None:
    """Only the first process does the work, the others wait; where it fails it says why and they end in silence."""
    problem: CxrError | None = None
    if fabric.is_global_zero:
        try:
            work()
        except CxrError as error:
            problem = error
    failed = fabric.broadcast(problem is not None)
    if problem is not None:
        raise problem
    if failed:
        raise SystemExit(1)


@contextmanager
def together(fabric: Fabric) -> Iterator[None]:
    """A process that is killed takes its connections with it: the others raise ``RunError`` instead of what their
    transport says."""
    try:
        yield
    except RuntimeError as error:
        # NCCL has a class for it, Gloo only its own source file in the text.
        lost = isinstance(error, torch.distributed.DistError) or "gloo" in str(error)
        if fabric.world_size == 1 or not lost:
            raise
        raise RunError("another process of this run has ended; --resume goes on from the last checkpoint") from error


@torch.no_grad()
def share(fabric: Fabric, network: nn.Module) -> None:
    """The leader's weights and running statistics for everyone."""
    if fabric.world_size > 1:
        for tensor in network.state_dict().values():
            torch.distributed.broadcast(tensor, 0)
