"""Pages and files of open drafts: on the disk, encrypted, before anybody sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from station.domain.disk_room import DiskRoom, room_of
from station.errors import StationError
from station.ports.draft_files import DraftFile, FileRole
from station.ports.store import PageVault
from station.usecases.dossier_act import Acting
from station.usecases.permissions import Act, require


class NoRoomForPagesError(StationError):
    """What is left of the disk is for receptions; the page was not kept."""

    code = "SCN-022"
    retryable = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What is known of a page or file as it comes; see ``DraftFile``."""

    draft_id: UUID
    role: FileRole
    media_type: str
    source: str
    pages: int = 1
    findings: dict[str, Any] | None = None


def keep_file(content: bytes, arrived: Arrived, *, vault: PageVault, acting: Acting) -> DraftFile:
    """Put a page or file of a draft away; it is on the disk when this returns.

    Raises:
        NoRoomForPagesError: what is left of the disk is for receptions.
        StationError: there is no room, or it is too large; nothing was kept.
    """
    require(acting.officer, Act.RECEIVE)
    if arrived.role is FileRole.PAGE and room_of(vault.free()) is DiskRoom.NONE:
        raise NoRoomForPagesError
    file = DraftFile(
        draft_id=arrived.draft_id,
        file_id=uuid4(),
        role=arrived.role,
        sha256=vault.put(content),
        size=len(content),
        media_type=arrived.media_type,
        pages=arrived.pages,
        source=arrived.source[:120],
        arrived_at=acting.clock.now(),
        findings=arrived.findings,
    )
    with acting.work as work:
        work.draft_files.add(file)
        work.commit()
    return file


def keep_clean(
    file_id: UUID, clean: bytes, findings: dict[str, Any], *, vault: PageVault, acting: Acting
) -> str:
    """Put the clean form of a page away, and give its SHA-256."""
    name = vault.put(clean)
    with acting.work as work:
        work.draft_files.note_clean(file_id, name, findings)
        work.commit()
    return name


def files_of(draft_id: UUID, role: FileRole | None, *, acting: Acting) -> Sequence[DraftFile]:
    """Give the files of a draft in the order in which they came."""
    with acting.work as work:
        return work.draft_files.of(draft_id, role)


def forget_files(
    draft_id: UUID, file_ids: Sequence[UUID], *, vault: PageVault, acting: Acting
) -> None:
    """Forget files of a draft: something else stands in their place."""
    with acting.work as work:
        unmentioned = work.draft_files.drop(draft_id, file_ids)
        work.commit()
    vault.forget(unmentioned)


def keep_session(draft_id: UUID, body: dict[str, Any], *, at: datetime, acting: Acting) -> None:
    """Keep what the officer made of a draft's pages."""
    with acting.work as work:
        work.draft_files.keep_session(draft_id, body, at)
        work.commit()


def session_of(draft_id: UUID, *, acting: Acting) -> dict[str, Any] | None:
    """Give what the officer made of a draft's pages; None where nothing was kept."""
    with acting.work as work:
        return work.draft_files.session(draft_id)
