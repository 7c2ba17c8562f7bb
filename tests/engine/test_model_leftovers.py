"""A writer of model folders that is killed costs no model, and what it left goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cxr_desktop.engine import checkpoint, model_leftovers
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.model_leftovers import held_folder, mend

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are locked, which Windows cannot")

_KILLED_BETWEEN_THE_RENAMES = """
import os, signal, sys
from pathlib import Path
from cxr_desktop.engine import checkpoint
replace = os.replace
def until_it_is_aside(source, target):
    replace(source, target)
    if Path(target).name == "old":
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = until_it_is_aside
folder = Path(sys.argv[1])
checkpoint.save_copy(folder, dict(checkpoint.read_card(folder).document), folder, checkpoint.read_card(folder))
"""


@pytest.fixture(autouse=True)
def no_settling(monkeypatch):
    monkeypatch.setattr(model_leftovers, "_SETTLED_S", 0.0)


@pytest.fixture
def model(triage_model: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "models" / "tiny"
    checkpoint.save_copy(folder, dict(read_card(triage_model).document), triage_model, read_card(triage_model))
    return folder


def test_a_model_whose_replacement_was_killed_between_two_renames_comes_back(model):
    before = read_card(model).digest
    killed = subprocess.run([sys.executable, "-c", _KILLED_BETWEEN_THE_RENAMES, str(model)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert not model.exists()
    mend(model.parent)
    assert read_card(model).digest == before
    assert os.listdir(model.parent) == ["tiny"]


def test_what_a_living_writer_holds_is_left_alone(model):
    with held_folder("tiny", model.parent) as folder, held_folder("gone", model.parent, aside=True) as aside:
        (aside / "old").mkdir()
        mend(model.parent)
        assert folder.is_dir()
        assert (aside / "old").is_dir()
    assert os.listdir(model.parent) == ["tiny"]


def test_an_abandoned_folder_is_removed_when_the_next_model_is_written(model, triage_model):
    left = model.parent / ".other.abc"
    left.mkdir()
    (left / "weights.safetensors").write_bytes(b"half")
    card = read_card(triage_model)
    checkpoint.save_copy(model, {**card.document, "title": "Newer"}, triage_model, card)
    assert os.listdir(model.parent) == ["tiny"]
    assert read_card(model).title == "Newer"


def test_where_the_new_one_cannot_take_its_place_the_old_one_stays(model, triage_model, monkeypatch):
    before, replace = read_card(model).digest, os.replace

    def refuse(source, target):
        if Path(source).name == "whole":
            raise OSError("no")
        replace(source, target)

    card = read_card(triage_model)
    monkeypatch.setattr("cxr_desktop.engine.checkpoint.os.replace", refuse)
    with pytest.raises(OSError, match="no"):
        checkpoint.save_copy(model, {**card.document, "title": "Newer"}, triage_model, card)
    assert read_card(model).digest == before
    assert os.listdir(model.parent) == ["tiny"]


def test_links_files_and_a_missing_folder_are_no_leftovers(model, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (model.parent / ".link.x").symlink_to(outside)
    (model.parent / ".DS_Store.x").write_text("x")
    mend(model.parent)
    mend(tmp_path / "nowhere")
    assert outside.is_dir()
    assert sorted(os.listdir(model.parent)) == [".DS_Store.x", ".link.x", "tiny"]
