"""Khai một lần: what somebody said is offered again, if they agreed, and until a day.

Luật Bảo vệ dữ liệu cá nhân 2025: consent for this purpose, kept no longer than needed, deleted when
the person asks. What the office must keep of a dossier is another matter and has no consent.
"""

from datetime import date, datetime, timedelta
from typing import Any

import uuid6

from station.domain.events import PersonForgotten, PersonRemembered
from station.domain.person import Party
from station.errors import StationError
from station.ports.remembered_people import RememberedPeople, RememberedPerson
from station.text import clean, plain_number
from station.usecases.dossier_act import Acting, note, now_in
from station.usecases.permissions import Act, require
from station.usecases.stated_reasons import stated_reason

REMEMBERED_FOR = timedelta(days=365)
"""Only how to reach somebody is remembered: names and numbers are on the card."""


class NobodyRememberedError(StationError):
    """Nothing is remembered of this number, or its day is past."""

    code = "DOS-048"

    def __init__(self) -> None:
        super().__init__("nothing is remembered of this number")


def said_of(party: Party) -> dict[str, Any]:
    """Give what is worth remembering of who handed in."""
    person = party.person
    said = {"phone": person.phone, "email": person.email, "address": person.address}
    return {name: text for name, text in said.items() if text}


def remembered(
    party: Party, *, people: RememberedPeople, officer_id: str, at: datetime
) -> PersonRemembered | None:
    """Keep what a consenting person said, within the transaction of a reception.

    Returns:
        The fact for the journal, without the person in it; None where there is nothing to keep,
        or no number to find it by.
    """
    paper, said = party.person.id_document, said_of(party)
    people.forget_expired(at.date())
    if paper is None or not said:
        return None
    person = RememberedPerson(
        number=plain_number(paper.number),
        ref=str(uuid6.uuid7()),
        said=said,
        consented_at=at,
        officer_id=officer_id,
        expires_on=at.date() + REMEMBERED_FOR,
    )
    people.remember(person)
    return PersonRemembered(
        person=person.ref, fields=tuple(sorted(said)), expires_on=person.expires_on
    )


def recall(number: str, *, on: date, acting: Acting) -> RememberedPerson | None:
    """Give what somebody agreed to have offered again."""
    require(acting.officer, Act.RECEIVE)
    with acting.work as work:
        return _known_by(number, work.remembered, on)


def forget(number: str, reason: str, *, acting: Acting) -> None:
    """Delete what is remembered; that it was, and why, is in the journal.

    Raises:
        NoReasonError, NobodyRememberedError: nothing was changed.
    """
    require(acting.officer, Act.RECEIVE)
    said = stated_reason(reason, "forget")
    with acting.work as work:
        now = now_in(acting)
        person = _known_by(number, work.remembered, now.date())
        if person is None:
            raise NobodyRememberedError
        work.remembered.forget(person.number)
        note(acting, PersonForgotten(person=person.ref, reason=said), dossier_id=None, at=now)
        work.commit()


def _known_by(number: str, people: RememberedPeople, on: date) -> RememberedPerson | None:
    """Find somebody by a number however it is parted; earlier programs kept it as it was typed."""
    return people.recall(plain_number(number), on) or people.recall(clean(number), on)
