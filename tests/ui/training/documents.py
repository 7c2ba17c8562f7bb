"""What the children of the wizard's first pages answer, made up small."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage


def inspection(folder: Path | None = None, **changes: Any) -> dict[str, Any]:
    """Three labels, a damaged file, a copy; with thumbnails where there is a folder for them."""
    thumbnails = []
    for number in range(6 if folder is not None else 0):
        assert folder is not None
        file = folder / f"{number}.png"
        image = QImage(24, 32, QImage.Format.Format_RGB32)
        image.fill(QColor(40 * number, 40 * number, 40 * number))
        image.save(str(file))
        name = ("covid19", "normal", "pneumonia")[number % 3]
        thumbnails.append({"file": str(file), "class": name, "split": "train"})
    return {
        "kind": "class folders",
        "images": 1312,
        "classes": {
            "covid19": {"label": "COVID-19", "train": 218, "val": 46, "test": 48},
            "normal": {"label": "Normal", "train": 413, "val": 88, "test": 90},
            "pneumonia": {"label": "Pneumonia", "train": 286, "val": 61, "test": 62},
        },
        "labels": {"COVID": 312, "NORMAL": 591, "Pneumonia (bacterial)": 409},
        "mapping": {"COVID": "covid19", "NORMAL": "normal", "Pneumonia (bacterial)": "pneumonia"},
        "patients": 1104,
        "sources": {"covid19": {"A": 312}, "normal": {"A": 200, "B": 391}, "pneumonia": {"B": 409}},
        "problems": [{"file": "covid/röntgen 17.png", "reason": "the PNG file is cut short"}],
        "problem_count": 1,
        "duplicates": {"groups": 1, "across_splits": 0, "across_classes": 0},
        "warnings": ["all images of covid19 come from one source (A)"],
        "errors": [],
        "thumbnails": thumbnails,
        **changes,
    }


def key(path: str, title: str, kind: str, **more: Any) -> dict[str, Any]:
    """One key as `recipes --json` describes it."""
    described = {
        "path": path,
        "title": title,
        "help": f"About {title.lower()}",
        "type": kind,
        "minimum": None,
        "maximum": None,
        "choices": [],
        "unit": "",
        "default": None,
        "group": "Run",
        "basic": False,
    }
    return described | more


def keys() -> list[dict[str, Any]]:
    """One of every type."""
    return [
        key("epochs", "Epochs", "int", minimum=1, maximum=10000, basic=True),
        key("learning_rate", "Learning rate", "float", minimum=1e-8, maximum=10.0, basic=True),
        key("image_size", "Image size", "int", minimum=8, maximum=2048, unit="px", basic=True),
        key("weights", "Initial weights", "str", basic=True),
        key("name", "Name", "str", group="About"),
        key("data.classes", "Classes", "list", group="Data"),
        key("data.ratios", "Shares", "list", minimum=0.0, maximum=1.0, group="Data"),
        key("network.backbone", "Backbone", "str", choices=["resnet18", "densenet121"], group="Network"),
        key("preprocess.height", "Height", "int", minimum=8, maximum=2048, unit="px", group="Model input"),
        key("train_size", "Training size", "int", minimum=0, maximum=2048, unit="px"),
        key("phases.*.epochs", "Epochs", "int", minimum=1, maximum=10000, group="Phases"),
        key("phases.*.learning_rate", "Learning rate", "float", minimum=1e-8, maximum=10.0, group="Phases"),
        key("phases.*.optimiser", "Optimiser", "str", choices=["adam", "sgd"], group="Phases"),
        key("batch_size", "Batch size", "int", minimum=1, maximum=4096, basic=True),
        key("augment.operations", "Operations", "list", group="Augmentation"),
        key("augment.flip_p", "Mirror", "float", minimum=0.0, maximum=1.0, group="Augmentation"),
        key("stop.restore_best", "Keep the best", "bool", group="Early stopping"),
        key("balance.class_share", "Share of a class", "table", group="Unequal classes"),
        key("select", "Best epoch by", "str"),
    ]


def recipe(name: str, **more: Any) -> dict[str, Any]:
    """One entry of `recipes --json`."""
    classes = more.pop("classes", [])
    phases = more.pop(
        "phases", [{"name": "last layer", "train": ["classifier.*"], "epochs": 100, "learning_rate": 1e-4,
                    "optimiser": "adam"}]
    )  # fmt: skip
    head = {"logits": more.pop("logits", "per_class")}
    rename = more.pop("rename", {})
    positive = classes[0] if classes else ""
    described = {
        "name": name,
        "title": name.replace("_", " "),
        "system": "",
        "good_for": f"Good for {name}. And for more.",
        "role": "triage",
        "classes": classes,
        "epochs": sum(phase["epochs"] for phase in phases),
        "learning_rate": phases[0]["learning_rate"],
        "batch_size": 20,
        "image_size": 224,
        "backbone": "resnet18",
        "weights": "imagenet",
        "reported": {},
        **more,
    }
    described["values"] = {
        "name": name,
        "data": {"classes": classes, "positive": positive, "rename": rename, "ratios": [0.7, 0.15, 0.15]},
        "network": {"backbone": described["backbone"], "cut": "", "head": head, "weights": described["weights"]},
        "preprocess": {"height": 224, "width": 224},
        "train_size": 0,
        "phases": phases,
        "batch_size": 20,
        "augment": {"operations": [{"name": "flip", "p": 0.5, "values": {}}], "flip_p": 0.0},
        "stop": {"restore_best": True},
        "balance": {"class_share": {}},
        "select": "val_loss",
    }  # fmt: skip
    return described


def catalogue() -> dict[str, Any]:
    """A fine-tuning, two variants of S1, S4 in two phases, S6 that needs four classes, the gate."""
    everything = {"name": "everything", "train": ["*"], "epochs": 15, "learning_rate": 5e-6, "optimiser": "adam"}
    head = {"name": "head", "train": ["classifier.*"], "epochs": 29, "learning_rate": 5e-5, "optimiser": "adam"}
    thresholds = [{"threshold": 0.1, "sensitivity": 1, "specificity": 0.724}]
    return {
        "recipes": [
            recipe("finetune_bundled", weights="model:triage", title="Fine-tune the bundled model"),
            recipe("gate", role="gate"),
            recipe("s1_resnet18", system="S1", title="Deep-COVID ResNet18", classes=["covid19", "other"],
                   rename={"*": "other"}, reported={"source": "Minaee 2020", "thresholds": thresholds}),
            recipe("s1_densenet121", system="S1", title="Deep-COVID DenseNet-121", backbone="densenet121",
                   classes=["covid19", "other"], rename={"*": "other"}),
            recipe("s4_two", system="S4", title="Pneumonia in two phases", classes=["pneumonia", "normal"],
                   phases=[head, everything], logits="single", reported={"accuracy": 0.91}),
            recipe("s6_four", system="S6", title="Four classes", phases=[everything], backbone="densenet121",
                   classes=["covid19", "normal", "pneumonia", "tuberculosis"]),
        ],
        "keys": keys(),
    }  # fmt: skip
