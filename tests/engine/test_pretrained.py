"""ImageNet weights fill every tensor of a backbone, or a plain sentence says why they cannot; no server but our own."""

from __future__ import annotations

import hashlib
import io
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
from cxr_desktop.domain.errors import CheckpointError  # noqa: E402
from cxr_desktop.engine import networks, pretrained  # noqa: E402
from cxr_desktop.engine.architectures import HeadSpec  # noqa: E402
from cxr_desktop.engine.pretrained import PretrainedUnavailableError, initialise, load_imagenet  # noqa: E402

PUBLISHED = [*pretrained._TORCHVISION, *pretrained._TIMM]


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path / "hub"))
    return tmp_path / "hub" / "checkpoints"


class _Server(ThreadingHTTPServer):
    files: dict[str, bytes]
    asked: int = 0


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.server.asked += 1
        data = self.server.files.get(self.path)
        self.send_response(404 if data is None else 200)
        length = int(self.path.partition("?")[2] or len(data or b""))
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def server() -> Iterator[_Server]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.files = {}
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def _publish(server: _Server, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, query: str = "") -> str:
    path = f"/{name}{query}"
    server.files[path] = data
    monkeypatch.setattr(pretrained, "_address", lambda _: (f"http://127.0.0.1:{server.server_address[1]}{path}", name))
    return name


def _original(architecture: str):
    """The network as its own library builds it, whose state has the structure of the published file."""
    torch.manual_seed(3)
    if architecture in pretrained._TIMM:
        import timm

        return timm.create_model(architecture, pretrained=False)
    from torchvision import models

    extra = {"init_weights": False} if architecture == "inception_v3" else {}
    return models.get_model(architecture, weights=None, **extra)


def _as_published(architecture: str) -> dict:
    """As the file has it: no counters of batches, and DenseNet's old names."""
    with torch.device("meta"):
        whole = _original(architecture).state_dict()
    state = {
        name: torch.empty_like(tensor, device="cpu").uniform_(0.5, 1.5)
        for name, tensor in whole.items()
        if not name.endswith("num_batches_tracked")
    }
    if architecture == "densenet121":
        state = {re.sub(r"(denselayer\d+\.(?:norm|conv))([12]\.)", r"\1.\2", n): t for n, t in state.items()}
    return state


def _instead_of_a_download(monkeypatch: pytest.MonkeyPatch, state: dict) -> None:
    monkeypatch.setattr(pretrained, "_read", lambda _: state)
    monkeypatch.setattr(pretrained, "_download", lambda *_: None)


def _bytes_of(state: dict) -> bytes:
    stream = io.BytesIO()
    torch.save(state, stream)
    return stream.getvalue()


def _named(data: bytes) -> str:
    return f"net-{hashlib.sha256(data).hexdigest()[:8]}.pth"


@pytest.mark.parametrize("architecture", PUBLISHED)
def test_every_tensor_of_the_backbone_is_filled(architecture, monkeypatch):
    state = _as_published(architecture)
    if architecture == "densenet121":
        assert "features.denseblock1.denselayer1.norm.1.weight" in state
    _instead_of_a_download(monkeypatch, state)
    with torch.device("meta"):
        network = networks.build(architecture, 2, size=(96, 96))
    network.to_empty(device="cpu")
    for tensor in network.state_dict().values():
        tensor.zero_()
    load_imagenet(network, architecture, lambda *_: None)
    for name, tensor in network.state_dict().items():
        if name.startswith("classifier.") or name.endswith("num_batches_tracked"):
            assert not tensor.any(), name
        else:
            assert 0.5 <= float(tensor.min()) <= float(tensor.max()) <= 1.5, name


@pytest.mark.parametrize("architecture", ["resnet18", "squeezenet1_0", "efficientnet_b2", "densenet121", "resnetv2_50"])
def test_the_features_are_those_of_the_library_and_grey_gives_the_same(architecture, monkeypatch):
    original = _original(architecture).eval()
    _instead_of_a_download(monkeypatch, {n: t.clone() for n, t in original.state_dict().items()})
    colour, grey = (networks.build(architecture, 2, channels, size=(64, 64)).eval() for channels in (3, 1))
    for network in (colour, grey):
        load_imagenet(network, architecture, lambda *_: None)
    image = torch.randn(1, 1, 64, 64)
    repeated = image.repeat(1, 3, 1, 1)
    with torch.inference_mode():
        if architecture in pretrained._TIMM:
            expected = original.forward_features(repeated)
        elif architecture == "resnet18":
            expected = torch.nn.Sequential(*list(original.children())[:-2])(repeated)
        else:
            expected = original.features(repeated)
        expected = expected.relu() if architecture == "densenet121" else expected
        torch.testing.assert_close(colour.forward_features(repeated), expected, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(grey.forward_features(image), expected, rtol=1e-3, atol=1e-4)


def test_the_weights_fit_a_cut_network(monkeypatch):
    state = _as_published("densenet121")
    _instead_of_a_download(monkeypatch, state)
    head = HeadSpec("mlp", pool="flatten", hidden=(8,))
    network = networks.build("densenet121", 2, cut="features.denseblock2", head=head, size=(64, 64))
    load_imagenet(network, "densenet121", lambda *_: None)
    filled = network.backbone.denseblock2.denselayer3.conv2.weight
    assert torch.equal(filled, state["features.denseblock2.denselayer3.conv.2.weight"])


def test_a_download_tells_its_progress_and_happens_once(server, monkeypatch, cache):
    data = _bytes_of(_as_published("squeezenet1_0"))
    name = _publish(server, monkeypatch, _named(data), data)
    steps: list[tuple[int, int]] = []
    network = networks.build("squeezenet1_0", 2)
    load_imagenet(network, "squeezenet1_0", lambda *step: steps.append(step))
    assert steps[-1] == (len(data), len(data))
    assert steps == sorted(steps)
    assert len(steps) > 2
    assert [f.name for f in cache.iterdir()] == [name]
    load_imagenet(network, "squeezenet1_0", lambda *_: pytest.fail("it is on this computer"))
    assert server.asked == 1


@pytest.mark.parametrize("fault", ["hash", "cut short"])
def test_a_damaged_download_is_refused_and_not_kept(server, monkeypatch, cache, fault):
    data = _bytes_of({"a": torch.zeros(4)})
    name = "net-00000000.pth" if fault == "hash" else _named(data)
    _publish(server, monkeypatch, name, data, f"?{len(data) + 5}" if fault == "cut short" else "")
    with pytest.raises(PretrainedUnavailableError, match=r"downloaded: (the file came damaged|the connection broke)"):
        load_imagenet(networks.build("squeezenet1_0", 2), "squeezenet1_0", lambda *_: None)
    assert list(cache.iterdir()) == []


def test_a_server_without_the_file_is_told_by_its_answer(server, monkeypatch):
    _publish(server, monkeypatch, "net.pth", b"")
    server.files.clear()
    with pytest.raises(PretrainedUnavailableError, match="the server answers 404"):
        load_imagenet(networks.build("squeezenet1_0", 2), "squeezenet1_0", lambda *_: None)


def test_offline_there_is_one_plain_sentence_and_what_to_do(monkeypatch, cache):
    monkeypatch.setattr(pretrained, "_address", lambda _: ("http://127.0.0.1:9/net.pth", "net.pth"))
    with pytest.raises(PretrainedUnavailableError) as caught:
        load_imagenet(networks.build("squeezenet1_0", 2), "squeezenet1_0", lambda *_: None)
    assert str(caught.value) == (
        "The ImageNet weights of squeezenet1_0 could not be downloaded: connection refused. "
        "Choose other initial weights or try again online."
    )
    assert list(cache.iterdir()) == []


def test_a_server_that_has_no_name_here_is_told_without_jargon(monkeypatch):
    monkeypatch.setattr(pretrained, "_address", lambda _: ("http://weights.invalid/net.pth", "net.pth"))
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(PretrainedUnavailableError, match="downloaded: the server cannot be found"):
        load_imagenet(networks.build("squeezenet1_0", 2), "squeezenet1_0", lambda *_: None)


def test_a_network_that_nobody_trained_on_imagenet_says_so():
    with pytest.raises(PretrainedUnavailableError, match=r"There are no ImageNet weights of scnnb\."):
        load_imagenet(networks.build("scnnb", 10, 1, size=(28, 28)), "scnnb", lambda *_: None)


def test_a_file_that_is_not_what_it_was_is_told(cache, monkeypatch):
    monkeypatch.setattr(pretrained, "_address", lambda _: ("http://127.0.0.1:9/net.pth", "net.pth"))
    cache.mkdir(parents=True)
    network = networks.build("squeezenet1_0", 2)
    (cache / "net.pth").write_bytes(b"<html>")
    with pytest.raises(CheckpointError, match="delete the file"):
        load_imagenet(network, "squeezenet1_0", lambda *_: None)
    state = _as_published("squeezenet1_0")
    state.pop("features.7.expand3x3.bias")
    torch.save(state, cache / "net.pth")
    with pytest.raises(CheckpointError, match=r"backbone\.7\.expand3x3\.bias is missing"):
        load_imagenet(network, "squeezenet1_0", lambda *_: None)


def test_the_addresses_are_those_of_torchvision_and_timm():
    assert pretrained._address("resnet18")[1] == "resnet18-f37072fd.pth"
    url, name = pretrained._address("resnetv2_50")
    assert (url.rsplit("/", 1)[-1], name) == ("model.safetensors", "resnetv2_50.a1h_in1k.safetensors")


# -- any other weights -------------------------------------------------------------------------------------------------


def test_weights_of_the_same_backbone_under_another_head_leave_the_head_as_it_was():
    source = networks.build("gate_cnn", 4, 1).state_dict()
    network = networks.build("gate_cnn", 2, 1, head=HeadSpec("mlp", hidden=(8,)), cut="relu5")
    left = initialise(network, source)
    assert left == [name for name in network.state_dict() if name.startswith("classifier.")]
    for name, tensor in network.backbone.state_dict().items():
        assert torch.equal(tensor, source[f"backbone.{name}"])


def test_a_tensor_of_another_shape_is_left_and_named():
    source = networks.build("gate_cnn", 4, 3).state_dict()
    network = networks.build("gate_cnn", 4, 1)
    assert initialise(network, source) == ["backbone.conv1.weight"]
    assert torch.equal(network.classifier.weight, source["classifier.weight"])


def test_weights_of_another_network_and_weights_that_are_no_numbers_are_refused():
    network = networks.build("gate_cnn", 4, 1)
    with pytest.raises(CheckpointError, match="another network"):
        initialise(network, networks.build("squeezenet1_0", 4).state_dict())
    with pytest.raises(CheckpointError, match="not numbers"):
        initialise(network, {"backbone.conv2.weight": torch.full_like(network.backbone.conv2.weight, float("nan"))})
