"""Which dossiers have digitised copies that wait for the office's signature, or for a time stamp.

Files of before do not say whether they were digitised here, so there is nothing to fill in.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_COUNTS = ("copies_to_sign", "copies_to_stamp")


def upgrade() -> None:
    for count in _COUNTS:
        op.add_column(
            "dossiers", sa.Column(count, sa.Integer(), nullable=False, server_default="0")
        )
    op.create_index(
        "ix_dossiers_with_copies",
        "dossiers",
        ["received_sequence"],
        sqlite_where=sa.text("copies_to_sign + copies_to_stamp > 0"),
    )


def downgrade() -> None:
    op.drop_index("ix_dossiers_with_copies", "dossiers")
    for count in _COUNTS:
        op.drop_column("dossiers", count)
