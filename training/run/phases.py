"""Which parameters of a network learn in a phase, and which of its modules are in training mode; knows no data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatchcase

from torch import nn

from training.recipe import PhaseSpec
from training.recipe_file import RecipeError


def learning_names(network: nn.Module, patterns: Iterable[str]) -> list[str]:
    """Names of the parameters that the patterns choose. Raises ``RecipeError`` where a pattern matches nothing."""
    names = [name for name, _ in network.named_parameters()]
    chosen: set[str] = set()
    for pattern in patterns:
        matching = {name for name in names if fnmatchcase(name, pattern)}
        if not matching:
            raise RecipeError(f"no parameter of this network is called {pattern}")
        chosen |= matching
    if not chosen:
        raise RecipeError("a phase without learning parameters")
    return [name for name in names if name in chosen]


def begin(network: nn.Module, phase: PhaseSpec) -> list[nn.Parameter]:
    """Let exactly the parameters of the phase learn, and return them in their order."""
    chosen = set(learning_names(network, phase.train))
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name in chosen)
        parameter.grad = None
    return [p for p in network.parameters() if p.requires_grad]


def set_training_mode(network: nn.Module) -> None:
    """Training mode where something learns, evaluation mode elsewhere.

    Running statistics of a frozen backbone must not move, and its dropout must not blur the features. A module
    without parameters (dropout, activations) follows the module that holds it.
    """
    _set_mode(network, False)


def _set_mode(module: nn.Module, above: bool) -> None:
    parameters = list(module.parameters())
    mode = any(p.requires_grad for p in parameters) if parameters else above
    # train() also reaches the children, which are then set by their own parameters; a traced backbone (torch.fx) has
    # one graph for each mode and chooses in train(), so the flag alone is not enough.
    module.train(mode)
    for child in module.children():
        _set_mode(child, mode)


def refuse_frozen_noise(network: nn.Module, phases: Sequence[PhaseSpec], random: Collection[str]) -> None:
    """Raises ``RecipeError`` where a phase freezes backbone weights that nothing has trained.

    ``random`` names the parameters that no initial weights filled.
    """
    untrained = {name for name in random if name.startswith("backbone.")}
    for phase in phases:
        untrained -= set(learning_names(network, phase.train))
        if untrained:
            raise RecipeError(
                f"the phase {phase.name!r} would freeze {len(untrained)} backbone weights that are random noise; choose"
                " initial weights (imagenet, model:NAME, run:FOLDER or file:PATH) or let the backbone learn first"
            )
