"""The page as plain text: no columns, so that it reads the same in any font of a clinic's message form."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.report.page import Block, Drawing, Items, ListItem, Page, Paragraph, Section, Table

_WIDTH: Final = 76


def text(pages: Iterable[Page], letters: int) -> bytes:
    """Write the first of ``pages`` that has at most so many ``letters``, or the last, in UTF-8."""
    told = ""
    for page in pages:
        told = _written(page)
        if len(told) <= letters:
            break
    return told.encode()


def _written(page: Page) -> str:
    lines = [page.title, "=" * len(page.title)]
    lines += [page.about] if page.about else []
    for section in (*page.sections, *page.appendix):
        lines += ["", *_section(section)]
    lines += ["", "--", *(line for told in page.footer for line in _wrapped(told))]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield section.title.upper()
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, is_strong):
            yield from _wrapped(f"! {text}" if is_strong else text)
        case Items(items):
            for item in items:
                yield from _wrapped(f"- {_item(item)}", "  ")
        case Table(head, rows):
            for first, *rest in rows:
                told = "; ".join(f"{name}: {cell}" for name, cell in zip(head[1:], rest, strict=True))
                yield from _wrapped(f"- {first} – {told}", "  ")
        case Drawing():
            yield from () if block.is_told else _wrapped(block.description)


def _item(item: ListItem) -> str:
    return f"{item.lead} {item.text}" if item.lead else item.text


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
