"""What a reader calls a model, and which folders score together for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.engine.model_lookup import BY_CARD, NO_SECOND_OPINION, find_folders, find_model
from cxr_desktop.paths import resources_dir


class Shelf:
    """Folders with cards that say what a test needs, after the bundled ones; no network is there and none is run."""

    def __init__(self, root: Path) -> None:
        self.dirs = (root / "bundled", root / "user")

    def put(self, name: str, architecture: str = "resnet18", user: bool = False, **changes: object) -> None:
        bundled = resources_dir() / "checkpoints" / str(changes.get("role", "triage")) / "card.json"
        card = json.loads(bundled.read_text(encoding="utf-8"))
        for particular in ("default", "second_opinion", "metrics"):
            card.pop(particular, None)
        card |= {"name": name, "title": f"The {name}", "version": "1.0", "architecture": architecture, **changes}
        folder = self.dirs[user] / name
        folder.mkdir(parents=True)
        (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")

    def find(self, name: str) -> str:
        return find_model(name, self.dirs).relative_to(self.dirs[0].parent).as_posix()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    made.put("gate", "gate_cnn", role="gate")
    made.put("triage", "resnet18", default=True, second_opinion="densenet121")
    made.put("densenet121", "densenet121")
    made.put("light", "squeezenet1_0", head="conv_relu")
    return made


def test_a_name_is_found_in_any_case_and_nothing_means_the_default(shelf):
    assert shelf.find("") == "bundled/triage"
    assert shelf.find("triage") == shelf.find("Triage") == "bundled/triage"
    assert shelf.find("DenseNet121") == shelf.find("DENSENET121") == "bundled/densenet121"


def test_an_architecture_is_a_name_where_only_one_model_has_it(shelf):
    for name in ("SqueezeNet", "squeezenet", "SqueezeNet 1.0", "squeezenet1_0"):
        assert shelf.find(name) == "bundled/light"
    assert shelf.find("ResNet18") == shelf.find("ResNet-18") == "bundled/triage"
    shelf.put("another", "resnet18")
    with pytest.raises(CheckpointError, match="several models have this architecture: another, triage"):
        shelf.find("ResNet18")


def test_a_bundled_model_wins_over_one_of_the_user_and_a_name_over_an_architecture(shelf):
    shelf.put("mine", "resnet18", user=True)
    assert shelf.find("ResNet18") == "bundled/triage"
    shelf.put("ResNet18", "densenet121", user=True)
    assert shelf.find("ResNet18") == shelf.find("resnet18") == "user/ResNet18"
    assert shelf.find("mine") == "user/mine"


def test_an_unknown_name_lists_what_there_is(shelf):
    with pytest.raises(CheckpointError) as error:
        shelf.find("VGG16")
    assert str(error.value) == "this model is not installed; there is densenet121, light, triage"
    with pytest.raises(CheckpointError, match="no model is installed"):
        find_model("", (shelf.dirs[0] / "absent",))
    with pytest.raises(CheckpointError, match="there is none"):
        find_model("triage", (shelf.dirs[0] / "absent",))


def test_the_default_model_brings_its_partner_and_others_do_not(shelf):
    bundled = shelf.dirs[0]
    chosen = find_folders("", shelf.dirs).folders
    assert (chosen.model, chosen.gate, chosen.second) == (bundled / "triage", bundled / "gate", bundled / "densenet121")
    assert find_folders("triage", shelf.dirs, BY_CARD).folders.second == bundled / "densenet121"
    assert find_folders("densenet121", shelf.dirs, BY_CARD).folders.second is None
    assert find_folders("densenet121", shelf.dirs, "Triage").folders.second == bundled / "triage"
    for no in (NO_SECOND_OPINION, "None"):
        assert find_folders("", shelf.dirs, no).folders.second is None


def test_a_missing_partner_is_a_warning_and_one_that_was_asked_for_an_error(shelf):
    shutil.rmtree(shelf.dirs[0] / "densenet121")
    chosen = find_folders("", shelf.dirs)
    assert chosen.folders.second is None
    assert "There is no second opinion: the model densenet121 is not installed." in chosen.warnings
    with pytest.raises(CheckpointError, match="there is light, triage"):
        find_folders("", shelf.dirs, "densenet121")


def test_a_missing_gate_is_an_error_and_missing_lungs_and_orientation_are_warnings(shelf):
    chosen = find_folders("", shelf.dirs)
    assert (chosen.folders.orientation, chosen.folders.lungs) == (None, None)
    assert [text.split(":")[0] for text in chosen.warnings] == [
        "Images that lie on their side or upside down are not recognised",
        "Lungs are not outlined and their zones not named",
    ]
    shutil.rmtree(shelf.dirs[0] / "gate")
    with pytest.raises(CheckpointError):
        find_folders("", shelf.dirs)
