"""The tables of the catalogue: every pack that was imported stays."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from local_store.models import Base
from local_store.types import VietnamTime


class CataloguePackRow(Base):
    """A catalogue pack that was imported. ``signed_by`` and what follows came with 0009."""

    __tablename__ = "catalogue_packs"
    __table_args__ = ({"sqlite_autoincrement": True},)  # the newest number is the version token

    pack_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    version: Mapped[str] = mapped_column(String(60))
    issued_on: Mapped[date | None] = mapped_column(Date)
    status: Mapped[str] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(Text)
    imported_at: Mapped[datetime] = mapped_column(VietnamTime)
    effective_from: Mapped[date | None] = mapped_column(Date)
    effective_to: Mapped[date | None] = mapped_column(Date)  # the last day
    base: Mapped[str | None] = mapped_column(String(420))  # of a delta: "name version"
    sha256: Mapped[str | None] = mapped_column(String(64))  # of what is in it
    signed_by: Mapped[str | None] = mapped_column(String(64))  # the key; None: unsigned
    imported_by: Mapped[str | None] = mapped_column(String(60))
    admission: Mapped[str | None] = mapped_column(Text)  # why it was admitted without a signature


class ProcedureTextRow(Base):
    """The rules of one procedure, kept once however many packs say the same."""

    __tablename__ = "procedure_texts"
    __table_args__ = (UniqueConstraint("sha256"),)

    text_id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    body: Mapped[str] = mapped_column(Text)


class ProcedureRow(Base):
    """A procedure as one pack has it. Rows of older packs stay: dossiers go by them."""

    __tablename__ = "procedures"
    __table_args__ = (Index(None, "pack_id", "position"),)

    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    pack_id: Mapped[int] = mapped_column(
        ForeignKey("catalogue_packs.pack_id"), primary_key=True, autoincrement=False
    )
    position: Mapped[int]  # its place in the pack
    text_id: Mapped[int | None] = mapped_column(  # None: this pack takes the procedure away
        ForeignKey("procedure_texts.text_id")
    )


class CataloguePartRow(Base):
    """One list of a pack, such as its areas; the newest pack that holds and has it answers."""

    __tablename__ = "catalogue_parts"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    pack_id: Mapped[int] = mapped_column(
        ForeignKey("catalogue_packs.pack_id"), primary_key=True, autoincrement=False
    )
    body: Mapped[str] = mapped_column(Text)
