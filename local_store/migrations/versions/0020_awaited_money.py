"""Which dossiers await money is read from an index: the till asks at every turn, and they are few.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_index(
        "ix_dossiers_awaiting_money",
        "dossiers",
        ["received_sequence"],
        sqlite_where=sa.text("awaited_vnd > 0"),
    )


def downgrade() -> None:
    op.drop_index("ix_dossiers_awaiting_money", "dossiers")
