"""The line at the foot of the window: progress of scoring, the engine's state, and the promise; starts nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import scaled
from cxr_desktop.ui.labels import ElidedLabel, label, set_tone
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.window_columns import FOOT_HEIGHT


class ProgressTrack(QWidget):
    """A share as a bar. Qt's own paints the window at once whenever its value changes; this one waits its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._theme, self._share = DARK, 0.0
        self.setFixedSize(160, 5)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def set_share(self, share: float) -> None:
        """0…1."""
        self._share = share
        self.setAccessibleDescription(wording.percent(share))
        self.update()

    def share(self) -> float:
        """What is shown."""
        return self._share

    def paintEvent(self, event: QPaintEvent) -> None:
        """A track, and the part of it that is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, share in ((self._theme.track, 1.0), (self._theme.accent, self._share)):
            if share > 0:
                painter.setBrush(QColor(colour))
                part = QRectF(0, 0, max(5.0, self.width() * share), self.height())
                painter.drawRoundedRect(mirrored(part, QRectF(self.rect())), 2.5, 2.5)
        painter.end()


class StatusLine(QWidget):
    """Signals: ``pause_toggled(bool paused)``, ``cancel_requested()``, ``reader_clicked()``."""

    reader_clicked = Signal()
    pause_toggled = Signal(bool)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(FOOT_HEIGHT))
        self._theme = DARK
        self._paused = False
        self._scanning = False
        self._progress = label(tone="second")
        self._bar = ProgressTrack()
        self._bar.setAccessibleName(self.tr("Progress of scoring"))
        self._pace = label(tone="second")
        self._pause = self._button(self._on_pause)
        self._cancel = self._button(self.cancel_requested)
        self._cancel.setToolTip(self.tr("Cancel scoring; what is scored stays"))
        self._cancel.setAccessibleName(self.tr("Cancel scoring"))
        self._engine = ElidedLabel(tone="second")
        self._engine.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._reader = QPushButton()
        self._reader.setProperty("kind", "quiet")
        self._reader.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reader.setToolTip(self.tr("Who reads: kept with every impression. Click to change the name"))
        self._reader.clicked.connect(self.reader_clicked)
        self._read_only = label(tone="between")
        self._read_only.hide()
        promise = label(self.tr("Nothing leaves this computer"), tone="faint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(12)
        for part in (self._progress, self._bar, self._pace, self._pause, self._cancel):
            layout.addWidget(part)
        layout.addWidget(self._engine, 1)
        layout.addWidget(self._read_only)
        layout.addWidget(self._reader)
        layout.addWidget(promise)
        self.set_theme(DARK)
        self.set_idle()

    def _button(self, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(24, 24)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(slot)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Tint the buttons."""
        self._theme = theme
        self._bar.set_theme(theme)
        self._cancel.setIcon(icons.icon("clear", theme))
        self._show_pause()

    def set_progress(
        self, done: int, total: int, images_per_second: float = 0.0, seconds_left: float | None = None
    ) -> None:
        """While images wait for their score; ``done`` of ``total`` equal means that scoring is over."""
        if done >= total:
            self.set_idle(done)
            return
        words = self.tr("Paused at {0} of {1}") if self._paused else self.tr("Scoring {0} of {1}")
        self._progress.setText(words.format(wording.number(done), wording.number(total)))
        self._bar.set_share(done / total)
        pace = []
        if images_per_second > 0 and not self._paused:
            pace.append(self.tr("{0:.1f} images/s").format(images_per_second))
            if seconds_left is not None:
                pace.append(wording.time_left(seconds_left))
        self._pace.setText(" · ".join(pace))
        self._set_running(True)

    def set_idle(self, scored: int = 0) -> None:
        """Nothing waits."""
        done = self.tr("1 image done") if scored == 1 else self.tr("{0} images done")
        self._progress.setText(done.format(wording.number(scored)) if scored else "")
        self._pace.clear()
        self._set_running(False)

    def set_scanning(self, found: int | None) -> None:
        """While the folder is walked and nothing can be said about an end yet; ``None`` when the walk is over."""
        if found is None:
            # Where scoring goes on, its own numbers follow at once.
            if self._scanning:
                self.set_idle()
            return
        self._progress.setText(self.tr("Looking for images, {0} found").format(wording.number(found)))
        self._pace.clear()
        self._set_running(True)
        self._scanning = True
        # How far the end is cannot be known yet, so there is no bar and nothing to pause.
        self._bar.setVisible(False)
        self._pause.setVisible(False)

    def _set_running(self, running: bool) -> None:
        self._scanning = False
        for part in (self._bar, self._pause, self._cancel):
            part.setVisible(running)
        self._pace.setVisible(bool(self._pace.text()))
        self._progress.setVisible(bool(self._progress.text()))

    def set_engine(self, words: str, is_warning: bool = False) -> None:
        """The engine's state: "Starting the engine", "Engine restarted", "" where there is nothing to say."""
        self._engine.setText(words)
        set_tone(self._engine, "between" if is_warning else "second")

    def set_read_only(self, why: str) -> None:
        """Nothing is kept from now on, and why."""
        self._read_only.setText(self.tr("For reading only"))
        self._read_only.setToolTip(why)
        self._read_only.setAccessibleDescription(why)
        self._read_only.show()

    def set_reader(self, name: str) -> None:
        """Who reads."""
        self._reader.setText(self.tr("Reader: {0}").format(wording.plain(name)).replace("&", "&&"))

    def set_paused(self, paused: bool) -> None:
        """Show the other button; says nothing to anyone."""
        self._paused = paused
        self._show_pause()

    def is_paused(self) -> bool:
        """Whether scoring is paused."""
        return self._paused

    def texts(self) -> tuple[str, str, str]:
        """Progress, pace and engine as shown."""
        return self._progress.text(), self._pace.text(), self._engine.text()

    def _on_pause(self) -> None:
        self.set_paused(not self._paused)
        self.pause_toggled.emit(self._paused)

    def _show_pause(self) -> None:
        self._pause.setIcon(icons.icon("resume" if self._paused else "pause", self._theme))
        words = self.tr("Go on scoring") if self._paused else self.tr("Pause scoring")
        self._pause.setToolTip(words)
        self._pause.setAccessibleName(words)
