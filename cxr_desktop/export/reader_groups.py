"""What a reader said about a study as groups of a structured report, apart from what the algorithm measured.

The report's observer is the program. Each group here names the reader as its own observer (TID 1002 and 1003), which
overrides the inherited context for what the group contains (PS3.3 C.17.5). No measurement stands in them: an impression
is a qualitative evaluation, a verdict on a result of the algorithm another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from highdicom.sr import (
    CodeContentItem,
    MeasurementsAndQualitativeEvaluations,
    PnameContentItem,
    QualitativeEvaluation,
    RelationshipTypeValues,
    SourceImageForMeasurementGroup,
    TextContentItem,
    TrackingIdentifier,
)
from pydicom.dataset import Dataset
from pydicom.sr.coding import Code

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.export import dicom_codes as codes
from cxr_desktop.export import wording
from cxr_desktop.export.content_items import coded, evaluation
from cxr_desktop.export.dicom_filing import Filing

UNNAMED = "Reader^"
"""Who read, where nobody wrote it down or identity is left out: the template requires a name."""
_LONGEST_NAME = 64
_NOT_IN_NAMES = str.maketrans({"\\": " ", "^": " ", "=": " "})


def reader_groups(
    said: Impression, images: Sequence[Dataset], card: ModelCard, filing: Filing
) -> list[MeasurementsAndQualitativeEvaluations]:
    """The impression of the whole study, then a group for each class of the model that was judged.

    ``images`` are those that the report refers to. Free text and the reader's name go out with identity only.
    """
    reader = _name_of(said.reader) if filing.identity.shown else UNNAMED
    groups = []
    for name, finding_type, evaluations in _parts(said, card, filing.identity.shown):
        group = MeasurementsAndQualitativeEvaluations(
            tracking_identifier=TrackingIdentifier(uid=filing.new_uid("group", name), identifier=name),
            finding_type=coded(finding_type) if finding_type is not None else None,
            qualitative_evaluations=evaluations or None,
            source_images=[SourceImageForMeasurementGroup(i.SOPClassUID, i.SOPInstanceUID) for i in images],
        )
        contents = group[0].ContentSequence
        for place, item in enumerate(_observer(reader)):
            contents.insert(place, item)
        if finding_type is None and said.note and filing.identity.shown:
            contents.append(_comment(wording.plain(said.note)))
        groups.append(group)
    return groups


def _parts(
    said: Impression, card: ModelCard, with_note: bool
) -> Iterator[tuple[str, Code | None, list[QualitativeEvaluation]]]:
    """(name, class, evaluations) of each group."""
    whole = [
        evaluation(codes.IMPRESSION, codes.code_of_class(finding, wording.finding_label(finding, card)))
        for finding in said.findings
    ]
    if said.verdict is not None:
        whole.append(evaluation(codes.AGREEMENT, codes.code_of_verdict(said.verdict)))
    if said.blind:
        whole.append(evaluation(codes.BLIND, codes.YES))
    if whole or (said.note and with_note):
        yield "Reader, impression", None, whole
    for finding, verdict in said.verdicts:
        label = wording.finding_label(finding, card)
        yield (
            f"Reader, verdict on {label}",
            codes.code_of_class(finding, label),
            [evaluation(codes.AGREEMENT, codes.code_of_verdict(verdict))],
        )


def _observer(name: str) -> tuple[CodeContentItem, PnameContentItem]:
    context = RelationshipTypeValues.HAS_OBS_CONTEXT
    return (
        CodeContentItem(coded(codes.OBSERVER_TYPE), coded(codes.PERSON), context),
        PnameContentItem(coded(codes.PERSON_NAME), name, context),
    )


def _comment(text: str) -> TextContentItem:
    return TextContentItem(coded(codes.COMMENT), text, RelationshipTypeValues.CONTAINS)


def _name_of(reader: str) -> str:
    """A name as the reader typed it; the caret says that it is one component of a person name on purpose."""
    typed = " ".join(wording.plain(reader).translate(_NOT_IN_NAMES).split())[: _LONGEST_NAME - 1]
    return f"{typed}^" if typed else UNNAMED
