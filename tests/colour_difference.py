"""CIEDE2000, as the CIE defines it (142-2001; Sharma, Wu and Dalal 2005 for its traps)."""

import cv2
import numpy as np
from numpy.typing import NDArray

Lab = NDArray[np.float64]


def lab_of(rgb: NDArray[np.uint8]) -> Lab:
    """Convert pixels (height × width × 3) to L*, a*, b*."""
    scaled = rgb.astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_RGB2LAB), np.float64)


def delta_e_2000(one: Lab, other: Lab) -> NDArray[np.float64]:
    """Give the difference of colours; the last axis is L*, a*, b*."""
    l1, a1, b1 = np.moveaxis(one, -1, 0)
    l2, a2, b2 = np.moveaxis(other, -1, 0)
    mean_c = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    apart = np.where(c1 * c2 == 0, 0, (h2 - h1 + 180) % 360 - 180)
    d_l, d_c = l2 - l1, c2 - c1
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(apart) / 2)
    mean_l, mean_c2 = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = np.where(c1 * c2 == 0, h1 + h2, (h1 + apart / 2) % 360)
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c2, 1 + 0.015 * mean_c2 * t
    turn = 30 * np.exp(-(((mean_h - 275) / 25) ** 2))
    r = -2 * np.sqrt(mean_c2**7 / (mean_c2**7 + 25.0**7)) * np.sin(np.radians(2 * turn))
    return np.asarray(
        np.sqrt(
            (d_l / s_l) ** 2 + (d_c / s_c) ** 2 + (d_h / s_h) ** 2 + r * (d_c / s_c) * (d_h / s_h)
        )
    )
