"""The option that chooses an episode."""

import re
from typing import Final

from ryggkompis.cli.options.declared import Kind
from ryggkompis.cli.parser import Parser
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NotOneOf

ALL: Final = "all"
"""Every episode."""


def takes_episode(parser: Parser, says: str) -> None:
    """Take the number of an episode, 1 for the first, or all of them."""
    parser.takes_value("--episode", Kind(shape=_("N|all"), read=_an_episode), says)


def _an_episode(text: str) -> str:
    if text.casefold() != ALL and not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise NotOneOf(value=text, field="--episode", choices=f"1, 2, …, {ALL}")
    return text.casefold()


def number_of(said: str | None, count: int) -> int | None:
    """Give the number of the episode that was asked for, of ``count``; None where none was, or all.

    Raises:
        NotOneOf: for a number that no episode has.

    """
    if said is None or said == ALL:
        return None
    if not 1 <= int(said) <= count:
        raise NotOneOf(
            value=said, field="--episode", choices=", ".join((*map(str, range(1, count + 1)), ALL))
        )
    return int(said)
