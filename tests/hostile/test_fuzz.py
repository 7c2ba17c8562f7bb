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
def test_what_no_parser_may_do_is_found_and_named(monkeypatch, tmp_path):
    monkeypatch.setenv("CXR_TEST_FUZZ_FAULTS", "exception=1 death=3 hang=5")
    monkeypatch.setattr(fuzz, "SLOWEST_S", 1.0)
    *findings, ends = fuzz.run(seed=1, count=7, keep=tmp_path)
    assert [(found.number, found.kind.rpartition(" ")[2]) for found in findings] == [
        (1, "exception"), (3, "death"), (5, "hang"),
    ]  # fmt: skip
    assert (tmp_path / "1-3").read_bytes() == fuzz.Mill(1, tmp_path).make(3)[1]
    assert sum(ends.values()) == 5
