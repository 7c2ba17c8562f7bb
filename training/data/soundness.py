"""What forbids training on a data set, and what somebody should know before they trust the result; pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from training.data.duplicates import Duplicates
from training.data.sample import LUNGS, DataError, Sample, shown
from training.data.splits import SPLITS, check_disjoint, of_split

_NAMES = {"train": "training", "val": "validation", "test": "test"}
_FEW = 20
_NAMED = 5


def faults(
    samples: Sequence[Sample], classes: Sequence[str], declared: Mapping[str, Sequence[str]], leave_out: Sequence[str]
) -> list[str]:
    """Reasons not to train, in plain words. ``declared``: class → labels under which the source lists it."""
    if not samples:
        return [_nothing(classes, declared)]
    out: list[str] = []
    names = list(dict.fromkeys((*classes, *sorted(declared))))
    counts = Counter(s.label for s in samples)
    train = Counter(s.label for s in of_split(samples, "train", leave_out))
    for name in names:
        if not counts[name]:
            out.append(_missing(name, declared, counts))
        elif counts[name] == 1:
            out.append(f"the class {name} has only one image; add more, or leave the class out with data.rename")
        elif not train[name]:
            out.append(
                f"no image of the class {name} is in the training split; move some there, "
                "or divide anew (data.resplit=true)"
            )
    if len(names) == 1 and names != [LUNGS]:
        out.append(f"all images are of one class ({names[0]}); training needs at least two classes")
    try:
        check_disjoint(samples)
    except DataError as error:
        out.append(str(error))
    return out


def _nothing(classes: Sequence[str], declared: Mapping[str, Sequence[str]]) -> str:
    if classes and not declared:
        named = ", ".join(classes)
        return f"no label of the data belongs to a class of the recipe ({named}); set data.rename or data.classes"
    return "not one image can be read; the list of problems says why"


def _missing(name: str, declared: Mapping[str, Sequence[str]], counts: Mapping[str, int]) -> str:
    if name in declared:
        label = shown(declared[name][0])
        return f"the class {label} has no image that can be used; put images there, or remove the class"
    present = ", ".join(sorted(counts))
    return (
        f"the recipe needs images of the class {name}, and the data have {present} only; add some or set data.classes"
    )


def few_splits(samples: Sequence[Sample], classes: Sequence[str]) -> list[str]:
    """Classes that cannot be chosen by, or measured."""
    out = []
    for split in SPLITS[1:]:
        inside = Counter(s.label for s in samples if s.split == split)
        none = [c for c in classes if not inside[c]]
        few = [f"{c} ({inside[c]})" for c in classes if 0 < inside[c] < _FEW]
        if none:
            out.append(f"the {_NAMES[split]} split has no image of {_listed(none)}")
        if few:
            out.append(f"the {_NAMES[split]} split has few images of {_listed(few)}: its numbers will be rough")
    return out


def shortcuts(samples: Sequence[Sample], classes: Sequence[str]) -> list[str]:
    """Where the place that an image comes from tells its class, a network learns the place."""
    if len(classes) == 1:
        return []
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for sample in samples:
        origins[sample.label].add(sample.origin)
    known = set().union(*origins.values()) - {""} if origins else set()
    if not known:
        return [
            "nothing says where the images come from (a column source, or folders inside the class folders): "
            "if every class comes from another place, the model learns the place"
        ]
    if len(known) == 1 and not any("" in found for found in origins.values()):
        return []
    return [
        f"{told}: the model may learn the source instead of the finding"
        for name in classes
        if (told := _trap(name, origins))
    ]


def _trap(name: str, origins: Mapping[str, set[str]]) -> str:
    """How the sources of a class give it away, or ""."""
    own = origins[name]
    if len(own) == 1:
        return f"all images of {name} come from one source ({shown(next(iter(own)) or 'unknown')})"
    others = set().union(*(found for other, found in origins.items() if other != name))
    return f"no source of {name} has images of another class" if own and not own & others else ""


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def copies(found: Duplicates) -> list[str]:
    """What was done about equal pictures."""
    out = []
    plain = found.groups - found.across_classes
    if plain:
        across = f", {found.across_splits} of them in several splits" if found.across_splits else ""
        fate = f"; copies left out: {found.dropped}" if found.dropped else ""
        out.append(f"pictures that are there more than once: {plain}{across}{fate}")
    if found.across_classes:
        out.append(f"pictures with different labels in different places, left out: {found.across_classes}")
    return out


def left_out(labels: Iterable[str]) -> list[str]:
    """Labels without a class in the recipe."""
    counts = Counter(labels)
    if not counts:
        return []
    named = _listed([f"{shown(label)} ({n})" for label, n in counts.most_common()])
    return [f"images of labels that the recipe has no class for were left out: {named}"]
