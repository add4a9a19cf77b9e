"""The ``dossiers`` table: one row per dossier, made from the folded dossier and nothing else."""

from typing import Any

from local_store.journal import KnownDossier
from local_store.search import search_words
from station.domain.person import PartyKind
from station.text import mask_number


def projection_of(known: KnownDossier) -> dict[str, Any]:
    """Give the row of a dossier, column by column."""
    dossier = known.dossier
    party = dossier.owning_party
    number = party.number
    return {
        "received_sequence": known.first_sequence,
        "dossier_id": dossier.dossier_id,
        "code": dossier.code,
        "latest_sequence": known.latest_sequence,
        "status": dossier.status.value,
        "owner_name": party.name,
        "submitter_name": dossier.submitter.name,
        # a tax code of an organisation is public; a person's number is not
        "party_number": mask_number(number)
        if number and party.kind is PartyKind.CITIZEN
        else number,
        "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name,
        "handling_agency": dossier.handling_agency,
        "channel": dossier.channel.value,
        "received_on": dossier.received_at.date(),
        "received_at": dossier.received_at,
        "due_at": dossier.due_at,
        "fees_total_vnd": dossier.fees_total_vnd,
        "documents_handed_in": sum(document.handed_in for document in dossier.documents),
        "documents_wanted": sum(
            document.mandatory or document.handed_in for document in dossier.documents
        ),
        "pages": sum(document.pages for document in dossier.documents),
        "counter": dossier.counter,
        "officer_id": dossier.officer_id,
        "officer_name": dossier.officer_name,
        "search_text": search_words(dossier),
    }
