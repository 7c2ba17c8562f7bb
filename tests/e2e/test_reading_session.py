"""Thirty studies are read in the real window without touching a menu or the mouse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.dicom_file import Form, Identity
from cxr_desktop.phantom.lesions import Pattern
from tests.conftest import QT_MISSING

STUDIES = 30
ROWS, COLUMNS = 480, 400

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}"),
]


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    """Thirty patients with the films of six phantoms: each file has bytes of its own by the name in it."""
    folder = tmp_path / "queue"
    folder.mkdir()
    patterns = (Pattern.CLEAR, Pattern.GROUND_GLASS, Pattern.CONSOLIDATION)
    films = []
    for number in range(6):
        body = Body.random(number, female=number % 2 == 0, age=40 + number)
        films.append(radiographs.chest(number, patterns[number % 3], ROWS, COLUMNS, "PA", body, 1.0))
    for number in range(STUDIES):
        film, female = films[number % 6], number % 2 == 0
        identity = Identity(
            name=f"PHANTOM^Reading {number + 1}",
            patient_id=f"R-{number + 1:03d}",
            sex="F" if female else "M",
            age=40 + number,
            accession=f"READ{number + 1:03d}",
            date="20260302",
            time=f"08{number:02d}00",
            study=f"reading/{number}",
        )
        data = dicom_file.write(film.pixels, film.spacing_mm, "PA", identity, Form())
        (folder / f"{number:02d}.dcm").write_bytes(data)
    return folder


@pytest.mark.slow
def test_thirty_studies_are_read_by_keyboard_alone(queue, tmp_path, private_home):
    command = [sys.executable, "-m", "tests.e2e.reading_session", str(queue), str(tmp_path / "reading.png")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    seen = json.loads(result.stdout.splitlines()[-1])
    print("next study on the screen, ms:", seen["next_study_ms"])
    assert seen["finished"]
    assert len(set(seen["read"])) == STUDIES
    assert seen["unread"] == 0
    assert set(seen["impressions"]) == set(seen["read"])
    assert all(findings for findings in seen["impressions"].values())
    assert seen["complaints"] == []
