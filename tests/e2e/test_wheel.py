"""The wheel carries the resources, and the one resolver finds them from source, wheel and frozen program."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cxr_desktop import paths

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = target.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target / "site")
    return target / "site"


def test_the_wheel_holds_checkpoints_icons_fonts_and_recipes(unpacked_wheel):
    resources = unpacked_wheel / "cxr_desktop" / "resources"
    for model in ("triage", "gate"):
        assert {f.name for f in (resources / "checkpoints" / model).iterdir()} >= {
            "card.json",
            "weights.safetensors",
            "model.onnx",
        }
    assert list((resources / "icons").glob("*.svg"))
    assert list((resources / "fonts").rglob("*.?tf"))
    assert {f.name for f in (resources / "translations").glob("*.qm")} == {"en.qm", "fa.qm", "he.qm", "zh_TW.qm"}
    assert list((unpacked_wheel / "training" / "recipes").glob("*.toml"))


def test_the_wheel_holds_the_manual_whats_new_and_the_manual_page(unpacked_wheel):
    resources = unpacked_wheel / "cxr_desktop" / "resources"
    source = ROOT / "packaging" / "docs" / "manual"
    for file in (path for path in source.rglob("*") if path.is_file()):
        assert (resources / "manual" / file.relative_to(source)).read_bytes() == file.read_bytes()
    assert (resources / "CHANGELOG.md").read_text(encoding="utf-8").startswith("# What's new")
    (page,) = unpacked_wheel.glob("*.data/data/share/man/man1/cxr-desktop.1")
    assert page.read_text(encoding="utf-8").startswith('.\\" Written by packaging/man.py')


def test_a_program_installed_from_the_wheel_finds_its_own_resources(unpacked_wheel, tmp_path):
    code = (
        f"import sys; sys.path.insert(0, {str(unpacked_wheel)!r})\n"
        "from cxr_desktop import paths\n"
        "from cxr_desktop.engine.checkpoint import list_models\n"
        "print(paths.resources_dir()); print([c.name for c in list_models(paths.checkpoint_dirs())])\n"
        "print(paths.manual_dir()); print(paths.changelog_file())"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    where, models, manual, changes = result.stdout.splitlines()
    assert Path(manual) == unpacked_wheel / "cxr_desktop" / "resources" / "manual"
    assert Path(changes) == unpacked_wheel / "cxr_desktop" / "resources" / "CHANGELOG.md"
    assert Path(where) == unpacked_wheel / "cxr_desktop" / "resources"
    assert "triage" in models


def test_a_frozen_program_looks_beside_itself(tmp_path, monkeypatch):
    (tmp_path / "resources" / "checkpoints").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "resources"


def test_an_incomplete_installation_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "a" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="install it again"):
        paths.resources_dir()
