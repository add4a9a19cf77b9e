"""Scanners that are there and in no setting: on the network (eSCL), and those that Windows knows.

Whoever is on the network may announce anything, so that what is announced is bounded, and only an
address of this network is taken. Nothing is set up by itself: an officer chooses.
"""

import re
import threading
from collections.abc import Sequence
from ipaddress import ip_address
from typing import TYPE_CHECKING

from devices.scanners.wia import wia_scanners
from station.ports.devices import DeviceState, found_device
from station.text import clean

if TYPE_CHECKING:
    from zeroconf import ServiceInfo

_ANNOUNCED = ("_uscan._tcp.local.", "_uscans._tcp.local.")
_WAIT_S = 1.5
"""So long scanners have to answer; most do within half a second."""
_ASK_MS = 1_000
_MOST = 20
_MOST_NAME = 60
_PATH = re.compile(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*")


def connected_scanners() -> list[DeviceState]:
    """Find scanners; ``address`` is what the settings name one by. Takes two seconds."""
    return [
        *(found_device("scanner", "escl", name, at) for name, at in announced_scanners()),
        *(found_device("scanner", "wia", name, name) for name in wia_scanners()),
    ]


def announced_scanners(
    interfaces: Sequence[str] | None = None, *, wait_s: float = _WAIT_S
) -> list[tuple[str, str]]:
    """Listen for eSCL scanners; give name and address of each, in the order of their names.

    Args:
        interfaces: own addresses to listen at; None: all.
    """
    from zeroconf import Error as ZeroconfError
    from zeroconf import InterfaceChoice, IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

    heard: dict[tuple[str, str], None] = {}

    def changed(
        zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            heard.pop((service_type, name), None)
        elif len(heard) < _MOST:
            heard[service_type, name] = None

    try:
        zeroconf = Zeroconf(
            interfaces=list(interfaces) if interfaces else InterfaceChoice.All,
            ip_version=IPVersion.V4Only,
        )
    except (OSError, ZeroconfError):  # no network, or this account may not listen
        return []
    try:
        browser = ServiceBrowser(zeroconf, list(_ANNOUNCED), handlers=[changed])
        threading.Event().wait(wait_s)
        browser.cancel()
        plain_first = sorted(heard, key=lambda one: _ANNOUNCED.index(one[0]))
        found: dict[str, str] = {}
        for kind, name in plain_first:
            info = zeroconf.get_service_info(kind, name, timeout=_ASK_MS)
            address = None if info is None else _address(info, secure=kind == _ANNOUNCED[1])
            if info is not None and address is not None:
                found.setdefault(_name(info, name.removesuffix(f".{kind}")), address)
        return sorted(found.items())
    except (OSError, ZeroconfError):  # the network went away meanwhile
        return []
    finally:
        zeroconf.close()


def _address(info: "ServiceInfo", *, secure: bool) -> str | None:
    path = _text(info, b"rs").strip("/") or "eSCL"
    if not _PATH.fullmatch(path) or ".." in path or not info.port:
        return None
    for host in info.parsed_addresses():
        if ip_address(host).is_private or ip_address(host).is_loopback:
            return f"{'https' if secure else 'http'}://{host}:{info.port}/{path}"
    return None


def _name(info: "ServiceInfo", announced: str) -> str:
    said = clean(_text(info, b"ty") or announced).replace("\n", " ")
    return said[:_MOST_NAME].strip() or "eSCL"


def _text(info: "ServiceInfo", key: bytes) -> str:
    return (info.properties.get(key) or b"").decode("utf-8", "replace")
