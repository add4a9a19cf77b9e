"""What lists, searches and counters need: the projection, numbers, files, papers.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# Search is special to SQLite: an index over ``dossiers.search_text`` that follows it by triggers.
# detail=none and columnsize=0: only which dossiers have a word is asked, newest first. The prefixes
# are those of a name being typed, after the letter of its kind.
_SEARCH = (
    """CREATE VIRTUAL TABLE dossier_search USING fts5(
  search_text, content='dossiers', content_rowid='received_sequence',
  detail=none, columnsize=0, prefix='2 3 4 5 6', tokenize='ascii'
)""",
    """CREATE TRIGGER dossiers_search_insert AFTER INSERT ON dossiers
BEGIN
  INSERT INTO dossier_search(rowid, search_text) VALUES (new.received_sequence, new.search_text);
END""",
    """CREATE TRIGGER dossiers_search_update AFTER UPDATE OF search_text ON dossiers
WHEN old.search_text IS NOT new.search_text
BEGIN
  INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.received_sequence, old.search_text);
  INSERT INTO dossier_search(rowid, search_text) VALUES (new.received_sequence, new.search_text);
END""",
    """CREATE TRIGGER dossiers_search_delete AFTER DELETE ON dossiers
BEGIN
  INSERT INTO dossier_search(dossier_search, rowid, search_text)
    VALUES ('delete', old.received_sequence, old.search_text);
END""",
)


def upgrade() -> None:
    op.create_table(
        "dossiers",
        sa.Column("received_sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("latest_sequence", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("owner_name", sa.String(length=255), nullable=False),
        sa.Column("submitter_name", sa.String(length=255), nullable=False),
        sa.Column("party_number", sa.String(length=60), nullable=True),
        sa.Column("procedure_code", sa.String(length=60), nullable=False),
        sa.Column("procedure_name", sa.Text(), nullable=False),
        sa.Column("handling_agency", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_at", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.String(length=32), nullable=False),
        sa.Column("fees_total_vnd", sa.BigInteger(), nullable=False),
        sa.Column("documents_handed_in", sa.Integer(), nullable=False),
        sa.Column("documents_wanted", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.String(length=60), nullable=False),
        sa.Column("officer_name", sa.String(length=255), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("received_sequence", name="pk_dossiers"),
        sa.UniqueConstraint("code", name="uq_dossiers_code"),
        sa.UniqueConstraint("dossier_id", name="uq_dossiers_dossier_id"),
    )
    op.create_index(
        "ix_dossiers_received_on_received_sequence",
        "dossiers",
        ["received_on", "received_sequence"],
    )
    op.create_table(
        "number_ranges",
        sa.Column("agency_code", sa.String(length=35), nullable=False),
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "1 <= first AND first <= last AND last <= 9999", name="ck_number_ranges_within_the_day"
        ),
        sa.PrimaryKeyConstraint("agency_code", "first", name="pk_number_ranges"),
    )
    op.create_table(
        "numbers_used",
        sa.Column("agency_code", sa.String(length=35), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("agency_code", "day", "number", name="pk_numbers_used"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(length=40), nullable=True),
        sa.Column("changed_at", sa.String(length=32), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent')", name="ck_files_state_known"),
        sa.CheckConstraint("size >= 0", name="ck_files_size_not_negative"),
        sa.PrimaryKeyConstraint("sha256", name="pk_files"),
    )
    op.create_index(
        "ix_files_state_failures_size_sha256", "files", ["state", "failures", "size", "sha256"]
    )
    op.create_table(
        "dossier_files",
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["files.sha256"], name="fk_dossier_files_sha256"),
        sa.PrimaryKeyConstraint("dossier_id", "sha256", name="pk_dossier_files"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "print_jobs",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("paper", sa.String(length=20), nullable=False),
        sa.Column("queued_at", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("last_error", sa.String(length=40), nullable=True),
        sa.CheckConstraint(
            "state IN ('queued', 'printed', 'failed')", name="ck_print_jobs_state_known"
        ),
        sa.PrimaryKeyConstraint("job_id", name="pk_print_jobs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_print_jobs_state_job_id", "print_jobs", ["state", "job_id"])
    for statement in _SEARCH:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE dossier_search")
    op.drop_table("print_jobs")
    op.drop_table("dossier_files")
    op.drop_table("files")
    op.drop_table("numbers_used")
    op.drop_table("number_ranges")
    op.drop_table("dossiers")
