"""Tiny models for the tests that run real child processes."""

from __future__ import annotations

from tests.engine.conftest import make_model, open_gate, triage_model

__all__ = ["make_model", "open_gate", "triage_model"]
