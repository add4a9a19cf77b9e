"""What the facts about signed copies change in a dossier."""

from dataclasses import replace

from station.domain import events
from station.domain.documents import SignedCopy
from station.domain.dossier import Dossier
from station.domain.history_moment import Moment
from station.domain.signed_copies import with_signed, with_stamp


def signed(dossier: Dossier, event: events.CopySigned, fact: Moment) -> Dossier:
    copy = SignedCopy(
        original=event.original,
        file=event.file,
        signer=event.signer,
        stamped=event.stamped,
        at=fact.occurred_at,
    )
    return replace(dossier, signed_copies=with_signed(dossier.signed_copies, copy))


def stamped(dossier: Dossier, event: events.CopyStamped, _: Moment) -> Dossier:
    copies = with_stamp(dossier.signed_copies, event.original, event.file)
    return replace(dossier, signed_copies=copies)
