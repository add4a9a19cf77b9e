"""A scan session as plain values, to be kept beside its draft, and read again."""

from fractions import Fraction
from typing import Any

import msgspec

from station.domain.scan_session import ScanSession
from station.typed_reading import ready


def session_to_plain(session: ScanSession) -> dict[str, Any]:
    """Give a session in values that JSON knows."""
    plain: dict[str, Any] = msgspec.to_builtins(session, enc_hook=_plain)
    return plain


def session_from_plain(plain: dict[str, Any]) -> ScanSession:
    """Read a session again.

    Raises:
        msgspec.ValidationError: these are not the values of one.
    """
    return msgspec.convert(plain, ready(ScanSession), dec_hook=_read)


def _plain(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))


def _read(kind: type, value: object) -> object:
    if kind is Fraction and isinstance(value, str):
        return Fraction(value)
    raise NotImplementedError(kind)
