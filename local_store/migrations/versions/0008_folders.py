"""A folder waits for its list also after the agency accepted the electronic dossier.

What waits is found by an index. Older rows: a dossier in process that was never on a list, and of
which paper was left at the counter, waits again.

Revision ID: 0008
Revises: 0005
"""

from alembic import op

revision = "0008"
down_revision = "0005"

_DOCUMENTS = (
    "coalesce(json_extract(body, '$.payload.documents'),"
    " json_extract(body, '$.payload.changes.documents'))"
)
_ON_NO_LIST = (
    "status = 'processing' AND NOT EXISTS (SELECT 1 FROM journal"
    " WHERE journal.dossier_id = dossiers.dossier_id"
    " AND json_extract(body, '$.kind') = 'DossierForwarded')"
)
_HAS_PAPER = (
    f"EXISTS (SELECT 1 FROM json_each((SELECT {_DOCUMENTS} FROM journal"  # noqa: S608
    f" WHERE journal.dossier_id = dossiers.dossier_id AND {_DOCUMENTS} IS NOT NULL"
    " ORDER BY sequence DESC LIMIT 1)) AS one"
    " WHERE coalesce(json_extract(one.value, '$.originals'), 0)"
    " + coalesce(json_extract(one.value, '$.certified_copies'), 0)"
    " + coalesce(json_extract(one.value, '$.copies'), 0) > 0)"
)


def upgrade() -> None:
    op.execute(
        f"UPDATE dossiers SET awaits_hand_over = 1"  # noqa: S608 - texts of this file
        f" WHERE {_ON_NO_LIST} AND {_HAS_PAPER}"
    )
    op.create_index(
        "ix_dossiers_awaits_hand_over_received_sequence",
        "dossiers",
        ["awaits_hand_over", "received_sequence"],
    )


def downgrade() -> None:
    op.drop_index("ix_dossiers_awaits_hand_over_received_sequence", "dossiers")
    op.execute(
        f"UPDATE dossiers SET awaits_hand_over = 0"  # noqa: S608 - texts of this file
        f" WHERE {_ON_NO_LIST} AND supplements = 0"
    )
