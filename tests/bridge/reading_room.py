"""Everything behind the window, with real child processes; also a program of its own that is killed by a test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt

from cxr_desktop.bridge import inference_worker, wiring
from cxr_desktop.bridge.folder_scan import FolderScan
from cxr_desktop.bridge.image_loader import ImageLoader
from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_readers import HeaderReaders
from cxr_desktop.imaging.process import DecoderProcess


class ReadingRoom(QObject):
    """As ``app`` builds it, without a window."""

    def __init__(self, database: Path, triage_model: Path, gate: Path) -> None:
        super().__init__()
        folders = ModelFolders(triage_model, gate)
        self.engines: list[EngineProcess] = []
        self.said: list[str] = []
        self.model = WorklistModel()
        self.service = WorklistService(database, read_cards(folders).digest)
        self.worker = InferenceWorker(self.make_engine, self.service.record)
        self.scan = FolderScan(self.service, lambda: HeaderReaders(ReadBudget()), settle_s=0.3)
        self.images = ImageLoader(lambda: DecoderProcess(ReadBudget()))
        wiring.connect_rows(self.service, self.model)
        wiring.connect_scan(self.service, self.scan)
        wiring.connect_scoring(self.service, self.worker)
        for signal in (self.service.notice, self.service.failed, self.worker.warning):
            signal.connect(self.on_said)
        for thread in (self.service, self.scan, self.images, self.worker):
            thread.start()
        self.worker.set_model(folders)

    def make_engine(self, folders: ModelFolders) -> EngineProcess:
        self.engines.append(EngineProcess(folders, "cpu"))
        return self.engines[-1]

    def on_said(self, words: str) -> None:
        self.said.append(words)

    def scored_paths(self) -> set[str]:
        return {i.path for e in self.model.entries() for i in e.images if i.prediction and i.prediction.scored_by}

    def stop(self) -> bool:
        return wiring.stop_all(self.scan, self.images, self.worker, self.service)


def main(database: str, triage_model: str, gate: str, folder: str) -> None:
    """Triage a folder; print the pids of the children, then every path whose result was shown."""
    app = QCoreApplication([])
    inference_worker._FEWEST = inference_worker._MOST = 4  # so that the kill comes in mid-queue
    room = ReadingRoom(Path(database), Path(triage_model), Path(gate))

    def show(predictions) -> None:
        for prediction in predictions:
            print("shown", prediction.path, flush=True)

    def tell_pids(*_: object) -> None:
        readers = [child.pid for child in room.scan._decoder._children]
        children = [room.engines[-1].pid, *readers, room.images._decoder.pid]
        print("children", *[pid for pid in children if pid], flush=True)

    room.worker.predictions_ready.connect(show, Qt.ConnectionType.DirectConnection)
    room.worker.ready.connect(tell_pids, Qt.ConnectionType.DirectConnection)
    room.service.open_folder([folder])
    app.exec()


if __name__ == "__main__":
    assert os.environ.get("CXR_DESKTOP_HOME")
    main(*sys.argv[1:])
