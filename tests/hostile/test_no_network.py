"""What the whole program leaves behind: no packet beyond this computer, no name outside the worklist's own database.

One window, with its scanner, decoder and engine children and the models that ship, reads a folder in which every name,
number and file is planted; Python's audit hook writes down what any of the processes does with a socket.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.builders import data_set, save
from tests.conftest import QT_MISSING
from tests.hostile.entrance import ROOT
from tests.hostile.gallery import dicom, pixels, structure

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}"),
]

PLANTED = ("Zebulon", "Quux", "PLANT-4711", "19010203", "ACC-0815")
_HOOK = """
import os, sys

_seen = os.open(os.environ["CXR_TEST_SOCKETS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

def _watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"):
        os.write(_seen, (event + " " + repr(arguments[1:] if event != "socket.getaddrinfo" else arguments[:2]) + "\\n").encode())
    elif event == "import" and "QtNetwork" in str(arguments[0]):
        os.write(_seen, b"import QtNetwork\\n")

sys.addaudithook(_watch)
"""  # noqa: E501


_SESSION = """
import json, sys, time
from dataclasses import replace

if __name__ == "__main__":
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from cxr_desktop import app, paths, settings

    settings.save(replace(settings.load(paths.settings_file()), notice_acknowledged=True), paths.settings_file())
    application = app.build([sys.argv[1]])
    application.start()

    def wait_for(condition, seconds):
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            QTest.qWait(20)
        return bool(condition())

    def images():
        return [image.path for entry in application.model.entries() for image in entry.images]

    # Young files that cannot be read are read once more after two seconds, when the rest may be scored already.
    finished = wait_for(lambda: application.everything_scored() and len(images()) == int(sys.argv[2]), 200)
    for _ in range(application.model.rowCount()):
        QTest.keyClick(application.window.worklist.view, Qt.Key.Key_Down)
        QTest.qWait(200)
    print(json.dumps({"finished": finished, "images": images(), "title": application.window.windowTitle()}))
    application.window.close()
"""


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run the window once on the planted folder; returns where to look."""
    place = tmp_path_factory.mktemp("planted")
    studies, home, temporary, hooks = (place / n for n in ("Zebulon films", "home", "tmp", "hooks"))
    for folder in (studies, home, temporary, hooks):
        folder.mkdir()
    (hooks / "sitecustomize.py").write_text(_HOOK)
    _plant(studies)
    environment = {
        **os.environ, "CXR_DESKTOP_HOME": str(home), "TMPDIR": str(temporary),
        "CXR_TEST_SOCKETS": str(place / "sockets"), "PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}",
        "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    (place / "session.py").write_text(_SESSION)
    command = [sys.executable, str(place / "session.py"), str(studies), str(len(list(studies.iterdir())))]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["finished"]
    assert len(seen["images"]) == len(list(studies.iterdir()))
    return {"home": home, "temporary": temporary, "sockets": place / "sockets", "stderr": done.stderr, "seen": seen}


def _plant(studies: Path) -> None:
    from cxr_desktop.phantom.radiographs import chest

    names = {
        "PatientName": "Zebulon^Quux", "PatientID": "PLANT-4711", "PatientBirthDate": "19010203",
        "AccessionNumber": "ACC-0815", "StudyDescription": "Zebulon's chest",
    }  # fmt: skip
    film = (chest(3, rows=720, columns=600).pixels * 4095).astype(np.uint16)
    save(data_set(film, window=(2048, 4096), **names), studies / "Quux^Zebulon 1.dcm")
    whole = dicom(film, **names)
    (studies / "Zebulon cut.dcm").write_bytes(whole[:-999])
    (studies / "Zebulon header.dcm").write_bytes(whole[:700])
    (studies / "Zebulon.txt").write_bytes(b"Zebulon Quux, PLANT-4711\n" * 9)
    for name in ("08 unknown syntax", "12 unknown representation", "13 undeclared Cyrillic"):
        (studies / f"Zebulon {name}").write_bytes(structure()[name])
    for name in ("21 codestream of 256", "23 mutated codestream", "25 high bit"):
        (studies / f"Zebulon {name}").write_bytes(pixels()[name])


def test_no_process_of_the_program_talks_to_another_computer(left_behind):
    written = left_behind["sockets"].read_text() if left_behind["sockets"].exists() else ""
    beyond = [line for line in written.splitlines() if not _is_at_home(line)]
    assert beyond == []


def test_the_hook_hears_what_goes_beyond_this_computer(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(_HOOK)
    program = (
        "import socket\n"
        "socket.getaddrinfo('198.51.100.7', 80, flags=socket.AI_NUMERICHOST)\n"
        "with socket.socket() as one: one.bind(('127.0.0.1', 0))\n"
        "with socket.socket(socket.AF_UNIX) as two: two.bind('here/sock')\n"
    )
    (tmp_path / "here").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "CXR_TEST_SOCKETS": str(tmp_path / "seen")}
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True)
    lines = (tmp_path / "seen").read_text().splitlines()
    assert [_is_at_home(line) for line in lines] == [False, True, True]


def _is_at_home(line: str) -> bool:
    """Local sockets have a path, or the loopback's number."""
    if line.startswith("import"):
        return False
    arguments = line.partition(" ")[2]
    return "127.0.0.1" in arguments or "::1" in arguments or not arguments.startswith(("((", "('")) or "/" in arguments


def test_no_name_is_in_logs_crash_notes_temporary_files_or_on_the_terminal(left_behind):
    home = left_behind["home"]
    logs = [path for path in home.rglob("*") if path.is_file() and path.parts[len(home.parts)] in ("log", "cache")]
    assert any(path.suffix == ".log" for path in logs)
    for path in logs:
        data = path.read_bytes()
        for name in PLANTED:
            assert name.encode() not in data, path.name
    assert not any(name in left_behind["stderr"] for name in PLANTED)
    assert left_behind["seen"]["title"] == "cxr-desktop"


def test_no_temporary_file_is_left_and_what_is_kept_is_the_owner_s_alone(left_behind):
    assert [path.name for path in left_behind["temporary"].rglob("*") if path.is_file()] == []
    data = left_behind["home"] / "data"
    for path in data.glob("worklist*"):
        assert path.stat().st_mode & 0o077 == 0, path.name
