"""The decoder child: files that kill or hang it cost one row, and nothing is left behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CxrError, NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture, write_dicom, write_png
from tests.imaging.test_raster import encoded

SHARED_MEMORY = Path("/dev/shm")


@pytest.fixture
def decoder():
    """A child of its own for every test, since none may outlive its test; starting it takes a second."""
    with DecoderProcess(ReadBudget()) as decoder:
        yield decoder


@pytest.fixture(scope="module")
def slow_file(tmp_path_factory):
    """A file that keeps a decoder busy for seconds: noise in lossless JPEG 2000."""
    noise = np.random.default_rng(0).integers(0, 65536, (2200, 2200), dtype=np.uint16)
    folder = tmp_path_factory.mktemp("slow")
    return str(write_dicom(folder / "slow", noise, transfer_syntax="j2k-lossless", bits_stored=16))


@pytest.fixture(autouse=True)
def no_block_is_left_behind():
    before = set(os.listdir(SHARED_MEMORY)) if SHARED_MEMORY.is_dir() else set()
    yield
    if SHARED_MEMORY.is_dir():
        assert {name for name in set(os.listdir(SHARED_MEMORY)) - before if name.startswith("psm_")} == set()


def kill_while_it_works(decoder):
    """Kill the child once it has used some processor time, from a thread; returns the thread."""
    pid = decoder.pid
    start = cpu_ticks(pid)

    def kill():
        while cpu_ticks(pid) < start + 10:
            pass
        os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def cpu_ticks(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")


def test_headers_come_in_the_order_asked_for(decoder, tmp_path):
    first, second = write_dicom(tmp_path / "a", PatientID="A"), write_png(tmp_path / "b", picture(bits=8))
    (tmp_path / "c").write_text("no image at all")
    paths = [str(tmp_path / name) for name in "cabaz"]
    results = decoder.read_headers(paths)
    assert results[1] == results[3] == read_header(str(first))
    assert results[2] == read_header(str(second))
    assert isinstance(results[0], NotAnImageError)
    assert isinstance(results[4], UnreadableImageError)
    assert str(results[4]) == "the file is no longer there"
    assert decoder.read_headers([]) == []


def test_an_image_comes_through_shared_memory_unchanged(decoder, tmp_path):
    path = str(
        write_dicom(tmp_path / "image", transfer_syntax="jpeg-ls", window=(2000, 3000), photometric="MONOCHROME1")
    )
    expected = read_image(path)
    with decoder.read_image(path) as shared:
        image = shared.image
        assert np.array_equal(image.pixels, expected.pixels)
        assert image.pixels.base is not None
        assert not image.pixels.flags.writeable
        assert image.radiograph == expected.radiograph
        assert (image.vois, image.inverted, image.flags) == (expected.vois, True, expected.flags)
        del image
    with pytest.raises(ValueError, match="closed"):
        _ = shared.image


def test_faults_come_as_errors_with_their_reason_and_the_child_lives_on(decoder, tmp_path):
    pid = decoder.pid
    (tmp_path / "text").write_text("no image at all")
    with pytest.raises(NotAnImageError, match="a text"):
        decoder.read_image(str(tmp_path / "text"))
    with pytest.raises(UnreadableImageError, match="no longer there"):
        decoder.read_image(str(tmp_path / "gone"))
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe, no text")
    os.rename(write_dicom(tmp_path / "image"), path)
    assert decoder.read_headers([path])[0].path == path
    decoder.read_image(path).close()
    assert decoder.pid == pid


def test_pixels_that_are_still_held_survive_closing_and_leak_no_descriptor(decoder, tmp_path):
    path = str(write_dicom(tmp_path / "image"))
    decoder.read_image(path).close()
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    held = []
    for _ in range(5):
        shared = decoder.read_image(path)
        held.append(shared.image.pixels)
        shared.close()
        del shared
    assert all(np.array_equal(pixels, picture()) for pixels in held)
    held.clear()
    decoder.read_image(path).close()
    if before:
        assert len(os.listdir("/proc/self/fd")) <= before


def test_a_full_shared_memory_is_a_plain_reason(decoder, tmp_path, monkeypatch):
    path = str(write_dicom(tmp_path / "image"))

    def refuse(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("cxr_desktop.imaging.shared_image.os.posix_fallocate", refuse)
        with pytest.raises(UnreadableImageError, match="not enough shared memory"):
            decoder.read_image(path)
    decoder.read_image(path).close()


@needs_proc
def test_a_file_that_kills_the_child_is_unreadable_and_the_others_go_on(decoder, slow_file, tmp_path):
    path = str(write_dicom(tmp_path / "image"))
    killed = decoder.pid
    killer = kill_while_it_works(decoder)
    with pytest.raises(UnreadableImageError, match="the decoder ended unexpectedly"):
        decoder.read_image(slow_file)
    killer.join()
    with decoder.read_image(path) as shared:
        assert shared.image.pixels.shape == (96, 80)
    assert decoder.pid != killed


@needs_proc
def test_a_header_that_kills_the_child_costs_its_own_row_only(decoder, tmp_path):
    """The child dies over some header in the middle of thousands; all others are read."""
    paths = [str(write_dicom(tmp_path / f"{n}", InstanceNumber=n)) for n in range(20)] * 300
    killer = kill_while_it_works(decoder)
    results = decoder.read_headers(paths)
    killer.join()
    faults = [result for result in results if isinstance(result, CxrError)]
    assert len(results) == len(paths)
    assert len(faults) == 1
    assert "ended unexpectedly" in str(faults[0])
    for path, result in zip(paths, results, strict=True):
        assert isinstance(result, CxrError) or result.path == path


def test_a_file_that_takes_too_long_is_given_up(slow_file, tmp_path):
    path = str(write_dicom(tmp_path / "image"))
    with DecoderProcess(ReadBudget(), seconds_per_file=0.2) as decoder:
        with pytest.raises(UnreadableImageError, match=r"longer than 0\.2 seconds"):
            decoder.read_image(slow_file)
        assert isinstance(decoder.read_headers([path])[0], Radiograph)


@needs_proc
def test_a_child_that_was_killed_at_rest_is_replaced(decoder, tmp_path):
    path = str(write_dicom(tmp_path / "image"))
    os.kill(decoder.pid, signal.SIGKILL)
    while Path(f"/proc/{decoder.pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
        pass
    assert isinstance(decoder.read_headers([path])[0], Radiograph)


def test_closing_twice_and_before_starting_does_no_harm(tmp_path):
    decoder = DecoderProcess(ReadBudget())
    decoder.close()
    decoder.close()
    with pytest.raises(CxrError, match="stopped"):
        decoder.start()
    assert str(decoder.read_headers([str(tmp_path)])[0]) == "reading was stopped"


def test_closing_stops_what_is_being_read(decoder, slow_file):
    reasons = []

    def read():
        with pytest.raises(CxrError) as caught:
            decoder.read_image(slow_file)
        reasons.append(str(caught.value))

    reader = threading.Thread(target=read)
    start = time.monotonic()
    reader.start()
    decoder.close()
    reader.join()
    assert reasons == ["reading was stopped"]
    assert time.monotonic() - start < 2.0
    assert decoder.pid is None


def test_the_window_side_loads_no_codec():
    program = (
        "import sys, cxr_desktop.imaging.process\n"
        "print([name for name in ('pydicom', 'imagecodecs', 'PIL', 'torch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


PARENT = """
import sys
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.process import DecoderProcess
if __name__ == "__main__":
    decoder = DecoderProcess(ReadBudget())
    decoder.start()
    shared = decoder.read_image(sys.argv[1])
    print(decoder.pid, flush=True)
    if sys.argv[2] == "leave":
        sys.exit(0)
    if sys.argv[2] == "busy":
        decoder.read_image(sys.argv[3])
    sys.stdin.read()
"""


@needs_proc
@pytest.mark.parametrize("manner", ["idle", "busy", "leave"])
def test_the_child_ends_with_its_parent_and_no_memory_is_left(tmp_path, slow_file, manner):
    path = write_dicom(tmp_path / "image")
    program = tmp_path / "parent.py"
    program.write_text(PARENT)
    command = [sys.executable, str(program), str(path), manner, slow_file]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as parent:
        child = int(parent.stdout.readline())
        if manner != "leave":
            parent.kill()
        _, errors = parent.communicate()
    deadline = time.monotonic() + 10
    while alive(child) and time.monotonic() < deadline:
        pass
    assert not alive(child)
    assert "resource_tracker" not in errors
    assert "Traceback" not in errors


def alive(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_a_file_that_was_given_up_twice_is_set_aside_and_costs_no_third_wait(slow_file, tmp_path):
    path = str(write_dicom(tmp_path / "image"))
    slow = shutil.copy(slow_file, tmp_path / "slow")
    with DecoderProcess(ReadBudget(), seconds_per_file=0.2) as decoder:
        for _ in range(2):
            with pytest.raises(UnreadableImageError, match=r"longer than 0\.2 seconds"):
                decoder.read_image(slow)
        with decoder.read_image(path):
            pid = decoder.pid
        with pytest.raises(UnreadableImageError, match="set aside: reading it failed twice"):
            decoder.read_image(slow)
        results = decoder.read_headers([path, slow, path])
        assert [isinstance(result, Radiograph) for result in results] == [True, False, True]
        assert "set aside" in str(results[1])
        assert decoder.pid == pid
        # Other bytes are another file.
        shutil.copy(path, slow)
        decoder.read_image(slow).close()


def test_a_file_that_was_read_in_between_is_not_set_aside(slow_file, tmp_path, monkeypatch):
    path = str(write_dicom(tmp_path / "image"))
    with DecoderProcess(ReadBudget()) as decoder:
        for _ in range(3):
            decoder._quarantine.blame(path)
            decoder._quarantine.forgive(path)
        decoder.read_image(path).close()


def test_what_a_library_writes_to_the_terminal_itself_is_not_shown(tmp_path):
    """libtiff tells its errors to the descriptor, past Python."""
    whole = encoded(Image.fromarray(picture(bits=8)), "TIFF", compression="tiff_deflate")
    damaged = bytearray(whole)
    damaged[60:90] = bytes(30)
    (tmp_path / "damaged.tif").write_bytes(damaged)
    program = (
        "import sys\n"
        "from cxr_desktop.imaging.budget import ReadBudget\n"
        "from cxr_desktop.imaging.process import DecoderProcess\n"
        "if __name__ == '__main__':\n"
        "    with DecoderProcess(ReadBudget()) as decoder:\n"
        "        try: decoder.read_image(sys.argv[1])\n"
        "        except Exception as error: print(error)\n"
    )
    (tmp_path / "program.py").write_text(program)
    command = [sys.executable, str(tmp_path / "program.py"), str(tmp_path / "damaged.tif")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "the TIFF file is damaged"
    assert done.stderr == ""
