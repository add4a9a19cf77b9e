"""The contract's routes. Stateless: several copies may share one database and file store."""

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from sync.reference_server import enrolment
from sync.reference_server.backend import Backend
from sync.reference_server.handlers import Handlers
from sync.reference_server.http import Door, routing_problem
from sync.reference_server.tus import TusHandlers, speaking_tus

_ENROLMENT_BYTES = 16 << 10
_WORKERS = 8


def create_app(backend: Backend) -> Starlette:
    """Build the ASGI application. Its lifespan ends its worker threads."""
    workers = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="province")

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        workers.shutdown(wait=True)

    door = Door(
        workers=workers,
        authenticate=lambda token: enrolment.authenticate(token, database=backend.database),
    )
    return Starlette(
        routes=_routes(door, backend),
        lifespan=lifespan,
        exception_handlers={HTTPException: routing_problem},
    )


def _routes(door: Door, backend: Backend) -> list[Route]:
    handle, tus, limits = Handlers(backend), TusHandlers(backend), backend.limits
    upload = "/v1/uploads/{upload_id}"
    return [
        door.open("GET", "/v1/health", handle.health),
        door.open("GET", "/v1/time", handle.time),
        door.open("POST", "/v1/enrolments", handle.enrol, body_limit=_ENROLMENT_BYTES),
        door.station("GET", "/v1/catalogue", handle.catalogue),
        door.station("POST", "/v1/events", handle.take_events, body_limit=limits.batch_bytes),
        door.station("GET", "/v1/events", handle.news),
        door.station("GET", "/v1/dossiers/{code}", handle.dossier),
        door.station("HEAD", "/v1/files/{sha256}", tus.has_file),
        door.open("OPTIONS", "/v1/uploads", tus.describe),
        door.station("POST", "/v1/uploads", speaking_tus(tus.create)),
        door.station("HEAD", upload, speaking_tus(tus.offset)),
        door.station("PATCH", upload, speaking_tus(tus.append), body_limit=limits.chunk_bytes),
        door.station("DELETE", upload, speaking_tus(tus.give_up)),
    ]
