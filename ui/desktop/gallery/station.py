"""Invented sights of what the station itself has, for the gallery: devices and catalogue."""

from collections.abc import Callable

from ui.desktop.catalogue.page import CataloguePage
from ui.desktop.catalogue.signers_view_model import SignerLine, SignersSheet
from ui.desktop.catalogue.view_model import CatalogueSheet, ChangeLine, Offer, PackLine
from ui.desktop.devices.page import DevicesPage
from ui.desktop.devices.view_model import DeviceLine, DeviceSheet
from ui.desktop.frame.view_model import Place
from ui.desktop.gallery.english import spoken
from ui.desktop.keys import Act
from ui.desktop.kit.page import Page
from ui.desktop.kit.tone import Tone
from ui.desktop.shortcuts import do

_PRINTS = ("Bấm “In thử”: ra trang thử đầu đọc, có mọi chữ Việt.",)
_READS = (
    "In trang thử, hoặc lấy thẻ của mình.",
    "Quét ngay ở trang này: kết quả hiện ra, không vào hồ sơ nào.",
)
_SCANS = ("Đặt một tờ vào khay rồi quét.",)
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
        ("HP LaserJet M404", "in trang A4, A5", "mạng (IPP)", _PRINTS, True),
        ("Newland HR22", "đọc thẻ, mã", "gõ như bàn phím", _READS, False),
        ("Camera Logitech C920", "đọc thẻ, mã", "máy ảnh", _READS, False),
        ("Canon DR-C225", "quét giấy tờ", "mạng (eSCL)", _SCANS, False),
    )
)
_OFF = DeviceLine(
    name="Epson TM-T82III",
    label="Epson TM-T82III",
    role="in phiếu nhiệt",
    means="mạng",
    state="tắt hoặc chưa nối",
    tone=Tone.ERR,
    worked="08:52",
    steps=("Bật máy, xem đèn nguồn.", "Cắm lại cáp, hoặc xem máy có cùng mạng không."),
    meanwhile="Vẫn tiếp nhận được; phiếu hẹn in ở máy in trang.",
    prints=True,
)
_PACKS = (
    PackLine(
        name="Danh mục tỉnh Ninh Bình",
        version="118",
        kind="chính thức",
        signed="ký số: tỉnh",
        signed_tone=Tone.OK,
        holds="từ 01/07/2026",
        holds_tone=Tone.OK,
    ),
    PackLine(
        name="Sửa tại chỗ phường Lê Hồng Phong",
        version="2",
        kind="tại đơn vị",
        signed="chưa ký số",
        signed_tone=Tone.WARN,
        holds="01/09/2026 đến 31/10/2026",
        holds_tone=Tone.WARN,
    ),
    PackLine(
        name="Danh mục tỉnh Ninh Bình",
        version="117",
        kind="chính thức",
        signed="ký số: tỉnh",
        signed_tone=Tone.OK,
        holds="đã có bản mới",
        holds_tone=Tone.MUTE,
    ),
)
_OFFER = Offer(
    label="Danh mục tỉnh Ninh Bình 119",
    signed="ký số: tỉnh",
    signed_tone=Tone.OK,
    holds="từ 01/10/2026",
    counts="Thêm 3 · bỏ 1 · đổi 12",
    changes=(
        ChangeLine(mark="+", code="1.013225", words="Cấp giấy phép xây dựng", tone=Tone.OK),
        ChangeLine(mark="−", code="2.000528", words="Đăng ký lại khai sinh", tone=Tone.ERR),
        ChangeLine(mark="~", code="1.004193", words="Tách thửa, hợp thửa đất", tone=Tone.WARN),
        ChangeLine(
            mark="", code="", words="thời hạn: 10 ngày làm việc → 7 ngày làm việc", tone=Tone.MUTE
        ),
    ),
    wants_reason=False,
)
_LOOK = "Xem kỹ các thay đổi, rồi đưa vào sử dụng."
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
            "devices-well": lambda: self._show_devices(_WELL, "4 thiết bị, đều dùng được"),
            "devices-broken": lambda: self._show_devices((_OFF, *_WELL), "5 thiết bị, 1 cần xem"),
            "devices-empty": lambda: self._show_devices((), "Chưa có thiết bị nào"),
            "catalogue-packs": lambda: self._show_catalogue(None),
            "catalogue-offer": lambda: self._show_catalogue(_OFFER),
            "catalogue-empty": lambda: self._show_catalogue(None, packs=()),
            "catalogue-keys": self._show_signers,
        }

    def _show_devices(self, lines: tuple[DeviceLine, ...], summary: str) -> None:
        self._devices.clear()
        self._devices.show_sheet(spoken(DeviceSheet(lines=lines, summary=summary)))
        self._show(Place.DEVICES)

    def _show_catalogue(self, offer: Offer | None, *, packs: tuple[PackLine, ...] = _PACKS) -> None:
        self._catalogue.clear()
        self._catalogue.show_sheet(
            spoken(
                CatalogueSheet(
                    packs=packs,
                    offer=offer,
                    may_import=True,
                    ready=offer is not None,
                    fact=_LOOK if offer else "Mở một tệp danh mục để xem nó đổi gì.",
                    consequence="Hồ sơ đã nhận giữ bản cũ." if offer else "",
                    tone=Tone.OK,
                )
            )
        )
        self._show(Place.CATALOGUE)

    def _show_signers(self) -> None:
        self._show_catalogue(None)
        self._catalogue.show_signers(
            spoken(
                SignersSheet(
                    lines=(_SIGNER,),
                    may_change=True,
                    fact="Nhận gói ký bằng khoá trong bảng này, 1 khoá.",
                    tone=Tone.OK,
                )
            )
        )
        do(self._catalogue.window(), Act.TRUSTED_KEYS)
