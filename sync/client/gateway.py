"""HTTP to the province: the only module of the client that opens a socket.

Nothing that answers is trusted: neither its length, nor its speed, nor its form.
"""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urlsplit

import requests
import urllib3
from msgspec import Struct
from requests.auth import AuthBase

from station.ports.province import (
    BadAnswerError,
    ContractVersionError,
    InsecureAddressError,
    Problem,
    ProvinceFaultError,
    ProvinceUnreachableError,
    RequestRefusedError,
    TokenRefusedError,
    UntrustedServerError,
)
from sync.contract import messages
from sync.contract.messages import CONTRACT_VERSION, VERSION_HEADER, Encoding
from sync.contract.packing import TooLargeError, UnpackError, unpack

T = TypeVar("T", bound=Struct)

ANSWER_LIMIT = 16 << 20
"""Bytes of an answer, before and after unpacking."""
_READ_STEP = 64 << 10
_CONNECT_S = 20.0  # also bounds the sending of one body
_READ_S = 60.0
_WHOLE_ANSWER_S = 180.0
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole, unpacked answer of a province that speaks our contract."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def message(self, kind: type[T]) -> T:
        """Read the body.

        Raises:
            BadAnswerError: it is not this message.
        """
        if _media_type(self.headers) != "application/json":
            raise BadAnswerError("the answer is no JSON")
        try:
            return messages.decode(self.body, kind)
        except messages.MalformedMessageError as error:
            raise BadAnswerError(f"not a {kind.__name__} at {error.pointer}") from error


class Gateway:
    """One server, by its address. Not for several threads at once."""

    def __init__(
        self,
        base_url: str,
        *,
        token: str | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to call; nothing is sent yet.

        Args:
            base_url: https, or http on this computer only; a path before ``/v1`` is allowed.

        Raises:
            InsecureAddressError: any other address.
        """
        self.base_url, is_loopback = _checked(base_url)
        self._monotonic = monotonic
        self._session = requests.Session()
        # A proxy of the environment may be the only way out, but never the way to ourselves.
        self._session.trust_env = not is_loopback
        # Always set, or requests would take credentials for this host from a .netrc file.
        self._session.auth = _Bearer(token)
        self._session.headers["User-Agent"] = "tram-mot-cua"
        self._session.headers["Accept-Encoding"] = "gzip"
        self._session.headers[VERSION_HEADER] = CONTRACT_VERSION

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        may_be_unchanged: bool = False,
    ) -> Reply:
        """Exchange one request for one answer of 2xx, or of 304 where it was asked for.

        Raises:
            StationError: as the Province port says; the request may have been carried out.
        """
        deadline = self._monotonic() + _WHOLE_ANSWER_S
        try:
            with self._session.request(
                method,
                self.base_url + path,
                params=params,
                headers=headers,
                data=body,
                allow_redirects=False,
                stream=True,
                timeout=(_CONNECT_S, _READ_S),
            ) as answer:
                unchanged = may_be_unchanged and answer.status_code == requests.codes.not_modified
                _check_speaker(answer.status_code, answer.headers, unchanged=unchanged)
                packed = self._read(answer, deadline)
        except requests.exceptions.SSLError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):  # else the line broke in the handshake
                raise UntrustedServerError("the certificate is not trusted") from error
            raise ProvinceUnreachableError(type(error).__name__) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise ProvinceUnreachableError(type(error).__name__) from error
        reply = Reply(
            status=answer.status_code,
            headers=answer.headers,
            body=_unpacked(packed, answer.headers),
        )
        if reply.status >= 400:
            raise _refusal(reply)
        return reply

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _read(self, answer: requests.Response, deadline: float) -> bytes:
        body = bytearray()
        while step := answer.raw.read(_READ_STEP, decode_content=False):
            body += step
            if len(body) > ANSWER_LIMIT:
                raise BadAnswerError("the answer does not end")
            if self._monotonic() > deadline:
                raise ProvinceUnreachableError("the answer takes too long")
        return bytes(body)


class _Bearer(AuthBase):
    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _checked(base_url: str) -> tuple[str, bool]:
    try:
        parts = urlsplit(base_url.strip())
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InsecureAddressError("not an address") from error
    is_loopback = _is_loopback(host)
    is_plain = re.fullmatch(r"[A-Za-z0-9._~/:\[\]-]+", base_url.strip()) is not None
    if not host or not is_plain or parts.scheme not in ("https", "http"):
        raise InsecureAddressError("not an https address")
    if parts.scheme == "http" and not is_loopback:
        raise InsecureAddressError("plain http to another computer")
    return base_url.strip().rstrip("/"), is_loopback


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _check_speaker(status: int, headers: Mapping[str, str], *, unchanged: bool) -> None:
    """Make sure that a province of our contract speaks, before its body is read."""
    theirs = headers.get(VERSION_HEADER)
    if theirs is not None and theirs.partition(".")[0] != CONTRACT_VERSION.partition(".")[0]:
        raise ContractVersionError(ours=CONTRACT_VERSION, theirs=theirs[:20])
    if status >= 500 or status == _TOO_MANY_REQUESTS:
        raise ProvinceFaultError(status)
    if theirs is None:
        raise BadAnswerError(f"{status} without a contract version: not the province")
    if not 200 <= status < 300 and not 400 <= status < 500 and not unchanged:
        raise BadAnswerError(f"{status} is no answer of the contract")


def _unpacked(packed: bytes, headers: Mapping[str, str]) -> bytes:
    try:
        encoding = Encoding(headers.get("Content-Encoding", Encoding.IDENTITY))
        return unpack(packed, encoding, limit=ANSWER_LIMIT)
    except (ValueError, UnpackError, TooLargeError) as error:
        raise BadAnswerError("the answer cannot be unpacked") from error


def _refusal(reply: Reply) -> TokenRefusedError | RequestRefusedError | BadAnswerError:
    if reply.status == requests.codes.unauthorized:
        return TokenRefusedError("the token is not accepted")
    if not reply.body:  # the answer to HEAD has none
        return BadAnswerError(f"{reply.status} without a reason")
    if _media_type(reply.headers) != "application/problem+json":
        return BadAnswerError(f"{reply.status} without a problem")
    try:
        problem = messages.decode(reply.body, messages.Problem)
    except messages.MalformedMessageError:
        return BadAnswerError(f"{reply.status} with a malformed problem")
    return RequestRefusedError(to_problem(problem))


def to_problem(problem: messages.Problem) -> Problem:
    """Turn the wire's problem into the station's."""
    return Problem(
        type=problem.type, title=problem.title, title_en=problem.title_en, field=problem.field
    )


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("Content-Type", "").partition(";")[0].strip().lower()
