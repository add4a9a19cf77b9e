"""The tables of what is no fact: drafts, their files, where officers left off, their filters."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Date, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from local_store.models import Base
from local_store.types import Json, VietnamTime


class DraftRow(Base):
    """A dossier that nobody received yet, or that a guidance sheet opens again."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("code"), Index(None, "officer_id", "saved_at"))

    draft_id: Mapped[UUID] = mapped_column(primary_key=True)
    officer_id: Mapped[str] = mapped_column(String(60))
    code: Mapped[str | None] = mapped_column(String(20))
    procedure_code: Mapped[str | None] = mapped_column(String(60))
    body: Mapped[Any] = mapped_column(Json)
    saved_at: Mapped[datetime] = mapped_column(VietnamTime)
    expires_on: Mapped[date] = mapped_column(Date)


class DraftFileRow(Base):
    """A scanned page or a brought file of a draft; its bytes are in the vault."""

    __tablename__ = "draft_files"
    __table_args__ = (
        CheckConstraint("role IN ('page', 'file')", name="role_known"),
        UniqueConstraint("draft_id", "arrival"),
        Index(None, "sha256"),
    )

    file_id: Mapped[UUID] = mapped_column(primary_key=True)
    draft_id: Mapped[UUID]
    arrival: Mapped[int]  # the order in which the files of a draft came
    role: Mapped[str] = mapped_column(String(12))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(100))
    pages: Mapped[int]
    source: Mapped[str] = mapped_column(String(120))
    arrived_at: Mapped[datetime] = mapped_column(VietnamTime)
    clean: Mapped[str | None] = mapped_column(String(64))  # of a page: the clean one, in the vault
    findings: Mapped[Any | None] = mapped_column(Json)


class ScanSessionRow(Base):
    """What an officer made of the pages of one draft."""

    __tablename__ = "scan_sessions"

    draft_id: Mapped[UUID] = mapped_column(primary_key=True)
    body: Mapped[Any] = mapped_column(Json)
    saved_at: Mapped[datetime] = mapped_column(VietnamTime)


class BookmarkRow(Base):
    """Where an officer is, and what is begun on the pages beside the reception."""

    __tablename__ = "bookmarks"

    officer_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    body: Mapped[Any] = mapped_column(Json)
    saved_at: Mapped[datetime] = mapped_column(VietnamTime)


class SavedFiltersRow(Base):
    """The filters of the list that one officer keeps."""

    __tablename__ = "saved_filters"

    officer_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    body: Mapped[Any] = mapped_column(Json)
