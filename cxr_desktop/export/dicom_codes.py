"""Codes of DICOM results: SNOMED CT and DICOM's own where they exist, else this program's; knows no data set.

The private scheme is ``99CXRDT`` (PS3.16 8.2: designators that begin with 99 are private); its codes:

===============  ======================================================  =====================================
code             meaning                                                 used as
===============  ======================================================  =====================================
RISK-BAND        Probability against the operating points                evaluation of a class
BELOW …          Below, between or above the operating points            its values
CHECK            Check of the image before scoring                       evaluation of an image
GATE-…           what the check takes the image for                      its values, one per ``GateClass``
OVERRIDE         Scored on request against the advice of the check       evaluation of an image
CORRECTED        Correction of the image before scoring                  evaluation of an image
TURNED-90 …      quarter turns, black and white exchanged                its values
CLASS-…          a class that a site trained for                         finding type; SHA-256 of its name
AGREEMENT        Reader's verdict on the result of the algorithm         evaluation by the reader
AGREE …          agrees, disagrees, unsure                               its values
BLIND            Seen before any result of the algorithm was shown       evaluation by the reader
OTHER-FINDING    something that the model does not look for              a finding of the reader
NOT-USABLE       images that allow no impression                         a finding of the reader
===============  ======================================================  =====================================
"""

from __future__ import annotations

import hashlib

from pydicom.sr.coding import Code

from cxr_desktop.domain.impression import NOT_USABLE, OTHER, Verdict
from cxr_desktop.domain.prediction import Finding, GateClass, RiskBand

SCHEME, SCHEME_NAME = "99CXRDT", "cxr-desktop private codes"
_LONGEST_MEANING = 64

IMPRESSION = Code("121073", "DCM", "Impression")
COMMENT = Code("121106", "DCM", "Comment")
OBSERVER_TYPE = Code("121005", "DCM", "Observer Type")
PERSON = Code("121006", "DCM", "Person")
PERSON_NAME = Code("121008", "DCM", "Person Observer Name")
CERTAINTY = Code("111012", "DCM", "Certainty of Finding")
PERCENT = Code("%", "UCUM", "percent")
CHEST_RADIOGRAPH = Code("399208008", "SCT", "Plain chest X-ray")
RADIOGRAPH = Code("363680008", "SCT", "Radiographic imaging procedure")
YES = Code("373066001", "SCT", "Yes")
SOURCE_IMAGE = Code("121322", "DCM", "Source image for image processing operation")
BASIC_PROFILE = Code("113100", "DCM", "Basic Application Confidentiality Profile")

RISK_BAND = Code("RISK-BAND", SCHEME, "Probability against the operating points")
AGREEMENT = Code("AGREEMENT", SCHEME, "Reader's verdict on the result of the algorithm")
BLIND = Code("BLIND", SCHEME, "Seen before any result of the algorithm was shown")
CHECK = Code("CHECK", SCHEME, "Check of the image before scoring")
OVERRIDE = Code("OVERRIDE", SCHEME, "Scored on request against the advice of the check")
CORRECTED = Code("CORRECTED", SCHEME, "Correction of the image before scoring")

_FINDINGS = {
    Finding.COVID19: Code("840539006", "SCT", "COVID-19"),
    Finding.PNEUMONIA: Code("233604007", "SCT", "Pneumonia"),
    Finding.TUBERCULOSIS: Code("56717001", "SCT", "Tuberculosis"),
    Finding.NORMAL: Code("17621005", "SCT", "Normal"),
    OTHER: Code("OTHER-FINDING", SCHEME, "A finding that the algorithm does not look for"),
    NOT_USABLE: Code("NOT-USABLE", SCHEME, "The images do not allow an impression"),
}
_VERDICTS = {
    Verdict.AGREE: Code("AGREE", SCHEME, "The reader agrees"),
    Verdict.DISAGREE: Code("DISAGREE", SCHEME, "The reader disagrees"),
    Verdict.UNSURE: Code("UNSURE", SCHEME, "The reader cannot say"),
}
_BANDS = {
    RiskBand.BELOW: Code("BELOW", SCHEME, "Below both operating points"),
    RiskBand.BETWEEN: Code("BETWEEN", SCHEME, "Between the operating points"),
    RiskBand.ABOVE: Code("ABOVE", SCHEME, "Above both operating points"),
}
_GATES = {
    GateClass.FRONTAL_CHEST: Code("GATE-FRONTAL", SCHEME, "Frontal chest radiograph, usable"),
    GateClass.LATERAL_CHEST: Code("GATE-LATERAL", SCHEME, "Lateral chest radiograph"),
    GateClass.NOT_CHEST: Code("GATE-NO-CHEST", SCHEME, "Not a chest radiograph"),
    GateClass.NO_CONTENT: Code("GATE-EMPTY", SCHEME, "Image without content"),
    GateClass.TURNED: Code("GATE-TURNED", SCHEME, "Frontal chest that does not stand upright"),
    GateClass.INVERTED: Code("GATE-INVERTED", SCHEME, "Frontal chest with black bones"),
    GateClass.CROPPED: Code("GATE-CROPPED", SCHEME, "Lungs not found, or much of them outside the picture"),
    GateClass.UNFAMILIAR: Code("GATE-UNFAMILIAR", SCHEME, "Frontal chest unlike those that the model knows"),
}
_TURNS = {
    1: Code("TURNED-270", SCHEME, "Turned by 90 degrees counter-clockwise"),
    2: Code("TURNED-180", SCHEME, "Turned by 180 degrees"),
    3: Code("TURNED-90", SCHEME, "Turned by 90 degrees clockwise"),
}
_INVERTED = Code("INVERTED", SCHEME, "Black and white exchanged")


def code_of_class(finding: Finding, label: str) -> Code:
    """The finding type of a class; one that a site named itself gets a private code and its own label."""
    if finding in _FINDINGS:
        return _FINDINGS[finding]
    return Code(f"CLASS-{hashlib.sha256(finding.encode()).hexdigest()[:10]}", SCHEME, label[:_LONGEST_MEANING])


def code_of_verdict(verdict: Verdict) -> Code:
    """What the reader thinks of a result."""
    return _VERDICTS[verdict]


def code_of_band(band: RiskBand) -> Code:
    """Where a probability stands."""
    return _BANDS[band]


def code_of_gate(gate: GateClass) -> Code:
    """What the check takes an image for."""
    return _GATES[gate]


def codes_of_correction(quarter_turns: int, inverted: bool) -> list[Code]:
    """What was done to the image before it was scored; [] where nothing was."""
    turn = _TURNS.get(quarter_turns % 4)
    return [code for code in (turn, _INVERTED if inverted else None) if code is not None]
