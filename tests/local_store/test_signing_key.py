from local_store.signing_key import StationSigningKey, verifier
from tests.fakes import FakeSecrets


def test_the_key_is_made_once_and_kept() -> None:
    secrets = FakeSecrets()

    first, second = StationSigningKey.of(secrets), StationSigningKey.of(secrets)

    assert first.public_hex == second.public_hex
    assert verifier(second.public_hex)(first.sign(b"slip"), b"slip")


def test_another_stations_signature_and_a_changed_message_are_refused() -> None:
    ours, theirs = StationSigningKey.of(FakeSecrets()), StationSigningKey.of(FakeSecrets())

    assert not verifier(ours.public_hex)(theirs.sign(b"slip"), b"slip")
    assert not verifier(ours.public_hex)(ours.sign(b"slip"), b"slop")
    assert not verifier(ours.public_hex)(b"short", b"slip")
