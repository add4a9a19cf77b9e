"""Who hands in and whose dossier it is, as a correction would have it. Plain values, no Qt.

People stand in the words of the contract, as a reception describes them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from station.domain.dossier import Dossier
from station.domain.person import Authorisation, IdDocument, Party, PartyKind, Person
from ui.desktop.reception.applicant_entry import ApplicantEntry
from ui.desktop.reception.draft_restoring import applicant_texts
from ui.desktop.reception.owner_entry import OwnerEntry

Plain = dict[str, Any]
_ORIGINS, _ISSUED = ("sources", "doubtful"), "issued_on"


def owner_of(dossier: Dossier) -> OwnerEntry:
    """Give the form of the owner as the dossier has it."""
    entry = OwnerEntry()
    entry.restore(_described(dossier))
    return entry


def applicant_of(dossier: Dossier) -> ApplicantEntry:
    """Give the form of who handed in as the dossier has it."""
    return ApplicantEntry(texts=applicant_texts(_person(dossier.submitter.person)))


def corrected_submitter(dossier: Dossier, applicant: ApplicantEntry) -> Plain:
    """Describe who handed in, with what was typed anew; what stayed, stays as the file has it."""
    known = submitter_of(dossier)
    if applicant.texts == applicant_of(dossier).texts:
        return known
    typed = applicant.plain()
    address = typed["address"]
    return known | {
        "full_name": typed["full_name"] or known["full_name"],
        "id_document": _corrected_paper(known["id_document"], typed["id_document"]),
        "date_of_birth": typed["date_of_birth"],
        "sex": typed["sex"],
        "address": address,
        "phone": typed["phone"],
        "email": typed["email"],
        "area_code": known["area_code"] if address == known["address"] else None,
    }


def _corrected_paper(known: Plain | None, typed: Plain | None) -> Plain | None:
    """Give the identity paper as it was typed; none where its number is gone."""
    if typed is None:
        return None
    paper = {name: typed[name] for name in ("type", "number", "issued_on")}
    before = known or {"issued_by": None}
    if before.get("number") != typed["number"]:  # of another card
        before = {name: value for name, value in before.items() if name != "old_number"}
    if not typed["presented"]:  # its kind is whatever the file has: nobody saw it
        return before | paper | {"type": before.get("type", paper["type"]), "presented": False}
    return before | paper | ({} if before.get("presented", True) else {"presented": True})


def submitter_of(dossier: Dossier) -> Plain:
    """Describe the human being who handed in, also where an organisation did."""
    return {"kind": PartyKind.CITIZEN.value, **_person(dossier.submitter.person)}


def changed_people(dossier: Dossier, submitter: Mapping[str, Any], owner: OwnerEntry) -> Plain:
    """Give what a correction sends of the people: those who differ, and nothing else.

    Whatever the window does not ask for stays as the file has it.
    """
    known = _described(dossier)
    was = owner_of(dossier).people(submitter_of(dossier))
    now = owner.people(dict(submitter))
    changes: Plain = {}
    for name in ("applicant", "owner"):
        if now[name] is not None and now[name] != was[name]:
            changes[name] = _over(known[name], now[name])
    if now["authorisation"] is not None and now["authorisation"] != was["authorisation"]:
        changes["authorisation"] = now["authorisation"]
    if was["owner"] is not None and now["owner"] is None:
        changes["no_owner"] = True
    return changes


def _described(dossier: Dossier) -> Plain:
    return {
        "applicant": _party(dossier.submitter),
        "owner": _party(dossier.owner) if dossier.owner else None,
        "authorisation": _letter(dossier.authorisation) if dossier.authorisation else None,
    }


def _party(party: Party) -> Plain:
    if party.kind is PartyKind.CITIZEN:
        return {"kind": party.kind.value, **_person(party.person)}
    described = {
        "kind": party.kind.value,
        "name": party.organisation_name,
        "tax_code": party.tax_code,
        "representative": _person(party.person),
        "address": party.address,
        "phone": party.phone,
        "email": party.email,
    }
    if party.kind is PartyKind.ORGANISATION and party.organisation_kind is not None:
        described["organisation_kind"] = party.organisation_kind.value
    return described


def _person(person: Person) -> Plain:
    return {
        "full_name": person.full_name,
        "id_document": _paper(person.id_document) if person.id_document else None,
        "date_of_birth": _iso(person.date_of_birth),
        "sex": person.sex.value if person.sex else None,
        "address": person.address,
        "phone": person.phone,
        "email": person.email,
        "area_code": person.area_code,
    }


def _paper(paper: IdDocument) -> Plain:
    """Describe an identity paper; of one that was shown nothing is said about that."""
    described: Plain = {
        "type": paper.type.value,
        "number": paper.number,
        "issued_on": _iso(paper.issued_on),
        "issued_by": paper.issued_by,
    }
    if paper.old_number:
        described["old_number"] = paper.old_number
    return described if paper.presented else described | {"presented": False}


def _letter(letter: Authorisation) -> Plain:
    return {
        "kind": letter.kind,
        "number": letter.number,
        "issued_on": _iso(letter.issued_on),
        "expires_on": _iso(letter.expires_on),
        "scope": letter.scope.value,
    }


def _over(known: Plain | None, new: Plain) -> Plain:
    """Lay what was entered over what the file has of the same kind of party."""
    if known is None or known["kind"] != new["kind"]:
        return new
    merged = known | new
    if "representative" in new:
        merged["representative"] = _over_person(known["representative"], new["representative"])
        return merged
    return _over_person(known, new)


def _over_person(known: Plain, new: Plain) -> Plain:
    """Where the fields are from is left to the correction, which knows what was typed anew."""
    merged = known | {name: value for name, value in new.items() if name not in _ORIGINS}
    before, now = known["id_document"], new.get("id_document")
    if before and now and before["number"] == now["number"] and _ISSUED not in now:
        merged["id_document"] = before  # the form asked for the number alone
    if merged["address"] != known["address"]:
        merged["area_code"] = None  # of the earlier address
    return merged


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
