"""Indexes of the few dossiers that wait: for their hand-over, or answered at once for their people.

The index of both answers held every dossier that was ever handed over, and SQLite preferred it.

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"

_WHOLE = "ix_dossiers_awaits_hand_over_received_sequence"
_OF_FEW = {
    "ix_dossiers_awaiting_hand_over": "awaits_hand_over = 1",
    "ix_dossiers_answered_at_once": "status = 'received' AND awaits_hand_over = 0",
}


def upgrade() -> None:
    op.drop_index(_WHOLE, "dossiers")
    for name, condition in _OF_FEW.items():
        op.create_index(name, "dossiers", ["received_sequence"], sqlite_where=sa.text(condition))


def downgrade() -> None:
    for name in _OF_FEW:
        op.drop_index(name, "dossiers")
    op.create_index(_WHOLE, "dossiers", ["awaits_hand_over", "received_sequence"])
