"""Free text and tags of an impression: saved a moment after typing and whenever the reader goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cxr_desktop.domain.impression import tags_of
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.key_bindings import with_key

SETTLE_MS = 1200
_NOTE_HEIGHT = 60
_LONGEST_NOTE, _LONGEST_TAGS = 4000, 200


class _Note(QPlainTextEdit):
    """Tab leaves it as any field. Signals: ``left()`` on Esc, ``finished()`` when the focus goes elsewhere."""

    left = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(font())
        self.setFixedHeight(_NOTE_HEIGHT)
        self.document().setDocumentMargin(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell who saves."""
        super().focusOutEvent(event)
        self.finished.emit()


class _Tags(QLineEdit):
    """Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteFields(QWidget):
    """Signals: ``changed()`` when what stands here is to be saved, ``left()`` on Esc."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.note, self.tags = _Note(), _Tags()
        self.note.setObjectName("impressionNote")
        self.note.setAccessibleName(self.tr("Free text of your impression"))
        self.note.setPlaceholderText(self.tr("Free text"))
        self.note.setToolTip(
            with_key(
                self.tr("What you see, in your own words; saved by itself. Esc leaves"), "window.write_note", "Ctrl+I"
            )
        )
        self.tags.setFont(font())
        self.tags.setMaxLength(_LONGEST_TAGS)
        self.tags.setAccessibleName(self.tr("Tags of the study"))
        self.tags.setPlaceholderText(self.tr("Tags, for example: teaching follow-up"))
        self.tags.setToolTip(self.tr("Words to find the study by; saved by themselves"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self.note.textChanged.connect(self._on_typed)
        self.tags.textEdited.connect(self._on_typed)
        self.note.finished.connect(self.flush)
        self.tags.editingFinished.connect(self.flush)
        for field in (self.note, self.tags):
            field.left.connect(self._on_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.note)
        layout.addWidget(self.tags)

    def text(self) -> str:
        """The free text, without blanks around it."""
        return self.note.toPlainText().strip()[:_LONGEST_NOTE]

    def words(self) -> tuple[str, ...]:
        """The tags."""
        return tags_of(self.tags.text())

    def set_state(self, note: str, tags: tuple[str, ...], other_study: bool) -> None:
        """Show what is kept; a field that is being typed in is left alone unless the study is another."""
        if other_study or not (self.note.hasFocus() or self._settle.isActive() or self.text() == note):
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        if other_study or not (self.tags.hasFocus() or self._settle.isActive() or self.words() == tags):
            self.tags.setText(" ".join(tags))

    def flush(self) -> None:
        """Say at once what was about to be said."""
        if self._settle.isActive():
            self._settle.stop()
            self.changed.emit()

    def _on_typed(self) -> None:
        self._settle.start()

    def _on_left(self) -> None:
        self.flush()
        self.left.emit()
