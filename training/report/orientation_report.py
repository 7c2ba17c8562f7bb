"""The orientation network on a split: every film laid in all sixteen ways, through the preprocessing that serves it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.orientation import INVERTED, LIES, MIRROR, QUESTIONS, TURNED, Lie, Seen, seen
from training.data.drawings import is_drawn
from training.data.sample import CHILD, Sample
from training.events import Events
from training.measures.metrics import Floats, Mask
from training.report.gallery import Look
from training.report.gate_report import GateFolder, path_of, share
from training.report.subjects import Answers, Paced, about_model, answers_of

STOPPED_AT_MOST = 0.005
"""Share of upright films that may be stopped."""
_SURE = 0.5
"""No threshold lies below it: the answer is at least the likeliest."""
UPRIGHT = Lie()


class OrientationFolder:
    """A published orientation network, by the reader, preprocessing and backend that serve it."""

    def __init__(self, folder: Path) -> None:
        from cxr_desktop.engine.checkpoint import read_card

        self.folder, self.card = folder, read_card(folder)
        self.about = about_model(self.card)

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every film in every way, or ``CxrError``; the logits are those of the way that its label names."""
        lying = serve_orientation(self.folder, root, samples, events)
        names = [lie.name for lie in LIES]
        own = lying[np.arange(len(samples)), [names.index(s.label) for s in samples]]
        answers = answers_of(own, np.full(own.shape, np.nan), self.about.output)
        return Answers(answers.p, answers.called, answers.peaks, answers.logits, lying=lying)

    def look(self, root: Path, sample: Sample) -> Look:
        """The upright film; there are no heat maps."""
        return GateFolder(self.folder).look(root, sample)


def serve_orientation(folder: Path, data: Path, samples: Sequence[Sample], events: Events) -> Floats:
    """(n, ways to lie in the order of ``LIES``, classes) logits. Raises ``CxrError`` if an image cannot be read."""
    from cxr_desktop.engine.checkpoint import read_card
    from cxr_desktop.engine.loaded_model import LoadedModel
    from cxr_desktop.imaging.pixels import presentation
    from cxr_desktop.imaging.preprocess import preprocess
    from cxr_desktop.imaging.reader import read_image

    card = read_card(folder)
    model = LoadedModel(folder, card, "openvino", "cpu")
    logits = np.empty((len(samples), len(LIES), len(card.classes)))
    tell = Paced(events, f"laying films for {card.name}", len(samples))
    with tempfile.TemporaryDirectory() as drawings:
        for i, sample in enumerate(samples):
            grey = presentation(read_image(str(path_of(data, sample, Path(drawings)))))
            inputs = [preprocess(lie.laid(grey), card.preprocess).tensor for lie in LIES]
            logits[i] = model.backend.forward(np.stack(inputs)).logits
            tell(i + 1)
    return logits


def answers_to(logits: Floats, classes: Sequence[str], temperature: float) -> list[list[Seen]]:
    """What is said of every film in every way."""
    return [[seen(row, classes, temperature) for row in film] for film in logits]


def _wrong_turn(found: Seen) -> float:
    return max(found.turns[1:])


_SCORES: Mapping[str, tuple[Callable[[Seen], float], Callable[[Lie], bool]]] = {
    TURNED: (_wrong_turn, lambda lie: lie.quarter_turns != 0),
    INVERTED: (lambda found: found.inverted, lambda lie: lie.inverted),
    MIRROR: (lambda found: found.mirrored, lambda lie: lie.mirrored),
}
"""By question: the probability that a threshold is held against, and whether "yes" would be right."""


def choose_thresholds(found: Sequence[Sequence[Seen]]) -> dict[str, float]:
    """From validation films, by question: half of the allowed share of upright films is stopped, or fewer.

    Where films that should be stopped leave a gap above, the threshold goes to its middle on the logit scale, so that
    films which nobody has seen yet have room on both sides.
    """
    out = {}
    for question, (score, is_right) in _SCORES.items():
        upright = np.asarray([score(film[LIES.index(UPRIGHT)]) for film in found])
        others = np.asarray([score(s) for film in found for s, lie in zip(film, LIES, strict=True) if is_right(lie)])
        allowed = float(np.quantile(upright, 1 - STOPPED_AT_MOST / len(QUESTIONS), method="higher"))
        low, high = (_logit(v) for v in (allowed, float(np.quantile(others, 0.02))))
        middle = (low + high) / 2 if high > low else low
        # Above the last upright film in any case, and never on its very value.
        out[question] = round(max(_SURE, 1 / (1 + float(np.exp(-middle))), allowed + 1e-4), 4)
    return {question: min(value, 1.0) for question, value in out.items()}


def _logit(p: float) -> float:
    clipped = min(max(p, 1e-5), 1 - 1e-5)
    return float(np.log(clipped / (1 - clipped)))


def orientation_report(
    samples: Sequence[Sample], logits: Floats, classes: Sequence[str], temperature: float, limits: Mapping[str, float]
) -> dict[str, Any]:
    """Everything that a card says about one split. Counts of turned and inverted films are of real ones."""
    real = np.asarray([not is_drawn(s.file) for s in samples], dtype=bool)
    if not real.any():
        raise CxrError("how films lie is measured on real ones, and there are none")
    found = answers_to(logits, classes, temperature)
    kept = [s for s, is_real in zip(samples, real, strict=True) if is_real]
    films = [film for film, is_real in zip(found, real, strict=True) if is_real]
    stopped, right, flagged = _judged(films, limits)
    upright = LIES.index(UPRIGHT)
    groups = {
        "all": np.ones(len(kept), dtype=bool),
        "children": np.asarray([s.age_group == CHILD for s in kept]),
        "without_children": np.asarray([s.age_group != CHILD for s in kept]),
        **{f"from {o}": np.asarray([s.origin == o for s in kept]) for o in sorted({s.origin for s in kept})},
    }
    drawn = [film for film, is_real in zip(found, real, strict=True) if not is_real]
    return {
        "films": len(kept),
        "orientation_thresholds": dict(limits),
        "upright": {
            name: {
                "stopped": share(stopped[inside, upright]),
                "flagged": share(flagged[inside, upright], "flagged"),
            }
            for name, inside in groups.items()
            if inside.any()
        },
        "ways": {
            lie.name: {
                "stopped": share(stopped[:, k]),
                "rightly_corrected": share(right[:, k], "corrected"),
                "flagged_as_mirrored": share(flagged[:, k], "flagged"),
            }
            for k, lie in enumerate(LIES)
        },
        "questions": _by_question(films, limits),
        "phantoms_upright": share(_judged(drawn, limits)[0][:, upright]) if drawn else None,
    }


def _judged(films: Sequence[Sequence[Seen]], limits: Mapping[str, float]) -> tuple[Mask, Mask, Mask]:
    """(films, ways) each: stopped; stopped with the correction that sets it right; flagged as mirrored."""
    shape = (len(films), len(LIES))
    stopped, right, flagged = (np.zeros(shape, dtype=bool) for _ in range(3))
    for i, film in enumerate(films):
        for k, (found, lie) in enumerate(zip(film, LIES, strict=True)):
            turn = int(np.argmax(found.turns))
            turn = turn if turn and found.turns[turn] >= limits[TURNED] else 0
            inverted = found.inverted >= limits[INVERTED]
            stopped[i, k] = bool(turn) or inverted
            right[i, k] = stopped[i, k] and (turn, inverted) == (lie.quarter_turns, lie.inverted)
            flagged[i, k] = not stopped[i, k] and found.mirrored >= limits[MIRROR]
    return stopped, right, flagged


def _by_question(films: Sequence[Sequence[Seen]], limits: Mapping[str, float]) -> dict[str, Any]:
    """How often each answer comes where it is right, and where it is wrong."""
    out: dict[str, Any] = {}
    for question, (score, is_right) in _SCORES.items():
        said = np.asarray([[score(found) >= limits[question] for found in film] for film in films])
        for yes in (True, False):
            ways = [k for k, lie in enumerate(LIES) if is_right(lie) == yes]
            out[f"{question}: said where it is {'so' if yes else 'not so'}"] = share(said[:, ways].ravel(), "said")
    return out


def orientation_table(numbers: Mapping[str, Any]) -> str:
    """The report for the eye."""
    lines = [f"{numbers['films']} films in {len(LIES)} ways; thresholds {numbers['orientation_thresholds']}"]
    for group, row in numbers["upright"].items():
        lines.append(f"upright, {group:24} stopped {_said(row['stopped'])}; flagged {_said(row['flagged'])}")
    for name, row in numbers["ways"].items():
        parts = (f"{key} {row[key]['share']:.3f}" for key in row)
        lines.append(f"{name:28} {', '.join(parts)}")
    lines += [f"{name:40} {_said(row)}" for name, row in numbers["questions"].items()]
    return "\n".join(lines)


def _said(row: Mapping[str, Any]) -> str:
    count = next(iter(row.values()))
    return f"{count:5} of {row['of']:5}  {row['share']:.4f} ({row['low']:.4f}–{row['high']:.4f})"
