"""What a reader can say about a study, and what a model may learn from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.impression import NOT_USABLE, OTHER, Impression, choices, toggled
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding

EFFUSION = Finding("effusion")
ALL = choices((*KNOWN_FINDINGS, EFFUSION))


def test_the_buttons_are_the_models_classes_then_other_and_not_usable():
    assert choices(["effusion", "normal", "effusion"]) == (EFFUSION, Finding.NORMAL, OTHER, NOT_USABLE)
    assert choices(["other", "effusion"]) == (EFFUSION, OTHER, NOT_USABLE)


@pytest.mark.parametrize(
    ("before", "press", "after"),
    [
        ((), Finding.COVID19, (Finding.COVID19,)),
        ((Finding.COVID19,), Finding.COVID19, ()),
        ((Finding.PNEUMONIA,), Finding.COVID19, (Finding.COVID19, Finding.PNEUMONIA)),
        ((Finding.NORMAL,), Finding.COVID19, (Finding.COVID19,)),
        ((Finding.COVID19, OTHER), Finding.NORMAL, (Finding.NORMAL,)),
        ((Finding.COVID19,), NOT_USABLE, (NOT_USABLE,)),
        ((NOT_USABLE,), OTHER, (OTHER,)),
        ((OTHER,), EFFUSION, (EFFUSION, OTHER)),
    ],
)
def test_diseases_stand_together_and_normal_and_not_usable_alone(before, press, after):
    assert toggled(before, press) == after


@given(st.lists(st.sampled_from(ALL), max_size=12))
def test_whatever_is_pressed_no_impression_contradicts_itself(presses):
    findings: tuple[Finding, ...] = ()
    for press in presses:
        was = press in findings
        findings = toggled(findings, press)
        assert (press in findings) is not was
        assert len(set(findings)) == len(findings)
        assert len(findings) <= 1 or not {Finding.NORMAL, NOT_USABLE} & set(findings)


@pytest.mark.parametrize(
    ("findings", "label"),
    [
        ((Finding.NORMAL,), Finding.NORMAL),
        ((EFFUSION,), EFFUSION),
        ((Finding.COVID19, Finding.PNEUMONIA), None),
        ((OTHER,), None),
        ((NOT_USABLE,), None),
        ((), None),
    ],
)
def test_only_one_clear_class_is_something_to_learn_from(findings, label):
    assert Impression("k", findings, "2026-01-02T03:04:05+00:00").training_label == label
