"""Headings, paragraphs, lists and tables → Markdown or a page of HTML; it knows no number and no model."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cxr_desktop.export.atomic_file import write_text

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem;margin-top:1.4rem}
table{border-collapse:collapse;margin:.6rem 0;display:block;overflow-x:auto}
th,td{border:1px solid #cbd5df;padding:.25rem .6rem;text-align:left;white-space:nowrap}th{background:#eef2f6}
code{background:#eef2f6;padding:.1rem .3rem}
@media(prefers-color-scheme:dark){body{color:#dbe3ea;background:#151a20}th,code{background:#222b35}th,td{border-color:#3a4653}}
"""


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of sentences."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells are text; every row has as many as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Command:
    """What to type to get the numbers above again."""

    text: str


Part = Heading | Words | Items | Table | Command


def markdown(parts: Sequence[Part]) -> str:
    """GitHub's dialect."""
    return "\n\n".join(_markdown(part) for part in parts) + "\n"


def _markdown(part: Part) -> str:
    if isinstance(part, Heading):
        return f"{'#' * part.level} {part.text}"
    if isinstance(part, Items):
        return "\n".join(f"- {text}" for text in part.texts)
    if isinstance(part, Command):
        return f"Reproduced by `{part.text}`"
    if isinstance(part, Table):
        lines = [part.head, tuple("---" for _ in part.head), *part.rows]
        return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines)
    return part.text


def page(parts: Sequence[Part]) -> str:
    """One file without scripts and without anything from elsewhere."""
    title = next((part.text for part in parts if isinstance(part, Heading)), "")
    body = "\n".join(_html(part) for part in parts)
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{html.escape(title)}</title>'
    )
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head><body>\n{body}\n</body></html>\n'
    )


def _html(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level}>{html.escape(part.text)}</h{part.level}>"
    if isinstance(part, Items):
        return "<ul>" + "".join(f"<li>{html.escape(text)}</li>" for text in part.texts) + "</ul>"
    if isinstance(part, Command):
        return f"<p>Reproduced by <code>{html.escape(part.text)}</code></p>"
    if isinstance(part, Table):
        rows = "".join(_row(row, "td") for row in part.rows)
        return f"<table><thead>{_row(part.head, 'th')}</thead><tbody>{rows}</tbody></table>"
    return f"<p>{html.escape(part.text)}</p>"


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def write_sheet(target: Path, parts: Sequence[Part]) -> None:
    """Markdown, or HTML where the name ends so; whole or not at all. Raises ``OSError``."""
    text = page(parts) if target.suffix.lower() in (".html", ".htm") else markdown(parts)
    write_text(target, text)


# -- cells -------------------------------------------------------------------------------------------------------------


def number(value: float | None, digits: int = 3) -> str:
    """A dash where there is none."""
    return "–" if value is None else f"{value:.{digits}f}"


def with_span(value: float | None, low: float | None, high: float | None) -> str:
    """``0.912 (0.880–0.940)``"""
    if value is None:
        return "–"
    return f"{value:.3f}" if low is None or high is None else f"{value:.3f} ({low:.3f}–{high:.3f})"
