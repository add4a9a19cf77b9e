"""Where each officer is, and what is begun on the pages beside the reception.

Nothing of that was kept before, so there is nothing to fill in.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "bookmarks",
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("officer_id", name="pk_bookmarks"),
    )


def downgrade() -> None:
    op.drop_table("bookmarks")
