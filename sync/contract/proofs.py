"""What is signed with Ed25519 on the wire, byte for byte, for both sides."""


def enrolment_proof(code: str, station_id: str) -> bytes:
    """Give what a station signs to show that it holds the private key it enrols with."""
    return f"tram-mot-cua/v1/enrolment\n{code}\n{station_id}".encode()


def time_proof(time: str, nonce: str) -> bytes:
    """Give what the server signs under its clock's time; the nonce makes old answers useless."""
    return f"tram-mot-cua/v1/time\n{time}\n{nonce}".encode()


def catalogue_proof(sha256: str) -> bytes:
    """Give what the server signs under the catalogue pack with this SHA-256 (lower-case hex)."""
    return f"tram-mot-cua/v1/catalogue\n{sha256}".encode()
