"""``report.json`` and ``report.html`` on disk, whole or not at all; it knows no numbers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

JSON, HTML = "report.json", "report.html"


def write_json(target: Path, report: Mapping[str, Any]) -> None:
    """Written aside, then renamed. Raises ``OSError``."""
    _write(target, json.dumps(report, indent=1, ensure_ascii=False, allow_nan=False))


def write_html(target: Path, report: Mapping[str, Any]) -> None:
    """The page of a report. Raises ``OSError``."""
    from training.report.page import page

    _write(target, page(report))


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.new")
    try:
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
