"""What the action bar says: why a draft cannot be accepted yet, or what became of the last one."""

from PySide6.QtCore import QCoreApplication

from ui.desktop.kit.tone import Tone
from ui.desktop.reception.view_model import Block, Blocker, LastSlip, Printed, Readiness
from ui.desktop.wording import money, promise

ZONE_OF = {
    Blocker.NO_NAME: 1,
    Blocker.BAD_FIELD: 1,
    Blocker.BAD_OWNER: 1,
    Blocker.READING: 1,
    Blocker.NO_PROCEDURE: 2,
    Blocker.NO_DELIVERY_ADDRESS: 2,
    Blocker.MISSING_PAPERS: 3,
    Blocker.BAD_PAPER: 3,
    Blocker.DUPLICATE: 1,
    Blocker.NO_PROOF: 4,
    Blocker.TOO_LITTLE_MONEY: 4,
    Blocker.NO_NUMBERS: 4,
}
"""The zone in which a blocker is put right."""


def readiness_words(readiness: Readiness) -> tuple[str, str, Tone]:
    """Give the fact, what is missing or follows, and the tone."""
    if readiness.accepting:
        words = QCoreApplication.translate("Readiness", "Đang ghi hồ sơ…")
        return words, "", Tone.INFO
    if readiness.blocks:
        fact, missing = _block_words(readiness.blocks[0])
        return fact, missing, Tone.WARN
    if readiness.ground:
        fact = QCoreApplication.translate("Readiness", "Nhận khi còn thiếu, căn cứ:")
        return fact, readiness.ground, Tone.WARN
    words = QCoreApplication.translate("Readiness", "Đủ điều kiện tiếp nhận.")
    return words, "", Tone.OK


def lacking_words(readiness: Readiness) -> str:
    """Name the papers that are lacking; empty when none is."""
    missing = (one for one in readiness.blocks if one.blocker is Blocker.MISSING_PAPERS)
    return "; ".join(name for block in missing for _, name in block.papers)


def slip_words(slip: LastSlip) -> tuple[str, str, Tone]:
    """Give that it was accepted, what became of its slip, and the tone. Two facts, never one."""
    fact = QCoreApplication.translate("Readiness", "Đã nhận {code}, hẹn {time}.")
    fact = fact.format(code=slip.code, time=promise(slip.due_at))
    if slip.change_vnd:
        change = QCoreApplication.translate("Readiness", "Trả lại khách {sum}.")
        fact = f"{fact} {change.format(sum=money(slip.change_vnd))}"
    match slip.printed:
        case Printed.PRINTING:
            return fact, QCoreApplication.translate("Readiness", "Đang in phiếu…"), Tone.OK
        case Printed.DONE if slip.simulated:
            words = QCoreApplication.translate("Readiness", "Phiếu đã in ra máy in mô phỏng.")
            return fact, words, Tone.OK
        case Printed.DONE:
            return fact, QCoreApplication.translate("Readiness", "Đã in phiếu."), Tone.OK
        case Printed.NOT_OWED:
            words = QCoreApplication.translate(
                "Readiness", "Trả kết quả ngay: chỉ in phiếu khi người dân yêu cầu."
            )
            return fact, words, Tone.OK
        case Printed.DOUBTFUL:
            words = QCoreApplication.translate(
                "Readiness", "“{printer}” không báo lại: phiếu của {code} đã ra chưa?"
            )
            held = slip.held
            said = (held.printer, held.dossier_code) if held else ("", slip.code)
            return "", words.format(printer=said[0], code=said[1]), Tone.WARN
        case Printed.FAILED:
            words = QCoreApplication.translate("Readiness", "Chưa in được phiếu: {problem}")
            return fact, words.format(problem=slip.problem), Tone.WARN


def _block_words(block: Block) -> tuple[str, str]:
    match block.blocker:
        case Blocker.NO_NAME:
            return "", QCoreApplication.translate("Readiness", "Chưa có họ tên người nộp")
        case Blocker.BAD_FIELD | Blocker.BAD_OWNER | Blocker.BAD_PAPER:
            fact = QCoreApplication.translate("Readiness", "Cần sửa:")
            return fact, block.subject
        case Blocker.NO_PROCEDURE:
            return "", QCoreApplication.translate("Readiness", "Chưa chọn thủ tục")
        case Blocker.MISSING_PAPERS:
            fact = QCoreApplication.translate("Readiness", "Còn thiếu {count} giấy bắt buộc:")
            return fact.format(count=len(block.papers)), _papers_words(block)
        case Blocker.NO_DELIVERY_ADDRESS:
            return "", QCoreApplication.translate("Readiness", "Chưa có địa chỉ gửi kết quả")
        case Blocker.DUPLICATE:
            fact = QCoreApplication.translate("Readiness", "Chưa ghi lý do nhận thêm hồ sơ:")
            return fact, block.subject
        case Blocker.NO_PROOF:
            fact = QCoreApplication.translate("Readiness", "Miễn mà chưa ghi giấy chứng minh:")
            return fact, block.subject
        case Blocker.TOO_LITTLE_MONEY:
            fact = QCoreApplication.translate("Readiness", "Chưa thu đủ tiền:")
            return fact, block.subject
        case Blocker.NO_NUMBERS:
            fact = QCoreApplication.translate("Readiness", "Hết số hồ sơ của quầy này.")
            return fact, QCoreApplication.translate(
                "Readiness", "Nhận ở quầy khác, hoặc nhờ quản trị xin thêm dải số"
            )
        case Blocker.READING:
            return QCoreApplication.translate("Readiness", "Đang đọc ảnh, tệp…"), ""


def _papers_words(block: Block) -> str:
    if len(block.papers) == 1:
        row, name = block.papers[0]
        if not row:
            return name
        words = QCoreApplication.translate("Readiness", "dòng {row}, {paper}")
        return words.format(paper=name, row=row)
    rows = ", ".join(str(row) for row, _ in block.papers if row)
    said = QCoreApplication.translate("Readiness", "dòng {rows}").format(rows=rows)
    return ", ".join([said, *(name for row, name in block.papers if not row)])
