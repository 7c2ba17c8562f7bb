"""A Debian package of a frozen program: its folder, one command, menu entry, icons, file type, manual, completions.

    build/packaging/triage/venv/bin/python packaging/linux/build_deb.py dist/cxr-desktop-triage --output dist

Needs `dpkg-deb` and `readelf`. The Python that runs this has PySide6, which draws the icons.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE.parent)]

import icon  # noqa: E402
from editions import EDITIONS  # noqa: E402

from cxr_desktop import __version__  # noqa: E402

NAME = "cxr-desktop"
HOME = Path("usr/lib") / NAME
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
PACKAGES = {
    # What PyInstaller leaves to the system, because it must fit the graphics driver, the display or the kernel.
    "libc.so.6": "libc6", "libm.so.6": "libc6", "libdl.so.2": "libc6", "libpthread.so.0": "libc6",
    "librt.so.1": "libc6", "libresolv.so.2": "libc6", "libutil.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6", "ld-linux-aarch64.so.1": "libc6",
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libGLX.so.0": "libglx0", "libOpenGL.so.0": "libopengl0",
    "libxcb.so.1": "libxcb1", "libdrm.so.2": "libdrm2", "libgbm.so.1": "libgbm1",
    "libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1", "libsystemd.so.0": "libsystemd0", "libcap.so.2": "libcap2",
    "libcuda.so.1": "", "libnvidia-ml.so.1": "",
}  # fmt: skip
"""Library and package; "" where it comes with a driver and the program works without it."""
_CONTROL = """Package: {name}-{edition}
Version: {version}
Architecture: {architecture}
Maintainer: the cxr-desktop founders <founders@cxr-desktop.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Provides: {name}
Conflicts: {name}
Replaces: {name}
Section: science
Priority: optional
Description: triage of chest radiographs, for research ({title})
 Opens folders of chest radiographs (DICOM, PNG, JPEG, TIFF), scores every
 frontal film, sorts the worklist by risk and shows the evidence on the film.
 .
 Research use only. Not for primary diagnosis. Nothing leaves the computer.
"""


class PackageError(Exception):
    """The folder cannot become a package that works."""


def main() -> int:
    """Prints the path of the package."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="What PyInstaller made.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="Folder of the package.")
    options = parser.parse_args()
    try:
        print(build(options.folder.resolve(), options.output.resolve()))
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(folder: Path, output: Path) -> Path:
    """Make the package of a frozen program in ``folder``. Raises ``PackageError``."""
    edition = EDITIONS[folder.name.removeprefix(f"{NAME}-")]
    architecture = _said("dpkg", "--print-architecture")
    target = output / f"{NAME}-{edition.name}_{__version__}_{architecture}.deb"
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cxr-deb-", dir=output) as temporary:
        tree = Path(temporary)
        tree.chmod(0o755)
        # Links instead of copies: the full edition has gigabytes, and dpkg-deb only reads.
        shutil.copytree(folder, tree / HOME, symlinks=True, copy_function=os.link)
        (tree / "usr/bin").mkdir()
        (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
        _share(tree / "usr/share")
        size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
        control = _CONTROL.format(
            name=NAME, version=__version__, architecture=architecture, kilobytes=size,
            depends=", ".join(depends(folder)), title=edition.title, edition=edition.name,
        )  # fmt: skip
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
        # Packs ten times faster than xz; read by Debian 12, Ubuntu 22.04 and later.
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", tree, target],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return target


def _share(share: Path) -> None:
    """Menu entry, file type, icons, manual, completions, copyright."""
    _copy(HERE / "cxr-desktop.desktop", share / "applications")
    _copy(HERE / "cxr-desktop.xml", share / "mime/packages")
    _copy(HERE / "org.cxr_desktop.CxrDesktop.metainfo.xml", share / "metainfo")
    icons = share / "icons/hicolor"
    _copy(icon.DRAWING, icons / "scalable/apps", f"{NAME}.svg")
    for size in ICON_SIZES:
        icon.draw(icons / f"{size}x{size}/apps" / f"{NAME}.png", size)
    manual = share / "man/man1" / f"{NAME}.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress((ROOT / "packaging" / "docs" / f"{NAME}.1").read_bytes(), mtime=0))
    for shell, place in (
        ("bash", f"bash-completion/completions/{NAME}"),
        ("zsh", f"zsh/vendor-completions/_{NAME}"),
        ("fish", f"fish/vendor_completions.d/{NAME}.fish"),
    ):
        (share / place).parent.mkdir(parents=True)
        (share / place).write_text(_completion(shell) + "\n", encoding="utf-8")
    _copy(HERE.parent / "notices/NOTICE.txt", share / "doc" / NAME, "copyright")


def _copy(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / (name or file.name))


def _completion(shell: str) -> str:
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=NAME, complete_var="_CXR_DESKTOP_COMPLETE", shell=shell)


def depends(folder: Path) -> list[str]:
    """Packages of the libraries that the program needs and does not bring. Raises ``PackageError``."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    own = {file.name for file in files}
    missing: dict[str, Path] = {}
    for file in files:
        if not file.is_symlink() and _is_library(file):
            missing |= {name: file for name in _needed(file) if name not in own}
    unknown = {name: file for name, file in missing.items() if name not in PACKAGES}
    if unknown:
        words = ", ".join(f"{name} of {file.relative_to(folder)}" for name, file in sorted(unknown.items()))
        raise PackageError(f"no package is known for {words}")
    packages = {PACKAGES[name] for name in missing} - {"", "libc6"}
    return [f"libc6 (>= {_newest_glibc(files)})", *sorted(packages)]


def _is_library(file: Path) -> bool:
    with open(file, "rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _needed(file: Path) -> list[str]:
    lines = _said("readelf", "-d", str(file)).splitlines()
    return [line.partition("[")[2].rstrip("]") for line in lines if "(NEEDED)" in line]


def _newest_glibc(files: list[Path]) -> str:
    """The version of the C library that the newest of all symbols asks for."""
    newest = (2, 0)
    for file in files:
        if not file.is_symlink() and _is_library(file):
            for word in _said("readelf", "-W", "--version-info", str(file)).split():
                if word.startswith("GLIBC_2."):
                    newest = max(newest, (2, int(word.removeprefix("GLIBC_2.").partition(".")[0])))
    return ".".join(map(str, newest))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
