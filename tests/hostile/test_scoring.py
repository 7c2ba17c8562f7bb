"""Case 32, and the whole gallery at once through the command line with the models that ship."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from cxr_desktop.phantom.radiographs import chest, lateral_chest, palm
from tests.builders import picture
from tests.hostile.entrance import ROOT
from tests.hostile.gallery import dicom, everything, raster

CLASSES = ("covid19", "pneumonia", "tuberculosis", "normal")


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """One row for each file, by name, as ``cxr-desktop score`` writes it."""
    place = tmp_path_factory.mktemp("scored")
    folder = place / "in"
    folder.mkdir()
    for name, data in {**everything(), **others(), "a chest.dcm": film(chest(3, rows=720, columns=600).pixels)}.items():
        (folder / name).write_bytes(data)
    command = [
        sys.executable,
        "-m",
        "cxr_desktop",
        "score",
        str(folder),
        "--out",
        str(place / "r.csv"),
        "--device",
        "cpu",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CXR_DESKTOP_HOME": str(place / "home")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    with open(place / "r.csv", newline="", encoding="utf-8") as stream:
        return {Path(row["path"]).name: row for row in csv.DictReader(stream)}


def film(shares: np.ndarray) -> bytes:
    """A picture of 0…1 as a DICOM file of 12 bits."""
    return dicom((np.clip(shares, 0, 1) * 4095).astype(np.uint16), window=(2048, 4096))


def others() -> dict[str, bytes]:
    """What is no frontal chest."""
    y, x = np.mgrid[0:600, 0:500] / 600.0
    screenshot = Image.new("RGB", (900, 700), (240, 240, 245))
    draw = ImageDraw.Draw(screenshot)
    for line in range(30):
        draw.text((40, 20 + 22 * line), f"{line:3d}  Patient list, page {line % 4}  ..............", fill=(20, 20, 60))
    body = ((x - 0.42) / 0.36) ** 2 + ((y - 0.5) / 0.27) ** 2
    slice_ = np.where(body < 1, 0.45, 0.0) + np.where(((x - 0.42) / 0.05) ** 2 + ((y - 0.68) / 0.05) ** 2 < 1, 0.5, 0.0)
    return {
        "32 hand": film(palm(2, rows=480, columns=400).pixels),
        "32 lateral": film(lateral_chest(2, rows=480, columns=400).pixels),
        "32 slice": film(slice_),
        "32 bars": film((np.floor(x * 12) % 2) * 0.8 + 0.1 + 0.02 * y),
        "32 noise": film(np.random.default_rng(1).random((500, 420))),
        "32 screenshot": raster(screenshot, "PNG"),
        "32 waves": dicom(picture(600, 500)),
    }


@pytest.mark.slow
def test_case_32_what_is_no_frontal_chest_has_a_reason_and_no_probability(rows):
    wrong = {name: row for name, row in rows.items() if name.startswith("32")}
    assert len(wrong) == 7
    for name, row in wrong.items():
        assert (row["status"], any(row[c] for c in CLASSES)) == ("not_scored", False), name
        assert row["reason"], name


@pytest.mark.slow
def test_every_file_of_the_gallery_is_a_row_with_a_reason_and_only_the_chest_a_number(rows):
    assert rows.keys() == {*everything(), *others(), "a chest.dcm"}
    assert [name for name, row in rows.items() if row["status"] == "scored"] == ["a chest.dcm"]
    for name, row in rows.items():
        if name == "a chest.dcm":
            continue
        assert row["status"] in ("not_scored", "not_an_image"), name
        assert row["reason"], name
        assert not any(row[c] for c in CLASSES), name
        assert row["risk_band"] == "", name
