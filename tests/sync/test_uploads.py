"""Resumable uploads: tus 1.0 with creation, checksum and termination."""

import errno
import hashlib
from collections.abc import Callable

import pytest
import requests

from station.ports.province import ProvinceFaultError
from sync.reference_server.server import RunningServer
from tests.sync.stations import EnrolledCounter
from tests.sync.strangers import CHUNK, PAGE, announce, b64, reason


def begin(ask: Callable[..., requests.Response], content: bytes) -> str:
    created = ask("POST", "/v1/uploads", headers=announce(content))
    assert (created.status_code, created.headers["Upload-Offset"]) == (201, "0")
    return created.headers["Location"]


def append(
    ask: Callable[..., requests.Response],
    path: str,
    offset: int,
    chunk: bytes,
    **headers: str,
) -> requests.Response:
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask("PATCH", path, headers=CHUNK | {"Upload-Offset": str(offset)} | more, data=chunk)


def offset_of(ask: Callable[..., requests.Response], path: str) -> str:
    answer = ask("HEAD", path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.headers["Upload-Offset"]


def test_a_file_comes_in_pieces_and_is_there_when_whole(
    ask: Callable[..., requests.Response],
) -> None:
    page = PAGE + b"1"
    digest = hashlib.sha256(page).hexdigest()
    path = begin(ask, page)

    assert append(ask, path, 0, page[:1000]).headers["Upload-Offset"] == "1000"
    assert ask("HEAD", f"/v1/files/{digest}").status_code == 404
    assert offset_of(ask, path) == "1000"
    again = ask("POST", "/v1/uploads", headers=announce(page))
    assert (again.headers["Location"], again.headers["Upload-Offset"]) == (path, "1000")
    assert append(ask, path, 1000, page[1000:]).status_code == 204

    assert ask("HEAD", f"/v1/files/{digest}").status_code == 200
    assert ask("POST", "/v1/uploads", headers=announce(page)).status_code == 204
    assert ask("HEAD", path).status_code == 404


def test_a_chunk_at_the_wrong_place_is_not_taken(ask: Callable[..., requests.Response]) -> None:
    path = begin(ask, PAGE + b"2")

    assert reason(append(ask, path, 5, b"x")) == (409, "offset-mismatch")
    assert offset_of(ask, path) == "0"


def test_a_chunk_beyond_the_end_is_not_taken(ask: Callable[..., requests.Response]) -> None:
    path = begin(ask, b"short")

    assert reason(append(ask, path, 0, b"longer")) == (413, "too-large")
    assert offset_of(ask, path) == "0"


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_damaged_chunk_is_not_taken(
    ask: Callable[..., requests.Response], algorithm: str
) -> None:
    page = PAGE + algorithm.encode()
    path = begin(ask, page)
    checksum = f"{algorithm} {b64(hashlib.new(algorithm, page).digest())}"

    damaged = append(ask, path, 0, b"\0" + page[1:], Upload_Checksum=checksum)
    assert reason(damaged) == (460, "checksum-mismatch")
    assert offset_of(ask, path) == "0"
    unknown = append(ask, path, 0, page, Upload_Checksum="crc32 AAAA")
    assert reason(unknown) == (400, "unsupported-checksum")
    assert append(ask, path, 0, page, Upload_Checksum=checksum).status_code == 204


def test_a_file_that_is_not_what_was_announced_is_dropped(
    ask: Callable[..., requests.Response],
) -> None:
    path = begin(ask, PAGE + b"3")

    wrong = append(ask, path, 0, b"\0" * (len(PAGE) + 1))

    assert reason(wrong) == (460, "file-mismatch")
    assert ask("HEAD", path).status_code == 404
    assert begin(ask, PAGE + b"3") != path


def test_an_upload_can_be_given_up(ask: Callable[..., requests.Response]) -> None:
    path = begin(ask, PAGE + b"4")

    assert ask("DELETE", path).status_code == 204
    assert ask("HEAD", path).status_code == 404


def test_the_upload_of_another_station_is_not_there(
    ask: Callable[..., requests.Response],
    new_counter: Callable[[], EnrolledCounter],
) -> None:
    path = begin(ask, PAGE + b"5")
    stranger = new_counter().enrolment.token

    assert ask("HEAD", path, token=stranger).status_code == 404


def test_the_extensions_are_told(ask: Callable[..., requests.Response]) -> None:
    told = ask("OPTIONS", "/v1/uploads").headers

    assert told["Tus-Extension"] == "creation,checksum,termination"
    assert told["Tus-Max-Size"] == str(50 << 20)


def test_a_file_that_was_renamed_before_a_crash_is_found(
    server: RunningServer, counter: EnrolledCounter, ask: Callable[..., requests.Response]
) -> None:
    page = PAGE + b"6"
    digest = hashlib.sha256(page).hexdigest()
    created = ask("POST", "/v1/uploads", headers=announce(page))
    upload_id = created.headers["Location"].rpartition("/")[2]
    server.backend.files.write(upload_id, 0, page)
    server.backend.files.finish(upload_id, digest)  # and then the power goes

    assert ask("POST", "/v1/uploads", headers=announce(page)).status_code == 204
    assert ask("HEAD", f"/v1/files/{digest}").status_code == 200


def test_a_full_disk_is_a_fault_of_the_server_and_takes_nothing(
    server: RunningServer,
    counter: EnrolledCounter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = PAGE + b"7"
    digest = counter.counter.add_file(page)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(type(server.backend.files), "write", full)
        report = counter.synchronise()

    assert isinstance(report.error, ProvinceFaultError)
    assert report.files_failed == 1
    assert [record.message for record in caplog.records] == [
        "a request to /v1/uploads/{upload_id} failed"
    ]
    caplog.clear()
    assert counter.synchronise().files_sent == 1
    assert server.backend.files.has(digest)
