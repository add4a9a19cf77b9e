"""How long the steps of receptions took, without whose they were.

Nothing was measured before, so there is nothing to fill in. No row has a rowid: the order in which
receptions came would be told by it, and with it who received what.

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_table(
        "step_times",
        sa.Column("chance", sa.Uuid(), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("procedure_code", sa.String(length=60), nullable=False),
        sa.Column("person_s", sa.Integer(), nullable=False),
        sa.Column("procedure_s", sa.Integer(), nullable=False),
        sa.Column("papers_s", sa.Integer(), nullable=False),
        sa.Column("money_s", sa.Integer(), nullable=False),
        sa.Column("acceptance_s", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("chance", name="pk_step_times"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_step_times_measured_on", "step_times", ["measured_on"])


def downgrade() -> None:
    op.drop_table("step_times")
