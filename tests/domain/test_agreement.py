"""Agreement class by class and as a whole: one follows from the other, and nothing contradicts itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.agreement import with_class, with_verdict
from cxr_desktop.domain.impression import NOT_USABLE, NOTHING, Verdict, Words
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from tests.ui.entries import CARD, prediction

COVID, PNEUMONIA, TB, NORMAL = KNOWN_FINDINGS
AGREE, DISAGREE, UNSURE = Verdict.AGREE, Verdict.DISAGREE, Verdict.UNSURE
HIGH = prediction("/a", 0.9)
"""Above for COVID-19, below for pneumonia; the other classes have no operating points."""


def test_a_press_on_a_class_says_it_and_the_same_again_takes_it_back():
    said = with_class(NOTHING, PNEUMONIA, AGREE, KNOWN_FINDINGS)
    assert said == Words(verdicts=((PNEUMONIA, AGREE),))
    assert with_class(said, PNEUMONIA, DISAGREE, KNOWN_FINDINGS).verdicts == ((PNEUMONIA, DISAGREE),)
    assert with_class(said, PNEUMONIA, AGREE, KNOWN_FINDINGS) == NOTHING


def test_one_wrong_class_makes_the_whole_answer_wrong_and_it_is_right_where_all_are():
    said = NOTHING
    for finding in KNOWN_FINDINGS:
        assert said.verdict is None
        said = with_class(said, finding, AGREE, KNOWN_FINDINGS)
    assert said.verdict is AGREE
    said = with_class(said, TB, DISAGREE, KNOWN_FINDINGS)
    assert said.verdict is DISAGREE
    assert with_class(said, TB, DISAGREE, KNOWN_FINDINGS).verdict is None


def test_agreeing_with_the_whole_agrees_with_every_class_and_the_same_key_takes_it_back():
    said = with_verdict(Words((COVID,), note="n"), AGREE, HIGH, CARD)
    assert said == Words((COVID,), AGREE, "n", verdicts=tuple((finding, AGREE) for finding in KNOWN_FINDINGS))
    assert with_verdict(said, AGREE, HIGH, CARD) == Words((COVID,), note="n")


@pytest.mark.parametrize(
    ("findings", "verdicts"),
    [
        ((), {COVID: DISAGREE}),
        ((NOT_USABLE,), {COVID: DISAGREE}),
        ((NORMAL,), {COVID: DISAGREE, PNEUMONIA: AGREE}),
        ((PNEUMONIA,), {COVID: DISAGREE, PNEUMONIA: DISAGREE}),
        ((COVID, PNEUMONIA), {COVID: AGREE, PNEUMONIA: DISAGREE}),
        ((COVID,), {COVID: DISAGREE, PNEUMONIA: AGREE}),
    ],
)
def test_disagreeing_with_the_whole_disputes_the_classes_that_contradict_what_the_reader_sees(findings, verdicts):
    said = with_verdict(Words(findings), DISAGREE, HIGH, CARD)
    assert (said.verdict, dict(said.verdicts)) == (DISAGREE, verdicts)


def test_between_the_operating_points_the_model_says_neither():
    said = with_verdict(Words((TB,)), DISAGREE, prediction("/a", 0.5), CARD)
    assert dict(said.verdicts) == {COVID: DISAGREE, PNEUMONIA: AGREE}
    said = with_verdict(Words((PNEUMONIA,)), DISAGREE, prediction("/a", 0.5), CARD)
    assert dict(said.verdicts) == {PNEUMONIA: DISAGREE}


def test_disagreeing_keeps_what_was_said_of_single_classes_and_being_unsure_says_nothing_of_them():
    tb = with_class(NOTHING, TB, DISAGREE, KNOWN_FINDINGS)
    again = with_verdict(with_verdict(tb, UNSURE, HIGH, CARD), DISAGREE, HIGH, CARD)
    assert with_verdict(tb, UNSURE, HIGH, CARD) == Words(verdict=UNSURE)
    assert dict(again.verdicts) == {COVID: DISAGREE}
    agreed = with_class(NOTHING, COVID, AGREE, KNOWN_FINDINGS)
    assert dict(with_verdict(agreed, DISAGREE, HIGH, CARD).verdicts) == {COVID: AGREE}


@given(
    st.lists(
        st.one_of(
            st.sampled_from(list(Verdict)),
            st.tuples(st.sampled_from(KNOWN_FINDINGS), st.sampled_from([AGREE, DISAGREE])),
        ),
        max_size=10,
    ),
    st.sampled_from([(), (COVID,), (NORMAL,), (PNEUMONIA, TB)]),
)
def test_whatever_is_pressed_a_right_answer_holds_no_wrong_class(presses, findings: tuple[Finding, ...]):
    said = Words(findings)
    for press in presses:
        if isinstance(press, Verdict):
            said = with_verdict(said, press, HIGH, CARD)
        else:
            said = with_class(said, *press, KNOWN_FINDINGS)
        verdicts = dict(said.verdicts)
        assert (DISAGREE in verdicts.values()) <= (said.verdict is DISAGREE)
        assert (said.verdict is AGREE) <= (set(verdicts.values()) == {AGREE})
        assert said.findings == findings
