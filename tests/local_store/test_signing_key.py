from typing import Any

from local_store.signing_key import StationSigningKey


class DictSecrets:
    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        return self.kept.get(name)

    def put(self, name: str, value: Any) -> None:
        self.kept[name] = value


def test_the_key_is_made_once_and_kept() -> None:
    secrets = DictSecrets()

    first, second = StationSigningKey.of(secrets), StationSigningKey.of(secrets)

    assert first.public_hex == second.public_hex
    assert second.verify(first.sign(b"slip"), b"slip")


def test_another_stations_signature_and_a_changed_message_are_refused() -> None:
    ours, theirs = StationSigningKey.of(DictSecrets()), StationSigningKey.of(DictSecrets())

    assert not ours.verify(theirs.sign(b"slip"), b"slip")
    assert not ours.verify(ours.sign(b"slip"), b"slop")
    assert not ours.verify(b"short", b"slip")
