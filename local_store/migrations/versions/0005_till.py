"""The till: an index over the facts of money, and what each dossier awaits.

Money that was collected before is in the journal already, without a shift and without a receipt.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "till_entries",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column("receipt_series", sa.String(length=20), nullable=True),
        sa.Column("receipt_number", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sequence"], ["journal.sequence"], name="fk_till_entries_sequence"
        ),
        sa.PrimaryKeyConstraint("sequence", name="pk_till_entries"),
        sa.UniqueConstraint(
            "receipt_series", "receipt_number", name="uq_till_entries_receipt_series"
        ),
    )
    op.create_index("ix_till_entries_shift_id_sequence", "till_entries", ["shift_id", "sequence"])
    op.create_index("ix_till_entries_kind_sequence", "till_entries", ["kind", "sequence"])
    op.execute(
        "INSERT INTO till_entries (sequence, kind)"
        " SELECT sequence, 'FeeCollected' FROM journal"
        " WHERE json_extract(body, '$.kind') = 'FeeCollected'"
    )
    op.add_column(
        "dossiers",
        sa.Column("awaited_vnd", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
    )


def downgrade() -> None:
    op.drop_column("dossiers", "awaited_vnd")
    op.drop_table("till_entries")
