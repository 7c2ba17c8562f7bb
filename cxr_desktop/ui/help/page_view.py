"""One page of the manual in the window's letters and colours; shows files of the manual's folder and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from cxr_desktop.ui.fonts import font, scaled
from cxr_desktop.ui.help.page_look import blocks, dress, fragments
from cxr_desktop.ui.help.pages import Page
from cxr_desktop.ui.theme import Theme

_MARGIN = 28
_WIDEST = 760
"""Of a line of text, in pixels at 100 %: longer ones are hard to read."""


class PageView(QTextBrowser):
    """Signal ``topic_chosen(str topic)``: a link to another place of the manual. No link leads outside."""

    topic_chosen = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()
        self._page: Page | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # The manual is in English in every language of the window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page, theme: Theme) -> None:
        """The page from its top."""
        self._page = page
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.panel))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.accent))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.on_accent))
        self.setPalette(palette)
        document = self.document()
        document.setDefaultFont(font())
        document.setDocumentMargin(_MARGIN)
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(page.markdown, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        document.setDefaultTextOption(option)
        dress(document, page, theme)
        self._fit()
        self.setAccessibleName(page.title)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def go_to(self, anchor: str) -> None:
        """A section of the page, "" for its top."""
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def mark(self, words: str, theme: Theme) -> None:
        """Paint every place of every word, none for ""."""
        look = QTextCharFormat()
        look.setBackground(QColor(theme.accent))
        look.setForeground(QColor(theme.on_accent))
        marks = []
        for word in words.split():
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark: Any = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def marked(self) -> int:
        """How many places are painted."""
        return len(self.extraSelections())

    # --- what Qt asks

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of the manual's folder; nothing else is read, and nothing is fetched."""
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value or not url.isRelative():
            return None
        file = (self._folder / url.path()).resolve()
        if not file.is_relative_to(self._folder) or not file.is_file():
            return None
        return QImage(str(file))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines and pictures keep to the width."""
        super().resizeEvent(event)
        self._fit()

    # --- how it fits

    def _fit(self) -> None:
        if self._page is None:
            return
        room = min(self.viewport().width(), scaled(_WIDEST) + 2 * _MARGIN)
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        # Text keeps to the left: beside it there is room, not a second margin.
        look.setRightMargin(_MARGIN + self.viewport().width() - room)
        frame.setFrameFormat(look)
        for cursor, picture in list(_pictures(self.document())):
            self._fit_picture(cursor, picture, room - 2 * _MARGIN)

    def _fit_picture(self, cursor: QTextCursor, picture: QTextImageFormat, widest: int) -> None:
        """Made smaller here: Qt would leave out lines of pixels."""
        kind = QTextDocument.ResourceType.ImageResource
        held = self.loadResource(kind.value, picture.name())
        if not isinstance(held, QImage) or held.isNull():
            return
        width, ratio = min(held.width(), max(widest, 1)), self.devicePixelRatioF()
        shown = held.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        self.document().addResource(kind.value, QUrl(picture.name()), shown)
        picture.setWidth(width)
        picture.setHeight(round(width * held.height() / held.width()))
        cursor.setCharFormat(picture)

    def _on_link(self, url: QUrl) -> None:
        page = url.path().removesuffix(".md") or (self._page.name if self._page is not None else "")
        if url.isRelative():
            self.topic_chosen.emit(f"{page}#{url.fragment()}")


def _pictures(document: QTextDocument) -> Iterator[tuple[QTextCursor, QTextImageFormat]]:
    for block in blocks(document):
        for piece in fragments(block):
            look = piece.charFormat()
            if look.isImageFormat():
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + 1, QTextCursor.MoveMode.KeepAnchor)
                yield cursor, look.toImageFormat()
