"""Every schedule by its numbers, and every optimiser by its steps."""

import pytest
import torch
from torch import nn

from training.recipe import PhaseSpec, ScheduleSpec
from training.run.optimisers import Plateau, learning_rate, make_optimiser


def rates(schedule, epochs=5, batches=2, rate=1.0):
    phase = PhaseSpec(epochs=epochs, learning_rate=rate, schedule=schedule)
    steps = epochs * batches
    return [learning_rate(phase, step // batches, step, steps, Plateau()) for step in range(steps)]


def test_a_constant_rate_stays():
    assert set(rates(ScheduleSpec())) == {1.0}


def test_step_multiplies_every_so_many_epochs():
    by_epoch = rates(ScheduleSpec("step", factor=0.1, every=7), epochs=15, batches=1, rate=1e-3)
    assert by_epoch[6] == 1e-3
    assert by_epoch[7] == pytest.approx(1e-4)
    assert by_epoch[14] == pytest.approx(1e-5)


def test_compound_decay_adds_up_its_exponents():
    by_epoch = rates(ScheduleSpec("compound", factor=0.85), epochs=5, batches=1)
    assert by_epoch == pytest.approx([0.85 ** (e * (e + 1) / 2) for e in range(5)])
    assert by_epoch[1] == pytest.approx(0.85)
    assert by_epoch[2] == pytest.approx(0.85 * 0.85**2)


def test_cosine_warms_up_and_falls_to_a_hundredth():
    by_step = rates(ScheduleSpec("cosine", warmup_share=0.1), epochs=10, batches=10)
    assert by_step[0] == pytest.approx(0.1)
    assert by_step[9] == by_step[10] == 1.0
    assert by_step[-1] == pytest.approx(0.01, abs=0.001)
    assert sorted(by_step[10:], reverse=True) == by_step[10:]


def test_a_plateau_lowers_the_rate_after_patience_epochs_without_gain():
    spec = ScheduleSpec("plateau", factor=0.5, patience=2)
    phase, plateau = PhaseSpec(learning_rate=1.0, schedule=spec), Plateau()
    seen = []
    for value in (0.5, 0.6, 0.6, 0.55, 0.7, 0.6, 0.6, 0.6, 0.6):
        plateau.see(value, spec, 1)
        seen.append(learning_rate(phase, 0, 0, 1, plateau))
    assert seen == [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125]


def test_adamw_does_not_decay_biases_and_normalisation():
    parameters = [nn.Parameter(torch.ones(2, 2)), nn.Parameter(torch.ones(2))]
    optimiser = make_optimiser(PhaseSpec(optimiser="adamw", learning_rate=0.1, weight_decay=0.5), parameters)
    for p in parameters:
        p.grad = torch.zeros_like(p)
    optimiser.step()
    assert torch.allclose(parameters[0], torch.full((2, 2), 0.95))
    assert torch.equal(parameters[1], torch.ones(2))


@pytest.mark.parametrize("name", ["adam", "adamw", "sgd", "adagrad", "rmsprop"])
def test_every_optimiser_goes_downhill(name):
    parameter = nn.Parameter(torch.tensor([3.0]))
    optimiser = make_optimiser(
        PhaseSpec(optimiser=name, learning_rate=0.1, momentum=0.5, weight_decay=0.01), [parameter]
    )
    for _ in range(50):
        optimiser.zero_grad()
        (parameter**2).sum().backward()
        optimiser.step()
    assert abs(parameter.item()) < 3.0
