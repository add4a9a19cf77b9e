"""Sends one file by tus 1.0: in chunks that suit the line, taken up again after a cut."""

import base64
import hashlib
import re
import time
from collections.abc import Callable

from station.ports.province import (
    BadAnswerError,
    FileRefusedError,
    ProvinceUnreachableError,
    RequestRefusedError,
)
from sync.client.gateway import Gateway
from sync.client.pace import Pace
from sync.contract.messages import PROBLEM_PREFIX

_TUS = {"Tus-Resumable": "1.0.0"}
_QUICK_S = 1.0
_MOST_SETBACKS = 5
_SETBACKS = {
    PROBLEM_PREFIX + kind for kind in ("offset-mismatch", "not-found", "checksum-mismatch")
}
"""After these the upload is found again, and goes on from where it stands."""


class Uploading:
    """Files over one gateway."""

    def __init__(self, gateway: Gateway, pace: Pace) -> None:
        self._gateway = gateway
        self._pace = pace

    def upload(
        self, sha256: str, data: bytes, *, chunk_limit: int, go_on: Callable[[], bool]
    ) -> bool:
        """Send a file; see the Province port."""
        setbacks = 0
        place = self._create(sha256, len(data))
        while place is not None:
            path, offset = place
            if not go_on():
                return False
            chunk = data[offset : offset + min(self._pace.chunk, chunk_limit)]
            try:
                offset = self._send(path, offset, chunk)
            except RequestRefusedError as refused:
                setbacks += 1
                if refused.problem.type not in _SETBACKS or setbacks > _MOST_SETBACKS:
                    raise _not_taken(sha256, refused) from refused
                place = self._create(sha256, len(data))
            else:
                place = (path, offset) if offset < len(data) else None
        return True

    def _create(self, sha256: str, size: int) -> tuple[str, int] | None:
        """Begin, or find where it stands: path and offset; None when the province has it."""
        announced = base64.b64encode(sha256.encode()).decode()
        headers = {
            **_TUS,
            "Upload-Length": str(size),
            "Upload-Metadata": f"sha256 {announced}",
        }
        try:
            reply = self._gateway.call("POST", "/v1/uploads", headers=headers)
        except RequestRefusedError as refused:
            raise _not_taken(sha256, refused) from refused
        if reply.status == 204:
            return None
        upload_id = re.search(r"/v1/uploads/([0-9a-f]{32})$", reply.headers.get("Location", ""))
        offset = _offset(reply.headers.get("Upload-Offset", ""))
        if upload_id is None or offset >= size:
            raise BadAnswerError("an upload without a place")
        return f"/v1/uploads/{upload_id[1]}", offset

    def _send(self, path: str, offset: int, chunk: bytes) -> int:
        digest = base64.b64encode(hashlib.sha256(chunk).digest()).decode()
        headers = {
            **_TUS,
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {digest}",
        }
        began = time.monotonic()
        try:
            reply = self._gateway.call("PATCH", path, headers=headers, body=chunk)
        except ProvinceUnreachableError:
            self._pace.slow_down()
            raise
        if time.monotonic() - began < _QUICK_S:
            self._pace.speed_up()
        if _offset(reply.headers.get("Upload-Offset", "")) != offset + len(chunk):
            raise BadAnswerError("the offset does not move on")
        return offset + len(chunk)


def _not_taken(sha256: str, refused: RequestRefusedError) -> FileRefusedError:
    return FileRefusedError(sha256, refused.problem.type.removeprefix(PROBLEM_PREFIX))


def _offset(header: str) -> int:
    if re.fullmatch(r"[0-9]{1,15}", header) is None:
        raise BadAnswerError("no upload offset")
    return int(header)
