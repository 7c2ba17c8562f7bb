"""What other systems build cannot be built everywhere: here each file is read as its tool would read it."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
import yaml
from editions import EDITIONS, ROOT

PACKAGING = ROOT / "packaging"
SCRIPTS = sorted(PACKAGING.rglob("*.sh"))
# What GitHub's own syntax adds; YAML 1.1 takes the key "on" for true.
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/packages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_shell_script_is_one(script):
    if shutil.which("bash"):
        done = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    assert script.stat().st_mode & 0o100 or sys.platform == "win32"


def test_the_menu_entry_opens_dicom_and_names_an_icon_that_is_installed():
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str
    entry.read(PACKAGING / "linux/cxr-desktop.desktop", encoding="utf-8")
    keys = entry["Desktop Entry"]
    assert keys["Exec"].split() == ["cxr-desktop", "open", "%f"]
    assert "application/dicom" in keys["MimeType"]
    assert keys["Icon"] == "cxr-desktop"
    assert keys["Terminal"] == "false"


def test_dicom_is_known_by_its_letters_and_its_names():
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(PACKAGING / "linux/cxr-desktop.xml").getroot().find("m:mime-type", space)
    match = kind.find("m:magic/m:match", space)
    assert (kind.get("type"), match.get("offset"), match.get("value")) == ("application/dicom", "128", "DICM")
    assert {glob.get("pattern") for glob in kind.findall("m:glob", space)} >= {"*.dcm", "*.dicom"}


def test_the_hardened_runtime_is_asked_for_no_network_and_no_camera():
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert set(rights) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


def test_the_version_resource_is_an_expression_with_only_the_places_that_are_filled():
    text = (PACKAGING / "windows/version_info.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"@\w+@", text)) == {"@NUMBERS@", "@VERSION@"}
    tree = ast.parse(text.replace("@NUMBERS@", "0, 1, 0, 0").replace("@VERSION@", "0.1.0"), mode="eval")
    assert isinstance(tree.body, ast.Call)
    assert tree.body.func.id == "VSVersionInfo"


def test_the_installer_needs_no_administrator_and_takes_no_file_type_away():
    text = (PACKAGING / "windows/cxr-desktop.iss").read_text(encoding="utf-8")
    setup = dict(re.findall(r"(?m)^(\w+)=(.*)$", text))
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["DefaultDirName"].startswith("{autopf}")
    for named in ("LicenseFile", "InfoBeforeFile"):
        assert (ROOT / setup[named].replace("\\", "/")).is_file()
    assert "dist\\cxr-desktop-{#Edition}\\*" in text
    registry = re.findall(r"(?m)^Root: (\w+); Subkey: \"([^\"]+)\"", text)
    assert {root for root, _ in registry} == {"HKA", "HKCU"}
    # A default value of the extension itself would take it from the program that has it.
    assert all(not key.lower().endswith((r"\.dcm", r"\.dicom")) for _, key in registry)
    named_tasks = set(re.findall(r"Tasks: (\w+)", text))
    assert named_tasks <= set(re.findall(r"(?m)^Name: \"(\w+)\"; Description", text))


def test_the_workflow_builds_both_editions_on_three_systems_and_names_scripts_that_are_there():
    build = WORKFLOW["jobs"]["build"]
    matrix = build["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}
    assert set(matrix["edition"]) == set(EDITIONS)
    text = "\n".join(step.get("run", "") for job in WORKFLOW["jobs"].values() for step in job["steps"])
    scripts = set(re.findall(r"packaging/[\w/.-]+\.(?:py|sh|iss)", text))
    assert {"packaging/build.py", "packaging/smoke_test.py", "packaging/sbom.py", "packaging/wheel_test.py"} <= scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
