"""Of which dossiers another counter received a twin, about which nobody has decided.

No province told of twins before, so there is nothing to fill in.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("dossiers", sa.Column("twin_code", sa.String(length=60), nullable=True))
    op.create_index(
        "ix_dossiers_with_twin",
        "dossiers",
        ["received_sequence"],
        sqlite_where=sa.text("twin_code IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_dossiers_with_twin", "dossiers")
    op.drop_column("dossiers", "twin_code")
