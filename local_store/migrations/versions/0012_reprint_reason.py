"""Why a paper is printed once more.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("print_jobs", sa.Column("reason", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("print_jobs", "reason")
