"""The schema is what the models say, goes up and down, and opens what older releases wrote."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from local_store import schema
from local_store.engine import Database
from local_store.home import open_store
from local_store.models import Base
from local_store.problems import StoreDamagedError, StoreTooNewError
from tests.local_store.homes import PASSWORD

COMMITTED = Path(schema.__file__).with_name("schema.sql")
RELEASES = Path(__file__).parents[1] / "stores"
"""One home a release; ``admin`` opens each with ``PASSWORD``. All people in them are invented."""


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "store.db", bytes(32))


def test_the_newest_step_is_the_one_the_program_works_with(database: Database) -> None:
    steps = ScriptDirectory(str(Path(schema.__file__).with_name("migrations")))
    assert steps.get_current_head() == schema.NEWEST


def test_the_steps_make_what_the_models_say(database: Database) -> None:
    schema.migrate(database, schema.NEWEST)

    with database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": _is_ours, "compare_type": True}
        )
        differences = compare_metadata(context, Base.metadata)

    assert differences == []


def test_the_steps_make_what_was_committed(database: Database) -> None:
    """After a new step: ``python -m tests.local_store.write_schema`` writes the file anew."""
    schema.migrate(database, schema.NEWEST)

    with database.reading() as connection:
        assert schema.dump(connection) == COMMITTED.read_text(encoding="utf-8")


def test_every_step_goes_down_and_up_again(database: Database) -> None:
    schema.migrate(database, schema.NEWEST)
    with database.reading() as connection:
        before = schema.dump(connection)

    for step in (
        "0014",
        "0012",
        "0009",
        "0008",
        "0005",
        "0004",
        "0003",
        "0002",
        "0001",
        "base",
        "0001",
        "0002",
        "0003",
        schema.NEWEST,
    ):
        schema.migrate(database, step)

    with database.reading() as connection:
        assert schema.dump(connection) == before


def test_the_catalogue_of_an_older_store_goes_up_and_the_newest_version_down(
    database: Database,
) -> None:
    schema.migrate(database, "0008")
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO catalogue_packs (pack_id, name, version, status, imported_at)"
                " VALUES (1, 'a', '1', 'sample', '2026-11-23T09:00:00+07:00'),"
                " (2, 'a', '2', 'sample', '2026-11-24T09:00:00+07:00')"
            )
        )
        connection.execute(
            text("INSERT INTO procedures (code, pack_id, position, body) VALUES ('x', 1, 0, '{}')")
        )

    schema.migrate(database, "0009")
    with database.writing() as connection:
        connection.execute(text("INSERT INTO procedure_texts (sha256, body) VALUES ('ab', '[2]')"))
        connection.execute(
            text("INSERT INTO procedures (code, pack_id, position, text_id) VALUES ('x', 2, 0, 2)")
        )
    schema.migrate(database, "0008")

    with database.reading() as connection:
        rows = connection.execute(text("SELECT code, pack_id, position, body FROM procedures"))
        assert rows.all() == [("x", 2, 0, "[2]")]


def test_an_older_store_is_upgraded_as_it_opens(database: Database) -> None:
    schema.migrate(database, "0001")

    schema.bring_up_to_date(database)

    with database.reading() as connection:
        assert schema.revision(connection) == schema.NEWEST


def test_an_empty_database_is_not_taken_for_a_new_one(database: Database) -> None:
    with pytest.raises(StoreDamagedError):
        schema.bring_up_to_date(database)


def test_a_store_of_a_newer_program_is_left_alone(database: Database) -> None:
    schema.migrate(database, schema.NEWEST)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreTooNewError) as caught:
        schema.bring_up_to_date(database)

    assert caught.value.details == {"schema": "9999"}


@pytest.mark.parametrize("release", sorted(path.name for path in RELEASES.iterdir()))
def test_the_store_of_a_release_opens_and_still_holds(release: str, tmp_path: Path) -> None:
    home = Path(shutil.copytree(RELEASES / release, tmp_path / "home"))

    store, _ = open_store(home, "admin", PASSWORD)

    assert store.care.check().problems == ()
    (line,) = store.queries.search("tran thi hoa 4567")
    assert line.owner_name == "Trần Thị Hoà"
    dossier = store.queries.dossier(line.dossier_id)
    assert dossier.paid_vnd == 15_000
    assert store.vault.get(dossier.documents[0].files[0].sha256) == b"%PDF-1.7 invented"
    assert [entry.kind for entry in store.outbox.waiting_events(10)] == [
        "DossierReceived",
        "FeeCollected",
        "SlipPrinted",
    ]
    assert store.care.rebuild() == 1
    assert store.care.check().problems == ()
    store.close()


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Leave out the search index, which the models do not know."""
    return not (kind == "table" and name is not None and name.startswith("dossier_search"))
