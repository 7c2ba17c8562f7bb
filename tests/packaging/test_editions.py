"""What goes into each edition, and which libraries only came along."""

from __future__ import annotations

import pytest
from editions import CODECS, EDITIONS, ROOT, is_unused, name_of
from reachable import reachable


def test_the_full_edition_has_every_requirement_and_the_triage_edition_none_that_trains():
    full = {name_of(line) for line in EDITIONS["full"].requirements()}
    triage = {name_of(line) for line in EDITIONS["triage"].requirements()}
    assert triage < full
    assert {"openvino", "pydicom", "imagecodecs", "highdicom", "reportlab", "pyside6-essentials"} <= triage
    assert {"torch", "torchvision", "lightning", "matplotlib", "optuna", "scikit-learn", "timm"} <= full - triage


def test_what_the_program_looks_for_to_tell_its_edition_is_left_out_of_the_triage_edition():
    from cxr_desktop.edition import TRAINING_PACKAGES

    assert set(TRAINING_PACKAGES) <= set(EDITIONS["triage"].excludes)
    assert not set(TRAINING_PACKAGES) & set(EDITIONS["full"].excludes)


def test_nothing_that_reads_scores_or_exports_is_left_out():
    excludes = EDITIONS["triage"].excludes
    needed = ("numpy", "scipy.ndimage", "scipy.special", "openvino.frontend", "PySide6.QtSvg", "highdicom", "rle")
    assert not [name for name in needed if any(name == out or name.startswith(f"{out}.") for out in excludes)]


def test_every_codec_that_a_decoder_or_a_phantom_calls_is_collected():
    import re

    rooms = [*(ROOT / "cxr_desktop" / "imaging").glob("*.py"), *(ROOT / "cxr_desktop" / "phantom").glob("*.py")]
    text = "\n".join(room.read_text(encoding="utf-8") for room in rooms)
    called = set(re.findall(r"imagecodecs\.(\w+?)_(?:de|en)code", text))
    assert called
    # PackBits is one of the functions of imcd.
    assert {"imcd" if name == "packbits" else name for name in called} <= set(CODECS)


def test_every_exact_version_satisfies_what_the_project_asks_for():
    from packaging.requirements import Requirement
    from packaging.version import Version

    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    fixed = dict(line.split("==") for line in lines if not line.startswith("#"))
    versions = {name_of(name): Version(version) for name, version in fixed.items()}
    for line in EDITIONS["full"].requirements():
        requirement = Requirement(line)
        assert requirement.specifier.contains(versions[name_of(line)]), line


def test_the_constraints_name_no_place_and_no_file():
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not line.startswith("#") and ("@" in line or "/" in line or line[0] == "-")]


@pytest.mark.parametrize(
    "place",
    [
        "openvino/libs/libopenvino_intel_gpu_plugin.so",
        "openvino/libs/libopenvino_pytorch_frontend.so.2641",
        "openvino/libs/openvino_intel_npu_plugin.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "nvidia/cu13/lib/libcusolverMg.so.12",
        "torch/include/ATen/ATen.h",
    ],
)
def test_what_no_edition_uses_is_dropped(place):
    assert is_unused(place)


@pytest.mark.parametrize(
    "place",
    [
        "openvino/libs/libopenvino.so.2641",
        "openvino/libs/libopenvino_onnx_frontend.so.2641",
        "openvino/libs/libopenvino_intel_cpu_plugin.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "nvidia/cu13/lib/libcusolver.so.12",
        "resources/translations/fa.qm",
        "resources/fonts/inter/Inter-Regular.otf",
        "resources/checkpoints/triage/model.onnx",
        "imagecodecs/_jpeg2k.abi3.so",
    ],
)
def test_what_is_used_stays(place):
    assert not is_unused(place)


def test_a_library_stays_while_something_that_stays_links_to_it_and_what_it_links_to_as_well():
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/site/libqxcb.so", "BINARY"),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", "BINARY"),
        ("libxcb-image.so.0", "/lib/x86_64-linux-gnu/libxcb-image.so.0", "BINARY"),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", "BINARY"),
        ("libpango.so.0", "/usr/lib/x86_64-linux-gnu/libpango.so.0", "BINARY"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/site/PySide6/Qt/lib/libQt6Network.so.6", "BINARY"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
        ("numpy.libs/libopenblas.so", "/site/numpy.libs/libopenblas.so", "BINARY"),
    ]
    links = {
        "/site/libqxcb.so": ["libxcb-cursor.so.0", "libc.so.6"],
        "/lib/x86_64-linux-gnu/libxcb-cursor.so.0": ["libxcb-image.so.0"],
        "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0": ["libpango.so.0"],
    }
    kept = [place for place, *_ in reachable(entries, lambda path: links.get(path, []))]
    assert kept == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "libxcb-cursor.so.0",
        "libxcb-image.so.0",
        "libpython3.11.so.1.0",
        "numpy.libs/libopenblas.so",
    ]


def test_a_rehearsal_misses_what_is_left_out_and_all_below_it_and_nothing_beside_it(monkeypatch):
    import importlib
    import importlib.util
    import sys

    from rehearsal import leave_out

    monkeypatch.setattr(sys, "modules", {n: m for n, m in sys.modules.items() if n != "wsgiref" and "xmlrpc" not in n})
    leave_out(["wsgiref", "xmlrpc.server"])
    for name in ("wsgiref.headers", "xmlrpc.server"):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(name)
    assert importlib.util.find_spec("wsgiref") is None
    assert importlib.import_module("xmlrpc.client")
