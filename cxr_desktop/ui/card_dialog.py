"""The model card as a page to read, search, copy and print; writes no file and computes no number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.export.card.page import card_sheet
from cxr_desktop.export.card.sheet import Part
from cxr_desktop.ui import wording
from cxr_desktop.ui.card_document import places, rich_text
from cxr_desktop.ui.dialog_size import open_at
from cxr_desktop.ui.fonts import TextSize, font, scaled, text_percent
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import LIGHT, Theme

_SIZE = (1040, 760)
_CONTENTS_WIDTH = 264
PRINTED_PT = 9.5


class CardDialog(QDialog):
    """All of ``cards``, the one to begin with first. Enter finds the next place, Shift+Enter the one before."""

    def __init__(self, cards: Sequence[ModelCard], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model card"))
        open_at(self, *_SIZE, least=(560, 400))
        self._cards, self._theme = tuple(cards), theme
        self._parts: list[Part] = []
        self.page = QTextBrowser()
        self.page.setObjectName("cardPage")
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Model card"))
        self.page.setFont(font())
        self.page.document().setDocumentMargin(20)
        self.contents = QListWidget()
        self.contents.setObjectName("cardContents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setFont(font())
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setSpacing(2)
        for part in (self.page, self.contents):
            part.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.itemActivated.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(self._build_top())
        both = QSplitter()
        both.setHandleWidth(1)
        both.addWidget(self.contents)
        both.addWidget(self.page)
        both.setStretchFactor(1, 1)
        contents = scaled(_CONTENTS_WIDTH)
        both.setSizes([contents, self.width() - contents])
        layout.addWidget(both, 1)
        layout.addLayout(self._build_buttons())
        self._show_card(0)
        self.page.setFocus()

    def _build_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choice = QComboBox()
        self.choice.setFont(font())
        self.choice.setAccessibleName(self.tr("Model"))
        for card in self._cards:
            self.choice.addItem(f"{card.title} {card.version}")
        self.choice.currentIndexChanged.connect(self._show_card)
        self.search = QLineEdit()
        self.search.setFont(font())
        self.search.setPlaceholderText(self.tr("Find in the card"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setToolTip(self.tr("Find in the card (Ctrl+F); Enter for the next place"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._find_from_start())
        self.search.returnPressed.connect(self.find_next)
        self._found = label(tone="second", size=TextSize.CAPTION)
        for keys, does in (
            (QKeySequence.StandardKey.Find, self.search.setFocus),
            (QKeySequence("Shift+Return"), self.find_previous),
            (QKeySequence.StandardKey.FindNext, self.find_next),
            (QKeySequence.StandardKey.Print, self.print_card),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)
        self.search.setMinimumWidth(300)
        row.addWidget(self.choice)
        row.addStretch(1)
        row.addWidget(self._found)
        row.addWidget(self.search)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        printing = QPushButton(self.tr("Print…"))
        printing.setToolTip(self.tr("Print the card, or keep it as a PDF (Ctrl+P)"))
        printing.setAutoDefault(False)
        printing.clicked.connect(self.print_card)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row.addWidget(printing)
        row.addStretch(1)
        row.addWidget(close)
        return row

    # --- what it shows

    def _show_card(self, index: int) -> None:
        if not 0 <= index < len(self._cards):
            return
        self._parts = card_sheet(self._cards[index])
        self.page.setHtml(rich_text(self._parts, self._theme, text_percent()))
        self.contents.clear()
        for place in places(self._parts):
            item = QListWidgetItem("    " * (place.level - 2) + place.title)
            item.setData(Qt.ItemDataRole.UserRole, place.anchor)
            item.setToolTip(place.title)
            self.contents.addItem(item)
        self._find_from_start()

    def _go_to(self, item: QListWidgetItem) -> None:
        self.page.scrollToAnchor(str(item.data(Qt.ItemDataRole.UserRole)))

    # --- finding

    def found(self) -> str:
        """How many places were found, in words."""
        return self._found.text()

    def _find_from_start(self) -> None:
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        words = self.search.text()
        count = self.page.toPlainText().lower().count(words.lower()) if words else 0
        self._found.setText(self.tr("Found: {0}").format(wording.number(count)) if words else "")
        if count:
            self.page.find(words)

    def find_next(self) -> None:
        """The next place, from the start again after the last."""
        self._find(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    def find_previous(self) -> None:
        """The place before, from the end again before the first."""
        self._find(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _find(self, how: QTextDocument.FindFlag, again_from: QTextCursor.MoveOperation) -> None:
        words = self.search.text()
        if words and not self.page.find(words, how):
            self.page.moveCursor(again_from)
            self.page.find(words, how)

    # --- printing

    def print_card(self) -> None:
        """Ask where to, then print dark letters on white."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """The whole card in the light theme, whatever the window wears."""
        document = QTextDocument()
        letters = font()
        letters.setPointSizeF(PRINTED_PT)
        document.setDefaultFont(letters)
        document.setHtml(rich_text(self._parts, LIGHT))
        document.print_(printer)
