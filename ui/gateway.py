"""The reference server as the program starts it, and what an agency does in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from station.errors import ProblemError

if TYPE_CHECKING:
    from sync.reference_server.server import RunningServer


class CannotServeError(ProblemError):
    """The reference server cannot do what the administrator asked for."""

    code = "GTW-001"


def serve_gateway(
    *, host: str, port: int, database: str, files: str, catalogue: Path | None
) -> None:
    """Serve the province's contract until the process is asked to end.

    Args:
        catalogue: the pack to publish, signed with the server's key.

    Raises:
        CannotServeError: the database, the folder, the pack or the address cannot be used.
    """
    from station.release import program_version
    from sync.reference_server.backend import BadLocationError
    from sync.reference_server.database import BadDatabaseError
    from sync.reference_server.server import serve

    try:
        serve(
            host=host,
            port=port,
            database=database,
            files=files,
            version=program_version(),
            catalogue=catalogue,
        )
    except (BadDatabaseError, BadLocationError) as error:
        raise CannotServeError(str(error)) from error
    except (OSError, OverflowError) as error:
        raise CannotServeError(f"{host}:{port}: {error}") from error


def start_gateway(folder: Path) -> RunningServer:
    """Start a reference server on a free loopback port; stop it by leaving its ``with``."""
    from station.release import program_version
    from sync.reference_server.server import RunningServer

    folder.mkdir(parents=True)
    return RunningServer(
        database=f"sqlite:///{folder / 'gateway.db'}",
        files=str(folder / "files"),
        version=program_version(),
    )


def issue_enrolment_code(
    *, database: str, agency: str, station_number: int, number_range: str
) -> str:
    """Make a one-time code by which one counter enrols.

    Raises:
        CannotServeError: the database cannot be used, or the counter cannot be as it is described.
    """
    from station.domain.numbers import NumberRange
    from sync.reference_server.database import BadDatabaseError
    from sync.reference_server.enrolment import BadStationError
    from sync.reference_server.server import issue_enrolment_code as issue

    numbers = NumberRange.parse(number_range)
    try:
        return issue(
            database=database,
            agency=agency,
            station_number=station_number,
            number_range=(numbers.first, numbers.last),
        )
    except (BadDatabaseError, BadStationError) as error:
        raise CannotServeError(str(error)) from error


def decide_at_gateway(dossier_code: str, act: str, *, database: str, **said: Any) -> UUID:  # noqa: ANN401
    """Let the handling agency act on a dossier in a reference server's database.

    Args:
        said: the fields of ``sync.reference_server.decisions.Decision``.

    Raises:
        CannotServeError: the database cannot be used.
        NotAtGatewayError, AgencyActNotAllowedError, IncompleteAgencyActError: nothing changed.
    """
    from sync.reference_server.acts import UnknownDossierError
    from sync.reference_server.database import BadDatabaseError
    from sync.reference_server.decisions import Decision, IncompleteDecisionError, NotLawfulError
    from sync.reference_server.lawful import ProvinceAct
    from sync.reference_server.server import decide
    from ui.gateway_acts import (
        AgencyActNotAllowedError,
        IncompleteAgencyActError,
        NotAtGatewayError,
    )

    try:
        return decide(dossier_code, Decision(act=ProvinceAct(act), **said), database=database)
    except BadDatabaseError as error:
        raise CannotServeError(str(error)) from error
    except UnknownDossierError as error:
        raise NotAtGatewayError(dossier_code) from error
    except NotLawfulError as error:
        raise AgencyActNotAllowedError(dossier_code, act, error.status, error.allowed) from error
    except IncompleteDecisionError as error:
        raise IncompleteAgencyActError(act, error.field) from error
