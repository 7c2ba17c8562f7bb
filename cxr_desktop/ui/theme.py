"""Roles and colours of the window, dark and light, as palette and stylesheet; knows no widget of ours."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from cxr_desktop import paths
from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.ui import fonts
from cxr_desktop.ui.languages import is_mirrored


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour per role, as ``#RRGGBB``. The image stands on black in every theme.

    ``text_*`` and ``risk_*`` reach a contrast of 4.5:1 on ``window``, ``panel`` and ``raised``; ``mark_*``
    fill bars (3:1 on their track); ``tick`` and ``line`` are never letters that must be read.
    """

    name: str
    window: str
    panel: str
    raised: str
    hover: str
    line: str
    row_line: str
    track: str
    tick: str
    text: str
    text_second: str
    text_faint: str
    accent: str
    on_accent: str
    selection: str
    risk_above: str
    risk_between: str
    risk_below: str
    mark_above: str
    mark_between: str
    mark_below: str

    def mark(self, band: RiskBand | None) -> str:
        """The colour of a band's bar; grey where there is no operating point, since colour would claim a meaning."""
        colours = {
            RiskBand.ABOVE: self.mark_above,
            RiskBand.BETWEEN: self.mark_between,
            RiskBand.BELOW: self.mark_below,
        }
        return colours[band] if band is not None else self.text_second


DARK = Theme(
    name="dark",
    window="#0F1215",
    panel="#161A1F",
    raised="#1D232A",
    hover="#1A2027",
    line="#2A313A",
    row_line="#20262D",
    track="#252C34",
    tick="#7A8692",
    text="#E6EAEE",
    text_second="#9AA5B1",
    text_faint="#8793A0",
    accent="#4C9FE6",
    on_accent="#06121E",
    selection="#1B2A3A",
    risk_above="#E5634D",
    risk_between="#E0A33B",
    risk_below="#4BA38B",
    mark_above="#E5634D",
    mark_between="#E0A33B",
    mark_below="#4BA38B",
)

LIGHT = Theme(
    name="light",
    window="#E6EAEE",
    panel="#FAFBFC",
    raised="#EDF0F3",
    hover="#F1F4F7",
    line="#CDD4DB",
    row_line="#E2E7EC",
    track="#DCE2E8",
    tick="#6C7884",
    text="#14181D",
    text_second="#4A5561",
    text_faint="#5C6772",
    accent="#1460A8",
    on_accent="#FFFFFF",
    selection="#DCEBFA",
    risk_above="#B23A26",
    risk_between="#855600",
    risk_below="#1D705C",
    mark_above="#CF4A34",
    mark_between="#AD7010",
    mark_below="#2A8A72",
)

_THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


def theme_named(name: str) -> Theme:
    """The theme of that name; dark, the default of a reading room, for any other."""
    return _THEMES.get(name, DARK)


def contrast(first: str, second: str) -> float:
    """WCAG 2.1 contrast ratio of two ``#RRGGBB`` colours, 1…21."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(theme: Theme) -> QPalette:
    """The roles as Qt names them, so that native dialogs and unstyled widgets agree with the rest."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.window,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.text_faint,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.risk_above,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.window,
        QPalette.ColorRole.Shadow: theme.window,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.tick))
    return result


def stylesheet(theme: Theme) -> str:
    """``resources/themes/window.qss`` with the roles filled in. Raises ``KeyError`` for a role that does not exist."""
    folder = paths.resources_dir() / "themes"
    template = (folder / "window.qss").read_text(encoding="utf-8")
    # A style sheet knows the two sides of a slider's handle as left and right, whichever of them is the lower one.
    filled = "add-page" if is_mirrored() else "sub-page"
    return Template(template).substitute(asdict(theme), images=folder.as_posix(), slider_filled=filled)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Font, style, palette and stylesheet of the whole program; may be called again to change the theme."""
    # Once: behind a style sheet the style has no name to ask for, and every new one deletes the old one, which widgets
    # that are just being deleted may still hold.
    if app.property("fusion") is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty("fusion", True)
    app.setFont(fonts.font())
    # Before the style sheet: widgets that paint themselves ask for the theme when they hear of a change of style.
    app.setProperty("theme", theme.name)
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def current_theme() -> Theme:
    """The theme that the program wears now."""
    app = QApplication.instance()
    return theme_named(str(app.property("theme")) if app is not None else "")
