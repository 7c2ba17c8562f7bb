"""The page of a running training: starts once, follows, stops, pauses, fails with a way out, knows when to go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.bridge.training_run import RunError
from cxr_desktop.ui.training.notes import Kind
from cxr_desktop.ui.training.run_page import RunPage, has_best
from cxr_desktop.ui.training.state import RESUME, WizardState
from tests.ui.training.fake_run import FakeRun, batch_event, epoch_events


@pytest.fixture
def run(tmp_path) -> FakeRun:
    return FakeRun(tmp_path)


@pytest.fixture
def page(qtbot, run) -> RunPage:
    recipe = {"name": "triage_resnet18", "values": {"batch_size": 32}}
    made = RunPage(WizardState(data="/images", recipe=recipe, changes={"epochs": 3}), run)
    qtbot.addWidget(made)
    return made


def started(page: RunPage, run: FakeRun) -> None:
    page.initializePage()
    page.show()
    run.enter("running")
    run.tell("started", epoch=0, epochs=30, train_images=1912, val_images=412, device="cpu", precision="fp32")


def test_it_starts_the_recipe_with_the_readers_changes(page, run, tmp_path):
    page.initializePage()
    assert run.calls == [("start", "triage_resnet18", "/images", ("epochs=3",))]
    assert page._state.run_folder == tmp_path
    assert page.status.texts()[0] == "Starting"


def test_it_follows_a_run_that_was_chosen_and_shows_its_history(page, run, tmp_path):
    page._state.mode, page._state.run_folder = RESUME, tmp_path
    run.history = epoch_events(4)
    page.initializePage()
    assert run.calls == [("attach", tmp_path)]
    assert page.curves().points("val_loss")[0] == [1, 2, 3, 4]


def test_coming_back_to_a_run_that_is_followed_forgets_nothing(page, run, tmp_path):
    page._state.mode, page._state.run_folder = RESUME, tmp_path
    page.initializePage()
    run.enter("running")
    run.event.emit(epoch_events(1)[0])
    page.initializePage()
    assert len(run.calls) == 1
    assert len(page.log.texts()) == 1


def test_it_says_where_the_training_is_and_how_long_it_takes(page, run):
    started(page, run)
    run.event.emit({**batch_event(7, 41), "seconds_left": 390.0})
    headline, details, left, until = page.status.texts()
    assert (headline, details) == ("Epoch 7 of 30", "Batch 41 of 60 · 41 images/s · CPU fp32")
    assert left == "6 min 30 s left"
    assert until.startswith("until about ")
    assert page.status.share() == pytest.approx((6 + 41 / 60) / 30)


def test_progress_of_reading_is_shown_until_the_training_begins(page, run):
    page.initializePage()
    run.tell("progress", what="reading images", done=412, total=2730)
    assert page.status.texts()[1] == "Reading images: 412 of 2,730"
    run.enter("running")
    run.event.emit(batch_event(1, 1))
    assert page.status.texts()[1].startswith("Batch 1 of 60")


def test_the_log_speaks_plainly_and_warnings_stand_out(page, run):
    started(page, run)
    run.event.emit(epoch_events(1)[0])
    run.tell("warning", text="3 images were left out")
    run.tell("checkpoint", epoch=1, batch=30, best=None)
    run.tell("checkpoint", epoch=1, batch=0, best=0.62)
    run.tell("checkpoint", epoch=1, batch=0, best=0.62)
    run.tell("checkpoint", epoch=2, batch=0, best=0.62)
    event = epoch_events(1)[0]
    assert page.log.texts() == [
        "Started with 1,912 training and 412 validation images, CPU fp32",
        f"Epoch 1: loss\u00a0{event['val_loss']:.3f}, AUC\u00a0{event['val_macro_auc']:.3f}",
        "3 images were left out",
        "Epoch 1 is the best so far, saved",
    ]
    assert page.log.warnings() == 1
    assert page.curves()._best[0].value() == 1


def test_while_the_report_is_made_it_says_so(page, run):
    started(page, run)
    run.event.emit(batch_event(30, 60))
    run.tell("finished", epoch=30, best=0.2, best_epoch=22, seconds=930.0)
    run.tell("progress", what="report", done=1, total=3)
    assert page.status.texts() == ("Trained. The report is made", "Report: 1 of 3", "", "")
    assert page.status.share() == 1.0


def test_stop_asks_once_and_waits(page, run, qtbot):
    started(page, run)
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    assert run.calls[-1] == ("stop",)
    assert not page.stop.isEnabled()
    assert not page.pause.isEnabled()
    assert page.status.texts()[0] == "Ending: this batch, then everything is saved"
    run.can_resume = True
    run.tell("stopped", epoch=7, batch=12)
    run.enter("stopped")
    assert page.status.texts()[0].startswith("Stopped")
    assert page.go_on.isVisible()
    assert not page.stop.isVisible()


def test_pause_and_go_on(page, run, qtbot):
    started(page, run)
    run.event.emit(batch_event(7, 41))
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    run.can_resume = True
    run.enter("paused")
    assert page.status.texts()[0] == "Paused in epoch 7 of 30"
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    assert run.calls[-1] == ("resume",)
    assert not page.go_on.isVisible()
    assert page.pause.isVisible()


def test_next_waits_for_a_best_epoch_and_an_ended_run(page, run, tmp_path, qtbot):
    started(page, run)
    assert not page.isComplete()
    (tmp_path / "best.ckpt").touch()
    assert not page.isComplete()
    with qtbot.waitSignal(page.completeChanged):
        run.enter("stopped")
    assert page.isComplete()


def test_a_run_that_ended_without_a_best_epoch_cannot_be_evaluated(page, run):
    started(page, run)
    run.enter("stopped")
    assert not page.isComplete()
    assert page.status.texts()[1] == "No epoch was measured yet"


def test_an_ensemble_has_a_best_epoch_in_its_networks(tmp_path):
    assert not has_best(None)
    assert not has_best(tmp_path)
    (tmp_path / "members" / "2").mkdir(parents=True)
    (tmp_path / "members" / "2" / "best.ckpt").touch()
    assert has_best(tmp_path)


def test_a_failure_says_why_and_what_to_do(page, run):
    started(page, run)
    run.event.emit(batch_event(2, 1))
    reason = "The graphics card has not enough memory for this batch"
    run.tell("failed", reason=reason)
    run.enter("failed", reason)
    assert page.status.texts()[0] == "The training failed in epoch 2 of 30"
    assert page.notes.notes() == (
        (Kind.ERROR, reason),
        (Kind.INFO, "Go back to the settings and choose a smaller batch (now 32) or a smaller image."),
    )
    assert page.settings.isVisible()
    assert not page.go_on.isVisible()


def test_a_start_that_fails_is_told_on_the_page(page, run):
    run.error = RunError("The folder of the run cannot be written: no space left.")
    page.initializePage()
    assert page.notes.notes()[0] == (Kind.ERROR, "The folder of the run cannot be written: no space left.")
    assert "room on the disk" in page.notes.notes()[1][1]


def test_a_finished_run_names_its_best_epoch_and_its_time(page, run):
    started(page, run)
    for event in epoch_events(3):
        run.event.emit(event)
    run.tell("finished", epoch=30, best=0.2, best_epoch=2, seconds=930.0)
    run.enter("finished")
    assert page.status.texts()[:3] == ("Finished", "Best epoch: 2, it took 15 min 30 s", "")
    assert page.status.share() == 1.0
    assert not page.keep.isVisible()


def test_keep_is_a_wish_of_the_reader(page):
    assert not page.keeps_running()
    page.keep.setChecked(True)
    assert page.keeps_running()


def test_pages_load_no_plots_before_they_are_needed():
    import subprocess
    import sys

    code = (
        "import sys, cxr_desktop.ui.training.run_page, cxr_desktop.ui.training.evaluate_page, "
        "cxr_desktop.ui.training.publish_page, cxr_desktop.ui.training.calibrate_page; "
        "sys.exit(any(name in sys.modules for name in ('pyqtgraph', 'torch', 'openvino')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
