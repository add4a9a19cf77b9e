"""The worst that an office may believably meet: long names, a procedure of 300 letters, 30 papers.

Everybody and everything here is invented; the shapes are those of real names, papers and
addresses. A template is looked at with it, and printed as a trial, before a citizen gets it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from station.domain.money.amounts import DENOMINATIONS
from station.forms.letter_layouts import Names, PaperKind
from station.words import capitalised, figures, spelled

CODE: Final = "000.00.17.H25-261123-0217"
PERSON: Final = "Công Tằng Tôn Nữ Hoàng Phương Thảo Nguyên"
ORGANISATION: Final = (
    "Công ty trách nhiệm hữu hạn một thành viên Đầu tư, Xây dựng và Kinh doanh bất động sản "
    "Phượng Hoàng Tràng An"
)
PROCEDURE: Final = (
    "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần "
    "đầu đối với tổ chức đang sử dụng đất và đăng ký biến động đối với trường hợp chuyển nhượng, "
    "nhận thừa kế, tặng cho, góp vốn, cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây "
    "dựng kinh doanh bất động sản"
)
ADDRESS: Final = (
    "Số 128B, ngõ 1024/56, đường Nguyễn Lương Bằng kéo dài, khu dân cư tập trung phía Tây Nam cầu "
    "Châu Giang, tổ dân phố số 12, phường Lê Hồng Phong, tỉnh Ninh Bình"
)
AGENCY: Final = (
    "Văn phòng Đăng ký đất đai tỉnh Ninh Bình – Chi nhánh khu vực liên phường Hoa Lư, Tây Hoa Lư"
)
REASON: Final = (
    "Giấy chứng nhận đã cấp ghi diện tích 128,5 m², trích đo bản đồ địa chính ghi 131,2 m²; phần "
    "chênh lệch chưa có biên bản xác định ranh giới, mốc giới có chữ ký của chủ sử dụng đất liền kề"
)
LEGAL_BASIS: Final = (
    "Khoản 4 Điều 135 Luật Đất đai số 31/2024/QH15; Điều 37 Nghị định số 101/2024/NĐ-CP ngày "
    "29/7/2024 của Chính phủ"
)
_AT: Final = "16 giờ 30 phút, ngày 08/12/2026"
_PAPERS: Final = (
    "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 18 ban hành kèm theo "
    "Nghị định số 151/2025/NĐ-CP",
    "Bản gốc Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với "
    "đất đã cấp",
    "Mảnh trích đo bản đồ địa chính thửa đất",
    "Văn bản về việc thay đổi thông tin của người được cấp Giấy chứng nhận theo quy định của pháp "
    "luật về hộ tịch",
    "Hợp đồng chuyển nhượng quyền sử dụng đất đã công chứng",
    "Chứng từ thực hiện nghĩa vụ tài chính; giấy tờ liên quan đến việc miễn, giảm nghĩa vụ tài "
    "chính về đất đai, tài sản gắn liền với đất (nếu có)",
    "Tờ khai lệ phí trước bạ nhà, đất (Mẫu số 01/LPTB)",
    "Tờ khai thuế thu nhập cá nhân (Mẫu số 03/BĐS-TNCN)",
    "Giấy xác nhận thông tin về cư trú",
    "Giấy phép xây dựng",
    "Quyết định phê duyệt quy hoạch chi tiết xây dựng tỷ lệ 1/500 của dự án",
    "Biên bản nghiệm thu hoàn thành hạng mục công trình đưa vào sử dụng",
    "Sơ đồ nhà ở, tài sản gắn liền với đất có xác nhận của đơn vị đo đạc",
    "Văn bản thỏa thuận của các thành viên có chung quyền sử dụng đất",
    "Giấy ủy quyền",
)
"""Twice over they are thirty."""


def paper(number: int) -> str:
    """Give the name of the n-th of the thirty papers, counted from 1."""
    name = _PAPERS[(number - 1) % len(_PAPERS)]
    return name if number <= len(_PAPERS) else f"{name} – của bên nhận"


FACTS: Final[Names] = {
    "acts": (
        f"Hoàn 128.000 đ lúc 10:05 23/11/2026, biên lai LP/26E 0001219, lý do: thu thừa phí thẩm "
        f"định, {PERSON} duyệt; Huỷ 50.000 đ lúc 15:40 23/11/2026, lý do: người nộp rút hồ sơ"
    ),
    "address": ADDRESS,
    "approver": PERSON,
    "approver_capitals": PERSON.upper(),
    "at": _AT,
    "certified_copies": "12",
    "closed": _AT,
    "code": CODE,
    "collector": PERSON.upper(),
    "collector_as": "(được ủy quyền: Hợp đồng ủy quyền số 1024/2026/HĐUQ ngày 12/11/2026)",
    "collector_number": "0351******45",
    "collector_phone": "0912 345 678",
    "cooperating_agency": f"Chi cục Thuế khu vực VI; {AGENCY}",
    "copies": "12",
    "count_summary": "30 loại: 15 chính, 12 chứng thực, 12 photo",
    "counter": "Quầy 12",
    "deadline": "23/12/2026",
    "detail": "– mới nộp bản photo, chưa có chứng thực; còn thiếu chữ ký của vợ hoặc chồng",
    "difference_reason": (
        "khách trả hai tờ 20.000 dính nhau, phát hiện khi kiểm cuối ca, đã lập biên bản"
    ),
    "due": _AT,
    "earlier_due": "16 giờ 30 phút, ngày 01/12/2026",
    "email": "congtangtonnuhoangphuongthaonguyen.1985@trungtamhanhchinhcong.example.vn",
    "guidance_code": "HD-3K7M4",
    "handling_agency": AGENCY,
    "id_number": "0351******45",
    "in_person": "",
    "kept": "1",
    "left_behind": f"{CODE}: đang ký sao y bản giấy",
    "legal_basis": LEGAL_BASIS,
    "list_hash": "0123 4567 89ab cdef 0123 4567 89ab cdef",
    "list_number": "BG-0031",
    "method": "bưu chính",
    "missed_before": "lần trước bản trích đo chưa có, nên chưa đối chiếu được diện tích",
    "new_due": "16 giờ 30 phút, ngày 22/12/2026",
    "note": "Người nhận đề nghị gửi thêm một bản sao qua bưu chính về địa chỉ đã đăng ký",
    "one_stage": "",
    "opened": "07 giờ 30 phút, ngày 23/11/2026",
    "opener": PERSON,
    "opening_reason": "ca trước để lại thiếu một tờ 10.000, đã báo trưởng bộ phận",
    "originals": "15",
    "owner": ORGANISATION.upper(),
    "paid": "1.280.000 đồng",
    "pages": "186",
    "paper_number": "1024/XL-TTPVHCC",
    "period": "Từ ngày 01/01/2026 đến ngày 31/12/2026 – Cả bộ phận",
    "phone": "0912 345 678",
    "procedure": PROCEDURE,
    "processing_time": "30 ngày làm việc",
    "reason": REASON,
    "receipts": "LP/26E từ 0001201 đến 0001234, 34 số, huỷ 0001219, 0001226",
    "received": "09 giờ 41 phút, ngày 23/11/2026",
    "refunded": "640.000 đồng",
    "registered_at": f"địa chỉ {ADDRESS} (qua bưu chính)",
    "returned": _AT,
    "returned_at": _AT,
    "sealed_at": _AT,
    "second_due": "",
    "second_received": "",
    "sets": "02",
    "signatory": PERSON.upper(),
    "slip": "đã khai báo mất, không còn giá trị",
    "stage": "đang lấy ý kiến của cơ quan phối hợp giải quyết",
    "stopped_at": _AT,
    "stopped_by": AGENCY,
    "subject": PROCEDURE,
    "submitter": PERSON.upper(),
    "submitter_name": PERSON,
    "taker": AGENCY,
    "total": "30 hồ sơ, 412 loại giấy tờ, 1.860 trang",
    "two_stages": "1",
    "valid_until": "ngày 23/12/2026",
    "version": "2",
    "wanted": "1",
    "wanted_count": "12",
}
"""What a form says once, by the names that layouts use; a stage to come is left to the pen."""


def _counted(number: int) -> Names:
    kind = ("originals", "certified_copies", "copies")[number % 3]
    counts = dict.fromkeys(("originals", "certified_copies", "copies"), "–")
    return {"number": str(number), "name": paper(number), **counts, kind: str(number % 4 + 1)}


def _code(number: int) -> str:
    return f"000.00.17.H25-261123-{number:04d}"


def _whole(caption: str, count: str, amount: int, *, strong: bool = False) -> Names:
    said = {"caption": caption, "amount": figures(amount)}
    if strong:
        said = {"caption_strong": caption, "amount_strong": figures(amount)}
    blank = dict.fromkeys(("caption", "caption_strong", "amount", "amount_strong"), "")
    return {**blank, **said, "count": count}


_COUNTED: Final = sum(DENOMINATIONS) * 128
_NOTES: Final = tuple(_whole(figures(note), "128", note * 128) for note in DENOMINATIONS)
_TILL: Final = (
    _whole("Đầu ca phải có", "", 5_000_000),
    _whole("Đầu ca đếm được", "", 4_990_000),
    _whole("Thu tiền mặt", "128 lượt", 112_640_000),
    _whole("Thu chuyển khoản (theo dõi ở ngân hàng)", "64 lượt", 98_304_000),
    _whole("Thu thẻ (theo dõi ở ngân hàng)", "12 lượt", 6_400_000),
    _whole("Thu qua cổng dịch vụ công", "31 lượt", 19_840_000),
    _whole("Phải có trong quỹ", "", 117_630_000, strong=True),
    *(_whole(f"Tờ {figures(note)}", "64", note * 64) for note in DENOMINATIONS),
    _whole("Đếm được cuối ca", "", 117_610_000, strong=True),
    _whole("Chênh lệch", "", 20_000, strong=True),
)
ROWS: Final[Mapping[str, Sequence[Names]]] = {
    "documents": [_counted(number) for number in range(1, 31)],
    "lacking": [{**_counted(n), "detail": FACTS["detail"]} for n in range(1, 31)],
    "wanted": [
        {
            "number": str(number),
            "name": paper(number),
            "detail": "Hôm nay mới có bản photo. Xin tại: UBND phường nơi đăng ký khai sinh.",
        }
        for number in range(1, 13)
    ],
    "kept": [{"name": paper(number)} for number in range(13, 31)],
    "results": [
        {
            "number": str(number),
            "name": paper(number),
            "reference": f"CS {number:02d}128456/2026, ngày 07/12/2026",
        }
        for number in range(1, 4)
    ],
    "hand_overs": [
        {
            "giver": "Bộ phận Tiếp nhận và Trả kết quả",
            "taker": AGENCY,
            "at": _AT,
            "outcome": "Trước hạn",
            "remark": "Danh sách BG-0031",
        }
    ]
    * 4,
    "entries": [
        {
            "number": str(number),
            "code": _code(number),
            "owner": (ORGANISATION if number % 3 == 0 else PERSON).upper(),
            "subject": PROCEDURE if number % 4 == 0 else "Cấp bản sao trích lục hộ tịch",
            "received": "09:41 23/11/2026",
            "due": "16:30 08/12/2026",
            "returned": "10:05 07/12/2026",
            "remark": "gia hạn 1 lần",
        }
        for number in range(1, 31)
    ],
    "dossiers": [
        {
            "number": str(number),
            "code": _code(number),
            "owner": (ORGANISATION if number % 3 == 0 else PERSON).upper(),
            "subject": PROCEDURE if number % 4 == 0 else "Cấp bản sao trích lục hộ tịch",
            "documents": "30",
            "due": "08/12/2026",
        }
        for number in range(1, 31)
    ],
    "lines": _TILL,
}
"""The rows of every list."""
_GIVEN_BACK: Final = {"originals": f"{paper(2)} (1 bản); {paper(5)} (2 bản)"}
SHEETS: Final[Mapping[PaperKind, tuple[Names, Mapping[str, Sequence[Names]]]]] = {
    PaperKind.CASH_COUNT: (
        {
            "total": f"{figures(_COUNTED)} đồng",
            "in_words": f"{capitalised(spelled(_COUNTED))} đồng",
        },
        {"lines": _NOTES},
    ),
    PaperKind.REGISTER: ({"total": "30 hồ sơ."}, {}),
    PaperKind.RESULT_RECEIPT: (_GIVEN_BACK, {}),
    PaperKind.PAPERS_BACK: (_GIVEN_BACK, {}),
}
"""What a kind of paper says in its own way."""
