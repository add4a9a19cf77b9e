"""HTTP at the door of the reference server: bounded reading, one form of answer, no surprises."""

import asyncio
import gzip
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TypeVar

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sync.contract.messages import CONTRACT_VERSION, VERSION_HEADER, encode
from sync.reference_server.problems import RefusedError
from sync.reference_server.rules import Station

T = TypeVar("T")

_WORTH_PACKING = 1024
_GZIP_LEVEL = 6

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request whose body was read within its bound."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


OpenHandler = Callable[[Call], Response]
StationHandler = Callable[[Call, Station], Response]
Authenticate = Callable[[str], Station]


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Turns handlers, which are plain blocking functions, into routes."""

    workers: Executor
    authenticate: Authenticate
    """Token → whose it is; raises RefusedError."""

    def open(self, method: str, path: str, handler: OpenHandler, *, body_limit: int = 0) -> Route:
        """Make a route that needs no token."""

        async def serve(request: Request) -> Response:
            _check_version(request)
            call = await _read(request, body_limit)
            return await self._run(lambda: handler(call))

        return _route(method, path, serve)

    def station(
        self, method: str, path: str, handler: StationHandler, *, body_limit: int = 0
    ) -> Route:
        """Make a route for enrolled stations; nothing of the body is kept before the token."""

        async def serve(request: Request) -> Response:
            try:
                _check_version(request)
                token = _token(request)
                station = await self._run(lambda: self.authenticate(token))
            except RefusedError:
                await _pass_over(request, body_limit)
                raise
            call = await _read(request, body_limit)
            return await self._run(lambda: handler(call, station))

        return _route(method, path, serve)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.workers, work)


def json_answer(message: Struct, *, status: int = 200) -> Response:
    """Give a message as JSON."""
    return Response(encode(message), status_code=status, media_type="application/json")


def routing_problem(_request: Request, error: Exception) -> Response:
    """Answer what no route takes."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    kind = {404: "not-found", 405: "method-not-allowed"}.get(status, "malformed-request")
    return _finished(_problem(RefusedError(kind)))


def _route(method: str, path: str, serve: Callable[[Request], Awaitable[Response]]) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            answer = await serve(request)
        except RefusedError as refused:
            answer = _problem(refused)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except Exception:  # noqa: BLE001 - one request's fault must not become the server's
            _log.exception("a request to %s failed", path)
            answer = _problem(RefusedError("server-error"))
        return _finished(answer, accepts=request.headers.get("Accept-Encoding", ""))

    return Route(path, endpoint, methods=[method])


def _check_version(request: Request) -> None:
    theirs = request.headers.get(VERSION_HEADER, CONTRACT_VERSION)
    if theirs.partition(".")[0] != CONTRACT_VERSION.partition(".")[0]:
        raise RefusedError("contract-version")


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise RefusedError("not-authorised")
    return token


async def _read(request: Request, limit: int) -> Call:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise RefusedError("too-large")
    return Call(
        path=request.path_params,
        query=request.query_params,
        headers=request.headers,
        body=bytes(body),
    )


async def _pass_over(request: Request, limit: int) -> None:
    """Read a body to nowhere: who is still sending when we close would never see the refusal."""
    passed = 0
    async for part in request.stream():
        passed += len(part)
        if passed > limit:
            return


def _problem(refused: RefusedError) -> Response:
    problem = refused.problem()
    return Response(
        encode(problem), status_code=problem.status, media_type="application/problem+json"
    )


def _finished(answer: Response, *, accepts: str = "") -> Response:
    """Add what every answer carries."""
    answer.headers[VERSION_HEADER] = CONTRACT_VERSION
    if len(answer.body) > _WORTH_PACKING and "gzip" in accepts and _is_json(answer):
        packed = gzip.compress(bytes(answer.body), _GZIP_LEVEL, mtime=0)
        answer.body = packed
        answer.headers["Content-Length"] = str(len(packed))
        answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Vary"] = "Accept-Encoding"
    return answer


def _is_json(answer: Response) -> bool:
    return (answer.media_type or "").endswith("json")
