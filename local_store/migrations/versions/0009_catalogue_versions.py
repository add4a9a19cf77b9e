"""Keep every version of a procedure that was imported, and what was known of its pack.

A dossier and an open draft go on by the rules they began under (features N25). Until now the
code was the only key, so that an import took the older rules away. Texts that several versions
share are kept once.

Revision ID: 0009
Revises: 0008
"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for column in (
        sa.Column("effective_from", sa.Date(), nullable=True),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.Column("base", sa.String(length=420), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("signed_by", sa.String(length=64), nullable=True),
        sa.Column("imported_by", sa.String(length=60), nullable=True),
        sa.Column("admission", sa.Text(), nullable=True),
    ):
        op.add_column("catalogue_packs", column)
    op.drop_index("ix_procedures_pack_id_position", "procedures")
    op.rename_table("procedures", "procedures_before")
    op.create_table(
        "procedure_texts",
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_procedure_texts"),
        sa.UniqueConstraint("sha256", name="uq_procedure_texts_sha256"),
    )
    op.create_table(
        "procedures",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("pack_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pack_id"], ["catalogue_packs.pack_id"], name="fk_procedures_pack_id"
        ),
        sa.ForeignKeyConstraint(
            ["text_id"], ["procedure_texts.text_id"], name="fk_procedures_text_id"
        ),
        sa.PrimaryKeyConstraint("code", "pack_id", name="pk_procedures"),
    )
    op.create_index("ix_procedures_pack_id_position", "procedures", ["pack_id", "position"])
    connection = op.get_bind()
    for code, pack_id, position, body in connection.execute(
        sa.text("SELECT code, pack_id, position, body FROM procedures_before")
    ).all():
        digest = sha256(body.encode()).hexdigest()
        connection.execute(
            sa.text("INSERT INTO procedure_texts (sha256, body) VALUES (:digest, :body)"),
            {"digest": digest, "body": body},
        )
        connection.execute(
            sa.text(
                "INSERT INTO procedures (code, pack_id, position, text_id)"
                " SELECT :code, :pack_id, :position, text_id FROM procedure_texts"
                " WHERE sha256 = :digest"
            ),
            {"code": code, "pack_id": pack_id, "position": position, "digest": digest},
        )
    op.drop_table("procedures_before")


def downgrade() -> None:
    op.drop_index("ix_procedures_pack_id_position", "procedures")
    op.rename_table("procedures", "procedures_after")
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
    op.execute(
        "INSERT INTO procedures (code, pack_id, position, body)"
        " SELECT p.code, p.pack_id, p.position, t.body FROM procedures_after p"
        " JOIN procedure_texts t ON t.text_id = p.text_id"
        " WHERE p.pack_id ="
        " (SELECT max(n.pack_id) FROM procedures_after n WHERE n.code = p.code)"
    )
    op.drop_table("procedures_after")
    op.drop_table("procedure_texts")
    for column in (
        "admission",
        "imported_by",
        "signed_by",
        "sha256",
        "base",
        "effective_to",
        "effective_from",
    ):
        op.drop_column("catalogue_packs", column)
