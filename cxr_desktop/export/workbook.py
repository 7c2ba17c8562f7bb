"""The worklist as an Excel workbook: typed cells, and a sheet that says what the numbers mean; no macro, no formula."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.typed_column import Column, Kind, Value
from cxr_desktop.export.worklist_table import columns, rows

_FORMATS = {
    Kind.TEXT: "@",
    Kind.WHOLE: "0",
    Kind.PROBABILITY: "0.00",
    Kind.DATE: "yyyy-mm-dd",
    Kind.TIME: "hh:mm",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
_BANDS = {RiskBand.ABOVE: "#B23A26", RiskBand.BETWEEN: "#855600", RiskBand.BELOW: "#1D705C"}
_LONGEST = 32_767
"""Characters that a cell may hold."""
_MOST_ROWS = 1_048_575
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}


def write_workbook(
    target: Path,
    entries: Sequence[WorklistEntry],
    cards: ModelCards,
    identity: Identity,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Write it whole or not at all; ``tick`` after every row.

    Text is stored as text, so that no cell is a formula or a link, whatever a header holds. Raises ``OSError``, and
    ``ValueError`` for more studies than a sheet has rows.
    """
    if len(entries) > _MOST_ROWS:
        raise ValueError("more studies than an Excel sheet has rows")
    memory = BytesIO()
    target.parent.mkdir(parents=True, exist_ok=True)
    options = {
        "constant_memory": True,
        "tmpdir": "",  # below: names never pass through a folder that the reader did not choose
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": _FORMATS[Kind.DATE],
    }
    # The library's own temporary files stay behind where its last step fails; in a folder of their own they do not.
    with tempfile.TemporaryDirectory(prefix=".cxr-", dir=target.parent) as folder:
        options["tmpdir"] = folder
        try:
            with xlsxwriter.Workbook(memory, options) as book:
                book.set_properties({"title": "Worklist", "comments": wording.CAPTION})
                _fill_worklist(book, entries, cards, identity, tick)
                _fill_meaning(book, columns(cards.model, identity), cards, identity)
        except FileCreateError as error:
            # The fault of the disk inside it says which.
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error
    write_bytes(target, memory.getvalue())


def _fill_worklist(
    book: Any, entries: Iterable[WorklistEntry], cards: ModelCards, identity: Identity, tick: Callable[[], None]
) -> None:
    sheet = book.add_worksheet("Worklist")
    wanted = columns(cards.model, identity)
    head = book.add_format({**_FONT, "bold": True, "bottom": 1, "text_wrap": True})
    looks = {kind: book.add_format({**_FONT, "num_format": shape}) for kind, shape in _FORMATS.items()}
    inks = {wording.band(band): book.add_format({**_FONT, "font_color": ink}) for band, ink in _BANDS.items()}
    for place, column in enumerate(wanted):
        sheet.write_string(0, place, column.heading, head)
        sheet.set_column(place, place, column.width)
    count = 0
    for row in rows(entries, identity):
        count += 1
        for place, column in enumerate(wanted):
            value = column.value(row)
            look = inks.get(str(value), looks[column.kind]) if column.heading == "Risk band" else looks[column.kind]
            _write(sheet, count, place, value, look)
        tick()
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, count), len(wanted) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{wording.CAPTION}&R&P / &N")


def _write(sheet: Any, row: int, place: int, value: Value, look: Any) -> None:
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, place, value[:_LONGEST], look)
    elif isinstance(value, date | time):
        if not isinstance(value, date) or value.year >= 1900:  # Excel's calendar begins there
            sheet.write_datetime(row, place, value, look)
    else:
        sheet.write_number(row, place, value, look)


def _fill_meaning(book: Any, wanted: Sequence[Column], cards: ModelCards, identity: Identity) -> None:
    sheet = book.add_worksheet("What the numbers mean")
    bold, text = book.add_format({**_FONT, "bold": True}), book.add_format({**_FONT, "text_wrap": True})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 78)
    sheet.set_column(2, 6, 16)
    lines: list[tuple[str, ...]] = [(wording.CAPTION,), ()]
    names = "Names, numbers, dates and file names are included." if identity.shown else wording.WITHOUT_IDENTITY
    lines += [("Identity", names), ()]
    for title, card in (("Model", cards.model), ("Second opinion", cards.second)):
        if card is None:
            continue
        lines.append((title, f"{card.title} {card.version} ({card.name}, {card.architecture})"))
        lines += [("Digest", card.digest), ("Intended use", card.intended_use), ("Not for", card.not_for)]
        lines += [("Finding", "Operating point", *_POINT_HEADS), *wording.point_rows(card)]
        lines += [(wording.measured_on(card),), ()]
    lines += [("Column", "Meaning"), *((column.heading, column.about) for column in wanted)]
    for number, line in enumerate(lines):
        for place, words in enumerate(line):
            heading = place == 0 or line[1:2] in (("Operating point",), ("Meaning",))
            sheet.write_string(number, place, wording.plain(words)[:_LONGEST], bold if heading else text)


_POINT_HEADS = ("Threshold", "Sensitivity [95 %]", "Specificity [95 %]", "With the finding", "Without it")
