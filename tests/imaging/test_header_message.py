"""Headers arrive at the parent as they were read, each under the path that was asked for."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np

from cxr_desktop.domain.errors import NotAnImageError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.header_message import packed, unpacked
from cxr_desktop.imaging.header_reader import read_header
from tests.builders import data_set, save


def test_what_comes_out_of_the_pipe_is_what_went_in(tmp_path):
    path = str(save(data_set(np.full((70, 80), 900, np.uint16), PatientName="Doe^Jane", KVP="110"), tmp_path / "a.dcm"))
    header = read_header(path)
    assert isinstance(header, Radiograph)
    refused = NotAnImageError("a text")
    arrived = pickle.loads(pickle.dumps([packed(header), refused]))
    first, second = unpacked([path, "b.txt"], arrived)
    assert first == header
    assert (type(second), str(second)) == (NotAnImageError, "a text")


def test_the_path_is_that_of_the_file_that_was_asked_for(tmp_path):
    header = read_header(str(save(data_set(np.full((70, 80), 900, np.uint16)), tmp_path / "a.dcm")))
    assert unpacked(["elsewhere"], [packed(header)]) == [replace(header, path="elsewhere")]
