"""Where a decoder child begins; nothing that it reads with is imported in its parent, the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def serve(connection: Connection, *arguments: Any) -> None:
    """See ``decoder_child.serve``."""
    from cxr_desktop.imaging.decoder_child import serve

    serve(connection, *arguments)
