"""Cases 46–55: checkpoints that lie. Ours are checked against their card, foreign ones are imported explicitly."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
from cxr_desktop.domain.errors import CheckpointError  # noqa: E402
from cxr_desktop.engine import checkpoint  # noqa: E402
from cxr_desktop.engine.foreign_weights import read_foreign  # noqa: E402
from cxr_desktop.engine.loaded_model import LoadedModel  # noqa: E402
from cxr_desktop.engine.model_import import import_model  # noqa: E402
from tests.engine.conftest import card_document  # noqa: E402


@pytest.fixture
def folder(triage_model: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(triage_model, tmp_path / "model"))


@pytest.fixture
def state(triage_model: Path) -> dict[str, Any]:
    """The weights of the tiny model."""
    return checkpoint.load_network(triage_model, checkpoint.read_card(triage_model)).state_dict()


def edit(folder: Path, **changes: object) -> None:
    document = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps({**document, **changes}))


def replaced(folder: Path, name: str, data: bytes) -> None:
    """Another file under a card that agrees with it."""
    (folder / name).write_bytes(data)
    files = json.loads((folder / "card.json").read_text())["files"]
    edit(folder, files={**files, name: hashlib.sha256(data).hexdigest()})


def load(folder: Path) -> LoadedModel:
    card = checkpoint.read_card(folder)
    checkpoint.load_network(folder, card)
    return LoadedModel(folder, card, "openvino", "cpu")


def refusal(file: Path) -> str:
    with pytest.raises(CheckpointError) as caught:
        read_foreign(file)
    assert "\n" not in str(caught.value)
    assert str(file.parent) not in str(caught.value)
    return str(caught.value)


class Harmful:
    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self):
        return os.system, (self.command,)


def test_case_46_code_in_a_pickle_is_refused_and_never_run(tmp_path, monkeypatch):
    asked: list[bool] = []
    really = torch.load

    def watched(*args, **options):
        asked.append(options.get("weights_only"))
        return really(*args, **options)

    monkeypatch.setattr(torch, "load", watched)
    for content in ({"state_dict": Harmful(f"touch {tmp_path}/ran")}, Harmful(f"touch {tmp_path}/ran")):
        torch.save(content, tmp_path / "bad.pt")
        assert "cannot be read, or holds more than tensors" in refusal(tmp_path / "bad.pt")
    assert asked == [True, True]
    assert not (tmp_path / "ran").exists()


def test_case_47_programs_are_refused_and_of_a_training_checkpoint_the_state_alone_is_read(tmp_path, state):
    for part in ("code/__torch__.py", "constants.pkl", "archive_format", "models/model.json"):
        with zipfile.ZipFile(tmp_path / "program.pt", "w") as archive:
            archive.writestr("net/data.pkl", b"x")
            archive.writestr(f"net/{part}", b"x")
        assert "holds a program" in refusal(tmp_path / "program.pt")
    lightning = {"epoch": 3, "state_dict": state, "optimizer_states": [{"lr": 1}], "hyper_parameters": {"a": 1}}
    torch.save(lightning, tmp_path / "last.ckpt")
    assert read_foreign(tmp_path / "last.ckpt").keys() == state.keys()


def test_case_48_an_archive_that_grows_is_refused_before_it_is_unpacked(tmp_path):
    torch.save({"weight": torch.zeros(20_000_000)}, tmp_path / "large.pt")
    with (
        zipfile.ZipFile(tmp_path / "large.pt") as large,
        zipfile.ZipFile(tmp_path / "bomb.pt", "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for part in large.infolist():
            bomb.writestr(part.filename, large.read(part.filename))
    assert (tmp_path / "bomb.pt").stat().st_size < 1 << 20
    assert "would grow" in refusal(tmp_path / "bomb.pt")


def test_case_49_a_tensor_that_claims_more_than_its_bytes_is_refused(tmp_path):
    torch.save({"weight": torch.zeros(1).expand(10**6, 10**6)}, tmp_path / "wide.pt")
    assert (tmp_path / "wide.pt").stat().st_size < 5000
    assert "larger than its bytes (weight)" in refusal(tmp_path / "wide.pt")
    torch.save({"weight": torch.zeros(3, 3).to_sparse()}, tmp_path / "sparse.pt")
    assert refusal(tmp_path / "sparse.pt")


@pytest.mark.parametrize(("key", "value"), [("backbone.bn1.running_var", -1.0), ("classifier.bias", float("inf"))])
def test_case_50_weights_that_are_no_numbers_are_refused_before_their_first_use(folder, state, tmp_path, key, value):
    from safetensors.torch import save

    state[key].view(-1)[0] = value
    replaced(folder, "weights.safetensors", save(state))
    with pytest.raises(CheckpointError, match="weights hold"):
        load(folder)
    torch.save(state, tmp_path / "foreign.pt")
    (tmp_path / "card.json").write_text(json.dumps(card_document(name="foreign")))
    with pytest.raises(CheckpointError, match="weights hold"):
        import_model(tmp_path / "foreign.pt", tmp_path / "card.json", tmp_path / "models")
    assert not (tmp_path / "models" / "foreign").exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"classes": ["normal", "pneumonia", "tuberculosis", "covid19"]},
        {"preprocess": {"height": 64, "width": 64, "channels": 1, "mean": [0.2], "std": [0.9]}},
    ],
)
def test_case_51_another_order_of_classes_or_normalisation_is_another_card(folder, changes):
    """Nobody can see it in the weights: so the card itself has a digest, which every number carries."""
    before = checkpoint.read_card(folder).digest
    edit(folder, **changes)
    assert checkpoint.read_card(folder).digest != before


def test_case_51_one_channel_for_three_or_other_numbers_of_the_self_test_are_refused(folder):
    whole = json.loads((folder / "card.json").read_text())
    edit(folder, preprocess={"height": 64, "width": 64, "channels": 3})
    with pytest.raises(CheckpointError, match="do not fit"):
        load(folder)
    (folder / "card.json").write_text(json.dumps(whole))
    test = whole["self_test"]
    edit(folder, self_test={**test, "logits": test["logits"][::-1]})
    with pytest.raises(CheckpointError, match="other numbers"):
        load(folder)


@pytest.mark.slow
def test_case_51_every_model_that_ships_gives_the_numbers_of_its_card_and_no_others(tmp_path):
    """As at every start: with the stored answer moved by a tenth of its tolerance nothing would be scored."""
    from cxr_desktop.engine.lung_finder import LungFinder
    from cxr_desktop.paths import resources_dir

    folders = sorted(path.parent for path in (resources_dir() / "checkpoints").glob("*/card.json"))
    assert len(folders) == 6
    for source in folders:
        folder = Path(shutil.copytree(source, tmp_path / source.name))
        role = checkpoint.read_card(folder).role
        start = (lambda at: LungFinder(at, checkpoint.read_card(at))) if role == "lungs" else load_quickly
        start(folder)
        test = checkpoint.read_card(folder).document["self_test"]
        key = "means" if role == "lungs" else "logits"
        edit(folder, self_test={**test, key: [v + 0.1 * test["tolerance"] for v in test[key]]})
        with pytest.raises(CheckpointError, match="other numbers on this computer"):
            start(folder)


def load_quickly(folder: Path) -> LoadedModel:
    return LoadedModel(folder, checkpoint.read_card(folder), "openvino", "cpu")


def test_case_52_another_head_and_missing_or_unexpected_names_are_listed(tmp_path, state):
    (tmp_path / "card.json").write_text(json.dumps(card_document(name="foreign")))
    wrong = {k: v for k, v in state.items() if k != "backbone.bn1.weight"}
    wrong["classifier.bias"], wrong["extra"] = torch.zeros(7), torch.zeros(1)
    wrong["backbone.bn1.num_batches_tracked"] = torch.zeros(())
    torch.save(wrong, tmp_path / "foreign.pt")
    with pytest.raises(CheckpointError) as caught:
        import_model(tmp_path / "foreign.pt", tmp_path / "card.json", tmp_path / "models")
    for words in (
        "missing backbone.bn1.weight",
        "unexpected extra",
        "of another shape classifier.bias",
        "of another kind backbone.bn1.num_batches_tracked",
    ):
        assert words in str(caught.value)


@pytest.mark.parametrize("prefix", ["", "module.", "model."])
def test_case_52_a_wrapper_s_name_is_taken_away_and_the_model_works(tmp_path, state, triage_model, prefix):
    (tmp_path / "card.json").write_text(json.dumps(card_document(name="foreign")))
    torch.save({"state_dict": {prefix + name: t for name, t in state.items()}}, tmp_path / "foreign.pt")
    folder, card = import_model(tmp_path / "foreign.pt", tmp_path / "card.json", tmp_path / "models")
    assert folder == tmp_path / "models" / "foreign"
    ours = checkpoint.read_card(triage_model)
    assert card.document["self_test"] == ours.document["self_test"]
    assert load(folder).channels
    with pytest.raises(CheckpointError, match="installed already"):
        import_model(tmp_path / "foreign.pt", tmp_path / "card.json", tmp_path / "models")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", "Git LFS"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
        (b"PK\x03\x04" + bytes(300), "damaged or cut short"),
        (b"\x80\x02}q\x00." + bytes(8), "cannot be read"),
        (b"", "empty"),
        (b"\xff" * 300, "cannot be read"),
    ],
)
def test_case_53_what_is_no_file_of_weights_is_one_sentence(tmp_path, content, words):
    (tmp_path / "weights.pt").write_bytes(content)
    assert words in refusal(tmp_path / "weights.pt")


def test_case_53_a_file_that_was_cut_short_anywhere_is_one_sentence(tmp_path, state):
    from safetensors.torch import save_file

    torch.save(state, tmp_path / "whole.pt")
    save_file(state, tmp_path / "whole.safetensors")
    for whole in (tmp_path / "whole.pt", tmp_path / "whole.safetensors"):
        data = whole.read_bytes()
        for length in range(0, len(data) - 1, len(data) // 40):
            (tmp_path / "cut").write_bytes(data[:length])
            assert refusal(tmp_path / "cut")


def test_case_54_a_network_that_keeps_its_data_elsewhere_is_refused(folder):
    import onnx

    model = onnx.load(folder / "model.onnx")
    tensor = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(tensor, "../../../etc/hostname")
    tensor.ClearField("raw_data")
    replaced(folder, "model.onnx", model.SerializeToString())
    with pytest.raises(CheckpointError, match="other files"):
        load(folder)


def test_case_55_a_header_without_end_and_overlapping_tensors_are_refused(folder, tmp_path):
    overlapping = json.dumps({n: {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]} for n in ("a", "b")}).encode()
    for data in (
        struct.pack("<Q", 200 << 20) + b"{" + bytes(100),
        struct.pack("<Q", 2**63) + b"{" + bytes(100),
        struct.pack("<Q", len(overlapping)) + overlapping + bytes(16),
    ):
        replaced(folder, "weights.safetensors", data)
        with pytest.raises(CheckpointError, match="not readable"):
            load(folder)
        (tmp_path / "foreign.safetensors").write_bytes(data)
        assert refusal(tmp_path / "foreign.safetensors")


def test_weights_of_another_kind_of_number_are_refused(folder, state):
    from safetensors.torch import save

    state["classifier.bias"] = state["classifier.bias"].to(torch.int64)
    replaced(folder, "weights.safetensors", save(state))
    with pytest.raises(CheckpointError, match="another kind of number"):
        checkpoint.load_network(folder, checkpoint.read_card(folder))


@pytest.mark.parametrize("name", ["card.json", "weights.safetensors"])
def test_a_pipe_in_the_place_of_a_model_file_hangs_nobody(folder, name):
    card = checkpoint.read_card(folder)
    (folder / name).unlink()
    os.mkfifo(folder / name)
    look = (lambda: checkpoint.read_card(folder)) if name == "card.json" else (lambda: checkpoint.verify(folder, card))
    with pytest.raises(CheckpointError, match="cannot be read"):
        look()


def test_foreign_weights_that_are_no_regular_file_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.pt")
    assert "pipe" in refusal(tmp_path / "pipe.pt")
    assert "no file of weights called" in refusal(tmp_path / "gone.pt")


def test_the_command_imports_a_model_or_says_why_not(tmp_path, state, private_home):
    from typer.testing import CliRunner

    from cxr_desktop.commands import app

    (tmp_path / "card.json").write_text(json.dumps(card_document(name="foreign")))
    torch.save(state, tmp_path / "foreign.pt")
    command = ["import-model", str(tmp_path / "foreign.pt"), "--card", str(tmp_path / "card.json")]
    first, second = CliRunner().invoke(app, command), CliRunner().invoke(app, command)
    assert first.exit_code == 0
    assert "foreign is installed" in first.output
    assert (private_home / "data" / "models" / "foreign" / "card.json").is_file()
    assert second.exit_code == 2
    assert "A model called foreign is installed already" in second.output
