"""The one map of keys: badges, shortcuts, the key sheet and the manual all read it.

Reserved and never used: bare Ctrl+Shift and Alt+Z (they switch Vietnamese input methods), Ctrl+J,
Ctrl+M and Ctrl+I (some readers send line ends and tabs as these), F10, and Ctrl+Alt with anything
(AltGr). Esc is one step back and never discards. Single keys act in tables only.
"""

from dataclasses import dataclass
from typing import Final

from station.words import Language
from ui.desktop.key_acts import Act as Act
from ui.desktop.key_scopes import Scope

RESERVED: Final = (
    *("Ctrl+Shift", "Alt+Z", "Ctrl+J", "Ctrl+M", "Ctrl+I", "F10", "Alt+F4"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+E", "Ctrl+U"),
)
"""The second line: a text field takes them itself, on Linux Ctrl+E and Ctrl+U too."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One key: as it is written on a badge (and in Qt's portable format), where, and its words."""

    keys: str
    scope: Scope
    vietnamese: str
    english: str

    def label(self, language: Language) -> str:
        return self.english if language == "en" else self.vietnamese


_ALL, _NEW, _PAPERS = Scope.EVERYWHERE, Scope.RECEPTION, Scope.PAPERS
_SCAN, _PAGES = Scope.SCAN, Scope.PAGES
KEYS: Final[dict[Act, Binding]] = {
    Act.HELP: Binding(
        "F1", _ALL, "Trợ giúp, bảng phím của màn này", "Help with this page, its keys"
    ),
    Act.SUPPORT: Binding("Ctrl+F1", _ALL, "Lưu gói hỗ trợ", "Save the support page"),
    Act.PALETTE: Binding("Ctrl+K", _ALL, "Bảng lệnh: tìm việc", "Find what to do"),
    Act.NEW: Binding("F2", _ALL, "Tiếp nhận mới", "New reception"),
    Act.SEARCH: Binding("F3", _ALL, "Tìm hồ sơ", "Find a dossier"),
    Act.SYNC: Binding("F5", _ALL, "Đồng bộ ngay", "Synchronise now"),
    Act.PAUSE_LINE: Binding("Ctrl+F5", _ALL, "Tạm dừng gửi, gửi tiếp", "Pause sending; go on"),
    Act.SYNC_CENTRE: Binding("Shift+F5", _ALL, "Trung tâm đồng bộ", "The sync centre"),
    Act.HOME: Binding("Alt+0", _ALL, "Bàn làm việc", "The desk of today"),
    Act.BOARD: Binding("Ctrl+T", _ALL, "Bảng trưởng bộ phận", "The supervisor's board"),
    Act.LIST: Binding("Ctrl+0", _ALL, "Hồ sơ hôm nay", "Today's dossiers"),
    Act.RESULTS: Binding("Ctrl+L", _ALL, "Trả kết quả", "Return results"),
    Act.HAND_OVER: Binding("Ctrl+B", _ALL, "Bàn giao hồ sơ", "Hand folders over"),
    Act.SIGNING: Binding("Alt+W", _ALL, "Ký sao y: bản chờ ký", "Copies to be signed"),
    Act.CATALOGUE: Binding("Ctrl+D", _ALL, "Danh mục thủ tục", "The catalogue"),
    Act.LOG: Binding("Alt+N", _ALL, "Nhật ký ngày", "The daily log"),
    Act.DEVICES: Binding("Ctrl+O", _ALL, "Thiết bị", "Devices"),
    Act.SETTINGS: Binding("Ctrl+,", _ALL, "Cài đặt: giao diện, phím", "Settings: looks, keys"),
    Act.STATE_DAY: Binding("Alt+J", _ALL, "Giờ máy sai: gõ ngày", "Wrong clock: say the day"),
    Act.TAB: Binding("Ctrl+1…9", _ALL, "Hồ sơ đang mở", "Open drafts"),
    Act.FULL_SCREEN: Binding("F11", _ALL, "Toàn màn hình", "Full screen"),
    Act.LOCK: Binding("F12", _ALL, "Khoá máy", "Lock the station"),
    Act.CITIZEN_SCREEN: Binding("Shift+F11", _ALL, "Màn hình dân", "The citizen's display"),
    Act.BACK: Binding("Esc", _ALL, "Lùi một bước, không mất gì", "One step back, nothing is lost"),
    Act.COPY_CODE: Binding("Alt+S", _ALL, "Chép mã vừa quét", "Copy the code just read"),
    Act.READER_TEST: Binding("Shift+F1", _ALL, "Trang thử đầu đọc", "The readers' test page"),
    Act.LEARN_READER: Binding("Alt+R", _ALL, "Nhớ đầu đọc vừa thử", "Learn the reader just tried"),
    Act.NEXT_ZONE: Binding("F6", _NEW, "Vùng kế tiếp", "Next zone"),
    Act.PREVIOUS_ZONE: Binding("Shift+F6", _NEW, "Vùng trước", "Previous zone"),
    Act.ZONE_1: Binding("Alt+1", _NEW, "Người nộp", "Applicant"),
    Act.ZONE_2: Binding("Alt+2", _NEW, "Thủ tục", "Procedure"),
    Act.ZONE_3: Binding("Alt+3", _NEW, "Giấy tờ", "Papers"),
    Act.ZONE_4: Binding("Alt+4", _NEW, "Phí, hẹn", "Fees and due date"),
    Act.CARD_PICTURE: Binding("Alt+Q", _NEW, "Đọc thẻ từ ảnh", "Read a card from a picture"),
    Act.PASTE_CARD: Binding("Ctrl+V", _NEW, "Dán ảnh thẻ hoặc mã", "Paste a card's picture"),
    Act.PLACE: Binding("Alt+A", _NEW, "Địa bàn đã chia: lấy nơi kế", "Parted unit: the next one"),
    Act.EMAIL: Binding("Alt+E", _NEW, "Email người nộp", "The applicant's e-mail"),
    Act.OWNER: Binding("Alt+U", _NEW, "Nộp thay, uỷ quyền", "Acting for another one"),
    Act.PROCEDURE: Binding("F4", _NEW, "Chọn, đổi thủ tục", "Choose the procedure"),
    Act.SCAN_DESK: Binding("F7", _NEW, "Bàn quét: quét giấy tờ", "Scan desk: scan papers"),
    Act.ATTACH: Binding("Alt+F", _NEW, "Đính tệp vào dòng giấy tờ", "Attach files to the paper"),
    Act.CHECK: Binding("Alt+K", _NEW, "Kiểm tra giấy: đạt, nguồn", "Judge the paper, its source"),
    Act.FEES: Binding("F8", _NEW, "Khoản thu, tiền khách đưa", "Fees and money handed over"),
    Act.WHY: Binding("Alt+V", _NEW, "Vì sao ngày hẹn này", "Why this due date"),
    Act.GROUND: Binding("Alt+C", _NEW, "Nhận theo căn cứ khác", "Accept on another ground"),
    Act.COMPARE: Binding("Alt+G", _NEW, "So hồ sơ trùng cạnh nhau", "Duplicates side by side"),
    Act.KEPT: Binding("Alt+D", _NEW, "Đang dở, phiếu hướng dẫn", "Drafts and guidance sheets"),
    Act.CITIZEN_RIGHT: Binding("Alt+M", _NEW, "Dân xác nhận đúng", "The citizen says: correct"),
    Act.CITIZEN_WRONG: Binding("Alt+X", _NEW, "Dân báo chưa đúng", "The citizen: not correct"),
    Act.EXITS: Binding("Alt+H", _NEW, "Hướng dẫn, mẫu 02, từ chối", "Guide, ask, or refuse"),
    Act.LETTER_NEXT_PAGE: Binding("PgDown", _NEW, "Phiếu sẽ in: trang sau", "Its next page"),
    Act.LETTER_PAGE_BEFORE: Binding("PgUp", _NEW, "Phiếu sẽ in: trang trước", "The page before"),
    Act.ACCEPT: Binding("Ctrl+Enter", _NEW, "Tiếp nhận và in", "Accept and print"),
    Act.REPRINT: Binding("Ctrl+R", _NEW, "In lại phiếu vừa nhận", "Print the last slip again"),
    Act.GIVE_AT_ONCE: Binding("Alt+L", _NEW, "Trả ngay hồ sơ vừa nhận", "Give its result at once"),
    Act.CAME_OUT: Binding("Alt+Y", _ALL, "Giấy hỏi trên màn đã ra", "The paper came out"),
    Act.NOT_OUT: Binding("Alt+O", _ALL, "Giấy chưa ra, in lại", "It did not: print it"),
    Act.OTHER_WAY: Binding("Alt+I", _NEW, "In ra máy in kia", "Print on the other printer"),
    Act.PREVIEW: Binding("Ctrl+P", _ALL, "Xem phiếu", "See the slip"),
    Act.ENOUGH: Binding("Space", _PAPERS, "Dòng này đủ / bỏ", "This row is complete, or not"),
    Act.COPIES: Binding("0…9", _PAPERS, "Số bản của ô đang chọn", "Number of the chosen kind"),
    Act.KIND: Binding("← →", _PAPERS, "Chính, chứng thực, sao, xuất trình", "Kind of copy"),
    Act.OTHER_PAPER: Binding("+", _PAPERS, "Giấy tờ khác ngoài danh mục", "A paper not listed"),
    Act.REMOVE: Binding("Del", _PAPERS, "Bỏ giấy tờ khác, bỏ tệp", "Remove it, or its file"),
    Act.RETURN: Binding("Ctrl+Z", _NEW, "Lấy lại tệp, giấy vừa bỏ", "Undo the removal"),
    Act.CHARGE: Binding("Space", Scope.FEES, "Thu / không thu khoản này", "Charge it, or not"),
    Act.OPEN: Binding("Enter", Scope.LIST, "Mở hồ sơ của dòng này", "Open the dossier of this row"),
    Act.NARROW: Binding("Alt+L", Scope.LIST, "Lọc: ngày, hẹn, lĩnh vực…", "Narrow: days, field…"),
    Act.WIDEN: Binding("Alt+X", Scope.LIST, "Bỏ mọi điều kiện lọc", "Take all conditions off"),
    Act.SAVE_FILTER: Binding("Ctrl+S", Scope.LIST, "Lưu bộ lọc đang dùng", "Save this filter"),
    Act.SAVED_FILTERS: Binding("Alt+B", Scope.LIST, "Bộ lọc đã lưu", "The saved filters"),
    Act.SAVED_FILTER: Binding("Alt+1…9", Scope.LIST, "Dùng bộ lọc đã lưu", "Use a saved filter"),
    Act.SEND_AGAIN: Binding("Alt+G", Scope.LIST, "Gửi lại dòng bị trả", "Send the row again"),
    Act.CONFIRM: Binding(
        "Ctrl+Enter", Scope.DOSSIER, "Việc kế, ghi việc đang mở", "Next act; do it"
    ),
    Act.TICK: Binding("Space", Scope.RESULTS, "Đánh dấu đã đưa giấy này", "This paper was given"),
    Act.GIVE: Binding("Ctrl+Enter", Scope.RESULTS, "Đã trả, ghi và in", "Given: note and print"),
    Act.COLLECT: Binding("Alt+T", Scope.RESULTS, "Thu phí còn thiếu", "Collect what is owed"),
    Act.SLIP_LOST: Binding("Alt+M", Scope.RESULTS, "Mất giấy hẹn", "The slip was lost"),
    Act.KEEP_REST: Binding(
        "Alt+G", Scope.RESULTS, "Bản gốc không đánh dấu lưu hồ sơ", "Other originals stay"
    ),
    Act.ARRIVED: Binding("Alt+K", Scope.RESULTS, "Kết quả đã về quầy", "The result has come"),
    Act.TICK_ALL: Binding(
        "Alt+A", Scope.HAND_OVER, "Đủ cả bìa của cơ quan", "All folders are here"
    ),
    Act.LEAVE: Binding("Alt+L", Scope.HAND_OVER, "Lý do để bìa lại", "Why a folder stays"),
    Act.SIGNED: Binding(
        "Alt+K", Scope.HAND_OVER, "Bên nhận đã ký danh sách", "The receiver has signed"
    ),
    Act.SIGN_COPIES: Binding(
        "Ctrl+Enter", Scope.SIGNING, "Ký cả loạt bằng một mã PIN", "Sign them with one PIN"
    ),
    Act.STAMP_COPIES: Binding("Alt+T", Scope.SIGNING, "Thêm dấu thời gian", "Add time stamps"),
    Act.STOP_SIGNING: Binding(
        "Alt+X", Scope.SIGNING, "Dừng ký, phần còn lại vẫn chờ", "Stop; the rest waits"
    ),
    Act.LEAVE_COPY: Binding("Space", Scope.SIGNING, "Để bản này lại / ký", "Leave it out, or not"),
    Act.OPEN_PACK: Binding("Alt+F", Scope.CATALOGUE, "Mở tệp danh mục", "Open a catalogue file"),
    Act.TAKE_PACK: Binding(
        "Ctrl+Enter", Scope.CATALOGUE, "Đưa danh mục vào sử dụng", "Put the catalogue in force"
    ),
    Act.TRUSTED_KEYS: Binding(
        "Alt+K", Scope.CATALOGUE, "Khoá tin cậy, các gói", "Trusted keys, or the packs"
    ),
    Act.ADD_KEY: Binding("Alt+T", Scope.CATALOGUE, "Thêm khoá tin cậy", "Trust a key"),
    Act.RETIRE_KEY: Binding("Alt+X", Scope.CATALOGUE, "Thu hồi khoá", "Trust a key no more"),
    Act.CHECK_AGAIN: Binding(
        "Alt+H", Scope.HOME, "Kiểm tra lại từ đầu", "Run the whole check again"
    ),
    Act.PRINT_BOARD: Binding("F9", Scope.BOARD, "In bảng điều hành", "Print the board"),
    Act.STEP_TIMES: Binding(
        "Alt+B", Scope.BOARD, "Thời gian các bước tiếp nhận", "Time of each reception step"
    ),
    Act.APPROVE: Binding(
        "Ctrl+Enter", Scope.BOARD, "Xem và duyệt việc chờ duyệt", "See what waits, approve it"
    ),
    Act.REFUSE_APPROVAL: Binding(
        "Alt+X", Scope.BOARD, "Không duyệt, rút lại", "Refuse it, or take it back"
    ),
    Act.SEE_WAITING: Binding(
        "Alt+E", Scope.BOARD, "Mở hồ sơ của dòng này", "Open the dossier of this row"
    ),
    Act.ACCOUNTS: Binding("Alt+D", Scope.SETTINGS, "Người dùng", "Users"),
    Act.OWN_SIGN_IN: Binding("Alt+P", Scope.SETTINGS, "Đổi mật khẩu của tôi", "My own password"),
    Act.TEMPLATES: Binding("Alt+M", Scope.SETTINGS, "Mẫu giấy của cơ quan", "The office's forms"),
    Act.TRAINING: Binding("Alt+H", Scope.SETTINGS, "Cửa sổ tập huấn", "The training window"),
    Act.OPEN_TEMPLATES: Binding("Alt+F", Scope.TEMPLATES, "Mở tệp mẫu", "Open a file of forms"),
    Act.TAKE_TEMPLATES: Binding(
        "Ctrl+Enter", Scope.TEMPLATES, "Đưa mẫu vào sử dụng", "Put the forms in force"
    ),
    Act.PRINT_TEMPLATE: Binding("F9", Scope.TEMPLATES, "In thử mẫu này", "Print this form"),
    Act.SAVE_TEMPLATE: Binding("Ctrl+S", Scope.TEMPLATES, "Lưu tệp để sửa", "Save a file to edit"),
    Act.RESET_TEMPLATES: Binding(
        "Alt+X", Scope.TEMPLATES, "Dùng lại mẫu có sẵn", "Use the built-in forms"
    ),
    Act.LOGO: Binding("Alt+L", Scope.TEMPLATES, "Chọn biểu trưng", "Choose the logo"),
    Act.NEW_ACCOUNT: Binding("Alt+T", Scope.ACCOUNTS, "Thêm người", "Somebody new"),
    Act.CLOSE_ACCOUNT: Binding("Alt+X", Scope.ACCOUNTS, "Đóng tài khoản", "Close the account"),
    Act.SAVE_ACCOUNT: Binding("Ctrl+Enter", Scope.ACCOUNTS, "Ghi tài khoản", "Keep the account"),
    Act.RESTART: Binding(
        "Ctrl+Enter", Scope.SETTINGS, "Mở lại chương trình", "Start the program anew"
    ),
    Act.RESEND: Binding("Alt+G", Scope.SYNC, "Gửi lại việc bị trả", "Send it again"),
    Act.FIX_FIELD: Binding("Enter", Scope.SYNC, "Sửa đúng ô máy chủ báo", "Mend the field named"),
    Act.WHOLE_DOSSIER: Binding("Alt+E", Scope.SYNC, "Mở cả hồ sơ", "Open the whole dossier"),
    Act.DAY_BEFORE: Binding("Alt+Left", Scope.LOG, "Ngày trước", "The day before"),
    Act.DAY_AFTER: Binding("Alt+Right", Scope.LOG, "Ngày sau", "The day after"),
    Act.PRINT_LOG: Binding("F9", Scope.LOG, "In nhật ký", "Print the log"),
    Act.SAVE_LOG: Binding("Ctrl+S", Scope.LOG, "Lưu PDF, Excel, CSV", "Save PDF, Excel, CSV"),
    Act.SIGN_LOG: Binding("Ctrl+Enter", Scope.LOG, "Ký và khoá trang", "Sign and lock the page"),
    Act.ADJUSTMENTS: Binding("Alt+K", Scope.LOG, "Điều chỉnh sau khoá", "Adjustments after it"),
    Act.REGISTER: Binding("Alt+B", Scope.LOG, "Sổ theo dõi (mẫu 07)", "The register (form 07)"),
    Act.PRINT_TRIAL: Binding("F9", Scope.DEVICES, "In thử máy này", "Print a trial on it"),
    Act.SET_UP: Binding(
        "Ctrl+Enter", Scope.DEVICES, "Dùng thiết bị vừa tìm thấy", "Use what was found"
    ),
    Act.LOOK_AGAIN: Binding(
        "Alt+H", Scope.DEVICES, "Hỏi lại mọi thiết bị", "Ask all devices again"
    ),
    Act.SEAL: Binding("Ctrl+Enter", Scope.HAND_OVER, "Niêm phong, in hai liên", "Seal and print"),
    Act.TILL: Binding("F8", Scope.ELSEWHERE, "Quỹ, chốt ca", "The till"),
    Act.SETTLE: Binding("Ctrl+Enter", Scope.TILL, "Mở ca, chốt ca", "Open or close the shift"),
    Act.REFUND: Binding("Alt+H", Scope.TILL, "Hoàn tiền khoản này", "Give this money back"),
    Act.VOID: Binding("Alt+X", Scope.TILL, "Huỷ khoản thu này", "Void this payment"),
    Act.MONEY_CAME: Binding("Alt+D", Scope.TILL, "Tiền của khoản này đã đến", "The money came"),
    Act.TAKE_FEE: Binding(
        "Alt+T", Scope.TILL, "Thu phí còn thiếu của hồ sơ", "Collect what it owes"
    ),
    Act.TRANSFER_CODE: Binding("Alt+Q", Scope.TILL, "Mã VietQR để chuyển khoản", "VietQR code"),
    Act.CHARGE_MORE: Binding("Alt+C", Scope.TILL, "Thu thêm khoản khác", "Charge more fees"),
    Act.REDUCE_OWED: Binding("Alt+M", Scope.TILL, "Giảm khoản phải thu", "Reduce what is owed"),
    Act.SHIFT_REPORT: Binding("Alt+K", Scope.TILL, "Biên bản chốt quỹ", "Report of the shift"),
    Act.ASK_OF_TILL: Binding(
        "Alt+P", Scope.TILL, "Gửi trưởng bộ phận duyệt", "Leave it for the supervisor"
    ),
    Act.ASK_TO_CORRECT: Binding(
        "Alt+P", Scope.DOSSIER, "Gửi trưởng bộ phận duyệt", "Leave it for the supervisor"
    ),
    Act.REVEAL: Binding(
        "Alt+V", Scope.DOSSIER, "Hiện số giấy tờ, có ghi lại", "Show whole numbers; it is logged"
    ),
    Act.MONEY: Binding("Alt+T", Scope.DOSSIER, "Khoản thu, mã VietQR", "Its payments, VietQR"),
    Act.PEOPLE: Binding("Alt+U", Scope.DOSSIER, "Người nộp, chủ hồ sơ", "The people of it"),
    Act.TWIN: Binding("Alt+G", Scope.DOSSIER, "So với hồ sơ trùng", "Compare the duplicate"),
    Act.ASK_SERVER: Binding(
        "Alt+A", Scope.DOSSIER, "Hỏi máy chủ có gì của nó", "Ask the server what it has"
    ),
    Act.SEE_FILES: Binding("Enter", Scope.DOSSIER, "Xem tệp của giấy này", "See the paper's files"),
    Act.DOSSIER_FORWARD: Binding("Alt+B", Scope.DOSSIER, "Bàn giao bìa này", "Hand it over"),
    Act.DOSSIER_RETURN: Binding("Alt+L", Scope.DOSSIER, "Trả kết quả này", "Return its result"),
    Act.DOSSIER_ARRIVE: Binding("Alt+K", Scope.DOSSIER, "Kết quả đã về", "The result has come"),
    Act.DOSSIER_BRING: Binding(
        "Alt+F", Scope.DOSSIER, "Nhận bổ sung; đính tệp", "What was asked came; its files"
    ),
    Act.DOSSIER_SCAN: Binding("F7", Scope.DOSSIER, "Quét giấy bổ sung", "Scan what came"),
    Act.DOSSIER_SUPPLEMENT: Binding("Alt+H", Scope.DOSSIER, "Yêu cầu bổ sung", "Ask for papers"),
    Act.DOSSIER_REFUSE: Binding("Alt+Q", Scope.DOSSIER, "Từ chối tiếp nhận", "Refuse it"),
    Act.DOSSIER_CORRECT: Binding("Alt+C", Scope.DOSSIER, "Đính chính", "Correct what it says"),
    Act.DOSSIER_WITHDRAW: Binding("Alt+X", Scope.DOSSIER, "Rút hồ sơ", "Withdraw it"),
    Act.DOSSIER_SLIP_LOST: Binding("Alt+M", Scope.DOSSIER, "Mất giấy hẹn", "The slip was lost"),
    Act.NEW_BOOK: Binding("Alt+B", Scope.TILL, "Mở quyển biên lai mới", "A new book of receipts"),
    Act.SPOIL: Binding("Alt+G", Scope.TILL, "Bỏ tờ biên lai hỏng", "Give up a spoiled receipt"),
    Act.PRINT_SLIP: Binding("F9", Scope.TILL, "In phiếu thu tạm", "Print the provisional slip"),
    Act.PRINT: Binding("F9", Scope.PREVIEW, "In", "Print"),
    Act.SCAN: Binding("F7", _SCAN, "Quét, quét tiếp, dừng", "Scan, go on, stop"),
    Act.NEXT_PROFILE: Binding("Shift+F7", _SCAN, "Màu, xám, đen trắng", "Colours of the pages"),
    Act.NEXT_ZONE_OF_SCAN: Binding("F6", _SCAN, "Vùng kế tiếp", "Next zone"),
    Act.PREVIOUS_ZONE_OF_SCAN: Binding("Shift+F6", _SCAN, "Vùng trước", "Previous zone"),
    Act.UNDO: Binding("Ctrl+Z", _SCAN, "Hoàn tác trang này", "Undo on this page"),
    Act.REDO: Binding("Ctrl+Y", _SCAN, "Làm lại trang này", "Redo on this page"),
    Act.ASSIGN: Binding("1…9", _PAGES, "Xếp trang vào dòng này", "Put the page into this row"),
    Act.UNASSIGN: Binding("0", _PAGES, "Để trang lại ngăn chưa xếp", "Take it out of its row"),
    Act.OTHER_ROW: Binding("+", _PAGES, "Xếp vào giấy tờ khác", "Put it into another paper"),
    Act.RESCAN: Binding("Q", _PAGES, "Quét lại trang này", "Scan this page again"),
    Act.RESCAN_PILE: Binding("L", _PAGES, "Quét lại cả tập", "Scan the pile again"),
    Act.KEEP_PAGE: Binding("G", _PAGES, "Giữ trang dù có lỗi", "Keep the page as it is"),
    Act.TURN: Binding("R", _PAGES, "Xoay phải", "Turn it to the right"),
    Act.SPLIT: Binding("T", _PAGES, "Tách / nhập tài liệu", "Begin another document, or not"),
    Act.JOIN: Binding("M", _PAGES, "Ghép / gỡ hai mặt", "Two sides on one sheet, or not"),
    Act.PURPOSE: Binding(
        "D", _PAGES, "Ghi / bỏ “chỉ dùng cho…”", "Say what the copy is for, or not"
    ),
    Act.MASK: Binding("V", _PAGES, "Che một vùng", "Black out a part"),
    Act.THROW_AWAY: Binding("Del", _PAGES, "Bỏ vào giỏ, lấy lại", "Into the basket, or out"),
    Act.MOVE_PAGE: Binding("Shift+← →", _PAGES, "Dời trang", "Move the page"),
    Act.AS_IT_CAME: Binding("O", _PAGES, "Bản như lúc quét / bản sạch", "As it came, or clean"),
    Act.BASKET: Binding("W", _PAGES, "Mở, đóng giỏ rác", "Open or close the basket"),
    Act.BACKS: Binding("S", _PAGES, "Quét mặt sau của tập vừa quét", "Now scan the backs"),
    Act.SEPARATORS: Binding("B", _PAGES, "In tờ phân cách", "Print separator sheets"),
    Act.CORNERS: Binding("C", _PAGES, "Đặt bốn góc tờ giấy", "Put the sheet's corners right"),
    Act.FILES: Binding("U", _PAGES, "Lấy trang từ tệp, USB", "Take pages from files"),
    Act.SAVE_PDF: Binding("Ctrl+S", Scope.PREVIEW, "Lưu PDF", "Save as PDF"),
    Act.NEXT_PAGES: Binding("PgDown", Scope.PREVIEW, "Hai trang sau", "The next two pages"),
    Act.PAGES_BEFORE: Binding("PgUp", Scope.PREVIEW, "Hai trang trước", "The two pages before"),
}
OPEN_DRAFTS: Final = 9
"""How many drafts can be open at once: one a digit key."""

SAVED_FILTERS: Final = 9
"""How many filters an officer keeps: so many have a key."""


def badge(act: Act) -> str:
    """Give the key as it stands on a badge."""
    return written(KEYS[act].keys)


def written(keys: str) -> str:
    """Give a key as it is written for people: arrows as they stand on the key."""
    return keys.replace("Left", "←").replace("Right", "→")


def tab_keys(number: int) -> str:
    """Give the key of the open draft with this number, counted from 1."""
    return f"Ctrl+{number}"


def filter_keys(number: int) -> str:
    """Give the key of the saved filter with this number, counted from 1."""
    return f"Alt+{number}"


def zone_act(number: int) -> Act:
    """Give the act that jumps to zone 1 to 4."""
    return (Act.ZONE_1, Act.ZONE_2, Act.ZONE_3, Act.ZONE_4)[number - 1]
