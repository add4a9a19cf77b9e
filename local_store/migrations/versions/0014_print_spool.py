"""A paper that is being printed, or that perhaps came out, and where it was sent.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_KNOWN = "ck_print_jobs_state_known"
_BEFORE = "state IN ('queued', 'printed', 'failed')"
_SINCE = "state IN ('queued', 'printing', 'doubtful', 'failed', 'printed', 'replaced')"


def upgrade() -> None:
    with op.batch_alter_table("print_jobs", table_kwargs={"sqlite_autoincrement": True}) as jobs:
        jobs.add_column(sa.Column("printer", sa.String(length=100), nullable=True))
        jobs.drop_constraint(_KNOWN, type_="check")
        jobs.create_check_constraint(_KNOWN, _SINCE)


def downgrade() -> None:
    op.execute("UPDATE print_jobs SET state = 'failed' WHERE state IN ('printing', 'doubtful')")
    op.execute("UPDATE print_jobs SET state = 'printed' WHERE state = 'replaced'")
    with op.batch_alter_table("print_jobs", table_kwargs={"sqlite_autoincrement": True}) as jobs:
        jobs.drop_constraint(_KNOWN, type_="check")
        jobs.create_check_constraint(_KNOWN, _BEFORE)
        jobs.drop_column("printer")
