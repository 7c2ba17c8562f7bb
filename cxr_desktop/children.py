"""Makes child processes under the limits that the settings hold at that moment; starts none and keeps none."""

from __future__ import annotations

from collections.abc import Callable

from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.export.job import ExportJob
from cxr_desktop.export.process import ExportProcess
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_readers import HeaderReaders
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.settings import Settings


class Children:
    """``settings`` tells those in force."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def decoder(self) -> DecoderProcess:
        """Reads images for the window."""
        return DecoderProcess(self._budget(), self._seconds())

    def header_readers(self) -> HeaderReaders:
        """Read the headers of folders."""
        return HeaderReaders(self._budget(), self._seconds())

    def engine(self, folders: ModelFolders) -> EngineProcess:
        """Scores with the models of these folders."""
        return EngineProcess(folders, self._settings().device, self._budget(), self._seconds())

    def export(self, job: ExportJob) -> ExportProcess:
        """Writes what a job asks for."""
        return ExportProcess(job, self._budget(), self._seconds())

    def _budget(self) -> ReadBudget:
        settings = self._settings()
        return ReadBudget(
            max_pixels=settings.max_megapixels * 1_000_000,
            max_file_bytes=settings.max_file_megabytes << 20,
            engine_bytes=settings.engine_gigabytes << 30,
        )

    def _seconds(self) -> float:
        return float(self._settings().seconds_per_file)
