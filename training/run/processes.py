"""What the processes of one run do for each other: the first leads, the others get what it made."""

from __future__ import annotations

from collections.abc import Callable

import torch
from lightning.fabric import Fabric
from torch import nn

from cxr_desktop.domain.errors import CxrError


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


@torch.no_grad()
def share(fabric: Fabric, network: nn.Module) -> None:
    """The leader's weights and running statistics for everyone."""
    if fabric.world_size > 1:
        for tensor in network.state_dict().values():
            torch.distributed.broadcast(tensor, 0)
