"""Opens the real window on a folder in a process of its own, reads as a person would, prints what it saw as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image


def cancel_and_go_on(application, wait_for) -> dict:
    """Cancel as soon as rows are there, then take the way out that the banner offers."""
    from PySide6.QtWidgets import QPushButton

    application.start()
    window, model = application.window, application.model
    wait_for(lambda: model.counts.scored >= 1, 60)
    window.named["cancel"].trigger()
    idle = wait_for(lambda: not model.counts.scoring, 5)
    left = model.counts.waiting
    way_out = next(button for button in window.banner.findChildren(QPushButton) if button.isVisible())
    offered = way_out.text()
    way_out.click()
    return {"idle": idle, "left": left, "offered": offered, "finished": wait_for(application.everything_scored, 100)}


def add_film(folder: Path) -> None:
    """A film like one that is there already, in a file of its own."""
    with Image.open(next(folder.rglob("*.png"))) as opened:
        film = np.array(opened)
    film[0, 0] = 255 - film[0, 0]
    Image.fromarray(film).save(folder / "came-later.png")


def change_language(application, folder: Path, complaints: list[str], wait_for) -> dict:
    """Read on in Hebrew and in large letters while studies are scored, then in English again."""
    from PySide6.QtCore import Qt

    application.start()
    first, model = application.window, application.model
    wait_for(lambda: model.rowCount() >= 3, 60)
    first.worklist.view.select_row(1)
    wait_for(lambda: first.viewer.image is not None, 30)
    key, path = first.worklist.view.selected_key(), first.current_path()
    first.top.filter.setText("PHANTOM")
    told: list[bool] = []
    application.tasks.run(lambda: time.sleep(0.5), lambda _: told.append(application.window is first), print)
    first.apply_settings(replace(first.settings(), language="he", text_percent=130))
    changed = wait_for(lambda: application.window is not first, 10)
    second = application.window
    seen = {
        "changed": changed,
        "told_first": told == [True],
        "titles": [action.text() for action in second.top.findChildren(type(second.menus._bar))[0].actions()],
        "mirrored": second.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        "same_study": second.worklist.view.selected_key() == key,
        "same_image": wait_for(lambda: second.viewer.image is not None, 30) and second.current_path() == path,
        "filter": second.top.filter.text(),
        "folder": second.top.texts()[0] == first.told["set_folder"][0][0],
        "finished": wait_for(application.everything_scored, 200),
        "device": second.top.texts()[1],
    }
    before = len(model.entries())
    add_film(folder)
    seen["came"] = wait_for(lambda: len(model.entries()) > before and application.everything_scored(), 60)
    second.apply_settings(replace(second.settings(), language="en", text_percent=100))
    seen["back"] = wait_for(lambda: application.window is not second, 10)
    seen["english"] = [action.text() for action in application.window.menus._bar.actions()]
    wait_for(lambda: application.window.viewer.image is not None, 30)
    seen["complaints"] = complaints
    return seen


@contextmanager
def opened(folder: str, pause_ms: int = 20) -> Iterator[tuple]:
    """(the application, what Qt complained of so far, ``wait_for(condition, seconds)``); closed again at the end."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtTest import QTest

    from cxr_desktop import app, paths, settings

    settings.save(replace(settings.load(paths.settings_file()), notice_acknowledged=True), paths.settings_file())
    application = app.build([folder])
    complaints: list[str] = []
    qInstallMessageHandler(lambda kind, context, text: complaints.append(text))

    def wait_for(condition: Callable[[], object], seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            QTest.qWait(pause_ms)
        return bool(condition())

    try:
        yield application, complaints, wait_for
    finally:
        application.window.close()


def run(folder: str, screenshot: str) -> dict:
    """Wait until all is scored, walk down the list, take a picture, close."""
    with opened(folder) as (application, complaints, wait_for):
        if screenshot == "language":
            return change_language(application, Path(folder), complaints, wait_for)
        if screenshot == "cancel":
            return cancel_and_go_on(application, wait_for)
        return look(application, screenshot, complaints, wait_for)


def look(application, screenshot: str, complaints: list[str], wait_for) -> dict:
    """What a reader sees."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from cxr_desktop.export.wording import format_probability

    application.start()
    window, view = application.window, application.window.worklist.view
    first_rows = wait_for(lambda: application.model.rowCount() > 0, 60)
    finished = wait_for(application.everything_scored, 200)
    shown = []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
        shown.append(wait_for(lambda: window.viewer.image is not None, 20))
    # The mark comes back from the thread that owns the store.
    wait_for(lambda: application.model.entry(view.selected_key()).read_state.value == "in_reading", 10)
    selected = application.model.entry(view.selected_key())
    window.grab().save(screenshot)
    entries = application.model.entries()
    results = {
        image.path: {
            "state": image.state.value,
            "reason": image.prediction.reason if image.prediction else "",
            "scored_at": image.prediction.scored_at if image.prediction else "",
            **{
                f.value: format_probability(p)
                for f, p in (image.prediction.probabilities if image.prediction else {}).items()
            },
        }
        for entry in entries
        for image in entry.images
    }
    order = [(entry.state.value, entry.risk) for entry in entries]
    return {
        "first_rows": first_rows,
        "finished": finished,
        "images_shown": shown,
        "selected_state": selected.read_state.value if selected else "",
        "results": results,
        "order": order,
        "modules": [m for m in ("torch", "openvino", "onnx", "pydicom", "imagecodecs") if m in sys.modules],
        "complaints": complaints,
        "title": window.windowTitle(),
    }


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], sys.argv[2])))
