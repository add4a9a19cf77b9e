"""The province's tables. Times are ISO 8601 text in +07:00; JSON is kept as it came."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

signing_keys = Table(
    "signing_keys",
    metadata,
    Column("key_id", Integer, primary_key=True),
    Column("private_key", LargeBinary(32), nullable=False),
)

agencies = Table(
    "agencies",
    metadata,
    Column("agency_code", String(35), primary_key=True),
    # Grows by one with each piece of news, under the row's lock: with a plain sequence a reader
    # could pass over a piece whose transaction commits late.
    Column("news_position", BigInteger, nullable=False),
)

stations = Table(
    "stations",
    metadata,
    Column("station_id", String(40), primary_key=True),
    Column("agency_code", ForeignKey(agencies.c.agency_code), nullable=False),
    Column("station_number", Integer, nullable=False),
    Column("public_key", String(64)),
    Column("token_hash", String(64), unique=True),
    Column("enrolled_at", String(40)),
)

number_ranges = Table(
    "number_ranges",
    metadata,
    Column("station_id", ForeignKey(stations.c.station_id), primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("station_id", ForeignKey(stations.c.station_id), nullable=False),
    Column("expires_at", String(40), nullable=False),
    Column("used_by", String(64)),  # the public key that it was traded for
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("dossier_id", Uuid, primary_key=True),
    Column("dossier_code", String(49), nullable=False, unique=True),
    Column("agency_code", ForeignKey(agencies.c.agency_code), nullable=False),
    Column("procedure_code", String(60), nullable=False),
    Column("handling_agency", String(500), nullable=False),
)

alike = Table(
    "alike",
    metadata,
    Column("dossier_id", ForeignKey(dossiers.c.dossier_id), primary_key=True),
    Column("agency_code", ForeignKey(agencies.c.agency_code), nullable=False),
    Column("station_id", ForeignKey(stations.c.station_id), nullable=False),
    Column("person_key", String(64), nullable=False),  # a hash: no number stands in an index
    Column("procedure_code", String(60), nullable=False),
    Column("received_on", String(10), nullable=False),
    Column("ended", String(40)),
    Index(None, "agency_code", "person_key", "procedure_code"),
)

dossier_files = Table(
    "dossier_files",
    metadata,
    Column("dossier_id", ForeignKey(dossiers.c.dossier_id), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(121), nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("event_id", Uuid, primary_key=True),
    Column("station_id", ForeignKey(stations.c.station_id), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("dossier_id", ForeignKey(dossiers.c.dossier_id)),
    Column("kind", String(60), nullable=False),
    Column("occurred_at", String(40), nullable=False),
    Column("officer_id", String(60), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("recorded_at", String(40), nullable=False),
    Column("body", Text, nullable=False),  # the whole event, canonical JSON
    UniqueConstraint("station_id", "sequence"),
    Index(None, "dossier_id", "station_id", "sequence"),
)

news = Table(
    "news",
    metadata,
    Column("agency_code", ForeignKey(agencies.c.agency_code), primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("event_id", Uuid, nullable=False, unique=True),
    Column("dossier_id", ForeignKey(dossiers.c.dossier_id), nullable=False, index=True),
    Column("kind", String(60), nullable=False),
    Column("occurred_at", String(40), nullable=False),
    Column("body", Text, nullable=False),  # the NewsEvent as JSON
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("stored_at", String(40), nullable=False),
)

uploads = Table(
    "uploads",
    metadata,
    Column("upload_id", String(32), primary_key=True),
    Column("station_id", ForeignKey(stations.c.station_id), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("created_at", String(40), nullable=False),
    UniqueConstraint("station_id", "sha256", "size"),
)
