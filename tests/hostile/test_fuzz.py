"""The short form of the fuzzer, and what the long form once found."""

from __future__ import annotations

import pytest

from tests.hostile import fuzz


def test_a_few_hundred_mutants_end_as_read_or_as_one_plain_reason():
    *findings, ends = fuzz.run(seed=2026, count=200)
    assert findings == []
    assert sum(ends.values()) == 200
    # A mutant that nobody can tell from its source would test nothing, and so would one that is always refused.
    assert ends["image: read"] > 10
    assert ends["image: UnreadableImageError"] > 50
    assert {end.partition(":")[0] for end in ends} == {"image", "card", "manifest", "weights"}


def test_a_mutant_is_made_again_by_its_seed_and_number(tmp_path):
    one, two = fuzz.Mill(5, tmp_path), fuzz.Mill(5, tmp_path)
    assert [one.make(n) for n in range(30)] == [two.make(n) for n in range(30)]
    assert one.make(3) != fuzz.Mill(6, tmp_path).make(3)


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["exception", "death", "hang"])
def test_what_no_parser_may_do_is_found_and_named(fault, monkeypatch, tmp_path):
    """The child is told by its environment to misbehave at one mutant."""
    monkeypatch.setenv("CXR_TEST_FUZZ_FAULT", f"{fault} 2")
    monkeypatch.setattr(fuzz, "SLOWEST_S", 1.0)
    *findings, ends = fuzz.run(seed=1, count=5, keep=tmp_path)
    [found] = findings
    assert found.number == 2
    assert fault in found.kind
    assert (tmp_path / "1-2").read_bytes() == fuzz.Mill(1, tmp_path).make(2)[1]
    assert sum(ends.values()) >= 4
