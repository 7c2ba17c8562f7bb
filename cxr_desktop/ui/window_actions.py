"""Everything that a menu or a key of the window can do, as named actions; does none of it itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cxr_desktop import edition
from cxr_desktop.ui import icons, key_bindings
from cxr_desktop.ui.impression_section import KEYS
from cxr_desktop.ui.theme import Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)


@dataclass(frozen=True, slots=True)
class ActionLook:
    """``about`` is the tooltip's sentence; the key is added to it."""

    text: str
    keys: tuple[str, ...] = ()
    about: str = ""
    icon: str = ""
    checkable: bool = False


def _looks() -> dict[str, ActionLook]:
    look = ActionLook
    return {
        "open_folder": look(_tr("&Open folder…"), ("Ctrl+O",), _tr("Choose a folder of radiographs"), "open_folder"),
        "export": look(
            _tr("&Export results…"), ("Ctrl+E",), _tr("Tables, reports, pictures and DICOM objects"), "export"
        ),
        "close_folder": look(_tr("&Close folder"), ("Ctrl+W",), _tr("Empty the worklist; results are kept")),
        "audit": look(_tr("&Audit log…"), (), _tr("What was scored against the advice, or corrected, and when")),
        "settings": look(_tr("&Settings…"), ("Ctrl+,",), _tr("Change how the program works"), "settings"),
        "quit": look(_tr("&Quit"), ("Ctrl+Q",), _tr("Close the program; results are kept")),
        "find": look(_tr("&Find in worklist"), ("Ctrl+F",), _tr("Go to the filter field"), "search"),
        "light_theme": look(_tr("&Light theme"), (), _tr("Dark letters on light panels"), "theme", True),
        "compact": look(_tr("&Compact rows"), (), _tr("One line for each study"), "", True),
        "show_worklist": look(_tr("&Worklist"), ("Ctrl+1",), _tr("Show or hide the worklist"), "worklist_panel", True),
        "show_findings": look(_tr("&Findings"), ("Ctrl+2",), _tr("Show or hide the findings"), "findings_panel", True),
        "hide_identity": look(
            _tr("&Hide patient identity"), ("Ctrl+Shift+P",), _tr("No names, IDs or folders"), "hide_identity", True
        ),
        "next": look(_tr("&Next study"), ("N", "Ctrl+Right"), _tr("Go down the worklist"), "next"),
        "previous": look(_tr("&Previous study"), ("P", "Ctrl+Left"), _tr("Go up the worklist"), "previous"),
        "next_unread": look(_tr("Next &unread"), ("U",), _tr("Go to the next study that nobody has read")),
        "mark_read": look(_tr("Mark &read"), ("/",), _tr("The chosen studies are read"), "mark_read"),
        "mark_unread": look(_tr("Mark un&read"), (".",), _tr("The chosen studies are unread again"), "unread"),
        "read_and_next": look(
            _tr("Mark read and next unread"),
            ("Ctrl+Return", "Ctrl+Enter"),
            _tr("Mark this study read and go to the next unread"),
        ),
        "urgency_stat": look(_tr("&STAT"), (), _tr("The chosen studies are to be read at once")),
        "urgency_high": look(_tr("&High"), (), _tr("The chosen studies are to be read soon")),
        "urgency_routine": look(_tr("&Routine"), (), _tr("The chosen studies are to be read in their turn")),
        "urgency_ordered": look(_tr("As &ordered"), (), _tr("The urgency that came with the chosen studies")),
        "verdict_agree": look(_tr("&Agree with the model"), ("Alt+A",), _tr("The model's answer is right, I think")),
        "verdict_disagree": look(_tr("&Disagree with the model"), ("Alt+D",), _tr("It is wrong, I think")),
        "verdict_unsure": look(_tr("&Unsure"), ("Alt+U",), _tr("I cannot say whether the model is right")),
        "class_agree": look(
            _tr("Agree about the &class shown"), ("Ctrl+Shift+A",), _tr("The model is right about the chosen class")
        ),
        "class_disagree": look(
            _tr("Disa&gree about the class shown"), ("Ctrl+Shift+D",), _tr("It is wrong about the chosen class")
        ),
        "write_note": look(_tr("&Write free text"), ("Ctrl+I",), _tr("Go to the free text of your impression")),
        "record_impression": look(_tr("&Record and show scores"), ("Alt+R",), _tr("A blind impression is final")),
        "arrival_order": look(
            _tr("&First come, first served"), ("Ctrl+Shift+F",), _tr("Order by arrival instead of risk"), "", True
        ),
        "blind_first": look(
            _tr("&Blind-first reading"), ("Ctrl+B",), _tr("No scores before your impression is recorded"), "", True
        ),
        "watch_folder": look(
            _tr("&Watch the folder"), ("Ctrl+Shift+W",), _tr("New files appear and are scored by themselves"), "", True
        ),
        "go_to_new": look(_tr("&Go to the new study"), ("Ctrl+J",), _tr("The one that was announced last")),
        "reader": look(_tr("Reader's &name…"), (), _tr("Who reads: kept with every impression")),
        "statistics": look(
            _tr("Reading &statistics…"), ("Ctrl+Shift+R",), _tr("Agreement with the model, waits and reading times")
        ),
        "undo": look(_tr("&Undo"), ("Ctrl+Z",), _tr("Take back the last marking or impression"), "undo"),
        **{
            f"impression_{number}": look("", (f"Alt+{number}",), _tr("Say what you see, or take it back"))
            for number in range(1, KEYS + 1)
        },
        "shortcut_test": look(
            _tr("Test for s&hortcuts"),
            ("Shift+X",),
            _tr("Score again with borders, markers and all but the lungs hidden"),
        ),
        "stop_map": look(
            _tr("Stop computing the heat &map"), ("Ctrl+Shift+M",), _tr("Show the map that came with the score")
        ),
        "score_anyway": look(_tr("&Score anyway…"), (), _tr("Ask for a number against the advice")),
        "correct": look(_tr("&Correct and score"), ("Ctrl+K",), _tr("Do to the image what the check of it offers")),
        "rotate_left": look(
            _tr("Turn &left for scoring"), ("Ctrl+[",), _tr("Turn the image and score again"), "rotate_left"
        ),
        "rotate_right": look(
            _tr("Turn ri&ght for scoring"), ("Ctrl+]",), _tr("Turn the image and score again"), "rotate_right"
        ),
        "saved_filters": look(_tr("Sa&ved filters"), ("Ctrl+D",), _tr("Choose, keep, rename or delete a filter")),
        "reset_sort": look(_tr("Order of t&riage"), ("Ctrl+Shift+O",), _tr("Sort by no column")),
        "pictures": look(_tr("&Small pictures"), (), _tr("A small picture of each study in the list"), "", True),
        "open_study": look(_tr("&Open"), (), _tr("Look at the study (Enter in the list)")),
        "copy_table": look(_tr("As a &table"), ("Ctrl+C",), _tr("The chosen studies in the columns that are shown")),
        "copy_id": look(_tr("Patient &ID"), (), _tr("Of the chosen studies")),
        "copy_accession": look(_tr("&Accession number"), (), _tr("Of the chosen studies")),
        "copy_path": look(_tr("&File paths"), (), _tr("Of all images of the chosen studies")),
        "show_file": look(_tr("Show in &file manager"), (), _tr("The folder that holds the image")),
        "pause": look(_tr("&Pause scoring"), (), _tr("Stop after the images in hand"), "", True),
        "cancel": look(_tr("&Cancel scoring"), (), _tr("What is scored stays")),
        "training": look(*_training_words()),
        "model_card": look(_tr("Model &card"), ("F2",), _tr("What the model is for, and every number of it")),
        "manual": look(_tr("&Manual"), ("F1",), _tr("Opens at the page that goes with where you are")),
        "shortcuts": look(_tr("&Keys and mouse"), ("?",), _tr("All keys on one sheet"), "keyboard"),
        "tour": look(_tr("&Tour of the window"), (), _tr("Four steps, as at the first start")),
        "whats_new": look(_tr("What's &new"), (), _tr("What has changed from version to version")),
        "about": look(_tr("&About"), (), _tr("Versions, licences of all parts, intended use"), "info"),
    }


def _training_words() -> tuple[str, tuple[str, ...], str]:
    """Text, key and explanation; in the triage edition the text itself says why the entry is grey."""
    if edition.missing():
        return (
            _tr("&Train or calibrate a model (full edition)"),
            (),
            _tr("This is the triage edition, which reads and scores. Install the full edition to train."),
        )
    return (
        _tr("&Train or calibrate a model…"),
        ("Ctrl+T",),
        _tr("Learn from labelled images, or fit a model to this site"),
    )


class WindowActions(QObject):
    """Actions by name; each belongs to the window, so its key works wherever no text is being typed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._looks = _looks()
        self.all: dict[str, QAction] = {}
        for name, look in self._looks.items():
            action = QAction(look.text, window)
            action.setObjectName(f"window.{name}")
            action.setProperty("own_keys", list(look.keys))
            action.setProperty("about", look.about)
            action.setShortcuts(key_bindings.keys_for(action.objectName(), look.keys))
            action.setCheckable(look.checkable)
            # In a menu the sign of a checked entry stands where an icon would; none has an icon, so that all align.
            action.setIconVisibleInMenu(False)
            action.setToolTip(self._tooltip(action, look))
            window.addAction(action)
            self.all[name] = action
        self.all["training"].setEnabled(not edition.missing())

    def __getitem__(self, name: str) -> QAction:
        return self.all[name]

    def set_impressions(self, names: Sequence[str]) -> None:
        """What the numbered actions say; those without a name rest."""
        for number in range(1, KEYS + 1):
            action = self.all[f"impression_{number}"]
            action.setText(names[number - 1].replace("&", "&&") if number <= len(names) else "")
            action.setVisible(number <= len(names))

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for name, look in self._looks.items():
            if look.icon:
                self.all[name].setIcon(icons.icon(look.icon, theme))

    def set_checked(self, name: str, on: bool) -> None:
        """Tick or untick without doing anything."""
        action = self.all[name]
        action.blockSignals(True)
        action.setChecked(on)
        action.blockSignals(False)

    @staticmethod
    def _tooltip(action: QAction, look: ActionLook) -> str:
        key = key_bindings.shown([action.shortcut()])
        words = look.about or look.text.replace("&", "")
        return f"{words} ({key})" if key else words
