"""A run hears signals and its standard input, before and after there is something to save."""

import multiprocessing
import os
import signal
import threading

import pytest

from training.run.stopping import StopRequested, StopRequests

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork")


def test_a_request_before_the_run_has_begun_ends_it_at_once():
    with pytest.raises(StopRequested), StopRequests():
        os.kill(os.getpid(), signal.SIGTERM)


def test_a_second_interrupt_is_for_the_impatient():
    asked = []
    with StopRequests() as requests:
        requests.tell(lambda: asked.append(True))
        os.kill(os.getpid(), signal.SIGINT)
        assert asked == [True]
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_a_line_on_standard_input_stops_and_its_end_does_not():
    for text, expected in ((b"stop\n", 0), (b"", 7), (b"go on\n", 7)):
        reading, writing = os.pipe()
        process = multiprocessing.get_context("fork").Process(target=_waits, args=(reading, writing))
        process.start()
        os.close(reading)
        os.write(writing, text) if text else None
        os.close(writing)
        process.join(30)
        assert process.exitcode == expected


def _waits(reading, writing):
    os.close(writing)
    os.dup2(reading, 0)
    signal.signal(signal.SIGALRM, lambda *_: os._exit(7))
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with StopRequests(listen=True) as requests:
            requests.tell(lambda: os._exit(0))
            while True:
                signal.pause()
    except StopRequested:
        os._exit(0)


def test_a_file_stops_the_run_and_is_gone_then(tmp_path, monkeypatch):
    monkeypatch.setattr("training.run.stopping._LOOK_EVERY_S", 0.005)
    heard = threading.Event()
    with StopRequests() as requests:
        requests.tell(heard.set)
        requests.watch(tmp_path / "stop")
        (tmp_path / "stop").touch()
        assert heard.wait(10)
    assert not (tmp_path / "stop").exists()


def test_a_file_that_comes_after_the_run_stops_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("training.run.stopping._LOOK_EVERY_S", 0.005)
    with StopRequests() as requests:
        requests.watch(tmp_path / "stop")
    for thread in threading.enumerate():
        if thread.name == "stop by a file":
            thread.join(10)
    (tmp_path / "stop").touch()
    assert (tmp_path / "stop").exists()
