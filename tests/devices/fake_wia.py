"""Automation objects that behave as Microsoft describes those of WIA; no Windows is needed."""

from typing import Any


class ComError(Exception):
    """What comtypes raises: ``hresult`` is signed."""

    def __init__(self, code: int) -> None:
        signed = code - (1 << 32) if code >= 1 << 31 else code
        super().__init__(signed, "text", None)
        self.hresult = signed


class _Property:
    def __init__(self, value: Any) -> None:
        self.Value = value


class _Properties:
    def __init__(self, **values: Any) -> None:
        self._all = {name.removeprefix("p"): _Property(value) for name, value in values.items()}

    def Item(self, name: str) -> _Property:  # noqa: N802 - as WIA has it
        if name not in self._all:
            raise ComError(0x80210064)
        return self._all[name]


class _Picture:
    def __init__(self, content: bytes) -> None:
        self.FileData = type("Vector", (), {"BinaryData": content})


class FakeWia:
    """A manager with one camera and one scanner, whose pile and troubles a test chooses."""

    def __init__(self, *pile: bytes | int, feeders: int = 1 | 2 | 4, status: int = 1) -> None:
        """
        Args:
            pile: pictures, and HRESULTs that stop the run.
        """
        self.pile = list(pile)
        self.device = _Thing(p3086=feeders, p3087=status, p3088=0, p3096=0, Name="Canon DR-C225")
        self.item = _Thing(p6146=0, p6147=0, p6148=0)
        self.item.Transfer = self._transfer
        self.device.Items = _List(self.item)
        self.formats: list[str] = []
        camera, scanner = _Thing(Name="Webcam"), _Thing(Name="Canon DR-C225")
        camera.Type, scanner.Type = 3, 1
        scanner.Connect = lambda: self.device
        self.DeviceInfos = _List(camera, scanner)

    def __call__(self, name: str) -> "FakeWia":
        assert name == "WIA.DeviceManager"
        return self

    def _transfer(self, wanted: str) -> _Picture:
        self.formats.append(wanted)
        if not self.pile:
            raise ComError(0x80210003)
        page = self.pile.pop(0)
        if isinstance(page, int):
            raise ComError(page)
        return _Picture(page)


class _Thing:
    Type: int
    Items: "_List"

    def __init__(self, **values: Any) -> None:
        self.Properties = _Properties(**values)
        self.Connect: Any = None
        self.Transfer: Any = None


class _List:
    def __init__(self, *things: _Thing) -> None:
        self._things = things
        self.Count = len(things)

    def Item(self, number: int) -> _Thing:  # noqa: N802 - as WIA has it
        return self._things[number - 1]
