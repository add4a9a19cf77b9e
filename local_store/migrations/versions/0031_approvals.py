"""Acts that wait for a second person: an index over the journal, by request.

Nothing could be left to be approved before, so there is nothing to fill in.

Revision ID: 0031
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["journal.sequence"], name="fk_approvals_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_approvals"),
        sa.UniqueConstraint("request_id", "answered", name="uq_approvals_request_id"),
    )


def downgrade() -> None:
    op.drop_table("approvals")
