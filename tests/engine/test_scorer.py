"""Files in, predictions out: one each, whatever the file, and the same number whatever the company."""

from __future__ import annotations

import hashlib
import itertools
import os
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
    Correction,
    Finding,
    GateClass,
    Prediction,
    RiskBand,
    Status,
)
from cxr_desktop.engine import device, loaded_model
from cxr_desktop.engine.architectures import HeadSpec
from cxr_desktop.engine.backend_openvino import OpenVinoBackend
from cxr_desktop.engine.checkpoint import read_card, save_copy
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE, fit
from cxr_desktop.engine.model_folders import read_cards
from cxr_desktop.engine.orientation import CLASSES, LIES, MIRRORED, Lie
from cxr_desktop.engine.scorer import ModelFolders, Scorer, ScoreRequest


@pytest.fixture(scope="module")
def scorer(triage_model: Path, open_gate: Path) -> Scorer:
    return Scorer(ModelFolders(triage_model, open_gate), "cpu")


def _score(scorer: Scorer, paths: Iterable[str], **wishes) -> dict[str, Prediction]:
    return {p.path: p for p in scorer.score(ScoreRequest(path, **wishes) for path in paths)}


def _numbers(prediction: Prediction) -> tuple:
    return (
        dict(prediction.probabilities),
        dict(prediction.logits),
        prediction.gate,
        tuple((m.finding, m.values, m.to_source) for m in prediction.maps),
    )


def test_a_prediction_says_everything_about_its_file(scorer, films, triage_model, open_gate):
    prediction = _score(scorer, films[:1])[films[0]]
    assert prediction.status is Status.SCORED
    assert prediction.reason == ""
    assert prediction.content_hash == hashlib.sha256(Path(films[0]).read_bytes()).hexdigest()
    assert list(prediction.probabilities) == list(KNOWN_FINDINGS)
    assert sum(prediction.probabilities.values()) == pytest.approx(1.0, abs=1e-12)
    assert prediction.gate is not None
    assert prediction.gate.usable
    assert prediction.gate.probabilities["frontal_chest"] > 0.95
    assert prediction.risk_band in set(RiskBand)
    assert prediction.seconds > 0
    assert prediction.scored_at.endswith("+00:00")
    scored_by = prediction.scored_by
    assert scored_by is not None
    assert (scored_by.backend, scored_by.device, scored_by.precision) == ("openvino", "cpu", "fp32")
    assert scored_by.model_digest == read_cards(ModelFolders(triage_model, open_gate)).digest


def test_every_class_has_a_map_that_lies_on_the_source_image(scorer, films):
    prediction = _score(scorer, films[:1])[films[0]]
    assert [m.finding for m in prediction.maps] == list(KNOWN_FINDINGS)
    height, width = np.asarray(Image.open(films[0])).shape
    step = min(height, width) / 64  # "crop": the shorter side fills the 64 pixels of the input
    for found in prediction.maps:
        assert len(found.values) == 4 * found.height * found.width
        x, y = found.to_source.apply(1.5, 1.5)  # cell 1 of this network looks at input pixel 32.5
        assert (x - width / 2, y - height / 2) == pytest.approx((0.5 * step, 0.5 * step))


def test_a_number_is_bit_equal_alone_in_company_and_in_another_order(scorer, films):
    together = _score(scorer, films)
    shuffled = list(films)
    random.Random(4).shuffle(shuffled)
    again = _score(scorer, shuffled * 3)
    for path in films:
        alone = _score(scorer, [path])[path]
        assert _numbers(alone) == _numbers(together[path]) == _numbers(again[path])
    assert len({p.risk for p in together.values()}) == len(films), "or the test says nothing"


def test_every_request_has_its_prediction_even_if_a_path_comes_twice(scorer, films):
    paths = [*films, *films[:3]]
    found = list(scorer.score(map(ScoreRequest, paths)))
    assert sorted(p.path for p in found) == sorted(paths)


def test_bad_files_become_rows_with_reasons_and_the_rest_goes_on(scorer, films, tmp_path):
    truncated, text, empty = tmp_path / "cut.png", tmp_path / "letter.dcm", tmp_path / "empty.dcm"
    truncated.write_bytes(Path(films[0]).read_bytes()[:4000])
    text.write_text("Dear colleague, " * 40)
    empty.write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    os.symlink(films[0], tmp_path / "link.png")
    bad = [str(truncated), str(text), str(empty), str(tmp_path / "pipe"), str(tmp_path / "link.png")]
    bad += [str(tmp_path / "gone.png"), str(tmp_path), "bad\0name", "\udcff"]
    found = _score(scorer, itertools.chain.from_iterable(itertools.zip_longest(bad, films, fillvalue=films[0])))
    for path in bad:
        prediction = found[path]
        assert prediction.status in {Status.NOT_SCORED, Status.NOT_AN_IMAGE}
        assert prediction.reason
        assert "/" not in prediction.reason
        assert (prediction.probabilities, prediction.maps, prediction.risk_band) == ({}, (), None)
    assert found[str(text)].status is Status.NOT_AN_IMAGE
    assert all(found[path].status is Status.SCORED for path in films)


def test_a_fault_of_the_reader_itself_costs_one_file(scorer, films, monkeypatch, caplog):
    from cxr_desktop.imaging import reader

    read = reader.read_image

    def faulty(path, budget, data, shorter_side):
        if path == films[1]:
            raise ZeroDivisionError("secret name")
        if path == films[2]:
            raise MemoryError
        return read(path, budget, data, shorter_side)

    monkeypatch.setattr(reader, "read_image", faulty)
    found = _score(scorer, films)
    assert found[films[1]].reason == "the file cannot be read"
    assert found[films[2]].reason == "the image needs more memory than there is"
    assert sum(p.status is Status.SCORED for p in found.values()) == len(films) - 2
    assert "secret name" not in caplog.text


def test_a_stopped_image_has_a_reason_and_no_number_until_the_reader_overrides(triage_model, closed_gate, films):
    strict = Scorer(ModelFolders(triage_model, closed_gate), "cpu")
    stopped = _score(strict, films[:1])[films[0]]
    assert (stopped.status, stopped.reason) == (Status.NOT_SCORED, "lateral view")
    assert (stopped.probabilities, stopped.maps, stopped.risk) == ({}, (), None)
    assert stopped.gate is not None
    assert stopped.gate.gate_class is GateClass.LATERAL_CHEST
    assert stopped.content_hash
    scored = _score(strict, films[:1], override=True)[films[0]]
    assert (scored.status, scored.override) == (Status.SCORED, True)
    assert scored.gate is not None
    assert not scored.gate.usable
    assert scored.risk is not None


def test_an_empty_exposure_is_stopped_without_a_gate_and_can_be_overridden(triage_model, tmp_path):
    path = str(tmp_path / "noise.png")
    Image.fromarray(np.random.default_rng(1).integers(900, 1300, (300, 300), np.uint16)).save(path)
    free = Scorer(ModelFolders(triage_model), "cpu")
    stopped = _score(free, [path])[path]
    assert (stopped.status, stopped.reason) == (Status.NOT_SCORED, "no image content")
    assert _score(free, [path], override=True)[path].status is Status.SCORED


def test_without_a_gate_no_verdict_is_claimed(triage_model, films):
    prediction = _score(Scorer(ModelFolders(triage_model), "cpu"), films[:1])[films[0]]
    assert prediction.status is Status.SCORED
    assert prediction.gate is None


def test_a_class_that_the_model_does_not_have_is_absent(make_model, open_gate, films):
    model = make_model("triage", classes=["normal", "tuberculosis"], operating_points=[], map_scale={}, name="two")
    prediction = _score(Scorer(ModelFolders(model, open_gate), "cpu"), films[:1])[films[0]]
    assert list(prediction.probabilities) == [Finding.NORMAL, Finding.TUBERCULOSIS]
    assert (prediction.risk_finding, prediction.risk_band) == (Finding.TUBERCULOSIS, None)
    assert prediction.risk == prediction.probabilities[Finding.TUBERCULOSIS]


def test_classes_of_a_site_and_outputs_that_do_not_exclude_each_other_are_scored(make_model, open_gate, films):
    counts = {"true_positives": 9, "false_negatives": 1, "true_negatives": 8, "false_positives": 2}
    model = make_model(
        "triage",
        head=HeadSpec("mlp", pool="flatten", hidden=(8,)),
        cut="relu7",
        output="sigmoid",
        classes=["pleural_effusion", "normal", "nodule"],
        class_of_interest="nodule",
        operating_points=[{"finding": "nodule", "target": "sensitivity 0.98", "threshold": 0.0, **counts}],
        map_scale={},
        name="site",
    )
    prediction = _score(Scorer(ModelFolders(model, open_gate), "cpu"), films[:1])[films[0]]
    assert list(prediction.probabilities) == ["pleural_effusion", "normal", "nodule"]
    for finding, logit in prediction.logits.items():
        assert prediction.probabilities[finding] == pytest.approx(1 / (1 + np.exp(-logit / 1.3)))
    assert (prediction.risk_finding, prediction.risk_band) == ("nodule", RiskBand.ABOVE)
    assert prediction.risk == prediction.probabilities[Finding("nodule")]
    (height, width) = np.asarray(Image.open(films[0])).shape
    step = min(height, width) / 64
    for found in prediction.maps:
        assert (found.height, found.width) == (4, 4)
        x, y = found.to_source.apply(2.5, 2.5)  # 16 pixels a cell: the third looks at input pixel 32.5
        assert (x - width / 2, y - height / 2) == pytest.approx((0.5 * step, 0.5 * step))


def test_turning_the_image_turns_the_maps_with_it(scorer, films, tmp_path):
    turned = str(tmp_path / "turned.png")
    Image.fromarray(np.rot90(np.asarray(Image.open(films[3])), 1).copy()).save(turned)
    wish = _score(scorer, films[3:4], quarter_turns=1)[films[3]]
    file = _score(scorer, [turned])[turned]
    assert wish.quarter_turns == 1
    assert wish.logits == pytest.approx(file.logits)
    assert wish.maps[0].values == file.maps[0].values
    assert wish.maps[0].to_source != file.maps[0].to_source
    assert _score(scorer, films[3:4], quarter_turns=5)[films[3]].quarter_turns == 1


def test_an_endless_queue_is_read_only_as_far_as_there_is_room(scorer, films):
    taken = 0

    def endless():
        nonlocal taken
        for path in itertools.cycle(films):
            taken += 1
            yield ScoreRequest(path)

    running = scorer.score(endless())
    for done in range(1, 31):
        assert next(running).status is Status.SCORED
        assert taken - done <= 20
    running.close()


def test_a_device_that_fails_is_left_for_the_processor_with_a_warning(triage_model, open_gate, films, monkeypatch):
    class Failing(OpenVinoBackend):
        name, device, calls = "torch", "cuda:0", 0

        def forward(self, batch):
            Failing.calls += 1
            if Failing.calls > 2:
                raise DeviceError("the compute device has no memory left")
            return super().forward(batch)

    open_backend = loaded_model.open_backend

    def fake(folder, card, backend, name):
        if backend != "torch":
            return open_backend(folder, card, backend, name)
        spec = card.preprocess
        return Failing((folder / "model.onnx").read_bytes(), (spec.channels, spec.height, spec.width), 1)

    monkeypatch.setattr(loaded_model, "open_backend", fake)
    monkeypatch.setattr(device, "cuda_device_count", lambda: 1)
    warnings: list[str] = []
    scorer = Scorer(ModelFolders(triage_model, open_gate), "auto", on_warning=warnings.append)
    assert scorer.scored_by.device == "cuda:0"
    found = list(scorer.score(map(ScoreRequest, films)))
    assert all(p.status is Status.SCORED for p in found)
    assert [p.scored_by.device for p in found] == ["cuda:0"] + ["cpu"] * (len(films) - 1)
    assert warnings == ["Scoring goes on with the processor: the compute device has no memory left"]


def test_auto_falls_back_with_a_warning_and_a_device_chosen_by_name_does_not(triage_model, monkeypatch):
    open_backend = loaded_model.open_backend

    def absent(folder, card, backend, name):
        if backend == "torch":
            raise DeviceError("the installed torch cannot use this graphics card")
        return open_backend(folder, card, backend, name)

    monkeypatch.setattr(loaded_model, "open_backend", absent)
    monkeypatch.setattr(device, "cuda_device_count", lambda: 1)
    warnings: list[str] = []
    scorer = Scorer(ModelFolders(triage_model), "auto", on_warning=warnings.append)
    assert scorer.scored_by.backend == "openvino"
    assert warnings == ["The processor is used: the installed torch cannot use this graphics card"]
    with pytest.raises(DeviceError):
        Scorer(ModelFolders(triage_model), "cuda")


def test_a_model_in_the_wrong_role_is_refused(triage_model, open_gate):
    with pytest.raises(CheckpointError, match="not made for this task"):
        Scorer(ModelFolders(open_gate), "cpu")
    with pytest.raises(CheckpointError, match="not made for this task"):
        Scorer(ModelFolders(triage_model, triage_model), "cpu")


def test_score_never_loads_torch_on_the_processor(triage_model, open_gate, films):
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path\n"
        "from cxr_desktop.engine.scorer import ModelFolders, Scorer, ScoreRequest\n"
        "model, gate, film = sys.argv[1:]\n"
        "(p,) = Scorer(ModelFolders(Path(model), Path(gate)), 'cpu').score([ScoreRequest(film)])\n"
        "print(p.status, sorted({'torch', 'onnx', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(triage_model), str(open_gate), films[0]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("scored []\n", "")


@pytest.fixture(scope="session")
def make_orientation(make_model) -> Callable[[Lie], Path]:
    """An orientation model that sees every film lie in one way."""

    def make(lie: Lie) -> Path:
        limits = {"turned": 0.9, "inverted": 0.9, "mirrored": 0.9}
        bias = [9.0 if known == lie else 0.0 for known in LIES]
        return make_model("orientation", bias, name=lie.name, classes=list(CLASSES), orientation_thresholds=limits)

    return make


def test_a_film_that_lies_on_its_side_is_stopped_with_its_correction(triage_model, open_gate, make_orientation, films):
    folders = ModelFolders(triage_model, open_gate, make_orientation(Lie(1, inverted=True)))
    scorer = Scorer(folders, "cpu")
    (stopped,) = scorer.score([ScoreRequest(films[0])])
    assert stopped.status is Status.NOT_SCORED
    assert stopped.gate is not None
    assert (stopped.gate.gate_class, stopped.gate.correction) == (GateClass.TURNED, Correction(1, inverted=True))
    assert stopped.reason == stopped.gate.reason == "the film lies on its side and black and white are exchanged"
    (anyway,) = scorer.score([ScoreRequest(films[0], override=True)])
    assert anyway.status is Status.SCORED
    assert anyway.gate == stopped.gate


def test_a_mirrored_film_is_scored_with_a_flag(triage_model, open_gate, make_orientation, films):
    folders = ModelFolders(triage_model, open_gate, make_orientation(Lie(mirrored=True)))
    (found,) = Scorer(folders, "cpu").score([ScoreRequest(films[0])])
    assert found.status is Status.SCORED
    assert MIRRORED in found.flags


def test_only_a_frontal_chest_is_asked_how_it_lies(triage_model, closed_gate, make_orientation, films):
    folders = ModelFolders(triage_model, closed_gate, make_orientation(Lie(2)))
    (stopped,) = Scorer(folders, "cpu").score([ScoreRequest(films[0])])
    assert stopped.reason == "lateral view"


def test_how_a_film_lies_is_told_without_a_gate_too(triage_model, make_orientation, films):
    (stopped,) = Scorer(ModelFolders(triage_model, orientation=make_orientation(Lie(2))), "cpu").score(
        [ScoreRequest(films[0])]
    )
    assert stopped.reason == "the film is upside down"


def _with_familiarity(source: Path, folder: Path, threshold: float, channels: int = 192) -> Path:
    card = read_card(source)
    features = np.random.default_rng(3).normal(size=(40, channels)).astype(np.float32)
    beside = {FAMILIARITY_FILE: fit(features, threshold).to_bytes()}
    save_copy(folder, dict(card.document), source, card, beside)
    return folder


def test_an_image_unlike_those_of_the_training_is_stopped_and_can_be_scored_anyway(
    triage_model, open_gate, films, tmp_path
):
    strange = Scorer(ModelFolders(_with_familiarity(triage_model, tmp_path / "m", 1e-6), open_gate), "cpu")
    (stopped,) = strange.score([ScoreRequest(films[0])])
    assert stopped.status is Status.NOT_SCORED
    assert stopped.reason == "unlike the images that the model learned from"
    assert stopped.gate is not None
    assert stopped.gate.gate_class is GateClass.UNFAMILIAR
    assert stopped.gate.probabilities["frontal_chest"] > 0.9
    assert not stopped.probabilities
    (anyway,) = strange.score([ScoreRequest(films[0], override=True)])
    assert anyway.status is Status.SCORED
    assert anyway.gate == stopped.gate
    known = Scorer(ModelFolders(_with_familiarity(triage_model, tmp_path / "n", 1e6), open_gate), "cpu")
    (found,) = known.score([ScoreRequest(films[0])])
    assert found.status is Status.SCORED


def test_a_familiarity_of_another_network_is_refused(triage_model, tmp_path):
    folder = _with_familiarity(triage_model, tmp_path / "m", 1.0, channels=7)
    with pytest.raises(CheckpointError, match="not computed with this network"):
        Scorer(ModelFolders(folder), "cpu")


def test_a_changed_familiarity_file_is_refused(triage_model, tmp_path):
    folder = _with_familiarity(triage_model, tmp_path / "m", 1.0)
    (folder / FAMILIARITY_FILE).write_bytes(b"something else")
    with pytest.raises(CheckpointError, match="does not match its card"):
        Scorer(ModelFolders(folder), "cpu")


def test_a_film_that_vanishes_before_its_turn_costs_its_own_row(scorer, films, tmp_path):
    gone = str(tmp_path / "unplugged" / "film.png")
    found = _score(scorer, (films[0], gone, films[1]))
    assert (found[films[0]].status, found[films[1]].status) == (Status.SCORED, Status.SCORED)
    assert (found[gone].status, found[gone].reason) == (Status.NOT_SCORED, "the file is no longer there")
