"""The objects of a pack file, each with its bounds. See ``docs/catalogue-pack.md``."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from station.domain.dossier import Channel
from station.domain.person import PartyKind
from station.domain.procedure import StartRule, SupplementRule, Territory, TimeUnit

Name = Annotated[str, Meta(min_length=1, max_length=1_000)]
Note = Annotated[str, Meta(min_length=1, max_length=4_000)]
Word = Annotated[str, Meta(min_length=1, max_length=300)]
Code = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{2,39}$")]
FieldCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{0,39}$")]
Key = Annotated[str, Meta(pattern=r"^[0-9a-z][0-9a-z\-]{0,39}$")]
ClockTime = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Count = Annotated[int, Meta(ge=0, le=100)]
Money = Annotated[int, Meta(ge=0, le=10_000_000_000)]
Level = Literal["commune", "province", "ministry"]


class Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A JSON object in which an unknown field is an error that names its place."""


AgencyCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{0,59}$")]
AreaCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]{0,29}$")]


class PackedTime(Strict):
    value: int
    unit: TimeUnit


class PackedDocument(Strict):
    name: Name
    originals: Count = 0
    certified_copies: Count = 0
    copies: Count = 0
    presented: Count = 0
    form_code: Word | None = None
    mandatory: bool = True
    digitise: bool = True
    note: Note | None = None
    code: Word | None = None
    from_database: Word | None = None
    replaced_by_result: Word | None = None
    valid_for_days: Annotated[int, Meta(ge=1, le=36_600)] | None = None
    must_name: Literal["owner", "submitter"] | None = None


class PackedExemption(Strict):
    key: Key
    name: Name
    paper: Name | None = None
    legal_basis: Name | None = None


class PackedAmount(Strict):
    from_on: date
    amount_vnd: Money


class PackedStage(Strict):
    name: Word
    agency: Word
    processing_time: PackedTime


class PackedResult(Strict):
    code: Word
    name: Name


class PackedFee(Strict):
    name: Name
    kind: Literal["phí", "lệ phí"]
    amount_vnd: Money
    per: Word
    note: Note | None = None
    code: Word | None = None
    optional: bool = False
    exemptions: Annotated[list[PackedExemption], Meta(max_length=50)] = []
    tariffs: Annotated[list[PackedAmount], Meta(max_length=50)] = []


class PackedCase(Strict):
    """A variant of a procedure; what it leaves out is as in the procedure."""

    key: Key
    label: Word
    processing_time: PackedTime | None = None
    required_documents: Annotated[list[PackedDocument], Meta(max_length=200)] | None = None
    fees: Annotated[list[PackedFee], Meta(max_length=100)] | None = None


class PackedProcedure(Strict):
    """One procedure in a pack; rows of papers and fees are counted by their place, from 1."""

    code: Code
    name: Name
    field_code: FieldCode
    field: Word
    agency: Word
    level: Level | None = None
    processing_time: PackedTime | None = None
    cutoff: ClockTime | None = None
    required_documents: Annotated[list[PackedDocument], Meta(max_length=200)] = []
    fees: Annotated[list[PackedFee], Meta(max_length=100)] = []
    result: Name | None = None
    legal_basis: Annotated[list[Name], Meta(max_length=100)] = []
    channels: Annotated[list[Channel], Meta(max_length=3)] = []
    applicant_kinds: Annotated[list[PartyKind], Meta(max_length=3)] = []
    immediate: bool = False
    supplement_rule: SupplementRule = SupplementRule.RESTART
    start_rule: StartRule = StartRule.RECEPTION
    territory: Territory = Territory.OWN
    answer_within_hours: Annotated[int, Meta(ge=1, le=400)] | None = None
    online_level: Annotated[int, Meta(ge=2, le=4)] | None = None
    stages: Annotated[list[PackedStage], Meta(max_length=20)] = []
    results: Annotated[list[PackedResult], Meta(max_length=20)] = []
    cases: Annotated[list[PackedCase], Meta(max_length=30)] = []
    question: Word | None = None
    keywords: Annotated[list[Word], Meta(max_length=50)] = []
    note: Note | None = None
