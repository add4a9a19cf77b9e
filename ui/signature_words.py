"""What was found out about a signature, in plain words."""

from station.domain.signatures import FoundSignature, TimeProof, Verdict

_VERDICTS = {
    "vi": {
        Verdict.VALID: "Chữ ký hợp lệ",
        Verdict.UNKNOWN_SIGNER: "Chữ ký nguyên vẹn nhưng chưa rõ người ký",
        Verdict.EXPIRED: "Chữ ký nguyên vẹn nhưng chứng thư đã hết hạn",
        Verdict.BROKEN: "Chữ ký không dùng được: tệp đã bị sửa sau khi ký, hoặc chữ ký hỏng",
    },
    "en": {
        Verdict.VALID: "Valid signature",
        Verdict.UNKNOWN_SIGNER: "Intact signature of an unknown signer",
        Verdict.EXPIRED: "Intact signature of a certificate that has expired",
        Verdict.BROKEN: "Broken signature: the file was changed after it was signed, or the "
        "signature is damaged",
    },
}
_PROOFS = {
    "vi": {
        TimeProof.STAMPED: "có dấu thời gian",
        TimeProof.UNKNOWN_STAMP: "dấu thời gian của nơi chưa rõ",
        TimeProof.NONE: "chưa có dấu thời gian",
    },
    "en": {
        TimeProof.STAMPED: "with a time stamp",
        TimeProof.UNKNOWN_STAMP: "time stamp of an unknown issuer",
        TimeProof.NONE: "no time stamp",
    },
}


def in_words(signature: FoundSignature, language: str) -> str:
    """Say what an officer may rely on, who signed, and what proves when."""
    parts = [_VERDICTS[language][signature.verdict]]
    if signature.signer:
        parts.append(signature.signer)
    if signature.verdict is not Verdict.BROKEN:
        parts.append(_PROOFS[language][signature.time_proof])
    return " · ".join(parts)
