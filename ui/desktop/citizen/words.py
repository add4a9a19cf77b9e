"""What the citizen's display says, and what is said of it. Free of Qt.

The display speaks Vietnamese, whatever the officer reads; captions and questions can have English
below them. What is told to the officer is in the officer's language.
"""

from typing import Final

from station.domain.dossier import DeliveryMethod
from station.domain.ratings import RatedAct, Satisfaction
from station.words import Words

GREETING: Final[Words] = {"vi": "Kính chào ông/bà", "en": "Welcome"}
BRING: Final[Words] = {
    "vi": "Mang theo căn cước và giấy hẹn để nhận kết quả nhanh hơn",
    "en": "Bring your identity card and your slip when you collect a result",
}
LOOK: Final[Words] = {"vi": "Kính mời ông/bà xem lại", "en": "Please check"}
COUNTER: Final = "Quầy {number}"
BORN: Final = "Sinh {day}"
FOR: Final = "Hồ sơ của {name}"
PAPERS: Final[Words] = {"vi": "Giấy tờ đã nhận", "en": "Papers received"}
ALL_HERE: Final = "{count} giấy, đủ"
NOT_ALL: Final = "{count} giấy, còn thiếu {missing}"
LACKING: Final = "Còn thiếu: {names}"
FEE: Final[Words] = {"vi": "Phí và lệ phí", "en": "Fees"}
NO_FEE: Final = "Không thu"
CHANGE: Final[Words] = {"vi": "Trả lại ông/bà", "en": "Your change"}
DUE: Final[dict[DeliveryMethod, Words]] = {
    DeliveryMethod.COUNTER: {
        "vi": "Hẹn trả kết quả tại Quầy {number}",
        "en": "Your result, at counter {number}",
    },
    DeliveryMethod.POSTAL: {
        "vi": "Hẹn trả kết quả qua bưu chính",
        "en": "Your result, sent by post",
    },
    DeliveryMethod.ONLINE: {
        "vi": "Hẹn trả kết quả trực tuyến",
        "en": "Your result, online",
    },
}
QUESTION: Final[Words] = {"vi": "Thông tin đúng chưa ạ?", "en": "Is everything correct?"}
RIGHT: Final[Words] = {"vi": "Đúng", "en": "Correct"}
WRONG: Final[Words] = {"vi": "Chưa đúng", "en": "Not correct"}
TOUCH: Final[Words] = {
    "vi": "Chạm vào màn hình, hoặc nói với cán bộ",
    "en": "Touch the screen, or tell the officer",
}
WAIT: Final[Words] = {
    "vi": "Cán bộ đang ghi hồ sơ của ông/bà",
    "en": "The officer is entering your application",
}
SAID_RIGHT: Final[Words] = {"vi": "Cảm ơn ông/bà đã xem lại", "en": "Thank you for checking"}
SAID_WRONG: Final[Words] = {
    "vi": "Xin nói với cán bộ chỗ chưa đúng",
    "en": "Please tell the officer what is not correct",
}
DONE: Final[dict[RatedAct, Words]] = {
    RatedAct.RECEPTION: {"vi": "Đã nhận hồ sơ {code}", "en": "Your application was received"},
    RatedAct.RETURN: {"vi": "Đã trả kết quả hồ sơ {code}", "en": "Your result was handed over"},
}
HOW: Final[Words] = {
    "vi": "Ông/bà có hài lòng với lần phục vụ này không?",
    "en": "Are you content with the service?",
}
RATINGS: Final[dict[Satisfaction, Words]] = {
    Satisfaction.VERY_SATISFIED: {"vi": "Rất hài lòng", "en": "Very content"},
    Satisfaction.SATISFIED: {"vi": "Hài lòng", "en": "Content"},
    Satisfaction.NOT_SATISFIED: {"vi": "Chưa hài lòng", "en": "Not content"},
}
SECRET: Final[Words] = {
    "vi": "Cán bộ không xem được từng đánh giá",
    "en": "The officer does not see single answers",
}
THANKS: Final[Words] = {"vi": "Cảm ơn ông/bà", "en": "Thank you"}

OFFERED: Final[Words] = {"vi": "Có màn hình thứ hai", "en": "There is a second screen"}
GONE: Final[Words] = {"vi": "Màn hình dân đã rút", "en": "The citizen's screen is gone"}
ASKED: Final[Words] = {"vi": "Đang mời xem lại", "en": "The citizen is checking"}
TOLD_RIGHT: Final[Words] = {"vi": "Dân xác nhận đúng", "en": "The citizen says: correct"}
TOLD_WRONG: Final[Words] = {"vi": "Dân báo chưa đúng", "en": "The citizen says: not correct"}
