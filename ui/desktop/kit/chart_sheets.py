"""What a chart shows: its numbers and the words that stand with them. Free of Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, of one series or of two that are stacked."""

    label: str
    first: int
    second: int = 0
    marked: bool = False
    """It is the one of now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarSheet:
    """Bars, and the table of their numbers below them."""

    head: str = ""
    """What the labels are."""
    first: str = ""
    second: str = ""
    bars: tuple[Bar, ...] = ()
    empty: str = ""
    """Said where no bar has a number."""

    @property
    def is_empty(self) -> bool:
        return not any(bar.first or bar.second for bar in self.bars)

    def spoken(self) -> str:
        """Give every number in words, for who does not see the bars."""
        if self.is_empty:
            return self.empty
        said = (
            f"{self.head} {bar.label}: {self.first} {bar.first}, {self.second} {bar.second}"
            for bar in self.bars
        )
        return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what was done is good."""

    name: str
    done: int
    good: int
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSheet:
    """Shares, each with its numbers beside its bar."""

    heads: tuple[str, str, str, str] = ("", "", "", "")
    """Of the names, of what was done, of the rest, of the share."""
    shares: tuple[Share, ...] = ()
    empty: str = ""

    def spoken(self) -> str:
        """Give every number in words, for who does not see the bars."""
        if not self.shares:
            return self.empty
        _, done, rest, share = self.heads
        said = (
            f"{one.name}: {done} {one.done}, {rest} {one.done - one.good}, {share} {one.percent}"
            for one in self.shares
        )
        return "; ".join(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """One line of lengths: a bar for each number that is known, and both as they are written."""

    name: str
    said: tuple[str, str]
    spoken: tuple[str, str]
    first: int = 0
    second: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthSheet:
    """Lengths of two series, each line with its numbers beside its bars."""

    heads: tuple[str, str, str] = ("", "", "")
    """Of the names, and of the numbers."""
    lengths: tuple[Length, ...] = ()
    empty: str = ""

    @property
    def has_two(self) -> bool:
        return any(one.second for one in self.lengths)

    def spoken(self) -> str:
        """Give every number in words, for who does not see the bars."""
        if not self.lengths:
            return self.empty
        _, *heads = self.heads
        return "; ".join(
            f"{one.name}: {heads[0]} {one.spoken[0]}, {heads[1]} {one.spoken[1]}"
            for one in self.lengths
        )
