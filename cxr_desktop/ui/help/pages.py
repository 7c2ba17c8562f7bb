"""The manual's pages as text: which there are, their sections, where words stand in them; knows no widget.

A page is a Markdown file of ``paths.manual_dir()``; their order is that of the links of its ``README.md``, which is the
first page. A topic is ``page#anchor``, with the anchors that GitHub gives to headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FIRST = "README"
NEWS = "CHANGELOG"

_LINK = re.compile(r"\[[^\]]*\]\(([\w-]+)\.md\)")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`]+|^\s*(?:[-|]+\s*)+$|^#+\s*|^\s*-\s+", re.MULTILINE)
_AROUND = 70


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, without Markdown's marks. ``level`` 1 is the page's title."""

    title: str
    level: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """``name`` is the file's, without its suffix; ``markdown`` is what is shown."""

    name: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.sections[0].title if self.sections else self.name


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that has all words of a search; ``excerpt`` is one line around the first of them."""

    page: Page
    section: Section
    excerpt: str

    @property
    def topic(self) -> str:
        """Where it stands."""
        return f"{self.page.name}#{self.section.anchor}"


def load(folder: Path, news: Path | None = None) -> tuple[Page, ...]:
    """All pages, the first page first; ``news`` is the list of changes, shown last. Raises ``OSError``."""
    first = (folder / f"{FIRST}.md").read_text(encoding="utf-8")
    names = [name for name in dict.fromkeys(_LINK.findall(first)) if name != FIRST]
    found = [_page(FIRST, first), *(_page(name, (folder / f"{name}.md").read_text(encoding="utf-8")) for name in names)]
    if news is not None and news.is_file():
        found.append(_page(NEWS, news.read_text(encoding="utf-8")))
    return tuple(found)


def _page(name: str, text: str) -> Page:
    markdown = _COMMENT.sub("", text)
    return Page(name, markdown, tuple(_sections(markdown)))


def _sections(markdown: str) -> Iterator[Section]:
    title, level, lines, taken = "", 1, list[str](), dict[str, int]()

    def end() -> Section:
        return Section(plain(title), level, _once(slug(title), taken), plain("\n".join(lines)))

    fenced = False
    for line in markdown.splitlines():
        fenced ^= line.startswith("```")
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading is None:
            lines.append("" if line.startswith("```") else line)
            continue
        if title:
            yield end()
        title, level, lines = heading.group(2), len(heading.group(1)), []
    if title:
        yield end()


def slug(title: str) -> str:
    """The anchor that GitHub gives to a heading."""
    words = re.sub(r"[^\w\- ]", "", plain(title).lower())
    return words.replace(" ", "-")


def _once(anchor: str, taken: dict[str, int]) -> str:
    """Of equal headings the second is ``…-1``."""
    number = taken[anchor] = taken.get(anchor, -1) + 1
    return f"{anchor}-{number}" if number else anchor


def plain(markdown: str) -> str:
    """The words without the marks."""
    return _MARKS.sub(lambda found: found.group(1) or "", markdown).strip()


def search(pages: Sequence[Page], words: str) -> list[Hit]:
    """Sections that have every word, those first whose heading has one."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    found: list[tuple[bool, Hit]] = []
    for page in pages:
        for section in page.sections:
            title, body = section.title.casefold(), section.words.casefold()
            if all(word in title or word in body for word in wanted):
                named = any(word in title for word in wanted)
                found.append((not named, Hit(page, section, _excerpt(section.words, wanted))))
    return [hit for _later, hit in sorted(found, key=lambda ranked: ranked[0])]


def _excerpt(text: str, wanted: Sequence[str]) -> str:
    """One line of text, with the first of the words in it."""
    line = " ".join(text.replace("|", " ").split())
    places = [place for place in (line.casefold().find(word) for word in wanted) if place >= 0]
    start = max(0, min(places, default=0) - 24)
    if start:
        start = line.find(" ", start) + 1
    shown = line[start : start + _AROUND]
    return f"{'… ' if start else ''}{shown}{'…' if len(line) > start + _AROUND else ''}"
