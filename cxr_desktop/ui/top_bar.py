"""The bar at the head of the window: folder, filter, menus, and which model runs where; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QWidget

from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.filter_field import FilterField
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.window_columns import BAR_HEIGHT


class TopBar(QWidget):
    """48 pixels: title and folder, ``filter``, "Open folder", the menu bar, model and device."""

    def __init__(self, menu_bar: QMenuBar, open_folder: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(scaled(BAR_HEIGHT))
        self._folder_name, self._hidden = "", False
        self._model, self._device = "", ""
        self._open_action = open_folder
        title = label(self.tr("Worklist"), TextSize.TITLE, semibold=True)
        self._folder = ElidedLabel(tone="second")
        self._folder.setMaximumWidth(220)
        self.filter = FilterField()
        self.filter.setMinimumWidth(160)
        self.filter.setMaximumWidth(360)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._open = QPushButton(self.tr("Open folder"))
        self._open.setProperty("kind", "quiet")
        self._open.setIconSize(QSize(20, 20))
        self._open.setToolTip(open_folder.toolTip())
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(open_folder.trigger)
        self._engine = ElidedLabel(tone="second")
        self._engine.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        menu_bar.setFont(font())
        menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addWidget(self._folder)
        layout.addWidget(self.filter, 3)
        layout.addWidget(self._open)
        layout.addWidget(menu_bar)
        layout.addWidget(self._engine, 2)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self.filter.set_theme(theme)
        self._open.setIcon(icons.icon("open_folder", theme))

    def set_folder(self, name: str) -> None:
        """The open folder's own name, "" for none."""
        self._folder_name = wording.plain(name)
        self._show_folder()

    def set_hide_identity(self, hidden: bool) -> None:
        """A folder may be named after a patient, and a name may stand in the filter."""
        self._hidden = hidden
        self.filter.set_hide_identity(hidden)
        self._show_folder()

    def set_model(self, name: str) -> None:
        """``Triage model 1.2``."""
        self._model = name
        self._show_engine()

    def set_device(self, words: str) -> None:
        """``CPU fp32``; "" until the engine has said so."""
        self._device = words
        self._show_engine()

    def _show_engine(self) -> None:
        self._engine.setText(" · ".join(part for part in (self._model, self._device) if part))
        self._engine.setAccessibleName(self.tr("Model and device: {0}").format(self._engine.text()))

    def texts(self) -> tuple[str, str]:
        """Folder and engine as shown."""
        return self._folder.text(), self._engine.text()

    def _show_folder(self) -> None:
        self._folder.setText("" if self._hidden else self._folder_name)
