"""The page of a report: measures where there is none, shows what there is, and follows the threshold everywhere."""

from __future__ import annotations

import json
import os

import pytest

from cxr_desktop.ui.training.evaluate_page import EvaluatePage, is_fresh
from cxr_desktop.ui.training.notes import Kind
from cxr_desktop.ui.training.state import WizardState
from tests.ui.training.fake_command import FakeCommand
from tests.ui.training.reports import report


@pytest.fixture
def command() -> FakeCommand:
    return FakeCommand()


@pytest.fixture
def page(qtbot, command, tmp_path) -> EvaluatePage:
    made = EvaluatePage(WizardState(data="/images", run_folder=tmp_path), lambda: command)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def write(folder, **changes) -> None:
    (folder / "report.json").write_text(json.dumps(report(**changes)), encoding="utf-8")


def test_a_report_that_is_there_is_shown_at_once(page, command, tmp_path):
    write(tmp_path)
    page.initializePage()
    assert command.calls == []
    assert page.isComplete()
    assert page.headline.text() == "Pleural effusion: AUC 0.95 [0.93–0.97]"
    assert page.details.text() == "500 test images, 91\u00a0% right"
    assert page._state.report["images"] == 500
    assert page.view.cautions.notes() == ((Kind.WARNING, "Every effusion comes from one hospital."),)


def test_a_run_without_a_report_is_measured_by_a_child(page, command, tmp_path):
    page.initializePage()
    assert command.calls == [
        ["evaluate", str(tmp_path), "--data", "/images", "--json", str(tmp_path / "report.json"),
         "--html", str(tmp_path / "report.html")]
    ]  # fmt: skip
    assert not page.isComplete()
    command.tell("progress", what="scoring", done=12, total=500)
    assert page.progress.words() == "Scoring: 12 of 500"
    write(tmp_path)
    command.end()
    assert page.isComplete()
    assert page.progress.isHidden()


def test_the_data_of_a_run_that_goes_on_are_its_own(page, command, tmp_path):
    page._state.data = ""
    (tmp_path / "data.json").write_text(json.dumps({"data": "/elsewhere"}), encoding="utf-8")
    page.initializePage()
    assert command.option("--data") == "/elsewhere"


def test_a_report_older_than_the_best_epoch_is_made_anew(tmp_path):
    write(tmp_path)
    (tmp_path / "best.ckpt").touch()
    os.utime(tmp_path / "report.json", (1, 1))
    assert not is_fresh(tmp_path)
    os.utime(tmp_path / "best.ckpt", (1, 1))
    assert is_fresh(tmp_path)


def test_a_failure_is_told_and_can_be_repeated(page, command, tmp_path):
    page.initializePage()
    command.end(False, "The folder of images is gone.")
    assert page.notes.notes() == ((Kind.ERROR, "The folder of images is gone."),)
    assert not page.isComplete()
    page.again.click()
    assert len(command.calls) == 2


def test_a_damaged_report_is_told(page, tmp_path):
    (tmp_path / "report.json").write_text("{", encoding="utf-8")
    page.initializePage()
    assert "damaged" in page.notes.notes()[0][1]
    assert page.again.isVisible()


def test_the_threshold_is_marked_in_every_plot(page, tmp_path):
    write(tmp_path)
    page.initializePage()
    view = page.view
    view.panel.snap(0.90)
    assert view.roc._dot.getData()[0][0] == pytest.approx(20 / 400)
    assert view.roc._dot.getData()[1][0] == pytest.approx(0.9)
    assert view.precision._dot.getData()[1][0] == pytest.approx(90 / 110)
    assert view.probabilities._threshold.value() == 0.4


def test_the_matrix_shows_counts_and_shares_of_the_truth(page, tmp_path):
    write(tmp_path)
    page.initializePage()
    assert page.view.matrix.texts() == [
        [("380", "95\u00a0%"), ("20", "5\u00a0%")],
        [("25", "25\u00a0%"), ("75", "75\u00a0%")],
    ]


def test_groups_have_rates_with_intervals_and_blanks_without_images(page, tmp_path):
    write(tmp_path)
    page.initializePage()
    by_source, by_view, _ = page.view.tables
    assert by_source.texts() == [
        ["north", "Pleural effusion", "60", "90\u00a0% [80–95]", "95\u00a0% [86–98]"],
        ["north", "Normal", "0", "—", "—"],
    ]
    assert by_view.isHidden()


def test_misses_come_with_their_truth_and_a_picture_that_is_none_is_empty(page, tmp_path):
    write(tmp_path)
    page.initializePage()
    (miss,), (hit,) = page.view.gallery.misses.tiles(), page.view.gallery.hits.tiles()
    assert (miss.first, miss.second) == ("Normal 0.70", "in truth Pleural effusion")
    assert not miss.picture.isNull()
    assert hit.picture.isNull()


def test_reliability_says_the_error_before_and_after(page, tmp_path):
    write(tmp_path)
    page.initializePage()
    assert page.view.reliability.keys() == ["before, ECE 0.081", "after, 0.032"]


def test_plots_stand_in_one_column_where_the_page_is_narrow(page, tmp_path, qtbot):
    write(tmp_path)
    page.initializePage()
    grid = page.view.roc.parentWidget()
    page.resize(1300, 700)
    qtbot.waitUntil(lambda: grid.columns() == 2)
    page.resize(700, 600)
    qtbot.waitUntil(lambda: grid.columns() == 1)


def test_closing_ends_the_child(page, command):
    page.initializePage()
    page.close_down()
    assert not command.is_running()
