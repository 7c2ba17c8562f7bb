"""Every command in every document is one that works: cheap ones are run, dear ones are read by the real parsers."""

from __future__ import annotations

import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.main import get_command

from cxr_desktop.commands import app
from cxr_desktop.completion import TrainingCommand
from cxr_desktop.headless import ScoreOptions
from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.dicom_file import Form, Identity
from cxr_desktop.worklist.schema import APPLICATION_ID
from cxr_desktop.worklist.store import Store
from tests.packaging.documents import MANUAL, ROOT, Command, commands, fenced, inline_commands
from training.recipe_file import read_recipe

GROUP = get_command(app)
ALL = [*commands(), *inline_commands()]
OF_THE_PROGRAM = [c for c in ALL if Path(c.words[0]).name == "cxr-desktop"]
OTHERS = [c for c in ALL if Path(c.words[0]).name != "cxr-desktop"]
TOOLS = {
    "pip",
    "pip-audit",
    "pre-commit",
    "ruff",
    "mypy",
    "lint-imports",
    "cyclonedx-py",
    "pyside6-linguist",
    "torchrun",
}
"""What pip installs with the extras of pyproject; the CI runs those of lint itself."""


def test_there_is_something_to_test():
    assert len(OF_THE_PROGRAM) > 60
    assert {c.document for c in ALL} >= {"README.md", "training/README.md", ".github/CONTRIBUTING.md"}


@pytest.mark.parametrize("command", OF_THE_PROGRAM, ids=str)
def test_the_real_parser_takes_it(command):
    check_program(list(command.words[1:]))


def check_program(arguments: list[str]) -> None:
    """Raises ``AssertionError`` where the command line would refuse these words."""
    if not arguments or arguments[0].startswith("--"):
        known = {name for p in GROUP.params for name in p.opts} | {"--help"}
        assert set(arguments) <= known
        return
    name, *rest = arguments
    command = GROUP.commands[name]
    if not rest:
        return  # named in running text
    if isinstance(command, TrainingCommand):
        parser = command.parser()
        for word in rest:
            assert not word.startswith("--") or word in parser._option_string_actions, word
        parser.exit_on_error = False
        if "…" not in rest:
            parser.parse_args(rest)
        return
    with command.make_context(name, [word for word in rest if word != "--help"]) as context:
        assert context.command is command


@pytest.mark.parametrize("command", OTHERS, ids=str)
def test_every_other_command_names_what_is_there(command):
    program, *rest = command.words
    name = Path(program).name
    if name in ("python", "python3"):
        check_python(command, rest)
    elif name == "apt-get":
        assert rest[0] == "install"
    elif name == "man":
        assert rest == ["cxr-desktop"]
    else:
        assert name in TOOLS, command


def check_python(command: Command, rest: list[str]) -> None:
    """A script of the project, or a module that can be imported."""
    if rest[0] != "-m":
        assert (ROOT / rest[0]).is_file()
        return
    module = rest[1]
    assert importlib.util.find_spec(module), module
    if module == "pytest":
        for word in rest[2:]:
            if word.startswith("tests/"):
                assert (ROOT / word).exists(), word
    if module == "tests.benchmarks" and len(rest) > 2:
        assert (ROOT / "tests" / "benchmarks" / f"{rest[2]}.py").is_file()
    if module == "tests.hostile.fuzz":
        from tests.hostile import fuzz

        options = {"--mutants", "--seed", "--keep"}
        assert {word for word in rest if word.startswith("--")} <= options
        assert all(option in Path(fuzz.__file__).read_text(encoding="utf-8") for option in options)


# --- those that cost little are run


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with what the documents speak of: FOLDER with a chest and a hand."""
    target = tmp_path_factory.mktemp("documents")
    (target / "FOLDER").mkdir()
    for number, (name, view, made) in enumerate(
        (
            ("chest.dcm", "PA", radiographs.chest(1, rows=480, columns=400)),
            ("hand.dcm", "", radiographs.palm(2, 400, 320)),
        )
    ):
        who = Identity("PHANTOM^Example", f"P-{number}", "F", 40, f"A{number}", "20260302", "080000", name, 1)
        written = dicom_file.write(made.pixels, made.spacing_mm, view, who, Form())
        (target / "FOLDER" / name).write_bytes(written)
    return target


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CXR_DESKTOP_HOME": str(place / "home")}
    return subprocess.run(
        [sys.executable, *words], cwd=place, env=environment, capture_output=True, text=True, timeout=240, check=False
    )


def test_a_score_as_documented_writes_what_the_page_on_formats_says(place):
    """One run, since each start loads the networks; tests/e2e/test_score_command.py runs the other options."""
    options = ["--out", "results.csv", "--overlays", "pictures", "--outline", "--progress-json", "--correct",
               "--model", "squeezenet", "--second-opinion", "none", "--device", "cpu"]  # fmt: skip
    result = run(place, "-m", "cxr_desktop", "score", "FOLDER", *options)
    assert result.returncode == 1, result.stderr
    events = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    assert events[-1] == {"event": "progress", "what": "scoring", "done": 2, "total": 2}
    assert (place / "pictures" / "chest.dcm.png").stat().st_size > 1000
    header = (place / "results.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert len(header) > 30
    for column in header:
        assert f"`{column}`" in formats() or column.startswith(("second_", "p_")), column


def test_every_option_of_score_in_the_documents_is_run_here_or_end_to_end():
    here = Path(__file__).read_text(encoding="utf-8")
    others = ("e2e/test_score_command.py", "cluster_run/test_command.py", "benchmarks/cluster.py")
    there = "".join((ROOT / "tests" / place).read_text(encoding="utf-8") for place in others)
    for command in OF_THE_PROGRAM:
        for word in command.words if command.words[1:2] == ("score",) else ():
            assert not word.startswith("--") or f'"{word}"' in here + there, word


def test_cheap_commands_of_the_documents_are_run(place):
    cheap = ("models", "recipes", "card", "--version")
    wanted = {c.words[1:] for c in OF_THE_PROGRAM if c.words[1:] and c.words[1] in cheap and not c.words[-1].isupper()}
    assert len(wanted) >= 6
    script = (
        "import json, sys\n"
        "from typer.testing import CliRunner\n"
        "from cxr_desktop.commands import app\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    result = CliRunner().invoke(app, words)\n"
        "    print(json.dumps([words, result.exit_code, bool(result.output) or '--html' in words]))\n"
    )
    result = run(place, "-c", script, json.dumps(sorted(wanted)))
    assert result.returncode == 0, result.stderr
    answers = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("[[")]
    assert len(answers) == len(wanted)
    assert [answer for answer in answers if answer[1:] != [0, True]] == []
    assert (place / "triage.html").stat().st_size > 10_000


def test_the_python_examples_of_the_manual_run(place, tmp_path, monkeypatch, capsys):
    blocks = [block for path in MANUAL for block in fenced(path, "python")]
    assert len(blocks) == 2
    monkeypatch.chdir(tmp_path)
    shown = {"status": "scored", "risk_band": "between", "reason": ""}
    (tmp_path / "results.json").write_text(json.dumps([shown]), encoding="utf-8")
    store = Store(tmp_path / "worklist.sqlite3")
    store.close()
    with sqlite3.connect(tmp_path / "worklist.sqlite3") as database:
        database.execute("INSERT INTO studies (key, added_at) VALUES (x'00', 0)")
    database.close()
    for block in blocks:
        exec(compile(block.replace("open(", "open_once("), "manual", "exec"), {"open_once": opened_once()})
    assert capsys.readouterr().out.splitlines() == ["scored between ", "unread 1"]


def opened_once():
    """``open`` whose files are closed, so that an example may be short."""
    import io

    return lambda path, **how: io.StringIO(Path(path).read_text(**how))


# --- what the page on file formats says


def formats() -> str:
    return next(path for path in MANUAL if path.name == "file-formats.md").read_text(encoding="utf-8")


def test_the_manual_names_every_table_and_column_of_the_database(tmp_path):
    store = Store(tmp_path / "worklist.sqlite3")
    store.close()
    database = sqlite3.connect(tmp_path / "worklist.sqlite3")
    part = formats().partition("## The database")[2].partition("\n## ")[0]
    rows = {line.split("|")[1].strip(): line for line in part.splitlines() if line.startswith("| `")}
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for column in database.execute(f"PRAGMA table_info({table})"):
            assert f"`{column[1]}`" in rows[f"`{table}`"], (table, column[1])
    assert str(APPLICATION_ID) in formats()
    version = database.execute("PRAGMA user_version").fetchone()[0]
    assert f"schema, {version} now" in formats()
    database.close()


def test_the_manual_names_every_key_of_a_card():
    card = json.loads((ROOT / "resources" / "checkpoints" / "triage" / "card.json").read_text(encoding="utf-8"))
    about_training = {"default", "second_opinion", "recipe", "trained_at", "specificity_points", "chosen_by"}
    for key in card.keys() - about_training | card["preprocess"].keys():
        assert f"`{key}`" in formats(), key


def test_the_manual_names_every_event():
    from training import events

    told = {line.split("|")[1] for line in (events.__doc__ or "").splitlines() if line.startswith("| ")}
    names = {name.strip() for cell in told for name in cell.split(",")} - {"event"}
    for name in names:
        assert f"`{name}`" in formats(), name


def test_the_recipe_of_the_manual_is_a_recipe(tmp_path):
    (block,) = [block for path in MANUAL for block in fenced(path, "toml")]
    assert tomllib.loads(block)["name"] == "my_recipe"
    (tmp_path / "my_recipe.toml").write_text(block, encoding="utf-8")
    recipe = read_recipe(str(tmp_path / "my_recipe.toml"), ["epochs=5", "phases.0.optimiser=sgd"])
    assert recipe.phases[0].epochs == 5
    assert recipe.phases[0].optimiser == "sgd"


def test_json_examples_of_the_manual_are_json():
    from dataclasses import fields

    blocks = [block for path in MANUAL for block in fenced(path, "json")]
    assert len(blocks) == 2
    assert all(json.loads(block) for block in blocks)
    assert "progress_json" in {field.name for field in fields(ScoreOptions)}
