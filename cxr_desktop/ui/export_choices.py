"""The first page of the export dialog: which studies, in which forms, whose identity, where to; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.export.job import REPORTS, Amount, Form
from cxr_desktop.export.paper import Paper
from cxr_desktop.ui import export_words
from cxr_desktop.ui.export_form import FormCard
from cxr_desktop.ui.export_words import Scope
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import ElidedLabel, label, rule
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea

_DICOM = (Form.SR, Form.SC)
_GRID = (Form.XLSX, Form.CSV, Form.PDF, Form.HTML, Form.PNG, Form.JSONL, Form.SR, Form.SC)
_INDENT = 22
"""Words stand under the title of their box."""
_FIRST_CHOICE = (Form.XLSX, Form.PDF)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What the reader chose. ``folder`` is there already; a new one will be made in it."""

    scope: Scope
    forms: tuple[Form, ...]
    identity: bool
    report_per_study: bool
    paper: Paper
    folder: Path


class ExportChoices(QWidget):
    """``set_scopes`` whenever it is shown anew: identity is then left out again. Signals: ``requested(ExportWish)``,
    ``closed()``."""

    requested = Signal(object)
    closed = Signal()

    def __init__(self, amount_of: Callable[[Scope, bool], Amount], parent: QWidget | None = None) -> None:
        """``amount_of(scope, report per study)`` counts the files of all forms."""
        super().__init__(parent)
        self._amount_of = amount_of
        self._amounts: dict[tuple[Scope, bool], Amount] = {}
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._folder = documents if documents.is_dir() else Path.home()
        self._scopes = QButtonGroup(self)
        self.scope_buttons: dict[Scope, QToolButton] = {}
        self.cards: dict[Form, FormCard] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Export results"), TextSize.TITLE, semibold=True))
        layout.addWidget(OverlayScrollArea(self._build_body()), 1)
        layout.addLayout(self._build_foot())
        for form in _FIRST_CHOICE:
            self.cards[form].box.setChecked(True)

    # --- what it is built of -------------------------------------------------------------------------------------

    def _build_body(self) -> QWidget:
        """All but the buttons: it scrolls where a small screen or large text leaves too little room."""
        body = QWidget()
        body.setObjectName("scrollBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(margins(0, 0, 12, 0))
        layout.setSpacing(12)
        layout.addLayout(self._build_scopes())
        layout.addLayout(self._build_forms())
        layout.addLayout(self._build_report_options())
        layout.addWidget(rule())
        layout.addLayout(self._build_identity())
        layout.addWidget(rule())
        layout.addLayout(self._build_folder())
        layout.addStretch(1)
        return body

    def _build_scopes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for scope in Scope:
            button = QToolButton()
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setFont(font())
            self._scopes.addButton(button)
            self.scope_buttons[scope] = button
            row.addWidget(button)
        row.addStretch(1)
        self._scopes.buttonToggled.connect(lambda *_: self._update())
        return row

    def _build_forms(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, form in enumerate(_GRID):
            card = self.cards[form] = FormCard(*export_words.form(form))
            card.toggled.connect(lambda _on: self._update())
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _build_report_options(self) -> QHBoxLayout:
        self.per_study = QCheckBox(self.tr("One report for each study"))
        self.per_study.setToolTip(self.tr("Else one report holds them all, with a table in front"))
        self.per_study.toggled.connect(lambda _on: self._update())
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper of reports"))
        self.paper.setToolTip(self.tr("Paper of reports"))
        for paper in Paper:
            self.paper.addItem(paper.value, paper)
        us = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self.paper.setCurrentIndex(self.paper.findData(Paper.LETTER if us else Paper.A4))
        row = QHBoxLayout()
        row.addWidget(self.per_study)
        row.addStretch(1)
        row.addWidget(label(self.tr("Paper"), tone="second"))
        row.addWidget(self.paper)
        return row

    def _build_identity(self) -> QVBoxLayout:
        self.identity = QCheckBox(self.tr("Include patient identity"))
        self.identity.setToolTip(self.tr("Off each time this dialog opens"))
        self.identity.toggled.connect(lambda _on: self._update())
        self._identity_words: QLabel = label(tone="second", wrap=True)
        self._identity_words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._identity_words.setMinimumHeight(3 * self._identity_words.fontMetrics().lineSpacing())
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.identity)
        under = QHBoxLayout()
        under.addSpacing(_INDENT)
        under.addWidget(self._identity_words, 1)
        column.addLayout(under)
        return column

    def _build_folder(self) -> QHBoxLayout:
        self._path = ElidedLabel(export_words.path(self._folder))
        change = QPushButton(self.tr("Change…"))
        change.setToolTip(self.tr("Choose another folder"))
        change.clicked.connect(self._choose_folder)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._path)
        words.addWidget(
            label(self.tr("A new folder is made there; nothing is overwritten."), TextSize.CAPTION, "second")
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(change)
        return row

    def _build_foot(self) -> QHBoxLayout:
        self._estimate = label(tone="second", wrap=True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.closed)
        self.export = QPushButton(self.tr("Export"))
        self.export.setProperty("kind", "primary")
        self.export.setFont(font(semibold=True))
        self.export.setDefault(True)
        self.export.clicked.connect(self._on_export)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._estimate, 1)
        row.addWidget(cancel)
        row.addWidget(self.export)
        return row

    # --- what it knows -------------------------------------------------------------------------------------------

    def set_scopes(self, counts: Mapping[Scope, int]) -> None:
        """How many studies each scope has now; those without any rest. Identity is out again."""
        self._amounts.clear()
        for scope, button in self.scope_buttons.items():
            button.setText(export_words.scope(scope, counts[scope]))
            button.setEnabled(counts[scope] > 0)
        chosen = self._scope()
        if chosen is None or not counts[chosen]:
            first = next((scope for scope in (Scope.SHOWN, Scope.ALL, Scope.STUDY) if counts[scope]), Scope.SHOWN)
            self.scope_buttons[first].setChecked(True)
        self.identity.setChecked(False)
        self._update()

    def set_folder(self, folder: Path) -> None:
        """Where the new folder will be made."""
        self._folder = folder
        self._path.setText(export_words.path(folder))

    def wish(self) -> ExportWish | None:
        """What is chosen now, ``None`` where that is nothing."""
        scope, forms = self._scope(), self._forms()
        if scope is None or not forms:
            return None
        paper = Paper(self.paper.currentData())
        return ExportWish(scope, forms, self.identity.isChecked(), self._per_study(), paper, self._folder)

    def words(self) -> str:
        """The estimate."""
        return self._estimate.text()

    def _scope(self) -> Scope | None:
        return next((scope for scope, button in self.scope_buttons.items() if button.isChecked()), None)

    def _forms(self) -> tuple[Form, ...]:
        return tuple(form for form, card in self.cards.items() if card.box.isChecked())

    def _per_study(self) -> bool:
        return self.per_study.isChecked() and self.per_study.isEnabled()

    def _update(self) -> None:
        """Words and buttons as the choice has them."""
        forms, scope = self._forms(), self._scope()
        with_report = any(form in REPORTS for form in forms)
        self.per_study.setEnabled(with_report and scope is not Scope.STUDY)
        self.paper.setEnabled(with_report)
        with_dicom = any(form in _DICOM for form in forms)
        self._identity_words.setText(export_words.identity(self.identity.isChecked(), with_dicom))
        files = 0
        if scope is None or not self.scope_buttons[scope].isEnabled():
            self._estimate.setText(self.tr("There is nothing to export."))
        elif not forms:
            self._estimate.setText(self.tr("Choose at least one form."))
        else:
            amount = self._amount(scope)
            files = amount.files_of(forms)
            lost = max((amount.not_dicom.get(form, 0) for form in forms), default=0)
            self._estimate.setText(export_words.estimate(files, lost))
        self.export.setEnabled(files > 0)

    def _amount(self, scope: Scope) -> Amount:
        key = scope, self._per_study()
        if key not in self._amounts:
            self._amounts[key] = self._amount_of(*key)
        return self._amounts[key]

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export into"), str(self._folder))
        if folder:
            self.set_folder(Path(folder))

    def _on_export(self) -> None:
        wish = self.wish()
        if wish is not None:
            self.requested.emit(wish)
