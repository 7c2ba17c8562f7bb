"""The manual page: the file is what the command line says, nothing is left out, roff finds no fault."""

import importlib.util
import shutil
import subprocess

import pytest
from typer.main import get_command

from cxr_desktop.commands import app
from cxr_desktop.completion import TrainingCommand
from tests.packaging.documents import ROOT

_spec = importlib.util.spec_from_file_location("man", ROOT / "packaging" / "man.py")
man = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(man)


def test_the_page_that_ships_is_what_the_command_line_says_now():
    assert man.TARGET.read_text(encoding="utf-8") == man.page(), "run python packaging/man.py"


def test_every_option_of_every_command_is_on_it_and_has_words():
    page = man.page()
    for name, command in get_command(app).commands.items():
        assert f".SS {man.escaped(f'cxr-desktop {name}')}" in page
        part = page.partition(f".SS {man.escaped(f'cxr-desktop {name}')}")[2].partition(".SS ")[0]
        if isinstance(command, TrainingCommand):
            actions = command.parser()._actions
            told = {option: action.help for action in actions for option in action.option_strings}
            assert all(action.help for action in actions), name
        else:
            told = {option: p.help for p in command.params for option in p.opts if option.startswith("-")}
        for option, words in told.items():
            assert f"\\fB{man.escaped(option)}\\fR" in part, (name, option)
            assert words, (name, option)


def test_text_cannot_become_a_request():
    assert man.escaped(".SH NOT A HEADING") == "\\&.SH NOT A HEADING"
    assert man.escaped("a \\ b") == "a \\e b"
    assert man.escaped("--out") == "\\-\\-out"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff (groff-base) is not on this computer")
def test_roff_finds_no_fault():
    result = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", str(man.TARGET)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0
    assert result.stderr == ""
    assert "EXIT STATUS" in result.stdout
