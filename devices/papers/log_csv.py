"""The daily reception log as CSV that Excel opens with a double click."""

import csv
from datetime import datetime
from io import StringIO

from devices.papers.log_columns import COLUMNS, Value, looks_like_formula
from station.forms.daily_log import DailyLog

_SEPARATOR = ","
"""RFC 4180, and the list separator of Windows in Vietnamese and in English alike."""


def log_csv(log: DailyLog) -> bytes:
    """Give one line per dossier, in UTF-8 with the mark by which Excel knows it.

    A text that a spreadsheet would compute gets an apostrophe in front.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=_SEPARATOR, lineterminator="\r\n")
    writer.writerow([column.head for column in COLUMNS])
    for row in log.rows:
        writer.writerow([_cell(column.value(row)) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and looks_like_formula(text) else text
