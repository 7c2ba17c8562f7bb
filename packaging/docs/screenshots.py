"""Takes the pictures of the README and the manual from the running program over the demo's synthetic studies.

    python packaging/docs/screenshots.py [--to FOLDER]

No radiograph of a patient can get into a picture: the folder is drawn anew each time, into a home of its own. Run it
after a change that can be seen; it needs neither a display nor a network. Pictures are written with 256 colours, those
of the themes among them, which cannot be told from more on a screen and takes a third of the room.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
MAIN = "main-window.png"
PICTURES = ("window.png", "findings.png", "heat-map.png", "not-scored.png", "export.png", "training.png", "tour.png")
"""Of the manual, in ``manual/pictures``."""
LIMIT_BYTES = 1_500_000
"""Of all together."""
_SIZE = (1600, 1000)
_SMALL = (1360, 850)
_COLOURFUL = 60
"""Between the strongest and the weakest part of a colour that is no grey."""


def save(widget: Any, target: Path, part: Any = None) -> None:
    """One widget, or a rectangle of it, as a small PNG."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    picture = widget.grab(part) if part is not None else widget.grab()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    target.parent.mkdir(parents=True, exist_ok=True)
    image = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    meant = theme_colours()
    palette = image.quantize(256 - len(meant) // 3, Image.Quantize.MEDIANCUT).getpalette() or []
    few = Image.new("P", (1, 1))
    few.putpalette([*meant, *without_neighbours(palette, meant)][:768])
    image.quantize(palette=few, dither=Image.Dither.NONE).save(target, optimize=True)


def without_neighbours(palette: list[int], meant: list[int]) -> list[int]:
    """Colours that are not nearly one of those that are meant: Pillow looks for the nearest only roughly."""
    triples = [tuple(palette[at : at + 3]) for at in range(0, len(palette) - 2, 3)]
    kept = [tuple(meant[at : at + 3]) for at in range(0, len(meant), 3)]
    far = [one for one in triples if all(sum((a - b) ** 2 for a, b in zip(one, k, strict=True)) > 200 for k in kept)]
    return [part for colour in far for part in colour]


def theme_colours() -> list[int]:
    """Red, green and blue of every colour that means something; an average of them would mean something else.

    Greys are left to the picture: near them it has those of the film.
    """
    from cxr_desktop.ui.theme import DARK, LIGHT

    named = {value for theme in (DARK, LIGHT) for value in asdict(theme).values() if value.startswith("#")}
    triples = [[int(colour[place : place + 2], 16) for place in (1, 3, 5)] for colour in sorted(named)]
    return [part for triple in triples if max(triple) - min(triple) > _COLOURFUL for part in triple]


def wait_for(condition: Callable[[], object], seconds: float, what: str) -> None:
    """Let the program run until something is so. Raises ``TimeoutError``: no picture of half a window."""
    from PySide6.QtTest import QTest

    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} took longer than {seconds:.0f} s")
        QTest.qWait(20)
    for _ in range(12):
        QTest.qWait(25)


def choose(window: Any, name: str) -> None:
    """Look at the study whose first file has this name."""
    entry = next(e for e in window.model.entries() if Path(e.images[0].path).name == name)
    if not window.worklist.view.select_key(entry.key):
        raise LookupError(f"{name} is not in the list")
    wait_for(lambda: window.viewer.image is not None and Path(window.current_path()).name == name, 60, "the image")


def take_all(application: Any, to: Path) -> None:
    """Every picture, in the order in which a reader would see them."""
    window, pictures = application.window, to / "manual" / "pictures"
    wait_for(application.everything_scored, 300, "scoring")
    choose(window, "ground-glass-2.dcm")
    save(window, to / MAIN)
    take_parts(window, pictures)
    window.resize(*_SMALL)
    window.apply_settings(replace(window.settings(), theme="light"))
    choose(window, "lobar-1.dcm")
    save(window, pictures / "window.png")
    window.help.tour.start(2)
    wait_for(lambda: window.help.tour.is_running, 5, "the tour")
    save(window, pictures / "tour.png")
    window.help.tour.stop()
    take_dialogs(application, pictures)


def take_parts(window: Any, pictures: Path) -> None:
    """The column of findings, the image with its map, a film that was stopped."""
    from PySide6.QtCore import QRect

    findings = window.findings
    save(findings, pictures / "findings.png", QRect(0, 0, findings.width(), 640))
    save(window.stage, pictures / "heat-map.png")
    choose(window, "hand.dcm")
    save(findings, pictures / "not-scored.png", QRect(0, 0, findings.width(), 330))


def take_dialogs(application: Any, pictures: Path) -> None:
    """The export dialog and the wizard's first page."""
    application.export.open()
    wait_for(application.export.dialog.isVisible, 10, "the export dialog")
    save(application.export.dialog, pictures / "export.png")
    application.export.dialog.reject()
    application.training.open()
    wizard = application.training._wizard
    wizard.resize(1100, 720)
    wait_for(wizard.isVisible, 20, "the wizard")
    save(wizard, pictures / "training.png")
    application.training.close()


def main() -> None:
    """Needs a minute or two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=HERE, help="Where the pictures go; beside this script if not given.")
    target = parser.parse_args().to.resolve()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        # Dialogs show folders; nobody's own may stand in a picture.
        os.environ.update(CXR_DESKTOP_HOME=home, XDG_CACHE_HOME=home, HOME="/home/reader", USERPROFILE="/home/reader")
        from cxr_desktop import app, paths, settings
        from cxr_desktop.phantom.demo_folder import write_demo_folder

        demo = Path(home) / "Synthetic studies"
        write_demo_folder(demo)
        chosen = replace(settings.Settings(), notice_acknowledged=True, language="en", reader_name="Dr Example")
        settings.save(chosen, paths.settings_file())
        application = app.build([str(demo)])
        application.window.resize(*_SIZE)
        application.start()
        try:
            take_all(application, target)
        finally:
            application.window.close()
    sizes = {name: (target / "manual" / "pictures" / name).stat().st_size for name in PICTURES}
    sizes[MAIN] = (target / MAIN).stat().st_size
    for name, size in sizes.items():
        print(f"{size:9,} {name}")
    if sum(sizes.values()) > LIMIT_BYTES:
        raise SystemExit(f"the pictures have {sum(sizes.values()):,} bytes together, more than {LIMIT_BYTES:,}")


if __name__ == "__main__":
    main()
