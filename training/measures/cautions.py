"""What numbers measured on a data set do not say, as plain sentences found in the data themselves; pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from training.data.sample import CHILD, Sample

FEW = 30
"""With fewer images of a class its rates may be far off: at 30, Wilson's interval spans up to 34 points."""
AGE_GAP = 0.3
"""A difference in the share of children between two classes from which age predicts the label."""


def cautions(
    learned: Sequence[Sample],
    measured: Sequence[Sample],
    classes: Sequence[str],
    words: Mapping[str, str],
    same_place: bool,
    with_counts: bool = True,
) -> list[str]:
    """Sentences about ``measured``, the images of the numbers, and ``learned``, those of the training (may be empty).

    ``words`` are the classes' names for readers; ``same_place`` says that some images come from where it learned;
    ``with_counts`` false leaves out classes with few images. The most important sentence comes first.
    """
    everything = [*learned, *measured]
    return [
        *_sources(everything, classes, words),
        *_ages(everything, classes, words),
        *(_few(measured, classes, words) if with_counts else ()),
        *_elsewhere(same_place),
        *_patients(measured),
        *_divided_blindly(learned),
    ]


def _sources(samples: Sequence[Sample], classes: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The shortcut trap: where an image comes from may predict its label."""
    if not any(s.origin for s in samples):
        return ["The data name no sources, so nobody can see whether the model recognises places instead of disease."]
    of_class: defaultdict[str, set[str]] = defaultdict(set)
    of_source: defaultdict[str, set[str]] = defaultdict(set)
    for s in samples:
        of_class[s.label].add(s.origin)
        of_source[s.origin].add(s.label)
    if len(of_source) > 1 and all(len(labels) == 1 for labels in of_source.values()):
        out = ["No source holds images of two classes: the look of a place alone predicts the label."]
    elif len(of_source) == 1:
        return [f"All images come from one source ({next(iter(of_source))}); other places were not seen."]
    else:
        out = []
    out += [
        f"All images of {words.get(name, name)} come from one source ({next(iter(of_class[name]))}): what tells them "
        "apart may be the place, and how the model does on them elsewhere is not known."
        for name in classes
        if len(of_class[name]) == 1
    ]
    return out


def _ages(samples: Sequence[Sample], classes: Sequence[str], words: Mapping[str, str]) -> list[str]:
    known = Counter(s.label for s in samples if s.age_group)
    young = Counter(s.label for s in samples if s.age_group == CHILD)
    shares = {name: young[name] / known[name] for name in classes if known[name] >= FEW}
    if not shares or max(shares.values()) - min(shares.values()) < AGE_GAP:
        return []
    most, least = max(shares, key=lambda n: shares[n]), min(shares, key=lambda n: shares[n])
    return [
        f"Age predicts the label: of the images with a known age, {shares[most]:.0%} of {words.get(most, most)} and "
        f"{shares[least]:.0%} of {words.get(least, least)} show children.".replace("%", " %")
    ]


def _few(measured: Sequence[Sample], classes: Sequence[str], words: Mapping[str, str]) -> list[str]:
    counts = Counter(s.label for s in measured)
    none = [words.get(name, name) for name in classes if not counts[name]]
    few = [f"{words.get(name, name)} ({counts[name]})" for name in classes if 0 < counts[name] < FEW]
    out = [f"No image of {', '.join(none)} was measured."] if none else []
    return [*out, f"Few images were measured of {', '.join(few)}: read the intervals."] if few else out


def _elsewhere(same_place: bool) -> list[str]:
    if same_place:
        return ["Some or all of these images come from the collections that it learned from: expect worse elsewhere."]
    return ["The numbers are those of these images; other hospitals, machines and patients may give others."]


def _divided_blindly(learned: Sequence[Sample]) -> list[str]:
    if learned and not any(s.patient or s.group for s in learned):
        return ["Images of one patient may lie in training and in these images."]
    return []


def _patients(measured: Sequence[Sample]) -> list[str]:
    if not any(s.patient or s.group for s in measured):
        return ["The data name no patients: where several images show one, the intervals are too narrow."]
    patients = {s.patient for s in measured if s.patient}
    images = sum(bool(s.patient) for s in measured)
    if images > len(patients):
        return [
            f"{images} of the images show {len(patients)} patients; the intervals count every image as a patient "
            "of its own and are a little too narrow."
        ]
    return []
