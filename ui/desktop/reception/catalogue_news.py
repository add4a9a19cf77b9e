"""What a catalogue that came in the middle of the day changes for the drafts that are open."""

from collections.abc import Iterable

from station.catalogue.differences import difference
from station.domain.procedure import Procedure
from station.usecases.handed_in import UnknownProcedureError
from station.words import Language
from ui.desktop.reception.procedure_search import ProcedureSource

_MOST_SAID = 4
_MOST_NAMED = 2
"""Procedures; the banner has room for no more."""
_GONE = {"vi": "bị bỏ khỏi danh mục", "en": "was taken out of the catalogue"}


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
