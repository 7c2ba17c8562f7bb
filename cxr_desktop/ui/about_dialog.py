"""What program this is: versions and licences of all parts, intended use; imports none of what it names."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.export.card.sheet import Heading, Items, Part, Table, Words
from cxr_desktop.ui import icons
from cxr_desktop.ui.card_document import rich_text
from cxr_desktop.ui.fonts import TextSize, font, scaled, text_percent
from cxr_desktop.ui.help.parts import installed_parts
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.theme import current_theme

PACKAGES = ("PySide6-Essentials", "torch", "openvino", "pydicom", "imagecodecs", "numpy")
_SIZE = (680, 720)


def _tr(text: str) -> str:
    return QCoreApplication.translate("about", text)


def version_of(package: str) -> str:
    """The installed version without importing the package; "not installed" in words."""
    from importlib import metadata  # with all of `email`: nothing for the start of the window

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return _tr("not installed")


class AboutDialog(QDialog):
    """Facts that a bug report or a methods section needs, and the licences of all parts; all may be copied.

    ``card`` is the model in use, ``others`` every other model that came with the program or was added.
    """

    def __init__(self, card: ModelCard | None, parent: QWidget | None = None, others: Sequence[ModelCard] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        screen = self.screen().availableSize()
        self.resize(min(scaled(_SIZE[0]), screen.width() - 80), min(scaled(_SIZE[1]), screen.height() - 80))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 20)
        layout.setSpacing(12)
        layout.addLayout(self._build_head())
        layout.addWidget(label(self.tr("Research use only. Not for primary diagnosis."), semibold=True))
        use = card.intended_use if card is not None and card.intended_use else ""
        if use:
            layout.addWidget(label(use, tone="second", wrap=True))
        layout.addWidget(rule())
        self._facts = _facts(card)
        cards = [*([card] if card is not None else []), *others]
        versions = Table((_tr("Part"), _tr("Version")), tuple(self._facts.items()))
        self._parts = [versions, *licence_parts({each.digest: each for each in cards}.values())]
        self.page = self._build_page()
        layout.addWidget(self.page, 1)
        layout.addLayout(self._build_buttons())

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        symbol = QLabel()
        symbol.setPixmap(icons.pixmap("app", "#000000", 48, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(f"cxr-desktop {version_of('cxr-desktop')}", TextSize.TITLE, semibold=True))
        words.addWidget(label(self.tr("Chest radiograph triage for research"), tone="second"))
        head.addWidget(symbol)
        head.addLayout(words, 1)
        return head

    def _build_page(self) -> QTextBrowser:
        page = QTextBrowser()
        page.setOpenLinks(False)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFont(font())
        page.setAccessibleName(self.tr("Versions and licences of all parts"))
        page.setObjectName("aboutPage")
        page.setHtml(rich_text(self._parts, current_theme(), text_percent()))
        return page

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = QPushButton(self.tr("Copy all"))
        copy.setToolTip(self.tr("Versions and licences as text, for a report of a fault or a methods section"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy_all)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def copy_all(self) -> None:
        """Put the text into the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def text(self) -> str:
        """All of it, plain."""
        return "\n".join((f"cxr-desktop {version_of('cxr-desktop')}", *_plain(self._parts)))

    def facts(self) -> dict[str, str]:
        """Versions by part, as shown."""
        return dict(self._facts)


def _facts(card: ModelCard | None) -> dict[str, str]:
    facts = {"cxr-desktop": version_of("cxr-desktop")}
    if card is not None:
        facts[_tr("Model")] = f"{card.title} {card.version}"
        facts[_tr("Digest of its card")] = card.digest[:12]
    facts[_tr("System")] = f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"
    facts |= {"Python": platform.python_version(), "Qt": qVersion()}
    return facts | {package: version_of(package) for package in PACKAGES}


# --- licences


def licence_parts(cards: Any) -> list[Part]:
    """Headings, sentences and tables: the program, Qt, the fonts, the models' images, every package."""
    parts: list[Part] = [
        Heading(_tr("This program")),
        Words(_tr("MIT License. Copyright © 2026 the cxr-desktop founders. It comes without any warranty.")),
        Heading(_tr("Qt and PySide6")),
        Words(
            _tr(
                "This program uses Qt and Qt for Python (PySide6, Shiboken6) under the GNU Lesser General Public "
                "License, version 3. They are separate libraries that it loads when it starts, unchanged: you may "
                "replace them by your own build of the same version, and you may take the program apart as far as "
                "that needs. Their source is at code.qt.io, the licence at www.gnu.org/licenses/lgpl-3.0.html."
            )
        ),
        Heading(_tr("Fonts")),
        Words(
            _tr(
                "Inter, Vazirmatn, Noto Sans Hebrew and Noto Sans CJK TC, under the SIL Open Font License 1.1. Its "
                "text lies beside each font; reports that are written as PDF or HTML carry the letters they use."
            )
        ),
        *_data_parts(cards),
        Heading(_tr("Packages")),
        Words(_tr("As each package states it. Their licences also cover libraries that they bring with them.")),
    ]
    rows = [(part.name, part.version, part.licence or _tr("see its own files")) for part in installed_parts()]
    parts.append(Table((_tr("Package"), _tr("Version"), _tr("Licence")), tuple(rows)))
    return parts


def _data_parts(cards: Any) -> Iterator[Part]:
    """On what terms the images were given that the models learned from."""
    rows = [row for card in cards for row in _data_rows(card)]
    if not rows:
        return
    yield Heading(_tr("Images that the models learned from"))
    yield Words(
        _tr(
            "Some of these collections are for research or non-commercial use only. Whether a model may be used "
            "commercially that learned from them is for their owners to say; this project has not asked."
        )
    )
    yield Table((_tr("Model"), _tr("Collection"), _tr("Images"), _tr("Terms")), tuple(rows))


def _data_rows(card: ModelCard) -> Iterator[tuple[str, ...]]:
    held = card.document.get("data")
    for source in held if isinstance(held, (list, tuple)) else ():
        if isinstance(source, Mapping) and source.get("collection"):
            terms = str(source.get("licence") or _tr("not stated"))
            yield card.title, str(source["collection"]), str(source.get("images", "")), terms


def _plain(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield from ("\t".join(row) for row in (part.head, *part.rows))
        elif isinstance(part, Items):
            yield from part.texts
        elif isinstance(part, (Heading, Words)):
            yield f"\n{part.text}" if isinstance(part, Heading) else part.text
