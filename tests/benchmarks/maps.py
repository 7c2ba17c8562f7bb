"""Heat maps of all classes on top of the probabilities: the same images with and without maps, by every shipped model.

Without maps the network is compiled with the logits as its only output, so that nothing is computed or copied for maps.
The input of both is ready; the time is that of the network and the probabilities, with the maps or without.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from cxr_desktop import paths
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.engine.backend_openvino import _core, options
from cxr_desktop.engine.card import ONNX_FILE
from cxr_desktop.engine.checkpoint import list_models, model_folder, read_file
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.triage_model import TriageModel
from tests.benchmarks._pairs import Comparison, in_turn, parser, show

_SAMPLE_S = 0.5
"""Of each measurement, about: one of a tenth of a second differs from the next by more than what it looks for."""
_NOTHING = np.zeros(0, dtype=np.float32)


def _seconds(work: Callable[[], None], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - started


def _logits_alone(network: bytes, shape: tuple[int, int, int], streams: int) -> Callable[[np.ndarray], list[Outputs]]:
    """The network with its logits as the only output, run as the backend runs it."""
    import openvino

    whole = _core().read_model(network)
    only = openvino.Model([whole.output("logits")], whole.get_parameters())
    only.reshape({"input": [1, *shape]})
    compiled = _core().compile_model(only, "CPU", options(streams))
    requests = [compiled.create_infer_request() for _ in range(streams)]

    def forward(batch: np.ndarray) -> list[Outputs]:
        found = []
        for first in range(0, len(batch), streams):
            running = list(zip(range(first, min(first + streams, len(batch))), requests, strict=False))
            for index, request in running:
                request.start_async({"input": batch[index : index + 1]}, share_inputs=True)
            for _, request in running:
                request.wait()
                found.append(Outputs(_NOTHING, np.array(request.get_tensor("logits").data[0])))
        return found

    return forward


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratio for each model."""
    asked = parser("maps", short, rounds=9).parse_args(arguments or [])
    dirs, found = paths.checkpoint_dirs(), []
    for card in list_models(dirs)[: 1 if short else None]:
        folder = model_folder(card.name, dirs)
        model = TriageModel(folder, card, card.digest, "openvino", "cpu")
        spec, streams = card.preprocess, model.preferred_batch
        shape = (spec.channels, spec.height, spec.width)
        batch = np.random.default_rng(0).normal(size=(8, *shape)).astype(np.float32)
        plain = _logits_alone(read_file(folder, card, ONNX_FILE), shape, streams)

        def with_maps(model: TriageModel = model, batch: np.ndarray = batch) -> None:
            for output in model.forward(list(batch)):
                model.answer(output)
                model.maps(output, Affine())

        def without(
            model: TriageModel = model, plain: Callable[[np.ndarray], list[Outputs]] = plain, batch: np.ndarray = batch
        ) -> None:
            for output in plain(batch):
                model.answer(output)

        with_maps(), without()
        times = 1 if short else max(1, round(_SAMPLE_S / _seconds(without, 1)))
        mine, theirs = in_turn(
            asked.rounds, lambda w=with_maps, n=times: _seconds(w, n), lambda w=without, n=times: _seconds(w, n)
        )
        found.append(Comparison(f"all maps and probabilities, {card.name}", mine, theirs, 1.05, False))
    show("maps: with heat maps of all classes, against the logits alone", found, asked.json)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
