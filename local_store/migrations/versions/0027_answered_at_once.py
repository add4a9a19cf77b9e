"""What is answered at once waits for no hand-over (NĐ 61/2018 Art. 17(4)).

Older rows: received, on no list yet, and immediate as the reception or the last correction says.

Revision ID: 0027
Revises: 0026
"""

from alembic import op

revision = "0027"
down_revision = "0026"

_IMMEDIATE = (
    "coalesce(json_extract(body, '$.payload.immediate'),"
    " json_extract(body, '$.payload.changes.immediate'))"
)
_ANSWERED_HERE = (
    "status = 'received' AND NOT EXISTS (SELECT 1 FROM journal"  # noqa: S608 - texts of this file
    " WHERE journal.dossier_id = dossiers.dossier_id"
    " AND json_extract(body, '$.kind') = 'DossierForwarded')"
    f" AND (SELECT {_IMMEDIATE} FROM journal WHERE journal.dossier_id = dossiers.dossier_id"
    f" AND {_IMMEDIATE} IS NOT NULL ORDER BY sequence DESC LIMIT 1)"
)


def upgrade() -> None:
    op.execute(
        f"UPDATE dossiers SET awaits_hand_over = 0 WHERE {_ANSWERED_HERE}"  # noqa: S608
    )


def downgrade() -> None:
    op.execute(
        f"UPDATE dossiers SET awaits_hand_over = 1 WHERE {_ANSWERED_HERE}"  # noqa: S608
    )
