"""``report.json`` and ``report.html`` on disk, whole or not at all; it knows no numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxr_desktop.export.atomic_file import write_text

JSON, HTML = "report.json", "report.html"


def write_json(target: Path, report: Mapping[str, Any]) -> None:
    """Whole or not at all. Raises ``OSError``."""
    write_text(target, json.dumps(report, indent=1, ensure_ascii=False, allow_nan=False))


def write_html(target: Path, report: Mapping[str, Any]) -> None:
    """The page of a report. Raises ``OSError``."""
    from training.report.page import page

    write_text(target, page(report))
