"""Gathers every string that the window shows into Qt Linguist's files and compiles them; translates nothing itself.

    python packaging/translations.py update     source strings → resources/translations/*.ts (translations are kept)
    python packaging/translations.py compile    *.ts → *.qm, which ship
    python packaging/translations.py todo       what is not translated yet

``lupdate`` knows neither the ``_tr`` of a module nor strings that come from tables, so the sources are read here.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": 2, "fa": 1, "he": 2, "zh_TW": 1}
"""How many forms of a counted noun a language has in Qt's rules. English has only those: the sources are its words."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One string as Qt looks it up; ``counted`` where it has forms for numbers."""

    context: str
    source: str
    counted: bool = False


# --- what the sources say


@lru_cache(maxsize=1)
def messages() -> list[Message]:
    """Every string of the window, sorted. Raises ``ValueError`` for a call whose words cannot be known."""
    found = set(_from_tables())
    for path in sorted((ROOT / "cxr_desktop").rglob("*.py")):
        found.update(_from_source(path))
    return sorted(found)


def _from_source(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = _contexts_of_functions(tree)
    for class_name, node in _calls(tree, ""):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in (*own, "tr", "translate") or not node.args:
            continue
        words = node.args
        if name == "translate" or (name == "tr" and isinstance(node.func, ast.Name) and name not in own):
            # Qt's own call, or a short name for it within a function.
            if isinstance(node.func, ast.Attribute) and "QCoreApplication" not in ast.unparse(node.func):
                continue
            context = _literals(words[0])
            words = words[1:]
        elif ast.unparse(node.func) == "self.tr":
            context = [class_name]
        elif isinstance(node.func, ast.Name):
            context = [own[name]]
        else:
            raise ValueError(f"{path.name}:{node.lineno}: the context of this call is not known")
        counted = len(words) == (2 if isinstance(node.func, ast.Name) else 3)
        for source in _literals(words[0]):
            yield Message(context[0], source, counted)


def _calls(node: ast.AST, class_name: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            yield inner, child
        yield from _calls(child, inner)


def _contexts_of_functions(tree: ast.Module) -> dict[str, str]:
    """The functions of a module, by name, that look words up in one context."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in ("tr", "_tr"):
            call = next(call for call in ast.walk(node) if isinstance(call, ast.Call))
            found[node.name] = str(ast.literal_eval(call.args[0]))
    return found


def _literals(node: ast.expr) -> list[str]:
    """The strings that an argument may be; none where it is a variable (then a table has them)."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def _from_tables() -> Iterator[Message]:
    """Strings that are looked up by a variable, from the tables that hold them."""
    from cxr_desktop.domain.impression import NOT_USABLE, OTHER
    from cxr_desktop.domain.lung_field import LungZone
    from cxr_desktop.domain.prediction import KNOWN_FINDINGS
    from cxr_desktop.imaging.lung_zones import region_name
    from cxr_desktop.settings import SECTIONS, Settings
    from cxr_desktop.ui import key_bindings, reasons
    from cxr_desktop.ui.setting_editors import choice_label

    for spec in fields(Settings):
        about = spec.metadata
        if not about.get("hidden"):
            words = (about["title"], about["help"], about.get("unit", ""))
            yield from (Message("Settings", text) for text in words if text and text != "%")
            # Choices that have no words of their own are called as they are stored.
            named = [choice for choice in about.get("choices", ()) if isinstance(choice, str)]
            plain = {choice.replace("_", " ").capitalize(): choice for choice in named}
            yield from (Message("Settings", text) for text, choice in plain.items() if choice_label(choice) == text)
    yield from (Message("Settings", section) for section in SECTIONS)
    yield from (Message(reasons.CONTEXT, source) for source in reasons.SOURCES)
    yield from (Message("QShortcut", name) for name in key_bindings.KEY_NAMES)
    yield from (Message("Finding", finding.label) for finding in (*KNOWN_FINDINGS, OTHER, NOT_USABLE))
    inside = [zone for zone in LungZone if zone]
    for regions in (*((zone,) for zone in LungZone), *combinations(inside, 2)):
        yield Message("LungZone", region_name(regions))


# --- Linguist's files


def read(language: str) -> dict[Message, list[str]]:
    """The finished translations of a language, one string or one for each number form."""
    path = FOLDER / f"{language}.ts"
    if not path.is_file():
        return {}
    result = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for element in context.iter("message"):
            counted = element.get("numerus") == "yes"
            message = Message(context.findtext("name") or "", element.findtext("source") or "", counted)
            target = element.find("translation")
            if target is not None and target.get("type") is None:
                forms = target.findall("numerusform") if counted else [target]
                result[message] = [form.text or "" for form in forms]
    return result


def write(language: str, wanted: list[Message], known: dict[Message, list[str]]) -> None:
    """One file with all ``wanted`` messages; those that are not ``known`` are marked unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for message in wanted:
        context = contexts.get(message.context)
        if context is None:
            context = contexts[message.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = message.context
        element = ElementTree.SubElement(context, "message", {"numerus": "yes"} if message.counted else {})
        ElementTree.SubElement(element, "source").text = message.source
        target = ElementTree.SubElement(element, "translation")
        forms = known.get(message, [])
        if not forms or not all(forms):
            target.set("type", "unfinished")
        if message.counted:
            for form in forms or [""] * LANGUAGES[language]:
                ElementTree.SubElement(target, "numerusform").text = form
        elif forms:
            target.text = forms[0]
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    (FOLDER / f"{language}.ts").write_text(text, encoding="utf-8")


def wanted_in(language: str) -> list[Message]:
    """What a language must say; English only its number forms."""
    return [message for message in messages() if message.counted or language != "en"]


def todo(language: str) -> list[Message]:
    """What the sources say and the file does not, or not yet."""
    known = read(language)
    return [message for message in wanted_in(language) if message not in known]


def compile_file(language: str, target: Path) -> None:
    """``*.ts`` → ``*.qm``. Raises ``CalledProcessError``."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", FOLDER / f"{language}.ts", "-qm", target], check=True)


def main(command: str) -> int:
    """The exit code; ``todo`` fails where something is left."""
    left = 0
    for language in LANGUAGES:
        if command == "update":
            write(language, wanted_in(language), read(language))
        elif command == "compile":
            compile_file(language, FOLDER / f"{language}.qm")
        elif command == "todo":
            missing = todo(language)
            left += len(missing)
            for message in missing:
                print(f"{language}  {message.context}: {message.source}")
        else:
            print(__doc__)
            return 2
    return int(bool(left))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
