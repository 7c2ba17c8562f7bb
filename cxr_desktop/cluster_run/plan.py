"""What is asked of a cluster and told to each actor: names and digests of models, never a path of this machine."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol

import pyarrow as pa

from cxr_desktop import __version__
from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.preprocess import RESULT_VERSION

HERE = "local"
"""The address that means: processes of this computer, started for this run and ended with it."""

_USUAL_CORES = 4
"""More threads than this one engine does not use."""


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """``address`` is ``HERE``, "auto" or "host:port"; 0 actors and 0 cores choose.

    ``cpus_per_actor`` is also how many threads its engine uses (at least one); ``gpus_per_actor`` may be a share: four
    actors of 0.25 have one GPU together.
    """

    address: str = HERE
    actors: int = 0
    cpus_per_actor: float = 0.0
    gpus_per_actor: float = 0.0


@dataclass(frozen=True, slots=True)
class Machine:
    """What one machine of a cluster offers."""

    cpus: float
    gpus: float


@dataclass(frozen=True, slots=True)
class Crew:
    """How many actors there are and what each has."""

    actors: int
    cpus: float
    gpus: float
    room: int
    """How many would fit at once; a cluster that grows may have room for the others later."""

    @property
    def share(self) -> str:
        """What each has, in words."""
        cores = f"{self.cpus:g} {'core' if self.cpus <= 1 else 'cores'}"
        return f"{cores} and {self.gpus:g} {'GPU' if self.gpus <= 1 else 'GPUs'}" if self.gpus else cores

    @property
    def cores(self) -> int:
        """Threads of one engine."""
        return max(1, math.floor(self.cpus))


@dataclass(frozen=True, slots=True)
class ActorPlan:
    """Enough for an actor on any machine to score as this one would. ``digests`` has one entry per place of
    ``ModelCards`` that is filled; ``second`` is a name or "none"."""

    model: str
    second: str
    digests: Mapping[str, str]
    device: str
    cores: int
    budget: ReadBudget
    seconds_per_file: float
    override: bool = False
    correct: bool = False
    classes: tuple[str, ...] = ()
    with_csv: bool = False
    version: str = __version__
    result_version: int = RESULT_VERSION


class Cluster(Protocol):
    """What is asked of ``ray_cluster.RayCluster``."""

    @property
    def machines(self) -> list[Machine]:
        """Those that are there now."""
        ...

    def put(self, parcel: pa.Table) -> Any:
        """Hand over one parcel; what is returned stands for it in ``score``."""
        ...

    def score(self, parcels: list[Any], plan: ActorPlan, crew: Crew) -> Generator[pa.Table]:
        """The rows of all parcels as they come: whole parcels, in any order, perhaps one twice."""
        ...

    def close(self) -> None:
        """Let go of the cluster; ends what was started for this run."""
        ...


def digests_of(cards: ModelCards) -> dict[str, str]:
    """By place."""
    found = {field.name: getattr(cards, field.name) for field in fields(cards)}
    return {place: card.digest for place, card in found.items() if card is not None}


def crew_of(options: ClusterOptions, machines: list[Machine]) -> Crew:
    """Fill in what was left open: as many actors as fit, or as many cores as there are for each.

    Raises ``CxrError`` where no machine could hold a single actor.
    """
    gpus = options.gpus_per_actor
    cpus = options.cpus_per_actor or _share(options.actors, machines)
    room = sum(_fitting(machine, cpus, gpus) for machine in machines)
    if not room:
        wanted = Crew(1, cpus, gpus, 0).share
        raise CxrError(f"no machine of the cluster offers {wanted}, which one actor needs")
    return Crew(options.actors or room, cpus, gpus, room)


def _share(actors: int, machines: list[Machine]) -> float:
    largest = max((machine.cpus for machine in machines), default=1)
    fair = sum(machine.cpus for machine in machines) // actors if actors else _USUAL_CORES
    return min(_USUAL_CORES, max(1, fair), largest)


def _fitting(machine: Machine, cpus: float, gpus: float) -> int:
    by_gpu = machine.gpus / gpus if gpus else math.inf
    return math.floor(min(machine.cpus / cpus, by_gpu) + 1e-9)


def device_of(device: str, gpus: float) -> str:
    """An actor with a share of a GPU computes on it, one without does not: nothing depends on what a machine has.
    Raises ``CxrError`` for a GPU without a share."""
    if device == "auto":
        return "cuda" if gpus else "cpu"
    if device == "cuda" and not gpus:
        raise CxrError("actors get a GPU by --gpus-per-actor, for example 1 or 0.5")
    return device


def check_same(plan: ActorPlan, cards: ModelCards) -> None:
    """Raises ``CheckpointError`` where the models here are others than those of the plan."""
    here = digests_of(cards)
    for place in plan.digests.keys() | here.keys():
        if plan.digests.get(place) != here.get(place):
            raise CheckpointError(f"its {_PLACES[place]} is not the one of the computer that asks")


_PLACES = {
    "model": "model",
    "gate": "gate",
    "orientation": "model of orientation",
    "lungs": "model of lungs",
    "second": "second model",
}
