"""Who may put which pack in force, what it changes, and what a bad one leaves as it was."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from station.catalogue.key_file import KeyFileError, make_key_file, read_key_file
from station.catalogue.pack import Pack, PackStatus
from station.catalogue.pack_format import pack_to_bytes
from station.catalogue.signing import (
    BadSignatureError,
    BadTrustKeyError,
    NamelessKeyError,
    PackSignature,
    UnknownSignerError,
    read_signature,
    sign,
    signed_text,
    signer_of,
)
from station.domain.clock_guard import WrongClockError
from station.domain.journal import VIETNAM
from station.errors import StationError
from station.ports.officers import Officer, Role
from station.usecases.dossier_act import Acting
from station.usecases.import_catalogue import (
    Examined,
    OfferedPack,
    UnsignedPackError,
    import_catalogue,
)
from station.usecases.permissions import NotAllowedError
from station.usecases.trust_keys import (
    KeyNotTrustedError,
    add_trust_key,
    remove_trust_key,
    trust_keys,
)
from sync.contract.proofs import catalogue_proof
from tests.builders import MONDAY, a_procedure
from tests.catalogue_contract import TODAY, a_pack
from tests.fake_work import FakeWork
from tests.fakes import FakeCatalogue, FakeClock, FakeSecrets
from tests.journal_chain import first_break

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = KEY.public_key().public_bytes_raw().hex()
ADMIN = Officer(officer_id="admin", display_name="Quản trị", role=Role.ADMINISTRATOR)


def officer(role: Role) -> Officer:
    return replace(ADMIN, officer_id=role.value, role=role)


def acting(
    by: Officer = ADMIN,
    *,
    catalogue: FakeCatalogue | None = None,
    secrets: FakeSecrets | None = None,
    work: FakeWork | None = None,
) -> Acting:
    work = work or FakeWork()
    work.catalogue, work.secrets = catalogue, secrets
    built_at = datetime(2026, 11, 1, tzinfo=VIETNAM)
    return Acting(officer=by, work=work, clock=FakeClock(), built_at=built_at)


def official(version: str, *codes: str, **changes: Any) -> Pack:
    return a_pack(version, *codes, **({"status": PackStatus.OFFICIAL} | changes))


def offered(pack: Pack, key: Ed25519PrivateKey | None = KEY) -> OfferedPack:
    content = pack_to_bytes(pack)
    signature = None if key is None else read_signature(sign(content, key), "x.sig")
    return OfferedPack(content=content, filename="goi.json", signature=signature)


def bring(
    pack: OfferedPack, catalogue: FakeCatalogue, by: Officer = ADMIN, because: str | None = None
) -> Examined:
    return import_catalogue(
        pack,
        acting=acting(by, catalogue=catalogue),
        catalogue=catalogue,
        trusted=[PUBLIC],
        admit_because=because,
    )


def test_the_station_signs_what_the_wire_signs() -> None:
    pack = offered(a_pack("1"))

    assert signed_text(pack.content) == catalogue_proof(sha256(pack.content).hexdigest())


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SUPERVISOR, Role.COMMUNE])
def test_a_signed_pack_is_put_in_force_and_says_by_whom(role: Role) -> None:
    catalogue = FakeCatalogue()

    found = bring(offered(official("1", "1.000001")), catalogue, by=officer(role))

    known = catalogue.pack("hoc-tap 1")
    assert known is not None
    assert (known.signed_by, known.imported_by) == (PUBLIC, role.value)
    assert known.sha256 == found.sha256
    assert catalogue.procedure("1.000001", TODAY) is not None


@pytest.mark.parametrize(("key", "error"), [(OTHER, UnknownSignerError), (KEY, BadSignatureError)])
def test_a_bad_or_unknown_signature_is_refused_whoever_asks(
    key: Ed25519PrivateKey, error: type[StationError]
) -> None:
    pack = offered(official("1", "1.000001"), key)
    if key is KEY:
        pack = replace(pack, content=pack.content + b" ")
    catalogue = FakeCatalogue()

    with pytest.raises(error):
        bring(pack, catalogue, because="cần gấp")

    assert catalogue.pack("hoc-tap 1") is None


@given(place=st.integers(0, 63), bit=st.integers(0, 7))
def test_one_bit_of_a_signature_makes_it_none(place: int, bit: int) -> None:
    signature = bytearray(KEY.sign(signed_text(b"goi")))
    assert signer_of(b"goi", PackSignature(signature.hex()), [PUBLIC], filename="x") == PUBLIC
    signature[place] ^= 1 << bit

    with pytest.raises(BadSignatureError):
        signer_of(b"goi", PackSignature(signature.hex()), [PUBLIC], filename="x")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff",
        b"[" * 3000,
        b'{"schema": "tram-mot-cua-signature/1", "key": "00", "signature": "00"}',
        sign(b"goi", KEY)[:-2] + b', "more": 1}',
        b" " * 5000,
    ],
)
def test_what_is_no_signature_file_is_refused(content: bytes) -> None:
    with pytest.raises(BadSignatureError):
        read_signature(content, "x.sig")


def test_an_unsigned_pack_needs_an_administrator_and_his_reason() -> None:
    catalogue = FakeCatalogue()
    pack = offered(official("1", "1.000001"), None)

    with pytest.raises(UnsignedPackError):
        bring(pack, catalogue)
    with pytest.raises(UnsignedPackError):
        bring(pack, catalogue, because=" \u200b ")
    with pytest.raises(NotAllowedError):
        bring(pack, catalogue, by=officer(Role.SUPERVISOR), because="tỉnh chưa gửi chữ ký")
    assert catalogue.pack("hoc-tap 1") is None

    bring(pack, catalogue, because="tỉnh chưa gửi chữ ký")

    known = catalogue.pack("hoc-tap 1")
    assert known is not None
    assert (known.signed_by, known.admission) == (None, "tỉnh chưa gửi chữ ký")
    assert known.imported_by == "admin"


def test_the_journal_says_who_let_what_in_and_whom_the_station_trusts() -> None:
    work, catalogue, secrets = FakeWork(), FakeCatalogue(), FakeSecrets()

    import_catalogue(
        offered(official("1", "1.000001"), None),
        acting=acting(catalogue=catalogue, work=work),
        catalogue=catalogue,
        trusted=(),
        admit_because="tỉnh chưa gửi chữ ký",
    )
    add_trust_key(PUBLIC, "Sở", acting=acting(secrets=secrets, work=work), secrets=secrets)
    remove_trust_key(PUBLIC, acting=acting(secrets=secrets, work=work), secrets=secrets)

    assert [entry.kind for entry in work.entries] == [
        "CatalogueImported", "SignerTrusted", "SignerDistrusted",
    ]  # fmt: skip
    assert {entry.officer_id for entry in work.entries} == {"admin"}
    said = work.entries[0].payload
    assert (said["pack"], said["signed_by"]) == ("hoc-tap 1", None)
    assert (said["admission"], said["added"]) == ("tỉnh chưa gửi chữ ký", 1)
    assert first_break(work.entries) is None


def test_a_key_without_the_name_of_its_owner_is_not_trusted() -> None:
    secrets = FakeSecrets()

    with pytest.raises(NamelessKeyError):
        add_trust_key(PUBLIC, " \t", acting=acting(secrets=secrets), secrets=secrets)

    assert trust_keys(secrets) == ()


def test_a_clock_that_cannot_be_trusted_puts_nothing_in_force() -> None:
    catalogue = FakeCatalogue()
    by = acting(catalogue=catalogue)

    with pytest.raises(WrongClockError):
        import_catalogue(
            offered(official("1", "1.000001")),
            acting=replace(by, built_at=MONDAY + timedelta(days=400)),
            catalogue=catalogue,
            trusted=[PUBLIC],
        )

    assert catalogue.pack("hoc-tap 1") is None


def test_a_sample_is_let_in_by_an_administrator_without_a_reason() -> None:
    pack = offered(a_pack("1", "1.000001"), None)

    with pytest.raises(NotAllowedError):
        bring(pack, FakeCatalogue(), by=officer(Role.COMMUNE))
    assert bring(pack, FakeCatalogue()).signed_by is None


def test_a_counter_officer_imports_nothing() -> None:
    with pytest.raises(NotAllowedError):
        bring(offered(official("1")), FakeCatalogue(), by=officer(Role.COUNTER))


def test_a_whole_pack_takes_away_what_it_leaves_out_of_its_own() -> None:
    catalogue = FakeCatalogue(a_procedure(code="9.000001"))
    bring(offered(official("1", "1.000001", "1.000002")), catalogue)

    found = bring(offered(official("2", "1.000002", "1.000003")), catalogue)

    assert [code for code, _ in found.difference.added] == ["1.000003"]
    assert [code for code, _ in found.difference.removed] == ["1.000001"]
    assert found.difference.changed == ()
    assert {p.code for p in catalogue.procedures(TODAY)} == {"9.000001", "1.000002", "1.000003"}


def test_a_delta_takes_away_only_what_it_names() -> None:
    catalogue = FakeCatalogue()
    bring(offered(official("1", "1.000001", "1.000002", "1.000003")), catalogue)

    delta = official("2", "1.000004", base="1", withdrawn=("1.000002",))
    found = bring(offered(delta), catalogue)

    assert [code for code, _ in found.difference.removed] == ["1.000002"]
    assert {p.code for p in catalogue.procedures(TODAY)} == {"1.000001", "1.000003", "1.000004"}


def test_a_local_correction_takes_nothing_away_and_gives_way_when_it_ends() -> None:
    catalogue = FakeCatalogue()
    bring(offered(official("1", "1.000001", "1.000002")), catalogue)
    local = a_pack(
        "1",
        "1.000001",
        name="Sửa tại chỗ",
        status=PackStatus.LOCAL,
        effective_to=date(2026, 12, 31),
    )

    bring(offered(replace(local, name="sua-tai-cho"), None), catalogue, because="tỉnh chưa gửi")

    now, later = (catalogue.procedure("1.000001", day) for day in (TODAY, date(2027, 1, 1)))
    assert now is not None
    assert later is not None
    assert (now[1], later[1]) == ("sua-tai-cho 1", "hoc-tap 1")
    longer = replace(
        local, name="sua-tai-cho", version="2", effective_to=date(2027, 1, 31)
    )  # the next correction needs not wait for the end of this one
    bring(offered(longer, None), catalogue, because="tỉnh vẫn chưa gửi")
    assert catalogue.procedure("1.000001", date(2027, 1, 1)) is not None
    assert catalogue.procedure("1.000002", TODAY) is not None


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_what_has_come_already_changes_nothing_and_says_so(
    packed: Callable[[bytes], bytes],
) -> None:
    catalogue = FakeCatalogue()
    pack = offered(official("1", "1.000001"))
    bring(pack, catalogue)
    before = catalogue.version()
    content = packed(pack.content)
    signature = read_signature(sign(content, KEY), "x.sig")

    found = bring(replace(pack, content=content, signature=signature), catalogue)

    assert (found.already_here, found.difference.is_empty) == (True, True)
    assert catalogue.version() == before


def test_a_pack_for_later_is_compared_with_what_holds_then() -> None:
    catalogue = FakeCatalogue()
    bring(offered(official("1", "1.000001")), catalogue)
    later = official("2", "1.000001", "1.000002", effective_from=date(2027, 1, 1))

    found = bring(offered(later), catalogue)

    assert found.holds_from == date(2027, 1, 1)
    assert [code for code, _ in found.difference.added] == ["1.000002"]
    assert catalogue.procedure("1.000002", TODAY) is None
    assert catalogue.procedure("1.000002", date(2027, 1, 1)) is not None


def test_keys_come_and_go_by_an_administrator() -> None:
    secrets = FakeSecrets()
    spelt = ":".join(PUBLIC[n : n + 2].upper() for n in range(0, 64, 2))

    added = add_trust_key(spelt, "Sở KHCN", acting=acting(secrets=secrets), secrets=secrets)
    add_trust_key(PUBLIC, " Sở  Tư pháp ", acting=acting(secrets=secrets), secrets=secrets)

    assert added.key == PUBLIC
    assert [(k.key, k.name, k.added_by) for k in trust_keys(secrets)] == [
        (PUBLIC, "Sở Tư pháp", "admin")
    ]
    assert (
        remove_trust_key(PUBLIC[:8], acting=acting(secrets=secrets), secrets=secrets).key == PUBLIC
    )
    assert trust_keys(secrets) == ()


@pytest.mark.parametrize("role", [Role.COUNTER, Role.SUPERVISOR, Role.COMMUNE])
def test_nobody_else_says_whom_the_station_trusts(role: Role) -> None:
    secrets = FakeSecrets()
    with pytest.raises(NotAllowedError):
        add_trust_key(PUBLIC, "x", acting=acting(officer(role), secrets=secrets), secrets=secrets)
    with pytest.raises(NotAllowedError):
        remove_trust_key(PUBLIC, acting=acting(officer(role), secrets=secrets), secrets=secrets)
    assert secrets.kept == {}


@pytest.mark.parametrize("text", ["", "abc", "zz" * 32, PUBLIC + "00", PUBLIC[:-1] + "é"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadTrustKeyError):
        add_trust_key(text, "x", acting=acting(), secrets=FakeSecrets())


def test_a_key_that_is_not_there_or_not_told_apart_is_not_removed() -> None:
    secrets = FakeSecrets()
    for last in "ab":
        add_trust_key(PUBLIC[:-1] + last, "x", acting=acting(secrets=secrets), secrets=secrets)
    for beginning in ("", PUBLIC[:8], "0" * 64):
        with pytest.raises(KeyNotTrustedError):
            remove_trust_key(beginning, acting=acting(secrets=secrets), secrets=secrets)
    assert len(trust_keys(secrets)) == 2


def test_a_key_file_opens_with_its_password_only_and_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "ky.pem"
    public = make_key_file(path, "mot mat khau dai")

    key = read_key_file(path, "mot mat khau dai")

    assert key.public_key().public_bytes_raw().hex() == public
    assert path.stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in path.read_bytes()
    with pytest.raises(KeyFileError):
        read_key_file(path, "mot mat khau khac")
    with pytest.raises(KeyFileError):
        make_key_file(path, "mot mat khau dai")
    assert read_key_file(path, "mot mat khau dai").private_bytes_raw() == key.private_bytes_raw()


def test_a_key_file_needs_a_password_worth_the_name_and_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError):
        make_key_file(tmp_path / "ky.pem", "ngan")
    assert not (tmp_path / "ky.pem").exists()
    (tmp_path / "khac.pem").write_bytes(b"khong phai khoa")
    for path in (tmp_path / "khac.pem", tmp_path / "khong-co.pem"):
        with pytest.raises(KeyFileError):
            read_key_file(path, "mot mat khau dai")
