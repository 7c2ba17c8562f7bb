"""The model card in the program: all of it, to be read, searched, copied and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from cxr_desktop.engine.checkpoint import installed, list_models
from cxr_desktop.export.card.sheet import Command, Heading, Items, Table, Words
from cxr_desktop.paths import resources_dir
from cxr_desktop.ui.card_dialog import CardDialog
from cxr_desktop.ui.card_document import places, rich_text
from cxr_desktop.ui.theme import DARK
from tests.ui.entries import CARD, SECOND_CARD

DIRS = [resources_dir() / "checkpoints"]


@pytest.fixture
def shipped(qtbot) -> CardDialog:
    cards = list_models(DIRS) + [card for role in ("gate", "orientation", "lungs") for _, card in installed(DIRS, role)]
    dialog = CardDialog(cards, DARK)
    qtbot.addWidget(dialog)
    return dialog


def test_the_whole_card_is_there_with_its_commands(shipped):
    words = shipped.page.toPlainText()
    card = shipped._cards[0]
    assert card.intended_use in words
    assert card.not_for in words
    for title in ("What it does not look for", "Operating points", "Collections left out", "Calibration",
                  "By age and by view", "Shortcut tests", "Do heat maps point at findings?"):  # fmt: skip
        assert title in words
    for block in ("comparisons", "shortcuts", "pointing"):
        assert f"cxr-desktop measure {card.name} --data DATA --only {block}" in words
    assert card.digest[:16] in words


def test_every_model_that_ships_can_be_read_and_every_heading_gone_to(shipped):
    for index in range(shipped.choice.count()):
        shipped.choice.setCurrentIndex(index)
        assert shipped._cards[index].title in shipped.page.toPlainText()
        for row in range(shipped.contents.count()):
            anchor = shipped.contents.item(row).data(Qt.ItemDataRole.UserRole)
            assert f'name="{anchor}"' in shipped.page.toHtml()


def test_a_click_in_the_contents_goes_there(qtbot, shipped):
    shipped.show()
    item = next(i for i in map(shipped.contents.item, range(shipped.contents.count())) if "Shortcut" in i.text())
    shipped.contents.scrollToItem(item)
    where = shipped.contents.visualItemRect(item).center()
    before = shipped.page.verticalScrollBar().value()
    QTest.mouseClick(shipped.contents.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shipped.page.verticalScrollBar().value() > before + 100


def test_finding_goes_round_and_says_how_often(qtbot, shipped):
    qtbot.keyClicks(shipped.search, "kermany")
    count = shipped.page.toPlainText().lower().count("kermany")
    assert count > 2
    assert shipped.found() == f"Found: {count}"
    places = []
    for _ in range(count + 1):
        places.append(shipped.page.textCursor().position())
        qtbot.keyClick(shipped.search, Qt.Key.Key_Return)
    assert len(set(places)) == count
    assert places[0] == places[-1]
    shipped.find_previous()
    assert shipped.page.textCursor().selectedText().lower() == "kermany"
    qtbot.keyClicks(shipped.search, " is nowhere")
    assert shipped.found() == "Found: 0"


def test_it_can_be_selected_and_printed(shipped, tmp_path: Path):
    assert shipped.page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "card.pdf"))
    shipped.print_to(printer)
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")


def test_a_card_cannot_write_its_own_markup():
    text = rich_text(
        [
            Heading("<b>one</b>", 1),
            Heading("two", 2),
            Words("<img src=x>"),
            Items(("<i>",)),
            Command("<u>"),
            Table(("<th>",), (("<td>",),)),
        ],
        DARK,
    )
    for raw in ("<b>one", "<img", "<i>", "<u>", "<th>"):
        assert raw not in text
    assert [place.title for place in places([Heading("one", 1), Heading("two", 2)])] == ["two"]


def test_f2_opens_the_card_of_the_model_in_use_first(qtbot, make_window, monkeypatch):
    window = make_window()
    window.set_models([SECOND_CARD, CARD], CARD.name)
    opened = []
    monkeypatch.setattr(CardDialog, "exec", lambda dialog: opened.append([c.name for c in dialog._cards]))
    qtbot.keyClick(window, Qt.Key.Key_F2)
    window.findings._open_card.click()
    assert opened == [[CARD.name, SECOND_CARD.name]] * 2


def test_a_card_in_a_form_that_nobody_knows_is_shown_as_it_stands(qtbot):
    document = {
        "data": [{"collection": "ours"}, "nonsense"],
        "chosen_by": "our physicist",
        "metrics": {"comparisons": {"test": [{"auc": 0.9}]}, "shortcuts": {"images": 12}, "groups": 7},
        "commands": {"choice": "by hand"},
    }
    dialog = CardDialog([replace(CARD, document=document)], DARK)
    qtbot.addWidget(dialog)
    words = dialog.page.toPlainText()
    assert words.count("has a form that the program does not know") == 2
    assert "chosen by: our physicist" in words
    assert "12" in words
    assert "ours" in words


def test_a_card_without_any_numbers_is_a_short_one(qtbot):
    dialog = CardDialog([replace(CARD, document={"metrics": [], "commands": "none"}), SECOND_CARD], DARK)
    qtbot.addWidget(dialog)
    assert "Operating points" in dialog.page.toPlainText()
    dialog.choice.setCurrentIndex(1)
    assert SECOND_CARD.title in dialog.page.toPlainText()
