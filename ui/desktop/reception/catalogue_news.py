"""A catalogue that comes in the middle of the day: what it changes, or why it is not in force."""

from collections.abc import Callable, Iterable
from typing import Protocol

from station.catalogue.differences import difference
from station.catalogue.search import CatalogueIndex
from station.domain.procedure import Procedure
from station.usecases.handed_in import UnknownProcedureError
from station.words import Language
from ui.desktop.reception.draft_screen import DraftScreen
from ui.desktop.reception.note_words import Remark
from ui.desktop.reception.open_drafts import OpenDrafts
from ui.desktop.reception.procedure_search import ProcedureSource
from ui.desktop.tasks import Tasks

_MOST_SAID = 4
_MOST_NAMED = 2
"""Procedures; the banner has room for no more."""
_GONE = {"vi": "bị bỏ khỏi danh mục", "en": "was taken out of the catalogue"}


class Refusals(Protocol):
    def refused(self, language: Language) -> str | None:
        """Say why the pack that the province published last is not in force; None: it is."""
        ...


class NewsDesk(ProcedureSource, Protocol):
    """What the news need of the desk. Calls wait for the disk."""

    @property
    def catalogue(self) -> Refusals: ...


class CatalogueNews:
    """Looks for another catalogue now and then, and says what it means for what is open (N25)."""

    def __init__(
        self,
        *,
        desk: NewsDesk,
        screen: DraftScreen,
        drafts: OpenDrafts,
        store_worker: Tasks,
        language: Language,
        found: Callable[[CatalogueIndex], None],
    ) -> None:
        """
        Args:
            found: takes the index to search in; mostly the one that it has.
        """
        self._desk = desk
        self._screen = screen
        self._drafts = drafts
        self._store_worker = store_worker
        self._language: Language = language
        self._found = found
        self._index: CatalogueIndex | None = None
        self._told: str | None = None

    def look(self) -> None:
        """Ask for the catalogue in force, and for one that waits."""
        self._store_worker.run(
            lambda: (self._desk.catalogue_index, self._desk.catalogue.refused(self._language)),
            done=lambda found: self._take(*found),
            failed=self._screen.problem,
        )

    def _take(self, index: CatalogueIndex, refused: str | None) -> None:
        before, self._index = self._index, index
        self._found(index)
        if before is not None and before is not index:
            self._tell_what_changed()
        elif refused is not None and refused != self._told:
            self._screen.remark(Remark.PACK_REFUSED, why=refused)
        self._told = refused

    def _tell_what_changed(self) -> None:
        chosen = [draft.procedure for draft in self._drafts if draft.procedure is not None]
        self._store_worker.run(
            lambda: changes_for(chosen, self._desk, self._language),
            done=self._tell,
            failed=self._screen.problem,
        )

    def _tell(self, changes: tuple[str, ...]) -> None:
        if changes:
            self._screen.remark(Remark.DRAFTS_CHANGED, changes=". ".join(changes))
        else:
            self._screen.remark(Remark.CATALOGUE_CHANGED)


def changes_for(
    chosen: Iterable[Procedure], source: ProcedureSource, language: Language
) -> tuple[str, ...]:
    """Say for each procedure that is chosen what is another now; nothing for those that stay.

    Args:
        source: is asked for the version in force; waits for the disk.
    """
    said = []
    for procedure in {each.code: each for each in chosen}.values():
        try:
            newest, _ = source.procedure(procedure.code)
        except UnknownProcedureError:
            said.append(f"{procedure.name}: {_GONE[language]}")
            continue
        for changed in difference([procedure], [newest]).changed:
            words = [change.words(language) for change in changed.changes]
            more = ["…"] if len(words) > _MOST_SAID else []
            said.append(f"{procedure.name}: {'; '.join([*words[:_MOST_SAID], *more])}")
    more = ["…"] if len(said) > _MOST_NAMED else []
    return (*said[:_MOST_NAMED], *more)
