"""Symbols by an encoder that is not ours, and pictures of them."""

import cv2
import numpy as np
import segno

from devices.id_readers.qr.homography import Points
from devices.id_readers.qr.layout import Modules
from devices.pictures import GrayPixels

CARD = (
    "035199012345|168012345|Nguyễn Thị Ánh Tuyết|05031999|Nữ|"
    "Tổ 5, Phường Quang Trung, Thành phố Phủ Lý, Hà Nam|15062021"
)


def modules_of(text: str, *, version: int, level: str = "M") -> Modules:
    """Encode a text; +1 is dark, -1 light."""
    symbol = segno.make(
        text, version=version, error=level, boost_error=False, micro=False, encoding="utf-8"
    )
    return np.array([list(row) for row in symbol.matrix], np.float32) * 2 - 1


def photographed(modules: Modules, corners: Points, *, blur: float = 1.0) -> GrayPixels:
    """See a symbol on white paper, its corners at these pixels (from the top left, clockwise)."""
    fine, rim = 8, 6
    paper = np.pad(modules, rim, constant_values=-1).repeat(fine, axis=0).repeat(fine, axis=1)
    near, far = rim * fine, (rim + len(modules)) * fine
    flat = np.array([(near, near), (far, near), (far, far), (near, far)], np.float32)
    turn = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    size = (int(corners[:, 0].max()) + 60, int(corners[:, 1].max()) + 60)
    soft = cv2.GaussianBlur(125 - 95 * paper, (0, 0), 3)
    seen = cv2.warpPerspective(soft, turn, size, borderMode=cv2.BORDER_CONSTANT, borderValue=220)
    return cv2.GaussianBlur(seen, (0, 0), blur).astype(np.uint8)
