"""The journal: what was appended outlives the process, also where a kill cut the last batch."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from cxr_desktop.cluster_run.journal import Journal
from cxr_desktop.cluster_run.listing import KEY_BYTES, Keys, key_of
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.worklist.scan import ScanProblem
from tests.worklist.samples import identity

COLUMNS = pa.schema([("n", pa.int64())])


def keys_of(*numbers: int) -> list[bytes]:
    return [key_of(identity(f"/{number}")) for number in numbers]


def as_keys(*numbers: int) -> Keys:
    return Keys(np.array(keys_of(*numbers), f"S{KEY_BYTES}"))


def table(*numbers: int) -> pa.Table:
    return pa.table({"n": list(numbers)}, schema=COLUMNS)


def journal(tmp_path, **facts) -> Journal:
    return Journal(tmp_path / "r.csv", facts, COLUMNS)


def read(one: Journal, *numbers: int) -> list[int]:
    return [n for part in one.rows(as_keys(*numbers)) for n in part["n"].to_pylist()]


def test_rows_are_there_for_the_next_run_though_nobody_closed_the_first(tmp_path):
    first = journal(tmp_path)
    first.append(keys_of(1, 2), table(1, 2))
    first.append(keys_of(3), table(3))
    second = journal(tmp_path)
    done = second.done()
    assert [key in done for key in keys_of(1, 2, 3, 4)] == [True, True, True, False]
    second.append(keys_of(4), table(4))
    second.close()
    assert read(second, 1, 2, 3, 4) == [1, 2, 3, 4]
    first.close()


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_batch_that_a_kill_has_cut_is_scored_again_and_those_before_it_are_not(tmp_path, cut):
    first = journal(tmp_path)
    first.append(keys_of(1), table(1))
    (stream,) = first.folder.glob("*.arrows")
    whole = stream.stat().st_size
    first.append(keys_of(2), table(2))
    data = stream.read_bytes()
    stream.write_bytes(data[: whole + cut])
    assert len(data) > whole + cut
    second = journal(tmp_path)
    done = second.done()
    assert [key in done for key in keys_of(1, 2)] == [True, False]
    second.append(keys_of(2), table(2))
    second.close()
    assert read(second, 1, 2) == [1, 2]
    first.close()


def test_a_run_that_was_killed_before_its_first_row_leaves_nothing_that_harms(tmp_path):
    first = journal(tmp_path)
    (first.folder / "rows-0001.arrows").write_bytes(b"")
    second = journal(tmp_path)
    assert len(second.done()) == 0
    second.append(keys_of(1), table(1))
    second.close()
    assert read(second, 1) == [1]


def test_each_key_has_one_row_the_first_and_what_is_not_asked_for_has_none(tmp_path):
    one = journal(tmp_path)
    one.append(keys_of(1, 1, 2), table(10, 11, 20))
    one.append(keys_of(2, 3), table(21, 30))
    one.close()
    assert read(one, 3, 1, 2) == [10, 20, 30]
    assert read(one, 2) == [20]
    assert read(one) == []


def test_the_beginning_of_another_run_is_not_gone_on_with(tmp_path):
    journal(tmp_path, device="cpu")
    journal(tmp_path, device="cpu")
    with pytest.raises(CxrError, match="other models or options"):
        journal(tmp_path, device="cuda")
    (tmp_path / "r.csv.parts" / "run.json").write_text("{")
    with pytest.raises(CxrError, match="damaged"):
        journal(tmp_path, device="cpu")


def test_rows_of_another_version_are_refused(tmp_path):
    one = journal(tmp_path)
    one.append(keys_of(1), table(1))
    one.close()
    other = Journal(tmp_path / "r.csv", {}, pa.schema([("n", pa.string())]))
    with pytest.raises(CxrError, match="another version"):
        other.done()


def test_the_journal_goes_when_the_result_is_whole(tmp_path):
    one = journal(tmp_path)
    one.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_key_changes_with_everything_that_says_that_a_file_is_another():
    same = identity("/a.dcm")
    others = [
        identity("/b.dcm"),
        identity("/a.dcm", size=11),
        identity("/a.dcm", mtime_ns=5),
        identity("/a.dcm", inode=8),
    ]
    others += [ScanProblem("/a.dcm", "a link"), ScanProblem("/a.dcm", "a folder")]
    keys = {key_of(found) for found in [same, *others]}
    assert len(keys) == 7
    assert key_of(same) in keys
    assert {len(key) for key in keys} == {KEY_BYTES}
    assert all(key[-1] for key in keys), "NumPy drops zeros at the end"
