from __future__ import annotations

import pytest

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.model_card import OperatingPoint, wilson_interval
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.reading_statistics import ClassAgreement, Share, reading_statistics, spread

COVID = Finding.COVID19
POINTS = (OperatingPoint(COVID, "sensitivity 0.98", 0.36, 1, 1, 1, 1), OperatingPoint(COVID, "other", 0.72, 1, 1, 1, 1))


def said(study: str, findings=("covid19",), score=0.9, digest="d", at="2026-01-02T10:00:00+00:00", **more) -> Deed:
    details = {"findings": list(findings), "verdict": None, "blind": False, "recorded": True, "finding": "covid19",
               "score": score, "model_digest": digest, "reader": "A", "note": "", "tags": []}  # fmt: skip
    return Deed(at, study, "h", Action.IMPRESSION, {**details, **more})


def read(study: str, reader="A", day="2026-01-02", seconds=None, **more) -> Deed:
    details = {"reader": reader, "seconds": seconds, **more}
    return Deed(f"{day}T10:00:00+00:00", study, "h", Action.READ, details)


def statistics(deeds, waits=()):
    return reading_statistics(deeds, waits, COVID, POINTS, "d", lambda at: at[:10])


def test_the_model_is_counted_against_readers_at_each_operating_point_by_hand():
    deeds = [said(f"p{n}", score=score) for n, score in enumerate((0.9, 0.8, 0.5, 0.1))]
    deeds += [said(f"n{n}", ("normal",), score) for n, score in enumerate((0.36, 0.2, 0.1))]
    low, high = statistics(deeds).sighted.points
    assert (low.sensitivity, low.specificity) == (Share(3, 4), Share(2, 3))
    assert (high.sensitivity, high.specificity) == (Share(2, 4), Share(3, 3))
    assert low.sensitivity.interval == wilson_interval(3, 4)


def test_blind_impressions_are_counted_apart_and_stay_when_the_reader_changes_their_mind_afterwards():
    deeds = [
        said("a", blind=True, recorded=False, score=None, digest=None),
        said("a", blind=True),
        said("a", ("normal",)),
        said("b"),
    ]
    counted = statistics(deeds)
    assert (counted.blind.studies, counted.sighted.studies) == (1, 2)
    assert counted.blind.points[0].sensitivity == Share(1, 1)
    assert counted.sighted.points[0].specificity == Share(0, 1)


def test_drafts_and_what_was_taken_back_count_nowhere():
    deeds = [
        said("a", blind=True, recorded=False, score=None),
        said("b"),
        said("b", (), undone=True),
        said("c", blind=True),
        said("c", (), undone=True),
    ]
    counted = statistics(deeds)
    assert (counted.blind.studies, counted.sighted.studies, counted.elsewhere) == (0, 0, 0)


def test_scores_of_another_model_and_studies_without_a_score_are_left_out_and_said():
    deeds = [said("a", digest="older"), said("b", score=None, digest=None), said("c")]
    counted = statistics(deeds)
    assert (counted.sighted.studies, counted.elsewhere) == (1, 2)


def test_images_that_are_not_usable_are_no_negatives():
    counted = statistics([said("a", ("not_usable",)), said("b", ("other",), 0.1)])
    assert counted.sighted.points[0].specificity == Share(1, 1)


def test_agreement_is_the_share_of_verdicts_and_a_verdict_needs_no_finding():
    verdicts = ["agree"] * 8 + ["disagree"] * 3 + ["unsure"]
    counted = statistics([said(str(n), (), verdict=verdict) for n, verdict in enumerate(verdicts)]).sighted
    assert (counted.agreed, counted.disagreed, counted.unsure) == (Share(8, 12), 3, 1)
    assert counted.points[0].sensitivity == Share(0, 0)


def test_verdicts_on_classes_are_counted_class_by_class_and_older_impressions_have_none():
    deeds = [said(str(n), (), verdict="agree", verdicts={"normal": "agree", "covid19": "agree"}) for n in range(3)]
    deeds += [said("x", (), verdict="disagree", verdicts={"covid19": "disagree"}), said("old", verdict="agree")]
    deeds += [said("only", (), verdicts={"covid19": "disagree"}), said("b", blind=True)]
    deeds += [said("else", digest="older", verdicts={"covid19": "agree"})]
    counted = statistics(deeds)
    assert counted.sighted.classes == (
        ClassAgreement(COVID, Share(3, 5)),
        ClassAgreement(Finding.NORMAL, Share(3, 3)),
    )
    assert counted.blind.classes == ()
    assert counted.sighted.studies == 6


@pytest.mark.parametrize(("n", "p50", "p95"), [(9, None, None), (10, 5, None), (19, 10, None), (20, 10, 19)])
def test_percentiles_are_measured_values_and_too_few_give_none(n, p50, p95):
    measured = spread(range(n, 0, -1))
    assert (measured.n, measured.p50_s, measured.p95_s) == (n, p50, p95)
    assert Share(3, n).says_something is (n >= 10)


def test_reading_times_are_those_of_studies_that_were_in_hand():
    deeds = [read(str(n), seconds=float(n)) for n in range(1, 21)]
    deeds += [read("x"), read("y", seconds=500.0, undone=True)]
    assert statistics(deeds, [5.0] * 30).in_hand == spread(range(1, 21))
    assert statistics(deeds, [5.0] * 30).until_ranked.p95_s == 5.0


def test_studies_are_counted_by_day_and_reader_newest_first_and_only_once():
    deeds = [
        read("a"), read("b", "B"), read("c", "B", "2026-01-03"), read("a", "B", "2026-01-03"), read("d"),
        Deed("2026-01-03T11:00:00+00:00", "d", "", Action.UNREAD, {}),
    ]  # fmt: skip
    assert statistics(deeds).read == (("2026-01-03", "B", 2), ("2026-01-02", "B", 1))
