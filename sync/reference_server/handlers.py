"""What each JSON call of the contract does. Plain blocking functions on worker threads."""

import re

from starlette.responses import Response

from sync.contract.messages import (
    CONTRACT_VERSION,
    Encoding,
    EnrolmentRequest,
    EventBatch,
    Health,
    MalformedMessageError,
    ServerTime,
    VerdictList,
    decode,
)
from sync.contract.packing import TooLargeError, UnpackError, unpack
from sync.contract.proofs import time_proof
from sync.reference_server import acts, enrolment, ledger
from sync.reference_server.backend import Backend
from sync.reference_server.http import Call, json_answer
from sync.reference_server.problems import RefusedError
from sync.reference_server.rules import Station


class Handlers:
    """The calls that speak JSON."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def health(self, _call: Call) -> Response:
        return json_answer(
            Health(
                status="ok",
                version=self._backend.version,
                contract_version=CONTRACT_VERSION,
                encodings=list(Encoding),
                limits=self._backend.limits,
            )
        )

    def time(self, call: Call) -> Response:
        nonce = call.query.get("nonce", "")
        if re.fullmatch(r"[0-9a-f]{32}", nonce) is None:
            raise RefusedError("malformed-request")
        time = self._backend.now().isoformat(timespec="microseconds")
        signature = self._backend.sign(time_proof(time, nonce))
        return json_answer(ServerTime(time=time, nonce=nonce, signature=signature))

    def enrol(self, call: Call) -> Response:
        try:
            request = decode(call.body, EnrolmentRequest)
        except MalformedMessageError as error:
            raise RefusedError("malformed-request", field=error.pointer) from error
        answer = enrolment.enrol(request, database=self._backend.database, now=self._backend.now)
        return json_answer(answer, status=201)

    def catalogue(self, call: Call, _station: Station) -> Response:
        pack = self._backend.catalogue
        if pack is None:
            raise RefusedError("no-catalogue")
        tag = f'"{pack.sha256}"'
        headers = {"ETag": tag, "Catalogue-Signature": pack.signature}
        if tag in call.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        return Response(pack.content, headers=headers, media_type="application/octet-stream")

    def take_events(self, call: Call, station: Station) -> Response:
        batch = self._batch(call)
        verdicts = ledger.apply_batch(
            batch.events,
            station=station,
            database=self._backend.database,
            now=self._backend.now,
        )
        return json_answer(VerdictList(verdicts=verdicts))

    def news(self, call: Call, station: Station) -> Response:
        page = acts.news_page(
            call.query.get("after"),
            agency_code=station.agency_code,
            database=self._backend.database,
        )
        return json_answer(page)

    def dossier(self, call: Call, station: Station) -> Response:
        view = ledger.dossier_view(
            call.path["code"],
            agency_code=station.agency_code,
            database=self._backend.database,
        )
        return json_answer(view)

    def _batch(self, call: Call) -> EventBatch:
        limits = self._backend.limits
        try:
            encoding = Encoding(call.headers.get("Content-Encoding", "identity").lower())
        except ValueError as error:
            raise RefusedError("unsupported-encoding") from error
        try:
            batch = decode(unpack(call.body, encoding, limit=limits.batch_bytes), EventBatch)
        except TooLargeError as error:
            raise RefusedError("too-large") from error
        except UnpackError as error:
            raise RefusedError("malformed-request") from error
        except MalformedMessageError as error:
            raise RefusedError("malformed-request", field=error.pointer) from error
        if len(batch.events) > limits.events_per_batch:
            raise RefusedError("too-large")
        return batch
