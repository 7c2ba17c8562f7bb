"""A trial is a child process: what it says becomes an outcome, however it ends. The program is a small fake here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from training.events import Events
from training.run.run_folder import RECIPE, RunLock
from training.search import trial_process
from training.search.trial import FAILED, FINISHED, PRUNED, Outcome, Trial
from training.search.trial_process import TrialProcess

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake program waits for a POSIX signal")

FAKE = """
import json, os, signal, sys
from pathlib import Path

run = Path(sys.argv[sys.argv.index("--run") + 1])
run.mkdir(parents=True, exist_ok=True)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
(run / "arguments.json").write_text(json.dumps(sys.argv[1:]))
log = open(run / "events.jsonl", "a")

def say(event, **values):
    line = json.dumps({"event": event, "at": 0} | values)
    log.write(line + "\\n")
    log.flush()
    print(line, flush=True)

script = json.loads(Path(os.environ["FAKE_SCRIPT"]).read_text())
print("a library that prints")
say("started")
for epoch, value in enumerate(script["values"], start=script.get("from", 1)):
    say("epoch", epoch=epoch, epochs=9, val_accuracy=value, val_loss=1 - (value or 0), train_accuracy=0.5)
    if script.get("wait") and signal.sigtimedwait([signal.SIGTERM], 20):
        say("stopped", epoch=epoch, batch=0)
        sys.exit(0)
exec(script.get("end", "say('finished', epoch=epoch, seconds=7.5)"))
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Sets what the fake program says; returns a runner and a trial."""
    (tmp_path / "fake.py").write_text(FAKE)
    monkeypatch.setattr(trial_process, "_program", lambda: [sys.executable, str(tmp_path / "fake.py")])
    monkeypatch.setenv("FAKE_SCRIPT", str(tmp_path / "script.json"))

    def say(metric: str = "val_accuracy", **script: object) -> tuple[TrialProcess, Trial]:
        (tmp_path / "script.json").write_text(json.dumps(script))
        runner = TrialProcess("s6", ["epochs=9"], Path("images"), metric, ["--device", "cpu"], Events(echo=""))
        return runner, Trial(1, {"learning_rate": 0.001, "network.head.dropout": [0.3]}, tmp_path / "trials" / "1")

    return say


def go_on(epoch: int, value: float) -> bool:
    return True


def test_the_best_epoch_of_a_finished_run_is_the_outcome(program):
    runner, trial = program(values=[0.5, 0.8, None, 0.7])
    numbers = {"val_accuracy": 0.8, "val_loss": pytest.approx(0.2), "train_accuracy": 0.5}
    assert runner(trial, go_on) == Outcome(FINISHED, 0.8, 2, 7.5, "", numbers, (0.5, 0.8, None, 0.7))


def test_a_loss_is_best_where_it_is_lowest_and_the_first_of_equals_counts(program):
    runner, trial = program("val_loss", values=[0.5, 0.75, 0.75])
    outcome = runner(trial, go_on)
    assert (outcome.value, outcome.epoch) == (0.25, 2)


def test_the_child_gets_the_search_s_arguments_the_metric_and_the_values_of_the_trial(program):
    runner, trial = program(values=[0.5])
    runner(trial, go_on)
    arguments = json.loads((trial.folder / "run" / "arguments.json").read_text())
    assert arguments[:4] == ["train", "s6", "--data", "images"]
    settings = [arguments[i + 1] for i, argument in enumerate(arguments) if argument == "--set"]
    assert settings == ["epochs=9", "select=val_accuracy", "learning_rate=0.001", "network.head.dropout=[0.3]"]
    assert arguments[-4:] == ["--device", "cpu", "--no-report", "--json-events"]


def test_epochs_of_before_a_resume_count(program):
    runner, trial = program(values=[0.9, 0.6], end="os._exit(9)")
    assert runner(trial, go_on).state == FAILED
    runner, trial = program(values=[0.7, 0.8], **{"from": 2})
    assert runner(trial, go_on).curve == (0.9, 0.7, 0.8)


def test_a_hopeless_trial_is_ended_and_keeps_its_best_epoch(program):
    runner, trial = program(values=[0.5, 0.4, 0.3], wait=True)
    outcome = runner(trial, lambda epoch, value: False)
    assert (outcome.state, outcome.value, outcome.epoch) == (PRUNED, 0.5, 1)


def test_a_run_that_finished_before_the_word_to_end_it_arrived_is_finished(program):
    runner, trial = program(values=[0.5], end="say('finished', epoch=1, seconds=1)")
    assert runner(trial, lambda epoch, value: False).state == FINISHED


def test_a_trial_that_was_asked_to_stop_is_no_outcome_and_no_further_one_starts(program):
    runner, trial = program(values=[0.5, 0.6], wait=True)

    def then_stop(epoch: int, value: float) -> bool:
        runner.stop()
        return True

    assert runner(trial, then_stop) is None
    assert runner(Trial(2, {}, trial.folder.parent / "2"), go_on) is None
    assert not (trial.folder.parent / "2").exists()


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("say('failed', reason='the loss is not a number'); sys.exit(1)", "the loss is not a number"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "signal 9; most likely memory ran out"),
        ("sys.stderr.write('torch.cuda: out of luck\\n'); sys.exit(3)", "out of luck"),
        ("sys.exit(3)", "ended with code 3"),
    ],
)
def test_a_trial_that_fails_says_why(program, end, reason):
    runner, trial = program(values=[0.5], end=end)
    outcome = runner(trial, go_on)
    assert (outcome.state, outcome.value) == (FAILED, None)
    assert reason in outcome.reason


def test_a_metric_that_no_epoch_measured_is_a_failure(program):
    runner, trial = program("val_luck", values=[0.5])
    assert runner(trial, go_on).reason == "no epoch measured val_luck"


def test_a_trial_waits_until_the_process_of_a_killed_search_has_left_its_folder(program, monkeypatch):
    monkeypatch.setattr(trial_process, "_ORPHAN_SECONDS", 0.3)
    runner, trial = program(values=[0.5])
    run = trial.folder / "run"
    lock = RunLock(run)
    (run / RECIPE).write_text("{}")
    with pytest.raises(Exception, match="another process"):
        runner(trial, go_on)
    lock.release()
    assert runner(trial, go_on).state == FINISHED
