"""A token of SoftHSM2 with the identities that are put on it. Run as a program, it fills one."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.signing_people import Identity

PIN = "246810"
_LIBRARIES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
)


@dataclass(frozen=True, slots=True)
class SoftToken:
    """``environment`` is what a process needs that is to see the token."""

    library: str
    label: str
    environment: dict[str, str]


def library() -> str | None:
    """Give the path of SoftHSM's library; None where it is not installed."""
    if shutil.which("softhsm2-util") is None:
        return None
    return next((path for path in _LIBRARIES if Path(path).exists()), None)


def make_token(folder: Path, identities: dict[str, Identity], *, label: str = "thu") -> SoftToken:
    """Make a token with a key and a certificate of each label."""
    path = library()
    assert path is not None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokens").mkdir(exist_ok=True)
    settings = folder / "softhsm2.conf"
    settings.write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n"
        "log.level = ERROR\nslots.removable = false\n"
    )
    environment = {"SOFTHSM2_CONF": str(settings)}
    run = {"check": True, "capture_output": True, "env": os.environ | environment, "timeout": 60}
    tool = ["softhsm2-util", "--pin", PIN]
    subprocess.run(
        [*tool, "--init-token", "--free", "--label", label, "--so-pin", "1357911"],
        **run,  # type: ignore[call-overload]
    )
    for number, (name, identity) in enumerate(identities.items(), start=1):
        key = folder / f"{number}.key"
        key.write_bytes(identity.key_pem)
        (folder / f"{number}.der").write_bytes(identity.certificate_der)
        subprocess.run(
            [
                *tool,
                "--import",
                str(key),
                "--token",
                label,
                "--label",
                name,
                "--id",
                f"{number:02}",
            ],
            **run,  # type: ignore[call-overload]
        )
        key.unlink()
        # in a process of its own: the library reads its settings once
        about = json.dumps([path, label, name, number, str(folder / f"{number}.der")])
        subprocess.run([sys.executable, "-m", "tests.soft_token", about], **run)  # type: ignore[call-overload]
    return SoftToken(path, label, environment)


def _put_certificate(path: str, label: str, name: str, number: int, file: str) -> None:
    import pkcs11
    from pkcs11.util.x509 import decode_x509_certificate

    with pkcs11.lib(path).get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        described = decode_x509_certificate(Path(file).read_bytes())
        described |= {
            pkcs11.Attribute.TOKEN: True,
            pkcs11.Attribute.LABEL: name,
            pkcs11.Attribute.ID: bytes([number]),
        }
        session.create_object(described)


if __name__ == "__main__":
    _put_certificate(*json.loads(sys.argv[1]))
