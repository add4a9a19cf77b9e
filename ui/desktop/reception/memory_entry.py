"""What is remembered of the applicant of a draft, and whether they agree to be remembered."""

from dataclasses import dataclass

from station.ports.remembered_people import RememberedPerson
from station.words import Language, numeric_date


@dataclass(slots=True)
class MemoryEntry:
    """Nothing is filled in by itself: it is offered."""

    person: RememberedPerson | None = None
    agreed: bool = False
    asked: str = ""
    """The number that was looked for last."""

    def words(self, language: Language) -> str:
        """Say what there is, and since when and until when they agreed to it."""
        if self.person is None:
            return ""
        said = ", ".join(str(text) for text in self.person.said.values())
        return _WORDS[language].format(
            said=said,
            since=numeric_date(self.person.consented_at.date()),
            until=numeric_date(self.person.expires_on),
        )


_WORDS: dict[Language, str] = {
    "vi": "{said} (đồng ý {since}, giữ đến {until})",
    "en": "{said} (agreed {since}, kept until {until})",
}
