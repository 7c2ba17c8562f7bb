"""Two images that follow each other: window, inversion, zoom and place; knows neither whose they are nor any widget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from cxr_desktop.ui.viewer.reading import Reading


class ViewLink(QObject):
    """What the reader does to one of two readings is done to the other while ``is_on``.

    Windows follow by the change from what each file came with, zoom by the share of the fit and place by the share of
    the image: two detectors seldom have the same values or the same size.
    """

    def __init__(self, first: Reading, second: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._busy = False
        first.adjusted.connect(lambda: self.follow(first, second))
        second.adjusted.connect(lambda: self.follow(second, first))

    def follow(self, leader: Reading, follower: Reading) -> None:
        """Make the follower look as the leader does."""
        source, target = leader.display, follower.display
        if not self.is_on or self._busy or source is None or target is None:
            return
        view, own = source.viewport, target.viewport
        placed = own.fit()
        if not view.fits:
            placed = replace(
                own,
                scale=own.fit_scale * view.scale / view.fit_scale,
                centre_x=view.centre_x / view.columns * own.columns,
                centre_y=view.centre_y / view.rows * own.rows,
                fits=False,
            )
        self._busy = True
        try:
            follower.share(source.relative_window(), source.kept.inverted, placed)
        finally:
            self._busy = False
