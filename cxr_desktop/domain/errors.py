"""The exception family, drawn once: every error that a reader may meet carries one plain sentence."""


class CxrError(Exception):
    """An expected fault. ``str(error)`` is one plain reason without a path, an identity or a traceback."""


class NotAnImageError(CxrError):
    """The file is well formed or not, but it holds no radiograph (a text, a PDF, a structured report)."""


class UnreadableImageError(CxrError):
    """The file claims to be an image and cannot be read truthfully: truncated, over budget, contradictory."""


class CheckpointError(CxrError):
    """A model folder is missing, damaged, or does not match its card."""


class DeviceError(CxrError):
    """The chosen compute device is absent or failed."""


class EditionError(CxrError):
    """What was asked for belongs to the full edition, and this is the triage edition."""


class StoreError(CxrError):
    """The database is damaged, locked, newer than this program, or cannot be written."""
