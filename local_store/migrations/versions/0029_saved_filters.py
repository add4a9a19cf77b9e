"""The filters of the list that each officer keeps.

Nothing of that was kept before, so there is nothing to fill in.

Revision ID: 0029
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "saved_filters",
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("officer_id", name="pk_saved_filters"),
    )


def downgrade() -> None:
    op.drop_table("saved_filters")
