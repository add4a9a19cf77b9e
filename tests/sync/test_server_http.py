"""What the reference server makes of bad requests, called as a stranger would."""

import gzip
import hashlib
import http.client
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from station.codec import to_plain
from station.ports.province import EnrolmentRefusedError
from sync.client.province import HttpEnroller
from sync.contract.messages import Limits
from sync.contract.proofs import catalogue_proof
from sync.reference_server.backend import BadLocationError, open_backend
from sync.reference_server.database import BadDatabaseError, Database
from sync.reference_server.server import RunningServer, issue_enrolment_code
from tests.fakes import FakeClock
from tests.sync.stations import KEY, EnrolledCounter, enrol_counter
from tests.sync.strangers import CHUNK, PAGE, announce, reason

DIGEST = hashlib.sha256(PAGE).hexdigest()


def test_every_answer_names_the_contract(ask: Callable[..., requests.Response]) -> None:
    for method, path in [
        ("GET", "/v1/health"),
        ("GET", "/v1/nowhere"),
        ("PUT", "/v1/events"),
        ("GET", "/v1/dossiers/H25-261123-9999"),
        ("HEAD", f"/v1/files/{DIGEST}"),
        ("OPTIONS", "/v1/uploads"),
    ]:
        assert ask(method, path).headers["Contract-Version"] == "1.0"


BAD_REQUESTS: dict[str, tuple[str, str, dict[str, Any], tuple[int, str]]] = {
    "no such path": ("GET", "/v2/events", {}, (404, "not-found")),
    "no such method": ("PUT", "/v1/events", {}, (405, "method-not-allowed")),
    "a strange token": ("GET", "/v1/events", {"token": "x"}, (401, "not-authorised")),
    "no scheme": (
        "GET",
        "/v1/events",
        {"headers": {"Authorization": "x"}},
        (401, "not-authorised"),
    ),
    "a strange token with a body": (
        "POST",
        "/v1/events",
        {"token": "x", "data": b"x" * 3_000_000},
        (401, "not-authorised"),
    ),
    "another contract": (
        "GET",
        "/v1/events",
        {"headers": {"Contract-Version": "2.0"}},
        (400, "contract-version"),
    ),
    "no nonce": ("GET", "/v1/time", {}, (400, "malformed-request")),
    "a long nonce": ("GET", "/v1/time?nonce=" + "a" * 33, {}, (400, "malformed-request")),
    "a strange cursor": ("GET", "/v1/events?after=%2e%2e", {}, (400, "malformed-request")),
    "no JSON": ("POST", "/v1/events", {"data": b"<html>"}, (400, "malformed-request")),
    "no UTF-8": (
        "POST",
        "/v1/events",
        {"data": b'{"events":[{"\xff":1}]}'},
        (400, "malformed-request"),
    ),
    "no events": ("POST", "/v1/events", {"json": {"events": []}}, (400, "malformed-request")),
    "an unknown field": (
        "POST",
        "/v1/events",
        {"json": {"events": [{}], "more": 1}},
        (400, "malformed-request"),
    ),
    "an event without an id": (
        "POST",
        "/v1/events",
        {"json": {"events": [{"event_id": 3}]}},
        (400, "malformed-request"),
    ),
    "endless JSON": ("POST", "/v1/events", {"data": b"[" * 200_000}, (400, "malformed-request")),
    "too many events": (
        "POST",
        "/v1/events",
        {"json": {"events": [{}] * 501}},
        (413, "too-large"),
    ),
    "too many bytes": (
        "POST",
        "/v1/events",
        {"data": b" " * (8 << 20) + b" "},
        (413, "too-large"),
    ),
    "a bomb of gzip": (
        "POST",
        "/v1/events",
        {"data": gzip.compress(b" " * 40_000_000), "headers": {"Content-Encoding": "gzip"}},
        (413, "too-large"),
    ),
    "a bomb of zstd": (
        "POST",
        "/v1/events",
        {
            "data": zstandard.compress(b" " * 40_000_000),
            "headers": {"Content-Encoding": "zstd"},
        },
        (413, "too-large"),
    ),
    "half of a gzip": (
        "POST",
        "/v1/events",
        {"data": gzip.compress(b"{}")[:-3], "headers": {"Content-Encoding": "gzip"}},
        (400, "malformed-request"),
    ),
    "a strange packing": (
        "POST",
        "/v1/events",
        {"data": b"{}", "headers": {"Content-Encoding": "br"}},
        (415, "unsupported-encoding"),
    ),
    "an enrolment of no shape": (
        "POST",
        "/v1/enrolments",
        {"json": {"code": "x"}},
        (400, "malformed-request"),
    ),
    "a large enrolment": (
        "POST",
        "/v1/enrolments",
        {"data": b" " * 20_000},
        (413, "too-large"),
    ),
    "another tus": (
        "POST",
        "/v1/uploads",
        {"headers": {"Tus-Resumable": "0.2.2"}},
        (412, "tus-version"),
    ),
    "an upload without a length": ("POST", "/v1/uploads", {}, (400, "malformed-request")),
    "an upload without a hash": (
        "POST",
        "/v1/uploads",
        {"headers": announce(PAGE, Upload_Metadata="sha256 Li4v")},
        (400, "malformed-request"),
    ),
    "an upload with a bad hash": (
        "POST",
        "/v1/uploads",
        {"headers": announce(PAGE, Upload_Metadata="sha256 %%%")},
        (400, "malformed-request"),
    ),
    "an empty upload": (
        "POST",
        "/v1/uploads",
        {"headers": announce(PAGE, Upload_Length="0")},
        (400, "malformed-request"),
    ),
    "a huge upload": (
        "POST",
        "/v1/uploads",
        {"headers": announce(PAGE, Upload_Length=str(51 << 20))},
        (413, "too-large"),
    ),
    "a chunk of nothing known": (
        "PATCH",
        "/v1/uploads/" + "0" * 32,
        {"headers": CHUNK | {"Upload-Offset": "0"}, "data": b"x"},
        (404, "not-found"),
    ),
    "a chunk of another type": (
        "PATCH",
        "/v1/uploads/" + "0" * 32,
        {"headers": {"Content-Type": "text/plain", "Upload-Offset": "0"}, "data": b"x"},
        (415, "unsupported-media-type"),
    ),
    "nothing to give up": ("DELETE", "/v1/uploads/x", {}, (404, "not-found")),
}


@pytest.mark.parametrize(
    ("method", "path", "more", "expected"), BAD_REQUESTS.values(), ids=BAD_REQUESTS.keys()
)
def test_a_bad_request_is_refused_with_its_reason(
    ask: Callable[..., requests.Response],
    method: str,
    path: str,
    more: dict[str, Any],
    expected: tuple[int, str],
) -> None:
    assert reason(ask(method, path, **more)) == expected


def test_a_malformed_event_id_names_its_place(
    ask: Callable[..., requests.Response], counter: EnrolledCounter
) -> None:
    good = to_plain(counter.counter.receive())

    answer = ask("POST", "/v1/events", json={"events": [good, {"event_id": "x"}]})

    assert answer.json()["field"] == "/events/1/event_id"
    assert ask("GET", f"/v1/dossiers/{good['payload']['dossier_code']}").status_code == 404


def test_an_enrolment_needs_the_proof_of_its_key(
    server: RunningServer, ask: Callable[..., requests.Response]
) -> None:
    code = server.issue_enrolment_code(agency="H26.3", station_number=1, number_range=(1, 99))
    public_key = Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex()
    forged = {
        "code": code,
        "station_id": "H26.3/1",
        "public_key": public_key,
        "signature": "ab" * 64,
    }

    assert reason(ask("POST", "/v1/enrolments", json=forged)) == (403, "enrolment-refused")


def test_a_code_can_be_issued_beside_a_running_server(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'p.db'}"
    with RunningServer(database=database, files=str(tmp_path / "files"), version="test") as running:
        code = issue_enrolment_code(
            database=database, agency="H25", station_number=3, number_range=(300, 399)
        )
        enrolment = HttpEnroller().enrol(
            base_url=running.base_url, code=code, station_id="H25/3", station_key=KEY
        )

    assert enrolment.station_number == 3


def test_a_code_ends_after_a_week(tmp_path: Path) -> None:
    clock = FakeClock()
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'p.db'}",
        files=str(tmp_path / "files"),
        version="test",
        now=clock.now,
    ) as running:
        code = running.issue_enrolment_code(agency="H25", station_number=3, number_range=(300, 399))
        clock.move(timedelta(days=7, seconds=1))

        with pytest.raises(EnrolmentRefusedError):
            HttpEnroller().enrol(
                base_url=running.base_url, code=code, station_id="H25/3", station_key=KEY
            )


@pytest.mark.parametrize(
    "url",
    [
        "gateway.db",
        "nosuch://x",
        "sqlite:////nowhere/at/all/p.db",
        "oracle+nodriver://app:secret@x",
    ],
)
def test_a_database_that_cannot_be_opened_is_named_without_its_password(url: str) -> None:
    with pytest.raises(BadDatabaseError) as caught:
        Database(url)

    assert "secret" not in str(caught.value)


def test_files_are_kept_in_a_folder_only(tmp_path: Path) -> None:
    with pytest.raises(BadLocationError):
        open_backend(version="test", database="sqlite://", files="s3://bucket")


def test_the_catalogue_is_signed_and_sent_once(
    server: RunningServer, counter: EnrolledCounter, ask: Callable[..., requests.Response]
) -> None:
    pack = ask("GET", "/v1/catalogue")

    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(counter.enrolment.server_keys[0]))
    proof = catalogue_proof(hashlib.sha256(pack.content).hexdigest())
    key.verify(bytes.fromhex(pack.headers["Catalogue-Signature"]), proof)
    again = ask("GET", "/v1/catalogue", headers={"If-None-Match": pack.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_large_answers_are_packed_when_asked_for(
    counter: EnrolledCounter, ask: Callable[..., requests.Response]
) -> None:
    received = counter.counter.receive()
    for _ in range(20):
        counter.counter.follow_up(received.dossier_id)
    counter.synchronise()
    path = f"/v1/dossiers/{received.payload['dossier_code']}"

    packed = ask("GET", path, headers={"Accept-Encoding": "gzip"})
    plain = ask("GET", path, headers={"Accept-Encoding": "identity"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert len(packed.json()["history"]) == 21


def test_a_request_that_is_cut_leaves_nothing(
    server: RunningServer, counter: EnrolledCounter, ask: Callable[..., requests.Response]
) -> None:
    received = counter.counter.receive()
    body = json.dumps({"events": [to_plain(received)]}).encode()
    host, port = server.base_url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port))
    connection.putrequest("POST", "/v1/events")
    connection.putheader("Authorization", f"Bearer {counter.enrolment.token}")
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body[:-1])
    connection.close()

    assert ask("GET", f"/v1/dossiers/{received.payload['dossier_code']}").status_code == 404


def test_a_server_without_a_catalogue_says_so(tmp_path: Path) -> None:
    limits = Limits(events_per_batch=1, batch_bytes=65_536, chunk_bytes=65_536, file_bytes=65_536)
    with RunningServer(
        database=f"sqlite:///{tmp_path / 'p.db'}",
        files=str(tmp_path / "files"),
        version="test",
        limits=limits,
    ) as running:
        counter = enrol_counter(running, agency="H25")
        headers = {"Authorization": f"Bearer {counter.enrolment.token}"}
        with requests.Session() as session:
            answer = session.get(running.base_url + "/v1/catalogue", headers=headers)
        assert reason(answer) == (404, "no-catalogue")
        counter.counter.receive(b"x" * 65_537)
        counter.counter.receive(b"y" * 65_536)
        report = counter.synchronise()

    assert (report.events_sent, report.files_sent, report.files_failed) == (2, 1, 1)
    assert report.error is not None
    assert report.error.details["reason"] == "too-large"
