"""The command line of training: what each command needs, and which function does it; the same for wizard and terminal.

Every command writes one JSON line per event to standard output (``events`` documents them) where ``--json-events`` is
given, else plain sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from cxr_desktop import edition
from cxr_desktop.domain.errors import CxrError, EditionError
from training.events import Events


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cxr-desktop", description="Train, measure and publish checkpoints.")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_recipes(commands)
    _add_data_commands(commands)
    _add_train(commands)
    _add_search(commands)
    _add_measuring(commands)
    _add_publishing(commands)
    for named in commands._choices_actions:
        command = commands.choices[named.dest]
        command.description = named.help
        command.add_argument("--json-events", action="store_true", help="One JSON line per event instead of sentences.")
    return parser


def command_parser(name: str) -> argparse.ArgumentParser:
    """The options of one command, for completion and the manual page. Raises ``KeyError`` for an unknown one."""
    for action in _parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return cast(argparse.ArgumentParser, action.choices[name])
    raise KeyError(name)


_Commands = argparse._SubParsersAction


def _recipe_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("recipe", help="A TOML file, or the name of a bundled recipe (see `recipes`).")
    command.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    _change_argument(command)


def _change_argument(command: argparse.ArgumentParser) -> None:
    about = "Change a key of the recipe; as often as you like."
    command.add_argument("--set", dest="changes", action="append", default=[], metavar="KEY=VALUE", help=about)


def _add_recipes(commands: _Commands[argparse.ArgumentParser]) -> None:
    recipes = commands.add_parser("recipes", help="List the bundled recipes.")
    recipes.add_argument("--json", action="store_true", help="With every key, its help and its limits.")


def _add_data_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    inspect = commands.add_parser("inspect", help="What is in a data set: classes, splits, patients, faults.")
    inspect.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    inspect.add_argument("--recipe", help="Classes and splits as this recipe would make them.")
    _change_argument(inspect)
    inspect.add_argument("--json", type=Path, help="Write the findings here.")
    inspect.add_argument("--thumbnails", type=Path, help="Write some thumbnails into this folder.")
    preview = commands.add_parser("preview", help="Write some augmented training images as PNG.")
    _recipe_arguments(preview)
    preview.add_argument("--out", type=Path, required=True, help="Folder for the pictures.")
    preview.add_argument("--count", type=int, default=12, help="How many pictures; 12 if not given.")
    probe = commands.add_parser("probe", help="How long would this take here? Trains for ten seconds and forgets it.")
    _recipe_arguments(probe)
    probe.add_argument("--seconds", type=float, default=10.0, help="How long it trains; 10 if not given.")
    _compute_arguments(probe)


def _compute_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--workers", type=int, default=-1, help="Processes that prepare images; -1 chooses.")
    command.add_argument("--threads", type=int, default=0, help="Threads that compute; 0 means all cores.")
    command.add_argument("--device", default="auto", help="auto, cpu, cuda or mps.")


def _add_train(commands: _Commands[argparse.ArgumentParser]) -> None:
    train = commands.add_parser("train", help="Train a recipe, or go on with a run that was stopped.")
    train.add_argument("recipe", nargs="?", help="A TOML file, or the name of a bundled recipe (see `recipes`).")
    train.add_argument("--data", type=Path, help="Folder of images, or a CSV or Parquet manifest.")
    _change_argument(train)
    train.add_argument("--run", type=Path, help="Folder of this run; made anew under runs/ if not given.")
    train.add_argument("--resume", type=Path, metavar="RUN", help="Go on with this run; recipe and data are its own.")
    train.add_argument("--devices", type=int, default=1, help="Devices (or processes) of this machine.")
    train.add_argument("--nodes", type=int, default=1, help="Machines; start with torchrun on each.")
    train.add_argument("--no-report", action="store_true", help="Do not evaluate the test split at the end.")
    _compute_arguments(train)


def _add_search(commands: _Commands[argparse.ArgumentParser]) -> None:
    search = commands.add_parser("search", help="Try several values of recipe keys: orthogonal array or Optuna.")
    _recipe_arguments(search)
    search.add_argument("--run", type=Path, required=True, help="Folder of the search; goes on where it stopped.")
    search.add_argument("--method", choices=("l9", "tpe"), default="l9", help="Orthogonal array (default), or Optuna.")
    search.add_argument("--space", type=Path, help="TOML of keys and values; the method's own is the default.")
    search.add_argument("--trials", type=int, default=20, help="For tpe; 20 if not given.")
    search.add_argument("--metric", default="", help="Validation number; the recipe's `select` is the default.")
    _compute_arguments(search)


def _add_measuring(commands: _Commands[argparse.ArgumentParser]) -> None:
    evaluate = commands.add_parser("evaluate", help="Measure models or runs on labelled images.")
    evaluate.add_argument("models", nargs="+", help="Names of installed models, model folders or run folders.")
    evaluate.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    evaluate.add_argument("--split", default="", help="train, val, test or all; test where there is one, else all.")
    _change_argument(evaluate)
    evaluate.add_argument("--html", type=Path, help="Write a self-contained report here.")
    evaluate.add_argument("--json", type=Path, help="Write the numbers here.")
    evaluate.add_argument("--prevalence", type=float, default=0.05, help="For predictive values; 0.05 if not given.")
    evaluate.add_argument("--device", default="cpu", help="cpu (default), cuda or mps.")
    left_out = commands.add_parser("left-out", help="Train a recipe without each place, and measure it there.")
    _recipe_arguments(left_out)
    left_out.add_argument("--out", type=Path, required=True, help="Folder of the folds; goes on where it stopped.")
    left_out.add_argument("--folds", nargs="+", default=[], metavar="A+B", help="Collections left out together.")
    left_out.add_argument(
        "--splits", nargs="+", default=["train", "val"], choices=("train", "val", "test"), help="Images to learn from."
    )
    left_out.add_argument("--inside", default="", metavar="COLLECTION", help="Cross-validate inside this one as well.")
    left_out.add_argument("--parts", type=int, default=5, help="Of --inside; 5 if not given.")
    left_out.add_argument("--into", default="", metavar="MODEL", help="Write the table into this model's card.")
    _compute_arguments(left_out)
    look = commands.add_parser("look", help="Measure a run on the collections that its recipe left out.")
    look.add_argument("run", type=Path, help="Folder of the run.")
    look.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    look.add_argument("--json", type=Path, help="Write the numbers here.")


def _add_publishing(commands: _Commands[argparse.ArgumentParser]) -> None:
    publish = commands.add_parser("publish", help="Turn a run into a model that the program can use.")
    publish.add_argument("run", type=Path, help="Folder of the run.")
    publish.add_argument("--name", default="", help="Name for `--model`; the recipe's name is the default.")
    publish.add_argument("--title", default="", help="Name for readers.")
    publish.add_argument("--version", default="", help="For readers, such as 1.0.")
    publish.add_argument("--intended-use", default="", help="One sentence for the card.")
    publish.add_argument("--to", type=Path, help="Model folder to write; the user's model folder is the default.")
    publish.add_argument("--data", type=Path, help="The run's own data where not given.")
    publish.add_argument("--look", type=Path, help="Numbers of a run that left collections out, for the card.")
    publish.add_argument("--replace", action="store_true", help="Replace a model of the same name.")
    calibrate = commands.add_parser("calibrate", help="Fit temperature and thresholds on labelled images; no training.")
    calibrate.add_argument("model", help="Name of an installed model, or its folder.")
    calibrate.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    _change_argument(calibrate)
    calibrate.add_argument("--name", required=True, help="Name of the calibrated copy.")
    calibrate.add_argument("--title", default="", help="Name for readers.")
    calibrate.add_argument("--to", type=Path, help="Model folder to write; the user's model folder is the default.")
    calibrate.add_argument("--replace", action="store_true", help="Replace a model of the same name.")
    calibrate.add_argument("--json", type=Path, help="Write the numbers here.")
    calibrate.add_argument("--html", type=Path, help="Write a self-contained report here.")
    measure = commands.add_parser("measure", help="Recompute the numbers of a model's card, to compare or to write.")
    measure.add_argument("model", help="Name of an installed model, or its folder.")
    measure.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    measure.add_argument("--only", default="", metavar="BLOCK,…", help="These blocks of the card; all is the default.")
    measure.add_argument(
        "--choose",
        choices=("validation", "left-out-temperature", "left-out"),
        help="Where temperature and thresholds come from; what the card says is the default.",
    )
    measure.add_argument("--write", action="store_true", help="Write what was measured into the card.")
    measure.add_argument("--json", type=Path, help="Write the whole card with the measured numbers here.")
    table = commands.add_parser("s1-table", help="Networks at the thresholds of Minaee et al. 2020, beside theirs.")
    table.add_argument("networks", nargs="+", metavar="RECIPE=MODEL", help="A recipe of the paper, a model or a run.")
    table.add_argument("--data", type=Path, required=True, help="Folder of images, or a CSV or Parquet manifest.")
    table.add_argument("--json", type=Path, help="Write the numbers here.")
    table.add_argument("--markdown", type=Path, help="Write the table here.")
    table.add_argument("--into", default="", metavar="MODEL", help="Write the table into this model's card.")
    card = commands.add_parser("card", help="A model's card for readers.")
    card.add_argument("model", help="Name of an installed model, or its folder.")
    card.add_argument("--html", type=Path, help="Write a page here.")
    card.add_argument("--markdown", type=Path, help="Write Markdown here; without either it is printed.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0, or 1 with one sentence on standard error (and an event ``failed``), 130 where it was stopped."""
    options = _parser().parse_args(arguments)
    events = Events(echo="json" if options.json_events else "words")
    try:
        if options.command not in _IN_EVERY_EDITION and (why := edition.why_no_training()):
            raise EditionError(why)
        return _COMMANDS[options.command](options, events)
    except (CxrError, OSError, ValueError) as error:
        events("failed", reason=str(error))
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _recipes(options: argparse.Namespace, events: Events) -> int:
    from training.recipe_schema import list_recipes

    return list_recipes(options.json)


def _inspect(options: argparse.Namespace, events: Events) -> int:
    from training.data.inspection import run_inspect

    return run_inspect(options, events)


def _preview(options: argparse.Namespace, events: Events) -> int:
    from training.data.preview import run_preview

    return run_preview(options, events)


def _probe(options: argparse.Namespace, events: Events) -> int:
    from training.run.probe import run_probe

    return run_probe(options, events)


def _train(options: argparse.Namespace, events: Events) -> int:
    from training.session import run_train

    return run_train(options, events)


def _search(options: argparse.Namespace, events: Events) -> int:
    from training.search.search import run_search

    return run_search(options, events)


def _evaluate(options: argparse.Namespace, events: Events) -> int:
    from training.report.evaluate import run_evaluate

    return run_evaluate(options, events)


def _look(options: argparse.Namespace, events: Events) -> int:
    from training.report.look import run_look

    return run_look(options, events)


def _publish(options: argparse.Namespace, events: Events) -> int:
    from training.publishing.publish import run_publish

    return run_publish(options, events)


def _calibrate(options: argparse.Namespace, events: Events) -> int:
    from training.publishing.calibrate import run_calibrate

    return run_calibrate(options, events)


def _measure(options: argparse.Namespace, events: Events) -> int:
    from training.publishing.measure import run_measure

    return run_measure(options, events)


def _left_out(options: argparse.Namespace, events: Events) -> int:
    from training.left_out.command import run_left_out

    return run_left_out(options, events)


def _card(options: argparse.Namespace, events: Events) -> int:
    from training.publishing.card_command import run_card

    return run_card(options, events)


def _s1_table(options: argparse.Namespace, events: Events) -> int:
    from training.report.s1_table import run_s1_table

    return run_s1_table(options, events)


_COMMANDS = {
    "recipes": _recipes,
    "inspect": _inspect,
    "preview": _preview,
    "probe": _probe,
    "train": _train,
    "search": _search,
    "evaluate": _evaluate,
    "left-out": _left_out,
    "look": _look,
    "publish": _publish,
    "calibrate": _calibrate,
    "measure": _measure,
    "card": _card,
    "s1-table": _s1_table,
}

_IN_EVERY_EDITION = frozenset({"recipes", "inspect"})
"""What needs neither a network nor a chart."""

if __name__ == "__main__":
    sys.exit(main())
