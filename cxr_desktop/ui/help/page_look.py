"""Sizes, spaces and colours of a page of the manual after Qt has read its Markdown; knows no widget and no file."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from typing import Any, cast

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.help.pages import Page
from cxr_desktop.ui.theme import Theme

_HEADINGS = {1: 20, 2: TextSize.TITLE, 3: TextSize.BODY}
_SPACE_ABOVE = {1: 0, 2: 26, 3: 16}
_LINE_PERCENT = 135.0


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextFragment]:
    """Its pieces of one look; a list, since a change of looks joins and parts them."""
    return [piece.fragment() for piece in cast(Any, block)]


def dress(document: QTextDocument, page: Page, theme: Theme) -> None:
    """Sizes, spaces and colours; the anchors of headings."""
    anchors = iter(section.anchor for section in page.sections)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in blocks(document):
        level = block.blockFormat().headingLevel()
        if level:
            _dress_heading(block, level, next(anchors, ""), theme)
        elif _is_code(block):
            _dress_code(block, theme)
        else:
            _dress_words(block, theme)
    cursor.endEditBlock()
    for child in document.rootFrame().childFrames():
        if isinstance(child, QTextTable):
            _dress_table(child, theme)


def _is_code(block: QTextBlock) -> bool:
    look = block.blockFormat()
    return look.hasProperty(QTextFormat.Property.BlockCodeFence) or look.hasProperty(
        QTextFormat.Property.BlockCodeLanguage
    )


def _all_of(block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress_heading(block: QTextBlock, level: int, anchor: str, theme: Theme) -> None:
    letters = font(semibold=True)
    letters.setPixelSize(scaled(_HEADINGS.get(level, TextSize.BODY)))
    look = QTextCharFormat()
    look.setFont(letters)
    look.setForeground(QColor(theme.text))
    look.setAnchor(True)
    look.setAnchorNames([anchor])
    cursor = _all_of(block)
    # Set, not merged: Qt's own enlargement of headings would win over the size.
    cursor.setCharFormat(look)
    space = QTextBlockFormat()
    space.setTopMargin(scaled(_SPACE_ABOVE.get(level, 12)))
    space.setBottomMargin(scaled(6))
    cursor.mergeBlockFormat(space)


def _dress_code(block: QTextBlock, theme: Theme) -> None:
    space = QTextBlockFormat()
    space.setBackground(QColor(theme.raised))
    space.setLeftMargin(scaled(10))
    space.setTopMargin(0 if _goes_on(block.previous(), block) else scaled(8))
    space.setBottomMargin(0 if _goes_on(block, block.next()) else scaled(8))
    space.setNonBreakableLines(False)
    cursor = _all_of(block)
    cursor.mergeBlockFormat(space)
    cursor.mergeCharFormat(_typed(theme))
    # Of empty lines too, or they are higher than the others.
    cursor.mergeBlockCharFormat(_typed(theme))


def _goes_on(block: QTextBlock, after: QTextBlock) -> bool:
    """Whether two lines are of one piece of code."""
    language = QTextFormat.Property.BlockCodeLanguage
    return (
        block.isValid()
        and after.isValid()
        and _is_code(block)
        and _is_code(after)
        and block.blockFormat().property(language) == after.blockFormat().property(language)
    )


def _typed(theme: Theme) -> QTextCharFormat:
    """Letters of equal width for what is typed."""
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPixelSize(scaled(TextSize.BODY - 1))
    look = QTextCharFormat()
    look.setFont(letters)
    look.setForeground(QColor(theme.text))
    return look


def _dress_words(block: QTextBlock, theme: Theme) -> None:
    space = QTextBlockFormat()
    if not any(piece.charFormat().isImageFormat() for piece in fragments(block)):
        space.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    is_item = block.textList() is not None
    space.setTopMargin(0)
    space.setBottomMargin(scaled(4 if is_item else 8))
    QTextCursor(block).mergeBlockFormat(space)
    pieces = [(piece.position(), piece.length(), piece.charFormat()) for piece in fragments(block)]
    for start, length, look in pieces:
        changed = _typed(theme) if look.fontFixedPitch() else QTextCharFormat()
        if look.isAnchor():
            changed.setForeground(QColor(theme.accent))
        elif look.fontWeight() > QFont.Weight.Normal and not look.fontFixedPitch():
            changed.setFontWeight(QFont.Weight.DemiBold)
        if look.fontFixedPitch():
            changed.setBackground(QColor(theme.raised))
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(changed)


def _shares(table: QTextTable) -> list[float]:
    """Of the width, in %: a column of sentences gets more than one of words."""
    longest = [
        max(
            len(_all_of(table.cellAt(row, column).firstCursorPosition().block()).selectedText())
            for row in range(table.rows())
        )
        for column in range(table.columns())
    ]
    weights = [sqrt(min(max(letters, 8), 90)) for letters in longest]
    return [100 * weight / sum(weights) for weight in weights]


def _dress_table(table: QTextTable, theme: Theme) -> None:
    look = table.format()
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(theme.line)))
    look.setBorderCollapse(True)
    look.setCellPadding(scaled(6))
    look.setCellSpacing(0)
    look.setTopMargin(scaled(6))
    look.setBottomMargin(scaled(12))
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in _shares(table)])
    table.setFormat(look)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            block = cell.firstCursorPosition().block()
            space = QTextBlockFormat()
            space.setBottomMargin(0)
            QTextCursor(block).mergeBlockFormat(space)
            if row == 0:
                head = QTextCharFormat()
                head.setBackground(QColor(theme.raised))
                cell.setFormat(head)
                second = QTextCharFormat()
                second.setForeground(QColor(theme.text_second))
                _all_of(block).mergeCharFormat(second)
