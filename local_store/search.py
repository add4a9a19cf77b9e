"""Finding dossiers by words with SQLite's full-text index (FTS5).

The index is ``dossier_search``; triggers keep it in step with ``dossiers.search_text``.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, text

from local_store.search_words import Term, day_word, number_word, typed_terms

MOST_RESULTS = 200
_PAGES_MERGED = 16
_FIND = text(
    "SELECT rowid FROM dossier_search WHERE dossier_search MATCH :words"
    " ORDER BY rowid DESC LIMIT :limit"
)


def found_sequences(connection: Connection, typed: str, limit: int) -> list[int]:
    """Give the dossiers that have every typed word, as their ``received_sequence``.

    Those that have each word exactly come first, then those with words that only begin so; the
    newest first within both.
    """
    limit = max(0, min(limit, MOST_RESULTS))
    terms = typed_terms(typed)
    if not terms or limit == 0:
        return []
    found: dict[int, None] = {}
    for words in (_exact(terms), _beginning(terms)):
        if words is not None and len(found) < limit:
            # Exact hits are hits of the second search too: ask for enough to pass over them.
            asked = {"words": words, "limit": limit + len(found)}
            found |= dict.fromkeys(connection.execute(_FIND, asked).scalars())
    return list(found)[:limit]


def exact_person(*, number: str | None, name: str, born_on: date | None) -> str | None:
    """Give what ``MATCH`` takes to find the dossiers that have a whole number, or every word of a
    name and a day of birth; None where neither says anything.

    Who has a number now may have been received without one.
    """
    known = []
    word = number_word(number) if number else None
    if word is not None:
        known.append(f'"{word}"')
    terms = typed_terms(name)
    if born_on is not None and terms:
        known.append(f'({_exact(terms)} AND "{day_word(born_on)}")')
    return " OR ".join(known) or None


def compare_index(connection: Connection) -> None:
    """Compare the index with the table that it follows, inside a write transaction.

    Raises:
        StoreDamagedError: they differ.
    """
    compare = "INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)"
    connection.execute(text(compare))


def renew_index(connection: Connection) -> None:
    """Make the index anew from the table that it follows."""
    connection.execute(text("INSERT INTO dossier_search(dossier_search) VALUES ('rebuild')"))


def merge_pieces(connection: Connection) -> None:
    """Put small pieces of the index together, a few pages of it at most.

    Each reception leaves one piece. Where nobody merged them, every sixteenth reception would.
    """
    merge = "INSERT INTO dossier_search(dossier_search, rank) VALUES ('merge', :pages)"
    connection.execute(text(merge), {"pages": _PAGES_MERGED})


def _exact(terms: Sequence[Term]) -> str:
    return " AND ".join(_any([f'"{word}"' for word in term.exact]) for term in terms)


def _beginning(terms: Sequence[Term]) -> str | None:
    if not any(term.beginnings for term in terms):
        return None
    return " AND ".join(
        _any(
            [f'"{word}"*' for word in term.beginnings]
            or [f'"{word}"' for word in term.exact]  # a day, a finished word
        )
        for term in terms
    )


def _any(words: Sequence[str]) -> str:
    return f"({' OR '.join(words)})"
