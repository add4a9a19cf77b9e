"""The Province port, and enrolment, over HTTP."""

import re
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Self
from urllib.parse import quote

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station.codec import to_plain
from station.domain.due_date import EARLIEST_YEAR, LATEST_YEAR
from station.domain.journal import JournalEntry
from station.domain.numbers import BadNumberRangeError, NumberRange
from station.ports.province import (
    BadAnswerError,
    ContractVersionError,
    Enrolment,
    EnrolmentRefusedError,
    ForgedTimeError,
    NewsPage,
    Outcome,
    Problem,
    ProvinceDossier,
    ProvinceEvent,
    ProvinceFact,
    ProvinceFile,
    ProvinceHealth,
    PublishedCatalogue,
    RequestRefusedError,
    Verdict,
)
from sync.client.gateway import Gateway, to_problem
from sync.client.pace import Pace
from sync.client.uploading import Uploading
from sync.contract import messages
from sync.contract.messages import CONTRACT_VERSION, PROBLEM_PREFIX, Encoding
from sync.contract.packing import pack
from sync.contract.proofs import enrolment_proof, time_proof

_NOT_MODIFIED = 304
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{1,190}"')
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_PREFERRED = (Encoding.ZSTD, Encoding.GZIP, Encoding.IDENTITY)
_FRAME = (b'{"events":[', b"]}")
_TOO_LARGE = Problem(
    type=PROBLEM_PREFIX + "event-too-large",
    title="Bản ghi lớn hơn mức máy chủ cho phép.",
    title_en="The record is larger than the server allows.",
)


class HttpProvince:
    """The province of an enrolment. A context manager; for one thread at a time."""

    def __init__(self, enrolment: Enrolment, *, pace: Pace | None = None) -> None:
        """Prepare to call; nothing is sent yet.

        Args:
            pace: what earlier calls learnt of the line; it goes on learning.

        Raises:
            InsecureAddressError: the enrolment's address is not https.
        """
        self._gateway = Gateway(enrolment.base_url, token=enrolment.token)
        self._server_keys = enrolment.server_keys
        self._health: messages.Health | None = None
        self._uploading = Uploading(self._gateway, pace or Pace())

    def health(self) -> ProvinceHealth:
        found = self._ask_health()
        return ProvinceHealth(version=found.version, contract_version=found.contract_version)

    def server_time(self) -> datetime:
        nonce = secrets.token_hex(16)
        reply = self._gateway.call("GET", "/v1/time", params={"nonce": nonce})
        answer = reply.message(messages.ServerTime)
        proof = time_proof(answer.time, nonce)
        if not any(_is_signed(proof, answer.signature, key) for key in self._server_keys):
            raise ForgedTimeError("no key of the enrolment signed this time")
        try:
            time = datetime.fromisoformat(answer.time)
        except ValueError as error:
            raise BadAnswerError("not a time") from error
        if time.tzinfo is None:
            raise BadAnswerError("a time without an offset")
        return _in_calendar(time)

    def send(self, entries: Sequence[JournalEntry]) -> tuple[Verdict, ...]:
        health = self._known_health()
        batch: list[bytes] = []
        size = sum(len(part) for part in _FRAME)
        for entry in entries[: health.limits.events_per_batch]:
            encoded = msgspec.json.encode(to_plain(entry))
            size += len(encoded) + 1
            if size > health.limits.batch_bytes:
                break
            batch.append(encoded)
        if not batch:
            refused = Verdict(
                event_id=entries[0].event_id, outcome=Outcome.REFUSED, problem=_TOO_LARGE
            )
            return (refused,)
        body = _FRAME[0] + b",".join(batch) + _FRAME[1]
        encoding = next(e for e in _PREFERRED if e in health.encodings or e is Encoding.IDENTITY)
        headers = {"Content-Type": "application/json", "Content-Encoding": encoding.value}
        try:
            reply = self._gateway.call(
                "POST", "/v1/events", headers=headers, body=pack(body, encoding)
            )
        except RequestRefusedError:
            self._health = None  # perhaps the limits were changed: ask before the next batch
            raise
        verdicts = reply.message(messages.VerdictList).verdicts
        sent = [entry.event_id for entry in entries[: len(batch)]]
        if [verdict.event_id for verdict in verdicts] != sent:
            raise BadAnswerError("the verdicts are not those of the batch")
        return tuple(_to_verdict(verdict) for verdict in verdicts)

    def news(self, after: str | None) -> NewsPage:
        params = {} if after is None else {"after": after}
        reply = self._gateway.call("GET", "/v1/events", params=params)
        page = reply.message(messages.NewsPage)
        if page.more and (not page.events or page.cursor == after):
            raise BadAnswerError("the news does not move on")
        return NewsPage(
            events=tuple(_to_event(event) for event in page.events),
            cursor=page.cursor,
            more=page.more,
        )

    def upload(self, sha256: str, data: bytes, *, go_on: Callable[[], bool]) -> bool:
        limit = self._known_health().limits.chunk_bytes
        return self._uploading.upload(sha256, data, chunk_limit=limit, go_on=go_on)

    def dossier(self, code: str) -> ProvinceDossier | None:
        try:
            reply = self._gateway.call("GET", f"/v1/dossiers/{quote(code, safe='')}")
        except RequestRefusedError as refused:
            if refused.problem.type == PROBLEM_PREFIX + "not-found":
                return None
            raise
        return _to_dossier(reply.message(messages.DossierView))

    def catalogue(self, known: str | None) -> PublishedCatalogue | None:
        headers = {} if known is None else {"If-None-Match": known}
        try:
            reply = self._gateway.call(
                "GET", "/v1/catalogue", headers=headers, may_be_unchanged=True
            )
        except RequestRefusedError as refused:
            if refused.problem.type == PROBLEM_PREFIX + "no-catalogue":
                return None
            raise
        if reply.status == _NOT_MODIFIED:
            return None
        tag = reply.headers.get("ETag", "")
        signature = reply.headers.get("Catalogue-Signature", "")
        if _TAG.fullmatch(tag) is None or _SIGNATURE.fullmatch(signature) is None:
            raise BadAnswerError("a pack without its tag and signature")
        return PublishedCatalogue(content=reply.body, signature=signature, tag=tag)

    def close(self) -> None:
        """Close the connections."""
        self._gateway.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _known_health(self) -> messages.Health:
        return self._health or self._ask_health()

    def _ask_health(self) -> messages.Health:
        found = self._gateway.call("GET", "/v1/health").message(messages.Health)
        theirs = found.contract_version
        if theirs.partition(".")[0] != CONTRACT_VERSION.partition(".")[0]:
            raise ContractVersionError(ours=CONTRACT_VERSION, theirs=theirs)
        self._health = found
        return found


class HttpEnroller:
    """Enrols a station with the province at an address."""

    def enrol(self, *, base_url: str, code: str, station_id: str, station_key: bytes) -> Enrolment:
        """Trade a one-time code for the station's token and numbers. Repeating it is safe.

        Args:
            code: what the province's administrator issued for this counter.
            station_id: how this station signs its journal; the code must be meant for it.
            station_key: the station's Ed25519 private key (32 bytes); it is used, never sent.

        Raises:
            InsecureAddressError: the address is not https.
            EnrolmentRefusedError: the province does not take the code.
        """
        code = code.strip().upper()
        key = Ed25519PrivateKey.from_private_bytes(station_key)
        request = messages.EnrolmentRequest(
            code=code,
            station_id=station_id,
            public_key=key.public_key().public_bytes_raw().hex(),
            signature=key.sign(enrolment_proof(code, station_id)).hex(),
        )
        gateway = Gateway(base_url)
        try:
            reply = gateway.call(
                "POST",
                "/v1/enrolments",
                headers={"Content-Type": "application/json"},
                body=messages.encode(request),
            )
        except RequestRefusedError as refused:
            raise EnrolmentRefusedError(refused.problem) from refused
        finally:
            gateway.close()
        answer = reply.message(messages.EnrolmentAnswer)
        if answer.station_id != station_id:
            raise BadAnswerError("the enrolment is for another station")
        return _to_enrolment(answer, gateway.base_url)


def _in_calendar(time: datetime) -> datetime:
    """Let a time pass that can be told as one in Viet Nam; the year 1 or 9999 cannot."""
    if not EARLIEST_YEAR <= time.year <= LATEST_YEAR:
        raise BadAnswerError("a time outside of any calendar")
    return time


def _is_signed(proof: bytes, signature: str, key: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(signature), proof
        )
    except InvalidSignature:
        return False
    return True


def _to_enrolment(answer: messages.EnrolmentAnswer, base_url: str) -> Enrolment:
    try:
        ranges = tuple(NumberRange(first=r.first, last=r.last) for r in answer.number_ranges)
    except BadNumberRangeError as error:
        raise BadAnswerError("a range without numbers") from error
    return Enrolment(
        base_url=base_url,
        station_id=answer.station_id,
        agency_code=answer.agency_code,
        station_number=answer.station_number,
        number_ranges=ranges,
        token=answer.token,
        server_keys=tuple(answer.signing_keys),
        enrolled_at=answer.enrolled_at,
    )


def _to_verdict(verdict: messages.Verdict) -> Verdict:
    outcome = Outcome(verdict.outcome)
    if (outcome is Outcome.REFUSED) != (verdict.problem is not None):
        raise BadAnswerError("a refusal without a reason, or the other way round")
    problem = None if verdict.problem is None else to_problem(verdict.problem)
    return Verdict(event_id=verdict.event_id, outcome=outcome, problem=problem)


def _to_event(event: messages.NewsEvent) -> ProvinceEvent:
    return ProvinceEvent(
        event_id=event.event_id,
        station_id=event.station_id,
        dossier_id=event.dossier_id,
        dossier_code=event.dossier_code,
        kind=event.kind,
        version=event.version,
        occurred_at=_in_calendar(event.occurred_at),
        officer_id=event.officer_id,
        payload=event.payload,
    )


def _to_dossier(view: messages.DossierView) -> ProvinceDossier:
    return ProvinceDossier(
        dossier_code=view.dossier_code,
        dossier_id=view.dossier_id,
        agency_code=view.agency_code,
        procedure_code=view.procedure_code,
        status=view.status,
        files=tuple(ProvinceFile(sha256=f.sha256, present=f.present) for f in view.files),
        history=tuple(
            ProvinceFact(
                event_id=fact.event_id,
                kind=fact.kind,
                station_id=fact.station_id,
                officer_id=fact.officer_id,
                occurred_at=fact.occurred_at,
                recorded_at=fact.recorded_at,
            )
            for fact in view.history
        ),
    )
