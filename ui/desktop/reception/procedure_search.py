"""Finding the procedure while the officer types, and what this counter receives most."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from station.catalogue.search import CatalogueIndex, Hit
from station.domain.procedure import Procedure
from station.ports.dossier_queries import DossierRow
from station.usecases.handed_in import UnknownProcedureError
from station.words import Language, numeric_date
from ui.desks.catalogue import LOOKED_BACK
from ui.desktop.reception.view_model import Matches, ProcedureMatch

MOST_MATCHES = 50
"""More than anybody reads; an officer types on instead."""
MOST_FREQUENT = 5


class ProcedureSource(Protocol):
    """Where procedures are looked up; the desk is one. Calls read the store."""

    @property
    def catalogue_index(self) -> CatalogueIndex: ...

    def procedure(self, code: str, begun_under: str | None = None) -> tuple[Procedure, str]: ...

    def newest(self, limit: int) -> Sequence[DossierRow]: ...


def matches(index: CatalogueIndex, query: str, language: Language) -> Matches:
    """Give what the catalogue has for a query; a local correction says so."""
    found = tuple(
        ProcedureMatch(
            code=hit.procedure.code,
            name=hit.procedure.name,
            field=_field_words(hit, language),
            receivable=hit.procedure.has_details,
            name_matches=hit.spans,
        )
        for hit in index.search(query, limit=MOST_MATCHES)
    )
    return Matches(query=query, found=found, total=len(found))


def _field_words(hit: Hit, language: Language) -> str:
    if hit.local_until is None:
        return hit.procedure.field
    words = "sửa tại chỗ đến" if language == "vi" else "local correction until"
    return f"{hit.procedure.field} · {words} {numeric_date(hit.local_until)}"


def frequent_procedures(source: ProcedureSource) -> tuple[ProcedureMatch, ...]:
    """Give the procedures that came most often lately and can still be received."""
    codes = Counter(row.procedure_code for row in source.newest(LOOKED_BACK))
    found: list[ProcedureMatch] = []
    for code, _ in codes.most_common():
        if len(found) == MOST_FREQUENT:
            break
        try:
            procedure, _ = source.procedure(code)
        except UnknownProcedureError:  # a later catalogue dropped it
            continue
        if procedure.has_details:
            found.append(ProcedureMatch(code=code, name=procedure.name, field=procedure.field))
    return tuple(found)
