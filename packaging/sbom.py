"""The bill of materials of a frozen program (CycloneDX 1.6), read from its folder; fails where a licence is not fit.

    python packaging/sbom.py dist/cxr-desktop-triage --output cxr-desktop-triage.cdx.json

Parts of Python are told by their metadata, libraries of the building machine by `notices/system_libraries.toml`, models
by their cards. Equal folders give equal files: there is no time and no random number in it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
import uuid
from email.message import Message
from email.parser import Parser
from pathlib import Path
from typing import Any

from licences import is_copyleft, licence_of

HERE = Path(__file__).resolve().parent
PROGRAM = "cxr-desktop"
_LIBRARY = re.compile(r"^(lib.+?)\.so\b")
_SPDX = re.compile(r"^[A-Za-z0-9.+-]+$|\b(AND|OR|WITH)\b|^LicenseRef-")
_PLAIN = {"MIT License": "MIT", "Apache 2.0": "Apache-2.0", "BSD 3-Clause": "BSD-3-Clause"}
Component = dict[str, Any]


def main() -> int:
    """Exit code 0: written, and no part is under the GPL alone or under a licence that nobody has looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="What PyInstaller made.")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    inner = options.folder / "_internal"
    document, faults = bill_of_materials(inner if inner.is_dir() else options.folder)
    options.output.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(document['components'])} components in {options.output}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def bill_of_materials(folder: Path) -> tuple[dict[str, Any], list[str]]:
    """The document, and what is wrong with the licences, in words. Raises ``ValueError`` for another kind of folder."""
    parts = _python_parts(folder)
    own = next((part for part in parts if part["name"] == PROGRAM), None)
    if own is None:
        raise ValueError(f"{folder} has no metadata of {PROGRAM}")
    libraries, faults = _system_libraries(folder)
    others = [part for part in parts if part is not own]
    components = sorted([*others, *libraries, *_models(folder)], key=lambda part: (part["type"], part["bom-ref"]))
    for part in components:
        licence = " AND ".join(_words(part))
        if not licence and part["type"] != "machine-learning-model":
            faults.append(f"{part['name']} states no licence")
        elif licence and is_copyleft(licence):
            faults.append(f"{part['name']} is under the GPL: {licence}")
    return _document(own, components), faults


def _document(own: Component, components: list[Component]) -> dict[str, Any]:
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "type": "application"}},
        "components": components,
    }
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(document, sort_keys=True))
    return {**document, "serialNumber": f"urn:uuid:{serial}"}


def _words(part: Component) -> list[str]:
    return [
        str(each.get("expression") or each["license"].get("id") or each["license"]["name"]) for each in part["licenses"]
    ]


def _licences(licence: str) -> list[dict[str, Any]]:
    licence = _PLAIN.get(licence, licence)
    if not licence:
        return []
    is_expression = _SPDX.search(licence) is not None and "," not in licence and " License" not in licence
    return [{"expression": licence}] if is_expression else [{"license": {"name": licence}}]


# --- what is there ----------------------------------------------------------------------------------------------------


def _python_parts(folder: Path) -> list[Component]:
    found = {}
    for file in sorted(folder.glob("*.dist-info/METADATA")):
        part: Message = Parser().parsestr(file.read_text(encoding="utf-8", errors="replace"), headersonly=True)
        name, version = str(part["Name"]), str(part["Version"])
        reference = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
        found[reference] = {
            "type": "library",
            "bom-ref": reference,
            "name": name,
            "version": version,
            "licenses": _licences(licence_of(part)),
            "purl": reference,
        }
    return list(found.values())


def _system_libraries(folder: Path) -> tuple[list[Component], list[str]]:
    """Shared libraries beside the interpreter that no package brought: these have no hash in their names."""
    known = tomllib.loads((HERE / "notices" / "system_libraries.toml").read_text(encoding="utf-8"))
    found, faults = [], []
    for file in sorted(folder.glob("lib*.so*")):
        name = _LIBRARY.match(file.name)
        # Links lead into the packages, which are listed already.
        if file.is_symlink() or name is None:
            continue
        base = re.sub(r"[\d.]+$", "", name.group(1)) if name.group(1) not in known else name.group(1)
        licence = known.get(base) or known.get(name.group(1).partition(".")[0])
        if licence is None:
            faults.append(f"{file.name}: a library of this computer that notices/system_libraries.toml does not list")
            continue
        found.append(
            {
                "type": "file",
                "bom-ref": f"file:{file.name}",
                "name": file.name,
                "licenses": _licences(licence),
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}],
            }
        )
    return found, faults


def _models(folder: Path) -> list[Component]:
    found = []
    for file in sorted(folder.glob("resources/checkpoints/*/card.json")):
        card = json.loads(file.read_text(encoding="utf-8"))
        weights = file.parent / "weights.safetensors"
        found.append(
            {
                "type": "machine-learning-model",
                "bom-ref": f"model:{card['name']}@{card['version']}",
                "name": card["name"],
                "version": str(card["version"]),
                # Cards name the licences of the images that a model learned from, and none of the weights' own.
                "licenses": _licences(str(card.get("licence") or "")),
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(weights.read_bytes()).hexdigest()}],
                "properties": [
                    {"name": f"training-data:{each['collection']}", "value": str(each.get("licence", "not given"))}
                    for each in card.get("data", [])
                ],
            }
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
