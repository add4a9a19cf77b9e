"""Lists of a pack beside its procedures: agencies, offices, fields, areas, reasons, code lists.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "catalogue_parts",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["catalogue_packs.pack_id"], name="fk_catalogue_parts_pack_id"
        ),
        sa.PrimaryKeyConstraint("kind", "pack_id", name="pk_catalogue_parts"),
    )


def downgrade() -> None:
    op.drop_table("catalogue_parts")
