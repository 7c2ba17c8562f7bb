"""What a user would write instead: pydicom, eager torch, pytorch-grad-cam on the whole net, one overlay per file.

It does what the scripts and notebooks of papers do, file by file, with the libraries' defaults and as their own pages
show them: ``dcmread`` and ``pixel_array``, a resize by Pillow, ``softmax`` of the logits, ``GradCAM`` of the class of
interest with ``show_cam_on_image``, a PNG. It looks for no lungs and has no gate. Nothing here is made slow: the model
is loaded once, and pydicom uses whatever decoders are installed. Only the network comes from this program, so that
both compute with the same weights; the loader verifies and builds it, which takes a tenth of a second.

    python -m tests.benchmarks.peer_naive FOLDER OVERLAYS [MODEL]
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

SIDE = 512
"""Pixels of the overlay."""


def main(folder: Path, overlays: Path, model: str = "densenet121") -> None:
    """Score all files of ``folder``; CSV on standard output, seconds at which each file was done in the last column."""
    started = time.perf_counter()
    import numpy as np
    import pydicom
    import torch
    from PIL import Image
    from pydicom.pixels import apply_voi_lut
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.image import show_cam_on_image
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    from torchvision import transforms

    from cxr_desktop import paths
    from cxr_desktop.engine.checkpoint import load_network, read_card
    from cxr_desktop.engine.model_lookup import find_model

    where = find_model(model, paths.checkpoint_dirs())
    card = read_card(where)
    net = load_network(where, card)
    net.eval()
    spec = card.preprocess
    target_class = card.classes.index(card.class_of_interest)
    to_tensor = transforms.Compose([
        transforms.Resize((spec.height, spec.width)),
        transforms.ToTensor(),
        transforms.Normalize(list(spec.mean), list(spec.std)),
    ])  # fmt: skip
    overlays.mkdir(parents=True, exist_ok=True)
    table = csv.writer(sys.stdout)
    table.writerow(["file", *card.classes, "done_at"])

    with GradCAM(model=net, target_layers=[net.backbone]) as cam:
        for path in sorted(folder.iterdir()):
            ds = pydicom.dcmread(path)
            pixels = apply_voi_lut(ds.pixel_array, ds).astype(float)
            if ds.PhotometricInterpretation == "MONOCHROME1":
                pixels = pixels.max() - pixels
            pixels = (pixels - pixels.min()) / (pixels.max() - pixels.min())
            image = Image.fromarray((pixels * 255).astype(np.uint8))
            if spec.channels == 3:
                image = image.convert("RGB")
            tensor = to_tensor(image).unsqueeze(0)

            with torch.no_grad():
                probabilities = torch.softmax(net(tensor), dim=1)[0].tolist()

            heat = cam(input_tensor=tensor, targets=[ClassifierOutputTarget(target_class)])[0]
            shown = np.asarray(image.convert("RGB").resize((SIDE, SIDE))) / 255.0
            heat = np.asarray(Image.fromarray(heat).resize((SIDE, SIDE)))
            overlay = show_cam_on_image(shown.astype(np.float32), heat, use_rgb=True)
            Image.fromarray(overlay).save(overlays / f"{path.stem}.png")

            table.writerow([path.name, *(f"{p:.6f}" for p in probabilities), f"{time.perf_counter() - started:.3f}"])
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:4])
