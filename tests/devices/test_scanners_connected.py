"""Scanners that announce themselves: our own eSCL scanner, announced on the loopback."""

from collections.abc import Iterator

import pytest
from zeroconf import ServiceInfo, Zeroconf

from devices.samples.pages import PageKind, draw_scanned_page
from devices.scanners.connected import announced_scanners
from devices.scanners.escl import EsclScanner
from station.ports.scanners import ScanRequest
from tests.devices.escl_server import EsclServer

LOOPBACK = ["127.0.0.1"]
PAGE = draw_scanned_page(PageKind.SIGNED_PAGE, 1)
KIND = "_uscan._tcp.local."


@pytest.fixture
def network() -> Iterator[Zeroconf]:
    network = Zeroconf(interfaces=LOOPBACK)
    yield network
    network.unregister_all_services()
    network.close()


def announce(
    network: Zeroconf, name: str, port: int, *, address: str = "127.0.0.1", **said: str
) -> None:
    network.register_service(
        ServiceInfo(
            KIND, f"{name}.{KIND}", port=port, parsed_addresses=[address], properties=said,
            server=f"{name.replace(' ', '-')}.local.",
        )
    )  # fmt: skip


def test_a_scanner_that_announces_itself_is_found_and_scans(network: Zeroconf) -> None:
    server = EsclServer([PAGE, PAGE])
    try:
        port = int(server.address.split(":")[2].split("/")[0])
        announce(network, "May quet tang 2", port, rs="eSCL", ty="Máy quét tầng 2")

        ((name, address),) = announced_scanners(LOOPBACK)

        assert (name, address) == ("Máy quét tầng 2", server.address)
        assert list(EsclScanner(name, address).scan(ScanRequest())) == [PAGE, PAGE]
    finally:
        server.close()


def test_what_is_announced_is_not_believed_blindly(network: Zeroconf) -> None:
    announce(network, "climbs", 80, rs="eSCL/../../admin")
    announce(network, "odd", 80, rs="eSCL?x=1 y")
    announce(network, "elsewhere", 80, address="8.8.8.8", rs="eSCL")
    announce(network, "long", 80, rs="", ty="x\n" * 90)

    ((name, address),) = announced_scanners(LOOPBACK)

    assert address == "http://127.0.0.1:80/eSCL"
    assert len(name) <= 60
    assert "\n" not in name


def test_nobody_answers() -> None:
    assert announced_scanners(LOOPBACK, wait_s=0.2) == []
