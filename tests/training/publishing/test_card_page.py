"""A card for readers: words first, every table with its command."""

import shutil

import pytest

from tests.training.publishing.test_measure import LUNGS_FREE
from training.__main__ import main


@pytest.fixture(scope="module")
def words(published, pictures, tmp_path_factory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("card")
    shutil.copytree(published, folder / "tiny")
    assert (
        main(["measure", str(folder / "tiny"), "--data", str(pictures), "--only", ",".join(LUNGS_FREE), "--write"]) == 0
    )
    targets = ["--markdown", str(folder / "card.md"), "--html", str(folder / "card.html")]
    assert main(["card", str(folder / "tiny"), *targets]) == 0
    return (folder / "card.md").read_text(encoding="utf-8"), (folder / "card.html").read_text(encoding="utf-8")


def test_plain_words_come_before_numbers(words):
    markdown, _ = words
    order = ["# Tiny", "## What it is for", "## What it must not be used for", "## What it does not look for"]
    order += ["## What its numbers do not say", "## What it was trained", "## Operating points", "## Areas under"]
    places = [markdown.index(title) for title in order]
    assert places == sorted(places)
    assert "- pneumothorax" in markdown
    assert "Research: a test." in markdown


def test_every_table_of_numbers_is_followed_by_its_command(words):
    markdown, page = words
    for block in LUNGS_FREE:
        assert f"Reproduced by `cxr-desktop measure tiny --data DATA --only {block}`" in markdown
        assert f"<code>cxr-desktop measure tiny --data DATA --only {block}</code>" in page
    assert page.count("<table>") == markdown.count("| --- |\n")
    assert "<script" not in page


def test_a_card_is_printed_where_no_file_is_named_and_a_gate_has_one_too(published, capsys):
    assert main(["card", str(published)]) == 0
    assert capsys.readouterr().out.startswith("# Tiny")
    assert main(["card", "gate"]) == 0
    assert "What it must not be used for" in capsys.readouterr().out
    assert main(["card", "nothing"]) == 1
