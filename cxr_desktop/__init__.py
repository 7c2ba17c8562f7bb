"""cxr-desktop: triage of chest radiographs for research, with the evidence beside every score."""

__version__ = "0.1.0"
