"""The languages of the window: which there are, which one is worn, and how text of two directions keeps its order.

Figures are Latin in every language, as on the films themselves and in the worklists of other programs, so that a
number reads the same in the window, on a report and over the telephone.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QMargins, QRectF, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from cxr_desktop import paths

log = logging.getLogger(__name__)

SYSTEM = "system"
NAMES = {"en": "English", "fa": "فارسی", "he": "עברית", "zh_TW": "繁體中文"}
"""Each language by the name that its readers give it, which is never translated."""
_RIGHT_TO_LEFT = ("fa", "he")
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"


def language_of(setting: str) -> str:
    """The language that a setting means: that of the system where it is one of ours, else English."""
    if setting in NAMES:
        return setting
    for tag in QLocale.system().uiLanguages():
        language = tag.replace("_", "-").split("-")[0]
        if language in ("zh", "yue"):
            # Written in Traditional Chinese where the script or the place says so; simplified is not ours.
            return "zh_TW" if any(sign in tag for sign in ("Hant", "TW", "HK", "MO")) else "en"
        if language == "iw":
            return "he"
        if language in NAMES:
            return language
    return "en"


def current_language() -> str:
    """The language that the program wears now."""
    app = QCoreApplication.instance()
    return str(app.property("language") or "en") if app is not None else "en"


def apply_language(setting: str) -> bool:
    """Let everything that is built from now on speak that language; True where it spoke another before."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise RuntimeError("a language needs an application")
    language = language_of(setting)
    if language == app.property("language"):
        return False
    for worn in app.findChildren(QTranslator):
        app.removeTranslator(worn)
        worn.deleteLater()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt_folder), (language, str(paths.resources_dir() / "translations"))):
        # Qt does not keep translators alive; the program does.
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
        else:
            log.warning("the words of %s are missing", name)
    app.setProperty("language", language)
    direction = Qt.LayoutDirection.RightToLeft if language in _RIGHT_TO_LEFT else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)
    # Qt's fields follow the default locale; English gives Latin figures and the thousands separators of `wording`.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return True


def is_mirrored() -> bool:
    """Whether the window is read from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def trailing() -> Qt.AlignmentFlag:
    """The far side of a line, whatever script its words are of (Qt alone would go by their first letter)."""
    if is_mirrored():
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignRight


def leading() -> Qt.AlignmentFlag:
    """The side where a line begins."""
    if is_mirrored():
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft


def mirrored(part: QRectF, whole: QRectF) -> QRectF:
    """Where a part that is painted at its place from the left stands in a window that is read from the right."""
    if not is_mirrored():
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())


def margins(before: int, top: int, after: int, bottom: int) -> QMargins:
    """Margins of a layout by the side where a line begins and the far side, which Qt does not mirror itself."""
    return QMargins(after, top, before, bottom) if is_mirrored() else QMargins(before, top, after, bottom)


def isolated(text: str) -> str:
    """Text from a file inside a sentence of the other direction: it keeps its own and moves nothing around it."""
    return f"{_FSI}{text}{_PDI}" if text and is_mirrored() else text


def left_to_right(text: str) -> str:
    """Figures with signs, ranges and units, which a sentence of the other direction would put in another order."""
    return f"{_LRI}{text}{_PDI}" if text and is_mirrored() else text
