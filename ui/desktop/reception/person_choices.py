"""What is chosen of a person and not typed: the kind of identity paper, and the sex."""

from station.domain.person import IdDocumentType, Sex
from ui.desktop.kit.combo import Combo
from ui.desktop.kit.segmented import Segmented
from ui.desktop.reception.field_state import NOT_PRESENTED


class PaperTypeChoice(Combo):
    """The kinds of identity paper."""

    def __init__(self, *, may_be_unknown: bool = False) -> None:
        """The number can have been typed without the paper being seen.

        Args:
            may_be_unknown: there can be no number either; its value is empty.
        """
        super().__init__(self.tr("Loại giấy tờ"))
        kinds = [
            (IdDocumentType.CAN_CUOC, self.tr("Thẻ căn cước")),
            (IdDocumentType.CCCD, self.tr("Căn cước công dân")),
            (IdDocumentType.CAN_CUOC_CERTIFICATE, self.tr("Giấy chứng nhận căn cước")),
            (IdDocumentType.PERSONAL_NUMBER, self.tr("Số định danh")),
            (IdDocumentType.PASSPORT, self.tr("Hộ chiếu")),
            (IdDocumentType.CMND, self.tr("CMND 9 số")),
            (IdDocumentType.OTHER, self.tr("Giấy tờ khác")),
        ]
        unseen = (NOT_PRESENTED, self.tr("Chưa xuất trình bản chính"))
        unknown = [("", self.tr("Chưa ghi giấy tờ"))] if may_be_unknown else []
        self.set_choices([*unknown, *kinds, unseen])


class SexChoice(Segmented):
    """Male or female; nothing is chosen before."""

    def __init__(self) -> None:
        super().__init__(self.tr("Giới tính"))
        self.set_choices([(Sex.MALE, self.tr("Nam")), (Sex.FEMALE, self.tr("Nữ"))])
