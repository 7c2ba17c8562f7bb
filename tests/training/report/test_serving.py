"""A model picture by picture gives the scorer's own logits and maps."""

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from training.data.splits import of_split
from training.events import Events
from training.report.serving import Seen, ServedModel, against, picture
from training.report.subjects import ModelFolder
from training.run.run_folder import read_run


def test_a_picture_by_hand_is_scored_as_its_file(trained, published):
    run, served, scorer = read_run(trained), ServedModel(published, None), ModelFolder(published)
    samples = of_split(run.samples, "test")[:4]
    logits = scorer.answer(run.root, samples, Events(echo="")).logits
    for row, sample in zip(logits, samples, strict=True):
        seen = served.see(picture(run.root / sample.file), None)
        assert seen.logits == pytest.approx(row, abs=1e-6)
        for column, shown in enumerate(scorer.look(run.root, sample).maps):
            made = seen.map_of(column, shown.finding)
            assert (made.height, made.width, made.to_source) == (shown.height, shown.width, shown.to_source)
            assert np.frombuffer(made.values, "<f4") == pytest.approx(np.frombuffer(shown.values, "<f4"), abs=1e-6)


def test_what_speaks_against_a_class_is_the_others_weighed_by_their_odds():
    evidence = np.array([[[1.0, 0.0]], [[0.0, 4.0]], [[2.0, 2.0]]])
    seen = Seen(np.array([np.log(3.0), 0.0, 7.0]), evidence, Affine(), np.zeros(1, np.float32))
    assert against(seen, 2, "softmax") == pytest.approx(np.array([[0.75 - 2.0, 1.0 - 2.0]]))
    assert against(seen, 2, "sigmoid") == pytest.approx(-evidence[2])
