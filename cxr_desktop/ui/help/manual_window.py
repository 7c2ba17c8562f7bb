"""The manual beside the program: contents, search, pages, the way back; reads its files once and no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.help.page_view import PageView
from cxr_desktop.ui.help.pages import FIRST, Page, search
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import current_language
from cxr_desktop.ui.theme import Theme

_SIZE = (1080, 780)
_CONTENTS_WIDTH = 270
_CONTENTS_SHARE = 0.34
"""Of the window at most: large text needs its room in the page."""


class ManualWindow(QWidget):
    """A window of its own. Esc closes it, Ctrl+F searches all pages, Alt+Left goes back."""

    def __init__(self, pages: Sequence[Page], folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._pages = {page.name: page for page in pages}
        self._theme = theme
        self._past: list[str] = []
        self._future: list[str] = []
        self._topic = ""
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Manual"))
        self.setWindowIcon(icons.app_icon())
        screen = self.screen().availableSize()
        self.resize(min(scaled(_SIZE[0]), screen.width() - 80), min(scaled(_SIZE[1]), screen.height() - 80))
        self.page = PageView(folder)
        self.page.topic_chosen.connect(self.open)
        self.places = self._build_places()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 0)
        layout.setSpacing(8)
        layout.addLayout(self._build_top())
        both = QSplitter()
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(self.places)
        both.addWidget(self.page)
        both.setStretchFactor(1, 1)
        contents = min(scaled(_CONTENTS_WIDTH), round(_CONTENTS_SHARE * self.width()))
        both.setSizes([contents, self.width() - contents])
        layout.addWidget(both, 1)
        self._add_keys()
        self.set_theme(theme)
        self.open(FIRST)
        self.page.setFocus()

    # --- how it is put together

    def _build_places(self) -> QListWidget:
        places = QListWidget()
        places.setObjectName("manualPlaces")
        places.setAccessibleName(self.tr("Contents"))
        places.setFont(font())
        places.setFrameShape(QFrame.Shape.NoFrame)
        places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        places.setTextElideMode(Qt.TextElideMode.ElideRight)
        places.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        places.setMinimumWidth(160)
        places.itemClicked.connect(self._on_place)
        places.itemActivated.connect(self._on_place)
        return places

    def _build_top(self) -> QHBoxLayout:
        self.back = self._button(self.tr("Back (Alt+Left)"), self.go_back)
        self.forward = self._button(self.tr("Forward (Alt+Right)"), self.go_forward)
        self.search = QLineEdit()
        self.search.setFont(font())
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setToolTip(self.tr("Sections that have all these words (Ctrl+F); Enter opens the first"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(min(scaled(300), 360))
        self.search.textChanged.connect(lambda _text: self._show_places())
        self.search.returnPressed.connect(self._open_first)
        self._found = label(tone="second", size=TextSize.CAPTION)
        english = label(self.tr("The manual is in English"), TextSize.CAPTION, "second")
        english.setVisible(current_language() != "en")
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.back, self.forward, self.search, self._found):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(english)
        return row

    def _button(self, words: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(slot)
        return button

    def _add_keys(self) -> None:
        for keys, does in (
            ("Esc", self._on_escape),
            ("Ctrl+F", self._find),
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)

    # --- what it is told

    def set_theme(self, theme: Theme) -> None:
        """Other colours, the same place."""
        self._theme = theme
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for button, name in ((self.back, "previous"), (self.forward, "next")):
            turned = {"previous": "next", "next": "previous"}[name] if mirrored else name
            button.setIcon(icons.icon(turned, theme))
        if self._topic:
            kept = self.page.verticalScrollBar().value()
            self._show(self._topic)
            self.page.verticalScrollBar().setValue(kept)

    def open(self, topic: str) -> None:
        """``page`` or ``page#anchor``; what does not exist opens the first page."""
        if self._topic and topic != self._topic:
            self._past.append(self._topic)
            self._future.clear()
        self._show(topic)

    def topic(self) -> str:
        """What is shown."""
        return self._topic

    def go_back(self) -> None:
        """To where the reader was before."""
        if self._past:
            self._future.append(self._topic)
            self._show(self._past.pop())

    def go_forward(self) -> None:
        """Undo one step back."""
        if self._future:
            self._past.append(self._topic)
            self._show(self._future.pop())

    def found(self) -> list[str]:
        """The topics that the search has found."""
        words = self.search.text().strip()
        return [hit.topic for hit in search(list(self._pages.values()), words)]

    # --- how it shows

    def _show(self, topic: str) -> None:
        name, _, anchor = topic.partition("#")
        page = self._pages.get(name)
        if page is None:
            page, anchor, topic = self._pages[FIRST], "", FIRST
        self._topic = topic
        self.page.show_page(page, self._theme)
        self.page.go_to(anchor)
        self.page.mark(self.search.text(), self._theme)
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._future))
        self._show_places()

    def _show_places(self) -> None:
        words = self.search.text().strip()
        self.places.clear()
        self._found.clear()
        self.page.mark(words, self._theme)
        if words:
            hits = search(list(self._pages.values()), words)
            for hit in hits:
                self._add_place(f"{hit.section.title}\n{hit.excerpt or hit.page.title}", hit.topic, hit.page.title)
            self._found.setText(self.tr("Sections found: {0}").format(len(hits)))
            return
        shown = self._topic.partition("#")[0]
        for page in self._pages.values():
            self._add_place(page.title, page.name, page.title)
            if page.name == shown:
                for section in page.sections[1:]:
                    if section.level == 2:
                        self._add_place(f"      {section.title}", f"{page.name}#{section.anchor}", section.title)

    def _add_place(self, words: str, topic: str, about: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, topic)
        item.setToolTip(about)
        self.places.addItem(item)
        if topic == self._topic:
            item.setSelected(True)
            self.places.setCurrentItem(item)

    # --- what the reader does

    def _on_place(self, item: QListWidgetItem) -> None:
        self.open(str(item.data(Qt.ItemDataRole.UserRole)))

    def _open_first(self) -> None:
        if self.places.count():
            self._on_place(self.places.item(0))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()
