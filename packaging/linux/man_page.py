"""The manual page cxr-desktop(1), written from the command line's own descriptions; knows no package.

python packaging/linux/man_page.py > cxr-desktop.1
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import typer.main  # noqa: E402

from cxr_desktop import __version__  # noqa: E402
from cxr_desktop.__main__ import app  # noqa: E402
from training.__main__ import _parser  # noqa: E402

_HEAD = """.TH CXR-DESKTOP 1 "" "cxr-desktop {version}" "User Commands"
.SH NAME
cxr-desktop \\- triage of chest radiographs, for research
.SH SYNOPSIS
.B cxr-desktop
.RI [ COMMAND ]
.RI [ OPTION ...]
.SH DESCRIPTION
{about}
.PP
Without a command the window opens.
.SH COMMANDS
"""
_TAIL = """.SH EXIT STATUS
.TP
.B 0
All was done; with \\fBscore\\fR: all files were scored.
.TP
.B 1
Some files could not be scored, or a command of training failed and said why.
.TP
.B 2
Nothing was usable, or the command could not run.
.SH ENVIRONMENT
.TP
.B CXR_DESKTOP_HOME
One folder for settings, worklist, models and logs, instead of the user's own.
.SH FILES
.TP
.I ~/.config/cxr-desktop
Settings.
.TP
.I ~/.local/share/cxr-desktop
The worklist, which identifies patients, and models that were trained or imported.
.TP
.I ~/.local/state/cxr-desktop
Logs, which identify nobody.
.SH NOTES
Research use only. Not for primary diagnosis. Not a medical device. Nothing leaves the computer.
"""


def manual() -> str:
    """The page as roff."""
    command = typer.main.get_command(app)
    parts = [_HEAD.format(version=__version__, about=_roff(command.help or ""))]
    trained = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    for name, each in command.commands.items():  # type: ignore[attr-defined]
        parts.append(f".SS {_roff(name)}\n{_roff(each.help or '')}\n")
        options = _of_parser(trained[name]) if name in trained else _of_command(each)
        parts += [f".TP\n.B {_roff(words)}\n{_roff(about) or '.'}\n" for words, about in options]
    return "".join(parts) + _TAIL


def _of_command(command: object) -> Iterator[tuple[str, str]]:
    for each in command.params:  # type: ignore[attr-defined]
        if each.name == "help":
            continue
        if each.param_type_name != "option":
            yield str(each.name).upper(), str(getattr(each, "help", "") or "")
            continue
        value = "" if each.is_flag else f" {str(each.metavar or each.name).upper()}"
        yield ", ".join(each.opts) + value, str(each.help or "")


def _of_parser(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for each in parser._actions:
        if isinstance(each, argparse._HelpAction):
            continue
        value = each.metavar if isinstance(each.metavar, str) else each.dest.upper()
        names = ", ".join(each.option_strings)
        yield (f"{names} {value}" if each.nargs != 0 else names) if names else value, each.help or ""


def _roff(text: str) -> str:
    """Plain words for roff: hyphens that can be copied, no line that begins like a command."""
    escaped = text.strip().replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    lines = re.sub(r"(?m)^([.'])", r"\\&\1", escaped)
    return re.sub(r"\n\s*\n", "\n.PP\n", lines)


if __name__ == "__main__":
    sys.stdout.write(manual())
