"""What is said, before anybody sees it: lines of words, each with what it is and what helps with it.

A front end inks the roles or drops them. What differs between the two, the key or the command that helps, is
named here by what it does; each has one table of its own for it (``tui/hints``, ``cli/hints``).
"""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from ryggkompis.domain.base.value import Value

Role: TypeAlias = Literal[
    "alarm", "number", "call", "strong", "say", "warm", "heading", "advice", "calm", "reason", "ground",
    "met", "open", "item", "problem", "plain", "muted",
]  # fmt: skip
"""What a line is; a ``reason`` and a ``ground`` carry the id of a rule."""
Act: TypeAlias = Literal[
    "any_day", "back", "begin", "change_later", "change_profile", "check_in", "clear", "clear_doubt",
    "doctor", "enough", "finish", "finish_lock", "first_run", "go_on", "how_on", "hurts", "it_does",
    "it_does_not", "moved", "new", "next", "operation", "plan_again", "profile", "programme", "read",
    "review", "see_today", "sit_no_longer", "smaller", "tour", "urgent", "urgent_now", "visit", "walked",
    "was_up", "when_113", "why", "why_less",
]  # fmt: skip
"""What one may do about a line."""


class Line(Value):
    """One line of words and what it is."""

    text: str
    role: Role = "plain"
    more: str = ""
    """Said beside it, quietly."""
    mark: str = ""
    """The id of the rule or the card behind it."""
    act: Act | None = None
    """What helps; the front end says how."""


def texts(said: Iterable[Line]) -> list[str]:
    """Give the words alone, as they are the same in every front end."""
    return [" ".join(filter(None, (line.text, line.more))) for line in said if line.text]
