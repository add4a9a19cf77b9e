"""What the daily log counts, and how it marks what is not an ordinary reception."""

from station.domain.dossier import DossierStatus
from tests.paper_samples import Received, a_log


def test_the_log_counts_what_was_received_by_channel_with_pages_and_fees() -> None:
    log = a_log(Received(), Received(channel="online"), Received(channel="direct"))

    assert log.totals == (
        "tiếp nhận 3 hồ sơ (trực tiếp 2, trực tuyến 1, bưu chính 0), 15 trang số hóa"
    )
    assert log.fees == "24.000 đồng"
    assert [row.number for row in log.rows] == [1, 2, 3]


def test_the_log_says_how_far_the_province_knows() -> None:
    log = a_log(
        Received(delivery="sent"),
        Received(delivery="waiting", channel="postal"),
        Received(delivery="refused", channel="online"),
    )

    assert [(row.sent, row.note) for row in log.rows] == [
        ("đã gửi", ""),
        ("chờ", "BC"),
        ("bị từ chối", "TT"),
    ]


def test_a_day_of_one_agency_has_one_beginning_of_its_codes() -> None:
    other = Received(dossier_code="H42.07-261123-0001")

    assert a_log(Received(), Received()).common_code == "H42.06-261123-"
    assert a_log(Received(), other).common_code is None
    assert a_log().common_code is None


def test_what_was_not_received_is_counted_apart_and_marked() -> None:
    refused = Received(due_at=None, status=DossierStatus.REFUSED, channel="postal")
    waiting = Received(due_at=None, status=DossierStatus.WAITING_SUPPLEMENT)
    asked_later = Received(status=DossierStatus.WAITING_SUPPLEMENT)
    given_up = Received(due_at=None, status=DossierStatus.WITHDRAWN)  # no papers were brought
    log = a_log(Received(), refused, waiting, asked_later, given_up)

    assert log.totals.startswith(
        "tiếp nhận 2 hồ sơ (trực tiếp 2, trực tuyến 0, bưu chính 0), từ chối 1, yêu cầu bổ sung 1,"
        " rút trước khi tiếp nhận 1,"
    )
    assert [row.note for row in log.rows] == ["", "BC TC", "BS", "", "RH"]


def test_who_was_told_what_to_bring_is_counted_and_has_no_row() -> None:
    log = a_log(Received(), guided=5)

    assert ", hướng dẫn 5 lượt, 5 trang" in log.totals
    assert len(log.rows) == 1
    assert "hướng dẫn" not in a_log(Received()).totals


def test_a_quiet_day_is_a_log_too() -> None:
    log = a_log()

    assert log.totals.startswith("tiếp nhận 0 hồ sơ")
    assert log.fees == "0 đồng"
