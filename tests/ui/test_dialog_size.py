"""Dialogs grow with the text and fit the screen; nothing in them is squeezed (qtbot)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from cxr_desktop.export.job import Amount
from cxr_desktop.ui import fonts
from cxr_desktop.ui.dialog_size import open_at
from cxr_desktop.ui.export_dialog import ExportDialog


@pytest.mark.parametrize("percent", [100, 150])
def test_a_dialog_grows_with_the_text_and_never_beyond_the_screen(qtbot, speak, percent):
    fonts.set_text_percent(percent)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at(dialog, 400, 5000, least=(300, 4000))
    assert dialog.width() == 4 * percent
    room = dialog.screen().availableSize().height()
    assert dialog.height() < room
    assert dialog.minimumHeight() < room


@pytest.mark.parametrize("percent", [100, 115, 130, 150])
def test_the_cards_of_the_export_keep_the_height_of_their_words_at_every_text_size(qtbot, speak, percent):
    fonts.set_text_percent(percent)
    dialog = ExportDialog(lambda scope, per_study: Amount({}, 0, {}))
    qtbot.addWidget(dialog)
    dialog.choose(dict.fromkeys(dialog.choices.scope_buttons, 19))
    dialog.show()
    for card in dialog.choices.cards.values():
        words = card.findChild(QLabel)
        qtbot.waitUntil(lambda words=words: words.height() >= words.heightForWidth(words.width()), timeout=1000)
        assert card.box.height() >= card.box.sizeHint().height()
