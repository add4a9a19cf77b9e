"""The page about the command line names every command and option, and none that is not there."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from ui.cli.main import build_parser

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
UNNAMED = {"--help", "--id"}
"""What every program has, and a short form of an option that is named."""


def commands(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Give every command by its words, with its options."""
    inner = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    options = {name for one in parser._actions for name in one.option_strings if name[:2] == "--"}
    if not inner or not path:
        yield path, options
    for one in inner:
        for word, below in one.choices.items():
            yield from commands(below, (*path, word))


def test_the_page_names_every_command_and_option_and_none_besides() -> None:
    text = PAGE.read_text(encoding="utf-8")
    spans = re.findall(r"`([^`]+)`", text)
    words = {word for span in spans for word in re.findall(r"[a-z][a-z-]+", span)}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    known = dict(commands(build_parser()))
    every = {option for options in known.values() for option in options}

    assert {" ".join(path) for path in known if not words.issuperset(path)} == set()
    assert every - named - UNNAMED == set()
    assert named - every == set()
