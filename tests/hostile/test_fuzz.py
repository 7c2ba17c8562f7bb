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


@pytest.mark.parametrize(
    "first", ['"b.png\nnext line",x\x00y', ",".join(f"column {n}" for n in range(5000)), "x" * 100_000, "\u202ename"]
)
def test_the_first_line_of_a_table_is_quoted_in_one_plain_sentence(tmp_path, first):
    """Seed 1, mutant 58979: the names of columns went into the message as they were."""
    from training.data.manifest import list_manifest
    from training.data.sample import DataError

    (tmp_path / "m.csv").write_text(f"{first}\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        list_manifest(tmp_path / "m.csv")
    text = str(caught.value)
    assert len(text) < 500
    assert not set(text) & set("\n\x00\u202e")
