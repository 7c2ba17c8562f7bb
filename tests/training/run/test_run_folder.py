"""The folder of a run is read back as it was written, and only by its own recipe."""

import multiprocessing
import os
import signal
from dataclasses import replace

import pytest

from tests.training.small_runs import recipe_of, samples_of
from training.run.run_folder import Plan, RunError, RunLock, mend_events, read_plan, read_run, same_run, write_plan


def test_a_plan_is_read_back_whatever_files_are_called(tmp_path):
    names = ['ordner/Größe, "neu".png', "two\nlines.png", "bytes\udcff.png", "drawn:noise/7"]
    samples = tuple(replace(s, file=name, patient="p") for s, name in zip(samples_of(4), names, strict=True))
    plan = Plan(recipe_of(document={"version": "1"}), tmp_path / "Daten ü", "folder", tmp_path, samples)
    write_plan(tmp_path / "run", plan)
    assert read_plan(tmp_path / "run") == plan


def test_a_folder_without_a_run_is_refused_in_words(tmp_path):
    with pytest.raises(RunError, match="holds no training run"):
        read_plan(tmp_path)
    write_plan(tmp_path, Plan(recipe_of(), tmp_path, "folder", tmp_path, ()))
    with pytest.raises(RunError, match="no run with a finished epoch"):
        read_run(tmp_path)
    (tmp_path / "best.ckpt").write_bytes(b"no checkpoint")
    with pytest.raises(RunError, match=r"best\.ckpt cannot be read"):
        read_run(tmp_path)


def test_words_may_change_and_numbers_may_not():
    assert same_run(recipe_of(), recipe_of(title="Other", document={"version": "2"}, reported={"auc": 1}))
    assert not same_run(recipe_of(), recipe_of(seed=4))


def test_a_line_that_a_killed_process_left_is_cut_off(tmp_path):
    log = tmp_path / "events.jsonl"
    assert mend_events(tmp_path) == []
    log.write_text('{"event": "started"}\n{"event": "ba')
    assert mend_events(tmp_path) == [{"event": "started"}]
    assert log.read_text() == '{"event": "started"}\n'


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_a_worker_that_outlives_a_killed_training_does_not_keep_the_folder(tmp_path):
    context, told = multiprocessing.get_context("fork"), os.pipe()

    def training():
        RunLock(tmp_path)
        worker = os.fork()
        if worker == 0:
            signal.pause()
        os.write(told[1], str(worker).encode())
        os.kill(os.getpid(), signal.SIGKILL)

    process = context.Process(target=training)
    process.start()
    process.join(30)
    worker = int(os.read(told[0], 20))
    try:
        RunLock(tmp_path).release()
    finally:
        os.kill(worker, signal.SIGKILL)
        for end in told:
            os.close(end)
