"""How the stations of an agency hear what others did: the news, in the order in which it came."""

from typing import Any

from sqlalchemy import Connection, insert, update

from sync.contract.messages import NewsEvent, encode
from sync.reference_server.tables import agencies, news

PROVINCE = "province"


def tell(connection: Connection, agency_code: str, event: NewsEvent) -> None:
    """Put a piece of news behind the others; the agency must be locked."""
    position = connection.execute(
        update(agencies)
        .where(agencies.c.agency_code == agency_code)
        .values(news_position=agencies.c.news_position + 1)
        .returning(agencies.c.news_position)
    ).scalar_one()
    row: dict[str, Any] = {
        "agency_code": agency_code,
        "position": position,
        "event_id": event.event_id,
        "dossier_id": event.dossier_id,
        "kind": event.kind,
        "occurred_at": event.occurred_at.isoformat(),
        "body": encode(event).decode(),
    }
    connection.execute(insert(news).values(row))
