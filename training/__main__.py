"""The command line of training: ``python -m training train | evaluate | publish | look``."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from cxr_desktop.domain.errors import CxrError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train, measure and publish checkpoints.")
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="Train a recipe, or go on with a run that was stopped.")
    train.add_argument("recipe", help="A TOML file, or the name of a bundled recipe.")
    train.add_argument("--data", type=Path, required=True, help="Folder with manifest.csv.")
    train.add_argument("--run", type=Path, required=True, help="Folder of this run.")
    train.add_argument("--workers", type=int, default=2, help="Processes that prepare images.")
    train.add_argument("--threads", type=int, default=0, help="Threads that compute; 0 means all cores.")
    evaluate = commands.add_parser("evaluate", help="Measure a published model; reproduces its card.")
    evaluate.add_argument("model", type=Path, help="Model folder.")
    evaluate.add_argument("--data", type=Path, required=True, help="Folder with manifest.csv.")
    evaluate.add_argument("--split", default="test", choices=("train", "val", "test"))
    evaluate.add_argument("--json", type=Path, help="Write the numbers here.")
    publish = commands.add_parser("publish", help="Turn a run into a model folder; opens the test split.")
    publish.add_argument("run", type=Path, help="Folder of the run.")
    publish.add_argument("--to", type=Path, required=True, help="Model folder to write.")
    publish.add_argument("--data", type=Path, required=True, help="Folder with manifest.csv.")
    publish.add_argument("--look", type=Path, help="Numbers of a run that left collections out, for the card.")
    look = commands.add_parser("look", help="Measure a run on the collections that its recipe left out.")
    look.add_argument("run", type=Path, help="Folder of the run.")
    look.add_argument("--data", type=Path, required=True, help="Folder with manifest.csv.")
    look.add_argument("--json", type=Path, help="Write the numbers here.")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0, or 1 with one sentence on standard error."""
    options = _parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options)
    except (CxrError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _train(options: argparse.Namespace) -> int:
    import torch

    from training.loop import Run
    from training.recipe import read_recipe

    torch.set_num_threads(options.threads or os.cpu_count() or 1)
    run = Run(read_recipe(options.recipe), options.data, options.run, options.workers)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, run.stop)
    run.train()
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from training.evaluate import evaluate

    numbers = evaluate(options.model, options.data, options.split, say=_say)
    _write(options.json, numbers)
    return 0


def _publish(options: argparse.Namespace) -> int:
    from training.publish import publish

    card = publish(options.run, options.to, options.data, options.look)
    _say(f"published {card.name} {card.version}")
    return 0


def _look(options: argparse.Namespace) -> int:
    from training.look import look

    numbers = look(options.run, options.data)
    _say(json.dumps(numbers, indent=1))
    _write(options.json, numbers)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _write(path: Path | None, numbers: object) -> None:
    if path is not None:
        path.write_text(json.dumps(numbers, indent=1), encoding="utf-8")


_COMMANDS = {"train": _train, "evaluate": _evaluate, "publish": _publish, "look": _look}

if __name__ == "__main__":
    sys.exit(main())
