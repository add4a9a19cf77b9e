"""Whether a pack may come into force here: its place among the versions that came before.

Nothing that is open is broken by a pack: every version stays readable under its label, and a
label never gets another content.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from station.catalogue.pack import Pack, PackDatesError, PackError, PackStatus
from station.catalogue.versions import rank

FRESH_DAYS: Final = 30
"""A province changes its catalogue more often: an older one may have been missed offline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPack:
    """What is known of a pack that was imported."""

    name: str
    version: str
    status: PackStatus
    issued_on: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    base: str | None = None
    sha256: str | None = None
    """Of what is in it. None: an older program imported it."""
    signed_by: str | None = None
    """The key that signed it. None: it is unsigned."""
    imported_by: str | None = None
    imported_at: datetime
    admission: str | None = None
    """Why an administrator admitted it without a signature."""

    @property
    def label(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}"

    @property
    def holds_from(self) -> date:
        """The first day on which it answers receptions here."""
        return self.effective_from or self.imported_at.date()

    def holds_on(self, day: date) -> bool:
        """Tell whether the day lies in its period."""
        begins, ends = self.effective_from, self.effective_to
        return (begins is None or begins <= day) and (ends is None or day <= ends)

    def age_days(self, today: date) -> int:
        """Give how many days ago it was issued, or began to hold where it does not say."""
        return (today - (self.issued_on or self.holds_from)).days


def catalogue_age_days(packs: Iterable[ImportedPack], today: date) -> int | None:
    """Give the age of the newest official pack in force; None: none of the province's is."""
    official = [p for p in packs if p.status is PackStatus.OFFICIAL and p.holds_on(today)]
    return min((pack.age_days(today) for pack in official), default=None)


class OlderPackError(PackError):
    """A later version of this pack was imported already."""

    code = "CAT-013"

    def __init__(self, pack: Pack, newest: str) -> None:
        super().__init__(pack.name, f"version {pack.version}; here is {newest} already")
        self.version, self.newest = pack.version, newest

    @property
    def details(self) -> dict[str, Any]:
        return {"name": self.file, "version": self.version, "newest": self.newest}


class OtherContentError(PackError):
    """The version was imported already, with another content. Dossiers were received under it."""

    code = "CAT-014"

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack.name, f"version {pack.version} is here with another content")
        self.version = pack.version

    @property
    def details(self) -> dict[str, Any]:
        return {"name": self.file, "version": self.version}


class MissingBaseError(PackError):
    """A delta stands on a version that is not the newest one here."""

    code = "CAT-015"

    def __init__(self, pack: Pack, newest: str | None) -> None:
        super().__init__(pack.name, f"{pack.version} stands on {pack.base}; here is {newest}")
        self.version, self.base, self.newest = pack.version, pack.base, newest

    @property
    def details(self) -> dict[str, Any]:
        return {
            "name": self.file,
            "version": self.version,
            "base": self.base,
            "newest": self.newest,
        }


def admitted(pack: Pack, digest: str, known: Iterable[ImportedPack], *, today: date) -> Pack | None:
    """Give the pack as it may come into force; None when this very pack has come already.

    A delta begins and ends with the version it stands on, unless it says otherwise within that.

    Args:
        digest: SHA-256 of what is in the pack (``pack_to_bytes``).
        known: every pack that was imported before.

    Raises:
        OtherContentError, OlderPackError, MissingBaseError: its place among the versions.
        PackDatesError: it has ended, or another version of it holds on the same days.
    """
    series = [other for other in known if other.name == pack.name]
    for same in (other for other in series if other.version == pack.version):
        if same.sha256 not in (None, digest):
            raise OtherContentError(pack)
        return None
    if pack.effective_to is not None and pack.effective_to < today:
        raise PackDatesError(pack.name, f"it ended on {pack.effective_to}")
    newest = _newest(series)
    if newest is not None and rank(pack.version) < rank(newest.version):
        raise OlderPackError(pack, newest.version)
    if pack.status is PackStatus.LOCAL:
        return pack  # it lies over what holds, also over an earlier one of its own
    if pack.base is not None:
        if newest is None or newest.version != pack.base:
            raise MissingBaseError(pack, newest.version if newest else None)
        return _within(pack, newest)
    _require_apart(pack, series, today)
    return pack


def _newest(series: Sequence[ImportedPack]) -> ImportedPack | None:
    """Give the highest version; among equal ones the last that came (the order of ``series``)."""
    return (
        max(enumerate(series), key=lambda at: (rank(at[1].version), at[0]))[1] if series else None
    )


def _within(pack: Pack, base: ImportedPack) -> Pack:
    begins = pack.effective_from or base.effective_from
    ends = pack.effective_to or base.effective_to
    first, last = base.effective_from or date.min, base.effective_to or date.max
    for day in (begins or first, ends or last):
        if not first <= day <= last:
            raise PackDatesError(
                pack.name,
                f"a delta holds within the days of its base, {base.effective_from or '…'}"
                f" to {base.effective_to or '…'}",
            )
    return replace(pack, effective_from=begins, effective_to=ends)


def _require_apart(pack: Pack, series: Iterable[ImportedPack], today: date) -> None:
    """Refuse a period that a version has already; one without an end gives way to a later begin."""
    begins = pack.effective_from or today
    for other in series:
        period = (other.effective_from, other.effective_to)
        if other.base is not None or period == (pack.effective_from, pack.effective_to):
            continue  # the same period: a correction of that version
        others_begin = other.holds_from
        ends_before = pack.effective_to is not None and pack.effective_to < others_begin
        follows = (
            begins >= others_begin if other.effective_to is None else begins > other.effective_to
        )
        if not (ends_before or follows):
            raise PackDatesError(
                pack.name,
                f"version {other.version} holds from {others_begin}"
                f" to {other.effective_to or '…'}: the days overlap",
            )
