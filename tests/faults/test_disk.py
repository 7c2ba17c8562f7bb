"""A real full disk, in a mount namespace of its own."""

from __future__ import annotations

import pytest

from tests.faults import disk


@pytest.mark.window  # reports of crashes are Qt's too
def test_a_full_disk_loses_nothing_old_and_everything_goes_on_with_space(tmp_path):
    done = disk.in_namespace(tmp_path)
    if done.returncode == disk.NOT_ALLOWED:
        pytest.skip("this system lets nobody here have a mount namespace")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.splitlines()[-1] == "0 wrong"
