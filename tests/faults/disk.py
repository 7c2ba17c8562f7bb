"""Fills a small disk under everything that writes: nothing old is lost, the words are plain, and space mends it.

``python -m tests.faults disk``: the disk is a tmpfs of some megabytes in a mount namespace of its own, which root may
make, and everybody else where the system lets users have namespaces. Ends with 1 where something was lost or unsaid.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.faults.evidence import Findings

MEGABYTES = 12
NOT_ALLOWED = 77
"""Exit code where no disk of its own can be had."""
_BALLAST = "ballast"


class SmallDisk:
    """A folder on the disk; ``full()`` is a context in which nothing more fits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "files"
        self.folder.mkdir()

    @contextlib.contextmanager
    def full(self, spare: int = 0) -> Iterator[None]:
        """Every last block is taken, but for so many bytes."""
        with open(self.root / _BALLAST, "wb", buffering=0) as stream:
            for size in (1 << 16, 1 << 9, 1):
                try:
                    while True:
                        stream.write(b"x" * size)
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
            os.ftruncate(stream.fileno(), stream.tell() - spare)
        try:
            yield
        finally:
            (self.root / _BALLAST).unlink()

    def left_over(self) -> list[str]:
        """Half files."""
        names = [path.name for path in self.folder.rglob("*")]
        return [name for name in names if name.endswith((".new", ".part", ".restored")) or name.startswith(".tiny")]


def the_worklist(disk: SmallDisk, expect: Callable[[object, str], None]) -> None:
    """Results, what readers did, and the log of it, in one database; and the copy of the day."""
    from cxr_desktop.domain.errors import StoreError
    from cxr_desktop.domain.worklist import ReadState, Wish
    from cxr_desktop.worklist import backups
    from cxr_desktop.worklist.store import Store
    from tests.worklist.samples import image, scored
    from tests.worklist.test_store import loaded

    path = disk.folder / "worklist.sqlite3"
    with contextlib.closing(Store(path)) as store:
        store.add([image("/in/a")], now=1)
        store.record([scored("/in/a", 0.9)])
        [before] = loaded(store, "/in")
        with disk.full():
            said = []
            for write in (
                lambda: store.record([scored("/in/a", 0.5, content_hash=f"{n}") for n in range(400)]),
                lambda: store.add([image(f"/in/more{n}") for n in range(400)], now=2),
            ):
                try:
                    write()
                except StoreError as error:
                    said.append(str(error))
            expect(said == ["The worklist cannot be saved: the disk is full."] * 2, f"the worklist said {said}")
            expect(loaded(store, "/in") == [before], "a full disk changed the worklist")
        store.record([scored("/in/a", 0.7)])
        store.put_readings([before.with_read_state(ReadState.READ, 3)])
        store.set_wish("/in/a", Wish(True))
        expect(store.deeds() == [], "the log of deeds cannot be read")
    with disk.full():
        try:
            Store(path).close()
        except StoreError as error:
            expect("the disk is full" in str(error), f"of a disk without one free block it was said: {error}")
    shutil.rmtree(backups.folder_of(path), ignore_errors=True)
    with disk.full(spare=80_000), contextlib.closing(Store(path)) as store:
        expect(store.notices == (backups.NOT_KEPT,), f"of the copy it was said {store.notices}")
        expect(len(loaded(store, "/in")) == 1, "no list on a full disk")
    with contextlib.closing(Store(path)) as store:
        expect(store.notices == (), f"with space it still says {store.notices}")
    expect(len(backups.copies(path)) == 1, "there is no copy although there is space")


def the_settings(disk: SmallDisk, expect: Callable[[object, str], None]) -> None:
    """The old ones stay."""
    from cxr_desktop import settings

    path = disk.folder / "settings.json"
    settings.save(settings.Settings(theme="light"), path)
    with disk.full():
        refused = _refused(lambda: settings.save(settings.Settings(saved_filters=("risk>0.5",) * 99), path))
        expect(refused == errno.ENOSPC, "settings were said to be saved on a full disk")
        expect(settings.load(path).theme == "light", "the old settings are lost")
        expect(disk.left_over() == [], f"left behind: {disk.left_over()}")
    settings.save(settings.Settings(theme="dark"), path)
    expect(settings.load(path).theme == "dark", "settings cannot be saved although there is space")


def the_reports_of_crashes(disk: SmallDisk, expect: Callable[[object, str], None]) -> None:
    """No empty report, and no old one lost for it; the log goes on."""
    from cxr_desktop import diagnostics

    folder = disk.folder / "log"
    diagnostics.start_logging(folder)
    try:
        first = diagnostics._write_report(folder, "something")
        with disk.full():
            expect(diagnostics._write_report(folder, "something " * 999) is None, "a report was said to be written")
            expect(list(folder.glob("report-*")) == [first], f"reports: {[p.name for p in folder.glob('report-*')]}")
        second = diagnostics._write_report(folder, "something else")
        expect(second is not None and second.stat().st_size > 0, "no report although there is space")
    finally:
        diagnostics.stop_logging()


def the_exports(disk: SmallDisk, expect: Callable[[object, str], None]) -> None:
    """By the child that writes them."""
    from cxr_desktop.domain.model_cards import ModelCards
    from cxr_desktop.domain.radiograph import FileIdentity
    from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
    from cxr_desktop.export.identity import Identity
    from cxr_desktop.export.job import ExportJob, Form, places_in
    from cxr_desktop.export.process import ExportProcess
    from cxr_desktop.export.written import Ending
    from cxr_desktop.imaging.budget import ReadBudget
    from cxr_desktop.imaging.header_reader import read_header
    from tests.export.dicom_samples import write_source
    from tests.export.samples import card, scored

    source = disk.folder / "source.dcm"
    write_source(source)
    about = read_header(str(source))
    image = ImageEntry(FileIdentity(str(source), 1, 1, 1), about, scored(str(source)))
    entries = [WorklistEntry(about.study_key, (image,))]
    places = places_in(disk.folder / "out", (Form.CSV, Form.XLSX, Form.PNG, Form.SC), False)
    job = ExportJob(entries, ModelCards(card()), places, None, Identity(True))

    def export() -> Ending:
        return ExportProcess(job, ReadBudget(), 60.0).run(lambda done, total: None).ending

    expect(export() is Ending.DONE, "no export at first")
    table = places[Form.CSV].read_bytes()
    files = sorted(disk.folder.rglob("*"))
    with disk.full():
        ending = export()
        expect(ending is Ending.DISK_FULL, f"an export on a full disk ended with {ending}")
        expect(places[Form.CSV].read_bytes() == table, "an older table is lost")
        left = [p.name for p in sorted(disk.folder.rglob("*")) if p not in files and not p.name.endswith(".csv.part")]
        expect(not left, f"left behind: {left}")
    expect(export() is Ending.DONE, "no export although there is space")


def the_checkpoints(disk: SmallDisk, expect: Callable[[object, str], None]) -> None:
    """Of a training, whose run goes on, and of a model, whose folder is whole or not there."""
    import torch

    from cxr_desktop.engine import checkpoint, networks, weights
    from tests.engine.conftest import card_document
    from training.events import Events
    from training.run.checkpoints import CheckpointWriter, read_state

    run = disk.folder / "run"
    run.mkdir()
    writer = CheckpointWriter(run, Events(run / "events.jsonl", echo=""))

    def state(value: float) -> Callable[[], dict[str, object]]:
        return lambda: {"network": {"w": torch.full((90_000,), value)}}

    expect(writer.write("best.ckpt", state(1.0)), "no checkpoint at first")
    with disk.full():
        expect(not writer.write("best.ckpt", state(2.0)), "a checkpoint was said to be written")
        expect("could not be saved" in writer.problem, f"the problem is told as {writer.problem!r}")
        expect(float(read_state(run / "best.ckpt")["network"]["w"][0]) == 1.0, "the old checkpoint is lost")
        expect(float(writer.read("best.ckpt")["network"]["w"][0]) == 2.0, "the new weights are not kept in memory")
    expect(writer.write("last.ckpt", state(3.0)) and not writer.problem, "no checkpoint although there is space")
    expect(float(read_state(run / "best.ckpt")["network"]["w"][0]) == 2.0, "the best weights were not written later")

    document = card_document()
    torch.manual_seed(7)
    network = networks.build("gate_cnn", len(document["classes"]), 1, size=(64, 64))
    weights.round_to_half(network)
    folder = disk.folder / "models" / "tiny"
    before = checkpoint.save(folder, document, network)
    with disk.full():
        refused = _refused(lambda: checkpoint.save(folder, {**document, "title": "Newer"}, network))
        expect(refused == errno.ENOSPC, "a model was said to be saved")
        expect(checkpoint.read_card(folder).digest == before.digest, "the old model is lost")
        expect(disk.left_over() == [], f"left behind: {disk.left_over()}")
    expect(checkpoint.save(folder, {**document, "title": "Newer"}, network).title == "Newer", "no model with space")


CASES = (the_worklist, the_settings, the_reports_of_crashes, the_exports, the_checkpoints)


def _refused(write: Callable[[], object]) -> int | None:
    try:
        write()
    except OSError as error:
        return error.errno
    return None


def run_cases(root: Path) -> Findings:
    """Each on the emptied disk at ``root``."""
    findings = Findings()
    for case in CASES:
        disk = SmallDisk(root)
        try:
            case(disk, findings.expect)
        except Exception:  # noqa: BLE001 - what is looked for here
            findings.expect(False, f"{case.__name__}: {traceback.format_exc()}")
        shutil.rmtree(disk.folder)
        findings.count(case.__name__.replace("_", " "))
    return findings


def in_namespace(folder: Path) -> subprocess.CompletedProcess[str]:
    """The cases in a process that alone sees the small disk; the disk is gone when it ends."""
    alone = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mount = f'mount -t tmpfs -o size={MEGABYTES}m tmpfs "$1" || exit {NOT_ALLOWED}; '
    mount += 'exec "$2" -m tests.faults disk --in "$1"'
    command = [*alone, "sh", "-c", mount, "sh", str(folder), sys.executable]
    if shutil.which("unshare") is None:
        return subprocess.CompletedProcess(command, NOT_ALLOWED, "", "there is no unshare")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and done.stderr.startswith("unshare:"):
        done.returncode = NOT_ALLOWED
    return done


def main(arguments: Sequence[str]) -> int:
    """1 where something was lost, left behind or unsaid."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults disk", description=__doc__)
    parser.add_argument("--in", dest="place", type=Path, help="a small disk that is there; all that lies on it may go")
    options = parser.parse_args(arguments)
    if options.place is None:
        with tempfile.TemporaryDirectory() as folder:
            done = in_namespace(Path(folder))
        print(done.stdout + done.stderr, end="")
        return done.returncode
    findings = run_cases(options.place)
    for what in findings.counts:
        print(f"full disk under {what}")
    print(f"{len(findings.wrong)} wrong")
    return 1 if findings.wrong else 0
