"""What a report shows, whether it is a page for a browser or for paper; lays out nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.paper import Paper

ABOUT_MAPS = (
    "Heat maps show where the model found evidence for a class, in units of its logit; they do not outline disease. "
    "The dashed line runs at half of the scale."
)
PHANTOM_BANNER = "These are computed phantoms, not patients. The numbers show how the program works and nothing else."


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the page shows. Names, numbers, dates and file names appear only where ``identity`` is shown.

    ``max_pictures``: studies with pictures, from the top of the list; the others keep their rows. ``first`` is the
    number of the first study, ``paper`` what the page is printed on.
    """

    title: str = "Chest radiograph triage"
    banner: str = ""
    identity: Identity = field(default_factory=Identity)
    finding: Finding | None = None
    """whose heat maps are drawn; ``None``: the model's class of interest"""
    below_operating_point: bool = False
    max_pictures: int = 60
    first: int = 1
    paper: Paper = Paper.A4
