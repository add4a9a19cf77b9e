"""What citizens said of the service: an index over the journal, so that the board counts a month.

Nobody could say anything before, so there is nothing to fill in.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "ratings",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("satisfaction", sa.String(length=20), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["journal.sequence"], name="fk_ratings_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_ratings"),
        sa.UniqueConstraint("dossier_id", "act", name="uq_ratings_dossier_id"),
    )
    op.create_index("ix_ratings_rated_on_satisfaction", "ratings", ["rated_on", "satisfaction"])


def downgrade() -> None:
    op.drop_table("ratings")
