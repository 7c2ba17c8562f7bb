"""A model card's parts as rich text in the colours of a theme; knows no card and computes no number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from cxr_desktop.export.card.sheet import Command, Heading, Items, Part, Table
from cxr_desktop.ui.theme import Theme

_SIZES = {1: 15, 2: 12, 3: 10}
"""Points: pixels would be a printer's own, and tiny."""


class Place(NamedTuple):
    """A heading that can be gone to."""

    title: str
    level: int
    anchor: str


def places(parts: Sequence[Part]) -> tuple[Place, ...]:
    """The table of contents, without the title."""
    headings = [part for part in parts if isinstance(part, Heading)]
    return tuple(Place(h.text, h.level, f"h{number}") for number, h in enumerate(headings) if h.level > 1)


def rich_text(parts: Sequence[Part], theme: Theme, percent: int = 100) -> str:
    """One document; everything in it is escaped. Headings have the anchors of ``places``, letters ``percent`` of their
    size.
    """
    written, headings = [], 0
    for part in parts:
        if isinstance(part, Heading):
            written.append(_heading(part, f"h{headings}", theme, percent))
            headings += 1
        else:
            written.append(_part(part, theme, percent))
    return f'<html><body style="color:{theme.text}">{"".join(written)}</body></html>'


def _heading(part: Heading, anchor: str, theme: Theme, percent: int) -> str:
    size = _SIZES.get(part.level, 10) * percent / 100
    top = 4 if part.level == 1 else 22 if part.level == 2 else 14
    style = f"font-size:{size}pt;font-weight:600;margin-top:{top}px;margin-bottom:4px;color:{theme.text}"
    return f'<p style="{style}"><a name="{anchor}"></a>{escape(part.text)}</p>'


def _part(part: Part, theme: Theme, percent: int) -> str:
    if isinstance(part, Items):
        items = "".join(f'<li style="margin-bottom:2px">{escape(text)}</li>' for text in part.texts)
        return f'<ul style="margin-top:4px;margin-bottom:4px;-qt-list-indent:1">{items}</ul>'
    if isinstance(part, Command):
        style = f"color:{theme.text_second};margin-top:2px;margin-bottom:6px"
        code = f'<span style="font-family:monospace;font-size:{0.09 * percent:g}pt">{escape(part.text)}</span>'
        return f'<p style="{style}">{code}</p>'
    if isinstance(part, Table):
        return _table(part, theme, percent)
    return f'<p style="margin-top:4px;margin-bottom:6px">{escape(part.text)}</p>'


def _table(part: Table, theme: Theme, percent: int) -> str:
    cell = f"padding:3px 8px;border:1px solid {theme.line}"
    head = "".join(
        f'<td style="{cell};background-color:{theme.raised};color:{theme.text_second}">{escape(text)}</td>'
        for text in part.head
    )
    rows = "".join(
        "<tr>" + "".join(f'<td style="{cell}">{escape(text)}</td>' for text in row) + "</tr>" for row in part.rows
    )
    style = f"border-collapse:collapse;margin-top:6px;margin-bottom:6px;font-size:{0.09 * percent:g}pt"
    return f'<table cellspacing="0" style="{style}"><tr>{head}</tr>{rows}</table>'
