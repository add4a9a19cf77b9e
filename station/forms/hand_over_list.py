"""Danh sách bàn giao: the sealed list by which paper dossiers leave the counter, in two copies."""

from collections.abc import Sequence
from datetime import datetime

from station.domain.dossier import Dossier
from station.domain.events import HandOverSealed
from station.forms.dossier_names import dossier_names, office_names
from station.forms.form_sets import form_set_on
from station.forms.letter import Letter
from station.forms.letter_facts import day_of
from station.forms.letter_layouts import Names, Occasion, PaperKind, compose, form_of
from station.forms.office import OfficeHeader
from station.forms.templates import BUILT_IN, Templates
from station.forms.wording import one_line, short_date, statutory_time

_HASH_GROUP = 4
_SHOWN_OF_HASH = 32
"""Half of the SHA-256: enough to tell two lists apart, short enough to compare by eye."""


def hand_over_list(
    sealed: HandOverSealed,
    dossiers: Sequence[Dossier],
    office: OfficeHeader,
    *,
    sealed_at: datetime,
    officer_name: str,
    printed_at: datetime,
    templates: Templates = BUILT_IN,
) -> Letter:
    """Say what the list says; ``dossiers`` are those of its codes, in its order."""
    rows = [_row(number, dossier, office) for number, dossier in enumerate(dossiers, 1)]
    kinds = sum(kinds_in_folder(dossier) for dossier in dossiers)
    pages = sum(scanned_pages(dossier) for dossier in dossiers)
    names = {
        **office_names(office, officer_name),
        "list_number": sealed.list_number,
        "taker": one_line(sealed.agency),
        "sealed_at": statutory_time(sealed_at),
        "list_hash": _in_groups(sealed.list_hash),
        "left_behind": "; ".join(one_line(line) for line in sealed.left_behind),
        "total": f"{len(rows)} hồ sơ, {kinds} loại giấy tờ, {pages} trang",
    }
    on = day_of(sealed_at)
    occasion = Occasion(
        dated=on, printed_at=printed_at, identity=sealed.list_number, whose=names["taker"]
    )
    form = templates.of(form_of(PaperKind.HAND_OVER, form_set_on(on).key))
    return compose(form, office, occasion, names, {"dossiers": rows})


def _row(number: int, dossier: Dossier, office: OfficeHeader) -> Names:
    return {
        **dossier_names(dossier, office, dossier.officer_name),
        "number": str(number),
        "documents": str(kinds_in_folder(dossier)),
        "pages": str(scanned_pages(dossier)),
        "due": short_date(dossier.due_at) if dossier.due_at else "",
    }


def kinds_in_folder(dossier: Dossier) -> int:
    """Count the kinds of papers that lie in the folder; what was only shown does not."""
    return sum(
        document.originals + document.certified_copies + document.copies > 0
        for document in dossier.documents
    )


def scanned_pages(dossier: Dossier) -> int:
    """Count the pages of the files that belong to the folder's papers."""
    return sum(document.pages for document in dossier.documents)


def _in_groups(digest: str) -> str:
    shown = digest[:_SHOWN_OF_HASH]
    return " ".join(shown[at : at + _HASH_GROUP] for at in range(0, len(shown), _HASH_GROUP))
