"""Every reason for which the province says no, in words for the officer."""

from sync.contract.messages import PROBLEM_PREFIX, Problem

_TITLES: dict[str, tuple[int, str, str]] = {
    "malformed-request": (400, "Yêu cầu gửi lên không đúng mẫu.", "The request is malformed."),
    "contract-version": (
        400,
        "Phần mềm ở quầy và máy chủ không cùng phiên bản giao tiếp; cần cập nhật.",
        "The station and the server speak different versions; an update is needed.",
    ),
    "not-authorised": (
        401,
        "Máy chủ không công nhận quầy này; quản trị cần đăng ký lại quầy.",
        "The server does not know this station; it must be enrolled again.",
    ),
    "enrolment-refused": (
        403,
        "Mã đăng ký không đúng, đã hết hạn, đã dùng, hoặc dành cho quầy khác.",
        "The enrolment code is wrong, expired, used, or meant for another counter.",
    ),
    "not-found": (404, "Máy chủ không có mục này.", "The server has no such thing."),
    "no-catalogue": (
        404,
        "Máy chủ này không phát hành danh mục thủ tục.",
        "This server publishes no catalogue.",
    ),
    "method-not-allowed": (
        405,
        "Máy chủ không nhận thao tác này.",
        "The server does not take this method here.",
    ),
    "too-large": (
        413,
        "Gói gửi lên lớn hơn mức máy chủ cho phép.",
        "What was sent is larger than the server allows.",
    ),
    "unsupported-encoding": (
        415,
        "Máy chủ không đọc được cách nén này.",
        "The server does not understand this compression.",
    ),
    "unsupported-media-type": (
        415,
        "Máy chủ không nhận kiểu nội dung này.",
        "The server does not take this type of content.",
    ),
    "unsupported-checksum": (
        400,
        "Máy chủ không biết cách kiểm tra này.",
        "The server does not know this checksum.",
    ),
    "tus-version": (412, "Máy chủ chỉ nhận tus 1.0.0.", "Only tus 1.0.0 is spoken here."),
    "offset-mismatch": (
        409,
        "Phần tệp gửi lên không nối tiếp phần đã có.",
        "The chunk does not start where the upload ends.",
    ),
    "checksum-mismatch": (
        460,
        "Phần tệp bị hỏng trên đường truyền.",
        "The chunk was damaged on the way.",
    ),
    "file-mismatch": (
        460,
        "Tệp nhận được khác với tệp đã khai báo.",
        "The file is not the one that was announced.",
    ),
    "server-error": (500, "Máy chủ đang có lỗi.", "The server has a fault."),
    "malformed-event": (
        422,
        "Bản ghi thiếu hoặc sai một mục.",
        "The record lacks a field or has a wrong one.",
    ),
    "wrong-station": (
        403,
        "Bản ghi mang tên một quầy khác.",
        "The record is signed by another station.",
    ),
    "hash-mismatch": (
        422,
        "Nội dung bản ghi không khớp mã kiểm tra của nó; có thể đã bị sửa.",
        "The record does not match its own hash; it may have been changed.",
    ),
    "event-conflict": (
        409,
        "Máy chủ đã có một bản ghi khác mang cùng mã nhận dạng.",
        "Another record with the same id is here already.",
    ),
    "sequence-taken": (
        409,
        "Máy chủ đã có một bản ghi khác của quầy mang cùng số thứ tự; "
        "dữ liệu của quầy có thể vừa được khôi phục từ bản cũ.",
        "Another record of this station has the same number; "
        "the store may have been restored from an old copy.",
    ),
    "broken-chain": (
        409,
        "Bản ghi không nối đúng với bản ghi liền kề của quầy.",
        "The record does not link to its neighbour in the station's chain.",
    ),
    "out-of-order": (
        409,
        "Máy chủ đã có một bản ghi mới hơn của hồ sơ này.",
        "A later record of this dossier is here already.",
    ),
    "held-back": (
        409,
        "Bản ghi chờ một bản ghi trước đó của cùng hồ sơ được xử lý xong.",
        "An earlier record of the same dossier must be settled first.",
    ),
    "unknown-dossier": (
        409,
        "Máy chủ chưa có hồ sơ mà bản ghi nói tới.",
        "The dossier of this record is not here.",
    ),
    "dossier-received-already": (
        409,
        "Hồ sơ này đã được tiếp nhận bằng một bản ghi khác.",
        "This dossier was received by another record already.",
    ),
    "dossier-of-other-station": (
        403,
        "Hồ sơ này thuộc cơ quan khác.",
        "This dossier belongs to another agency.",
    ),
    "code-taken": (
        409,
        "Mã hồ sơ này đã được cấp cho một hồ sơ khác.",
        "Another dossier has this code already.",
    ),
    "code-of-other-agency": (
        422,
        "Mã hồ sơ không bắt đầu bằng mã cơ quan của quầy.",
        "The dossier code does not begin with the station's agency.",
    ),
    "number-outside-range": (
        422,
        "Số trong mã hồ sơ không thuộc dải số cấp cho quầy.",
        "The number in the dossier code is not of the station's range.",
    ),
}
KINDS = frozenset(_TITLES)


class RefusedError(Exception):
    """A request, or one event, is refused for a reason that the contract names."""

    def __init__(self, kind: str, *, field: str | None = None) -> None:
        super().__init__(kind)
        self.kind, self.field = kind, field

    def problem(self) -> Problem:
        """Give the reason as it goes over the wire."""
        status, title, title_en = _TITLES[self.kind]
        return Problem(
            type=PROBLEM_PREFIX + self.kind,
            title=title,
            title_en=title_en,
            status=status,
            field=self.field,
        )
