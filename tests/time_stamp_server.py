"""A time stamp authority over loopback HTTP: what it answers comes from OpenSSL."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.signing_people import Identity

_SETTINGS = """[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@contextmanager
def time_stamp_server(folder: Path, authority: Identity, issuer: Identity) -> Iterator[str]:
    """Serve until the block ends; gives the address."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key.pem").write_bytes(authority.key_pem)
    (folder / "cert.pem").write_bytes(authority.certificate_pem)
    (folder / "chain.pem").write_bytes(issuer.certificate_pem)
    (folder / "tsa.cnf").write_text(_SETTINGS.format(folder=folder))
    (folder / "serial").write_text("01\n")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = folder / "query.tsq"
            query.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            answer = subprocess.run(
                ["openssl", "ts", "-reply", "-config", folder / "tsa.cnf", "-queryfile", query,
                 "-inkey", folder / "key.pem", "-signer", folder / "cert.pem",
                 "-chain", folder / "chain.pem"],
                check=True, capture_output=True, timeout=30,
            ).stdout  # fmt: skip
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
