"""What happened: the journal, the province's news, and how far the sending is.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The journal may only grow, without a gap, whoever writes to it.
_APPEND_ONLY = (
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal never changes');
END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal never shrinks');
END""",
    """CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN new.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN
  SELECT RAISE(ABORT, 'the journal has no gap');
END""",
)


def upgrade() -> None:
    op.create_table(
        "station",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("station_id", sa.String(length=60), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("only = 1", name="ck_station_one_row"),
        sa.PrimaryKeyConstraint("only", name="pk_station"),
    )
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("sequence >= 1", name="ck_journal_counts_from_one"),
        sa.PrimaryKeyConstraint("sequence", name="pk_journal"),
        sa.UniqueConstraint("event_id", name="uq_journal_event_id"),
    )
    op.create_index("ix_journal_dossier_id_sequence", "journal", ["dossier_id", "sequence"])
    op.create_table(
        "news",
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("after_sequence", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("arrival", name="pk_news"),
        sa.UniqueConstraint("event_id", name="uq_news_event_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_news_dossier_id_arrival", "news", ["dossier_id", "arrival"])
    op.create_table(
        "deliveries",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.String(length=32), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'refused')", name="ck_deliveries_state_known"
        ),
        sa.CheckConstraint("attempts >= 0", name="ck_deliveries_attempts_not_negative"),
        sa.ForeignKeyConstraint(["sequence"], ["journal.sequence"], name="fk_deliveries_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_deliveries"),
    )
    op.create_index("ix_deliveries_dossier_id_state", "deliveries", ["dossier_id", "state"])
    op.create_index("ix_deliveries_state_sequence", "deliveries", ["state", "sequence"])
    for statement in _APPEND_ONLY:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("deliveries")
    op.drop_table("news")
    op.drop_table("journal")
    op.drop_table("station")
