"""The signed pages of the daily log: an index over the journal, by number and by day.

Nobody could sign a page before, so there is nothing to fill in.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "log_pages",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("page_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["journal.sequence"], name="fk_log_pages_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_log_pages"),
        sa.UniqueConstraint("year", "number", name="uq_log_pages_year"),
        sa.UniqueConstraint("counter", "page_on", name="uq_log_pages_counter"),
    )


def downgrade() -> None:
    op.drop_table("log_pages")
