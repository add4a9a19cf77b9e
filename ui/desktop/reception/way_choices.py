"""How papers come to the counter, and how the result goes out again."""

from station.domain.dossier import Channel, DeliveryMethod
from ui.desktop.kit.segmented import Segmented


class ChannelChoice(Segmented):
    """KenhThucHien: nearly all come over the counter."""

    def __init__(self) -> None:
        super().__init__(self.tr("Nộp hồ sơ"))
        self.set_choices(
            [
                (Channel.DIRECT, self.tr("Trực tiếp")),
                (Channel.POSTAL, self.tr("Bưu chính")),
                (Channel.ONLINE, self.tr("Trực tuyến")),
            ]
        )


class DeliveryChoice(Segmented):
    """Where the citizen takes the result."""

    def __init__(self) -> None:
        super().__init__(self.tr("Nhận kết quả"))
        self.set_choices(
            [
                (DeliveryMethod.COUNTER, self.tr("Tại quầy")),
                (DeliveryMethod.POSTAL, self.tr("Bưu chính")),
                (DeliveryMethod.ONLINE, self.tr("Điện tử")),
            ]
        )
