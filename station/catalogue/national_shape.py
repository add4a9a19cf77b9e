"""The record ``LayThuTuc`` of the national procedure database, field by field.

All values are texts; lists may be missing or null, and there may be fields that are not listed
here: the database adds some from time to time. Sources: the records of two provincial systems;
the codes of CAPTHUCHIEN, MADOITUONG and MACOQUANCONGBO are not published and are left empty.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

Text = Annotated[str, Meta(max_length=20_000)] | Annotated[int, Meta(ge=0, le=10**12)] | None


class Shape(msgspec.Struct):
    """A part of a record."""


class Level(Shape):
    CAPTHUCHIEN: Text = ""
    TENCAP: Text = ""


class FieldOfRecord(Shape):
    MALINHVUC: Text = ""
    TENLINHVUC: Text = ""


class FeeOfRecord(Shape):
    MAPHILEPHI: Text = ""
    SOTIEN: Text = ""
    DONVI: Text = ""
    MOTA: Text = ""
    TENTEP: Text = ""
    URL: Text = ""


class TimeOfRecord(Shape):
    THOIGIANGIAIQUYET: Text = ""
    DONVITINH: Text = ""
    MOTA: Text = ""
    PHILEPHI: Annotated[list[FeeOfRecord], Meta(max_length=100)] | None = None


class Way(Shape):
    KENH: Text = ""
    THOIGIAN: Annotated[list[TimeOfRecord], Meta(max_length=50)] | None = None


class Subject(Shape):
    MADOITUONG: Text = ""
    TENDOITUONG: Text = ""


class Paper(Shape):
    MAGIAYTO: Text = ""
    TENGIAYTO: Text = ""
    SOBANCHINH: Text = ""
    SOBANSAO: Text = ""
    TENMAUDON: Text = ""
    URL: Text = ""
    MA_KQ_THAYTHE: Text = ""


class CaseOfRecord(Shape):
    TRUONGHOP: Text = ""
    GIAYTO: Annotated[list[Paper], Meta(max_length=200)] | None = None


class ResultOfRecord(Shape):
    MAKETQUA: Text = ""
    TENKETQUA: Text = ""
    TENTEP: Text = ""
    URL: Text = ""


class LegalBasis(Shape):
    SOVANBAN: Text = ""
    TENVANBAN: Text = ""
    NGAYBANHANH: Text = ""
    NGAYHIEULUC: Text = ""
    COQUANBANHANH: Text = ""
    DIACHITRUYCAP: Text = ""


class Unit(Shape):
    MADONVI: Text = ""
    TENDONVI: Text = ""


class NationalRecord(Shape):
    """One procedure as the national database gives it."""

    MATTHC: Text
    TENTTHC: Text
    ID: Text = ""
    MACOQUANCONGBO: Text = ""
    QUYETDINH: Text = ""
    IDQUYETDINHCONGBO: Text = ""
    LOAITTHC: Text = ""
    TRANGTHAI: Text = "1"
    MOTA: Text = ""
    MOTADOITUONGTHUCHIEN: Text = ""
    MOTACOQUANTHUCHIEN: Text = ""
    MOTACOQUANTHAMQUYEN: Text = ""
    DIACHITIEPNHAN: Text = ""
    YEUCAU: Text = ""
    TUKHOA: Text = ""
    CAPTHUCHIEN: Annotated[list[Level], Meta(max_length=10)] | None = None
    LINHVUCTHUCHIEN: Annotated[list[FieldOfRecord], Meta(max_length=20)] | None = None
    CACHTHUCTHUCHIEN: Annotated[list[Way], Meta(max_length=20)] | None = None
    DOITUONGTHUCHIEN: Annotated[list[Subject], Meta(max_length=50)] | None = None
    THANHPHANHOSO: Annotated[list[CaseOfRecord], Meta(max_length=30)] | None = None
    KETQUATHUCHIEN: Annotated[list[ResultOfRecord], Meta(max_length=20)] | None = None
    CANCUPHAPLY: Annotated[list[LegalBasis], Meta(max_length=200)] | None = None
    COQUANTHUCHIEN: Annotated[list[Unit], Meta(max_length=50)] | None = None
    MucDo: Text = None
    """The online level; no field of the database, but provincial systems add it."""
