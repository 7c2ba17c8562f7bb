"""Fenced blocks of the project's documents, and their commands one by one; runs none."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MANUAL = sorted((ROOT / "packaging" / "docs" / "manual").glob("*.md"))
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "training" / "README.md",
    ROOT / ".github" / "CONTRIBUTING.md",
    ROOT / ".github" / "SECURITY.md",
    *MANUAL,
]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """``words`` as a shell would take them, without what is set before and the comment behind."""

    document: str
    line: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.document}: {self.line}"


def fenced(path: Path, language: str) -> list[str]:
    """The blocks in one language."""
    return [body for name, body in _FENCE.findall(path.read_text(encoding="utf-8")) if name == language]


def commands() -> Iterator[Command]:
    """Every command of every ``sh`` block; ``&&`` and ``;`` part them."""
    for path in DOCUMENTS:
        for block in fenced(path, "sh"):
            for line in block.replace("\\\n", " ").splitlines():
                for words in _parted(line):
                    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                        words.pop(0)
                    if words:
                        yield Command(str(path.relative_to(ROOT)), line.strip(), tuple(words))


def _parted(line: str) -> list[list[str]]:
    """The commands of a line; signs within quotation marks part nothing."""
    reader = shlex.shlex(line, posix=True, punctuation_chars=";&|")
    reader.whitespace_split = True
    parts: list[list[str]] = [[]]
    for word in reader:
        if set(word) <= set(";&|"):
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def inline_commands() -> Iterator[Command]:
    """What stands in backticks and begins with the program's name and one of its commands, in running text."""
    for path in DOCUMENTS:
        text = _FENCE.sub("", path.read_text(encoding="utf-8"))
        for found in re.findall(r"`(cxr-desktop [^`]+)`", text):
            words = shlex.split(found)
            if words[1] not in ("COMMAND", "--help", "FOLDER"):
                yield Command(str(path.relative_to(ROOT)), found, tuple(words))
