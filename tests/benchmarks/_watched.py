"""A run of `cxr-desktop score` watched from outside: its rows as they come, its processes, their memory, sockets."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Watched:
    """A run of the command, seen from outside; times in seconds since its start."""

    wall: float = 0.0
    done: int = 0
    rows: list[tuple[float, int]] = field(default_factory=list)
    memory_mb: list[tuple[int, float]] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    _each: dict[int, float] = field(default_factory=dict)
    code: int = 0
    said: str = ""

    def note(self, now: float, done: int, total: int, process: int) -> None:
        """The first, the last, and between them one every half second."""
        self.done = done
        if self.rows and now - self.rows[-1][0] < 0.5 and done < total:
            return
        self.rows.append((now, done))
        self.memory_mb.append((done, memory_mb(process)))
        # An actor that has nothing left to do ends before the last row is there: its work stays counted.
        self._each |= {each: processor_seconds(each) for each in (process, *descendants(process))}
        self.worked.append(sum(self._each.values()))

    @property
    def first(self) -> float:
        """When the first rows came."""
        return self.rows[0][0]

    @property
    def per_file(self) -> float:
        """From the first rows to the last, so that no start is in it."""
        (begin, before), (end, after) = self.rows[0], self.rows[-1]
        return (end - begin) / max(1, after - before)

    @property
    def work_per_file(self) -> float:
        """Processor seconds of all processes together; other work on this computer changes it less."""
        return (self.worked[-1] - self.worked[0]) / max(1, self.rows[-1][1] - self.rows[0][1])


def nothing(process: int, done: int) -> bool:
    """Only look on."""
    return False


def score(folder: Path, target: Path, *more: str, meanwhile: Callable[[int, int], bool] = nothing) -> Watched:
    """Run the command; ``meanwhile`` hears of each progress, and ends the run with a signal when it says so."""
    named = ("score", str(folder), "--parquet", str(target), "--progress-json", "--device", "cpu")
    return watch("cxr_desktop", *named, *more, meanwhile=meanwhile)


def watch(module: str, *arguments: str, meanwhile: Callable[[int, int], bool] = nothing) -> Watched:
    """The same for any module that tells its progress."""
    environment = {**os.environ, "CXR_DESKTOP_CORES": "1", "OMP_NUM_THREADS": "1"}
    seen, begin = Watched(), time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        assert child.stdout is not None
        for line in child.stdout:
            said = json.loads(line)
            seen.note(time.perf_counter() - begin, said["done"], said["total"], child.pid)
            if meanwhile(child.pid, said["done"]):
                child.kill()
        seen.code, seen.wall = child.wait(), time.perf_counter() - begin
        errors.seek(0)
        seen.said = errors.read()
    return seen


def on_cluster(folder: Path, target: Path, actors: int, **more) -> Watched:
    """The same by actors of one core each."""
    return score(folder, target, "--cluster", "--actors", str(actors), "--cpus-per-actor", "1", **more)


def memory_mb(process: int) -> float:
    """What the process itself holds; shared memory of Ray's store is not its own."""
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
        values = {line.split(":")[0]: line.split()[1] for line in lines if ":" in line and len(line.split()) > 1}
        return int(values.get("RssAnon", 0)) / 1024
    return 0.0


def processor_seconds(process: int) -> float:
    """Of all its threads so far."""
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def descendants(process: int) -> list[int]:
    """All processes below this one."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, task.read_text().split()):
                found += [child, *descendants(child)]
    return found


def command_of(process: int) -> str:
    """Its command line, or what it calls itself."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def actors_below(process: int) -> list[int]:
    """The processes of actors that score."""
    return [child for child in descendants(process) if "ScoringActor" in command_of(child)]


def sockets(processes: list[int]) -> Iterator[str]:
    """``address:port`` of every TCP and UDP socket of these processes, as the kernel has it, hexadecimal."""
    own = set()
    for process in processes:
        for link in Path(f"/proc/{process}/fd").glob("*"):
            with contextlib.suppress(OSError):
                own.add(os.readlink(link))
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            words = line.split()
            if f"socket:[{words[9]}]" in own:
                yield words[1]
                yield words[2]


def is_at_home(address: str) -> bool:
    """Loopback (IPv4, mapped, IPv6), or the "nobody" of a socket that listens and has no other end."""
    number, port = address.split(":")
    loopback = number.endswith("0100007F") or number == f"{'0' * 24}01000000"
    return loopback or (set(number) == {"0"} and port == "0000")
