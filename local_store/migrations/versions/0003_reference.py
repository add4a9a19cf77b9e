"""What the station is told: catalogue, officers, secrets, its place with the province.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "catalogue_packs",
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("version", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("imported_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("pack_id", name="pk_catalogue_packs"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "procedures",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["catalogue_packs.pack_id"], name="fk_procedures_pack_id"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_procedures"),
    )
    op.create_index("ix_procedures_pack_id_position", "procedures", ["pack_id", "position"])
    op.create_table(
        "officers",
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("display_name", sa.String(length=255), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("officer_id", name="pk_officers"),
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secrets"),
    )
    op.create_table(
        "sync_state",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("news_cursor", sa.Text(), nullable=True),
        sa.Column("last_contact_at", sa.String(length=32), nullable=True),
        sa.Column("clock_offset_s", sa.Double(), nullable=True),
        sa.Column("enrolment", sa.Text(), nullable=True),
        sa.CheckConstraint("only = 1", name="ck_sync_state_one_row"),
        sa.PrimaryKeyConstraint("only", name="pk_sync_state"),
    )


def downgrade() -> None:
    op.drop_table("sync_state")
    op.drop_table("secrets")
    op.drop_table("officers")
    op.drop_table("procedures")
    op.drop_table("catalogue_packs")
