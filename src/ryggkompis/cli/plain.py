"""How the shell writes lines of words: without ink, and with the command that helps."""

from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.cli.hints import hint_of
from ryggkompis.words.lines import Line

_ENDS: Final = (".", "?", "!", ":", "…", ")", "”", "»")


def plain(said: Iterable[Line]) -> Iterator[str]:
    """Give words as plain lines; each hint stands once, where it is first of use."""
    given = set[str]()
    for line in said:
        hint = hint_of(line)
        words = " ".join(filter(None, (_one(line), line.more)))
        yield words if hint in given or not hint else f"{_ended(words)} {hint}".lstrip()
        given.add(hint)


def _ended(words: str) -> str:
    """Let words end as a sentence does: another one follows."""
    return words if not words or words.endswith(_ENDS) else f"{words}."


def _one(line: Line) -> str:
    match line.role:
        case "heading":
            return f"{line.text}:"
        case "reason":
            return f"- {line.text} ({line.mark})"
        case "ground":
            return f"- {line.mark}: {line.text}"
        case "item" | "met" | "open":
            return f"- {line.text}"
        case _:
            return line.text
