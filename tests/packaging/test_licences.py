"""No part of the program is under the GPL alone, and the notices that the others ask for are there."""

from __future__ import annotations

import tomllib
from email.message import Message

import pytest
from editions import EDITIONS, ROOT
from licences import closure, is_copyleft, licence_of

NOTICES = ROOT / "packaging" / "notices"


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_part_of_an_edition_is_under_the_gpl_and_each_says_what_it_is_under(edition):
    licences = {part.metadata["Name"]: licence_of(part.metadata) for part in closure(EDITIONS[edition].requirements())}
    assert len(licences) > 20
    # A package of pins alone, without a file of its own.
    assert [name for name, licence in licences.items() if not licence and name != "cuda-toolkit"] == []
    assert {name: licence for name, licence in licences.items() if licence and is_copyleft(licence)} == {}


def test_what_is_under_the_lgpl_has_its_notice():
    parts = {part.metadata["Name"]: licence_of(part.metadata) for part in closure(EDITIONS["triage"].requirements())}
    assert {name for name, licence in parts.items() if "LGPL" in licence} == {"PySide6_Essentials", "shiboken6"}
    notice = (NOTICES / "NOTICE.txt").read_text(encoding="utf-8")
    for words in (
        "Qt for Python",
        "GNU Lesser General Public License version 3",
        "You may replace them",
        "source of Qt",
    ):
        assert words in notice
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (NOTICES / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (NOTICES / "GPL-3.0.txt").read_text(encoding="utf-8")


def test_no_listed_library_of_the_system_is_under_the_gpl_without_an_exception():
    listed = tomllib.loads((NOTICES / "system_libraries.toml").read_text(encoding="utf-8"))
    assert {name for name, licence in listed.items() if is_copyleft(licence)} == set()
    assert "libreadline" not in listed


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "GPL-2.0-or-later OR GPL-3.0-only",
        "MIT AND GPL-3.0-or-later",
        "AGPL-3.0-only",
        "GNU General Public License v2 (GPLv2)",
        "GPLv3",
        "(GPL-2.0-only OR GPL-3.0-only)",
    ],
)
def test_the_gpl_alone_is_recognised(licence):
    assert is_copyleft(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "LGPL-2.1-or-later",
        "GNU Lesser General Public License v3 (LGPLv3)",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "GPLv2-or-later with a special exception",
        "MPL-2.0 AND (Apache-2.0 OR MIT)",
        "BSD-3-Clause",
    ],
)
def test_what_leaves_another_choice_or_has_an_exception_is_not(licence):
    assert not is_copyleft(licence)


def _metadata(**fields: str | list[str]) -> Message:
    part = Message()
    for name, value in fields.items():
        for each in [value] if isinstance(value, str) else value:
            part[name.replace("_", "-")] = each
    return part


def test_an_expression_comes_before_all_else_and_a_whole_text_gives_way_to_its_name():
    assert licence_of(_metadata(License_Expression="MIT", License="something")) == "MIT"
    assert licence_of(_metadata(License="BSD")) == "BSD"
    text = "Copyright 2001 somebody\nall rights reserved"
    named = _metadata(License=text, Classifier=["License :: OSI Approved :: BSD License", "Topic :: Scientific"])
    assert licence_of(named) == "BSD License"
    assert licence_of(_metadata(Name="silent")) == ""
