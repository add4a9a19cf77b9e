"""Somebody needs the line: until when nothing is sent. No pause was noted before.

Revision ID: 0030
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.add_column("sync_state", sa.Column("pause", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("sync_state", "pause")
