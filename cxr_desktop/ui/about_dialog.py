"""What program this is: versions, licence, intended use; imports none of what it names."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, scaled
from cxr_desktop.ui.labels import Facts, label, rule

PACKAGES = ("PySide6-Essentials", "torch", "openvino", "pydicom", "imagecodecs", "numpy")


def version_of(package: str) -> str:
    """The installed version without importing the package; "not installed" in words."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return QCoreApplication.translate("about", "not installed")


class AboutDialog(QDialog):
    """Facts that a bug report or a methods section needs; all may be copied."""

    def __init__(self, card: ModelCard | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        self.setFixedWidth(scaled(480))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 20)
        layout.setSpacing(16)
        layout.addLayout(self._build_head())
        layout.addWidget(label(self.tr("Research use only. Not for primary diagnosis."), semibold=True))
        use = card.intended_use if card is not None and card.intended_use else ""
        if use:
            layout.addWidget(label(use, tone="second", wrap=True))
        layout.addWidget(rule())
        self.facts = Facts()
        self.facts.set_facts(self._facts(card))
        layout.addWidget(self.facts)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

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

    def _facts(self, card: ModelCard | None) -> list[tuple[str, str, str]]:
        facts = [("Python", platform.python_version(), ""), ("Qt", qVersion(), "")]
        facts.extend((package, version_of(package), "") for package in PACKAGES)
        if card is not None:
            facts.append((self.tr("Model"), f"{card.title} {card.version}", ""))
            facts.append((self.tr("Digest of its card"), card.digest[:12], ""))
        facts.append((self.tr("Font"), self.tr("Inter, SIL Open Font License 1.1"), ""))
        return facts
