"""The Tab key of a shell: commands, options, recipes, models, choices; nothing of it loads a network."""

import os
import subprocess
import sys

import pytest

from cxr_desktop import completion, paths
from cxr_desktop.completion import bundled_recipes, installed_models, offers
from training.__main__ import command_parser


def words(command, typed, incomplete):
    return [offer.value for offer in offers(command_parser(command), typed.split(), incomplete)]


@pytest.mark.parametrize(
    ("command", "typed", "incomplete", "offered"),
    [
        ("train", "", "s1_", ["s1_densenet121", "s1_resnet18", "s1_resnet50", "s1_squeezenet"]),
        ("train", "s1_resnet18", "--re", ["--resume"]),
        ("train", "s1_resnet18 --set epochs=1", "--set", ["--set"]),
        ("train", "s1_resnet18 --run a", "--run", []),
        ("train", "s1_resnet18 --device", "c", ["cpu", "cuda"]),
        ("search", "s1_resnet18 --method", "", ["l9", "tpe"]),
        ("evaluate", "", "tri", ["triage"]),
        ("evaluate", "triage", "dense", ["densenet121"]),
        ("left-out", "s1_resnet18 --into", "sq", ["squeezenet"]),
        ("train", "s1_resnet18 --data", "s", []),
        ("train", "s1_resnet18 --no-report", "--dev", ["--devices", "--device"]),
    ],
)
def test_what_is_offered_after_which_words(command, typed, incomplete, offered):
    assert words(command, typed, incomplete) == offered


def test_an_option_is_offered_with_its_help():
    (offer,) = offers(command_parser("train"), [], "--no-r")
    assert offer.help == "Do not evaluate the test split at the end."


def test_models_of_the_user_are_offered_too(private_home):
    (private_home / "data" / "models" / "mine").mkdir(parents=True)
    (private_home / "data" / "models" / "mine" / "card.json").write_text("{}", encoding="utf-8")
    (private_home / "data" / "models" / "half").mkdir()
    assert {"mine", "triage"} <= set(installed_models())
    assert "half" not in installed_models()


def test_an_incomplete_installation_offers_no_model(monkeypatch):
    def missing():
        raise FileNotFoundError

    monkeypatch.setattr(paths, "checkpoint_dirs", missing)
    assert installed_models() == []


def test_recipes_are_those_of_the_program():
    assert {"finetune_bundled", "triage_resnet18"} <= set(bundled_recipes())
    assert completion.DEVICES[0] == "auto"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cxr-desktop sc", "score"),
        ("cxr-desktop score --model sq", "squeezenet"),
        ("cxr-desktop train --re", "--resume"),
    ],
)
def test_a_shell_that_asks_is_answered_without_torch_or_qt(line, expected):
    code = (
        "import sys; sys.argv[0] = 'cxr-desktop'\n"
        "import atexit\n"
        "atexit.register(lambda: print([m for m in ('torch', 'PySide6', 'openvino', 'numpy') if m in sys.modules]))\n"
        "from cxr_desktop.__main__ import main; main()"
    )
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1), "_CXR_DESKTOP_COMPLETE": "complete_bash"}
    result = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert result.stdout.splitlines() == [expected, "[]"], result.stderr
