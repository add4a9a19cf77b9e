"""Scanned pages and brought files of drafts, and what an officer made of the pages.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "draft_files",
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("arrived_at", sa.String(length=32), nullable=False),
        sa.Column("clean", sa.String(length=64), nullable=True),
        sa.Column("findings", sa.Text(), nullable=True),
        sa.CheckConstraint("role IN ('page', 'file')", name="ck_draft_files_role_known"),
        sa.PrimaryKeyConstraint("file_id", name="pk_draft_files"),
        sa.UniqueConstraint("draft_id", "arrival", name="uq_draft_files_draft_id"),
    )
    op.create_index("ix_draft_files_sha256", "draft_files", ["sha256"])
    op.create_table(
        "scan_sessions",
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name="pk_scan_sessions"),
    )


def downgrade() -> None:
    op.drop_table("scan_sessions")
    op.drop_table("draft_files")
