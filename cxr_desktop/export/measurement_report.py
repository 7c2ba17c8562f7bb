"""A study's results as a DICOM Structured Report (PS3.16 TID 1500), unverified; reads and changes no source.

One group per image, model and class holds the calibrated probability as Certainty of Finding in per cent, one per image
what the check of it said. The algorithm's parameters carry digest, engine and operating points. What a reader said
stands in groups of its own, with that reader as observer (``reader_groups``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from highdicom.sr import (
    AlgorithmIdentification,
    ComprehensiveSR,
    DeviceObserverIdentifyingAttributes,
    Measurement,
    MeasurementReport,
    MeasurementsAndQualitativeEvaluations,
    ObservationContext,
    ObserverContext,
    QualitativeEvaluation,
    SourceImageForMeasurementGroup,
    TrackingIdentifier,
)
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes as dictionary
from pydicom.sr.coding import Code

from cxr_desktop import __version__
from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Prediction, SecondOpinion, Status, in_column_order
from cxr_desktop.export import dicom_codes as codes
from cxr_desktop.export import wording
from cxr_desktop.export.content_items import coded, evaluation
from cxr_desktop.export.dicom_filing import (
    DEVICE_UID,
    MANUFACTURER,
    RESEARCH,
    Filing,
    evidence_of,
    file_under,
    scheme_items,
)
from cxr_desktop.export.reader_groups import reader_groups
from cxr_desktop.imaging.dicom_origin import DicomOrigin

SERIES_NUMBER = 9701
_SERIES_DESCRIPTION = "Triage results, research use only"


@dataclass(frozen=True, slots=True)
class ReportedImage:
    """One image and what came of it: scored, or stopped by the check."""

    origin: DicomOrigin
    prediction: Prediction


def measurement_report(
    images: Sequence[ReportedImage], cards: ModelCards, filing: Filing, impression: Impression | None = None
) -> Dataset:
    """The report on the images of one study, to be written; ``images`` are scored or checked and have all UIDs.

    ``impression`` is the reader's; one that is a blind draft is left out, since it may still change.
    """
    evidence = [evidence_of(image.origin, filing.identity) for image in images]
    groups = [
        group
        for number, (image, source) in enumerate(zip(images, evidence, strict=True), start=1)
        for group in _groups(image.prediction, source, cards, filing, number)
    ]
    if impression is not None and impression.recorded:
        groups += reader_groups(impression, evidence, cards.model, filing)
    chest = any(image.prediction.gate is None or image.prediction.gate.usable for image in images)
    report = MeasurementReport(
        observation_context=_observer(),
        procedure_reported=codes.CHEST_RADIOGRAPH if chest else codes.RADIOGRAPH,
        imaging_measurements=groups,
        title=dictionary.DCM.ImagingMeasurementReport,
    )
    ds = ComprehensiveSR(
        evidence=evidence,
        content=report,
        series_instance_uid=filing.new_uid("series"),
        series_number=filing.series_number,
        sop_instance_uid=filing.new_uid("instance", str(filing.instance_number)),
        instance_number=filing.instance_number,
        manufacturer=MANUFACTURER,
        is_complete=True,
        is_final=False,
        is_verified=False,
        series_description=_SERIES_DESCRIPTION,
        specific_character_set="ISO_IR 192",
    )
    ds.CodingSchemeIdentificationSequence = scheme_items()
    file_under(ds, images[0].origin, filing)
    return ds


def _observer() -> ObservationContext:
    device = DeviceObserverIdentifyingAttributes(
        uid=DEVICE_UID, name="cxr-desktop", manufacturer_name=MANUFACTURER, model_name=f"cxr-desktop {__version__}"
    )
    context = ObserverContext(observer_type=dictionary.DCM.Device, observer_identifying_attributes=device)
    return ObservationContext(observer_device_context=context)


def _groups(
    prediction: Prediction, source: Dataset, cards: ModelCards, filing: Filing, number: int
) -> Iterator[MeasurementsAndQualitativeEvaluations]:
    """Everything about one image."""
    if prediction.status is Status.SCORED:
        yield from _class_groups(prediction, cards.model, source, filing, number)
        if prediction.second is not None:
            yield from _class_groups(prediction.second, cards.second, source, filing, number)
    if prediction.gate is not None:
        yield _gate_group(prediction, cards, source, filing, number)


def _class_groups(
    answer: Prediction | SecondOpinion, card: ModelCard | None, source: Dataset, filing: Filing, number: int
) -> Iterator[MeasurementsAndQualitativeEvaluations]:
    by = answer.scored_by
    if by is None:
        return
    own = card if card is not None and card.name == by.model else None
    parameters = [
        RESEARCH,
        f"model digest SHA-256 {by.model_digest}",
        f"engine {wording.engine(by)}, preprocessing {by.preprocess_version}",
        *(_points(own) if own is not None else ()),
    ]
    algorithm = AlgorithmIdentification(name=by.model, version=by.model_version, parameters=parameters)
    for finding in in_column_order(answer.probabilities):
        probability = answer.probabilities[finding]
        band = own.risk_band(finding, probability) if own is not None else None
        evaluations = [evaluation(codes.RISK_BAND, codes.code_of_band(band))] if band is not None else []
        label = wording.finding_label(finding, own)
        yield _group(
            f"Image {number}, {by.model}, {label}",
            source,
            filing,
            algorithm,
            evaluations,
            codes.code_of_class(finding, label),
            [Measurement(name=coded(codes.CERTAINTY), value=round(100 * probability, 4), unit=coded(codes.PERCENT))],
        )


def _points(card: ModelCard) -> list[str]:
    """Each operating point as one line, so that a threshold never travels without what it was measured to do."""
    return [
        f"operating point {name}, {about}: threshold {threshold}, sensitivity {sensitivity} of {n}, "
        f"specificity {specificity} of {m}. {wording.measured_on(card)}"
        for name, about, threshold, sensitivity, specificity, n, m in wording.point_rows(card)
    ]


def _gate_group(
    prediction: Prediction, cards: ModelCards, source: Dataset, filing: Filing, number: int
) -> MeasurementsAndQualitativeEvaluations:
    assert prediction.gate is not None
    evaluations = [evaluation(codes.CHECK, codes.code_of_gate(prediction.gate.gate_class))]
    if prediction.override and not prediction.gate.usable:
        evaluations.append(evaluation(codes.OVERRIDE, codes.YES))
    done = codes.codes_of_correction(prediction.quarter_turns, prediction.inverted)
    evaluations += [evaluation(codes.CORRECTED, code) for code in done]
    gate = cards.gate
    algorithm = None
    if gate is not None:
        parameters = [RESEARCH, f"model digest SHA-256 {gate.digest}"]
        algorithm = AlgorithmIdentification(name=gate.name, version=gate.version, parameters=parameters)
    return _group(f"Image {number}, check", source, filing, algorithm, evaluations)


def _group(
    name: str,
    source: Dataset,
    filing: Filing,
    algorithm: AlgorithmIdentification | None,
    evaluations: Sequence[QualitativeEvaluation],
    finding_type: Code | None = None,
    measurements: Sequence[Measurement] = (),
) -> MeasurementsAndQualitativeEvaluations:
    return MeasurementsAndQualitativeEvaluations(
        tracking_identifier=TrackingIdentifier(uid=filing.new_uid("group", name), identifier=name),
        finding_type=coded(finding_type) if finding_type is not None else None,
        algorithm_id=algorithm,
        measurements=measurements or None,
        qualitative_evaluations=evaluations or None,
        source_images=[SourceImageForMeasurementGroup(source.SOPClassUID, source.SOPInstanceUID)],
    )
