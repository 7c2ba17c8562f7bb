from __future__ import annotations

import inspect

from cxr_desktop.domain import errors


def test_every_expected_fault_is_of_one_family():
    family = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert len(family) >= 6
    assert all(issubclass(kind, errors.CxrError) for kind in family)
