"""When the agency ended its work on a dossier, so that a month's share of punctual results is read
from an index and not folded out of a month of journal.

Older rows get it from the facts: the agency's own word where it came, else the arrival at the
counter, else the return.

Revision ID: 0019
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0014"

_AT = (
    "SELECT CASE WHEN json_extract(body, '$.occurred_at') LIKE '%+07:00'"
    " THEN json_extract(body, '$.occurred_at') ELSE"
    " strftime('%Y-%m-%dT%H:%M:%S', json_extract(body, '$.occurred_at'), '+7 hours') || '+07:00'"
    " END"
)
_OWN = (
    f"({_AT} FROM journal WHERE journal.dossier_id = dossiers.dossier_id"
    " AND json_extract(body, '$.kind') = '{kind}' ORDER BY sequence LIMIT 1)"
)
_NEWS = (
    f"({_AT} FROM news WHERE news.dossier_id = dossiers.dossier_id"
    " AND json_extract(body, '$.kind') = '{kind}' ORDER BY arrival DESC LIMIT 1)"
)


def upgrade() -> None:
    op.add_column("dossiers", sa.Column("result_issued_at", sa.String(length=32), nullable=True))
    issued = _NEWS.format(kind="ResultIssued")
    arrived, returned = _OWN.format(kind="ResultArrived"), _OWN.format(kind="ResultReturned")
    op.execute(
        f"UPDATE dossiers SET result_issued_at = coalesce({issued}, {arrived},"  # noqa: S608
        f" CASE WHEN status = 'returned' THEN {returned} END)"
        " WHERE status IN ('result_ready', 'returned')"
    )
    op.create_index("ix_dossiers_result_issued_at", "dossiers", ["result_issued_at"])


def downgrade() -> None:
    op.drop_index("ix_dossiers_result_issued_at", "dossiers")
    op.drop_column("dossiers", "result_issued_at")
