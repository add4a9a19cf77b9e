"""Scanners on the network that speak eSCL (AirScan), over plain HTTP.

A scanner's answers are as little trusted as anything else from outside: bounded, with a time limit
on every one, and never followed to another host. Nothing native runs here, so that it needs no
process of its own: a scanner that hangs costs one time limit.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit
from xml.etree import ElementTree

import requests

from devices.picture_bounds import MAX_BYTES
from station.ports.scanners import (
    ScannerError,
    ScannerHangsError,
    ScannerState,
    ScanRequest,
    scanner_error,
)

_MOST_XML = 1_000_000
_CONNECT_S, _ANSWER_S = 5.0, 60.0
_BUSY_FOR_S, _ASK_AGAIN_S = 30.0, 0.5
_SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03"
_PWG = "http://www.pwg.org/schemas/2010/12/sm"
_A4 = (2480, 3508)
"""In 300ths of an inch, in which eSCL measures whatever the pitch of the scan."""
_FEEDER_STATES = {
    "ScannerAdfJam": ScannerState.JAM,
    "ScannerAdfHatchOpen": ScannerState.COVER_OPEN,
    "ScannerAdfMispick": ScannerState.DOUBLE_FEED,
    "ScannerAdfMultipickDetected": ScannerState.DOUBLE_FEED,
    "ScannerAdfEmpty": ScannerState.NO_PAGES,
}
_TROUBLES = (ScannerState.JAM, ScannerState.COVER_OPEN, ScannerState.DOUBLE_FEED)


class EsclScanner:
    """One scanner, by the address of its eSCL root: ``http://192.168.1.20/eSCL``."""

    simulated = False

    def __init__(
        self, name: str, address: str, *, answer_s: float = _ANSWER_S, busy_s: float = _BUSY_FOR_S
    ) -> None:
        """Take the address; nothing is asked yet.

        Raises:
            ValueError: it is no HTTP address.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(address)
        self.name = name
        self._root = address.rstrip("/")
        self._host = f"{parts.scheme}://{parts.netloc}"
        self._limits = (_CONNECT_S, answer_s)
        self._busy_s = busy_s
        self._given = 0

    def state(self) -> ScannerState:
        try:
            with _session() as session:
                return self._state(session)
        except ScannerError:
            return ScannerState.OFFLINE

    def scan(self, request: ScanRequest) -> Iterator[bytes]:
        self._given = 0
        with _session() as session:
            feeder, duplex = self._feeder(session)
            state = self._state(session)
            if state in _TROUBLES:
                raise self._error(state)
            if state is ScannerState.NO_PAGES and not self._has_glass(session):
                raise self._error(state)
            from_feeder = feeder and state is not ScannerState.NO_PAGES
            job = self._start(session, request, from_feeder=from_feeder, duplex=duplex)
            ended = False
            try:
                while True:
                    page = self._next_page(session, job)
                    if page is None:
                        break
                    yield page
                    self._given += 1
                ended = True
            finally:
                if not ended:
                    with suppress(requests.RequestException):  # a courtesy; it may be gone
                        session.delete(job, timeout=self._limits, allow_redirects=False)
            self._say_why_it_ended(session)

    def _feeder(self, session: requests.Session) -> tuple[bool, bool]:
        """Tell whether it has a feeder, and one for both sides."""
        tree = self._xml(session, "ScannerCapabilities")
        feeder = tree.find(f"{{{_SCAN}}}Adf")
        if feeder is None:
            return False, False
        return True, feeder.find(f"{{{_SCAN}}}AdfDuplexInputCaps") is not None

    def _has_glass(self, session: requests.Session) -> bool:
        return self._xml(session, "ScannerCapabilities").find(f"{{{_SCAN}}}Platen") is not None

    def _state(self, session: requests.Session) -> ScannerState:
        tree = self._xml(session, "ScannerStatus")
        feeder = (tree.findtext(f"{{{_SCAN}}}AdfState") or "").strip()
        if feeder in _FEEDER_STATES:
            return _FEEDER_STATES[feeder]
        state = (tree.findtext(f"{{{_PWG}}}State") or "").strip()
        if state in ("Processing", "Testing"):
            return ScannerState.BUSY
        return ScannerState.READY if state in ("Idle", "") else ScannerState.FAULT

    def _start(
        self, session: requests.Session, request: ScanRequest, *, from_feeder: bool, duplex: bool
    ) -> str:
        settings = _settings(request, from_feeder=from_feeder, duplex=duplex and request.duplex)
        give_up = time.monotonic() + self._busy_s
        while True:
            answer = self._ask(
                session, "POST", f"{self._root}/ScanJobs", settings, {"Content-Type": "text/xml"}
            )
            answer.close()
            if answer.status_code == requests.codes.created:
                path = urlsplit(answer.headers.get("Location", "")).path
                if not path.startswith("/"):
                    raise self._error(ScannerState.FAULT, "no job")
                return self._host + path.rstrip("/")  # never to another host
            if answer.status_code == requests.codes.conflict:
                state = self._state(session)
                raise self._error(state if state is not ScannerState.READY else ScannerState.FAULT)
            if answer.status_code != requests.codes.service_unavailable:
                raise self._error(ScannerState.FAULT, f"ScanJobs {answer.status_code}")
            if time.monotonic() > give_up:
                raise self._error(ScannerState.BUSY)
            time.sleep(_ASK_AGAIN_S)

    def _next_page(self, session: requests.Session, job: str) -> bytes | None:
        give_up = time.monotonic() + self._busy_s
        while True:
            with self._ask(session, "GET", f"{job}/NextDocument") as answer:
                if answer.status_code == requests.codes.ok:
                    return self._body(answer, MAX_BYTES)
                if answer.status_code in (requests.codes.not_found, requests.codes.gone):
                    return None
                if answer.status_code != requests.codes.service_unavailable:
                    self._say_why_it_ended(session)
                    raise self._error(ScannerState.FAULT, f"NextDocument {answer.status_code}")
            if time.monotonic() > give_up:
                raise ScannerHangsError(self.name, pages=self._given)
            time.sleep(_ASK_AGAIN_S)

    def _say_why_it_ended(self, session: requests.Session) -> None:
        """A jam too ends in "no further page": ask the feeder, or two sheets would be missing."""
        state = self._state(session)
        if state in _TROUBLES:
            raise self._error(state)
        if not self._given:
            raise self._error(ScannerState.NO_PAGES)

    def _xml(self, session: requests.Session, what: str) -> ElementTree.Element:
        with self._ask(session, "GET", f"{self._root}/{what}") as answer:
            if answer.status_code != requests.codes.ok:
                raise self._error(ScannerState.OFFLINE, f"{what} {answer.status_code}")
            body = self._body(answer, _MOST_XML)
        if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
            raise self._error(ScannerState.FAULT, f"{what} declares entities")
        try:
            return ElementTree.fromstring(body)  # noqa: S314 - no entities, bounded
        except ElementTree.ParseError as error:
            raise self._error(ScannerState.FAULT, f"{what} is no XML") from error

    def _ask(
        self,
        session: requests.Session,
        method: str,
        url: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        try:
            return session.request(
                method, url, data=body, headers=headers, timeout=self._limits,
                allow_redirects=False, stream=True,
            )  # fmt: skip
        except requests.exceptions.ReadTimeout as error:
            raise ScannerHangsError(self.name, pages=self._given) from error
        except requests.RequestException as error:
            raise self._error(ScannerState.OFFLINE, type(error).__name__) from error

    def _body(self, answer: requests.Response, most: int) -> bytes:
        content = bytearray()
        give_up = time.monotonic() + self._limits[1]
        try:
            for piece in answer.iter_content(65536):
                content += piece
                if len(content) > most:
                    raise self._error(ScannerState.FAULT, f"more than {most} bytes")
                if time.monotonic() > give_up:  # a trickle keeps every single read in time
                    raise ScannerHangsError(self.name, pages=self._given)
        except requests.exceptions.ConnectionError as error:
            state = ScannerState.OFFLINE
            if "timed out" in str(error):
                raise ScannerHangsError(self.name, pages=self._given) from error
            raise self._error(state, type(error).__name__) from error
        except requests.RequestException as error:  # broken off in the middle of a page
            raise self._error(ScannerState.OFFLINE, type(error).__name__) from error
        return bytes(content)

    def _error(self, state: ScannerState, cause: str = "") -> ScannerError:
        return scanner_error(state, self.name, pages=self._given, cause=cause)


def _session() -> requests.Session:
    """Give a session that knows no proxy: that is for the web, and would see every page."""
    session = requests.Session()
    session.trust_env = False
    return session


def _settings(request: ScanRequest, *, from_feeder: bool, duplex: bool) -> bytes:
    width, height = _A4
    colour = "RGB24" if request.colour else "Grayscale8"
    source = "Feeder" if from_feeder else "Platen"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="{_SCAN}" xmlns:pwg="{_PWG}">
<pwg:Version>2.6</pwg:Version>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
<pwg:Width>{width}</pwg:Width><pwg:Height>{height}</pwg:Height>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>{source}</pwg:InputSource>
<scan:Duplex>{str(duplex).lower()}</scan:Duplex>
<scan:ColorMode>{colour}</scan:ColorMode>
<scan:XResolution>{request.dpi}</scan:XResolution>
<scan:YResolution>{request.dpi}</scan:YResolution>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
</scan:ScanSettings>""".encode()
