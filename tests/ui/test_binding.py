"""The binding to Qt itself: faults of a release of PySide6 that end the program and that no code of ours can catch."""

import sys

from PySide6.QtCore import QObject, QStringListModel, Qt


def test_reading_an_absent_value_takes_no_reference_of_none(qapp):
    """PySide6 6.12.0 does, with every painted cell; on Python 3.11 that kills the process after a while."""
    model, item = QStringListModel(["a"]), QObject()
    index = model.index(0, 0)
    before = sys.getrefcount(None)
    for _ in range(200):
        index.data(Qt.ItemDataRole.FontRole)
        item.property("absent")
    assert sys.getrefcount(None) > before - 100
