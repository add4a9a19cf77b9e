"""In which run of the computer the province answered last: what it said of a clock that was far off
does not outlive that run. Of earlier answers nobody knows.

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.add_column("sync_state", sa.Column("contact_boot_at", sa.String(length=32), nullable=True))


def downgrade() -> None:
    op.drop_column("sync_state", "contact_boot_at")
