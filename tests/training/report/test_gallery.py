"""Which images are shown, and whose map is drawn."""

import base64
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.training.invented_answers import judged, look
from training.report.gallery import MOST, SIDE, choose, gallery, pictures, scale_of

SCALE = {"covid19": 5.0, "pneumonia": 5.0, "normal": 5.0}


def test_hits_are_right_misses_are_wrong_and_every_class_has_its_turn():
    one = judged()
    chosen = choose(one)
    assert chosen == choose(one)
    for i, kind in chosen:
        assert (one.called[i] == one.labels[i]) is np.bool_(kind == "hit")
    for kind in ("hit", "miss"):
        own = [i for i, k in chosen if k == kind]
        assert 0 < len(own) <= MOST
        assert {int(one.labels[i]) for i in own} == {0, 1, 2}


def test_hits_are_the_surest_the_middling_and_the_least_sure():
    one = judged()
    own = [i for i, kind in choose(one) if kind == "hit" and one.labels[i] == 0]
    hits = np.flatnonzero((one.labels == 0) & (one.called == 0))
    sure = sorted(one.p[hits, 0], reverse=True)
    assert [one.p[i, 0] for i in own] == [sure[0], sure[round((len(sure) - 1) / 2)], sure[-1]]


def test_a_map_is_drawn_only_where_it_may_be():
    one = judged()
    rows = gallery(one, look, SCALE)
    threshold = min(q.threshold for q in one.points if q.finding == "covid19")
    for row in rows:
        i = next(k for k, s in enumerate(one.samples) if s.file.endswith(row["file_name"]))
        if row["called"] == "covid19":
            drawn = one.p[i, 0] >= threshold
            assert row["map"] == ("Map: COVID-19" if drawn else "COVID-19 below its operating point: no map")
        if row["called"] == "normal":
            assert "Normal" not in row["map"]  # that nothing is there has no place
    without = gallery(one, look, {})
    assert all(row["map"].startswith("No map of") for row in without)


def test_the_map_lies_where_the_cell_is():
    seen = look(judged(10).samples[0])
    drawn, plain = (
        np.asarray(Image.open(BytesIO(base64.b64decode(text))).convert("RGB")).astype(int)
        for text in pictures(seen.picture, seen.maps[0], 5.0)
    )
    warm = (np.abs(drawn - plain).max(axis=2) > 40).nonzero()
    assert (np.mean(warm[0]), np.mean(warm[1])) == (pytest.approx(14.5, abs=2), pytest.approx(24.5, abs=2))


def test_a_large_or_coloured_picture_becomes_small():
    grey, _ = pictures(np.zeros((900, 600), np.uint8), None, 1.0)
    assert Image.open(BytesIO(base64.b64decode(grey))).size == (round(SIDE * 2 / 3), SIDE)
    colour, _ = pictures(np.zeros((32, 32, 3), np.uint8), look(judged(10).samples[0]).maps[0], 5.0)
    assert Image.open(BytesIO(base64.b64decode(colour))).mode == "RGB"


def test_the_scale_of_colours_is_that_of_right_calls():
    one = judged()
    peaks = np.ones((len(one.samples), 3))
    peaks[(one.labels == 0) & (one.called == 0), 0] = 7.0
    assert scale_of(peaks, one) == {"covid19": 7.0, "pneumonia": 1.0, "normal": 1.0}
