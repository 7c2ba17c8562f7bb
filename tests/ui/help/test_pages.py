"""The manual's pages: order, anchors, links, search; every topic that the program opens exists."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from cxr_desktop import paths
from cxr_desktop.ui.help.page_look import blocks
from cxr_desktop.ui.help.page_view import PageView
from cxr_desktop.ui.help.pages import FIRST, NEWS, load, plain, search, slug
from cxr_desktop.ui.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]
PAGES = load(paths.manual_dir(), paths.changelog_file())
BY_NAME = {page.name: page for page in PAGES}
TOPICS = {page.name for page in PAGES} | {f"{page.name}#{part.anchor}" for page in PAGES for part in page.sections}


def test_the_first_page_comes_first_and_every_file_is_a_page():
    assert PAGES[0].name == FIRST
    assert PAGES[-1].name == NEWS
    files = {path.stem for path in paths.manual_dir().glob("*.md")}
    assert files == set(BY_NAME) - {NEWS}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_place_and_every_picture_is_there(page):
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", page.markdown):
        assert "://" not in target, "the manual works offline"
        name, _, anchor = target.partition("#")
        name = name.removesuffix(".md") or page.name
        assert (f"{name}#{anchor}" if anchor else name) in TOPICS, target
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.markdown):
        assert (paths.manual_dir() / picture).is_file()


def test_no_picture_lies_unused():
    shown = {name for page in PAGES for name in re.findall(r"\(pictures/([^)]+)\)", page.markdown)}
    assert shown == {path.name for path in (paths.manual_dir() / "pictures").iterdir()}


def test_every_topic_that_the_program_names_exists():
    named = set()
    topic = re.compile(rf'"((?:{"|".join(BY_NAME)})(?:#[\w-]+)?)"')
    for source in (ROOT / "cxr_desktop").rglob("*.py"):
        named |= set(topic.findall(source.read_text(encoding="utf-8")))
    assert "numbers#the-risk" in named
    assert named <= TOPICS


def test_anchors_are_those_of_github():
    assert slug("What the *numbers* mean: 98 %?") == "what-the-numbers-mean-98-"
    assert slug("`F1`, and [why](a.md)") == "f1-and-why"
    assert plain("**bold** `code` [text](link.md)") == "bold code text"


def test_equal_headings_have_anchors_of_their_own(tmp_path):
    (tmp_path / "README.md").write_text("# One\n\n## Use\n\n```sh\n# no heading\n```\n\n## Use\n", encoding="utf-8")
    (page,) = load(tmp_path)
    assert [part.anchor for part in page.sections] == ["one", "use", "use-1"]
    assert "# no heading" not in [part.title for part in page.sections]


def test_search_wants_every_word_and_puts_headings_first():
    hits = search(PAGES, "operating point heat")
    assert hits
    for hit in hits:
        body = f"{hit.section.title} {hit.section.words}".casefold()
        assert all(word in body for word in ("operating", "point", "heat"))
    assert search(PAGES, "the audit log")[0].topic == "privacy#the-audit-log"
    assert search(PAGES, "zebulon") == []
    assert search(PAGES, "  ") == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_shown_page_has_an_anchor_at_every_heading(qtbot, page):
    view = PageView(paths.manual_dir())
    qtbot.addWidget(view)
    view.show_page(page, LIGHT)
    anchors = []
    for block in blocks(view.document()):
        if block.blockFormat().headingLevel():
            anchors += block.begin().fragment().charFormat().anchorNames()
    assert anchors == [part.anchor for part in page.sections]


def test_a_page_shows_pictures_of_its_folder_and_nothing_else(qtbot, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes((paths.manual_dir() / "pictures" / "window.png").read_bytes())
    view = PageView(paths.manual_dir())
    qtbot.addWidget(view)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert not view.loadResource(kind, QUrl("pictures/window.png")).isNull()
    for name in (
        "../main-window.png",
        secret.as_uri(),
        str(secret),
        "https://example.org/a.png",
        "//example.org/a.png",
        "pictures/none.png",
    ):
        assert view.loadResource(kind, QUrl(name)) is None, name
    assert view.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("README.md")) is None


def test_pictures_and_lines_keep_to_the_width(qtbot):
    view = PageView(paths.manual_dir())
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_page(BY_NAME["first-day"], DARK)
    assert view.document().idealWidth() <= view.viewport().width()
    assert not view.horizontalScrollBar().maximum()


def test_a_picture_is_made_smaller_smoothly_and_takes_no_more_room_than_it_has(qtbot):
    view = PageView(paths.manual_dir())
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show_page(BY_NAME["first-day"], LIGHT)
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = view.document().resource(kind, QUrl("pictures/window.png"))
    assert shown.width() == view.viewport().width() - 56
    (block,) = [b for b in blocks(view.document()) if "window.png" in _pictures_of(b)]
    layout = view.document().documentLayout()
    assert layout.blockBoundingRect(block).height() < 1.15 * shown.height()


def _pictures_of(block):
    return " ".join(piece.fragment().charFormat().toImageFormat().name() for piece in block)


def test_lines_of_code_stand_close_together_and_two_pieces_apart(qtbot, tmp_path):
    (tmp_path / "README.md").write_text("# A\n\n```sh\none\n\ntwo\n```\n\n```toml\nthree\n```\n", encoding="utf-8")
    view = PageView(tmp_path)
    qtbot.addWidget(view)
    view.show_page(load(tmp_path)[0], LIGHT)
    _title, one, empty, two, three = (b for b in blocks(view.document()) if b.isValid())
    layout = view.document().documentLayout()
    heights = [layout.blockBoundingRect(line).height() for line in (one, empty, two)]
    assert max(heights) - min(heights) <= 1
    assert two.blockFormat().bottomMargin() > 0
    assert three.blockFormat().topMargin() > 0
    assert one.blockFormat().bottomMargin() == empty.blockFormat().topMargin() == 0
