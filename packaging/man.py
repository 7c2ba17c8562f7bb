"""Writes the manual page ``cxr-desktop.1`` from the program's own command line, so that it cannot forget an option.

    python packaging/man.py            write packaging/docs/cxr-desktop.1
    python packaging/man.py --check    exit status 1 where that file is not what the command line says now

``man -l packaging/docs/cxr-desktop.1`` shows it. The wheel installs it as ``share/man/man1/cxr-desktop.1``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
TARGET = HERE / "docs" / "cxr-desktop.1"

EXIT = (
    ("0", "It worked; of score: every image was scored."),
    ("1", "Of score: some images were not scored, and the rows say why. Of training: it failed, with one sentence."),
    ("2", "Nothing usable was found, or the command could not run."),
    ("130", "A command of training was interrupted. train itself ends with 0 then, and can be resumed."),
)
PLACES = (
    ("~/.local/share/cxr-desktop", "Worklist (worklist.sqlite3), its daily copies (backups), own models, runs."),
    ("~/.config/cxr-desktop", "Settings and the state of the window."),
    ("~/.local/state/cxr-desktop/log", "Logs and reports of faults; they hold no name, number or path."),
    ("~/.cache/cxr-desktop", "Compiled models; may be deleted at any time."),
)
EXAMPLES = (
    ("Score a folder into a table and a report", "cxr-desktop score FOLDER --out results.csv --report report.html"),
    ("Fit a model to a site without training", "cxr-desktop calibrate triage --data FOLDER --name triage-here"),
    ("Train, measure, publish", "cxr-desktop train finetune_bundled --data FOLDER --run runs/mine"),
    ("Go on with a run that was stopped", "cxr-desktop train --resume runs/mine"),
)


def escaped(text: str) -> str:
    """As roff reads it: no escapes, hyphens that can be copied, no request at the head of a line."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("`", "").replace("…", "...")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def page() -> str:
    """The whole page."""
    from typer.main import get_command

    from cxr_desktop import __version__
    from cxr_desktop.commands import app

    group: Any = get_command(app)
    lines = [
        '.\\" Written by packaging/man.py; do not edit.',
        f'.TH CXR\\-DESKTOP 1 "" "cxr\\-desktop {__version__}" "User Commands"',
        ".SH NAME",
        "cxr\\-desktop \\- chest radiograph triage for research",
        ".SH SYNOPSIS",
        ".B cxr\\-desktop",
        "[\\fIOPTION\\fR] [\\fICOMMAND\\fR [\\fIARGUMENT\\fR]...]",
        ".SH DESCRIPTION",
        escaped(group.help),
        ".PP",
        "Without a command the window opens. Nothing leaves the computer. The manual is in the window, under F1.",
        ".SH OPTIONS",
        *_options(group.params),
        ".SH COMMANDS",
    ]
    for name, command in group.commands.items():
        lines += _command(name, command)
    return "\n".join([*lines, *_rest()]) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:
    from cxr_desktop.completion import TrainingCommand

    if issubclass(type(command), TrainingCommand):
        parser = command.parser()
        yield f".SS {escaped(f'cxr-desktop {name}')} {_operands(parser)}".rstrip()
        yield escaped(parser.description or "")
        yield from _arguments(parser)
        return
    operands = " ".join(f"[\\fI{p.name.upper()}\\fR]" for p in command.params if p.param_type_name == "argument")
    yield f".SS {escaped(f'cxr-desktop {name}')} {operands}".rstrip()
    for number, paragraph in enumerate((command.help or "").split("\n\n")):
        if number:
            yield ".PP"
        yield escaped(paragraph)
    yield from _options(command.params)


def _options(params: Any) -> Iterator[str]:
    """Of a command of typer."""
    for param in params:
        if param.param_type_name == "argument":
            yield from _entry(f"\\fI{param.name.upper()}\\fR", param.help)
        else:
            value = "" if param.is_flag else f" \\fI{escaped(param.name.upper().replace('_', '-'))}\\fR"
            yield from _entry(", ".join(f"\\fB{escaped(opt)}\\fR" for opt in param.opts) + value, param.help)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Of a command of training."""
    for action in parser._actions:
        value = "" if action.nargs == 0 else f" \\fI{escaped(_value(action))}\\fR"
        names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
        yield from _entry(f"{names}{value}".strip(), action.help)


def _operands(parser: argparse.ArgumentParser) -> str:
    shown = []
    for action in parser._actions:
        if not action.option_strings:
            more = "..." if action.nargs == "+" else ""
            name = f"\\fI{escaped(_value(action))}\\fR{more}"
            shown.append(f"[{name}]" if action.nargs == "?" else name)
    return " ".join(shown)


def _value(action: argparse.Action) -> str:
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    metavar = action.metavar if isinstance(action.metavar, str) else None
    return metavar or action.dest.upper()


def _entry(term: str, words: str | None) -> Iterator[str]:
    yield ".TP"
    yield term
    yield escaped(words or "")


def _rest() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for status, words in EXIT:
        yield from _entry(f"\\fB{status}\\fR", words)
    yield ".SH ENVIRONMENT"
    words = "A folder for settings, database, models, logs and cache, in place of those of the system."
    yield from _entry("\\fBCXR_DESKTOP_HOME\\fR", words)
    yield ".SH FILES"
    for place, words in PLACES:
        yield from _entry(f"\\fI{escaped(place)}\\fR", words)
    yield ".SH EXAMPLES"
    for words, command in EXAMPLES:
        yield from (".PP", f"{escaped(words)}:", ".PP", ".RS 4", ".nf", escaped(command), ".fi", ".RE")
    yield ".SH NOTES"
    yield "Research use only. Not for primary diagnosis. It is not a medical device; every study still has to be read."


def main() -> None:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="Write nothing; exit status 1 where the page is old.")
    if not parser.parse_args().check:
        TARGET.write_text(page(), encoding="utf-8")
    elif not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != page():
        raise SystemExit(f"{TARGET.name} is not what the command line says now: run python packaging/man.py")


if __name__ == "__main__":
    main()
