"""Builds the wheel, installs it into a clean environment as `pip install` would, and scores a phantom there.

    python packaging/wheel_test.py

Takes some minutes and, with torch's own libraries, about seven gigabytes in the temporary folder.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = Path(__file__).resolve().with_name("constraints.txt")
_FILM = """
from pathlib import Path
from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.dicom_file import Form, Identity
from pydicom import uid
phantom = radiographs.chest(7, rows=900, columns=750)
person = Identity("PHANTOM^Wheel", "W-1", "F", 50, "W1", "20260302", "080000", "wheel")
form = Form(syntax=uid.JPEG2000Lossless)
Path("film.dcm").write_bytes(dicom_file.write(phantom.pixels, phantom.spacing_mm, "PA", person, form))
"""


def main() -> int:
    """Exit code 0: the installed command scored the phantom with models from the wheel."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, help="Keep environment and results here.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cxr-wheel-") as temporary:
        work = (options.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        return _test(work)


def _test(work: Path) -> int:
    _run(work, sys.executable, "-m", "venv", "clean")
    folder = work / "clean" / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    _run(work, python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", "wheels", ROOT)
    (wheel,) = (work / "wheels").glob("cxr_desktop-*.whl")
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    _run(work, python, "-m", "pip", "install", "-q", "-c", CONSTRAINTS, wheel)
    command = folder / ("cxr-desktop.exe" if os.name == "nt" else "cxr-desktop")
    _run(work, command, "--version")
    _run(work, python, "-c", _FILM)
    _run(work, command, "score", "film.dcm", "--out", "r.csv")
    with open(work / "r.csv", encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    print(f"status {row['status']}, P(COVID-19) {row['covid19']}")
    return 0 if row["status"] == "scored" and 0.0 <= float(row["covid19"]) <= 1.0 else 1


def _run(work: Path, *command: str | Path) -> None:
    # Nothing of the source tree may be found: the working folder is elsewhere, and so are settings and models.
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= {"CXR_DESKTOP_HOME": str(work / "home"), "PYTHONNOUSERSITE": "1"}
    subprocess.run([str(word) for word in command], check=True, cwd=work, env=environment)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{Path(error.cmd[0]).name} failed with exit code {error.returncode}; its own words stand above.")
