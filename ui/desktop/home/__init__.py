"""Bàn làm việc: whether the counter can begin, and what waits for somebody today."""
