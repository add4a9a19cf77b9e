"""The projection knows the whole life of a dossier, and that it may have no due date.

Revision ID: 0004
Revises: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_KEPT = (
    "received_sequence",
    "dossier_id",
    "code",
    "latest_sequence",
    "status",
    "owner_name",
    "submitter_name",
    "party_number",
    "procedure_code",
    "procedure_name",
    "handling_agency",
    "channel",
    "received_on",
    "received_at",
    "due_at",
    "fees_total_vnd",
    "documents_handed_in",
    "documents_wanted",
    "pages",
    "counter",
    "officer_id",
    "officer_name",
    "search_text",
)


def upgrade() -> None:
    added = {
        "awaits_hand_over": "CASE WHEN status = 'received' THEN 1 ELSE 0 END",
        "result_at_counter": "0",
        "shelf": "NULL",
        "supplements": "0",
        "dossier_version": "1",
    }
    _make_anew(
        (
            sa.Column("due_at", sa.String(length=32), nullable=True),
            sa.Column("awaits_hand_over", sa.Boolean(), nullable=False),
            sa.Column("result_at_counter", sa.Boolean(), nullable=False),
            sa.Column("shelf", sa.String(length=60), nullable=True),
            sa.Column("supplements", sa.Integer(), nullable=False),
            sa.Column("dossier_version", sa.Integer(), nullable=False),
        ),
        {name: name for name in _KEPT} | added,
    )
    op.create_index("ix_dossiers_status_due_at", "dossiers", ["status", "due_at"])


def downgrade() -> None:
    due = sa.Column("due_at", sa.String(length=32), nullable=False)
    values = {name: name for name in _KEPT}
    _make_anew((due,), values | {"due_at": "coalesce(due_at, received_at)"})


def _make_anew(columns: tuple[sa.Column[Any], ...], values: dict[str, str]) -> None:
    """Replace the table: SQLite cannot take a NOT NULL away. Triggers are put back as they were."""
    connection = op.get_bind()
    triggers = connection.scalars(
        sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'dossiers'")
    ).all()
    op.rename_table("dossiers", "dossiers_before")
    op.drop_index("ix_dossiers_received_on_received_sequence", "dossiers_before")
    named = {column.name: column for column in columns}
    op.create_table(
        "dossiers",
        *(named.pop(column.name, column) for column in _columns()),
        *named.values(),
        sa.PrimaryKeyConstraint("received_sequence", name="pk_dossiers"),
        sa.UniqueConstraint("code", name="uq_dossiers_code"),
        sa.UniqueConstraint("dossier_id", name="uq_dossiers_dossier_id"),
    )
    op.execute(
        f"INSERT INTO dossiers ({', '.join(values)})"  # noqa: S608 - names of this file
        f" SELECT {', '.join(values.values())} FROM dossiers_before"
    )
    op.drop_table("dossiers_before")
    op.create_index(
        "ix_dossiers_received_on_received_sequence",
        "dossiers",
        ["received_on", "received_sequence"],
    )
    for trigger in triggers:
        op.execute(trigger)


def _columns() -> tuple[sa.Column[Any], ...]:
    """Give what the table had before, in its order."""
    text = {"procedure_name", "handling_agency", "search_text"}
    integers = {
        "latest_sequence",
        "documents_handed_in",
        "documents_wanted",
        "pages",
        "counter",
    }
    lengths = {
        "code": 60,
        "status": 30,
        "owner_name": 255,
        "submitter_name": 255,
        "party_number": 60,
        "procedure_code": 60,
        "channel": 20,
        "received_at": 32,
        "due_at": 32,
        "officer_id": 60,
        "officer_name": 255,
    }
    kinds: dict[str, sa.types.TypeEngine[Any]] = {
        **dict.fromkeys(text, sa.Text()),
        **dict.fromkeys(integers, sa.Integer()),
        **{name: sa.String(length=length) for name, length in lengths.items()},
        "received_sequence": sa.Integer(),
        "dossier_id": sa.Uuid(),
        "received_on": sa.Date(),
        "fees_total_vnd": sa.BigInteger(),
    }
    return tuple(
        sa.Column(
            name,
            kinds[name],
            nullable=name == "party_number",
            autoincrement=False if name == "received_sequence" else "auto",
        )
        for name in _KEPT
    )
