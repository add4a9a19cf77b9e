"""A small eSCL scanner on the loopback, whose paper and troubles a test chooses."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_CAPABILITIES = """<?xml version="1.0"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.6</pwg:Version>
{platen}<scan:Adf><scan:AdfSimplexInputCaps/><scan:AdfDuplexInputCaps/></scan:Adf>
</scan:ScannerCapabilities>"""
_STATUS = """<?xml version="1.0"?>
<scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:State>{state}</pwg:State>
<scan:AdfState>{feeder}</scan:AdfState></scan:ScannerStatus>"""


class EsclServer:
    """Feeds ``pages``; stops with ``trouble`` (an AdfState) once page ``at`` would come."""

    def __init__(self, pages: list[bytes], *, platen: bool = False) -> None:
        self.pages = list(pages)
        self.platen = platen
        self.trouble, self.at = "", 0
        self.busy_answers = 0
        self.location = ""
        self.status_body: bytes | None = None
        self.cut_page = False
        self.silent = threading.Event()
        self.settings: list[bytes] = []
        self.deleted = 0
        self.fed = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/eSCL"

    def close(self) -> None:
        self.silent.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def feeder(self) -> str:
        if self.trouble and self.fed + 1 >= self.at:
            return self.trouble
        return "ScannerAdfLoaded" if self.pages else "ScannerAdfEmpty"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        scanner = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                """Say nothing."""

            def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                if self.path.endswith("ScannerCapabilities"):
                    platen = "<scan:Platen/>" if scanner.platen else ""
                    self.reply(200, _CAPABILITIES.format(platen=platen).encode())
                elif self.path.endswith("ScannerStatus"):
                    status = _STATUS.format(state="Idle", feeder=scanner.feeder()).encode()
                    self.reply(200, scanner.status_body or status)
                elif scanner.trouble == "silent" and scanner.fed + 1 >= scanner.at:
                    scanner.silent.wait(20)
                elif scanner.cut_page:
                    self.send_response(200)
                    self.send_header("Content-Length", "100000")
                    self.end_headers()
                    self.wfile.write(b"\xff\xd8 half a page")
                elif scanner.pages and scanner.feeder() in ("ScannerAdfLoaded", "silent"):
                    scanner.fed += 1
                    self.reply(200, scanner.pages.pop(0))
                else:
                    self.reply(404)

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                scanner.settings.append(self.rfile.read(length))
                if scanner.busy_answers:
                    scanner.busy_answers -= 1
                    self.reply(503)
                else:
                    self.reply(201, Location=scanner.location or f"{scanner.address}/ScanJobs/1")

            def do_DELETE(self) -> None:
                scanner.deleted += 1
                self.reply(200)

        return Handler
