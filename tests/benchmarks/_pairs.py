"""Paired runs in turn, their ratios as a table and as JSON; knows nothing of what is measured."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """Seconds on the clock, and of processor time of the process with all its children."""

    clock: float
    work: float
    output: str = field(default="", repr=False)


@dataclass
class Comparison:
    """Pairs of one measurement. ``ratio`` is what the target is about: larger or smaller than ``target`` is met."""

    what: str
    ours: list[float]
    other: list[float]
    target: float
    larger_is_better: bool
    unit: str = "s"
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """Other : ours where larger is better, else ours : other."""
        pairs = zip(self.ours, self.other, strict=True)
        return [b / a if self.larger_is_better else a / b for a, b in pairs]

    @property
    def median(self) -> float:
        """Of the ratios."""
        return statistics.median(self.ratios)

    @property
    def is_met(self) -> bool:
        """Whether the median meets the target."""
        return self.median >= self.target if self.larger_is_better else self.median <= self.target


def parser(name: str, short: bool, rounds: int = 5) -> argparse.ArgumentParser:
    """Options that all scripts have."""
    made = argparse.ArgumentParser(prog=f"python -m tests.benchmarks {name}")
    made.add_argument("--rounds", type=int, default=1 if short else rounds, help="pairs")
    made.add_argument("--json", type=Path, help="write the figures there")
    return made


def in_turn(rounds: int, ours: Callable[[], T], other: Callable[[], T]) -> tuple[list[T], list[T]]:
    """Both, ``rounds`` times; who begins changes, so that neither always finds a warmer computer."""
    first: list[T] = []
    second: list[T] = []
    for number in range(rounds):
        if number % 2:
            second.append(other())
            first.append(ours())
        else:
            first.append(ours())
            second.append(other())
    return first, second


def run(command: Sequence[str], **environment: str) -> Run:
    """A command to its end, in a fresh home. Raises ``RuntimeError`` with what it said where it fails."""
    with home() as variables, tempfile.TemporaryFile("w+") as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(command), env={**variables, **environment}, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            errors.seek(0)
            raise RuntimeError(f"{command[:4]} ended with {process.returncode}: {errors.read()[-2000:]}")
    return Run(clock, usage.ru_utime + usage.ru_stime, output)


@cache
def compile_program() -> None:
    """Byte code for a source tree that is run in place, as an installer leaves it and as the libraries have it."""
    for folder in ("cxr_desktop", "training", "tests/benchmarks"):
        compileall.compile_dir(Path(__file__).parents[2] / folder, quiet=1)


@contextmanager
def home():
    """Variables for a child that must find neither settings nor results of the person who measures."""
    compile_program()
    with tempfile.TemporaryDirectory() as folder:
        variables = {**os.environ, "CXR_DESKTOP_HOME": folder}
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield variables


def program(*arguments: object) -> list[str]:
    """The command line of cxr-desktop."""
    return [sys.executable, "-m", "cxr_desktop", *map(str, arguments)]


def show(title: str, comparisons: Sequence[Comparison], target: Path | None = None, **more: Any) -> None:
    """Print the table; write JSON to ``target`` where it is given."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else ""
    print(f"{title}   (load average {load}, {os.cpu_count()} cores)" if load else title)
    print(f"  {'':<46}{'ours':>12}{'other':>12}{'ratio':>9}{'spread':>15}   target")
    for each in comparisons:
        sign = "≥" if each.larger_is_better else "≤"
        spread = f"{min(each.ratios):.2f}–{max(each.ratios):.2f}"
        values = [f"{_number(statistics.median(v))} {each.unit}" for v in (each.ours, each.other)]
        aim = f"{sign} {each.target:g} {'met' if each.is_met else 'MISSED'}" if each.target else "(for information)"
        print(f"  {each.what:<46}{values[0]:>12}{values[1]:>12}{each.median:>8.2f} {spread:>15}   {aim} {each.note}")
    for name, value in more.items():
        print(f"  {name.replace('_', ' ')}: {value}")
    if target is not None:
        document = {
            "benchmark": title,
            "date": time.strftime("%Y-%m-%d"),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {load}",
            "comparisons": [
                {**asdict(each), "ratios": each.ratios, "median": each.median, "met": each.is_met}
                for each in comparisons
            ],
            **more,
        }
        target.write_text(json.dumps(document, indent=1, default=str))


def _number(value: float) -> str:
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"
