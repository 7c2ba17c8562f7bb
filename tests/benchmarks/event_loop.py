"""Gaps of the window's event loop while it scores files, beside an idle window next to an equal CPU burner.

Three runs per round, each in processes of its own, in turn:
A    the real window opens a folder of synthetic radiographs and scores it all (the engine is niced);
B    the same window with nothing to do, while another process scores the same files with the same niced engine;
C    the same window with nothing to do, while a niced process hashes on as many threads as there are cores.
A 5 ms timer in the window notes how late each tick comes. A : B is what scoring costs the window beyond the load of the
computer; A : C also holds what the kernel does differently for an engine that sleeps and wakes (a tick of 4 ms at
250 Hz) and for threads that never sleep.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

PERIOD_S = 0.005


def write_files(folder: Path, count: int) -> None:
    """Small 12-bit DICOM files; every one differs, so that nothing is found in a cache."""
    from tests.builders import write_dicom

    rng = np.random.default_rng(0)
    base = rng.normal(2000, 300, (512, 512))
    yy, xx = np.mgrid[-1:1:512j, -1:1:512j]
    base -= 1200 * np.exp(-(((np.abs(xx) - 0.45) / 0.28) ** 2) - (yy / 0.65) ** 2)
    for number in range(count):
        pixels = np.clip(base + rng.normal(0, 40, base.shape), 0, 4095).astype(np.uint16)
        write_dicom(folder / f"{number:05d}.dcm", pixels, PatientID=f"P{number:05d}")


def burn(threads: int) -> None:
    """Keep `threads` cores busy at the engine's priority until killed."""
    os.nice(10)
    import hashlib
    from threading import Thread

    block = bytes(1 << 22)

    def work() -> None:
        while True:
            hashlib.sha256(block).digest()  # releases the GIL

    for _ in range(threads - 1):
        Thread(target=work, daemon=True).start()
    work()


def burn_engine(folder: str) -> None:
    """Score the folder again and again with a niced engine until killed."""
    os.nice(10)
    from rich.console import Console

    from cxr_desktop.headless import ScoreOptions, Triage

    while True:
        Triage(ScoreOptions(Path(folder)), Console(file=open(os.devnull, "w"))).run(lambda prediction: None)  # noqa: SIM115


def run_window(folder: str, seconds: float) -> None:
    """Open the window, note the gaps between ticks, print them as JSON."""
    from PySide6.QtCore import QTimer

    from cxr_desktop import app as application
    from cxr_desktop import paths, settings

    settings.save(replace(settings.Settings(), notice_acknowledged=True), paths.settings_file())
    running = application.build([folder] if folder else [])
    gaps: list[float] = []
    last = 0.0
    deadline = time.perf_counter() + seconds

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        if last:
            gaps.append(now - last - PERIOD_S)
        last = now
        if now > deadline or (folder and running.everything_scored()):
            timer.stop()
            running.window.close()

    timer = QTimer()
    timer.setInterval(int(PERIOD_S * 1000))
    timer.timeout.connect(tick)
    # Start-up (fonts, first paint) is the same in both and not what is asked about.
    QTimer.singleShot(1500, timer.start)
    running.exec()
    scored = running.scored_count()
    loaded = [name for name in ("torch", "openvino") if name in sys.modules]
    print(json.dumps({"gaps": gaps, "scored": scored, "loaded": loaded, "seconds": len(gaps) * PERIOD_S}))


def _one(folder: str, seconds: float) -> dict:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CXR_DESKTOP_HOME": home}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.benchmarks.event_loop", "window", folder, str(seconds)]
        result = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(result.stdout.splitlines()[-1])


def _percentiles(gaps: list[float]) -> tuple[float, float, float]:
    ordered = np.sort(np.maximum(np.asarray(gaps), 0)) * 1000
    return float(np.percentile(ordered, 50)), float(np.percentile(ordered, 99)), float(ordered[-1])


def _beside(burner: list[str], seconds: float) -> dict:
    """An idle window while ``burner`` runs."""
    command = [sys.executable, "-m", "tests.benchmarks.event_loop", *burner]
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(command, env={**os.environ, "CXR_DESKTOP_HOME": home})
        try:
            time.sleep(3)  # its engine starts
            return _one("", seconds)
        finally:
            process.kill()
            process.wait()


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print p50, p99 and the longest gap of all three, and the ratios of p99, per round."""
    files, rounds = (60, 1) if short else (500, 5)
    ratios: dict[str, list[float]] = {"A:B": [], "A:C": []}
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), files)
        for number in range(rounds):
            scoring = _one(folder, 600)
            seconds = max(3.0, min(30.0, scoring["seconds"]))
            beside = {"B": _beside(["engine", folder], seconds), "C": _beside(["burn", str(os.cpu_count())], seconds)}
            a = _percentiles(scoring["gaps"])
            loaded = ", ".join(scoring["loaded"]) or "no"
            print(f"round {number + 1}: {scoring['scored']} files scored; torch or openvino in the window: {loaded}")
            print(f"  A window that scores         late by p50 {a[0]:.2f}, p99 {a[1]:.2f}, at most {a[2]:.1f} ms")
            for name, words in (("B", "idle beside an engine "), ("C", "idle beside a hash sum")):
                other = _percentiles(beside[name]["gaps"])
                ratios[f"A:{name}"].append(a[1] / other[1])
                print(f"  {name} {words}     late by p50 {other[0]:.2f}, p99 {other[1]:.2f}, at most {other[2]:.1f} ms")
    for name, values in ratios.items():
        print(f"p99 {name} median {statistics.median(values):.2f} (min {min(values):.2f}, max {max(values):.2f})")
    print(json.dumps({"benchmark": "event_loop", "files": files, "p99_ratios": ratios}))


if __name__ == "__main__":
    if sys.argv[1] == "window":
        run_window(sys.argv[2], float(sys.argv[3]))
    elif sys.argv[1] == "burn":
        burn(int(sys.argv[2]))
    elif sys.argv[1] == "engine":
        burn_engine(sys.argv[2])
