"""Every method has maps of a real model folder, says what it costs, and is not offered where it cannot be had."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.domain.map_method import MapMethod, is_absolute
from cxr_desktop.engine import explainer
from cxr_desktop.engine.architectures import HeadSpec
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.questions import Withdrawn

FLAT = HeadSpec("mlp", pool="flatten", hidden=(8,))
POOLED = HeadSpec("mlp", hidden=(8,), activation="tanh")


def loaded(folder) -> LoadedModel:
    return LoadedModel(folder, read_card(folder), "openvino", "cpu")


def tensor(model: LoadedModel) -> np.ndarray:
    spec = model.card.preprocess
    return np.random.default_rng(3).normal(size=(spec.channels, spec.height, spec.width)).astype(np.float32)


def goes_on(share: float) -> None:
    pass


@pytest.fixture(scope="module")
def flat(make_model) -> LoadedModel:
    return loaded(make_model(architecture="scnnb", head=FLAT, name="flat"))


def test_every_method_has_a_map_of_each_class_without_torch(triage_model):
    model = loaded(triage_model)
    shapes = {method: explainer.explain(model, method, tensor(model), goes_on).shape for method in MapMethod}
    assert set(shapes.values()) == {(4, 2, 2)}
    assert all(explainer.has_closed_form(model, method) for method in MapMethod)


def test_grad_cam_is_the_map_that_comes_with_every_score(triage_model):
    model = loaded(triage_model)
    image = tensor(model)
    scored = model.maps(model.backend.forward(image[None]).image(0))
    np.testing.assert_array_equal(explainer.explain(model, MapMethod.GRAD_CAM, image, goes_on), scored)


def test_a_head_that_flattens_needs_the_library_for_what_has_no_closed_form(flat):
    needs = {method for method in MapMethod if not explainer.has_closed_form(flat, method)}
    assert needs == set(MapMethod) - {MapMethod.GRAD_CAM, MapMethod.EIGEN_CAM, MapMethod.SCORE_CAM}
    image = tensor(flat)
    maps = {method: explainer.explain(flat, method, image, goes_on) for method in MapMethod}
    assert len({found.shape for found in maps.values()}) == 1
    # LayerCAM keeps what HiResCAM's cancels: nowhere is there less of it.
    assert (maps[MapMethod.LAYER_CAM] >= maps[MapMethod.HIRES_CAM] - 1e-4).all()
    assert maps[MapMethod.HIRES_CAM].any()


@pytest.mark.parametrize("method", [MapMethod.SCORE_CAM, MapMethod.ABLATION_CAM])
def test_what_takes_long_says_how_far_it_is_and_ends_where_nobody_waits(flat, method):
    shares: list[float] = []

    def stop(share: float) -> None:
        if share > 0.3:
            raise Withdrawn

    explainer.explain(flat, method, tensor(flat), shares.append)
    assert shares == sorted(shares)
    assert (shares[0], len(set(shares)) > 3, shares[-1] < 1.0) == (0.0, True, True)
    with pytest.raises(Withdrawn):
        explainer.explain(flat, method, tensor(flat), stop)


def test_where_the_library_is_missing_its_methods_are_offered_with_the_reason(flat, monkeypatch):
    monkeypatch.setattr(explainer, "has_library", lambda: False)
    offers = {offer.method: offer for offer in explainer.offers(flat)}
    assert offers[MapMethod.HIRES_CAM].reason == explainer.NEEDS_TORCH
    assert offers[MapMethod.GRAD_CAM].reason == offers[MapMethod.SCORE_CAM].reason == ""


def test_a_pooled_head_with_hidden_layers_has_closed_forms_but_for_ablation(make_model):
    model = loaded(make_model(head=POOLED, name="pooled"))
    assert [m for m in MapMethod if not explainer.has_closed_form(model, m)] == [MapMethod.ABLATION_CAM]
    image = tensor(model)
    plain = explainer.explain(model, MapMethod.GRAD_CAM, image, goes_on)
    np.testing.assert_allclose(explainer.explain(model, MapMethod.HIRES_CAM, image, goes_on), plain, rtol=1e-4)


def test_an_offer_counts_passes_and_names_what_is_the_same_map(triage_model, make_model):
    offers = {offer.method: offer for offer in explainer.offers(loaded(triage_model))}
    assert offers[MapMethod.SCORE_CAM].seconds > 10 * offers[MapMethod.LAYER_CAM].seconds > 0
    assert [m for m, offer in offers.items() if offer.same_as_grad_cam] == [MapMethod.XGRAD_CAM, MapMethod.HIRES_CAM]


def test_only_contributions_to_the_logit_have_an_absolute_scale():
    assert is_absolute("grad-cam")
    assert is_absolute("layercam")
    assert not is_absolute("eigen-cam")
    assert not is_absolute("score-cam")
    assert not is_absolute("a method of tomorrow")
