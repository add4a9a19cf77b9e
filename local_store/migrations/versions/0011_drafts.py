"""Drafts, what guidance sheets open again, and people who agreed to be offered again.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.Column("procedure_code", sa.String(length=60), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name="pk_drafts"),
        sa.UniqueConstraint("code", name="uq_drafts_code"),
    )
    op.create_index("ix_drafts_officer_id_saved_at", "drafts", ["officer_id", "saved_at"])
    op.create_table(
        "remembered_people",
        sa.Column("number", sa.String(length=50), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("consented_at", sa.String(length=32), nullable=False),
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_remembered_people"),
    )


def downgrade() -> None:
    op.drop_table("remembered_people")
    op.drop_table("drafts")
