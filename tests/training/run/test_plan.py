"""A run finds its images again from wherever it is asked about."""

from pathlib import Path

from tests.training.conftest import small_recipe
from training.data.dataset import open_dataset
from training.run.plan import planned


def test_a_run_remembers_its_images_by_their_whole_path(pictures: Path, monkeypatch):
    monkeypatch.chdir(pictures.parent)
    data = Path(pictures.name)
    recipe = small_recipe()
    plan = planned(recipe, data, open_dataset(data, recipe, verify=False))
    assert plan.root == plan.data == pictures.resolve()
