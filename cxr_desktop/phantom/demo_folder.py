"""A folder of synthetic studies in many forms, the same for the same seed; it knows neither worklist nor engine."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from pydicom import uid

from cxr_desktop.phantom import dicom_file, radiographs
from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.dicom_file import NOTICE, Form, Identity
from cxr_desktop.phantom.lesions import Pattern
from cxr_desktop.phantom.radiographs import Phantom

ROWS = 1500
DATE = "20260302"

_TEXT = f"""This is a plain text file whose name ends in .dcm. A program that reads radiographs says so and goes on.

{NOTICE}
Every image in this folder was computed, none was taken. The numbers that a model gives for phantoms say nothing about
patients; the folder shows how the program works and that it reads the forms in which radiographs are stored.
"""

GG, LC, AC = Pattern.GROUND_GLASS, Pattern.CONSOLIDATION, Pattern.CAVITIES


@dataclass(frozen=True, slots=True)
class Plan:
    """One file of the demo. ``study`` joins files of one study; ``strength`` is the density of the disease."""

    file: str
    title: str
    sex: str
    age: int
    form: Form = field(default_factory=Form)
    pattern: Pattern = Pattern.CLEAR
    view: str = "PA"
    kind: str = "dicom"
    """"dicom", "png8", "png16", "truncated" or "text\""""
    study: str = ""
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class DemoStudy:
    """What was written for one study. ``readable`` is false for the two files that no program could read truthfully."""

    title: str
    files: tuple[Path, ...]
    pattern: Pattern
    views: tuple[str, ...]
    """"PA", "AP", "LL" or "" for a hand, per file"""
    storage: str
    """modality, depth, polarity and transfer syntax in words"""
    readable: bool = True


def plans() -> tuple[Plan, ...]:
    """The files of the demo, in the order of their times."""
    be, implicit = uid.ExplicitVRBigEndian, uid.ImplicitVRLittleEndian
    j2k, ls, lossless = uid.JPEG2000Lossless, uid.JPEGLSLossless, uid.JPEGLosslessSV1
    two = "two views"
    return (
        Plan("clear-1.dcm", "Clear 1", "F", 34),
        Plan("ground-glass-1.dcm", "Ground glass 1", "M", 61, Form("DX", 14, syntax=j2k), GG, strength=1.15),
        Plan("lobar-1.dcm", "Lobar consolidation 1", "M", 48, Form("DX", 16, syntax=ls), LC),
        Plan("clear-2", "Clear 2", "M", 58, Form("CR", 10, True, uid.RLELossless, "none")),
        Plan("cavities-1.dcm", "Apical cavities 1", "F", 29, Form("CR", 12, syntax=be, voi="sigmoid"), AC),
        Plan(
            "ground-glass-2.dcm", "Ground glass 2", "F", 72, Form("CR", 15, True, j2k, "none"), GG, "AP", strength=1.3
        ),
        Plan("two-views/pa.dcm", "Two views", "M", 45, Form("DX", 12, syntax=lossless), study=two),
        Plan("two-views/lateral.dcm", "Two views", "M", 45, Form("DX", 12, syntax=lossless), view="LL", study=two),
        Plan("images/clear-3.png", "Clear 3", "F", 51, kind="png8"),
        Plan("images/ground-glass-3.png", "Ground glass 3", "M", 66, Form(bits=16), GG, kind="png16"),
        Plan("lobar-2.dcm", "Lobar consolidation 2", "F", 39, Form("CR", 12, True, implicit, "lut"), LC),
        Plan("lateral.dcm", "Lateral alone", "F", 33, Form("CR", 10, syntax=uid.RLELossless), view="LL"),
        Plan("hand.dcm", "Hand", "M", 27, Form("DX", 12, syntax=implicit), view=""),
        Plan("ground-glass-4.dcm", "Ground glass 4", "M", 54, Form("DX", 14, True, voi="lut"), GG, strength=0.8),
        Plan("cavities-2.dcm", "Apical cavities 2", "M", 41, Form("DX", 16, syntax=uid.HTJ2KLossless), AC),
        Plan("portable.dcm", "Clear 4 portable", "F", 77, Form("CR", 8, syntax=uid.JPEGBaseline8Bit), view="AP"),
        Plan("lobar-3.dcm", "Lobar consolidation 3", "M", 63, Form("CR", 12, syntax=uid.JPEGExtended12Bit), LC, "AP"),
        Plan(
            "clear-5.dcm", "Clear 5", "M", 22, Form("DX", 12, syntax=uid.DeflatedExplicitVRLittleEndian, voi="sigmoid")
        ),
        Plan("truncated.dcm", "Truncated", "F", 47, kind="truncated"),
        Plan("not-dicom.dcm", "Text file", "", 0, kind="text"),
    )


def write_demo_folder(
    target: Path, seed: int = 0, size: int = ROWS, on_progress: Callable[[int, int], None] | None = None
) -> list[DemoStudy]:
    """Write the demo into ``target`` (made where missing) and say what was written, in the order of ``plans``.

    ``size`` is the number of rows; columns are five sixths of it. The same seed and size give the same bytes.
    ``on_progress(done, total)`` is called after every file, in the caller's thread or in one that writes, one call at
    a time. Raises ``OSError`` where the folder cannot be written.
    """
    todo = plans()
    target.mkdir(parents=True, exist_ok=True)
    lock, done = threading.Lock(), 0

    def one(numbered: tuple[int, Plan]) -> Path:
        nonlocal done
        number, plan = numbered
        path = target / plan.file
        path.parent.mkdir(parents=True, exist_ok=True)
        _store(path, _contents(plan, number, seed, size))
        with lock:
            done += 1
            if on_progress is not None:
                on_progress(done, len(todo))
        return path

    # NumPy and the codecs let go of the interpreter, so two threads use two cores.
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1), thread_name_prefix="phantom") as pool:
        written = list(pool.map(one, enumerate(todo)))
    return _studies(todo, written)


def _store(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def _studies(todo: tuple[Plan, ...], written: list[Path]) -> list[DemoStudy]:
    grouped: dict[str, list[tuple[Plan, Path]]] = {}
    for plan, path in zip(todo, written, strict=True):
        grouped.setdefault(plan.study or plan.file, []).append((plan, path))
    return [
        DemoStudy(
            title=parts[0][0].title,
            files=tuple(path for _, path in parts),
            pattern=parts[0][0].pattern,
            views=tuple(plan.view for plan, _ in parts),
            storage=_storage(parts[0][0]),
            readable=parts[0][0].kind not in ("truncated", "text"),
        )
        for parts in grouped.values()
    ]


def _storage(plan: Plan) -> str:
    if plan.kind == "text":
        return "plain text"
    if plan.kind.startswith("png"):
        return f"PNG, {plan.kind[3:]} bit"
    form = plan.form
    polarity = "MONOCHROME1" if form.inverse else "MONOCHROME2"
    return f"{form.modality}, {form.bits} bit, {polarity}, {form.syntax.name}"


def _contents(plan: Plan, number: int, seed: int, size: int) -> bytes:
    if plan.kind == "text":
        return _TEXT.encode()
    phantom = _phantom(plan, number, seed, size)
    if plan.kind.startswith("png"):
        return _png(phantom, 8 if plan.kind == "png8" else 16)
    data = dicom_file.write(phantom.pixels, phantom.spacing_mm, plan.view, _identity(plan, number, seed), plan.form)
    return data[: len(data) * 3 // 5] if plan.kind == "truncated" else data


def _phantom(plan: Plan, number: int, seed: int, size: int) -> Phantom:
    # Files of one study show one person.
    person = next(i for i, other in enumerate(plans()) if (other.study or other.file) == (plan.study or plan.file))
    own = 1000 * seed + person
    columns = size * 5 // 6
    body = Body.random(own, female=plan.sex == "F", age=plan.age)
    if plan.view == "LL":
        return radiographs.lateral_chest(own, size, columns, body)
    if plan.view == "":
        return radiographs.palm(own, size * 4 // 5, columns * 4 // 5)
    return radiographs.chest(own, plan.pattern, size, columns, plan.view, body, plan.strength)


def _identity(plan: Plan, number: int, seed: int) -> Identity:
    """Invented, constant, and marked as a phantom in the name that every worklist shows."""
    random = np.random.default_rng((seed, 50))
    ids = 10_400 + random.permutation(400)
    first = next(i for i, other in enumerate(plans()) if (other.study or other.file) == (plan.study or plan.file))
    minutes = 7 * 60 + 4 + 9 * first
    return Identity(
        name=f"PHANTOM^{plan.title}",
        patient_id=f"P-{ids[first]}",
        sex=plan.sex,
        age=plan.age,
        accession=f"DEMO{26030200 + first}",
        date=DATE,
        time=f"{minutes // 60:02d}{minutes % 60:02d}{(7 * number) % 60:02d}",
        study=f"{seed}/{plan.study or plan.file}",
        instance=1 + number - first,
    )


def _png(phantom: Phantom, bits: int) -> bytes:
    top = (1 << bits) - 1
    codes = np.rint(phantom.pixels * top).astype(np.uint8 if bits == 8 else np.uint16)
    stream = BytesIO()
    # No text chunks: a raster file has no header, and the name of the file says that it is a phantom.
    Image.fromarray(codes).save(stream, "PNG")
    return stream.getvalue()
