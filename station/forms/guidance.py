"""Phiếu hướng dẫn "cần mang thêm": what to bring next time, in plain words. No dossier yet.

NĐ 61/2018 Art. 15(3): guidance is given once, full and precise. The code on it opens the same
draft again.
"""

from dataclasses import dataclass
from datetime import date, datetime

from station.domain.processing import LackingPaper
from station.forms.dossier_names import office_names
from station.forms.form_sets import form_set_on
from station.forms.letter import Letter
from station.forms.letter_facts import day_of
from station.forms.letter_layouts import Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.request_letters import sentence
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import counter_name, one_line, short_date
from station.words import capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What somebody was told at the counter."""

    guidance_code: str
    procedure_name: str
    visitor_name: str | None
    wanted: tuple[LackingPaper, ...]
    """What to bring, each with what was wrong today or where to get it."""
    kept: tuple[str, ...]
    """What is in order already and stays with the visitor."""
    given_at: datetime
    officer_name: str
    valid_until: date
    procedure_code: str = ""


def guidance_letter(
    guidance: Guidance,
    office: OfficeHeader,
    *,
    printed_at: datetime,
    templates: Templates = BUILT_IN,
) -> Letter:
    """Say what the paper says; it bears no number of the visitor and is no official one."""
    on = day_of(guidance.given_at)
    names = {
        **office_names(office, guidance.officer_name),
        "guidance_code": guidance.guidance_code,
        "counter": f"{counter_name(office.counter)} – {short_date(on)}",
        "subject": one_line(guidance.procedure_name),
        "submitter_name": one_line(guidance.visitor_name),
        "wanted_count": str(len(guidance.wanted)),
        "valid_until": f"ngày {short_date(guidance.valid_until)}",
    }
    wanted = [
        {
            "number": str(number),
            "name": capitalised(one_line(paper.name)),
            "detail": sentence(paper.what),
        }
        for number, paper in enumerate(guidance.wanted, 1)
    ]
    kept = [{"name": capitalised(one_line(name))} for name in guidance.kept]
    occasion = Occasion(
        dated=on, printed_at=printed_at, identity=guidance.guidance_code, whose=names["subject"]
    )
    built_in = form_of(PaperKind.GUIDANCE, form_set_on(on).key)
    form = templates.of(built_in, guidance.procedure_code)
    return compose(form, office, occasion, names, {"wanted": wanted, "kept": kept})
