"""Whether a dossier may be accepted: the mandatory papers, and the lawful ways around one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from station.domain.documents import LawfulGround as LawfulGround
from station.domain.documents import RowCheck, SubmittedDocument
from station.errors import StationError
from station.text import clean

SHORTEST_STATED_GROUND = 10
"""Signs of a provision that is given in words."""


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """One mandatory row of the checklist that is missing, or wrong for the reason given."""

    index: int
    name: str
    what: str | None = None


class IncompleteDossierError(StationError):
    """A mandatory document has not been handed in, and no lawful ground was named."""

    code = "DOS-001"

    def __init__(self, missing: Sequence[MissingDocument]) -> None:
        super().__init__(f"rows {[row.index for row in missing]} of the checklist are missing")
        self.missing = tuple(missing)

    @property
    def details(self) -> dict[str, Any]:
        return {
            "missing": [_said(row) for row in self.missing],
            "grounds": [ground.value for ground in LawfulGround],
        }


class NoLawfulGroundError(StationError):
    """The ground for accepting an incomplete dossier says nothing."""

    code = "DOS-009"

    def __init__(self) -> None:
        super().__init__("accept_despite_missing is neither a known ground nor a stated one")

    @property
    def details(self) -> dict[str, Any]:
        return {"grounds": [ground.value for ground in LawfulGround]}


def stated_ground(text: str | None) -> str | None:
    """Check the officer's ground: a ``LawfulGround``, or the provision in the officer's words.

    Raises:
        NoLawfulGroundError: the text is too short to name any provision.
    """
    if text is None:
        return None
    ground = clean(text)
    if ground not in tuple(LawfulGround) and len(ground) < SHORTEST_STATED_GROUND:
        raise NoLawfulGroundError
    return ground


def require_complete(documents: Sequence[SubmittedDocument], ground: str | None) -> None:
    """Let a complete dossier pass, or one whose gaps have a ground.

    Raises:
        IncompleteDossierError: names every row that is missing, all at once
            (NĐ 61/2018 Art. 15(3): guidance is given once, full and precise).
    """
    missing = [
        MissingDocument(d.index, d.name, d.remark if d.check is RowCheck.NOT_OK else None)
        for d in documents
        if d.lacks
    ]
    if missing and ground is None:
        raise IncompleteDossierError(missing)


def _said(row: MissingDocument) -> dict[str, Any]:
    what = {"what": row.what} if row.what else {}
    return {"index": row.index, "name": row.name, **what}
