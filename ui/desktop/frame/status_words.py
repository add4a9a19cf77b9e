"""The station's state in the words of the status bar."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from station.catalogue.admission import FRESH_DAYS
from station.words import moment
from ui.desktop.frame.view_model import DeviceRole, DeviceStatus, Link, StationStatus
from ui.desktop.kit.icon import Icon
from ui.desktop.kit.status_bar import StatusItem
from ui.desktop.kit.tone import Tone
from ui.desktop.wording import now_line


def status_items(status: StationStatus) -> tuple[StatusItem, ...]:
    """Give the states in the order in which they stay when the window is narrow."""
    return (
        _link(status),
        *_called_out(status),
        *_outbox(status),
        *_numbers(status),
        *_devices(status.devices),
        *_catalogue(status.catalogue_days),
    )


def status_times(status: StationStatus) -> tuple[str, ...]:
    """Give when something was saved last, and the time now."""
    times = [now_line(status.now)]
    if status.saved_at:
        saved = QCoreApplication.translate("StatusBar", "Đã lưu {time}")
        times.insert(0, saved.format(time=status.saved_at.strftime("%H:%M:%S")))
    return tuple(times)


def _link(status: StationStatus) -> StatusItem:
    if status.link is not Link.NOT_ENROLLED and (until := status.paused_until):
        words = QCoreApplication.translate("StatusBar", "Tạm dừng gửi đến {time}")
        said = words.format(time=moment(until, status.now))
        return StatusItem(Icon.PAUSE, said, Tone.WARN, stays=True)
    if status.link is Link.ONLINE and not status.syncing and (at := status.resumed_at):
        words = QCoreApplication.translate("StatusBar", "Hết tạm dừng, tự gửi tiếp từ {time}")
        return StatusItem(Icon.WIFI, words.format(time=moment(at, status.now)), Tone.OK)
    match status.link:
        case Link.ONLINE if status.syncing:
            words = QCoreApplication.translate("StatusBar", "Đang đồng bộ")
            return StatusItem(Icon.REFRESH, words, Tone.INFO)
        case Link.ONLINE:
            words = QCoreApplication.translate("StatusBar", "Có mạng")
            return StatusItem(Icon.WIFI, words, Tone.OK)
        case Link.OFFLINE if status.offline_since:
            words = QCoreApplication.translate("StatusBar", "Mất mạng từ {time}")
            since = words.format(time=moment(status.offline_since, status.now))
            return StatusItem(Icon.WIFI_OFF, since, Tone.WARN)
        case Link.OFFLINE:
            words = QCoreApplication.translate("StatusBar", "Mất mạng")
            return StatusItem(Icon.WIFI_OFF, words, Tone.WARN)
        case Link.NOT_ENROLLED:
            words = QCoreApplication.translate("StatusBar", "Chưa nối máy chủ")
            return StatusItem(Icon.WIFI_OFF, words)


def _outbox(status: StationStatus) -> Iterable[StatusItem]:
    if status.refused:
        words = QCoreApplication.translate("StatusBar", "{count} bị trả lại").format(
            count=status.refused
        )
        yield StatusItem(Icon.CIRCLE_X, words, Tone.ERR)
    if status.waiting:
        words = QCoreApplication.translate("StatusBar", "{count} chờ gửi").format(
            count=status.waiting
        )
        yield StatusItem(Icon.CLOUD_OFF, words)
    elif status.link is not Link.NOT_ENROLLED and not status.refused:
        words = QCoreApplication.translate("StatusBar", "Đã gửi hết")
        yield StatusItem(Icon.CLOUD, words)


def _called_out(status: StationStatus) -> Iterable[StatusItem]:
    if status.called_out:
        yield StatusItem(Icon.CLOCK, status.called_out, status.call_tone, stays=True)


def _catalogue(days: int | None) -> Iterable[StatusItem]:
    if days is None:
        return
    words = QCoreApplication.translate("StatusBar", "Danh mục {days} ngày").format(days=days)
    yield StatusItem(Icon.STACK, words, Tone.WARN if days > FRESH_DAYS else Tone.MUTE)


def _numbers(status: StationStatus) -> Iterable[StatusItem]:
    left = status.numbers_left
    if left is None:
        return
    if left == 0:
        words = QCoreApplication.translate("StatusBar", "Hết số hồ sơ")
        yield StatusItem(Icon.HASH, words, Tone.ERR)
        return
    words = QCoreApplication.translate("StatusBar", "Còn {count} số").format(count=left)
    yield StatusItem(Icon.HASH, words, Tone.WARN if status.few_numbers else Tone.MUTE)


def _devices(devices: tuple[DeviceStatus, ...]) -> Iterable[StatusItem]:
    simulated = dict.fromkeys(_device_name(device.role) for device in devices if device.simulated)
    if simulated:
        short = QCoreApplication.translate("StatusBar", "Thiết bị mô phỏng")
        words = f"{short}: {', '.join(simulated)}"
        yield StatusItem(Icon.ALERT, words, Tone.WARN, short, stays=True)
    for device in devices:
        name = _device_name(device.role)
        name = name[:1].upper() + name[1:]
        if device.problem:
            yield StatusItem(_sign(device.role), f"{name}: {device.problem}", Tone.WARN)
        elif not device.simulated:
            words = QCoreApplication.translate("StatusBar", "{device} sẵn sàng")
            yield StatusItem(_sign(device.role), words.format(device=name), Tone.OK)


def _device_name(role: DeviceRole) -> str:
    match role:
        case DeviceRole.PRINTER:
            return QCoreApplication.translate("StatusBar", "máy in")
        case DeviceRole.RECEIPT_PRINTER:
            return QCoreApplication.translate("StatusBar", "máy in nhiệt")
        case DeviceRole.ID_READER:
            return QCoreApplication.translate("StatusBar", "đầu đọc thẻ")
        case DeviceRole.SCANNER:
            return QCoreApplication.translate("StatusBar", "máy quét")


def _sign(role: DeviceRole) -> Icon:
    if role in (DeviceRole.PRINTER, DeviceRole.RECEIPT_PRINTER):
        return Icon.PRINTER
    return Icon.SCAN if role is DeviceRole.SCANNER else Icon.QRCODE
