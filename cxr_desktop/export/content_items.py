"""Codes as highdicom wants them in a structured report; knows no result."""

from __future__ import annotations

from highdicom.sr import CodedConcept, QualitativeEvaluation
from pydicom.sr.coding import Code


def coded(code: Code) -> CodedConcept:
    """A code that stands in a report."""
    return CodedConcept(code.value, code.scheme_designator, code.meaning)


def evaluation(name: Code, value: Code) -> QualitativeEvaluation:
    """A question and its answer, both codes."""
    return QualitativeEvaluation(name=coded(name), value=coded(value))
