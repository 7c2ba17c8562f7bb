"""How much memory and patience one foreign file may claim; knows no format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadBudget:
    """Limits that are checked before memory is taken.

    ``max_pixels`` is rows × columns, ``max_inflated_bytes`` what a deflated data set may grow to, ``max_elements`` the
    data elements (nested ones included) before the pixels. ``decode_threads`` is what one JPEG 2000 image may use.
    ``engine_bytes`` is what the engine's process may grow by, beyond what it has once its models are loaded.
    ``shortest_side`` in pixels: what is smaller is no radiograph; training also reads the small pictures of image sets.
    """

    max_pixels: int = 200_000_000
    max_file_bytes: int = 1 << 30
    max_inflated_bytes: int = 1 << 30
    max_header_bytes: int = 64 << 20
    max_elements: int = 100_000
    decode_threads: int = 1
    engine_bytes: int = 6 << 30
    shortest_side: int = 64
