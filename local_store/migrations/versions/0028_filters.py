"""The field of law of a dossier, and an index for whatever a filter combines (``filtered``).

Older rows: the field as the reception, the lodging or the last correction says.

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_FIELD = (
    "coalesce(json_extract(body, '$.payload.field'), json_extract(body, '$.payload.changes.field'))"
)
_SAID = (
    f"SELECT {_FIELD} FROM journal"  # noqa: S608 - texts of this file
    " WHERE journal.dossier_id = dossiers.dossier_id"
    f" AND {_FIELD} IS NOT NULL ORDER BY sequence DESC LIMIT 1"
)
_BY_PROMISE = "ix_dossiers_status_due_at"
_NEW = {
    "ix_dossiers_status_field_due_at": ["status", "field", "due_at", "counter"],
    "ix_dossiers_status_field": ["status", "field", "received_sequence", "counter"],
    "ix_dossiers_status_counter": ["status", "counter", "received_sequence"],
    "ix_dossiers_status_received_sequence": ["status", "received_sequence"],
}


def upgrade() -> None:
    op.add_column("dossiers", sa.Column("field", sa.Text(), server_default="", nullable=False))
    op.execute(f"UPDATE dossiers SET field = coalesce(({_SAID}), '')")  # noqa: S608
    op.drop_index(_BY_PROMISE, "dossiers")
    op.create_index(_BY_PROMISE, "dossiers", ["status", "due_at", "counter"])
    for name, columns in _NEW.items():
        op.create_index(name, "dossiers", columns)


def downgrade() -> None:
    for name in (*_NEW, _BY_PROMISE):
        op.drop_index(name, "dossiers")
    op.create_index(_BY_PROMISE, "dossiers", ["status", "due_at"])
    op.drop_column("dossiers", "field")
