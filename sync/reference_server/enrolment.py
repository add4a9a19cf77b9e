"""How a station becomes known: one-time codes, proof of its key, tokens kept as hashes."""

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, insert, select, update

from sync.contract.messages import AGENCY_PATTERN, EnrolmentAnswer, EnrolmentRequest, NumberRange
from sync.contract.proofs import enrolment_proof
from sync.reference_server.database import Database, Now
from sync.reference_server.problems import RefusedError
from sync.reference_server.rules import Station
from sync.reference_server.tables import agencies, enrolment_codes, number_ranges, stations

CODE_VALID_FOR = timedelta(days=7)
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread
_CODE_GROUPS = 3
CATALOGUE_PATH = "/v1/catalogue"


class BadStationError(Exception):
    """What the administrator asked for cannot be: a wrong agency, number or range."""


def issue_enrolment_code(
    *,
    agency_code: str,
    station_number: int,
    number_range: tuple[int, int],
    database: Database,
    now: Now,
) -> str:
    """Make a one-time code for a counter, valid for a week, and reserve its daily numbers.

    A new code for a counter that is enrolled already lets a new computer take its place.

    Args:
        number_range: the first and the last daily number, within 1 to 9999; added to what the
            counter has.

    Raises:
        BadStationError: no such agency code or number, or another counter has these numbers.
    """
    first, last = number_range
    if len(agency_code) > 35 or re.search(AGENCY_PATTERN, agency_code) is None:
        raise BadStationError(f"not an agency code: {agency_code!r}")
    if not 1 <= station_number <= 9999:
        raise BadStationError(f"not a station number: {station_number}")
    if not 1 <= first <= last <= 9999:
        raise BadStationError(f"not a range of daily numbers: {first}-{last}")
    station_id = f"{agency_code}/{station_number}"
    groups = ("".join(secrets.choice(_CODE_LETTERS) for _ in range(5)) for _ in range(_CODE_GROUPS))
    code = "-".join(groups)
    with database.writing() as connection:
        _add_station(connection, agency_code, station_number, station_id)
        _add_range(connection, agency_code, station_id, first, last)
        row = {
            "code_hash": _hash(code),
            "station_id": station_id,
            "expires_at": (now() + CODE_VALID_FOR).isoformat(),
            "used_by": None,
        }
        connection.execute(insert(enrolment_codes).values(row))
    return code


def enrol(request: EnrolmentRequest, *, database: Database, now: Now) -> EnrolmentAnswer:
    """Trade a code for a token.

    Raises:
        RefusedError: ``enrolment-refused``; the code is as good as before.
    """
    _check_proof(request)
    token = secrets.token_urlsafe(32)
    at = now()
    with database.writing() as connection:
        code = connection.execute(
            select(enrolment_codes)
            .where(enrolment_codes.c.code_hash == _hash(request.code))
            .with_for_update()
        ).one_or_none()
        if (
            code is None
            or code.station_id != request.station_id
            or datetime.fromisoformat(code.expires_at) < at
            or code.used_by not in (None, request.public_key)
        ):
            raise RefusedError("enrolment-refused")
        connection.execute(
            update(enrolment_codes)
            .where(enrolment_codes.c.code_hash == code.code_hash)
            .values(used_by=request.public_key)
        )
        connection.execute(
            update(stations)
            .where(stations.c.station_id == code.station_id)
            .values(
                public_key=request.public_key, token_hash=_hash(token), enrolled_at=at.isoformat()
            )
        )
        station = connection.execute(
            select(stations).where(stations.c.station_id == code.station_id)
        ).one()
        ranges = _ranges(connection, code.station_id)
    return EnrolmentAnswer(
        station_id=station.station_id,
        agency_code=station.agency_code,
        station_number=station.station_number,
        number_ranges=[NumberRange(first=first, last=last) for first, last in ranges],
        token=token,
        signing_keys=[public_hex(key) for key in database.signing_keys()],
        catalogue_url=CATALOGUE_PATH,
        enrolled_at=at,
    )


def authenticate(token: str, *, database: Database) -> Station:
    """Tell whose token this is.

    Raises:
        RefusedError: ``not-authorised``: nobody's.
    """
    with database.reading() as connection:
        station = connection.execute(
            select(stations).where(stations.c.token_hash == _hash(token))
        ).one_or_none()
        if station is None:
            raise RefusedError("not-authorised")
        return Station(
            station_id=station.station_id,
            agency_code=station.agency_code,
            number_ranges=_ranges(connection, station.station_id),
        )


def public_hex(private_key: bytes) -> str:
    """Give the public half of an Ed25519 key in lower-case hex."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw().hex()


def _hash(secret: str) -> str:
    """Hash a token or code; both are long and random, so no slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check_proof(request: EnrolmentRequest) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(request.public_key)).verify(
            bytes.fromhex(request.signature), enrolment_proof(request.code, request.station_id)
        )
    except InvalidSignature as error:
        raise RefusedError("enrolment-refused") from error


def _add_station(
    connection: Connection, agency_code: str, station_number: int, station_id: str
) -> None:
    known_agency = select(agencies).where(agencies.c.agency_code == agency_code)
    if connection.execute(known_agency).one_or_none() is None:
        row = {"agency_code": agency_code, "news_position": 0}
        connection.execute(insert(agencies).values(row))
    known_station = select(stations).where(stations.c.station_id == station_id)
    if connection.execute(known_station).one_or_none() is None:
        connection.execute(
            insert(stations).values(
                station_id=station_id, agency_code=agency_code, station_number=station_number
            )
        )


def _add_range(
    connection: Connection, agency_code: str, station_id: str, first: int, last: int
) -> None:
    if (first, last) in _ranges(connection, station_id):
        return
    taken = connection.execute(
        select(number_ranges)
        .join(stations)
        .where(
            stations.c.agency_code == agency_code,
            number_ranges.c.first <= last,
            number_ranges.c.last >= first,
        )
    ).first()
    if taken is not None:
        raise BadStationError(
            f"{taken.station_id} has the numbers {taken.first:04d}-{taken.last:04d}"
        )
    connection.execute(insert(number_ranges).values(station_id=station_id, first=first, last=last))


def _ranges(connection: Connection, station_id: str) -> tuple[tuple[int, int], ...]:
    rows = connection.execute(
        select(number_ranges.c.first, number_ranges.c.last)
        .where(number_ranges.c.station_id == station_id)
        .order_by(number_ranges.c.first)
    )
    return tuple((first, last) for first, last in rows)
