"""The command line; every command imports its rooms only when it runs, so that the window stays light."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Annotated, Any, Optional

import typer
from typer.core import TyperCommand

from cxr_desktop import __version__, completion, opening

app = typer.Typer(
    help="Chest radiograph triage for research: a worklist sorted by COVID-19 risk, with the evidence beside every "
    "score. Research use only. Not for primary diagnosis.",
    no_args_is_help=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    # Plain text reads like a manual page, in a pipe too; the frames of rich break lines and name the type of a flag.
    rich_markup_mode=None,
    epilog="COMMAND --help lists the options of a command. The manual is in the window, under F1.",
)


class ClusterCommand(TyperCommand):
    """Gives ``--cluster`` without an address the one of this computer; Typer has no options of optional value."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """An address is `local`, `auto` or HOST:PORT; what else follows is another argument."""
        given = list(args)
        for place in reversed([n for n, word in enumerate(given) if word == "--cluster"]):
            if not _ADDRESS.fullmatch("".join(given[place + 1 : place + 2])):
                given.insert(place + 1, "local")
        return super().parse_args(ctx, given)


_ADDRESS = re.compile(r"local|auto|[\w.\-\[\]]{2,}:\d+")

Model = Annotated[
    str,
    typer.Option(
        "--model",
        help="Name of a checkpoint, or of an architecture that only one has; see `cxr-desktop models`.",
        autocompletion=completion.installed_models,
    ),
]
SecondOpinion = Annotated[
    str,
    typer.Option(
        "--second-opinion",
        help="Name of a model that scores every image too, or none. Without it the default model brings its partner; "
        "a model named by --model brings none, which saves time.",
        autocompletion=completion.installed_models,
    ),
]
Device = Annotated[
    str, typer.Option("--device", help="auto, cpu, cuda or mps.", autocompletion=lambda: completion.DEVICES)
]


def _fail(message: str, code: int = 2) -> typer.Exit:
    typer.secho(message, err=True, fg=typer.colors.RED)
    return typer.Exit(code)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cxr-desktop {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Without a command: open the window."""
    if context.invoked_subcommand is None:
        open_window(None)


@app.command("open")
def open_window(
    folder: Annotated[Optional[Path], typer.Argument(help="Folder of DICOM, PNG, JPEG or TIFF files.")] = None,  # noqa: UP045
) -> None:
    """Open the window, and a folder in it."""
    if folder is not None and not folder.exists():
        raise _fail(f"There is no folder {folder}")
    if not opening.has_display():
        raise _fail("There is no display here. `cxr-desktop score FOLDER --out results.csv` works without one.")
    try:
        status = opening.open_window([str(folder.absolute())] if folder else [])
    except opening.LibraryMissingError as error:
        raise _fail(f"The window cannot open, a library of Qt is missing: {error}. See the README.") from error
    raise typer.Exit(status)


@app.command(cls=ClusterCommand, short_help="Score a folder without a window.")
def score(
    context: typer.Context,
    folder: Annotated[Optional[Path], typer.Argument(help="Folder (searched whole) or one file.")] = None,  # noqa: UP045
    out: Annotated[Optional[Path], typer.Option("--out", help="Results as CSV (or JSON with --json).")] = None,  # noqa: UP045
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of CSV.")] = False,
    parquet: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Write the rows as Parquet, numbers unrounded: a file, or with --cluster a new folder."),
    ] = None,
    overlays: Annotated[Optional[Path], typer.Option(help="Write one heat map PNG per scored image here.")] = None,  # noqa: UP045
    model: Model = "",
    second_opinion: SecondOpinion = "",
    device: Device = "auto",
    report: Annotated[Optional[Path], typer.Option(help="Write an HTML report with overlays.")] = None,  # noqa: UP045
    xlsx: Annotated[Optional[Path], typer.Option(help="Write the studies as an Excel workbook.")] = None,  # noqa: UP045
    pdf: Annotated[Optional[Path], typer.Option(help="Write a PDF report with overlays.")] = None,  # noqa: UP045
    sr: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Write one DICOM Structured Report (TID 1500, unverified) per study of DICOM files here."),
    ] = None,
    sc: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Write one DICOM Secondary Capture of the overlay per scored DICOM image here."),
    ] = None,
    identity: Annotated[
        bool,
        typer.Option(
            "--identity",
            help="Say who the patients are in reports, workbook and DICOM objects; objects then belong to the study "
            "of their source. Without it they get new UIDs and a key. Paths in CSV and JSON stay either way.",
        ),
    ] = False,
    override_gate: Annotated[
        bool, typer.Option("--override-gate", help="Score what the gate stops too; every row says so.")
    ] = False,
    correct: Annotated[
        bool,
        typer.Option(
            "--correct",
            help="Turn films that lie on their side or upside down and exchange black and white of inverted ones, then "
            "score them; every row says so. The files stay as they are.",
        ),
    ] = False,
    outline: Annotated[bool, typer.Option("--outline", help="Draw the outline of the lungs on the PNGs.")] = False,
    files: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--files", help="Score exactly the files of this list (one path per line) instead of a folder."),
    ] = None,
    progress_json: Annotated[
        bool, typer.Option("--progress-json", help="Say how far it is as JSON lines on standard output; needs --out.")
    ] = False,
    cluster: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--cluster",
            metavar="[ADDRESS]",
            help="Score by actors of Ray: on this computer alone, or on the cluster at HOST:PORT (or `auto`) to which "
            "it belongs, whose machines see the folder at the same path. Writes --parquet and --out; a run that was "
            "ended goes on when the command is repeated.",
        ),
    ] = None,
    actors: Annotated[int, typer.Option(min=0, help="Actors, each with the models loaded once; 0: all that fit.")] = 0,
    cpus_per_actor: Annotated[
        float, typer.Option(min=0, help="Processor cores of one actor, and threads of its engine; 0 chooses.")
    ] = 0,
    gpus_per_actor: Annotated[
        float, typer.Option(min=0, help="GPUs of one actor; 0.5: two share one. Without it no GPU is used.")
    ] = 0,
) -> None:
    """Score every file of a folder, or of a list, without a window.

    Exit code 0: all scored. 1: some not scored. 2: nothing usable, or the command could not run.
    """
    from cxr_desktop.headless import ScoreOptions, run_score

    if (folder is None) == (files is None):
        raise _fail("Name a folder, or a list of files with --files.")
    if cluster is None and (actors or cpus_per_actor or gpus_per_actor):
        raise _fail("Actors belong to --cluster.")
    options = ScoreOptions(
        folder=folder,
        out=out,
        parquet=parquet,
        as_json=as_json,
        overlays=overlays,
        report=report,
        sr=sr,
        sc=sc,
        xlsx=xlsx,
        pdf=pdf,
        identity=identity,
        model=model,
        second_opinion=second_opinion,
        device=device,
        override_gate=override_gate,
        correct=correct,
        outline=outline,
        files=files,
        progress_json=progress_json,
    )
    if cluster is None:
        raise typer.Exit(run_score(options, early=context.obj))
    from cxr_desktop.cluster_run.plan import ClusterOptions

    raise typer.Exit(run_score(options, ClusterOptions(cluster, actors, cpus_per_actor, gpus_per_actor)))


@app.command(short_help="Triage synthetic studies; phantoms are not patients.")
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="Triage without a window even if there is one.")] = False,
    target: Annotated[Optional[Path], typer.Option("--to", help="Where the studies and the report go.")] = None,  # noqa: UP045
    device: Device = "auto",
    second_opinion: Annotated[
        str, typer.Option("--second-opinion", help="As for `score`; with --headless. The window has a setting for it.")
    ] = "",
) -> None:
    """Make a folder of synthetic studies and triage it with the real checkpoints. Phantoms are not patients."""
    from cxr_desktop.headless import make_demo, run_demo

    target = target or Path("demo-output")
    if headless or not opening.has_display():
        raise typer.Exit(run_demo(target, device, second_opinion))
    studies = make_demo(target)
    open_window(studies)


@app.command(short_help="List the installed checkpoints.")
def models(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array, with sizes in bytes and folders.")] = False,
) -> None:
    """List the installed checkpoints: what each is for, its size, its partner, and what its card leads with."""
    import json

    from cxr_desktop import paths
    from cxr_desktop.model_list import lines, models_of

    found = models_of(paths.checkpoint_dirs())
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1) if as_json else "\n".join(lines(found)).rstrip())


@app.command("import-model", short_help="Make a model of weights of another program.")
def import_model(
    weights: Annotated[Path, typer.Argument(help="Weights of another program: .safetensors, or .pt of torch.save.")],
    card: Annotated[
        Path, typer.Option("--card", help="What its numbers mean: a card.json without `files` and `self_test`.")
    ],
) -> None:
    """Make a model of foreign weights: nothing in the file is run, and every name and shape must fit its card."""
    from cxr_desktop import edition, paths
    from cxr_desktop.domain.errors import CheckpointError

    if not (edition.has("torch") and edition.has("onnx")):
        raise _fail("This is the triage edition, which reads and scores. Install the full edition to import a model.")
    from cxr_desktop.engine.model_import import import_model as bring_in

    try:
        folder, made = bring_in(weights, card, paths.user_models_dir())
    except CheckpointError as error:
        text = str(error)
        raise _fail(f"{text[:1].upper()}{text[1:]}.") from error
    except OSError as error:
        raise _fail(f"The model cannot be written: {error.strerror or 'unknown reason'}.") from error
    typer.echo(f"{made.name} is installed in {folder}. Its self-test is stored and checked at every start.")


def _training_parser(name: str) -> argparse.ArgumentParser:
    """The options of one command of training, for completion."""
    from training.__main__ import command_parser

    return command_parser(name)


def _training_command(name: str, about: str) -> None:
    """One command of the training package under the program's own name; its options are described there."""

    @app.command(
        name,
        help=about,
        short_help=f"{about.partition(':')[0].partition(';')[0].rstrip('.')}.",
        cls=completion.command_with(lambda: _training_parser(name)),
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    )
    def run(context: typer.Context) -> None:
        from training.__main__ import main as training_main

        raise typer.Exit(training_main([name, *context.args]))


for _name, _about in {
    "recipes": "List what can be trained; `--json` with every key.",
    "inspect": "What is in a data set: `cxr-desktop inspect --data FOLDER`.",
    "preview": "Write some augmented training images: `cxr-desktop preview RECIPE --data FOLDER --out DIR`.",
    "probe": "How long a training would take here: `cxr-desktop probe RECIPE --data FOLDER`.",
    "train": "Train a checkpoint from a recipe: `cxr-desktop train RECIPE --data FOLDER`.",
    "search": "Try values of recipe keys: `cxr-desktop search RECIPE --data FOLDER --run DIR`.",
    "evaluate": "Measure checkpoints on labelled images: `cxr-desktop evaluate MODEL --data FOLDER`.",
    "look": "Measure a run on the collections that it left out: `cxr-desktop look RUN --data FOLDER`.",
    "left-out": "Train without each place and measure there: `cxr-desktop left-out RECIPE --data FOLDER --out DIR`.",
    "publish": "Turn a run into a model of the program: `cxr-desktop publish RUN --name NAME`.",
    "measure": "Recompute the numbers of a model's card: `cxr-desktop measure MODEL --data FOLDER`.",
    "card": "A model's card for readers: `cxr-desktop card MODEL --html FILE`.",
    "s1-table": "Networks at the thresholds of Deep-COVID: `cxr-desktop s1-table RECIPE=MODEL … --data FOLDER`.",
    "calibrate": "Fit probabilities and thresholds to a site: `cxr-desktop calibrate MODEL --data FOLDER --name NAME`.",
}.items():
    _training_command(_name, _about)
