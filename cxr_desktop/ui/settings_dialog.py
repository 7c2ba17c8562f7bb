"""The settings, generated from the fields' own titles, limits and choices; saves nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import Field, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.settings import SECTIONS, Settings
from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.keys_page import ActionGroup, KeysPage
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.setting_editors import Editor, choice_label, editor_for, value_words
from cxr_desktop.ui.theme import current_theme

KEYS = "keys"
"""The page of keys, beside those of the sections."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


class SettingRow(QWidget):
    """Title and help on one side, editor and the way back to the default on the other."""

    def __init__(self, spec: Field[Any], value: Any, models: Sequence[ModelCard]) -> None:
        super().__init__()
        self.spec = spec
        title, about = _tr(spec.metadata["title"]), spec.metadata.get("help", "")
        self.editor: Editor = editor_for(spec, value, models)
        widget = self.editor.widget
        widget.setFont(font())
        widget.setAccessibleName(title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, wrap=True))
        if about:
            words.addWidget(label(_tr(about), TextSize.CAPTION, "second", wrap=True))
            widget.setToolTip(_tr(about))
            widget.setAccessibleDescription(_tr(about))
        self.back = QToolButton()
        self.back.setIcon(icons.icon("undo", current_theme()))
        self.back.setIconSize(QSize(16, 16))
        self.back.setFixedSize(scaled(26), scaled(26))
        self.back.setToolTip(self.tr("Back to {0}").format(value_words(spec, spec.default, models)))
        self.back.setAccessibleName(self.tr("Put back {0}").format(title))
        self.back.clicked.connect(lambda: self.editor.show(spec.default))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        choices = (choice_label(choice, spec.metadata.get("unit", "")) for choice in spec.metadata.get("choices", ()))
        self._about = " ".join((title, _tr(about) if about else "", *choices)).casefold()
        self.editor.heard(lambda *_: self._show_changed())
        self._show_changed()

    def _show_changed(self) -> None:
        self.back.setEnabled(self.editor.read() != self.spec.default)

    def fits(self, words: Sequence[str]) -> bool:
        """Whether all that is looked for stands in title, help or choices."""
        return all(word in self._about for word in words)


class SettingsDialog(QDialog):
    """One row per field of ``Settings`` that is not hidden, and the keys; ``settings()`` is the changed copy.

    ``actions`` are what has keys, in groups; without them there is no page of keys. ``page`` is a word of ``SECTIONS``
    or ``KEYS``.
    """

    def __init__(
        self,
        settings: Settings,
        models: Sequence[ModelCard] = (),
        parent: QWidget | None = None,
        actions: Sequence[ActionGroup] = (),
        page: str = SECTIONS[0],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.rows = {
            spec.name: SettingRow(spec, getattr(settings, spec.name), models)
            for spec in fields(Settings)
            if not spec.metadata.get("hidden")
        }
        self.keys = KeysPage(actions, settings.keys) if actions else None
        self._captions: dict[str, QWidget] = {}
        self._build()
        self.resize(scaled(760), scaled(560))
        self.show_page(page)
        self.search.setFocus()

    # --- how it is put together

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a setting or a key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setFont(font())
        self.search.textChanged.connect(self._on_search)
        self.pages = QListWidget()
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setFont(font())
        self.pages.setFixedWidth(scaled(152))
        self.pages.currentRowChanged.connect(lambda _row: self._on_page())
        names = {section: self.section_words(section) for section in SECTIONS}
        if self.keys is not None:
            names[KEYS] = self.section_words(KEYS)
        for section, words in names.items():
            self.pages.addItem(words)
            self.pages.item(self.pages.count() - 1).setData(Qt.ItemDataRole.UserRole, section)
        self._nothing = label(self.tr("No setting is called so."), tone="second", wrap=True)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.pages)
        middle.addWidget(OverlayScrollArea(self._build_body(names)), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.search)
        layout.addLayout(middle, 1)
        layout.addWidget(self._build_buttons())

    def _build_body(self, names: dict[str, str]) -> QWidget:
        body = QWidget()
        body.setObjectName("scrollBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(margins(0, 0, 16, 0))
        layout.setSpacing(12)
        layout.addWidget(self._nothing)
        for section, words in names.items():
            caption = self._captions[section] = QWidget()
            holder = QVBoxLayout(caption)
            holder.setContentsMargins(0, 0, 0, 0)
            holder.addWidget(label(words.upper(), TextSize.CAPTION, "faint", semibold=True))
            holder.addWidget(rule())
            layout.addWidget(caption)
            for row in self._rows_of(section):
                layout.addWidget(row)
        if self.keys is not None:
            layout.addWidget(self.keys)
        layout.addStretch(1)
        return body

    def _build_buttons(self) -> QWidget:
        box = QDialogButtonBox()
        save = QPushButton(self.tr("Save"))
        save.setProperty("kind", "primary")
        save.setFont(font(semibold=True))
        save.setDefault(True)
        box.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def section_words(self, section: str) -> str:
        """What a page is called."""
        return self.tr("Keys") if section == KEYS else _tr(section)

    def _rows_of(self, section: str) -> list[SettingRow]:
        last = SECTIONS[-1]
        return [row for row in self.rows.values() if row.spec.metadata.get("section", last) == section]

    # --- what is shown

    def show_page(self, page: str) -> None:
        """Open one page."""
        self.search.clear()
        for row in range(self.pages.count()):
            if self.pages.item(row).data(Qt.ItemDataRole.UserRole) == page:
                self.pages.setCurrentRow(row)
        self._on_page()

    def page(self) -> str:
        """The page that is chosen."""
        item = self.pages.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _on_page(self) -> None:
        if self.search.text().strip():
            self.search.clear()
            return
        self._show((), self.page())

    def _on_search(self, text: str) -> None:
        words = text.casefold().split()
        self._show(words, "" if words else self.page())

    def _show(self, words: Sequence[str], only: str) -> None:
        """The rows of one page, or those of all pages that have the words."""
        found = 0
        for section, caption in self._captions.items():
            here = not only or section == only
            count = 0
            for row in self._rows_of(section):
                fits = here and row.fits(words)
                row.setVisible(fits)
                count += fits
            if section == KEYS and self.keys is not None:
                count += self.keys.filter(words) if here else 0
                self.keys.setVisible(here and bool(count))
            caption.setVisible(not only and bool(count))
            found += count
        self._nothing.setVisible(not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears what is looked for, then closes."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        super().keyPressEvent(event)

    # --- what it says

    def editor(self, name: str) -> QWidget:
        """The widget that edits one field."""
        return self.rows[name].editor.widget

    def settings(self) -> Settings:
        """The settings as they stand in the dialog."""
        values = {name: row.editor.read() for name, row in self.rows.items()}
        if self.keys is not None:
            values["keys"] = self.keys.stored()
        return replace(self._settings, **values)
