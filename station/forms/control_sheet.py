"""Mẫu 06 (05 of 2018): the sheet that goes with a paper dossier from hand to hand."""

from datetime import datetime
from itertools import pairwise

from station.domain.dossier import Dossier
from station.domain.procedure import Procedure
from station.forms.letter_facts import LetterFacts, day_of
from station.forms.letter_layouts import Names
from station.forms.wording import one_line, short_date, statutory_time

COUNTER = "Bộ phận TN & TKQ"
_TIME_BY_HAND = "...... giờ ...... phút,\nngày ...... tháng ...... năm ........"
_AGENCY_BY_HAND = "......................"
_FEWEST_ROWS = 4
"""So many hand-overs there is room for at least, as on the circular's page."""


def control_sheet(dossier: Dossier, _: Procedure | None) -> LetterFacts:
    """Say who handed the dossier to whom; the rest of the rows is filled in by hand."""
    rows = [
        _row(COUNTER, hand_over.agency, hand_over.at, remark=f"Danh sách {hand_over.list_number}")
        for hand_over in dossier.hand_overs
    ] or [_row(COUNTER, dossier.handling_agency, None)]
    rows += [
        _row(one.agency, following.agency, None, remark=f"Hạn {short_date(one.due_at)}")
        for one, following in pairwise(dossier.stages)
    ]
    if dossier.result_at_counter or dossier.returned:
        giver = dossier.hand_overs[-1].agency if dossier.hand_overs else dossier.handling_agency
        rows.append(_row(giver, COUNTER, None, outcome=_outcome(dossier)))
    by_hand = _row(_AGENCY_BY_HAND, _AGENCY_BY_HAND, None)
    rows += [by_hand] * (_FEWEST_ROWS - len(rows))
    return LetterFacts(
        dated=day_of(dossier.received_at),
        names={"cooperating_agency": one_line(", ".join(_others(dossier)))},
        rows={"hand_overs": rows},
    )


def _others(dossier: Dossier) -> list[str]:
    """Name the agencies beside the handling one, each once, in the order of their stages."""
    agencies = dict.fromkeys(stage.agency for stage in dossier.stages)
    return [agency for agency in agencies if agency != dossier.handling_agency]


def _row(
    giver: str, taker: str, at: datetime | None, *, outcome: str = "", remark: str = ""
) -> Names:
    return {
        "giver": one_line(giver),
        "taker": one_line(taker),
        "at": statutory_time(at) if at else _TIME_BY_HAND,
        "outcome": outcome,
        "remark": one_line(remark),
    }


def _outcome(dossier: Dossier) -> str:
    """Compare days, not hours, as the statistics of the national portal do."""
    if dossier.result_issued_at is None or dossier.due_at is None:
        return ""
    done, due = day_of(dossier.result_issued_at), day_of(dossier.due_at)
    if done == due:
        return "Đúng hạn"
    return "Trước hạn" if done < due else "Quá hạn"
