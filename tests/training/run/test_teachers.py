"""A network follows its teachers: they are asked once, with the same classes, and the loss is Hinton's."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from tests.training.conftest import CLASSES, TRAINED
from tests.training.small_runs import events_in, recipe_of
from training.__main__ import main
from training.recipe_file import RecipeError
from training.run import teachers
from training.run.losses import Loss
from training.run.run_folder import read_plan

CPU = torch.device("cpu")


def test_the_loss_is_the_labels_share_and_the_divergence_from_the_teachers():
    recipe = recipe_of(distill={"teachers": ["x"], "temperature": 3.0, "weight": 0.4})
    generator = torch.Generator().manual_seed(6)
    logits, labels = torch.randn((5, 3), generator=generator), torch.tensor([0, 1, 2, 2, 0])
    answers = torch.randn((5, 3), generator=generator).softmax(dim=1)
    prior = torch.randn((5, 3), generator=generator)
    divergence = (answers * (answers.log() - functional.log_softmax(logits / 3.0, dim=1))).sum(dim=1)
    expected = 0.6 * functional.cross_entropy(logits + prior, labels) + 0.4 * 9.0 * divergence.mean()
    found = Loss(recipe, None, CPU)(logits, labels, torch.cat([prior, answers], dim=1)) / 5
    assert float(found) == pytest.approx(float(expected), rel=1e-5)


@pytest.fixture
def recipe(tmp_path):
    (tmp_path / "tiny.toml").write_text(TRAINED, encoding="utf-8")
    return tmp_path / "tiny.toml"


def train(recipe, pictures, run, *changes, code=0):
    sets = [part for change in changes for part in ("--set", change)]
    options = ["--workers", "0", "--threads", "1", "--device", "cpu", "--no-report", *sets]
    assert main(["train", str(recipe), "--data", str(pictures), "--run", str(run), *options]) == code


def test_a_run_and_its_model_teach_alike_and_are_asked_once(
    recipe, trained, published, pictures, tmp_path, monkeypatch
):
    run = tmp_path / "run"
    teaching = [f'distill.teachers=["{trained}", "{published}"]', "epochs=1"]
    train(recipe, pictures, run, *teaching)
    assert any(event.get("what", "").startswith("asking the teacher") for event in events_in(run))
    plan = read_plan(run)
    learned = [s for s in plan.samples if s.split == "train"]
    taught = teachers.taught(plan.recipe, learned, run)
    assert set(taught) == {s.file for s in learned}
    p = np.stack([taught[s.file] for s in learned])
    assert p.sum(axis=1) == pytest.approx(1.0, abs=1e-5)
    right = np.mean([CLASSES[k] == s.label for k, s in zip(p.argmax(axis=1), learned, strict=True)])
    assert right > 0.5
    (run / "last.ckpt").unlink()
    monkeypatch.setattr(teachers, "_teacher", None)  # nobody is asked again
    train(recipe, pictures, run, *teaching)


def test_a_teacher_with_other_classes_is_refused(recipe, trained, pictures, tmp_path, capsys):
    other = ['data.classes=["covid19", "normal"]', f'distill.teachers=["{trained}"]']
    train(recipe, pictures, tmp_path / "run", *other, code=1)
    assert "a teacher needs the classes of the recipe" in capsys.readouterr().err
    train(recipe, pictures, tmp_path / "gone", 'distill.teachers=["nobody"]', code=1)
    assert "no run and no model called nobody" in capsys.readouterr().err


def test_teachers_need_a_softmax_and_cross_entropy():
    with pytest.raises(RecipeError, match="cross_entropy"):
        recipe_of(distill={"teachers": ["x"]}, loss="bce")
