"""What the reference server says no to when an agency acts there. Free of adapters."""

from collections.abc import Sequence

from station.errors import StationError


class NotAtGatewayError(StationError):
    """The reference server has no dossier with this code: it was not sent yet."""

    code = "GTW-002"

    def __init__(self, dossier_code: str) -> None:
        super().__init__(f"no dossier {dossier_code[:60]!r} at the server")
        self.dossier_code = dossier_code[:60]


class AgencyActNotAllowedError(StationError):
    """The agency may not do this in the state that the dossier has at the server."""

    code = "GTW-003"

    def __init__(self, dossier_code: str, act: str, status: str, allowed: Sequence[str]) -> None:
        super().__init__(f"{act} is not allowed while {status}")
        self.dossier_code, self.act, self.status = dossier_code, act, status
        self.allowed = tuple(allowed)


class IncompleteAgencyActError(StationError):
    """An act of the agency lacks what it must say, or says what cannot be."""

    code = "GTW-004"

    def __init__(self, act: str, field: str) -> None:
        super().__init__(f"{act}: {field}")
        self.act, self.field = act, field
