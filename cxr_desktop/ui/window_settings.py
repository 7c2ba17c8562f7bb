"""Shows the settings in every part of the window and gathers the changes that the reader makes there; saves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cxr_desktop.settings import Settings
from cxr_desktop.ui import fonts, key_bindings
from cxr_desktop.ui.languages import apply_language
from cxr_desktop.ui.theme import Theme, apply_theme, theme_named

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

_SETTLE_MS = 400


def apply_named_theme(name: str) -> Theme:
    """Give the program the theme of that name, if it does not wear it already."""
    theme = theme_named(name)
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("theme") != theme.name:
        apply_theme(app, theme)
    return theme


def dress(settings: Settings) -> None:
    """Language, keys, size of text and theme of everything that is built from now on."""
    spoke_another = apply_language(settings.language)
    wears_other_size = fonts.set_text_percent(settings.text_percent)
    key_bindings.use(settings.keys)
    app = QApplication.instance()
    if isinstance(app, QApplication) and (spoke_another or wears_other_size):
        apply_theme(app, theme_named(settings.theme))
    apply_named_theme(settings.theme)


def needs_new_window(before: Settings, after: Settings) -> bool:
    """Whether what has changed is worn by new widgets only."""
    return any(getattr(before, name) != getattr(after, name) for name in ("language", "text_percent", "keys"))


class WindowSettings(QObject):
    """Signal ``changed(Settings)`` a moment after the reader's last change, so that a slider is not saved 50 times."""

    changed = Signal(object)

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self.current = settings
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        named = window.named
        named["light_theme"].toggled.connect(lambda on: self.change(theme="light" if on else "dark"))
        named["compact"].toggled.connect(lambda on: self.change(compact_rows=on))
        named["hide_identity"].toggled.connect(lambda on: self.change(show_patient_identity=not on))
        window.findings.prevalence_changed.connect(lambda share: self.change(prevalence=round(share, 4)))
        window.stage_room.second_screen_chosen.connect(lambda on: self.change(image_on_second_screen=on))
        window.desk.lungs_changed.connect(lambda on: self.change(lung_outline=on))
        window.desk.overlay_changed.connect(
            lambda opacity, below: self.change(overlay_opacity=opacity, overlay_below_operating_point=below)
        )

        window.desk.look_changed.connect(
            lambda look: self.change(
                overlay_colours=look.colours, overlay_outline_only=look.outline_only, overlay_boxes=look.boxes
            )
        )
        window.findings.sections_changed.connect(lambda closed: self.change(closed_sections=closed))

    def show(self, settings: Settings) -> None:
        """Show them everywhere; tells nobody."""
        window, hidden = self._window, not settings.show_patient_identity
        identity_changed = settings.show_patient_identity != self.current.show_patient_identity
        self.current = settings
        self._show_theme(apply_named_theme(settings.theme))
        window.tools.show_settings(settings)
        window.worklist.view.set_compact(settings.compact_rows)
        window.cell_words.hide_identity = hidden
        window.worklist.set_hide_identity(hidden)
        window.stage_room.set_settings(settings)
        window.top.set_hide_identity(hidden)
        if identity_changed:
            window.model.refresh_texts()
            window.dialogs.refresh_names()
        window.desk.set_settings(settings)
        window.reading.show(settings)
        recent = () if hidden else settings.recent_folders
        window.menus.set_recent(recent)
        window.worklist.empty.set_recent(recent)
        window.named.set_checked("light_theme", settings.theme == "light")
        window.named.set_checked("compact", settings.compact_rows)
        window.named.set_checked("hide_identity", hidden)

    def apply(self, settings: Settings) -> None:
        """The reader changed them: show them, and say so in a moment."""
        self.show(settings)
        self._settle.start()

    def change(self, **values: Any) -> None:
        """Some fields, where they differ from what is."""
        changed = replace(self.current, **values)
        if changed != self.current:
            self.apply(changed)

    def flush(self) -> None:
        """Say at once what was about to be said."""
        if self._settle.isActive():
            self._settle.stop()
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.current)

    def _show_theme(self, theme: Theme) -> None:
        window = self._window
        for part in (window.top, window.worklist, window.findings, window.status, window.banner, window.cue,
                     window.help):  # fmt: skip
            part.set_theme(theme)
        window.named.set_theme(theme)
