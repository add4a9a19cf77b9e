<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>AccountModel</name>
    <message>
        <source>Mã cán bộ</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>đang dùng</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>open</translation>
    </message>
    <message>
        <source>đã đóng</source>
        <translation>closed</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Mã cán bộ</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>để trống: giữ nguyên</source>
        <translation>empty: as it is</translation>
    </message>
    <message>
        <source>Người mới</source>
        <translation>Somebody new</translation>
    </message>
    <message>
        <source>Đóng tài khoản</source>
        <translation>Close account</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Chỉ quản trị thấy và đổi người dùng</source>
        <translation>Only an administrator sees and changes users</translation>
    </message>
    <message>
        <source>Nhờ quản trị đăng nhập để thêm người, đổi vai trò hoặc mật khẩu.</source>
        <translation>Ask an administrator to sign in to add somebody or to change a role or a password.</translation>
    </message>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Mật khẩu từ 10 ký tự, không chứa mã cán bộ. Đặt mật khẩu mới cũng mở lại tài khoản đã đóng. Mọi thay đổi được ghi vào nhật ký.</source>
        <translation>A password has 10 signs at least, without the sign-in name. A new one also opens a closed account again. Every change is noted in the journal.</translation>
    </message>
    <message>
        <source>từ 10 ký tự</source>
        <translation>10 signs at least</translation>
    </message>
    <message>
        <source>Đang ghi</source>
        <translation>Keeping it</translation>
    </message>
    <message>
        <source>Chưa ghi:</source>
        <translation>Not kept yet:</translation>
    </message>
    <message>
        <source>Người mới:</source>
        <translation>Somebody new:</translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>Việc khác</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Việc với hồ sơ</source>
        <translation>Act on the dossier</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Its number</translation>
    </message>
    <message>
        <source>Hạn bổ sung (nếu có)</source>
        <translation>By when (if any)</translation>
    </message>
    <message>
        <source>Ghi chú (nếu có)</source>
        <translation>Note (if any)</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tệp của: {paper}</source>
        <translation>Files of: {paper}</translation>
    </message>
    <message>
        <source>Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</source>
        <translation>Pictures, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Quét giấy</source>
        <translation>Scan papers</translation>
    </message>
    <message>
        <source>Vì sao lần trước sót</source>
        <translation>Why not before</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kệ</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>Tên kết quả</source>
        <translation>Result name</translation>
    </message>
</context>
<context>
    <name>AddKeyPanel</name>
    <message>
        <source>Thêm khoá tin cậy</source>
        <translation>Trust a key</translation>
    </message>
    <message>
        <source>Sở Tư pháp</source>
        <translation>Department of Justice</translation>
    </message>
    <message>
        <source>64 chữ số trên giấy của nơi phát hành</source>
        <translation>the issuer&apos;s 64 digits, as on paper</translation>
    </message>
    <message>
        <source>Tin khoá này</source>
        <translation>Trust this key</translation>
    </message>
    <message>
        <source>Của ai</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Khoá</source>
        <translation>Key</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Điều chỉnh trang đã khoá</source>
        <translation>Adjustments of locked pages</translation>
    </message>
    <message>
        <source>Chưa có điều chỉnh nào.</source>
        <translation>No adjustments yet.</translation>
    </message>
    <message>
        <source>Ghi điều chỉnh</source>
        <translation>Note an adjustment</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Trang đã ký giữ nguyên; điều chỉnh in ở trang của ngày ghi.</source>
        <translation>The signed page stays; the adjustment is printed on the page of its own day.</translation>
    </message>
    <message>
        <source>Các điều chỉnh</source>
        <translation>The adjustments</translation>
    </message>
    <message>
        <source>ghi rõ việc gì</source>
        <translation>say what</translation>
    </message>
</context>
<context>
    <name>AgencyModel</name>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Đã quét</source>
        <translation>Scanned</translation>
    </message>
</context>
<context>
    <name>ApplicantPart</name>
    <message>
        <source>Họ tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ngày cấp</source>
        <translation>Day of issue</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>ĐT</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
</context>
<context>
    <name>ApplicantZone</name>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Ngày cấp</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Loại giấy tờ</source>
        <translation>Kind of paper</translation>
    </message>
    <message>
        <source>Ảnh thẻ</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Đọc thẻ từ ảnh</source>
        <translation>Read a card from a picture</translation>
    </message>
    <message>
        <source>Nộp thay</source>
        <translation>For another</translation>
    </message>
    <message>
        <source>Người nộp: {name}</source>
        <translation>Applicant: {name}</translation>
    </message>
    <message>
        <source>chưa có người nộp</source>
        <translation>no applicant yet</translation>
    </message>
    <message>
        <source>Ảnh mặt thẻ có mã QR</source>
        <translation>Picture of the card&apos;s side with the QR code</translation>
    </message>
    <message>
        <source>Ảnh (*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.tif *.tiff)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Email: {email}</source>
        <translation>E-mail: {email}</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ĐT</source>
        <translation>Tel.</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Đang đọc thẻ…</source>
        <translation>Reading the card…</translation>
    </message>
    <message>
        <source>chưa ghi tên</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>Đại diện: {owner}</source>
        <translation>Represents {owner}</translation>
    </message>
    <message>
        <source>Thay: {owner}</source>
        <translation>For {owner}</translation>
    </message>
    <message>
        <source>đã khai lần trước</source>
        <translation>said before</translation>
    </message>
    <message>
        <source>chưa xuất trình bản chính</source>
        <translation>original not shown</translation>
    </message>
    <message>
        <source>{note} (+{more})</source>
        <translation>{note} (+{more})</translation>
    </message>
</context>
<context>
    <name>ApprovalPanel</name>
    <message>
        <source>Việc chờ duyệt</source>
        <translation>What waits for approval</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open the dossier</translation>
    </message>
    <message>
        <source>Duyệt</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Lý do không duyệt</source>
        <translation>Why not</translation>
    </message>
    <message>
        <source>Mật khẩu của tôi</source>
        <translation>My own password</translation>
    </message>
    <message>
        <source>Không duyệt</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>cần xem lại hồ sơ giấy</source>
        <translation>the paper folder must be looked at first</translation>
    </message>
    <message>
        <source>hỏi lại người dân trước</source>
        <translation>ask the citizen first</translation>
    </message>
    <message>
        <source>Lý do rút lại</source>
        <translation>Why it is taken back</translation>
    </message>
    <message>
        <source>Rút lại</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>gửi nhầm</source>
        <translation>left by mistake</translation>
    </message>
    <message>
        <source>đã làm cùng người duyệt tại quầy</source>
        <translation>done with somebody of rank at the counter</translation>
    </message>
    <message>
        <source>Đang là</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>Sẽ là</source>
        <translation>As it would be</translation>
    </message>
    <message>
        <source>gõ mật khẩu của mình</source>
        <translation>type your own password</translation>
    </message>
</context>
<context>
    <name>AttentionModel</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>Since</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Chờ duyệt</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>Tiếp nhận theo giờ hôm nay</source>
        <translation>Received today by hour</translation>
    </message>
    <message>
        <source>Đến hạn bảy ngày tới</source>
        <translation>Due in the next seven days</translation>
    </message>
    <message>
        <source>Đúng hạn trong tháng</source>
        <translation>In time this month</translation>
    </message>
    <message>
        <source>In bảng</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open the dossier</translation>
    </message>
    <message>
        <source>Xem, duyệt</source>
        <translation>See, approve</translation>
    </message>
    <message>
        <source>Các bước</source>
        <translation>Step times</translation>
    </message>
    <message>
        <source>Không có việc nào chờ duyệt</source>
        <translation>Nothing waits for approval</translation>
    </message>
    <message>
        <source>Đính chính, hoàn tiền, huỷ thu… cán bộ gửi duyệt sẽ hiện ở đây.</source>
        <translation>Corrections, refunds, voids … that officers leave for approval appear here.</translation>
    </message>
    <message>
        <source>Không có gì cần xem</source>
        <translation>Nothing to look at</translation>
    </message>
    <message>
        <source>Hồ sơ quá hạn, chưa gửi, chưa đến lấy kết quả sẽ hiện ở đây.</source>
        <translation>What is overdue, unsent or not collected will stand here.</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Quyển biên lai mới</source>
        <translation>A new book of receipts</translation>
    </message>
    <message>
        <source>Mở quyển</source>
        <translation>Bring into use</translation>
    </message>
    <message>
        <source>Ký hiệu</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Quyển số</source>
        <translation>Book no.</translation>
    </message>
    <message>
        <source>Từ số</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến số</source>
        <translation>To</translation>
    </message>
    <message>
        <source>chỉ gõ số</source>
        <translation>digits only</translation>
    </message>
</context>
<context>
    <name>BroughtPaper</name>
    <message>
        <source>Giấy {name}: số bản</source>
        <translation>Paper {name}: copies</translation>
    </message>
    <message>
        <source>Đính tệp</source>
        <translation>Attach</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Bỏ tệp {name}</source>
        <translation>Take off the file {name}</translation>
    </message>
    <message>
        <source>Đang ghi trang quét…</source>
        <translation>Writing the scanned pages…</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
</context>
<context>
    <name>CaseChoice</name>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Danh mục đã nhập</source>
        <translation>Imported catalogues</translation>
    </message>
    <message>
        <source>Thay đổi của tệp đang mở</source>
        <translation>Changes of the opened file</translation>
    </message>
    <message>
        <source>Lý do cho dùng</source>
        <translation>Why it may be used</translation>
    </message>
    <message>
        <source>Vì sao cho dùng bản chưa ký số</source>
        <translation>Why an unsigned one may be used</translation>
    </message>
    <message>
        <source>Chưa mở tệp danh mục nào</source>
        <translation>No catalogue file is open</translation>
    </message>
    <message>
        <source>Các thay đổi về giấy tờ, phí, thời hạn hiện ở đây trước khi đưa vào sử dụng.</source>
        <translation>What it changes in papers, fees and times stands here before it is put in force.</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>Bỏ tệp này</source>
        <translation>Put it aside</translation>
    </message>
    <message>
        <source>Đưa vào sử dụng</source>
        <translation>Put in force</translation>
    </message>
    <message>
        <source>Tệp đang mở</source>
        <translation>Opened file</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Danh mục thủ tục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Tệp danh mục thủ tục</source>
        <translation>Catalogue file</translation>
    </message>
    <message>
        <source>Danh mục (*.json *.json.gz *.csv)</source>
        <translation>Catalogues (*.json *.json.gz *.csv)</translation>
    </message>
    <message>
        <source>Khoá tin cậy</source>
        <translation>Trusted keys</translation>
    </message>
    <message>
        <source>Các gói</source>
        <translation>Packs</translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Thủ tục, thay đổi</source>
        <translation>Procedure, change</translation>
    </message>
</context>
<context>
    <name>ChannelChoice</name>
    <message>
        <source>Nộp hồ sơ</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
</context>
<context>
    <name>ChargePanel</name>
    <message>
        <source>Thu thêm khoản khác</source>
        <translation>Charge more fees</translation>
    </message>
    <message>
        <source>Lý do thu thêm</source>
        <translation>Why more</translation>
    </message>
    <message>
        <source>Căn cứ (nếu có)</source>
        <translation>Ground (if any)</translation>
    </message>
    <message>
        <source>Tính thêm</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Thu thêm · {code}</source>
        <translation>Charge more · {code}</translation>
    </message>
    <message>
        <source>Số lượng {fee}</source>
        <translation>Quantity of {fee}</translation>
    </message>
</context>
<context>
    <name>CheckModel</name>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>CitizenPage</name>
    <message>
        <source>TẬP HUẤN</source>
        <translation>TRAINING</translation>
    </message>
</context>
<context>
    <name>CitizenPanel</name>
    <message>
        <source>Màn hình dân</source>
        <translation>Citizen&apos;s display</translation>
    </message>
    <message>
        <source>Tắt</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Màn hình nào</source>
        <translation>Which screen</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Nền</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Thêm tiếng Anh dưới lời tiếng Việt</source>
        <translation>English below the Vietnamese words</translation>
    </message>
    <message>
        <source>Người dân chỉ thấy hồ sơ của mình. Khoá máy thì về trang chờ.</source>
        <translation>Citizens see their own dossier alone; locking brings the idle page.</translation>
    </message>
    <message>
        <source>Màn hình bất kỳ, trừ màn hình làm việc</source>
        <translation>Any screen but the officer&apos;s</translation>
    </message>
    <message>
        <source>{name} (chưa nối)</source>
        <translation>{name} (not connected)</translation>
    </message>
</context>
<context>
    <name>CitizenStrip</name>
    <message>
        <source>Đúng</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Chưa đúng</source>
        <translation>Not correct</translation>
    </message>
    <message>
        <source>Màn hình dân: chọn</source>
        <translation>Citizen&apos;s display: choose</translation>
    </message>
</context>
<context>
    <name>CitizenWindow</name>
    <message>
        <source>Màn hình dân</source>
        <translation>Citizen&apos;s display</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Hôm nay là ngày…</source>
        <translation>Today is…</translation>
    </message>
    <message>
        <source>Đồng hồ máy tính ghi {machine}: {why}. Chưa in giấy hẹn được: gõ ngày hôm nay, hoặc chỉnh đồng hồ máy tính.</source>
        <translation>The computer&apos;s clock says {machine}: {why}. No slip can be printed: say what day it is, or set the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Đồng hồ máy tính sai {off} so với máy chủ (máy ghi {machine}). Giấy hẹn và nhật ký ghi giờ đã chỉnh: {now}. Nhờ quản trị chỉnh đồng hồ máy tính.</source>
        <translation>The computer&apos;s clock is {off} off the server&apos;s (it says {machine}). Slips and journal bear the corrected time: {now}. Have the computer&apos;s clock set.</translation>
    </message>
    <message>
        <source>Đồng hồ máy tính sai {off} (máy ghi {machine}). Hôm nay giấy hẹn và nhật ký ghi theo giờ cán bộ đã xác nhận: {now}. Nhờ quản trị chỉnh đồng hồ máy tính.</source>
        <translation>The computer&apos;s clock is {off} off (it says {machine}). Today slips and journal go by the time an officer confirmed: {now}. Have the computer&apos;s clock set.</translation>
    </message>
    <message>
        <source>trước ngày làm ra chương trình</source>
        <translation>before this program was made</translation>
    </message>
    <message>
        <source>trước việc đã ghi lúc {known}</source>
        <translation>before an act noted at {known}</translation>
    </message>
    <message>
        <source>gần một tháng hoặc lâu hơn sau việc cuối ({known})</source>
        <translation>a month or so after the last act ({known})</translation>
    </message>
    <message>
        <source>hôm trước đồng hồ sai, nay chưa ai xác nhận</source>
        <translation>it was wrong before, and nobody has confirmed it since</translation>
    </message>
    <message numerus="yes">
        <source>%n ngày</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n giờ</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phút</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Hôm nay là ngày nào</source>
        <translation>What day is it</translation>
    </message>
    <message>
        <source>Hôm nay, ngày/tháng</source>
        <translation>Today, day/month</translation>
    </message>
    <message>
        <source>Bây giờ, giờ:phút</source>
        <translation>Now, hour:minute</translation>
    </message>
    <message>
        <source>Xác nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Đọc to ngày giờ hôm nay, rồi gõ vào đây</source>
        <translation>Say today&apos;s date and time aloud, then type it here</translation>
    </message>
    <message>
        <source>Mọi giấy hẹn trong ngày ghi theo giờ này. Nhật ký giữ cả giờ máy và giờ xác nhận.</source>
        <translation>All slips of the day go by it. The journal keeps both: the computer&apos;s time and the confirmed one.</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Bây giờ</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>CloseAccountPanel</name>
    <message>
        <source>Đóng tài khoản</source>
        <translation>Close the account</translation>
    </message>
    <message>
        <source>Người này không đăng nhập được nữa, ở lần đăng nhập sau. Việc đã làm vẫn còn nguyên; hồ sơ đang dở, trưởng bộ phận chuyển được cho người khác. Đặt mật khẩu mới là mở lại.</source>
        <translation>They cannot sign in any more, from the next time on. What they did stays; a supervisor gives their drafts to a colleague. A new password opens it again.</translation>
    </message>
    <message>
        <source>Đóng tài khoản {id} · {name}?</source>
        <translation>Close the account {id} · {name}?</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Ở lại</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Mọi thứ đã ghi, mã hoá trong máy này; lần mở sau thấy lại đúng chỗ, tự gửi.</source>
        <translation>All of it is kept, encrypted, on this computer; next time you go on there, and it is sent.</translation>
    </message>
    <message numerus="yes">
        <source>Còn %n việc chưa gửi về tỉnh.</source>
        <translation>
            <numerusform>%n event is not sent to the province yet.</numerusform>
            <numerusform>%n events are not sent to the province yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Còn %n hồ sơ đang nhập, chưa tiếp nhận.</source>
        <translation>
            <numerusform>%n draft is not received yet.</numerusform>
            <numerusform>%n drafts are not received yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Mã vừa quét</source>
        <translation>The code just read</translation>
    </message>
    <message>
        <source>Nội dung mã</source>
        <translation>Text of the code</translation>
    </message>
    <message>
        <source>Chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Nhớ đầu đọc này</source>
        <translation>Keep this reader</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đọc bằng: {reader}</source>
        <translation>Read by: {reader}</translation>
    </message>
    <message>
        <source>Thử đầu đọc</source>
        <translation>Reader test</translation>
    </message>
    <message>
        <source>Đã chép</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>ComparedModel</name>
    <message>
        <source>Trên hồ sơ</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Người đến nhận</source>
        <translation>Who has come</translation>
    </message>
    <message>
        <source>khớp</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>không khớp</source>
        <translation>different</translation>
    </message>
</context>
<context>
    <name>CopyModel</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>CornerPage</name>
    <message>
        <source>góc {number} trong {all}, {x} % ngang, {y} % dọc</source>
        <translation>corner {number} of {all}, {x} % across, {y} % down</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Đính chính</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Chủ hồ sơ, uỷ quyền</source>
        <translation>Owner, authorisation</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nhận kết quả, nội dung</source>
        <translation>Delivery, subject</translation>
    </message>
    <message>
        <source>Phần sửa</source>
        <translation>What was wrong</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Người duyệt</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mã người duyệt</source>
        <translation>Name of the second person</translation>
    </message>
    <message>
        <source>Mật khẩu người duyệt</source>
        <translation>Password of the second person</translation>
    </message>
    <message>
        <source>Lưu bản mới, in giấy hẹn mới</source>
        <translation>Save, print a new slip</translation>
    </message>
    <message>
        <source>Gửi trưởng bộ phận duyệt</source>
        <translation>Leave it for the supervisor</translation>
    </message>
    <message>
        <source>Giấy hẹn bản {old} hết hiệu lực; giấy hẹn bản {new} in ra ngay.</source>
        <translation>Slip {old} is void once this is saved; slip {new} is printed at once.</translation>
    </message>
</context>
<context>
    <name>CountStepper</name>
    <message>
        <source>Bớt một: {kind}</source>
        <translation>One less: {kind}</translation>
    </message>
    <message>
        <source>Thêm một: {kind}</source>
        <translation>One more: {kind}</translation>
    </message>
</context>
<context>
    <name>CountZone</name>
    <message>
        <source>Đếm tiền mặt</source>
        <translation>Count the cash</translation>
    </message>
    <message>
        <source>Số tờ {note}</source>
        <translation>Pieces of {note}</translation>
    </message>
    <message>
        <source>Đếm được</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>số?</source>
        <translation>number?</translation>
    </message>
</context>
<context>
    <name>DeliveryChoice</name>
    <message>
        <source>Nhận kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Điện tử</source>
        <translation>Online</translation>
    </message>
</context>
<context>
    <name>DeliveryPart</name>
    <message>
        <source>Gửi đến</source>
        <translation>Send to</translation>
    </message>
    <message>
        <source>Số bộ</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Subject</translation>
    </message>
</context>
<context>
    <name>DeskFrame</name>
    <message>
        <source>Hồ sơ đang mở</source>
        <translation>Open drafts</translation>
    </message>
    <message>
        <source>Tiếp nhận mới</source>
        <translation>New reception</translation>
    </message>
    <message>
        <source>Lưu gói hỗ trợ</source>
        <translation>Save the support page</translation>
    </message>
    <message>
        <source>Hồ sơ mới</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>{tab}, chưa tiếp nhận</source>
        <translation>{tab}, not received yet</translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <source>Thiết bị</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Dùng để</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Nối bằng</source>
        <translation>Connected by</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Chạy tốt</source>
        <translation>Worked</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Thiết bị của trạm</source>
        <translation>The station&apos;s devices</translation>
    </message>
    <message>
        <source>Cách làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Hỏi lại</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Trang thử</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>In thử</source>
        <translation>Print a trial</translation>
    </message>
    <message>
        <source>Thử</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Dùng ở quầy này</source>
        <translation>Use at this counter</translation>
    </message>
    <message>
        <source>Chưa có thiết bị nào</source>
        <translation>No device yet</translation>
    </message>
    <message>
        <source>Cắm đầu đọc, máy in, máy quét rồi bấm “Hỏi lại”. Vẫn tiếp nhận được.</source>
        <translation>Plug a reader, printer or scanner in, then ask again. Reception works without.</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>DossierActs</name>
    <message>
        <source>Biên bản ca</source>
        <translation>Shift report</translation>
    </message>
    <message>
        <source>Thu thêm</source>
        <translation>Charge more</translation>
    </message>
    <message>
        <source>Giảm</source>
        <translation>Reduce</translation>
    </message>
    <message>
        <source>Mã VietQR</source>
        <translation>VietQR code</translation>
    </message>
</context>
<context>
    <name>DossierFilter</name>
    <message>
        <source>Quầy {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>Mọi ngày</source>
        <translation>Any day</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 ngày qua</source>
        <translation>The last 7 days</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Từ ngày – đến ngày</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>7 ngày tới</source>
        <translation>The next 7 days</translation>
    </message>
    <message>
        <source>Nhận hôm nay</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Nhận 7 ngày qua</source>
        <translation>Received in the last 7 days</translation>
    </message>
    <message>
        <source>Nhận tháng này</source>
        <translation>Received this month</translation>
    </message>
    <message>
        <source>Nhận {days}</source>
        <translation>Received {days}</translation>
    </message>
    <message>
        <source>Hẹn hôm nay</source>
        <translation>Promised today</translation>
    </message>
    <message>
        <source>Hẹn 7 ngày tới</source>
        <translation>Promised in the next 7 days</translation>
    </message>
    <message>
        <source>Hẹn tháng này</source>
        <translation>Promised this month</translation>
    </message>
    <message>
        <source>Hẹn {days}</source>
        <translation>Promised {days}</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation>up to {day}</translation>
    </message>
</context>
<context>
    <name>DossierListPage</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Lọc trong danh sách</source>
        <translation>Filter this list</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Tiếp nhận mới</source>
        <translation>New reception</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Xem phiếu</source>
        <translation>See the slip</translation>
    </message>
    <message>
        <source>Gửi lại</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>{count} hồ sơ, mới nhất trước</source>
        <translation>{count} dossiers, newest first</translation>
    </message>
    <message>
        <source>Hồ sơ của quầy</source>
        <translation>Dossiers of this counter</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Take it off</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Của tôi</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Bị trả lại</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>Mọi ngày</source>
        <translation>All days</translation>
    </message>
    <message>
        <source>{count} hồ sơ, hẹn sớm nhất trước</source>
        <translation>{count} dossiers, earliest promise first</translation>
    </message>
    <message>
        <source>{here} hẹn sớm nhất trong {count} hồ sơ</source>
        <translation>the {here} promised first of {count} dossiers</translation>
    </message>
    <message>
        <source>{here} mới nhất trong {count} hồ sơ</source>
        <translation>the newest {here} of {count} dossiers</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào theo bộ lọc này</source>
        <translation>No dossier under this filter</translation>
    </message>
    <message>
        <source>Bấm {widen} để bỏ lọc, {narrow} để sửa điều kiện.</source>
        <translation>Press {widen} to take it off, {narrow} to change it.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp</source>
        <translation>No dossier matches</translation>
    </message>
    <message>
        <source>Xoá chữ đã gõ, hoặc tìm ở ô F3.</source>
        <translation>Clear the filter, or search with F3.</translation>
    </message>
    <message>
        <source>Hôm nay chưa tiếp nhận hồ sơ nào</source>
        <translation>No dossier received today</translation>
    </message>
    <message>
        <source>Hồ sơ đầu tiên hiện ở đây ngay khi nhận.</source>
        <translation>The first one appears here as soon as it is received.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào ở mục này</source>
        <translation>No dossier in this group</translation>
    </message>
    <message>
        <source>Chọn mục khác ở trên.</source>
        <translation>Choose another group above.</translation>
    </message>
    <message>
        <source>Dòng {row}/{rows}</source>
        <translation>Row {row}/{rows}</translation>
    </message>
</context>
<context>
    <name>DossierModel</name>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>chờ gửi</source>
        <translation>to send</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>bị trả lại</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Xem, in giấy</source>
        <translation>See, print papers</translation>
    </message>
    <message>
        <source>Khoản thu</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Bản {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>Còn thiếu {n}</source>
        <translation>Missing: {n}</translation>
    </message>
    <message>
        <source>Hỏi máy chủ</source>
        <translation>Ask the server</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Giấy tờ của hồ sơ</source>
        <translation>Papers of the dossier</translation>
    </message>
    <message>
        <source>Xem tệp</source>
        <translation>View files</translation>
    </message>
    <message>
        <source>So hai hồ sơ</source>
        <translation>Compare both</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Dòng thời gian</source>
        <translation>Time line</translation>
    </message>
    <message>
        <source>Đang đọc tệp: chờ xong rồi bấm lại.</source>
        <translation>A file is being read: wait, then press again.</translation>
    </message>
    <message>
        <source>Giấy {number} không có tệp.</source>
        <translation>Paper {number} has no file.</translation>
    </message>
    <message>
        <source>Chưa quét, chưa đính tệp nào.</source>
        <translation>Nothing was scanned or attached.</translation>
    </message>
</context>
<context>
    <name>DossierTimeLine</name>
    <message>
        <source>chưa gửi</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>bị trả lại</source>
        <translation>sent back</translation>
    </message>
    <message>
        <source>đã ở máy chủ</source>
        <translation>at the server</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Đã ra</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>Chưa ra</source>
        <translation>It did not</translation>
    </message>
</context>
<context>
    <name>DraftListPanel</name>
    <message>
        <source>Đang dở</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Hồ sơ đang dở</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào đang dở.</source>
        <translation>There are no drafts.</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print the sheet</translation>
    </message>
    <message>
        <source>Chuyển cho cán bộ</source>
        <translation>Give to</translation>
    </message>
    <message>
        <source>Lý do chuyển</source>
        <translation>Why it is given</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>Chuyển cho (mã)</source>
        <translation>Hand to (code)</translation>
    </message>
    <message>
        <source>Đang dở và phiếu hướng dẫn</source>
        <translation>Drafts and guidance sheets</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>DuplicateBar</name>
    <message>
        <source>Lý do vẫn nhận</source>
        <translation>Reason for another one</translation>
    </message>
    <message>
        <source>So cạnh nhau</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Vẫn nhận vì</source>
        <translation>Received because</translation>
    </message>
</context>
<context>
    <name>DuplicatePanel</name>
    <message>
        <source>So với hồ sơ trùng</source>
        <translation>Beside the duplicate</translation>
    </message>
    <message>
        <source>Lý do vẫn nhận</source>
        <translation>Reason for another one</translation>
    </message>
    <message>
        <source>Xem hồ sơ đó</source>
        <translation>See that dossier</translation>
    </message>
    <message>
        <source>Hồ sơ đang nhập</source>
        <translation>This draft</translation>
    </message>
    <message>
        <source>Hồ sơ đã có</source>
        <translation>The dossier that is there</translation>
    </message>
</context>
<context>
    <name>EmailPanel</name>
    <message>
        <source>Email người nộp</source>
        <translation>The applicant&apos;s e-mail</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>In trên giấy hẹn, mẫu 02, 03; tỉnh báo kết quả qua email nếu có.</source>
        <translation>Printed on the slip and forms 02, 03; the province tells of the result by it.</translation>
    </message>
</context>
<context>
    <name>ExitLetterZone</name>
    <message>
        <source>Phiếu sẽ in</source>
        <translation>The paper</translation>
    </message>
    <message>
        <source>Trang của phiếu sẽ in</source>
        <translation>Page of the paper that will be printed</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>trang {page}/{count}</source>
        <translation>page {page} of {count}</translation>
    </message>
    <message>
        <source>bản xem trước</source>
        <translation>preview</translation>
    </message>
    <message>
        <source>Đang dựng phiếu…</source>
        <translation>Drawing the paper…</translation>
    </message>
</context>
<context>
    <name>ExitPanel</name>
    <message>
        <source>Chưa nhận được</source>
        <translation>Not to be accepted</translation>
    </message>
    <message>
        <source>Lý do, in trên mẫu 02, 03</source>
        <translation>Reason, printed on forms 02 and 03</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>ô kế tiếp</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>quay lại hồ sơ</source>
        <translation>back to the dossier</translation>
    </message>
    <message>
        <source>ghi lý do</source>
        <translation>say why</translation>
    </message>
    <message>
        <source>Lý do từng giấy ghi ở bảng kiểm tra giấy (Alt+K).</source>
        <translation>Why each paper is wanting is noted in the paper check (Alt+K).</translation>
    </message>
    <message>
        <source>In phiếu hướng dẫn</source>
        <translation>Print the guidance</translation>
    </message>
    <message>
        <source>In mẫu 02, chờ bổ sung</source>
        <translation>Print form 02, wait</translation>
    </message>
    <message>
        <source>In mẫu 03, trả giấy</source>
        <translation>Print form 03, give back</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Chưa nhận được hồ sơ</source>
        <translation>The dossier cannot be accepted</translation>
    </message>
    <message>
        <source>Nội dung ghi trên phiếu</source>
        <translation>What the paper says</translation>
    </message>
    <message>
        <source>Không thiếu giấy nào.</source>
        <translation>No paper is lacking.</translation>
    </message>
</context>
<context>
    <name>ExitWays</name>
    <message>
        <source>Cách giải quyết</source>
        <translation>What becomes of it</translation>
    </message>
    <message>
        <source>Hướng dẫn mang thêm</source>
        <translation>Say what to bring</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung, mẫu 02</source>
        <translation>Ask for papers, form 02</translation>
    </message>
    <message>
        <source>Từ chối, mẫu 03</source>
        <translation>Refuse, form 03</translation>
    </message>
    <message>
        <source>Không thiếu giấy nào.</source>
        <translation>No paper is lacking.</translation>
    </message>
    <message>
        <source>Không lập hồ sơ; phiếu có mã mở lại phần đã nhập trong 30 ngày.</source>
        <translation>No dossier; the sheet&apos;s code opens what was entered for 30 days.</translation>
    </message>
    <message>
        <source>Hồ sơ có mã, chưa tính thời gian; từng giấy thiếu gì thì tự in.</source>
        <translation>The dossier gets a code, its time does not run yet; what each paper lacks is printed by itself.</translation>
    </message>
    <message>
        <source>Hồ sơ có mã, kết thúc tại quầy; trả lại giấy tờ cho người nộp.</source>
        <translation>The dossier gets a code and ends here; the papers go back to the applicant.</translation>
    </message>
</context>
<context>
    <name>FactZones</name>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Hỏi</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Nơi giữ</source>
        <translation>Kept where</translation>
    </message>
</context>
<context>
    <name>FeePanel</name>
    <message>
        <source>Khoản thu</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Lý do miễn khoản đang chọn</source>
        <translation>Why the chosen fee is waived</translation>
    </message>
    <message>
        <source>Để trống nếu không miễn</source>
        <translation>Empty if it is not waived</translation>
    </message>
    <message>
        <source>Giấy chứng minh được miễn</source>
        <translation>Paper that proves the exemption</translation>
    </message>
    <message>
        <source>Giấy này phải có trong giấy tờ</source>
        <translation>It must be among the papers</translation>
    </message>
    <message>
        <source>Cách trả</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Thẻ</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Thu sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Thủ tục này không thu phí, lệ phí.</source>
        <translation>This procedure is free of charge.</translation>
    </message>
    <message>
        <source>Miễn, lý do</source>
        <translation>Waived, why</translation>
    </message>
    <message>
        <source>Giấy chứng minh</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>thu / không thu</source>
        <translation>charge or not</translation>
    </message>
    <message>
        <source>số lượng</source>
        <translation>quantity</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Biểu phí cho miễn: {grounds}</source>
        <translation>The tariff waives it for: {grounds}</translation>
    </message>
</context>
<context>
    <name>FeesZone</name>
    <message>
        <source>Phí, hẹn</source>
        <translation>Fees, due</translation>
    </message>
    <message>
        <source>Khoản thu</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Khách đưa</source>
        <translation>Money handed over</translation>
    </message>
    <message>
        <source>Đưa</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Vì sao?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Vì sao ngày hẹn này</source>
        <translation>Why this due date</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>hẹn {time}</source>
        <translation>due {time}</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
    <message>
        <source>Hẹn trả, cần xem lại</source>
        <translation>Due, look again</translation>
    </message>
    <message>
        <source>Không thu</source>
        <translation>No charge</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Trả bằng thẻ</source>
        <translation>By card</translation>
    </message>
    <message>
        <source>Qua cổng dịch vụ công</source>
        <translation>Through the portal</translation>
    </message>
    <message>
        <source>Thu sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>tệp {number}/{count}</source>
        <translation>file {number}/{count}</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Chuyển trước</source>
        <translation>Leave by</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>đã quét</source>
        <translation>scanned</translation>
    </message>
    <message>
        <source>chưa quét</source>
        <translation>not scanned</translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>Giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Khác mẫu có sẵn</source>
        <translation>Own changes</translation>
    </message>
    <message>
        <source>Tệp này đổi</source>
        <translation>This file changes</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>GivenModel</name>
    <message>
        <source>Lấy ra và đánh dấu (phím cách)</source>
        <translation>Take out and tick (Space)</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>đã đưa</source>
        <translation>given</translation>
    </message>
    <message>
        <source>chưa đưa</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>kết quả</source>
        <translation>result</translation>
    </message>
    <message>
        <source>bản gốc trả lại</source>
        <translation>original back</translation>
    </message>
</context>
<context>
    <name>GroundPanel</name>
    <message>
        <source>Căn cứ khác</source>
        <translation>Other ground</translation>
    </message>
    <message>
        <source>Nhận khi còn thiếu, theo căn cứ</source>
        <translation>Accept although a paper is missing, on the ground</translation>
    </message>
    <message>
        <source>ghi rõ điều khoản</source>
        <translation>say which provision</translation>
    </message>
    <message>
        <source>Dùng căn cứ này</source>
        <translation>Use this ground</translation>
    </message>
    <message>
        <source>Bỏ căn cứ</source>
        <translation>Drop the ground</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Nơi nhận</source>
        <translation>Agencies</translation>
    </message>
    <message>
        <source>Bìa hồ sơ chờ bàn giao</source>
        <translation>Folders that wait</translation>
    </message>
    <message>
        <source>Danh sách đã niêm phong</source>
        <translation>Sealed lists</translation>
    </message>
    <message>
        <source>Quét bìa hồ sơ</source>
        <translation>Scan a folder</translation>
    </message>
    <message>
        <source>Quét mã trên từng bìa, hoặc gõ số cuối rồi Enter</source>
        <translation>Scan the code on each folder, or type its last digits and Enter</translation>
    </message>
    <message>
        <source>{n} chờ ký</source>
        <translation>{n} unsigned</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào chờ bàn giao</source>
        <translation>No folder waits to be handed over</translation>
    </message>
    <message>
        <source>Hồ sơ mới nhận, và giấy bổ sung đã nhận, hiện ở đây.</source>
        <translation>New dossiers, and papers that were brought, appear here.</translation>
    </message>
    <message>
        <source>{count} bìa chờ chuyển</source>
        <translation>Folders that wait: {count}</translation>
    </message>
    <message>
        <source>{count} phải chuyển hôm nay</source>
        <translation>{count} must leave today</translation>
    </message>
    <message>
        <source>{ticked}/{all} bìa</source>
        <translation>{ticked} of {all}</translation>
    </message>
    <message>
        <source>Xem danh sách</source>
        <translation>See the list</translation>
    </message>
    <message>
        <source>Đã ký nhận</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Đủ cả</source>
        <translation>All are here</translation>
    </message>
    <message>
        <source>Ghi lý do</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>Niêm phong, in</source>
        <translation>Seal and print</translation>
    </message>
    <message>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Bìa hồ sơ</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Bàn giao hồ sơ giấy</source>
        <translation>Hand folders over</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Bàn làm việc</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Điều hành</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Quỹ</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Ký sao y</source>
        <translation>Sign copies</translation>
    </message>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Mẫu giấy</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Bàn quét</source>
        <translation>Scan desk</translation>
    </message>
    <message>
        <source>Xem giấy</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Một hồ sơ</source>
        <translation>One dossier</translation>
    </message>
    <message>
        <source>Tìm trong trợ giúp</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Gõ điều muốn hỏi, không cần dấu, hoặc mã lỗi</source>
        <translation>Type what you want to know, or an error code</translation>
    </message>
    <message>
        <source>Trợ giúp của màn này</source>
        <translation>Help with this page</translation>
    </message>
    <message>
        <source>Bảng phím</source>
        <translation>Key sheet</translation>
    </message>
    <message>
        <source>Lưu gói hỗ trợ</source>
        <translation>Save the support page</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Trợ giúp: {page}</source>
        <translation>Help: {page}</translation>
    </message>
    <message>
        <source>Không thấy. Thử ít chữ hơn, hoặc mã lỗi.</source>
        <translation>Nothing found. Try fewer words, or an error code.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Kiểm tra sáng</source>
        <translation>Morning check</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>What waits</translation>
    </message>
    <message>
        <source>Cách làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ký sao y</source>
        <translation>Sign copies</translation>
    </message>
    <message>
        <source>Tiếp nhận mới</source>
        <translation>New reception</translation>
    </message>
    <message>
        <source>Không còn việc nào đang chờ</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>Hồ sơ đang dở, đến hạn, bị trả lại sẽ hiện ở đây.</source>
        <translation>Drafts, dossiers that are due, and what was sent back will stand here.</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Ở đâu</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Phím</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Bảng phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Bảng phím của màn này</source>
        <translation>Keys of this page</translation>
    </message>
</context>
<context>
    <name>LargePage</name>
    <message>
        <source>Mũi tên cuộn trang.</source>
        <translation>The arrows scroll the page.</translation>
    </message>
</context>
<context>
    <name>LetterGrid</name>
    <message>
        <source>Chữ sai: {letters}</source>
        <translation>Wrong letters: {letters}</translation>
    </message>
    <message>
        <source>Mọi chữ đều đúng</source>
        <translation>All letters are right</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>Xem đồng bộ</source>
        <translation>See what waits</translation>
    </message>
    <message>
        <source>Gửi tiếp</source>
        <translation>Go on sending</translation>
    </message>
    <message>
        <source>Tạm dừng gửi đến {until}: {count} chờ gửi</source>
        <translation>Paused until {until}: {count} waiting</translation>
    </message>
    <message>
        <source>Đang gửi nốt phần dở, rồi nhường đường truyền đến {until}. Vẫn tiếp nhận như thường</source>
        <translation>Sending what was begun, then the line is free until {until}. Reception goes on</translation>
    </message>
    <message>
        <source>{who} tạm dừng gửi đến {until}, máy tự gửi tiếp: {count} việc chờ gửi, an toàn ở máy này. Vẫn tiếp nhận như thường</source>
        <translation>{who} paused sending; it goes on by itself at {until}. {count} waiting, safe here. Reception goes on</translation>
    </message>
    <message>
        <source>Mất mạng ngày thứ {day}: {count} chờ gửi</source>
        <translation>No line, day {day}: {count} to send</translation>
    </message>
    <message>
        <source>Mất mạng từ {since}: {count} việc chờ gửi, an toàn ở máy này. Vẫn tiếp nhận, in giấy hẹn như thường</source>
        <translation>No line since {since}: {count} acts wait, safe on this computer. Reception and slips go on as usual</translation>
    </message>
    <message>
        <source>Mất mạng ngày thứ {day} (từ {since}): {count} việc chờ gửi, an toàn ở máy này. Nối tạm 4G từ điện thoại rồi bấm F5</source>
        <translation>No line, day {day} (since {since}): {count} acts wait, safe on this computer. Share a phone&apos;s 4G for a while, press F5</translation>
    </message>
    <message>
        <source>{count} hồ sơ phi địa giới chưa chạy hạn, có mạng gửi trước</source>
        <translation>for {count} dossiers of other territories no time runs yet; they are sent first</translation>
    </message>
    <message>
        <source>còn {left}/{all} số hôm nay: gọi tỉnh xin thêm</source>
        <translation>{left} of {all} numbers left today: call the province for more</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Mở khoá</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Người khác đăng nhập</source>
        <translation>Another officer</translation>
    </message>
    <message>
        <source>Máy đang khoá</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>{officer} · Quầy {counter} · khoá lúc {time}</source>
        <translation>{officer} · Counter {counter} · locked at {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n hồ sơ đang mở được giữ nguyên</source>
        <translation>
            <numerusform>%n open draft is kept</numerusform>
            <numerusform>%n open drafts are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n việc chờ gửi, an toàn ở máy này</source>
        <translation>
            <numerusform>%n act to send, safe on this station</numerusform>
            <numerusform>%n acts to send, safe on this station</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{problem}, còn %n lần</source>
        <translation>
            <numerusform>{problem}, %n try left</numerusform>
            <numerusform>{problem}, %n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>STT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nơi giải quyết</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Nhật ký tiếp nhận</source>
        <translation>Reception log</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Ngày trước</source>
        <translation>The day before</translation>
    </message>
    <message>
        <source>Ngày sau</source>
        <translation>The day after</translation>
    </message>
    <message>
        <source>Phạm vi</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Lưu tệp</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>In nhật ký</source>
        <translation>Print the log</translation>
    </message>
    <message>
        <source>Ký và khoá</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Sổ theo dõi</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Cả bộ phận</source>
        <translation>Whole centre</translation>
    </message>
    <message>
        <source>Ghi điều chỉnh</source>
        <translation>Note an adjustment</translation>
    </message>
    <message>
        <source>Điều chỉnh</source>
        <translation>Adjustments</translation>
    </message>
    <message>
        <source>Cộng</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Ngày này không tiếp nhận hồ sơ nào</source>
        <translation>No dossier was received on this day</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Đã đối chiếu: sổ = danh sách = quỹ</source>
        <translation>Checked: journal = list = till</translation>
    </message>
    <message>
        <source>Chọn ngày khác, hoặc xem cả bộ phận.</source>
        <translation>Choose another day, or see the whole centre.</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>Whole day</translation>
    </message>
    <message>
        <source>{count} dòng cần xem</source>
        <translation>{count} lines to look at</translation>
    </message>
    <message>
        <source>Lưu nhật ký</source>
        <translation>Save the log</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Trạm Một Cửa</source>
        <translation>Trạm Một Cửa</translation>
    </message>
    <message>
        <source>Trạm Một Cửa – TẬP HUẤN</source>
        <translation>Trạm Một Cửa – TRAINING</translation>
    </message>
    <message>
        <source>TẬP HUẤN</source>
        <translation>TRAINING</translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>Việc với khoản thu</source>
        <translation>Acts with a payment</translation>
    </message>
    <message>
        <source>để trống: hoàn hết</source>
        <translation>empty: all of it</translation>
    </message>
    <message>
        <source>Số tiền hoàn</source>
        <translation>Sum to give back</translation>
    </message>
    <message>
        <source>Mã người duyệt</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Mật khẩu duyệt</source>
        <translation>Their password</translation>
    </message>
    <message>
        <source>chỉ gõ số</source>
        <translation>digits only</translation>
    </message>
    <message>
        <source>Lý do hoàn</source>
        <translation>Why it goes back</translation>
    </message>
    <message>
        <source>Hoàn tiền</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Lý do huỷ</source>
        <translation>Why it is void</translation>
    </message>
    <message>
        <source>Huỷ thu</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Vì sao bỏ tờ này</source>
        <translation>Why it is given up</translation>
    </message>
    <message>
        <source>Bỏ tờ hỏng</source>
        <translation>Spoiled sheet</translation>
    </message>
    <message>
        <source>Số báo có, mã giao dịch</source>
        <translation>Number of the notice</translation>
    </message>
    <message>
        <source>Tiền đã đến</source>
        <translation>Money came</translation>
    </message>
</context>
<context>
    <name>NarrowPanel</name>
    <message>
        <source>Lọc danh sách</source>
        <translation>Narrow the list</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nhận từ ngày</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>Nhận đến ngày</source>
        <translation>Received up to</translation>
    </message>
    <message>
        <source>Hẹn từ ngày</source>
        <translation>Promised from</translation>
    </message>
    <message>
        <source>Hẹn đến ngày</source>
        <translation>Promised up to</translation>
    </message>
    <message>
        <source>Lọc</source>
        <translation>Narrow</translation>
    </message>
    <message>
        <source>Xoá các ô</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Mọi tình trạng</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Lọc hồ sơ của trạm theo</source>
        <translation>Narrow the dossiers of this station by</translation>
    </message>
    <message>
        <source>chọn trong ô</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>ô kế</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>Quầy {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>Mọi quầy</source>
        <translation>Any counter</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>Any field</translation>
    </message>
    <message>
        <source>ngày chưa đúng</source>
        <translation>no such day</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Lọc</source>
        <translation>Narrow</translation>
    </message>
    <message>
        <source>Bộ lọc đã lưu</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>Lưu bộ lọc</source>
        <translation>Save filter</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Take it off</translation>
    </message>
    <message>
        <source>Bỏ điều kiện {words}</source>
        <translation>Take off: {words}</translation>
    </message>
</context>
<context>
    <name>NoPayments</name>
    <message>
        <source>Hồ sơ {code} chưa thu lần nào</source>
        <translation>Nothing was collected for {code}</translation>
    </message>
    <message>
        <source>Còn phải thu {sum}.</source>
        <translation>{sum} are owed.</translation>
    </message>
    <message>
        <source>Chưa có khoản thu nào trong ca</source>
        <translation>There is no payment in this shift yet</translation>
    </message>
    <message>
        <source>Khoản thu ngoài ca: gõ mã hoặc tên ở ô trên.</source>
        <translation>Payments outside a shift: type a code or name above.</translation>
    </message>
</context>
<context>
    <name>OfferField</name>
    <message>
        <source>↑ ↓ chọn, hoặc gõ</source>
        <translation>↑ ↓ choose, or type</translation>
    </message>
</context>
<context>
    <name>OtherPaperPanel</name>
    <message>
        <source>Giấy tờ khác</source>
        <translation>Another paper</translation>
    </message>
    <message>
        <source>Tên giấy tờ khác</source>
        <translation>Name of the other paper</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Đang ghi việc trước, chưa nhận phím này: chờ xong rồi bấm lại. Chữ đã gõ còn nguyên.</source>
        <translation>The act before is still being kept, so this key was not taken: press it again when it is done. What was typed is still there.</translation>
    </message>
</context>
<context>
    <name>OwedPanel</name>
    <message>
        <source>Thu phí còn thiếu</source>
        <translation>Collect what is owed</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Chuyển khoản</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Thẻ</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>đúng số phải thu</source>
        <translation>exactly what is owed</translation>
    </message>
    <message>
        <source>Đã thu</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>Tiền khách đưa</source>
        <translation>Cash handed over</translation>
    </message>
    <message>
        <source>Thu {sum}</source>
        <translation>Collect {sum}</translation>
    </message>
    <message>
        <source>chỉ gõ số</source>
        <translation>digits only</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Chính người nộp</source>
        <translation>The applicant</translation>
    </message>
    <message>
        <source>Người khác</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Tổ chức</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Hộ kinh doanh</source>
        <translation>Household business</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tên chủ hồ sơ</source>
        <translation>Owner&apos;s name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Địa chỉ chủ hồ sơ</source>
        <translation>Owner&apos;s address</translation>
    </message>
    <message>
        <source>Điện thoại chủ hồ sơ</source>
        <translation>Owner&apos;s phone</translation>
    </message>
    <message>
        <source>Mã số thuế</source>
        <translation>Tax code</translation>
    </message>
    <message>
        <source>Người đại diện</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>Số giấy uỷ quyền</source>
        <translation>Number of the authorisation</translation>
    </message>
    <message>
        <source>Ngày lập</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Loại tổ chức</source>
        <translation>Kind of organisation</translation>
    </message>
    <message>
        <source>Doanh nghiệp</source>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>Cơ quan nhà nước</source>
        <translation>State agency</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Nộp thay theo</source>
        <translation>Acts by</translation>
    </message>
    <message>
        <source>Giấy uỷ quyền</source>
        <translation>Letter of authorisation</translation>
    </message>
    <message>
        <source>Giấy giới thiệu</source>
        <translation>Letter of introduction</translation>
    </message>
    <message>
        <source>Đại diện theo pháp luật</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>Phạm vi uỷ quyền</source>
        <translation>Scope of authorisation</translation>
    </message>
    <message>
        <source>Nộp và nhận</source>
        <translation>Hand in and collect</translation>
    </message>
    <message>
        <source>Chỉ nộp</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>Chỉ nhận</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Đại diện</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>ĐT</source>
        <translation>Tel.</translation>
    </message>
    <message>
        <source>Theo</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Phạm vi</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>{who} là chủ hồ sơ.</source>
        <translation>{who} is the owner.</translation>
    </message>
    <message>
        <source>{who} làm thay; giấy này là giấy tờ bắt buộc.</source>
        <translation>{who} acts for the owner; this paper is mandatory.</translation>
    </message>
    <message>
        <source>{who} là người đại diện theo pháp luật.</source>
        <translation>{who} is the legal representative.</translation>
    </message>
</context>
<context>
    <name>OwnerPanel</name>
    <message>
        <source>Nộp thay, uỷ quyền</source>
        <translation>Acting for another one</translation>
    </message>
    <message>
        <source>Người ở vùng 1</source>
        <translation>The person of zone 1</translation>
    </message>
    <message>
        <source>Ghi nhớ để lần sau khỏi khai lại</source>
        <translation>Remember for the next time</translation>
    </message>
    <message>
        <source>Không ghi nhớ</source>
        <translation>Do not remember</translation>
    </message>
    <message>
        <source>Đồng ý, giữ 1 năm</source>
        <translation>Agrees, for a year</translation>
    </message>
    <message>
        <source>Dùng lại</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>Xoá</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Lần sau</source>
        <translation>Next time</translation>
    </message>
    <message>
        <source>Lần trước</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>ô kế tiếp</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>OwnerPart</name>
    <message>
        <source>Người nộp</source>
        <translation>The applicant</translation>
    </message>
    <message>
        <source>Bản chính giấy uỷ quyền, giới thiệu có trong hồ sơ</source>
        <translation>The original of the letter is in the dossier</translation>
    </message>
</context>
<context>
    <name>PackModel</name>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Chữ ký</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Hiệu lực</source>
        <translation>In force</translation>
    </message>
</context>
<context>
    <name>PageGrid</name>
    <message>
        <source>Chưa có trang nào.</source>
        <translation>No page yet.</translation>
    </message>
    <message>
        <source>Đặt giấy vào khay, bấm {key}</source>
        <translation>Put paper into the tray, press {key}</translation>
    </message>
</context>
<context>
    <name>PageTools</name>
    <message>
        <source>Xoay</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Tách</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Ghép</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Che</source>
        <translation>Mask</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Lúc quét</source>
        <translation>As scanned</translation>
    </message>
    <message>
        <source>Bỏ xếp</source>
        <translation>Unsort</translation>
    </message>
    <message>
        <source>Ghi “Chỉ dùng cho hồ sơ này”</source>
        <translation>Say “for this dossier only”</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Bảng lệnh</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Gõ việc muốn làm, không cần dấu</source>
        <translation>Type what you want to do</translation>
    </message>
    <message>
        <source>Việc làm được ở đây</source>
        <translation>What can be done here</translation>
    </message>
    <message>
        <source>Trang này không có việc như vậy. Gõ từ khác, hoặc bấm F1.</source>
        <translation>No such act on this page. Type another word, or press F1.</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>làm</source>
        <translation>do it</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
</context>
<context>
    <name>PaperCheckPanel</name>
    <message>
        <source>Kiểm tra giấy</source>
        <translation>Judge the paper</translation>
    </message>
    <message>
        <source>Lý do không đạt</source>
        <translation>Why it is not accepted</translation>
    </message>
    <message>
        <source>Mã kết quả thay thế</source>
        <translation>Code of the result that stands for it</translation>
    </message>
    <message>
        <source>Cơ sở dữ liệu</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Mã truy vấn, lỗi</source>
        <translation>Query number, failure</translation>
    </message>
    <message>
        <source>Ngày cấp giấy</source>
        <translation>Day of issue</translation>
    </message>
    <message>
        <source>Tên trên giấy</source>
        <translation>Name on the paper</translation>
    </message>
    <message>
        <source>Kết quả kiểm tra</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Chưa kiểm</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Not in order</translation>
    </message>
    <message>
        <source>Lấy từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Kho số hoá</source>
        <translation>Digital store</translation>
    </message>
    <message>
        <source>Kho DMQG</source>
        <translation>National store</translation>
    </message>
    <message>
        <source>CSDL nhà nước</source>
        <translation>State database</translation>
    </message>
    <message>
        <source>Khai thác dữ liệu</source>
        <translation>Asking for the data</translation>
    </message>
    <message>
        <source>Có dữ liệu</source>
        <translation>Data is there</translation>
    </message>
    <message>
        <source>Không khai thác được</source>
        <translation>Not retrievable</translation>
    </message>
    <message>
        <source>Không chính xác</source>
        <translation>Inaccurate</translation>
    </message>
    <message>
        <source>Không đạt thì coi như chưa nộp; lý do in vào mẫu 02, 03.</source>
        <translation>What is not in order counts as missing; the reason is printed on forms 02 and 03.</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Mã kết quả</source>
        <translation>Result code</translation>
    </message>
    <message>
        <source>Khai thác</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>CSDL</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Mã, lỗi</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Ngày cấp</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Kiểm tra:</source>
        <translation>Paper:</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>ô kế tiếp</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>PaperDetail</name>
    <message>
        <source>Tệp của giấy tờ này</source>
        <translation>Files of this paper</translation>
    </message>
    <message>
        <source>Chưa có tệp. Ảnh hoặc PDF đính vào đúng dòng này.</source>
        <translation>No file yet. Pictures or PDF go to this row.</translation>
    </message>
    <message>
        <source>Chọn tệp</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Judge</translation>
    </message>
    <message>
        <source>Giấy tờ ngoài danh mục</source>
        <translation>A paper that is not listed</translation>
    </message>
    <message>
        <source>Lưu ý: {words}</source>
        <translation>Note: {words}</translation>
    </message>
    <message>
        <source>Bấm + để thêm</source>
        <translation>Press + to add it</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Dòng {number}</source>
        <translation>Row {number}</translation>
    </message>
    <message>
        <source>Giấy tờ khác</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>bắt buộc</source>
        <translation>mandatory</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if there is one</translation>
    </message>
    <message>
        <source>mẫu {code}</source>
        <translation>form {code}</translation>
    </message>
</context>
<context>
    <name>PaperRows</name>
    <message>
        <source>Giấy {name} thiếu gì</source>
        <translation>What paper {name} lacks</translation>
    </message>
    <message>
        <source>Thiếu gì</source>
        <translation>Lacks</translation>
    </message>
</context>
<context>
    <name>PaperTypeChoice</name>
    <message>
        <source>Loại giấy tờ</source>
        <translation>Kind of paper</translation>
    </message>
    <message>
        <source>Thẻ căn cước</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>Căn cước công dân</source>
        <translation>Citizen ID</translation>
    </message>
    <message>
        <source>Giấy chứng nhận căn cước</source>
        <translation>Identity certificate</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Personal number</translation>
    </message>
    <message>
        <source>Hộ chiếu</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>CMND 9 số</source>
        <translation>9-digit ID card</translation>
    </message>
    <message>
        <source>Giấy tờ khác</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>Chưa xuất trình bản chính</source>
        <translation>Original not shown</translation>
    </message>
    <message>
        <source>Chưa ghi giấy tờ</source>
        <translation>No paper noted</translation>
    </message>
</context>
<context>
    <name>PapersModel</name>
    <message>
        <source>Chính</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Chứng thực</source>
        <translation>Certified</translation>
    </message>
    <message>
        <source>Sao</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Xuất trình</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Thêm giấy tờ khác (phím +)</source>
        <translation>Add another paper (key +)</translation>
    </message>
    <message>
        <source>cần {count}</source>
        <translation>need {count}</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>{number}, không đạt</source>
        <translation>{number}, not in order</translation>
    </message>
    <message>
        <source>{number}, đã có</source>
        <translation>{number}, here</translation>
    </message>
    <message>
        <source>{number}, còn thiếu</source>
        <translation>{number}, missing</translation>
    </message>
    <message>
        <source>{number}, nếu có</source>
        <translation>{number}, if there is one</translation>
    </message>
</context>
<context>
    <name>PapersZone</name>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Giấy tờ của thủ tục</source>
        <translation>Papers of the procedure</translation>
    </message>
    <message>
        <source>Giấy tờ khác, ngoài danh mục</source>
        <translation>A paper that is not listed</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Chọn thủ tục</source>
        <translation>Choose the procedure</translation>
    </message>
    <message>
        <source>Chưa chọn thủ tục</source>
        <translation>No procedure chosen</translation>
    </message>
    <message>
        <source>Giấy tờ phải nộp, phí và ngày hẹn hiện ra khi đã chọn.</source>
        <translation>Papers, fees and due date appear once it is chosen.</translation>
    </message>
    <message>
        <source>Lấy lại</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>chờ chọn thủ tục</source>
        <translation>waits for the procedure</translation>
    </message>
    <message>
        <source>đã có {here}/{all} giấy tờ</source>
        <translation>{here}/{all} papers here</translation>
    </message>
    <message>
        <source>Tệp của: {paper}</source>
        <translation>Files of: {paper}</translation>
    </message>
    <message>
        <source>Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</source>
        <translation>Pictures, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Lấy lại: {name}</source>
        <translation>Put back: {name}</translation>
    </message>
    <message>
        <source>vừa bỏ {name}</source>
        <translation>removed: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Còn thiếu %n</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Đủ giấy tờ</source>
        <translation>All papers here</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>Đổi mật khẩu của tôi</source>
        <translation>My own password</translation>
    </message>
    <message>
        <source>Mật khẩu đang dùng</source>
        <translation>Password in use</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Gõ lại lần nữa</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Từ 10 ký tự, không chứa mã cán bộ. Quên thì quản trị đặt lại.</source>
        <translation>10 characters or more, without the sign-in name. Forgotten: an administrator sets a new one.</translation>
    </message>
    <message>
        <source>đang đổi, chờ xong</source>
        <translation>being changed, wait</translation>
    </message>
    <message>
        <source>còn trống</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>khác mật khẩu mới</source>
        <translation>differs from the new one</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Tạm dừng gửi</source>
        <translation>Pause sending</translation>
    </message>
    <message>
        <source>Nhường đường truyền trong bao lâu?</source>
        <translation>For how long is the line needed?</translation>
    </message>
    <message>
        <source>Máy gửi nốt phần đang dở rồi dừng. Không mất gì: việc chờ gửi nằm an toàn ở máy này, hết giờ máy tự gửi tiếp và báo.</source>
        <translation>What was begun is sent, then nothing more. Nothing is lost: what waits is safe here, and is sent by itself when the time is over.</translation>
    </message>
    <message>
        <source>gửi tiếp lúc nào cũng được</source>
        <translation>send again at any time</translation>
    </message>
    <message>
        <source>thôi</source>
        <translation>leave it</translation>
    </message>
    <message>
        <source>15 phút, đến {time}</source>
        <translation>15 minutes, until {time}</translation>
    </message>
    <message>
        <source>1 giờ, đến {time}</source>
        <translation>1 hour, until {time}</translation>
    </message>
    <message>
        <source>Đến khi tôi bấm lại, muộn nhất {time}</source>
        <translation>Until I say so, at the latest {time}</translation>
    </message>
</context>
<context>
    <name>PaymentModel</name>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Biên lai</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Số tiền</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Người của hồ sơ</source>
        <translation>The people of the dossier</translation>
    </message>
    <message>
        <source>Hiện số giấy tờ</source>
        <translation>Show the numbers</translation>
    </message>
    <message>
        <source>Ai xem, lúc nào được ghi lại.</source>
        <translation>Who sees them, and when, is written down.</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
    <message>
        <source>so với thẻ: {words}</source>
        <translation>compare: {words}</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Xem trước khi in</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Trang sẽ in</source>
        <translation>Pages to print</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Xem tệp</source>
        <translation>View files</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Đang chuẩn bị giấy…</source>
        <translation>Preparing the paper…</translation>
    </message>
    <message>
        <source>chưa nhận phím này, chờ xong rồi bấm lại</source>
        <translation>this key was not taken: press it again when it is ready</translation>
    </message>
    <message>
        <source>Chưa có máy in. Lưu PDF để in ở máy khác.</source>
        <translation>No printer. Save the PDF and print it elsewhere.</translation>
    </message>
    <message>
        <source>Máy in mô phỏng:</source>
        <translation>Simulated printer:</translation>
    </message>
    <message>
        <source>không ra giấy thật</source>
        <translation>no real paper comes out</translation>
    </message>
    <message>
        <source>Tệp của hồ sơ.</source>
        <translation>A file of the dossier.</translation>
    </message>
    <message>
        <source>In hoặc lưu PDF nếu cần.</source>
        <translation>Print it, or save it as PDF.</translation>
    </message>
    <message numerus="yes">
        <source>Đã in %n lần.</source>
        <translation>
            <numerusform>Printed %n time.</numerusform>
            <numerusform>Printed %n times.</numerusform>
        </translation>
    </message>
    <message>
        <source>Phiếu in ra ghi rõ là bản in lại</source>
        <translation>The paper will say that it is a reprint</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu; in hỏng thì in lại được.</source>
        <translation>The dossier is saved; a spoilt print can be repeated.</translation>
    </message>
</context>
<context>
    <name>ProcedurePanel</name>
    <message>
        <source>Chọn thủ tục</source>
        <translation>Choose the procedure</translation>
    </message>
    <message>
        <source>Thủ tục tìm thấy</source>
        <translation>Procedures found</translation>
    </message>
    <message>
        <source>chọn dòng</source>
        <translation>choose a row</translation>
    </message>
    <message>
        <source>lấy thủ tục</source>
        <translation>take it</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
    <message numerus="yes">
        <source>%n thủ tục khớp. Gõ không dấu, chữ đầu hoặc mã.</source>
        <translation>
            <numerusform>%n procedure matches. Type without accents, initials or the code.</numerusform>
            <numerusform>%n procedures match. Type without accents, initials or the code.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hay dùng ở quầy này. Gõ không dấu, chữ đầu (dkks) hoặc mã.</source>
        <translation>Frequent here. Type without accents, initials (dkks) or the code.</translation>
    </message>
    <message>
        <source>Danh mục mới có tên thủ tục này, chưa có giấy tờ, phí, thời hạn.</source>
        <translation>Only the name of this procedure is in the catalogue: no papers, fees or time limit.</translation>
    </message>
</context>
<context>
    <name>ProcedurePart</name>
    <message>
        <source>Thủ tục khác</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>gõ tên, mã, chữ đầu</source>
        <translation>name, code, initials</translation>
    </message>
    <message>
        <source>Trường hợp</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Đánh dấu giấy đang có trong hồ sơ (* bắt buộc):</source>
        <translation>Tick the papers that are here (* mandatory):</translation>
    </message>
    <message>
        <source>Phí đã tính {old}, biểu phí mới {new}: thu thêm hay hoàn ở Quỹ (Alt+T).</source>
        <translation>{old} charged, {new} by the new tariff: collect more or refund at the till (Alt+T).</translation>
    </message>
    <message>
        <source>Phí đã tính {old}, chưa nộp; biểu phí mới {new}: thu thêm hay giảm ở Quỹ (Alt+T).</source>
        <translation>{old} charged, not paid; {new} by the new tariff: charge more or reduce at the till (Alt+T).</translation>
    </message>
</context>
<context>
    <name>ProcedureZone</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Tên hoặc mã thủ tục</source>
        <translation>Name or code of the procedure</translation>
    </message>
    <message>
        <source>Tên không dấu, chữ đầu (dkks) hoặc mã</source>
        <translation>Name without accents, initials or code</translation>
    </message>
    <message>
        <source>Nơi giải quyết</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Number of sets</translation>
    </message>
    <message>
        <source>Địa chỉ gửi kết quả</source>
        <translation>Address for the result</translation>
    </message>
    <message>
        <source>Gửi tới địa chỉ</source>
        <translation>Send to this address</translation>
    </message>
    <message>
        <source>Nội dung yêu cầu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Hay dùng ở quầy này</source>
        <translation>Frequent at this counter</translation>
    </message>
    <message>
        <source>Bản {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>chưa chọn thủ tục</source>
        <translation>no procedure chosen</translation>
    </message>
    <message>
        <source>Lưu ý: {procedure}</source>
        <translation>Note: {procedure}</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý: {procedure}</source>
        <translation>Legal basis: {procedure}</translation>
    </message>
    <message>
        <source>Tên hoặc mã</source>
        <translation>Name, code</translation>
    </message>
    <message>
        <source>Số bộ</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Subject</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Bàn làm việc</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Quỹ</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Điều hành</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>Đang ở trang này</source>
        <translation>This page is in front</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Đang ghi hồ sơ…</source>
        <translation>Saving the dossier…</translation>
    </message>
    <message>
        <source>Nhận khi còn thiếu, căn cứ:</source>
        <translation>Accepted with a gap, ground:</translation>
    </message>
    <message>
        <source>Đủ điều kiện tiếp nhận.</source>
        <translation>Ready to be received.</translation>
    </message>
    <message>
        <source>Đã nhận {code}, hẹn {time}.</source>
        <translation>Received {code}, due {time}.</translation>
    </message>
    <message>
        <source>Trả lại khách {sum}.</source>
        <translation>Give back {sum}.</translation>
    </message>
    <message>
        <source>Đang in phiếu…</source>
        <translation>Printing the slip…</translation>
    </message>
    <message>
        <source>Phiếu đã in ra máy in mô phỏng.</source>
        <translation>The slip went to the simulated printer.</translation>
    </message>
    <message>
        <source>Đã in phiếu.</source>
        <translation>The slip is printed.</translation>
    </message>
    <message>
        <source>Trả kết quả ngay: chỉ in phiếu khi người dân yêu cầu.</source>
        <translation>Answered at once: a slip is printed only if it is asked for.</translation>
    </message>
    <message>
        <source>“{printer}” không báo lại: phiếu của {code} đã ra chưa?</source>
        <translation>“{printer}” tells nothing: did the slip of {code} come out?</translation>
    </message>
    <message>
        <source>Chưa in được phiếu: {problem}</source>
        <translation>The slip is not printed: {problem}</translation>
    </message>
    <message>
        <source>Chưa có họ tên người nộp</source>
        <translation>No applicant&apos;s name yet</translation>
    </message>
    <message>
        <source>Cần sửa:</source>
        <translation>To correct:</translation>
    </message>
    <message>
        <source>Chưa chọn thủ tục</source>
        <translation>No procedure chosen</translation>
    </message>
    <message>
        <source>Còn thiếu {count} giấy bắt buộc:</source>
        <translation>Mandatory papers missing ({count}):</translation>
    </message>
    <message>
        <source>Chưa có địa chỉ gửi kết quả</source>
        <translation>No address for the result yet</translation>
    </message>
    <message>
        <source>Chưa ghi lý do nhận thêm hồ sơ:</source>
        <translation>No reason for another dossier:</translation>
    </message>
    <message>
        <source>Miễn mà chưa ghi giấy chứng minh:</source>
        <translation>Waived without naming its proof:</translation>
    </message>
    <message>
        <source>Chưa thu đủ tiền:</source>
        <translation>Not paid in full:</translation>
    </message>
    <message>
        <source>Hết số hồ sơ của quầy này.</source>
        <translation>This counter has no numbers left.</translation>
    </message>
    <message>
        <source>Nhận ở quầy khác, hoặc nhờ quản trị xin thêm dải số</source>
        <translation>Receive at another counter, or ask the administrator for a further range</translation>
    </message>
    <message>
        <source>Đang đọc ảnh, tệp…</source>
        <translation>Reading pictures and files…</translation>
    </message>
    <message>
        <source>dòng {row}, {paper}</source>
        <translation>row {row}, {paper}</translation>
    </message>
    <message>
        <source>dòng {rows}</source>
        <translation>rows {rows}</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Lý do để lại</source>
        <translation>Why it stays</translation>
    </message>
    <message>
        <source>ví dụ: đang ký sao y</source>
        <translation>such as: being certified</translation>
    </message>
    <message>
        <source>Mọi bìa chưa quét của cơ quan này</source>
        <translation>All that were not scanned</translation>
    </message>
    <message>
        <source>Ghi lý do</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Để lại {folder}</source>
        <translation>{folder} stays</translation>
    </message>
</context>
<context>
    <name>ReasonZone</name>
    <message>
        <source>Giải trình và duyệt</source>
        <translation>Why, and who confirms</translation>
    </message>
    <message>
        <source>Lý do lệch</source>
        <translation>Why it differs</translation>
    </message>
    <message>
        <source>Mã người duyệt</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Mật khẩu duyệt</source>
        <translation>Their password</translation>
    </message>
</context>
<context>
    <name>ReducePanel</name>
    <message>
        <source>Giảm khoản phải thu</source>
        <translation>Reduce what is owed</translation>
    </message>
    <message>
        <source>Lý do giảm</source>
        <translation>Why less</translation>
    </message>
    <message>
        <source>Căn cứ (nếu có)</source>
        <translation>Ground (if any)</translation>
    </message>
    <message>
        <source>Mã người duyệt</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Mật khẩu duyệt</source>
        <translation>Their password</translation>
    </message>
    <message>
        <source>chỉ gõ số</source>
        <translation>digits only</translation>
    </message>
    <message>
        <source>Giảm khoản phải thu · {code} · chưa nộp {sum}</source>
        <translation>Reduce what is owed · {code} · {sum} not paid</translation>
    </message>
    <message>
        <source>giảm bao nhiêu</source>
        <translation>how much less</translation>
    </message>
    <message>
        <source>Giảm bao nhiêu: {fee}</source>
        <translation>How much less: {fee}</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Sổ theo dõi hồ sơ</source>
        <translation>Register of dossiers</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Xem, in sổ</source>
        <translation>See, print</translation>
    </message>
    <message>
        <source>Sổ theo dõi hồ sơ (mẫu 07)</source>
        <translation>Register of dossiers (form 07)</translation>
    </message>
    <message>
        <source>Của phạm vi đang xem; nhiều nhất một năm.</source>
        <translation>Of the scope that is shown; at most a year.</translation>
    </message>
</context>
<context>
    <name>ReprintPanel</name>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Bản trước in hỏng</source>
        <translation>The copy before is spoiled</translation>
    </message>
    <message>
        <source>Công dân làm mất</source>
        <translation>The citizen lost it</translation>
    </message>
    <message>
        <source>Công dân xin thêm</source>
        <translation>The citizen asks for another</translation>
    </message>
    <message>
        <source>gõ rồi Enter</source>
        <translation>type, then Enter</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Vì sao in lại?</source>
        <translation>Why once more?</translation>
    </message>
    <message>
        <source>Bản in ra ghi rõ là bản in lại; lý do nằm trong lịch sử hồ sơ.</source>
        <translation>The copy says that it is a reprint; the reason stays in the history.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Kết quả chờ lấy</source>
        <translation>Results to collect</translation>
    </message>
    <message>
        <source>Tìm kết quả</source>
        <translation>Find a result</translation>
    </message>
    <message>
        <source>Quét giấy hẹn, hoặc gõ mã, tên, số kệ, số cuối giấy tờ</source>
        <translation>Scan the slip, or type code, name, shelf, last digits</translation>
    </message>
    <message>
        <source>Không có kết quả nào khớp</source>
        <translation>No result matches</translation>
    </message>
    <message>
        <source>Bấm Enter để tìm trong mọi hồ sơ của quầy.</source>
        <translation>Press Enter to look in every dossier of this station.</translation>
    </message>
    <message>
        <source>Không có kết quả nào chờ lấy</source>
        <translation>No result waits to be collected</translation>
    </message>
    <message>
        <source>Kết quả hiện ở đây khi cơ quan giải quyết đã ký hoặc đã gửi về quầy.</source>
        <translation>Results appear here once the agency has signed them or sent them to the counter.</translation>
    </message>
    <message>
        <source>{count} kết quả chờ lấy</source>
        <translation>Results to collect: {count}</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open the dossier</translation>
    </message>
    <message>
        <source>Đã về quầy</source>
        <translation>It has come</translation>
    </message>
    <message>
        <source>Xem giấy nhận</source>
        <translation>See the receipt</translation>
    </message>
    <message>
        <source>Thu phí</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return results</translation>
    </message>
    <message>
        <source>Trả giấy tờ</source>
        <translation>Give papers back</translation>
    </message>
    <message>
        <source>Người kế tiếp</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Đã trả giấy tờ</source>
        <translation>Papers given</translation>
    </message>
    <message>
        <source>Dòng {row}/{rows}</source>
        <translation>Row {row} of {rows}</translation>
    </message>
</context>
<context>
    <name>RetireKeyPanel</name>
    <message>
        <source>Thu hồi khoá</source>
        <translation>Retire the key</translation>
    </message>
    <message>
        <source>Thu hồi</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Gói ký bằng khoá này không được nhận nữa. Danh mục đang dùng vẫn giữ.</source>
        <translation>Packs signed with this key are taken no more. What is in force stays.</translation>
    </message>
    <message>
        <source>Thu hồi khoá · {name}</source>
        <translation>Retire the key · {name}</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Bấm số để xếp trang</source>
        <translation>Its number files it</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>{name}, phím {digit}, {pages} trang</source>
        <translation>{name}, key {digit}, {pages} pages</translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>Lưu bộ lọc</source>
        <translation>Save filter</translation>
    </message>
    <message>
        <source>Tên bộ lọc</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lưu bộ lọc đang dùng</source>
        <translation>Save the filter in use</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Của riêng anh/chị, ở trạm này. Trùng tên thì lưu đè lên bộ cũ.</source>
        <translation>Your own, at this station. The same name replaces the old one.</translation>
    </message>
    <message>
        <source>lưu đè</source>
        <translation>replaces</translation>
    </message>
</context>
<context>
    <name>SavedPanel</name>
    <message>
        <source>Bộ lọc đã lưu</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <source>Chưa lưu bộ lọc nào.</source>
        <translation>No filter is saved yet.</translation>
    </message>
    <message>
        <source>Dùng</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Tên mới</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Bộ lọc đã lưu của anh/chị</source>
        <translation>Your saved filters</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Xoá</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Bấm lần nữa để xoá</source>
        <translation>Press again to delete</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Giấy tờ của thủ tục</source>
        <translation>Papers of the procedure</translation>
    </message>
    <message>
        <source>Các trang</source>
        <translation>The pages</translation>
    </message>
    <message>
        <source>Trang đang chọn</source>
        <translation>The current page</translation>
    </message>
    <message>
        <source>Bốn góc của tờ giấy</source>
        <translation>The four corners of the sheet</translation>
    </message>
    <message>
        <source>Xếp trang vào giấy tờ khác</source>
        <translation>File the page under another paper</translation>
    </message>
    <message>
        <source>Xếp</source>
        <translation>File it</translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Giỏ rác · {count}</source>
        <translation>Basket · {count}</translation>
    </message>
    <message>
        <source>{count} chưa xếp</source>
        <translation>{count} in no row</translation>
    </message>
    <message>
        <source>Giỏ rác: {count}</source>
        <translation>Basket: {count}</translation>
    </message>
    <message>
        <source>Dừng quét</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Quét tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Lấy trang từ tệp</source>
        <translation>Take pages from files</translation>
    </message>
    <message>
        <source>Ảnh, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</source>
        <translation>Pictures, PDF (*.pdf *.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Máy quét</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Kiểu quét</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Màu 200 dpi</source>
        <translation>Colour 200 dpi</translation>
    </message>
    <message>
        <source>Xám 200 dpi</source>
        <translation>Gray 200 dpi</translation>
    </message>
    <message>
        <source>Đen trắng 200 dpi</source>
        <translation>Black and white 200 dpi</translation>
    </message>
    <message>
        <source>Hai mặt</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>Bỏ trang trắng</source>
        <translation>Drop blanks</translation>
    </message>
    <message>
        <source>Nắn thẳng</source>
        <translation>Straighten</translation>
    </message>
    <message>
        <source>Giỏ rác</source>
        <translation>Basket</translation>
    </message>
    <message>
        <source>Quét mặt sau</source>
        <translation>Now the backs</translation>
    </message>
    <message>
        <source>In tờ phân cách</source>
        <translation>Print separators</translation>
    </message>
    <message>
        <source>Đặt bốn góc</source>
        <translation>Set the corners</translation>
    </message>
    <message>
        <source>Giấy tờ khác</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Quét lại</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>Giữ</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Quét lại cả tập</source>
        <translation>Scan the pile again</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Mũi tên dời khung, Shift+mũi tên đổi cỡ, Enter che hẳn, Esc thôi.</source>
        <translation>Arrows move the frame, Shift with arrows sizes it, Enter blacks it out, Esc gives it up.</translation>
    </message>
    <message>
        <source>1–4 chọn góc, mũi tên dời (Shift: xa hơn), Enter nắn phẳng, Esc thôi.</source>
        <translation>1–4 choose a corner, arrows move it (Shift: further), Enter lays it flat, Esc gives it up.</translation>
    </message>
    <message>
        <source>Tệp, USB</source>
        <translation>Files, USB</translation>
    </message>
    <message>
        <source>Về hồ sơ</source>
        <translation>To the dossier</translation>
    </message>
    <message>
        <source>Bàn quét</source>
        <translation>Scan desk</translation>
    </message>
</context>
<context>
    <name>SealedModel</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>đã ký nhận</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>chờ ký nhận</source>
        <translation>not signed yet</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Hồ sơ tìm thấy</source>
        <translation>Dossiers found</translation>
    </message>
    <message>
        <source>Hỏi máy chủ</source>
        <translation>Ask the server</translation>
    </message>
    <message>
        <source>chọn</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>xem phiếu</source>
        <translation>see the slip</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
    <message numerus="yes">
        <source>%n hồ sơ</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>khớp “{query}”, trong máy này</source>
        <translation>match “{query}”, on this station</translation>
    </message>
    <message>
        <source>Không có ở máy này. Thử mã, 4 số cuối, tên không dấu.</source>
        <translation>Not on this station. Try the code, the last 4 digits, the name without accents.</translation>
    </message>
    <message>
        <source>Không có ở máy này.</source>
        <translation>Not at this station.</translation>
    </message>
    <message>
        <source>Không có ở máy này, số liệu đến {time}.</source>
        <translation>Not at this station, as of {time}.</translation>
    </message>
    <message>
        <source>Thử 4 số cuối, tên không dấu; gõ đủ mã (260924-0217) thì hỏi máy chủ được.</source>
        <translation>Try the last 4 digits, or a name without accents; a whole code (260924-0217) can be asked of the server.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Caps Lock đang bật</source>
        <translation>Caps Lock is on</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Máy chủ có gì</source>
        <translation>What the server has</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối, tương phản cao</source>
        <translation>Dark, high contrast</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tự khoá</source>
        <translation>Auto-lock</translation>
    </message>
    <message>
        <source>Phím mới</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>Bấm tổ hợp phím mới</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>Phím như khi cài</source>
        <translation>Keys as delivered</translation>
    </message>
    <message>
        <source>Thiết bị</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Mẫu giấy</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Mở lại chương trình</source>
        <translation>Start anew</translation>
    </message>
    <message>
        <source>Mở cửa sổ tập huấn</source>
        <translation>Open the training window</translation>
    </message>
    <message>
        <source>Màn hình dân</source>
        <translation>Citizen&apos;s display</translation>
    </message>
    <message>
        <source>Chưa có hiệu lực:</source>
        <translation>Not in force yet:</translation>
    </message>
    <message>
        <source>mở lại chương trình, hồ sơ đang mở vẫn giữ nguyên</source>
        <translation>start the program anew, open drafts are kept</translation>
    </message>
    <message>
        <source>Hiển thị</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>Cỡ chữ, ngôn ngữ, phím đổi khi mở lại chương trình; còn lại đổi ngay.</source>
        <translation>Text size, language and keys when the program is opened again; all else at once.</translation>
    </message>
    <message>
        <source>Không tự khoá</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Sau {minutes} phút vắng</source>
        <translation>After {minutes} minutes away</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SexChoice</name>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Nam</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Nữ</source>
        <translation>Female</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Người nhận</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>quét thẻ, hoặc gõ số</source>
        <translation>scan the card, or type the number</translation>
    </message>
    <message>
        <source>Đối chiếu với hồ sơ</source>
        <translation>Compared with the file</translation>
    </message>
    <message>
        <source>Mất giấy hẹn</source>
        <translation>Slip lost</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>Đưa cho người nhận</source>
        <translation>Hand out</translation>
    </message>
    <message>
        <source>Giấy tờ đưa cho người nhận</source>
        <translation>Papers to hand out</translation>
    </message>
    <message>
        <source>ví dụ: K2-07</source>
        <translation>such as K2-07</translation>
    </message>
    <message>
        <source>Để vào kệ</source>
        <translation>Put on shelf</translation>
    </message>
    <message>
        <source>Tên kết quả</source>
        <translation>Result name</translation>
    </message>
    <message>
        <source>Bản gốc còn lại: lưu hồ sơ</source>
        <translation>Originals not ticked stay</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Số giấy tờ đã xem</source>
        <translation>Number of the identity paper</translation>
    </message>
    <message>
        <source>Họ tên người nhận</source>
        <translation>Name of the collector</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nơi để</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>Phí còn thiếu</source>
        <translation>Fee owed</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Không được nhận</source>
        <translation>May not collect</translation>
    </message>
    <message>
        <source>Khớp {done}/{all}</source>
        <translation>{done} of {all} agree</translation>
    </message>
    <message>
        <source>Có chỗ không khớp</source>
        <translation>Something differs</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Vào làm việc</source>
        <translation>Start work</translation>
    </message>
    <message>
        <source>Mã cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Làm lại với dữ liệu mẫu mới</source>
        <translation>Begin again with fresh samples</translation>
    </message>
    <message>
        <source>Mở cửa sổ tập huấn</source>
        <translation>Open the training window</translation>
    </message>
    <message>
        <source>quay3, truongbp, xa, admin · mật khẩu {password}</source>
        <translation>quay3, truongbp, xa, admin · password {password}</translation>
    </message>
    <message>
        <source>Tập huấn: hồ sơ và người đều là mẫu</source>
        <translation>Training: people and dossiers are invented</translation>
    </message>
    <message>
        <source>Không in, không gửi đi đâu</source>
        <translation>Nothing is printed or sent</translation>
    </message>
    <message>
        <source>Dữ liệu mẫu, không phải hồ sơ thật</source>
        <translation>Sample data, no real dossiers</translation>
    </message>
    <message>
        <source>Dùng thiết bị mô phỏng</source>
        <translation>Simulated devices in use</translation>
    </message>
    <message>
        <source>Quầy {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>Đang mở kho…</source>
        <translation>Opening the store…</translation>
    </message>
    <message numerus="yes">
        <source>{problem}, còn %n lần</source>
        <translation>
            <numerusform>{problem}, %n try left</numerusform>
            <numerusform>{problem}, %n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Ký và khoá trang nhật ký</source>
        <translation>Sign and lock the page</translation>
    </message>
    <message>
        <source>Mật khẩu của tôi</source>
        <translation>My own password</translation>
    </message>
    <message>
        <source>Ký và khoá</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Trang đã khoá không sửa được; việc làm sau ghi thành điều chỉnh.</source>
        <translation>A locked page cannot be changed; what is done later becomes an adjustment.</translation>
    </message>
    <message>
        <source>gõ mật khẩu</source>
        <translation>type it</translation>
    </message>
</context>
<context>
    <name>SignedPanel</name>
    <message>
        <source>Bên nhận đã ký</source>
        <translation>The receiver has signed</translation>
    </message>
    <message>
        <source>Người ký nhận</source>
        <translation>Who signed</translation>
    </message>
    <message>
        <source>Vì sao không nhận</source>
        <translation>Why not taken</translation>
    </message>
    <message>
        <source>Ghi đã ký nhận</source>
        <translation>Note the signature</translation>
    </message>
    <message>
        <source>Bìa bên nhận đã lấy</source>
        <translation>Folders that were taken</translation>
    </message>
    <message>
        <source>ghi họ tên</source>
        <translation>say who</translation>
    </message>
    <message>
        <source>ghi lý do</source>
        <translation>say why</translation>
    </message>
    <message>
        <source>Bên nhận lấy {taken}/{all} bìa; {left} bìa về lại quầy.</source>
        <translation>{taken} of {all} folders were taken; {left} come back to the counter.</translation>
    </message>
    <message>
        <source>Bên nhận lấy đủ {all} bìa.</source>
        <translation>All {all} folders were taken.</translation>
    </message>
</context>
<context>
    <name>SignerModel</name>
    <message>
        <source>Của ai</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Khoá bắt đầu bằng</source>
        <translation>Key begins with</translation>
    </message>
    <message>
        <source>Ai thêm</source>
        <translation>Added by</translation>
    </message>
</context>
<context>
    <name>SignersPart</name>
    <message>
        <source>Khoá tin cậy</source>
        <translation>Trusted keys</translation>
    </message>
    <message>
        <source>Thu hồi khoá</source>
        <translation>Retire the key</translation>
    </message>
    <message>
        <source>Thêm khoá</source>
        <translation>Add a key</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Bản chờ ký</source>
        <translation>Copies to be signed</translation>
    </message>
    <message>
        <source>Mã PIN của token</source>
        <translation>PIN of the token</translation>
    </message>
    <message>
        <source>Xem bản</source>
        <translation>See the copy</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open the dossier</translation>
    </message>
    <message>
        <source>Thêm dấu thời gian</source>
        <translation>Add time stamps</translation>
    </message>
    <message>
        <source>Dừng ký</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Không có bản nào chờ ký</source>
        <translation>No copy waits to be signed</translation>
    </message>
    <message>
        <source>Bản chụp ở bàn quét vào đây khi hồ sơ được tiếp nhận; hồ sơ không chờ chữ ký.</source>
        <translation>Copies from the scan desk come here once their dossier is received; it does not wait for the signature.</translation>
    </message>
    <message>
        <source>Chữ ký của cơ quan</source>
        <translation>The office&apos;s signature</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Ký sao y</source>
        <translation>Sign copies</translation>
    </message>
    <message>
        <source>Ký {copies} bản</source>
        <translation>Sign {copies}</translation>
    </message>
</context>
<context>
    <name>StartProblem</name>
    <message>
        <source>Trạm Một Cửa</source>
        <translation>Trạm Một Cửa</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>StateBars</name>
    <message>
        <source>Xem phiếu</source>
        <translation>See the slip</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Đã ra</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>Chưa ra</source>
        <translation>Did not come out</translation>
    </message>
    <message>
        <source>In máy kia</source>
        <translation>Other printer</translation>
    </message>
    <message>
        <source>Đã rõ</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Đang dở…</source>
        <translation>Drafts…</translation>
    </message>
    <message>
        <source>Chưa nhận…</source>
        <translation>Not yet…</translation>
    </message>
    <message>
        <source>Căn cứ khác…</source>
        <translation>Other ground…</translation>
    </message>
    <message>
        <source>Phiếu vừa nhận</source>
        <translation>Last slip</translation>
    </message>
    <message>
        <source>Trả ngay</source>
        <translation>Give at once</translation>
    </message>
    <message>
        <source>Tiếp nhận và in</source>
        <translation>Accept and print</translation>
    </message>
    <message>
        <source>In phiếu</source>
        <translation>Print slip</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Đã lưu {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Tạm dừng gửi đến {time}</source>
        <translation>Sending paused until {time}</translation>
    </message>
    <message>
        <source>Hết tạm dừng, tự gửi tiếp từ {time}</source>
        <translation>Pause over, sending since {time}</translation>
    </message>
    <message>
        <source>Đang đồng bộ</source>
        <translation>Synchronising</translation>
    </message>
    <message>
        <source>Có mạng</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Mất mạng từ {time}</source>
        <translation>Offline since {time}</translation>
    </message>
    <message>
        <source>Mất mạng</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Chưa nối máy chủ</source>
        <translation>No server yet</translation>
    </message>
    <message>
        <source>{count} bị trả lại</source>
        <translation>{count} sent back</translation>
    </message>
    <message>
        <source>{count} chờ gửi</source>
        <translation>{count} to send</translation>
    </message>
    <message>
        <source>Đã gửi hết</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>Danh mục {days} ngày</source>
        <translation>Catalogue {days} days old</translation>
    </message>
    <message>
        <source>Hết số hồ sơ</source>
        <translation>No numbers left</translation>
    </message>
    <message>
        <source>Còn {count} số</source>
        <translation>Numbers left: {count}</translation>
    </message>
    <message>
        <source>Thiết bị mô phỏng</source>
        <translation>Simulated devices</translation>
    </message>
    <message>
        <source>{device} sẵn sàng</source>
        <translation>{device} ready</translation>
    </message>
    <message>
        <source>máy in</source>
        <translation>printer</translation>
    </message>
    <message>
        <source>máy in nhiệt</source>
        <translation>receipt printer</translation>
    </message>
    <message>
        <source>đầu đọc thẻ</source>
        <translation>card reader</translation>
    </message>
    <message>
        <source>máy quét</source>
        <translation>scanner</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Thời gian các bước tiếp nhận</source>
        <translation>Time of the steps of a reception</translation>
    </message>
    <message>
        <source>Thủ tục tiếp nhận lâu nhất</source>
        <translation>Longest to receive</translation>
    </message>
    <message>
        <source>đóng</source>
        <translation>close</translation>
    </message>
</context>
<context>
    <name>SyncModel</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Từ lúc</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Máy chủ chưa có</source>
        <translation>Not at the server yet</translation>
    </message>
    <message>
        <source>Gửi lại</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Mở hồ sơ</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Gửi ngay</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Sửa đúng ô</source>
        <translation>Mend this field</translation>
    </message>
    <message>
        <source>Máy chủ đã có mọi việc của trạm</source>
        <translation>The server has everything of this station</translation>
    </message>
    <message>
        <source>Việc mới hiện ở đây cho đến khi máy chủ nhận.</source>
        <translation>What is new stands here until the server has it.</translation>
    </message>
    <message>
        <source>Đường truyền</source>
        <translation>The line</translation>
    </message>
    <message>
        <source>sửa hồ sơ rồi gửi lại</source>
        <translation>put it right, then send it again</translation>
    </message>
    <message>
        <source>sửa ô này rồi gửi lại</source>
        <translation>mend this field, then send it again</translation>
    </message>
    <message>
        <source>Gửi tiếp</source>
        <translation>Go on sending</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Mẫu giấy</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Trang xem trước</source>
        <translation>Preview pages</translation>
    </message>
    <message>
        <source>Dòng đầu giấy</source>
        <translation>Head of papers</translation>
    </message>
    <message>
        <source>cơ quan chủ quản / cơ quan</source>
        <translation>parent agency / agency</translation>
    </message>
    <message>
        <source>Chọn biểu trưng</source>
        <translation>Choose the logo</translation>
    </message>
    <message>
        <source>Bỏ biểu trưng</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Đang xem tệp {file}</source>
        <translation>Looking at {file}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n trang</source>
        <translation>
            <numerusform>{name}, %n page</numerusform>
            <numerusform>{name}, %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Tệp mẫu giấy</source>
        <translation>File of forms</translation>
    </message>
    <message>
        <source>Mẫu giấy (*.json)</source>
        <translation>Forms (*.json)</translation>
    </message>
    <message>
        <source>Hình (*.png *.jpg *.jpeg *.bmp *.gif)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.bmp *.gif)</translation>
    </message>
    <message>
        <source>Biểu trưng của cơ quan</source>
        <translation>The office&apos;s logo</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mẫu có sẵn</source>
        <translation>Built-in forms</translation>
    </message>
    <message>
        <source>Lưu để sửa</source>
        <translation>Save to edit</translation>
    </message>
    <message>
        <source>In thử</source>
        <translation>Print a trial</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>Đưa vào sử dụng</source>
        <translation>Put in force</translation>
    </message>
    <message>
        <source>Dòng đầu</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Mẫu giấy của cơ quan</source>
        <translation>The office&apos;s forms</translation>
    </message>
    <message>
        <source>Có biểu trưng</source>
        <translation>There is a logo</translation>
    </message>
    <message>
        <source>Chưa có biểu trưng</source>
        <translation>No logo yet</translation>
    </message>
    <message>
        <source>Lưu tệp mẫu để sửa</source>
        <translation>Save a file of forms to edit</translation>
    </message>
</context>
<context>
    <name>TillPage</name>
    <message>
        <source>còn thiếu {sum}</source>
        <translation>{sum} owed</translation>
    </message>
    <message>
        <source>{n} chờ tiền đến</source>
        <translation>{n} awaited</translation>
    </message>
    <message>
        <source>Sổ quỹ</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>Biên lai</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Khoản thu</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Tìm khoản thu của hồ sơ</source>
        <translation>Find the payments of a dossier</translation>
    </message>
    <message>
        <source>Gõ mã, tên rồi Enter để xem khoản thu của một hồ sơ</source>
        <translation>Type a code or name and Enter for the payments of one dossier</translation>
    </message>
    <message>
        <source>Quyển mới</source>
        <translation>New book</translation>
    </message>
    <message>
        <source>Bỏ tờ hỏng</source>
        <translation>Spoiled sheet</translation>
    </message>
    <message>
        <source>Thu phí</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>In phiếu thu tạm</source>
        <translation>Print provisional slip</translation>
    </message>
    <message>
        <source>Hoàn tiền</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Huỷ thu</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Tiền đã đến</source>
        <translation>Money came</translation>
    </message>
    <message>
        <source>Thu trong ca</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>Đếm quỹ</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Dòng {row}/{rows}</source>
        <translation>Row {row} of {rows}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Toàn màn hình</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find a dossier</translation>
    </message>
    <message>
        <source>Tìm mã, tên, số định danh, điện thoại</source>
        <translation>Code, name, personal number, phone</translation>
    </message>
    <message>
        <source>Khoá máy</source>
        <translation>Lock the station</translation>
    </message>
    <message>
        <source>Tìm việc muốn làm</source>
        <translation>Find what to do</translation>
    </message>
    <message>
        <source>Quầy {number}</source>
        <translation>Counter {number}</translation>
    </message>
    <message>
        <source>Trạm Một Cửa</source>
        <translation>Trạm Một Cửa</translation>
    </message>
</context>
<context>
    <name>TouchButton</name>
    <message>
        <source>Đã chọn</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Mã VietQR</source>
        <translation>VietQR code</translation>
    </message>
    <message>
        <source>Mã VietQR để điện thoại quét</source>
        <translation>VietQR code for a phone</translation>
    </message>
    <message>
        <source>Số báo có</source>
        <translation>Notice no.</translation>
    </message>
    <message>
        <source>Không chuyển nữa</source>
        <translation>Not transferred</translation>
    </message>
    <message>
        <source>Tiền đã đến</source>
        <translation>Money came</translation>
    </message>
    <message>
        <source>Chờ tiền đến</source>
        <translation>Await the money</translation>
    </message>
    <message>
        <source>gõ số báo có</source>
        <translation>type its number</translation>
    </message>
</context>
<context>
    <name>TwinPanel</name>
    <message>
        <source>Hồ sơ trùng ở quầy khác</source>
        <translation>Received at another counter too</translation>
    </message>
    <message>
        <source>Lý do giữ cả hai</source>
        <translation>Why both go on</translation>
    </message>
    <message>
        <source>hai việc khác nhau của cùng một người</source>
        <translation>two matters of one person</translation>
    </message>
    <message>
        <source>người dân xác nhận cần cả hai</source>
        <translation>the citizen confirms that both are wanted</translation>
    </message>
    <message>
        <source>Rút hồ sơ này…</source>
        <translation>Withdraw this one…</translation>
    </message>
    <message>
        <source>Giữ cả hai</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Trưởng bộ phận quyết định: giữ cả hai, hoặc rút một. Chưa hồ sơ nào mất.</source>
        <translation>A supervisor decides: keep both, or withdraw one. Neither is lost.</translation>
    </message>
    <message>
        <source>Hồ sơ này</source>
        <translation>This dossier</translation>
    </message>
    <message>
        <source>Ở quầy kia</source>
        <translation>At the other counter</translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Số giấy tờ</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>trả ngay</source>
        <translation>given at once</translation>
    </message>
    <message>
        <source>chưa về quầy</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>kệ {shelf}</source>
        <translation>shelf {shelf}</translation>
    </message>
    <message>
        <source>ở quầy</source>
        <translation>at the counter</translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Của ai</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hẹn, lúc</source>
        <translation>When</translation>
    </message>
</context>
<context>
    <name>_ActModel</name>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Phím</source>
        <translation>Key</translation>
    </message>
</context>
<context>
    <name>_DraftModel</name>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Lưu lúc</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>Giữ đến</source>
        <translation>Kept until</translation>
    </message>
</context>
<context>
    <name>_FeeModel</name>
    <message>
        <source>Thu</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Khoản thu</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Mức thu</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Thành tiền</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>thu</source>
        <translation>charged</translation>
    </message>
    <message>
        <source>không thu</source>
        <translation>not charged</translation>
    </message>
    <message>
        <source>miễn</source>
        <translation>waived</translation>
    </message>
</context>
<context>
    <name>_HelpModel</name>
    <message>
        <source>Về</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Phím, trang</source>
        <translation>Key, page</translation>
    </message>
    <message>
        <source>thủ tục này</source>
        <translation>procedure</translation>
    </message>
    <message>
        <source>cách làm</source>
        <translation>how to</translation>
    </message>
    <message>
        <source>trục trặc</source>
        <translation>trouble</translation>
    </message>
    <message>
        <source>phím</source>
        <translation>key</translation>
    </message>
    <message>
        <source>mã lỗi</source>
        <translation>error</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>Trạm Một Cửa</source>
        <translation>Trạm Một Cửa</translation>
    </message>
</context>
<context>
    <name>_MatchModel</name>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>chỉ có tên, chưa nhận được</source>
        <translation>known by its name only</translation>
    </message>
</context>
<context>
    <name>_PrinterZone</name>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Khổ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Giấy của hồ sơ</source>
        <translation>Papers of the dossier</translation>
    </message>
    <message>
        <source>Giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Máy</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{seen} trên {count}</source>
        <translation>{seen} of {count}</translation>
    </message>
    <message>
        <source>Chưa có máy in nào</source>
        <translation>No printer yet</translation>
    </message>
    <message>
        <source>Thiết bị mô phỏng</source>
        <translation>Simulated devices</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message numerus="yes">
        <source>%n lần</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message>
        <source>chưa lần nào</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>{printer} (mô phỏng)</source>
        <translation>{printer} (simulated)</translation>
    </message>
</context>
<context>
    <name>_SavedModel</name>
    <message>
        <source>Phím</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Tên bộ lọc</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Điều kiện</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
</context>
<context>
    <name>_WhyPanel</name>
    <message>
        <source>Vì sao ngày hẹn này</source>
        <translation>Why this due date</translation>
    </message>
    <message>
        <source>Hẹn {time}</source>
        <translation>Due {time}</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Gửi trưởng bộ phận duyệt</source>
        <translation>Leave it for the supervisor</translation>
    </message>
    <message>
        <source>Gửi duyệt</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>vi</source>
        <translation>en</translation>
    </message>
    <message>
        <source>{time} hôm nay</source>
        <translation>{time} today</translation>
    </message>
    <message>
        <source>{count} ngày làm việc</source>
        <translation>Working days: {count}</translation>
    </message>
    <message>
        <source>{count} giờ làm việc</source>
        <translation>Working hours: {count}</translation>
    </message>
    <message>
        <source>{count} ngày</source>
        <translation>Days: {count}</translation>
    </message>
    <message>
        <source>{count} tháng</source>
        <translation>Months: {count}</translation>
    </message>
    <message>
        <source>Trong ngày</source>
        <translation>The same day</translation>
    </message>
</context>
</TS>
