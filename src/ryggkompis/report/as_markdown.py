"""The page as Markdown, in plain lists and tables that paste into a message; all text stays text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ryggkompis.report.page import Block, Drawing, Items, ListItem, Page, Paragraph, Section, Table

_ESCAPED: Final = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|~&$#"}


def markdown(page: Page) -> bytes:
    """Write ``page`` in UTF-8."""
    sections = _sections((*page.sections, *page.appendix))
    about = [_safe(page.about)] if page.about else []
    blocks = [f"# {_safe(page.title)}", *about, *sections, "---", *map(_safe, page.footer)]
    return ("\n\n".join(blocks) + "\n").encode()


def _sections(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield f"## {_safe(section.title)}"
        yield from (_block(one) for one in section.blocks if not (isinstance(one, Drawing) and one.is_told))


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, is_strong):
            return f"**{_safe(text)}**" if is_strong else _safe(text)
        case Items(items):
            return "\n".join(f"- {_item(item)}" for item in items)
        case Table(head, rows, words):
            rule = ["---" if place in words else "---:" for place in range(len(head))]
            return "\n".join((_row(head), f"| {' | '.join(rule)} |", *map(_row, rows)))
        case Drawing():
            return _safe(block.description)


def _item(item: ListItem) -> str:
    return f"**{_safe(item.lead)}** {_safe(item.text)}" if item.lead else _safe(item.text)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_safe, cells))} |"


def _safe(text: str) -> str:
    return text.translate(_ESCAPED)
