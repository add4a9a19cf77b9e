"""The file calls of the contract: tus 1.0 over HTTP."""

import re

from starlette.responses import Response

from sync.contract.messages import SHA256_PATTERN
from sync.reference_server.backend import Backend
from sync.reference_server.http import Call, StationHandler
from sync.reference_server.problems import RefusedError
from sync.reference_server.rules import Station
from sync.reference_server.uploads import CHECKSUMS, Uploads, announced_sha256

_HEADER = "Tus-Resumable"
_VERSION = "1.0.0"
_EXTENSIONS = "creation,checksum,termination"
_CHUNK_TYPE = "application/offset+octet-stream"
_UPLOADS = "/v1/uploads"


def speaking_tus(handler: StationHandler) -> StationHandler:
    """Make a handler insist on tus 1.0.0 and say so in its answer."""

    def checked(call: Call, station: Station) -> Response:
        if call.headers.get(_HEADER) != _VERSION:
            raise RefusedError("tus-version")
        answer = handler(call, station)
        answer.headers[_HEADER] = _VERSION
        return answer

    return checked


class TusHandlers:
    """The calls that carry files."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def describe(self, _call: Call) -> Response:
        headers = {
            _HEADER: _VERSION,
            "Tus-Version": _VERSION,
            "Tus-Extension": _EXTENSIONS,
            "Tus-Max-Size": str(self._backend.limits.file_bytes),
            "Tus-Checksum-Algorithm": ",".join(CHECKSUMS),
        }
        return Response(status_code=204, headers=headers)

    def has_file(self, call: Call, station: Station) -> Response:
        sha256 = call.path["sha256"]
        if re.search(SHA256_PATTERN, sha256) is None or not self._uploads(station).has_file(sha256):
            raise RefusedError("not-found")
        return Response()

    def create(self, call: Call, station: Station) -> Response:
        size = _whole_number(call, "Upload-Length")
        if size == 0:
            raise RefusedError("malformed-request")
        if size > self._backend.limits.file_bytes:
            raise RefusedError("too-large")
        sha256 = announced_sha256(call.headers.get("Upload-Metadata", ""))
        upload = self._uploads(station).create(sha256, size)
        if upload is None:
            return Response(status_code=204)
        headers = {
            "Location": f"{_UPLOADS}/{upload.upload_id}",
            "Upload-Offset": str(upload.offset),
        }
        return Response(status_code=201, headers=headers)

    def offset(self, call: Call, station: Station) -> Response:
        upload = self._uploads(station).find(call.path["upload_id"])
        headers = {
            "Upload-Offset": str(upload.offset),
            "Upload-Length": str(upload.size),
            "Cache-Control": "no-store",
        }
        return Response(headers=headers)

    def append(self, call: Call, station: Station) -> Response:
        if call.headers.get("Content-Type") != _CHUNK_TYPE:
            raise RefusedError("unsupported-media-type")
        offset = self._uploads(station).append(
            call.path["upload_id"],
            offset=_whole_number(call, "Upload-Offset"),
            chunk=call.body,
            checksum=call.headers.get("Upload-Checksum"),
        )
        return Response(status_code=204, headers={"Upload-Offset": str(offset)})

    def give_up(self, call: Call, station: Station) -> Response:
        self._uploads(station).give_up(call.path["upload_id"])
        return Response(status_code=204)

    def _uploads(self, station: Station) -> Uploads:
        return Uploads(
            station_id=station.station_id,
            database=self._backend.database,
            store=self._backend.files,
            now=self._backend.now,
        )


def _whole_number(call: Call, header: str) -> int:
    text = call.headers.get(header, "")
    if re.fullmatch(r"[0-9]{1,15}", text) is None:
        raise RefusedError("malformed-request")
    return int(text)
