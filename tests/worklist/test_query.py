from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist.fact_table import FactTable
from cxr_desktop.worklist.query import Trouble, parse
from cxr_desktop.worklist.query_fields import FIELDS
from cxr_desktop.worklist.study_facts import age_years, facts_of, search_text
from tests.worklist.samples import entry, unreadable
from tests.worklist.samples import image as image_of

MUELLER = entry(
    1,
    0.62,
    patient_name="MÜLLER^Jürgen",
    patient_id="A-77",
    patient_age="061Y",
    patient_sex="F",
    study_date="20200401",
    accession_number="ACC9",
    study_description="Thorax pa",
    view_position="PA",
    source=Source.PNG,
)


NOW = 1_700_003_601.0
"""An hour after the study arrived."""


def table_of(*studies) -> FactTable:
    table = FactTable()
    for each in studies:
        table.add(facts_of(each))
    return table


def finds(text: str, candidate=MUELLER) -> bool:
    return parse(text, now=NOW).mask(table_of(candidate)).tolist() == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "muller",
        "JÜRGEN müll",
        "a-77",
        "20200401",
        "2020-04",
        "acc9",
        "thorax",
        "dx",
        "00001.dcm",
        "png",
        "risk>0.5",
        "risk>=62%",
        "RISK>0,5",
        "covid<0.63 normal<0.2 tb<0.2",
        "view:PA",
        "view:pa unread risk>0.5 scored",
        "name:müller",
        "date:2020-04-01",
        'description:"thorax pa"',
        '"müller jürgen"',
        "between",
        '"thorax',
        "-view:AP -meier",
        "not read not view:LL",
        "-read",
        "state:unread",
        "age>60 age:61 age<=61",
        "images:1 -images>1",
        "sex:f",
        "waiting>30m waiting<2h",
        "waiting>=60 -waiting>1d",
        "date>2019 date<2021-01-01 date>=2020-04-01",
        "date:2020",
        "accession:cc9",
        "gate:frontal gate:usable",
        "impression:none",
        "priority:routine -stat",
        "file:00001",
        "risk:>0.5",
    ],
)
def test_a_query_finds_the_study(text):
    assert finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "meier",
        "muller meier",
        "risk>0.63",
        "risk<0.62",
        "view:P",
        "view:LL",
        "read",
        "waiting",
        "not-scored",
        "above",
        '"jürgen müller"',
        "name:a-77",
        "-unread",
        "not between",
        "age>61",
        "images>1",
        "waiting>2h",
        "waiting<30m",
        "date>2020-04-01",
        "date<2020",
        "gate:lateral",
        "priority:stat",
        "impression:covid19",
        "reader:smith",
        "-muller",
    ],
)
def test_a_query_leaves_the_study_out(text):
    assert not finds(text)


def test_reading_states_are_words():
    read = MUELLER.with_read_state(ReadState.READ, 1.0)
    assert finds("read", read)
    assert not finds("unread", read)
    assert finds("reading", MUELLER.with_read_state(ReadState.IN_READING, 1.0))


def test_a_quoted_word_is_text_and_no_token():
    titled = entry(2, 0.1, study_description="second read")
    assert finds('"read"', titled)
    assert not finds("read", titled)


def test_the_reason_is_searched_and_unscored_studies_have_no_risk():
    lateral = entry(3, reason="lateral view")
    assert finds("not-scored lateral", lateral)
    assert not finds("risk<1", lateral)
    waiting = entry(4)
    assert finds("waiting", waiting)
    assert not finds("risk>=0", waiting)


def test_a_file_without_a_header_is_found_by_its_name():
    lost = entry(5).with_image(unreadable("/in/broken.dcm"))
    assert finds("broken", lost)
    bare = type(lost)("k", (unreadable("/in/broken.dcm"),))
    assert finds("broken not-scored", bare)
    assert not finds("view:PA", bare)


def test_a_class_that_the_model_does_not_have_matches_no_comparison():
    from dataclasses import replace

    from tests.worklist.samples import rescored, scored

    two_classes = replace(scored("/studies/00001.dcm", 0.62), probabilities={})
    assert not finds("tb<1", rescored(MUELLER, two_classes))


def test_studies_whose_two_models_disagree_are_found_by_word_and_by_distance():
    from tests.ui.entries import entry as study
    from tests.ui.entries import with_second

    contradicted, close, alone = with_second(study(0, 0.82), 0.12), with_second(study(1, 0.9), 0.5), study(2, 0.9)
    assert [finds("disagree", one) for one in (contradicted, close, alone, study(3))] == [True, False, False, False]
    assert [finds("disagree>0.3", one) for one in (contradicted, close, alone, study(3))] == [True, True, False, False]


@given(st.text(max_size=40))
def test_every_text_is_a_valid_query(text):
    finds(text)


def test_the_search_text_of_a_study_with_thousands_of_slices_is_short():
    slices = entry(6).with_images([image_of(f"/ct/{n:05d}", study_instance_uid="1.2.6") for n in range(3000)])
    assert len(search_text(slices)) < 2000


@pytest.mark.parametrize(
    ("text", "trouble", "field"),
    [
        ("risk>much", Trouble.NEEDS_NUMBER, "risk"),
        ("age>old", Trouble.NEEDS_NUMBER, "age"),
        ("unknown:token", Trouble.NO_SUCH_FIELD, "unknown"),
        ("effusion>0.5", Trouble.NO_SUCH_FIELD, "effusion"),
        ("view:", Trouble.NO_VALUE, "view"),
        ("risk>", Trouble.NO_VALUE, "risk"),
        ("waiting>long", Trouble.NEEDS_DURATION, "waiting"),
        ("date>spring", Trouble.NEEDS_DATE, "date"),
        ("view>PA", Trouble.NEEDS_COLON, "view"),
        ("-risk>much", Trouble.NEEDS_NUMBER, "risk"),
    ],
)
def test_a_field_with_a_wrong_value_is_a_problem_and_hides_nothing(text, trouble, field):
    query = parse(f"muller {text}", now=NOW)
    assert [(p.word, p.trouble, p.field) for p in query.problems] == [(text, trouble, field)]
    assert query.mask(table_of(MUELLER)).all()


def test_words_with_signs_that_are_no_fields_are_free_text():
    titled = entry(2, 0.1, study_description="ratio 1:2, c-spine")
    assert finds("1:2 c-spine", titled)
    assert finds('"unknown:token"', entry(2, 0.1, study_description="unknown:token"))


def test_every_field_has_an_example_that_is_understood():
    for field in FIELDS.values():
        assert not parse(field.example, now=NOW).problems, field.name


def test_ages_are_read_as_the_standard_writes_them_else_from_two_dates():
    def years(**header) -> float | None:
        return age_years(entry(1, **header).radiograph)

    assert years(patient_age="061Y") == 61
    assert years(patient_age="018M") == 1.5
    assert years(patient_birth_date="19600402", study_date="20200401") == 59
    assert years(patient_birth_date="20300402", study_date="20200401") is None
    assert years(patient_age="old") is None


def test_a_study_that_was_read_waits_no_longer():
    read = MUELLER.with_read_state(ReadState.READ, 1.0)
    assert not finds("waiting>1m", read)
    assert parse("waiting>1m").ages
    assert not parse("waiting").ages


def test_what_the_reader_thinks_of_a_class_is_a_field_and_disagree_stays_a_number_too():
    verdicts = ((Finding.COVID19, Verdict.DISAGREE), (Finding.NORMAL, Verdict.AGREE))
    said = replace(MUELLER, impression=Impression(MUELLER.key, (), "2026", verdict=Verdict.DISAGREE, verdicts=verdicts))
    for text in (
        "disagree:covid",
        "disagree:covid19",
        "agree:normal",
        "-agree:tb",
        "disagree=COVID",
        "impression:disagree",
    ):
        assert finds(text, said), text
        assert not parse(text).problems
    for text in ("disagree:normal", "agree:covid", "-disagree:covid", "impression:agree"):
        assert not finds(text, said), text
    assert not finds("agree:normal")
    assert not finds("disagree>0.1", said)
    assert parse("agree:effusion").problems[0].trouble is Trouble.NEEDS_CLASS
    assert not parse("agree:effusion", ["effusion"]).problems
    assert parse("agree>0.5").problems[0].trouble is Trouble.NEEDS_COLON
    assert parse("disagree:effusion").problems[0].trouble is Trouble.NEEDS_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "risk>0.5",
        "risk<=0.25 a",
        "-risk>0.5",
        "images>1",
        "images=1 unread",
        "age>=40",
        "age=40",
        "pneumonia<0.2",
        "-a",
    ],
)
def test_many_studies_are_asked_as_each_alone_is(text):
    ages = ("", "040Y", "041Y", "odd")
    studies = [entry(n, None if n % 7 == 0 else n / 200, "lateral view", patient_age=ages[n % 4]) for n in range(200)]
    query = parse(text)
    assert not query.problems
    found = query.mask(table_of(*studies)).tolist()
    assert found == [query.mask(table_of(each)).tolist()[0] for each in studies]
    assert 0 < sum(found) < 200 or text.startswith(("images", "-a"))


def test_a_part_of_a_table_is_asked_as_the_whole_is():
    table = table_of(*(entry(n, n / 20) for n in range(20)))
    rows = np.array([3, 17, 5], dtype=np.intp)
    query = parse("risk>0.2 0000")
    assert query.mask(table.some(rows)).tolist() == query.mask(table)[rows].tolist() == [False, False, True]
