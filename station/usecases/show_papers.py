"""The papers of a dossier as they would be printed now, and whether a slip is genuine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from station.domain.dossier import Dossier
from station.domain.ids import DossierCode
from station.domain.slip_code import (
    KeyLookup,
    Sign,
    SlipFacts,
    SlipJudgement,
    sign_slip,
    verify_slip,
)
from station.forms.appointment_slip import AppointmentSlip, appointment_slip
from station.forms.office import OfficeHeader, office_on
from station.forms.templates import BUILT_IN, Templates
from station.ports.dossier_queries import DossierQueries


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCheck:
    """What the counter says of a slip that somebody shows.

    ``reason`` is ``genuine``, ``superseded``, ``declared_lost``, ``unknown_here`` (genuine, but
    this station does not have the dossier), ``forged``, ``unknown_key`` or ``malformed``.
    """

    valid: bool
    dossier_code: str | None
    version: int | None
    superseded: bool
    reason: str
    current_version: int | None = None
    since: datetime | None = None
    """When the slip lost its force: replaced by the current version, or declared lost."""
    because: str | None = None
    """Why the current version replaced it, in the officer's words."""


def slip_of(
    dossier: Dossier,
    *,
    offices: Sequence[OfficeHeader],
    sign: Sign,
    printed_at: datetime,
    printed_by: str,
    reprint: int = 0,
    templates: Templates = BUILT_IN,
) -> AppointmentSlip:
    """Say what form 01 of this dossier says, its QR signed by this station."""
    facts = SlipFacts(
        dossier_code=DossierCode.parse(dossier.code),
        version=dossier.version,
        counter=dossier.counter,
        due_at=dossier.promised_at,
    )
    return appointment_slip(
        dossier,
        office_on(offices, dossier.received_at.date()),
        qr_text=sign_slip(facts, sign),
        printed_at=printed_at,
        printed_by=printed_by,
        reprint=reprint,
        templates=templates,
    )


def check_slip(text: str, *, keys: KeyLookup, queries: DossierQueries) -> SlipCheck:
    """Judge the QR text of a slip: is it genuine, and is it the newest version."""
    verdict = verify_slip(text, keys)
    if verdict.judgement is not SlipJudgement.GENUINE or verdict.facts is None:
        return SlipCheck(
            valid=False,
            dossier_code=None,
            version=None,
            superseded=False,
            reason=verdict.judgement.value,
        )
    code, version = str(verdict.facts.dossier_code), verdict.facts.version
    dossier_id = queries.find(code)
    if dossier_id is None:
        return SlipCheck(
            valid=True, dossier_code=code, version=version, superseded=False, reason="unknown_here"
        )
    dossier = queries.dossier(dossier_id)
    superseded = dossier.version > version
    lost_at = dossier.slip_lost_at
    last = dossier.corrections[-1] if superseded and dossier.corrections else None
    reason = "superseded" if superseded else "declared_lost" if lost_at else "genuine"
    return SlipCheck(
        valid=reason == "genuine",
        dossier_code=code,
        version=version,
        superseded=superseded,
        reason=reason,
        current_version=dossier.version,
        since=last.at if last else lost_at,
        because=last.reason if last else None,
    )
