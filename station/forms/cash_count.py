"""Bảng kê mệnh giá tiền: a drawer's notes counted, or a sheet to count them on by hand."""

from collections.abc import Mapping
from datetime import datetime

from station.domain.money.amounts import DENOMINATIONS
from station.forms.dossier_names import office_names
from station.forms.form_sets import form_set_on
from station.forms.letter import Letter
from station.forms.letter_facts import day_of
from station.forms.letter_layouts import Names, Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import counter_name, statutory_time
from station.words import capitalised, figures, spelled


def cash_count(
    pieces: Mapping[int, int] | None,
    office: OfficeHeader,
    *,
    counter: int,
    officer_name: str,
    printed_at: datetime,
    templates: Templates = BUILT_IN,
) -> Letter:
    """Say what the sheet says.

    Args:
        pieces: by the value of a note in đồng; None leaves everything to the pen.
    """
    on = day_of(printed_at)
    blank = pieces is None
    counted = pieces or {}
    names = {
        **office_names(office, "" if blank else officer_name),
        "counter": counter_name(counter),
        "at": "" if blank else statutory_time(printed_at),
        "total": "" if blank else f"{figures(_sum(counted))} đồng",
        "in_words": "" if blank else f"{capitalised(spelled(_sum(counted)))} đồng",
    }
    rows = [_row(value, None if blank else counted.get(value, 0)) for value in DENOMINATIONS]
    occasion = Occasion(
        dated=on,
        printed_at=printed_at,
        identity=f"KK-{printed_at:%y%m%d-%H%M}-{counter}",
        whose=names["counter"],
    )
    form = templates.of(form_of(PaperKind.CASH_COUNT, form_set_on(on).key))
    return compose(form, office, occasion, names, {"lines": rows})


def _sum(pieces: Mapping[int, int]) -> int:
    return sum(value * count for value, count in pieces.items())


def _row(value: int, count: int | None) -> Names:
    return {
        "caption": figures(value),
        "count": "" if count is None else str(count or "–"),
        "amount": "" if count is None else figures(value * count) if count else "–",
    }
