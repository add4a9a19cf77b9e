"""Remembered people inside the encrypted database; see ``station.ports.remembered_people``."""

from datetime import date

from sqlalchemy import Connection, delete, select

from local_store.models import RememberedPersonRow
from local_store.upsert import upsert
from station.ports.remembered_people import RememberedPerson

_REMEMBER = upsert(RememberedPersonRow, "number")


class StoreRememberedPeople:
    """The ``RememberedPeople`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def remember(self, person: RememberedPerson) -> None:
        """Keep it, in place of what was remembered under the number."""
        self._connection.execute(
            _REMEMBER,
            {
                "number": person.number,
                "body": {"ref": person.ref, "said": person.said},
                "consented_at": person.consented_at,
                "officer_id": person.officer_id,
                "expires_on": person.expires_on,
            },
        )

    def recall(self, number: str, on: date) -> RememberedPerson | None:
        """Give what was agreed to, if its day is not past."""
        wanted = select(RememberedPersonRow.__table__).where(
            RememberedPersonRow.number == number, RememberedPersonRow.expires_on >= on
        )
        row = self._connection.execute(wanted).mappings().first()
        if row is None:
            return None
        return RememberedPerson(
            number=row["number"],
            ref=row["body"]["ref"],
            said=row["body"]["said"],
            consented_at=row["consented_at"],
            officer_id=row["officer_id"],
            expires_on=row["expires_on"],
        )

    def forget(self, number: str) -> bool:
        """Delete it; False when there is none."""
        gone = delete(RememberedPersonRow).where(RememberedPersonRow.number == number)
        return self._connection.execute(gone).rowcount > 0

    def forget_expired(self, on: date) -> int:
        """Delete what is past its day; give how many."""
        gone = delete(RememberedPersonRow).where(RememberedPersonRow.expires_on < on)
        return self._connection.execute(gone).rowcount
