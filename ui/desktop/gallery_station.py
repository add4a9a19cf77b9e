"""Invented sights of what the station itself has, for the gallery: devices and catalogue."""

from collections.abc import Callable

from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.catalogue.signers_view_model import SignerLine, SignersSheet
from ui.desktop.catalogue.view_model import CatalogueSheet, ChangeLine, Offer, PackLine
from ui.desktop.devices.page import DevicesPage
from ui.desktop.devices.view_model import DeviceLine, DeviceSheet
from ui.desktop.frame.view_model import Place
from ui.desktop.keys import Act
from ui.desktop.kit.page import Page
from ui.desktop.kit.tone import Tone
from ui.desktop.shortcuts import do

_PRINTS = ("Bấm F9: máy in một trang thử.", "Xem trang thử: đủ dấu, không lệch lề.")
_READS = ("Đưa một thẻ căn cước vào đầu đọc.", "Trang này hiện: vừa đọc được một thẻ.")
_SCANS = ("Đặt một tờ giấy vào khay.", "Ở trang tiếp nhận bấm F7: trang hiện ở bàn quét.")
_WELL = tuple(
    DeviceLine(
        name=name,
        label=name,
        role=role,
        means=means,
        state="sẵn sàng",
        tone=Tone.OK,
        worked="09:10",
        steps=steps,
        prints=prints,
    )
    for name, role, means, steps, prints in (
        ("HP LaserJet M404", "in giấy A4, A5", "mạng (IPP)", _PRINTS, True),
        ("Newland HR22", "đọc thẻ và mã", "cổng USB, như bàn phím", _READS, False),
        ("Camera Logitech C920", "đọc thẻ và mã", "máy ảnh", _READS, False),
        ("Canon DR-C225", "quét giấy tờ", "mạng (eSCL)", _SCANS, False),
    )
)
_OFF = DeviceLine(
    name="Epson TM-T82III",
    label="Epson TM-T82III",
    role="in phiếu 80 mm",
    means="mạng",
    state="tắt hoặc chưa nối",
    tone=Tone.ERR,
    worked="08:52",
    steps=("Bật máy, xem đèn nguồn.", "Cắm lại cáp mạng, xem máy có cùng mạng không.", "Hỏi lại."),
    meanwhile="Vẫn tiếp nhận được; phiếu hẹn in ở máy in trang.",
    prints=True,
)
_PACKS = (
    PackLine(
        name="Danh mục tỉnh Ninh Bình",
        version="118",
        kind="toàn bộ",
        signed="tỉnh, khoá 7f3a…",
        signed_tone=Tone.OK,
        holds="từ 01/07/2026",
        holds_tone=Tone.OK,
    ),
    PackLine(
        name="Sửa tại chỗ phường Lê Hồng Phong",
        version="2",
        kind="sửa tại chỗ",
        signed="chưa ai ký",
        signed_tone=Tone.WARN,
        holds="đến 31/10/2026",
        holds_tone=Tone.WARN,
    ),
    PackLine(
        name="Danh mục tỉnh Ninh Bình",
        version="117",
        kind="toàn bộ",
        signed="tỉnh, khoá 7f3a…",
        signed_tone=Tone.OK,
        holds="bản 118 đã thay",
        holds_tone=Tone.MUTE,
    ),
)
_OFFER = Offer(
    label="Danh mục tỉnh Ninh Bình, bản 119",
    signed="tỉnh đã ký, khoá 7f3a…",
    signed_tone=Tone.OK,
    holds="từ 01/10/2026",
    counts="3 thủ tục mới, 1 bãi bỏ, 12 đổi",
    changes=(
        ChangeLine(mark="+", code="1.013225", words="Cấp giấy phép xây dựng", tone=Tone.OK),
        ChangeLine(mark="−", code="2.000528", words="Đăng ký lại khai sinh", tone=Tone.ERR),
        ChangeLine(mark="~", code="1.004193", words="Tách thửa, hợp thửa đất", tone=Tone.WARN),
        ChangeLine(mark="", code="", words="thời hạn: 10 ngày → 7 ngày", tone=Tone.MUTE),
    ),
    wants_reason=False,
)
_SIGNER = SignerLine(
    key="7f3a" * 16,
    read="7f3a 7f3a 7f3a 7f3a …",
    owner="Sở Nội vụ tỉnh Ninh Bình",
    added="Quản trị trạm, 01/07/2026",
    may_retire=True,
)


class StationScenes:
    """Attributes: ``pages`` by their places."""

    def __init__(self, show: Callable[[Place], None]) -> None:
        """``show`` brings a page to the front."""
        self._show = show
        self._devices, self._catalogue = DevicesPage(), CataloguePage()
        self.pages: dict[Place, Page] = {
            Place.DEVICES: self._devices,
            Place.CATALOGUE: self._catalogue,
        }

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Give what can be shown, by name."""
        return {
            "devices-well": lambda: self._show_devices(_WELL, "4 thiết bị, đều sẵn sàng"),
            "devices-broken": lambda: self._show_devices((_OFF, *_WELL), "5 thiết bị, 1 cần xem"),
            "devices-empty": lambda: self._show_devices((), "chưa có thiết bị nào"),
            "catalogue-packs": lambda: self._show_catalogue(None),
            "catalogue-offer": lambda: self._show_catalogue(_OFFER),
            "catalogue-empty": lambda: self._show_catalogue(None, packs=()),
            "catalogue-keys": self._show_signers,
        }

    def _show_devices(self, lines: tuple[DeviceLine, ...], summary: str) -> None:
        self._devices.clear()
        self._devices.show_sheet(DeviceSheet(lines=lines, summary=summary))
        self._show(Place.DEVICES)

    def _show_catalogue(self, offer: Offer | None, *, packs: tuple[PackLine, ...] = _PACKS) -> None:
        self._catalogue.clear()
        self._catalogue.show_sheet(
            CatalogueSheet(
                packs=packs,
                offer=offer,
                may_import=True,
                ready=offer is not None,
                fact="Bản 119 sẵn sàng:" if offer else "2.352 thủ tục đang dùng",
                consequence="hồ sơ đang mở giữ bản cũ" if offer else "",
                tone=Tone.OK,
            )
        )
        self._show(Place.CATALOGUE)

    def _show_signers(self) -> None:
        self._show_catalogue(None)
        self._catalogue.show_signers(
            SignersSheet(lines=(_SIGNER,), may_change=True, fact="1 khoá tin cậy", tone=Tone.OK)
        )
        do(self._catalogue.window(), Act.TRUSTED_KEYS)
