"""Impressions are kept for good, the newest counts, and training gets labels without anybody's name."""

from __future__ import annotations

import sqlite3

import pytest

from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import NOT_USABLE, OTHER, Impression, Verdict
from cxr_desktop.domain.prediction import Finding, GateClass, QualityVerdict
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import Wish
from cxr_desktop.worklist import schema
from cxr_desktop.worklist.store import ModelKey, Store
from tests.worklist.samples import SCORED_BY, image, not_scored, scored

MODEL = ModelKey(SCORED_BY.model_digest, SCORED_BY.preprocess_version)
AT = "2026-01-02T03:04:05+00:00"
COVID, NORMAL = Finding.COVID19, Finding.NORMAL


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "w.sqlite3")
    yield made
    made.close()


def put(store: Store, path: str, *findings: Finding, result=scored, **about) -> str:
    """A study of one image, scored, with an impression; returns its key."""
    one = image(path, **about)
    assert isinstance(one.radiograph, Radiograph)
    store.add([one], now=1.0)
    store.record([result(path, 0.5) if result is scored else result(path)])
    store.add_impressions([Impression(one.radiograph.study_key, findings, AT)])
    return one.radiograph.study_key


def only(store: Store):
    [page] = store.load_folder("/in", MODEL)
    [entry] = page
    return entry


def test_the_newest_impression_counts_and_nothing_said_is_ever_lost(store):
    key = put(store, "/in/a", COVID)
    assert only(store).impression == Impression(key, (COVID,), AT)
    store.add_impressions([Impression(key, (NORMAL,), AT, "after the prior"), Impression(key, (OTHER,), AT)])
    assert only(store).impression == Impression(key, (OTHER,), AT)
    assert store.studies([key])[key].impression == Impression(key, (OTHER,), AT)
    store.add_impressions([Impression(key, (), AT)])
    assert only(store).impression is None
    assert len(store._rows("SELECT * FROM impressions")) == 4


@pytest.mark.parametrize("sql", ["UPDATE impressions SET findings = '[]'", "DELETE FROM impressions"])
def test_what_was_said_cannot_be_changed_afterwards(store, sql):
    put(store, "/in/a", COVID)
    with pytest.raises(StoreError), store._transaction() as db:
        db.execute(sql)
    assert only(store).impression is not None


def test_verdicts_on_single_classes_are_kept_and_impressions_of_before_have_none(store):
    key = put(store, "/in/a", COVID)
    number = store.studies([key])[key].order
    verdicts = ((COVID, Verdict.AGREE), (NORMAL, Verdict.DISAGREE))
    said = Impression(key, (COVID,), AT, verdict=Verdict.DISAGREE, verdicts=verdicts)
    store.add_impressions([said])
    assert only(store).impression == said
    assert store.count_labels() == 1
    store.add_impressions([Impression(key, (), AT, verdicts=verdicts)])
    assert only(store).impression.verdicts == verdicts
    # As every version before wrote it, and what none ever wrote.
    for text, kept in (('["normal"]', Impression(key, (NORMAL,), AT)), ('{"findings": []}', None), ("3", None)):
        store._db.execute("INSERT INTO impressions (study, at, findings) VALUES (?, ?, ?)", (number, AT, text))
        assert only(store).impression == kept


def test_an_impression_that_cannot_be_understood_is_no_impression(store):
    key = put(store, "/in/a")
    number = store.studies([key])[key].order
    store._db.execute("INSERT INTO impressions (study, at, findings) VALUES (?, ?, ?)", (number, AT, '{"a": '))
    assert only(store).impression is None
    assert store.count_labels() == 0


def test_a_database_of_the_first_version_gains_the_table(tmp_path):
    path = tmp_path / "old.sqlite3"
    schema.open_database(path, schema.MIGRATIONS[:1]).close()
    store = Store(path)
    key = put(store, "/in/a", COVID)
    assert store.studies([key])[key].impression is not None
    store.close()


def test_only_studies_with_one_clear_class_become_labels(store):
    put(store, "/in/covid", COVID, patient_id="P-1")
    put(store, "/in/normal", NORMAL, patient_id="P-2")
    put(store, "/in/both", COVID, Finding.PNEUMONIA, patient_id="P-3")
    put(store, "/in/other", OTHER, patient_id="P-4")
    put(store, "/in/unusable", NOT_USABLE, patient_id="P-5")
    put(store, "/in/nothing", patient_id="P-6")
    assert [(found.path, found.label) for found in store.labelled_images()] == [
        ("/in/covid", COVID),
        ("/in/normal", NORMAL),
    ]
    assert store.count_labels() == 2


def wished(store: Store, path: str, override: bool = False, turns: int = 0, **changes) -> None:
    store.set_wish(path, Wish(override, turns))
    store.record([scored(path, 0.5, override=override, quarter_turns=turns, **changes)])


def test_only_frontal_images_that_were_scored_become_labels(store):
    put(store, "/in/pa", COVID, view_position="PA")
    put(store, "/in/unknown", COVID, view_position="")
    put(store, "/in/lateral", COVID, view_position="LL")
    put(store, "/in/refused", COVID, result=not_scored)
    for path, view, gate in (
        ("/in/forced", "", GateClass.NOT_CHEST),
        ("/in/forced-lateral", "", GateClass.LATERAL_CHEST),
        ("/in/forced-ap", "AP", GateClass.LATERAL_CHEST),
    ):
        put(store, path, COVID, view_position=view, result=not_scored)
        wished(store, path, override=True, gate=QualityVerdict(gate, False, "no"))
    put(store, "/in/turned", COVID)
    wished(store, "/in/turned", turns=1)
    put(store, "/in/gone", COVID)
    store.set_missing(["/in/gone"], True)
    found = {image.path: image.view for image in store.labelled_images()}
    assert found == {"/in/pa": "PA", "/in/unknown": "", "/in/forced": "", "/in/forced-ap": "AP"}


def test_all_frontal_images_of_a_study_carry_its_label(store):
    put(store, "/in/a", COVID, study_instance_uid="1.2.3")
    store.add([image("/in/b", study_instance_uid="1.2.3")], now=2.0)
    store.record([scored("/in/b", 0.4)])
    assert [found.path for found in store.labelled_images()] == ["/in/a", "/in/b"]


def test_patients_have_pseudonyms_that_are_the_same_within_one_database_and_of_no_use_outside(store, tmp_path):
    put(store, "/in/a", COVID, patient_id="P-1")
    put(store, "/in/b", COVID, patient_id="P-1")
    put(store, "/in/c", COVID, patient_id="")
    put(store, "/in/d", COVID, patient_id="")
    one, same, nameless, other = (found.patient for found in store.labelled_images())
    assert one == same
    assert len({one, nameless, other}) == 3
    assert {len(one), len(nameless)} == {64}
    assert [found.patient for found in store.labelled_images()] == [one, same, nameless, other]
    elsewhere = Store(tmp_path / "other.sqlite3")
    put(elsewhere, "/in/a", COVID, patient_id="P-1")
    assert elsewhere.labelled_images()[0].patient != one
    elsewhere.close()


def test_the_newest_model_need_not_be_the_one_that_scored(store):
    put(store, "/in/a", COVID)
    [page] = store.load_folder("/in", ModelKey("another model", 1))
    assert page[0].images[0].prediction is None
    assert [found.path for found in store.labelled_images()] == ["/in/a"]


def test_the_salt_stays_in_the_database(store, tmp_path):
    put(store, "/in/a", COVID)
    store.labelled_images()
    with sqlite3.connect(f"file:{tmp_path}/w.sqlite3?mode=ro", uri=True) as reader:
        [(salt,)] = reader.execute("SELECT value FROM secrets").fetchall()
    reader.close()
    assert len(salt) == 32
