"""Builds one edition with one command: a fresh environment of exact versions, PyInstaller, the sizes, the budget.

python packaging/build.py triage
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import editions
import sizes
from editions import EDITIONS, ROOT, Edition

HERE = Path(__file__).resolve().parent
CONSTRAINTS = HERE / "constraints.txt"
PYINSTALLER = "pyinstaller>=6.11"
_NOT_A_PART = frozenset({"pip", "setuptools", "cxr-desktop"})


def main() -> int:
    """Exit code 0: built, and within the budget."""
    options = _options()
    edition = EDITIONS[options.edition]
    work: Path = options.work.resolve() / edition.name
    python = _environment(work / "venv", edition, constrained=not options.renew_constraints)
    if options.renew_constraints:
        _write_constraints(python)
        return 0
    target: Path = options.dist.resolve()
    started = time.monotonic()
    _run([python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", target,
          "--workpath", work / "pyinstaller", HERE / "cxr_desktop.spec", "--", "--edition", edition.name])  # fmt: skip
    print(f"PyInstaller took {time.monotonic() - started:.0f} s")
    return sizes.report(target / f"cxr-desktop-{edition.name}", edition.budget_mb)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition", choices=EDITIONS)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "packaging", help="Environments and work files.")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="Where the program's folder goes.")
    parser.add_argument(
        "--renew-constraints", action="store_true", help="Take the newest versions and write constraints.txt anew."
    )
    return parser.parse_args()


def _environment(folder: Path, edition: Edition, *, constrained: bool) -> Path:
    """A virtual environment of this edition alone; one that is there is brought up to date. Returns its Python."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run([sys.executable, "-m", "venv", folder])
    limits = ["-c", CONSTRAINTS] if constrained else ["--upgrade"]
    _run([python, "-m", "pip", "install", "-q", *limits, *edition.requirements(), PYINSTALLER])
    # The program itself for its metadata; its modules and resources are taken from the source tree.
    _run([python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", ROOT])
    return python


def _write_constraints(python: Path) -> None:
    """What this environment has, under the remarks that the file begins with."""
    done = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True)
    lines = sorted(
        {line for line in done.stdout.split() if editions.name_of(line) not in _NOT_A_PART}, key=str.casefold
    )
    remarks = [line for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    CONSTRAINTS.write_text("\n".join([*remarks, *lines]) + "\n", encoding="utf-8")


def _run(command: list[str | Path]) -> None:
    # Neither the caller's PYTHONPATH nor a user's own packages may reach into a build.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PYTHONNOUSERSITE": "1"}
    subprocess.run([str(part) for part in command], check=True, env=environment, cwd=ROOT)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{Path(error.cmd[0]).name} failed with exit code {error.returncode}; its own words stand above.")
