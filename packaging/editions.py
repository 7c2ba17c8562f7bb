"""The two editions as data: what goes into each, what stays out, how large it may be; builds nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_TRAINING_REQUIREMENTS = frozenset(
    {
        "torch",
        "torchvision",
        "grad-cam",
        "lightning",
        "matplotlib",
        "optuna",
        "pyarrow",
        "tensorboardx",
        "timm",
        "torchmetrics",
        "scikit-learn",
        "onnx",
    }
)
"""Requirements of pyproject.toml that only training, measuring and the slow heat maps need."""

_TRAINING_MODULES = (
    "torch", "torchvision", "torchmetrics", "lightning", "pytorch_lightning", "lightning_fabric", "pytorch_grad_cam",
    "timm", "optuna", "matplotlib", "sklearn", "joblib", "onnx", "onnxruntime", "pyarrow", "tensorboardX",
    "tensorboard", "pandas", "cv2", "sympy", "networkx",
)  # fmt: skip

_MEASURING_MODULES = tuple(
    # Reading and scoring label connected areas (scipy.ndimage) and blur phantoms (scipy.fft); the rest is statistics.
    f"scipy.{room}"
    for room in ("stats", "optimize", "signal", "interpolate", "integrate", "io", "cluster", "odr", "datasets",
                 "spatial", "sparse", "differentiate")
)  # fmt: skip

_NEVER = (
    # No room of the program imports these; hooks and optional imports of libraries would bring them along.
    "tkinter", "_tkinter", "IPython", "ipykernel", "notebook", "pytest", "_pytest", "hypothesis", "mypy", "setuptools",
    "pip", "wheel", "pkg_resources", "lib2to3", "pydoc_data", "test", "cupy", "dask", "numba", "tensorflow", "jax",
    "openvino_telemetry", "openvino.torch", "openvino.tools", "pydicom.data.test_files", "numpy.distutils",
    "triton", "torch.utils.tensorboard", "PyQt5", "PyQt6", "PySide2", "OpenGL", "h5py",
    "cffi",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2",
    "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtXml",
    "PySide6.QtConcurrent", "PySide6.QtTest",
    # Under the GPL, and for a terminal in which somebody types Python.
    "readline", "_gdbm", "dbm.gnu",
)  # fmt: skip

CODECS = ("jpeg8", "jpeg2k", "jpegls", "jpegsof3", "htj2k", "imcd", "png", "shared", "shared_cython")
"""Extension modules of imagecodecs, which loads them by name at the first use: no analysis of imports sees them."""


@dataclass(frozen=True, slots=True)
class Edition:
    """``budget_mb`` is the most that the unpacked folder may hold, in megabytes of 10⁶ bytes."""

    name: str
    title: str
    budget_mb: int
    trains: bool

    @property
    def excludes(self) -> tuple[str, ...]:
        """Modules that PyInstaller shall not follow."""
        return _NEVER if self.trains else (*_NEVER, *_TRAINING_MODULES, *_MEASURING_MODULES)

    def requirements(self) -> list[str]:
        """Of pyproject.toml, those of this edition."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        wanted: list[str] = project["dependencies"]
        return [line for line in wanted if self.trains or name_of(line) not in _TRAINING_REQUIREMENTS]


EDITIONS = {
    edition.name: edition
    for edition in (
        Edition("triage", "triage edition", 600, trains=False),
        Edition("full", "full edition", 5_300, trains=True),
    )
}


def name_of(requirement: str) -> str:
    """The project of a requirement, normalised as PEP 503 has it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    if found is None:
        raise ValueError(f"no requirement: {requirement}")
    return normalised(found.group())


def normalised(name: str) -> str:
    """Lower case, runs of ``-_.`` as one hyphen."""
    return re.sub(r"[-_.]+", "-", name).lower()


# --- what is dropped after the analysis, by its place in the bundle ---------------------------------------------------

_UNUSED = tuple(
    re.compile(pattern)
    for pattern in (
        # OpenVINO reads ONNX and computes on the processor, nothing else.
        r"openvino/libs/(lib)?openvino_(intel_gpu|intel_npu|hetero|auto_batch|auto|c\b|gguf|ir|jax|paddle|pytorch|tensorflow)",
        r"openvino/libs/(cache\.json|tbb\.pc)",
        r"openvino/(include|cmake)/",
        # Qt: a window of widgets, pictures as PNG and SVG, X11, Wayland and a platform without a screen.
        r"PySide6/(Qt/)?qml/",
        r"PySide6/(Qt/)?translations/(?!qtbase_|qt_)",
        r"PySide6/(Qt/)?plugins/(qmltooling|qmllint|designer|sqldrivers|networkinformation|tls|vectorimageformats"
        r"|egldeviceintegrations|generic|wayland-graphics-integration-server)/",
        r"PySide6/(Qt/)?plugins/platforms/lib(qeglfs|qlinuxfb|qminimal|qminimalegl|qvkkhrdisplay|qvnc)\.",
        r"PySide6/(Qt/)?plugins/imageformats/(lib)?q(pdf|gif|icns|tga|tiff|wbmp|webp)\.",
        r"PySide6/(Qt/)?plugins/platforminputcontexts/libqtvirtualkeyboardplugin",
        # With the GTK theme half of GTK of the building machine would come along; without it dialogs are Qt's own.
        r"PySide6/(Qt/)?plugins/(platformthemes/libqgtk3|printsupport/)",
        r"(PySide6/(Qt/)?(lib/)?)?(lib)?Qt6(Qml|Quick|Pdf|Sql|Designer|Help|VirtualKeyboard|Labs|Lottie|EglFS|EglFsKms"
        r"|UiTools|Test|Concurrent|WaylandCompositor|3D)\w*\.",
        r"PySide6/(opengl32sw\.dll|Qt6Qml.*|Qt6Quick.*)",
        # CUDA: torch links to nearly all of it. Not to tools of measurement, several cards in one solver, old
        # interfaces, the small variant of the compiler; Triton compiles for `torch.compile`, which no recipe uses.
        r"(nvidia/\w+/lib/)?lib(cusolverMg|cufftw|nvblas|nvrtc\.alt|nvrtc-builtins\.alt|nvperf_\w+|checkpoint"
        r"|pcsamplingutil|cufile_rdma|accinj64|cuinj64)\.so",
        r"triton/",
        # Parquet files are read; nothing is served and nothing is queried.
        r"pyarrow/(lib)?arrow_(flight|substrait)|pyarrow/_(flight|substrait|s3fs|gcsfs|azurefs|hdfs)",
        # Headers, sources and tests of libraries.
        r"(torch|nvidia/\w+)/(include|share)/",
        r"\w+(/\w+)*/tests?/",
        r".*\.(pyx|pxd|pyi|h|hpp|cuh|cmake|lib|a|ts)$",
    )
)


def is_unused(place: str) -> bool:
    """Whether a file at this place in the bundle is left out; ``place`` is relative, with ``/``."""
    return any(pattern.match(place) for pattern in _UNUSED)
