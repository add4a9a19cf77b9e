"""What a command is given row by row: ``KEY=VALUE``, and papers by their row in the checklist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.cli.signing_in import UsageError

if TYPE_CHECKING:
    from ui.desks.desk import Desk


def pairs_of(given: Sequence[str]) -> list[tuple[str, str]]:
    """Part ``KEY=VALUE``; without a sign the value is empty."""
    return [(key, value) for key, _, value in (text.partition("=") for text in given)]


def rows_of(given: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Read ``ROW=WHAT``."""
    try:
        return tuple((int(key), what) for key, what in pairs_of(given))
    except ValueError as error:
        raise UsageError("a row is its number in the checklist, counted from 1") from error


def named_rows(desk: Desk, code: str, given: Sequence[str]) -> list[tuple[int, str]]:
    """Find rows by their number, or by the national code of the paper."""
    keys = pairs_of(given)
    if all(key.isdecimal() for key, _ in keys):
        return [(int(key), what) for key, what in keys]
    dossier = desk.dossier(code)
    rules = desk.catalogue.rules_of(dossier)
    papers = rules.required_documents if rules else ()
    by_code = {row.code: row.index for row in papers if row.code}
    unknown = [key for key, _ in keys if not key.isdecimal() and key not in by_code]
    if unknown:
        raise UsageError(f"no row {unknown[0]!r} in the checklist of {dossier.procedure_code}")
    return [(int(key) if key.isdecimal() else by_code[key], what) for key, what in keys]
