"""The tiny models of the engine's tests."""

from tests.engine.conftest import closed_gate, make_model, open_gate, triage_model

__all__ = ["closed_gate", "make_model", "open_gate", "triage_model"]
