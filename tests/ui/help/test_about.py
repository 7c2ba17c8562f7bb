"""About: versions and licences of all parts, the terms of the models' images, copied as text."""

from email.message import Message
from importlib import metadata

import pytest
from PySide6.QtGui import QGuiApplication

from cxr_desktop import paths
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.ui import fonts
from cxr_desktop.ui.about_dialog import AboutDialog
from cxr_desktop.ui.help.parts import installed_parts, licence_of
from tests.ui.entries import CARD
from tests.ui.test_accessibility import nameless

PARTS = installed_parts()


@pytest.fixture
def about(qtbot):
    dialog = AboutDialog(CARD, None, list_models(paths.checkpoint_dirs()))
    qtbot.addWidget(dialog)
    return dialog


def test_every_dependency_is_a_part_with_its_version_and_a_licence():
    by_name = {part.name.lower(): part for part in PARTS}
    for name in ("pyside6_essentials", "shiboken6", "pydicom", "numpy", "openvino", "highdicom", "orjson"):
        part = by_name.get(name) or by_name[name.replace("_", "-")]
        assert part.version == metadata.version(name)
        assert part.licence
    assert "cxr-desktop" not in by_name
    assert "pytest" not in by_name, "what only developers need is not shipped"


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        ({"License-Expression": "MIT", "License": "x"}, "MIT"),
        ({"License": "Apache-2.0"}, "Apache-2.0"),
        ({"License": "Long text. " * 30, "Classifier": "License :: OSI Approved :: BSD License"}, "BSD License"),
        ({"Classifier": "Topic :: Software Development"}, ""),
    ],
)
def test_a_licence_is_named_in_one_of_three_places(lines, licence):
    message = Message()
    for name, value in lines.items():
        message[name] = value
    assert licence_of(message) == licence


def test_it_says_what_qt_fonts_and_images_are_under(about):
    text = about.text()
    for words in (
        "GNU Lesser General Public License, version 3",
        "SIL Open Font License 1.1",
        "MIT License. Copyright",
        "research or non-commercial use only",
    ):
        assert words in text
    for card in list_models(paths.checkpoint_dirs()):
        for source in card.document["data"]:
            assert source["collection"] in text


def test_all_of_it_can_be_copied(about):
    about.copy_all()
    copied = QGuiApplication.clipboard().text()
    assert copied == about.text()
    assert copied.startswith(f"cxr-desktop {metadata.version('cxr-desktop')}")
    numpy = next(part for part in PARTS if part.name == "numpy")
    assert f"numpy\t{numpy.version}\t{numpy.licence}" in copied


def test_hostile_metadata_is_text(qtbot, monkeypatch):
    from cxr_desktop.ui import about_dialog
    from cxr_desktop.ui.help.parts import SoftwarePart

    monkeypatch.setattr(about_dialog, "installed_parts", lambda: (SoftwarePart("<b>x</b>", "1", "<img src=a>"),))
    dialog = AboutDialog(None)
    qtbot.addWidget(dialog)
    assert "<b>x</b>" in dialog.page.toPlainText()
    assert "<img src=a>" in dialog.page.toPlainText()


def test_everything_in_it_has_a_name(about):
    about.show()
    assert nameless(about) == []


def test_large_text_is_large_on_the_page_too(qtbot, speak):
    def height():
        dialog = AboutDialog(CARD)
        qtbot.addWidget(dialog)
        dialog.page.document().setTextWidth(600)
        return dialog.page.document().size().height()

    before = height()
    fonts.set_text_percent(150)
    assert height() > 1.3 * before
