"""The bill of materials says what lies in the folder, and a part that nobody has looked at makes it fail."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import sbom
import sizes


@pytest.fixture
def bundle(tmp_path) -> Path:
    """As PyInstaller leaves it, in miniature."""
    inner = tmp_path / "cxr-desktop-triage" / "_internal"
    for name, version, licence in (("cxr-desktop", "0.1.0", "MIT"), ("PySide6_Essentials", "6.11", "LGPL-3.0-only")):
        _part(inner, name, version, licence)
    (inner / "libxcb-cursor.so.0").write_bytes(b"library")
    (inner / "libpython3.11.so.1.0").write_bytes(b"library")
    model = inner / "resources" / "checkpoints" / "triage"
    model.mkdir(parents=True)
    card = {"name": "triage", "version": "2.0", "data": [{"collection": "nih", "licence": "CC0"}]}
    (model / "card.json").write_text(json.dumps(card))
    (model / "weights.safetensors").write_bytes(b"weights")
    return inner


def _part(inner: Path, name: str, version: str, licence: str) -> None:
    folder = inner / f"{name}-{version}.dist-info"
    folder.mkdir(parents=True)
    words = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n"
    (folder / "METADATA").write_text(
        words + (f"License-Expression: {licence}\n" if licence else "") + "\nGPL-3.0 in the text"
    )


def test_parts_libraries_and_models_are_listed_with_their_licences(bundle):
    document, faults = sbom.bill_of_materials(bundle)
    assert faults == []
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert document["metadata"]["component"]["name"] == "cxr-desktop"
    found = {part["name"]: part for part in document["components"]}
    assert found["PySide6_Essentials"]["purl"] == "pkg:pypi/pyside6-essentials@6.11"
    assert found["PySide6_Essentials"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert found["libxcb-cursor.so.0"]["licenses"] == [{"expression": "MIT"}]
    assert found["libpython3.11.so.1.0"]["licenses"] == [{"expression": "PSF-2.0"}]
    assert found["triage"]["properties"] == [{"name": "training-data:nih", "value": "CC0"}]
    assert len({part["bom-ref"] for part in document["components"]}) == len(document["components"])


def test_equal_folders_give_equal_documents(bundle):
    assert sbom.bill_of_materials(bundle) == sbom.bill_of_materials(bundle)


@pytest.mark.parametrize(
    ("name", "licence", "words"),
    [("typing", "GPL-3.0-only", "typing is under the GPL: GPL-3.0-only"), ("silent", "", "silent states no licence")],
)
def test_a_part_under_the_gpl_or_under_nothing_is_a_fault(bundle, name, licence, words):
    _part(bundle, name, "1", licence)
    assert sbom.bill_of_materials(bundle)[1] == [words]


def test_a_library_that_nobody_has_looked_at_is_a_fault(bundle, monkeypatch, capsys, tmp_path):
    (bundle / "libreadline.so.8").write_bytes(b"library")
    monkeypatch.setattr(sys, "argv", ["sbom.py", str(bundle.parent), "--output", str(tmp_path / "bom.json")])
    assert sbom.main() == 1
    assert "libreadline.so.8" in capsys.readouterr().out


def test_a_folder_of_something_else_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no metadata of cxr-desktop"):
        sbom.bill_of_materials(tmp_path)


def test_sizes_are_told_by_part_and_more_than_the_budget_fails(bundle, capsys):
    (bundle / "numpy").mkdir()
    (bundle / "numpy.libs").mkdir()
    (bundle / "numpy" / "core.so").write_bytes(bytes(1_500_000))
    (bundle / "numpy.libs" / "blas.so").write_bytes(bytes(1_500_000))
    (bundle / "link.so").symlink_to("numpy/core.so")
    assert sizes.by_part(bundle.parent)["numpy"] == 3_000_000
    assert sizes.report(bundle.parent, 4) == 0
    assert sizes.report(bundle.parent, 3) == 1
    assert "too much" in capsys.readouterr().out
    assert sizes.report(bundle / "nowhere", 3) == 1
