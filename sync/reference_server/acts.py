"""What the province itself does with dossiers, and how the stations hear of it."""

import re
from uuid import UUID, uuid4

from sqlalchemy import select

from sync.contract.messages import NewsEvent, NewsPage, decode
from sync.reference_server import ledger
from sync.reference_server.database import Database, Now
from sync.reference_server.decisions import Decision, payload_of
from sync.reference_server.lawful import KINDS, ProvinceAct, standing
from sync.reference_server.ledger import lock_agency
from sync.reference_server.problems import RefusedError
from sync.reference_server.tables import dossiers, news
from sync.reference_server.telling import PROVINCE, tell

PAGE_LENGTH = 200


class UnknownDossierError(Exception):
    """The province has no dossier with this code."""


def decide(
    code: str, decision: Decision, *, database: Database, now: Now, officer_id: str = PROVINCE
) -> UUID:
    """Let the handling agency act on a dossier, and tell the receiving agency's stations.

    Accepting twice is accepting once.

    Returns:
        The id of the event.

    Raises:
        UnknownDossierError: there is no such dossier here.
        NotLawfulError: the dossier is in a state without this act; nothing was changed.
        IncompleteDecisionError: the decision lacks something; nothing was changed.
    """
    kind = KINDS[decision.act]
    with database.writing() as connection:
        dossier = connection.execute(
            select(dossiers).where(dossiers.c.dossier_code == code)
        ).one_or_none()
        if dossier is None:
            raise UnknownDossierError(code)
        lock_agency(connection, dossier.agency_code)
        known = ledger.facts(connection, dossier.dossier_id)
        if decision.act is ProvinceAct.ACCEPT:
            for shown, _ in known:
                if (shown.kind, shown.station_id) == (kind, PROVINCE):
                    return shown.event_id
        event = NewsEvent(
            event_id=uuid4(),
            station_id=PROVINCE,
            dossier_id=dossier.dossier_id,
            dossier_code=code,
            kind=kind,
            version=1,
            occurred_at=now(),
            officer_id=officer_id,
            payload=payload_of(
                decision, standing(fact for _, fact in known), agency=dossier.handling_agency
            ),
        )
        tell(connection, dossier.agency_code, event)
    return event.event_id


def news_page(after: str | None, *, agency_code: str, database: Database) -> NewsPage:
    """Give the agency's news after a cursor.

    Raises:
        RefusedError: ``malformed-request``: this is no cursor of ours.
    """
    position = _position(after)
    with database.reading() as connection:
        rows = connection.execute(
            select(news.c.position, news.c.body)
            .where(news.c.agency_code == agency_code, news.c.position > position)
            .order_by(news.c.position)
            .limit(PAGE_LENGTH + 1)
        ).all()
    page = rows[:PAGE_LENGTH]
    return NewsPage(
        events=[decode(row.body.encode(), NewsEvent) for row in page],
        cursor=str(page[-1].position if page else position),
        more=len(rows) > len(page),
    )


def _position(after: str | None) -> int:
    if after is None:
        return 0
    if re.fullmatch(r"[0-9]{1,18}", after) is None:
        raise RefusedError("malformed-request")
    return int(after)
