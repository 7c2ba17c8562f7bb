"""Order, blind reading, reader, urgency and impression, from the window's actions to its signals; keeps no study."""

from __future__ import annotations

import getpass
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.triage import Ordering, Rule
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ScoreState
from cxr_desktop.settings import Settings

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

AGEING_MS = 15_000
"""Between two looks for studies that have waited too long; they are told in minutes."""
_URGENCIES = {
    "urgency_stat": Urgency.STAT,
    "urgency_high": Urgency.HIGH,
    "urgency_routine": Urgency.ROUTINE,
    "urgency_ordered": None,
}
_VERDICTS = {f"verdict_{verdict.value}": verdict for verdict in Verdict}
_OF_CLASS = {"class_agree": Verdict.AGREE, "class_disagree": Verdict.DISAGREE}


def login_name() -> str:
    """Who is logged in to this computer, "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class ReadingControls(QObject):
    """Signals: ``reader_changed(str name, bool blind)``, ``urgency_requested(list[str] keys, Urgency | None)``,
    ``record_requested(str key)``, ``watch_toggled(bool)``, ``statistics_requested()``."""

    reader_changed = Signal(str, bool)
    urgency_requested = Signal(list, object)
    record_requested = Signal(str)
    watch_toggled = Signal(bool)
    statistics_requested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ordering = Ordering()
        self._blind = False
        self._name = ""
        self._ageing = QTimer(self, interval=AGEING_MS)
        self._ageing.timeout.connect(self.look_at_clock)
        self._connect_actions()
        window.findings.record_requested.connect(self.record_requested)
        window.findings.text_left.connect(self._on_text_left)
        window.status.reader_clicked.connect(self.ask_reader)
        window.worklist.order.clicked.connect(window.named["arrival_order"].trigger)
        window.worklist.view.study_selected.connect(lambda _key: self.update())
        window.model.dataChanged.connect(lambda *_: self.update())
        window.model.modelReset.connect(self.update)
        self._ageing.start()

    def _connect_actions(self) -> None:
        named, section = self._window.named, self._window.findings.impression
        named["arrival_order"].triggered.connect(lambda on: self._change(order="arrival" if on else "risk"))
        named["blind_first"].triggered.connect(lambda on: self._change(blind_first=on))
        named["watch_folder"].triggered.connect(lambda on: self._change(watch_folder=on))
        named["reader"].triggered.connect(self.ask_reader)
        named["statistics"].triggered.connect(self.statistics_requested)
        named["write_note"].triggered.connect(section.write)
        named["record_impression"].triggered.connect(section.record)
        for name, verdict in _VERDICTS.items():
            named[name].triggered.connect(partial(self._judge, verdict))
        for name, verdict in _OF_CLASS.items():
            named[name].triggered.connect(partial(self._judge_class, verdict))
        for name, urgency in _URGENCIES.items():
            named[name].triggered.connect(partial(self._rank, urgency))

    # --- what it is told

    def show(self, settings: Settings) -> None:
        """Order, blindness, reader and watching as the settings say."""
        window, named = self._window, self._window.named
        window.model.set_blind(settings.blind_first)  # at once: the service says it for every study, but later
        rule = Rule.ARRIVAL if settings.blind_first else Rule(settings.order)
        self._order(Ordering(rule, 60.0 * settings.rise_after_minutes, time.time()))
        window.worklist.order.set_state(rule, settings.blind_first)
        named.set_checked("arrival_order", rule is Rule.ARRIVAL)
        named["arrival_order"].setEnabled(not settings.blind_first)
        named.set_checked("blind_first", settings.blind_first)
        if named["watch_folder"].isChecked() != settings.watch_folder:
            named.set_checked("watch_folder", settings.watch_folder)
            self.watch_toggled.emit(settings.watch_folder)
        name = settings.reader_name.strip() or login_name()
        window.status.set_reader(name)
        if (name, settings.blind_first) != (self._name, self._blind):
            self._name, self._blind = name, settings.blind_first
            self.reader_changed.emit(*self.reader())
        self.update()

    def reader(self) -> tuple[str, bool]:
        """Who reads, and whether scores stay hidden until an impression is recorded."""
        return self._name, self._blind

    def look_at_clock(self) -> None:
        """Time has passed: studies that have waited too long rise."""
        self._order(replace(self._ordering, now=time.time()))

    def update(self) -> None:
        """Nothing is offered that would do nothing."""
        named, entry = self._window.named, self._window.worklist.view.selected_entry()
        for name in (*_URGENCIES, "write_note"):
            named[name].setEnabled(entry is not None)
        for name in (*_VERDICTS, *_OF_CLASS):
            named[name].setEnabled(entry is not None and entry.state is ScoreState.SCORED)
        said = entry.impression if entry is not None else None
        hidden = entry is not None and entry.state is ScoreState.HIDDEN
        named["record_impression"].setEnabled(hidden and said is not None and bool(said.findings))

    # --- what it does

    def _order(self, ordering: Ordering) -> None:
        self._ordering = ordering
        self._window.cell_words.ordering = ordering
        self._window.worklist.view.delegate.ordering = ordering
        self._window.worklist.view.header.set_by_arrival(ordering.rule is Rule.ARRIVAL)
        self._window.model.set_ordering(ordering)

    def _change(self, **values: object) -> None:
        self._window.apply_settings(replace(self._window.settings(), **values))  # type: ignore[arg-type]

    def ask_reader(self) -> None:
        """Who reads from now on."""
        before = self._window.settings().reader_name or login_name()
        name, accepted = QInputDialog.getText(
            self._window, self.tr("Reader"), self.tr("Name of the reader"), QLineEdit.EchoMode.Normal, before
        )
        if accepted and name.strip() != before:
            self._change(reader_name=name.strip()[:80])

    def _judge(self, verdict: Verdict) -> None:
        self._window.findings.impression.judge(verdict)

    def _judge_class(self, verdict: Verdict) -> None:
        self._window.findings.judge_shown(verdict)

    def _rank(self, urgency: Urgency | None) -> None:
        keys = self._window.worklist.view.selected_keys()
        if keys:
            self.urgency_requested.emit(keys, urgency)

    def _on_text_left(self) -> None:
        self._window.worklist.view.setFocus(Qt.FocusReason.OtherFocusReason)
