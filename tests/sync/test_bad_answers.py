"""Whatever answers, the station gets one named error, and nothing is half-done."""

import gzip
import zlib
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.errors import StationError
from station.ports.province import (
    BadAnswerError,
    ContractVersionError,
    FileRefusedError,
    ProvinceError,
    ProvinceFaultError,
    ProvinceUnreachableError,
    RequestRefusedError,
    TokenRefusedError,
)
from sync.client import gateway
from sync.client.gateway import Gateway
from sync.client.province import HttpEnroller
from sync.contract.proofs import time_proof
from tests.sync.answers import HEALTH, as_json, at, health, problem
from tests.sync.faults import BadServer, answer
from tests.sync_fakes import FakeCounter

HTML = b"<!DOCTYPE html><html><title>Wi-Fi</title></html>"
PROBLEM_TYPE = "application/problem+json"
CASES = {
    "nothing at all": (b"", ProvinceUnreachableError),
    "no HTTP": (b"SSH-2.0-OpenSSH_9\r\n", ProvinceUnreachableError),
    "half a head": (b"HTTP/1.1 200 OK\r\nContent-", BadAnswerError),
    "half a body": (answer(health(), Content_Length="999"), ProvinceUnreachableError),
    "a page of a hotel": (answer(HTML, media_type="text/html", version=None), BadAnswerError),
    "a page with our version": (answer(HTML, media_type="text/html"), BadAnswerError),
    "our JSON without a version": (answer(health(), version=None), BadAnswerError),
    "a redirect": (
        answer(b"", status="302 Found", Location="https://elsewhere.example/"),
        BadAnswerError,
    ),
    "no content": (answer(b"", status="204 No Content"), BadAnswerError),
    "a fault": (answer(b"oops", status="500 Internal Server Error"), ProvinceFaultError),
    "a fault of a proxy": (
        answer(HTML, status="502 Bad Gateway", media_type="text/html", version=None),
        ProvinceFaultError,
    ),
    "too many requests": (
        answer(problem(), status="429 Too Many Requests", media_type=PROBLEM_TYPE),
        ProvinceFaultError,
    ),
    "another contract in the head": (answer(health(), version="2.0"), ContractVersionError),
    "another contract in the body": (
        answer(health(contract_version="2.0")),
        ContractVersionError,
    ),
    "an old token": (
        answer(problem(), status="401 Unauthorized", media_type=PROBLEM_TYPE),
        TokenRefusedError,
    ),
    "a refusal": (
        answer(problem(), status="413 Too Large", media_type=PROBLEM_TYPE),
        RequestRefusedError,
    ),
    "a refusal without a reason": (answer(b"", status="413 Too Large"), BadAnswerError),
    "a refusal as HTML": (
        answer(HTML, status="403 Forbidden", media_type="text/html"),
        BadAnswerError,
    ),
    "a refusal of strange shape": (
        answer(problem(type=3), status="413 Too Large", media_type=PROBLEM_TYPE),
        BadAnswerError,
    ),
    "no JSON": (answer(b"{"), BadAnswerError),
    "JSON of another kind": (answer(b"[1, 2]"), BadAnswerError),
    "a missing field": (answer(as_json({"status": "ok"})), BadAnswerError),
    "an absurd limit": (
        answer(health(limits=HEALTH["limits"] | {"chunk_bytes": 0})),
        BadAnswerError,
    ),
    "JSON without an end": (answer(b"[" * 100_000), BadAnswerError),
    "a number without an end": (answer(b'{"status": ' + b"9" * 5000 + b"}"), BadAnswerError),
    "broken letters": (answer(b'{"status": "\xff\xfe"}'), BadAnswerError),
    "damaged gzip": (answer(b"\x1f\x8b no", Content_Encoding="gzip"), BadAnswerError),
    "half of a gzip": (
        answer(gzip.compress(health())[:-9], Content_Encoding="gzip"),
        BadAnswerError,
    ),
    "an encoding nobody asked for": (answer(health(), Content_Encoding="br"), BadAnswerError),
}


@pytest.mark.parametrize(("sent", "expected"), CASES.values(), ids=CASES.keys())
def test_a_strange_answer_is_one_named_error(
    bad_server: BadServer, sent: bytes, expected: type[StationError]
) -> None:
    bad_server.answer = sent

    with at(bad_server.base_url) as province, pytest.raises(StationError) as caught:
        province.health()

    assert type(caught.value) is expected


def test_the_good_answer_among_them_is_taken(bad_server: BadServer) -> None:
    bad_server.answer = answer(gzip.compress(health(more="later")), Content_Encoding="gzip")

    with at(bad_server.base_url) as province:
        assert province.health().contract_version == "1.0"


def test_a_bomb_is_not_inflated(bad_server: BadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "ANSWER_LIMIT", 100_000)
    bomb = zlib.compress(b" " * 50_000_000, wbits=31)
    assert len(bomb) < 100_000
    bad_server.answer = answer(bomb, Content_Encoding="gzip")

    with at(bad_server.base_url) as province, pytest.raises(BadAnswerError):
        province.health()


def test_an_answer_that_does_not_end_is_left(
    bad_server: BadServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "ANSWER_LIMIT", 100_000)
    bad_server.answer = answer(b" " * 200_000)

    with at(bad_server.base_url) as province, pytest.raises(BadAnswerError):
        province.health()


def test_an_answer_that_drips_is_left(bad_server: BadServer) -> None:
    bad_server.answer = answer(health())
    hours = iter(timedelta(hours=hour).total_seconds() for hour in range(9))
    slow = Gateway(bad_server.base_url, monotonic=lambda: next(hours))

    with pytest.raises(ProvinceUnreachableError):
        slow.call("GET", "/v1/health")
    slow.close()


def test_a_server_that_is_not_there_is_unreachable() -> None:
    gone = BadServer()
    gone.stop()

    with at(gone.base_url) as province, pytest.raises(ProvinceUnreachableError) as caught:
        province.health()

    assert caught.value.unavailable


def test_verdicts_of_other_events_are_not_believed(bad_server: BadServer) -> None:
    entry = FakeCounter().receive()
    bad_server.answer = answer(health())
    with at(bad_server.base_url) as province:
        province.health()
        for verdicts in (
            [],
            [{"event_id": str(uuid4()), "outcome": "applied"}],
            [{"event_id": str(entry.event_id), "outcome": "refused"}],
            [{"event_id": str(entry.event_id), "outcome": "eaten"}],
        ):
            bad_server.answer = answer(as_json({"verdicts": verdicts}))
            with pytest.raises(BadAnswerError):
                province.send([entry])


def test_news_that_does_not_move_on_is_not_believed(bad_server: BadServer) -> None:
    bad_server.answer = answer(as_json({"events": [], "cursor": "7", "more": True}))

    with at(bad_server.base_url) as province, pytest.raises(BadAnswerError):
        province.news("7")


def test_a_server_that_never_finds_the_offset_is_given_up(bad_server: BadServer) -> None:
    bad_server.answer = answer(health())
    with at(bad_server.base_url) as province:
        province.health()
        bad_server.answer = answer(
            problem(type="urn:tram-mot-cua:problem:not-found"),
            status="404 Not Found",
            media_type=PROBLEM_TYPE,
        )
        with pytest.raises(FileRefusedError):
            province.upload("ab" * 32, b"page", go_on=lambda: True)
        for headers in ({}, {"Location": "https://elsewhere.example/1", "Upload-Offset": "0"}):
            bad_server.answer = answer(b"", status="201 Created", **headers)
            with pytest.raises(BadAnswerError):
                province.upload("ab" * 32, b"page", go_on=lambda: True)


@pytest.mark.parametrize("time", ["yesterday", "2026-11-23T09:00:00", "9999-12-31T23:59:59+00:00"])
def test_a_time_must_be_one_even_when_it_is_signed(bad_server: BadServer, time: str) -> None:
    key = Ed25519PrivateKey.generate()

    def sign(request: bytes) -> bytes:
        nonce = request.partition(b"nonce=")[2][:32].decode()
        signature = key.sign(time_proof(time, nonce)).hex()
        return answer(as_json({"time": time, "nonce": nonce, "signature": signature}))

    bad_server.answer = sign
    server_key = key.public_key().public_bytes_raw().hex()

    with at(bad_server.base_url, server_key) as province, pytest.raises(BadAnswerError):
        province.server_time()


def test_after_a_refused_batch_the_limits_are_asked_for_again(bad_server: BadServer) -> None:
    entry = FakeCounter().receive()
    refusal = answer(problem(), status="413 Too Large", media_type=PROBLEM_TYPE)
    bad_server.answer = lambda asked: refusal if asked.startswith(b"POST") else answer(health())

    with at(bad_server.base_url) as province:
        for _ in range(2):
            with pytest.raises(RequestRefusedError):
                province.send([entry])

    asked = [request.split()[1] for request in bad_server.requests]
    assert asked == [b"/v1/health", b"/v1/events"] * 2


def test_a_refused_question_for_a_dossier_is_no_missing_dossier(bad_server: BadServer) -> None:
    bad_server.answer = answer(problem(), status="413 Too Large", media_type=PROBLEM_TYPE)

    with at(bad_server.base_url) as province, pytest.raises(RequestRefusedError):
        province.dossier("H25-261123-0300")


@pytest.mark.parametrize(
    "changes",
    [
        {"station_id": "H25/4"},
        {"number_ranges": [{"first": 9, "last": 3}]},
        {"number_ranges": []},
        {"token": "short"},
    ],
)
def test_an_enrolment_that_makes_no_sense_is_not_kept(
    bad_server: BadServer, changes: dict[str, Any]
) -> None:
    enrolment = {
        "station_id": "H25/3",
        "agency_code": "H25",
        "station_number": 3,
        "number_ranges": [{"first": 1, "last": 9}],
        "token": "a-token-of-some-length",
        "signing_keys": ["ab" * 32],
        "catalogue_url": "/v1/catalogue",
        "enrolled_at": "2026-11-23T09:00:00+07:00",
    }
    bad_server.answer = answer(as_json(enrolment | changes), status="201 Created")

    with pytest.raises(BadAnswerError):
        HttpEnroller().enrol(
            base_url=bad_server.base_url, code="A" * 15, station_id="H25/3", station_key=bytes(32)
        )


good = st.sampled_from(
    [
        answer(health()),
        answer(as_json({"events": [], "cursor": "0", "more": False})),
        answer(problem(), status="413 Too Large", media_type=PROBLEM_TYPE),
        answer(gzip.compress(health()), Content_Encoding="gzip"),
    ]
)
spoilt = st.builds(
    lambda whole, place, junk, cut: (
        whole[: place % len(whole)] + junk + whole[place % len(whole) + cut :]
    ),
    good,
    st.integers(0, 10_000),
    st.binary(max_size=12),
    st.integers(0, 40),
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.one_of(spoilt, st.binary(max_size=200)), call=st.integers(0, 2))
def test_no_answer_makes_anything_but_an_error_of_the_province(
    bad_server: BadServer, sent: bytes, call: int
) -> None:
    bad_server.answer = sent

    with at(bad_server.base_url) as province, suppress(ProvinceError):
        (province.health, province.server_time, lambda: province.news(None))[call]()
