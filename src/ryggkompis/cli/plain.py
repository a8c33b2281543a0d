"""How the shell writes lines of words: without ink, and with the command that helps."""

from collections.abc import Iterable, Iterator

from ryggkompis.cli.hints import hint_of
from ryggkompis.words.lines import Line


def plain(said: Iterable[Line]) -> Iterator[str]:
    """Give words as plain lines; each hint stands once, where it is first of use."""
    given = set[str]()
    for line in said:
        hint = hint_of(line)
        yield " ".join(filter(None, (_one(line), line.more, "" if hint in given else hint)))
        given.add(hint)


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
