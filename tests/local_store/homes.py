"""Small homes for the tests, and the act that most of them need: a reception."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import uuid6

from local_store.home import Account, OpenStore, create_home, unlock
from station.domain.dossier import Dossier
from station.domain.events import Event
from station.domain.ids import DossierCode
from station.domain.numbers import NumberRange
from station.ports.officers import Officer, Role
from tests.builders import MONDAY, a_reception

AGENCY = "000.00.17.H25"
STATION = "000.00.17.H25/3"
PASSWORD = "Mot-cua-2026!"
ADMIN = Officer(officer_id="admin", display_name="Quản trị trạm", role=Role.ADMINISTRATOR)


def make_home(home: Path, *, first: int = 300, last: int = 302) -> bytes:
    """Make a home and give its store key."""
    create_home(
        home,
        station_id=STATION,
        numbers={AGENCY: [NumberRange(first=first, last=last)]},
        accounts=[Account(officer=ADMIN, password=PASSWORD)],
        files={"station.json": b"{}\n"},
        at=MONDAY,
    )
    return unlock(home, "admin", PASSWORD)


def receive(
    store: OpenStore, *, days: int = 0, and_then: Event | None = None, **changes: Any
) -> Dossier:
    """Receive one dossier under the next number of a day, in one transaction."""
    at = MONDAY + timedelta(days=days)
    dossier_id = uuid6.uuid7()
    with store.unit_of_work() as work:
        number = work.numbers.take(AGENCY, at.date())
        code = str(DossierCode(AGENCY, at.date(), number))
        event = a_reception(dossier_code=code, received_at=at, **changes)
        work.journal.append(
            event, dossier_id=dossier_id, officer_id="quay3", at=at, clock_source="fake"
        )
        if and_then is not None:
            work.journal.append(
                and_then, dossier_id=dossier_id, officer_id="quay3", at=at, clock_source="fake"
            )
        dossier = work.project(dossier_id)
        for document in dossier.documents:
            for file in document.files:
                work.add_file(file, dossier_id)
        work.queue_print(dossier_id, form="01", paper="a5", at=at)
        work.commit()
    return dossier


def happen(store: OpenStore, dossier_id: UUID, event: Event) -> Dossier:
    """Add one more event to a dossier."""
    with store.unit_of_work() as work:
        work.journal.append(
            event, dossier_id=dossier_id, officer_id="quay3", at=MONDAY, clock_source="fake"
        )
        dossier = work.project(dossier_id)
        work.commit()
    return dossier
