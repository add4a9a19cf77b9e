"""The pack that the province publishes: fetched with the news, judged, and put in force."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from station.catalogue.signing import PackSignature
from station.codec import from_plain, to_plain
from station.errors import StationError
from station.ports.catalogue import CatalogueStore
from station.ports.clock import Clock
from station.ports.outbox import Outbox
from station.ports.province import PublishedCatalogue
from station.ports.secrets import Secrets
from station.ports.store import UnitOfWork
from station.usecases.dossier_act import trusted_now_of
from station.usecases.import_catalogue import Examined, OfferedPack, examine, put_in_force
from station.usecases.trust_keys import trust_keys

_NAME = "catalogue_fetched"
BY_ITSELF = "sync"
"""Stands in the journal where an officer's name does: nobody at the counter did it."""
FROM_THE_PROVINCE = "catalogue"
"""The name that a fetched pack goes by in messages; it has no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedCatalogue:
    """What became of the pack that the province published last."""

    tag: str
    at: datetime
    pack: str | None = None
    """Its name and version; None when it could not be read."""
    refused: str | None = None
    """The code of what stands in its way; None: it is in force, or will be on its day."""
    details: dict[str, Any]
    """What belongs to the words of ``refused``."""
    added: int = 0
    removed: int = 0
    changed: int = 0
    circumstances: str
    """What was here when it was judged; when that changes, a refused pack is judged again."""


def last_fetched(secrets: Secrets) -> FetchedCatalogue | None:
    """Give what became of the last pack; None before the first."""
    kept = secrets.get(_NAME)
    return from_plain(kept, FetchedCatalogue) if kept else None


class CatalogueInbox:
    """Takes the province's packs in. Used by the synchronisation, on its thread."""

    def __init__(
        self,
        *,
        catalogue: CatalogueStore,
        secrets: Secrets,
        outbox: Outbox,
        new_work: Callable[[], UnitOfWork],
        clock: Clock,
        built_at: datetime,
    ) -> None:
        self._new_work = new_work
        self._built_at = built_at
        self._catalogue = catalogue
        self._secrets = secrets
        self._outbox = outbox
        self._clock = clock

    def known_tag(self) -> str | None:
        """Give the tag of the pack that need not come again.

        One that was refused comes again when something changed here that it may have waited for:
        another pack, another trusted key, another day.
        """
        last = last_fetched(self._secrets)
        if last is None or (last.refused and last.circumstances != self._circumstances()):
            return None
        return last.tag

    def take(self, published: PublishedCatalogue) -> FetchedCatalogue:
        """Put a published pack in force, or note what stands in its way; drafts keep theirs.

        Raises:
            StationError: the store or the clock failed; nothing was noted.
        """
        now = self._clock.now()
        offered = OfferedPack(
            content=published.content,
            filename=FROM_THE_PROVINCE,
            signature=PackSignature(published.signature),
        )
        try:
            found = examine(
                offered, catalogue=self._catalogue, trusted=self._trusted(), today=now.date()
            )
        except StationError as error:
            fetched = FetchedCatalogue(
                tag=published.tag,
                at=now,
                refused=error.code,
                details=error.details,
                circumstances=self._circumstances(),
            )
        else:
            if not found.already_here:
                self._put_in_force(found)
            fetched = FetchedCatalogue(
                tag=published.tag,
                at=now,
                pack=found.pack.label,
                details={},
                added=len(found.difference.added),
                removed=len(found.difference.removed),
                changed=len(found.difference.changed),
                circumstances=self._circumstances(),
            )
        self._secrets.put(_NAME, to_plain(fetched))
        return fetched

    def _put_in_force(self, found: Examined) -> None:
        with self._new_work() as work:
            at = trusted_now_of(work, self._clock, self._built_at)
            event = put_in_force(found, work=work, at=at, imported_by=None)
            work.journal.append(
                event,
                dossier_id=None,
                officer_id=BY_ITSELF,
                at=at,
                clock_source=self._clock.source,
            )
            work.commit()

    def _trusted(self) -> list[str]:
        enrolment = self._outbox.enrolment()
        keys = [key.key for key in trust_keys(self._secrets)]
        return [*(enrolment.server_keys if enrolment else ()), *keys]

    def _circumstances(self) -> str:
        keys = ".".join(key[:8] for key in sorted(self._trusted()))
        return f"{self._catalogue.version()} {self._clock.now().date()} {keys}"
