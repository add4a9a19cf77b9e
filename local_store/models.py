"""The tables. What is a fact stands in ``journal`` and ``news``; ``dossiers`` is made from them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from local_store.types import Json, VietnamTime

_PRINT_STATE_KNOWN = "state IN ('queued', 'printing', 'doubtful', 'failed', 'printed', 'replaced')"


class Base(DeclarativeBase):
    """Names every constraint alike, so that a migration can drop it by name anywhere."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class StationRow(Base):
    """Whose journal this is. One row, written when the home is made."""

    __tablename__ = "station"
    __table_args__ = (CheckConstraint("only = 1", name="one_row"),)

    only: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    station_id: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime] = mapped_column(VietnamTime)


class JournalRow(Base):
    """One act, for ever. Triggers refuse every change, removal and gap.

    ``body`` is the very text (RFC 8785) that was hashed, so that no byte of it can change unseen;
    the other columns are for finding it and must agree with it.
    """

    __tablename__ = "journal"
    __table_args__ = (
        UniqueConstraint("event_id"),
        CheckConstraint("sequence >= 1", name="counts_from_one"),
        Index(None, "dossier_id", "sequence"),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    event_id: Mapped[UUID]
    dossier_id: Mapped[UUID | None]
    body: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))


class NewsRow(Base):
    """One event that came from the province; it is folded into its dossier where it arrived."""

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("event_id"),  # by it a repeat is known
        Index(None, "dossier_id", "arrival"),
        {"sqlite_autoincrement": True},
    )

    arrival: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[UUID]
    dossier_id: Mapped[UUID]
    after_sequence: Mapped[int]  # the newest journal entry when it came: its place among them
    body: Mapped[str] = mapped_column(Text)


class DeliveryRow(Base):
    """How far the sending of one journal entry is. The journal itself never changes."""

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent', 'refused')", name="state_known"),
        CheckConstraint("attempts >= 0", name="attempts_not_negative"),
        Index(None, "state", "sequence"),
        Index(None, "dossier_id", "state"),  # a refused entry holds back its own dossier only
    )

    sequence: Mapped[int] = mapped_column(
        ForeignKey("journal.sequence"), primary_key=True, autoincrement=False
    )
    dossier_id: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int]
    problem: Mapped[Any | None] = mapped_column(Json)
    changed_at: Mapped[datetime | None] = mapped_column(VietnamTime)


class DossierProjectionRow(Base):
    """What lists and searches show of a dossier. Made from the facts; can be made anew."""

    __tablename__ = "dossiers"
    __table_args__ = (
        UniqueConstraint("dossier_id"),
        UniqueConstraint("code"),  # the last line of defence against giving a code twice
        Index(None, "received_on", "received_sequence"),
        # What is due, overdue, waiting or to be collected; the rest is for filters (``filtered``).
        Index("ix_dossiers_status_due_at", "status", "due_at", "counter"),
        Index("ix_dossiers_status_field_due_at", "status", "field", "due_at", "counter"),
        Index("ix_dossiers_status_field", "status", "field", "received_sequence", "counter"),
        Index("ix_dossiers_status_counter", "status", "counter", "received_sequence"),
        Index(None, "status", "received_sequence"),
        # Of few: nearly all that were ever received wait for nothing any more.
        Index(
            "ix_dossiers_awaiting_hand_over",
            "received_sequence",
            sqlite_where=text("awaits_hand_over = 1"),
        ),
        Index(
            "ix_dossiers_answered_at_once",
            "received_sequence",
            sqlite_where=text("status = 'received' AND awaits_hand_over = 0"),
        ),
        Index(None, "result_issued_at"),  # the share of results in time
        Index(
            "ix_dossiers_awaiting_money",
            "received_sequence",
            sqlite_where=text("awaited_vnd > 0"),
        ),
        Index(
            "ix_dossiers_with_twin",
            "received_sequence",
            sqlite_where=text("twin_code IS NOT NULL"),
        ),
        Index(
            "ix_dossiers_with_copies",
            "received_sequence",
            sqlite_where=text("copies_to_sign + copies_to_stamp > 0"),
        ),
    )

    # The sequence of its reception: unique, in the order of reception, the same after a rebuild.
    received_sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dossier_id: Mapped[UUID]
    code: Mapped[str] = mapped_column(String(60))
    latest_sequence: Mapped[int]
    status: Mapped[str] = mapped_column(String(30))
    owner_name: Mapped[str] = mapped_column(String(255))
    submitter_name: Mapped[str] = mapped_column(String(255))
    party_number: Mapped[str | None] = mapped_column(String(60))  # masked
    procedure_code: Mapped[str] = mapped_column(String(60))
    procedure_name: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text, server_default="")
    handling_agency: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date] = mapped_column(Date)
    received_at: Mapped[datetime] = mapped_column(VietnamTime)
    due_at: Mapped[datetime | None] = mapped_column(VietnamTime)
    fees_total_vnd: Mapped[int] = mapped_column(BigInteger)
    documents_handed_in: Mapped[int]
    documents_wanted: Mapped[int]
    pages: Mapped[int]
    counter: Mapped[int]
    officer_id: Mapped[str] = mapped_column(String(60))
    officer_name: Mapped[str] = mapped_column(String(255))
    awaits_hand_over: Mapped[bool]
    result_at_counter: Mapped[bool]
    shelf: Mapped[str | None] = mapped_column(String(60))
    supplements: Mapped[int]
    dossier_version: Mapped[int]
    awaited_vnd: Mapped[int] = mapped_column(BigInteger)
    result_issued_at: Mapped[datetime | None] = mapped_column(VietnamTime)
    twin_code: Mapped[str | None] = mapped_column(String(60))  # about which nobody has decided
    copies_to_sign: Mapped[int] = mapped_column(server_default="0")
    copies_to_stamp: Mapped[int] = mapped_column(server_default="0")
    search_text: Mapped[str] = mapped_column(Text)  # the words of ``search_words``


class NumberRangeRow(Base):
    """One share of an agency's daily numbers; shares are used up in the order of ``position``."""

    __tablename__ = "number_ranges"
    __table_args__ = (
        CheckConstraint("1 <= first AND first <= last AND last <= 9999", name="within_the_day"),
    )

    agency_code: Mapped[str] = mapped_column(String(35), primary_key=True)
    first: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
    position: Mapped[int]


class NumberUsedRow(Base):
    """A number that was given on a day. Its key makes a second time impossible."""

    __tablename__ = "numbers_used"
    __table_args__ = ({"sqlite_with_rowid": False},)

    agency_code: Mapped[str] = mapped_column(String(35), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class TillEntryRow(Base):
    """Where a fact of money stands in the journal. Made from the journal; can be made anew."""

    __tablename__ = "till_entries"
    __table_args__ = (
        # The last line of defence against giving a receipt's number twice.
        UniqueConstraint("receipt_series", "receipt_number"),
        Index(None, "shift_id", "sequence"),
        Index(None, "kind", "sequence"),
    )

    sequence: Mapped[int] = mapped_column(
        ForeignKey("journal.sequence"), primary_key=True, autoincrement=False
    )
    kind: Mapped[str] = mapped_column(String(40))
    shift_id: Mapped[UUID | None]
    receipt_series: Mapped[str | None] = mapped_column(String(20))  # of the number it takes
    receipt_number: Mapped[int | None]


class LogPageRow(Base):
    """A signed page of the daily log. Made from the journal; can be made anew."""

    __tablename__ = "log_pages"
    __table_args__ = (
        # The last line of defence against a number, or a day, that is signed twice.
        UniqueConstraint("year", "number"),
        UniqueConstraint("counter", "page_on"),
    )

    sequence: Mapped[int] = mapped_column(
        ForeignKey("journal.sequence"), primary_key=True, autoincrement=False
    )
    year: Mapped[int]
    number: Mapped[int]
    counter: Mapped[int]  # 0: the whole centre
    page_on: Mapped[date] = mapped_column(Date)


class ApprovalRow(Base):
    """An act left for a second person, or its answer. Made from the journal; can be made anew."""

    __tablename__ = "approvals"
    # The last line of defence against an act that is confirmed twice.
    __table_args__ = (UniqueConstraint("request_id", "answered"),)

    sequence: Mapped[int] = mapped_column(
        ForeignKey("journal.sequence"), primary_key=True, autoincrement=False
    )
    request_id: Mapped[UUID]
    answered: Mapped[bool]


class RatingRow(Base):
    """A citizen's word on one act. Made from the journal; can be made anew."""

    __tablename__ = "ratings"
    __table_args__ = (
        UniqueConstraint("dossier_id", "act"),  # the last line of defence: one word an act
        Index(None, "rated_on", "satisfaction"),
    )

    sequence: Mapped[int] = mapped_column(
        ForeignKey("journal.sequence"), primary_key=True, autoincrement=False
    )
    dossier_id: Mapped[UUID]
    act: Mapped[str] = mapped_column(String(20))
    satisfaction: Mapped[str] = mapped_column(String(20))
    rated_on: Mapped[date] = mapped_column(Date)


class StepTimesRow(Base):
    """How long one reception took, step by step. Whose it was, at which counter, of which dossier
    and at what hour is nowhere; the rows lie in the order of chance."""

    __tablename__ = "step_times"
    __table_args__ = (Index(None, "measured_on"), {"sqlite_with_rowid": False})

    chance: Mapped[UUID] = mapped_column(primary_key=True)
    measured_on: Mapped[date] = mapped_column(Date)
    procedure_code: Mapped[str] = mapped_column(String(60))
    person_s: Mapped[int]
    procedure_s: Mapped[int]
    papers_s: Mapped[int]
    money_s: Mapped[int]
    acceptance_s: Mapped[int]


class FileRow(Base):
    """A page file in the vault, and how far its sending is."""

    __tablename__ = "files"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'sent')", name="state_known"),
        CheckConstraint("size >= 0", name="size_not_negative"),
        Index(None, "state", "failures", "size", "sha256"),  # the order in which they are sent
    )

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(100))
    pages: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    failures: Mapped[int]
    last_error: Mapped[str | None] = mapped_column(String(40))
    changed_at: Mapped[datetime | None] = mapped_column(VietnamTime)


class DossierFileRow(Base):
    """A file belongs to a dossier; several dossiers may share one content."""

    __tablename__ = "dossier_files"
    __table_args__ = ({"sqlite_with_rowid": False},)

    dossier_id: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("files.sha256"), primary_key=True)


class PrintJobRow(Base):
    """One paper, queued in the transaction of the act that owes it."""

    __tablename__ = "print_jobs"
    __table_args__ = (
        CheckConstraint(_PRINT_STATE_KNOWN, name="state_known"),
        Index(None, "state", "job_id"),
        {"sqlite_autoincrement": True},  # a number is never used again
    )

    job_id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[UUID]
    form: Mapped[str] = mapped_column(String(20))
    paper: Mapped[str] = mapped_column(String(20))
    queued_at: Mapped[datetime] = mapped_column(VietnamTime)
    state: Mapped[str] = mapped_column(String(12))
    last_error: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str | None] = mapped_column(Text)  # of a reprint
    printer: Mapped[str | None] = mapped_column(String(100))  # where it was sent last


class RememberedPersonRow(Base):
    """What somebody agreed to have offered again, until its day."""

    __tablename__ = "remembered_people"

    number: Mapped[str] = mapped_column(String(50), primary_key=True)
    body: Mapped[Any] = mapped_column(Json)
    consented_at: Mapped[datetime] = mapped_column(VietnamTime)
    officer_id: Mapped[str] = mapped_column(String(60))
    expires_on: Mapped[date] = mapped_column(Date)


class OfficerRow(Base):
    """An account of this station. Passwords are in no table: see ``keyring``."""

    __tablename__ = "officers"

    officer_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    display_name: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20))


class SecretRow(Base):
    """A small secret under its name: a key or a token."""

    __tablename__ = "secrets"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)


class SyncStateRow(Base):
    """Where this station stands with the province. One row."""

    __tablename__ = "sync_state"
    __table_args__ = (CheckConstraint("only = 1", name="one_row"),)

    only: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    news_cursor: Mapped[str | None] = mapped_column(Text)
    last_contact_at: Mapped[datetime | None] = mapped_column(VietnamTime)
    clock_offset_s: Mapped[float | None]
    enrolment: Mapped[Any | None] = mapped_column(Json)
    pause: Mapped[Any | None] = mapped_column(Json)
    contact_boot_at: Mapped[datetime | None] = mapped_column(VietnamTime)
