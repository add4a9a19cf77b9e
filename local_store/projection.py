"""What ``dossiers`` keeps of a dossier, and the line of a list that is read from it."""

from sys import intern
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, case, exists, select

from local_store.hot import Hot
from local_store.journal import KnownDossier
from local_store.models import DeliveryRow, DossierProjectionRow
from local_store.search_words import search_words
from local_store.upsert import upsert
from station.domain.dossier import Dossier, DossierStatus
from station.domain.person import Party, PartyKind
from station.domain.signed_copies import copies_to_sign, copies_to_stamp
from station.ports.dossier_queries import DossierRow
from station.text import mask_number

_OF_MANY = ("procedure_code", "procedure_name", "handling_agency", "officer_id", "officer_name")
"""Words that hundreds of rows of a day have in common: they are held once."""
_HANDED_DOWN = (
    "dossier_id",
    "owner_name",
    "submitter_name",
    "party_number",
    "procedure_code",
    "procedure_name",
    "handling_agency",
    "channel",
    "received_at",
    "due_at",
    "fees_total_vnd",
    "documents_handed_in",
    "documents_wanted",
    "pages",
    "counter",
    "officer_id",
    "officer_name",
    "awaits_hand_over",
    "result_at_counter",
    "shelf",
    "supplements",
    "dossier_version",
    "result_issued_at",
    "twin_code",
    "delivery",
)


def _any_delivery(state: str) -> Any:  # noqa: ANN401 - an SQL expression
    return exists().where(
        DeliveryRow.dossier_id == DossierProjectionRow.dossier_id, DeliveryRow.state == state
    )


LINES = select(
    DossierProjectionRow.__table__,
    case(
        (_any_delivery("refused"), "refused"), (_any_delivery("waiting"), "waiting"), else_="sent"
    ).label("delivery"),
)
"""Selects what ``line_of`` needs. The delivery is read from the deliveries, never copied."""

UNDELIVERED = DossierProjectionRow.dossier_id.in_(
    select(DeliveryRow.dossier_id).where(DeliveryRow.state.in_(("waiting", "refused")))
)
"""Asks the few entries that wait for their dossiers, not every dossier for its entries."""


_KEEP = Hot(upsert(DossierProjectionRow, "received_sequence"))


def projected(known: KnownDossier) -> dict[str, Any]:
    """Give the columns of the dossier's row."""
    dossier = known.dossier
    handed_in = [document for document in dossier.documents if document.handed_in]
    return {
        "received_sequence": known.first_sequence,
        "dossier_id": dossier.dossier_id,
        "code": dossier.code,
        "latest_sequence": known.latest_sequence,
        "status": dossier.status.value,
        "owner_name": dossier.owning_party.name,
        "submitter_name": dossier.submitter.name,
        "party_number": _shown_number(dossier.owning_party),
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "field": dossier.field,
        "handling_agency": dossier.handling_agency,
        "channel": dossier.channel.value,
        "received_on": dossier.received_at.date(),
        "received_at": dossier.received_at,
        "due_at": dossier.due_at,
        "fees_total_vnd": dossier.fees_total_vnd,
        "documents_handed_in": len(handed_in),
        "documents_wanted": len(handed_in) + len(dossier.missing),
        "pages": sum(document.pages for document in dossier.documents),
        "counter": dossier.counter,
        "officer_id": dossier.officer_id,
        "officer_name": dossier.officer_name,
        "awaits_hand_over": dossier.awaits_hand_over,
        "result_at_counter": dossier.result_at_counter,
        "shelf": dossier.shelf,
        "supplements": len(dossier.supplements),
        "dossier_version": dossier.version,
        "awaited_vnd": dossier.awaited_vnd,
        "result_issued_at": dossier.result_issued_at,
        "twin_code": next((twin.dossier_code for twin in dossier.open_twins), None),
        "copies_to_sign": len(copies_to_sign(dossier)),
        "copies_to_stamp": len(copies_to_stamp(dossier)),
        "search_text": search_words(dossier),
    }


def _shown_number(party: Party) -> str | None:
    """Give the number for lists. Only an organisation's tax code is public: that of a household
    business is the personal number of its head (Luật Quản lý thuế 2019 Art. 35(7))."""
    if party.number is None or party.kind is PartyKind.ORGANISATION:
        return party.number
    return mask_number(party.number)


def project(connection: Connection, known: KnownDossier) -> Dossier:
    """Make the row of one dossier, new or again, and give the dossier."""
    _KEEP.run(connection, projected(known))
    return known.dossier


def find(connection: Connection, dossier_code: str) -> UUID | None:
    """Give the dossier with this code."""
    return connection.scalar(
        select(DossierProjectionRow.dossier_id).where(DossierProjectionRow.code == dossier_code)
    )


def line_of(row: RowMapping) -> DossierRow:
    """Turn a row of ``LINES`` into the line of a list."""
    handed_down = {name: row[name] for name in _HANDED_DOWN}
    for name in _OF_MANY:
        handed_down[name] = intern(handed_down[name])
    return DossierRow(dossier_code=row["code"], status=DossierStatus(row["status"]), **handed_down)
