"""The page as one HTML file: no script, nothing fetched, one A4 sheet on paper, a column on a phone."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from ryggkompis.report.page import (
    Block,
    Drawing,
    Items,
    ListItem,
    Page,
    Paragraph,
    Section,
    Table,
)

_STYLE: Final = Path(__file__).with_name("page.css")


def html(page: Page) -> bytes:
    """Write ``page`` in UTF-8; what did not fit on the sheet is folded away below it, and not printed so."""
    return ("\n".join(_document(page)) + "\n").encode()


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _document(page: Page) -> Iterator[str]:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield f'<!DOCTYPE html>\n<html lang="{page.language}" class="{page.letters}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">'
    yield f"<title>{_safe(page.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{_safe(page.title)}</h1>"
    yield from _about(page)
    yield from _laid_out(page.sections)
    if page.appendix:
        # On the wall nothing is folded away: nobody unfolds paper.
        kind, head = ("details", "summary") if page.letters == "sheet" else ('div class="rest"', "p")
        yield f"<{kind}>\n<{head}>{_safe(page.rest)}</{head}>"
        yield from map(_section, page.appendix)
        yield f"</{kind.split()[0]}>"
    yield "</main>\n<footer>"
    yield from (f"<p>{_safe(told)}</p>" for told in page.footer)
    yield "</footer>\n</body>\n</html>"


def _about(page: Page) -> Iterator[str]:
    if page.about:
        yield f"<p>{_safe(page.about)}</p>"
    for labels in page.blanks:
        yield "".join(('<p class="blanks">', *(f"<span>{_safe(label)}</span>" for label in labels), "</p>"))


def _laid_out(sections: Sequence[Section]) -> Iterator[str]:
    """Put runs of narrow sections side by side."""
    in_columns = False
    for number, section in enumerate(sections, start=1):
        if section.is_wide == in_columns:
            yield '<div class="columns">' if not in_columns else "</div>"
            in_columns = not in_columns
        yield _section(section, f"part-{number}")
    if in_columns:
        yield "</div>"


def _section(section: Section, name: str = "") -> str:
    """Write a section; with a ``name``, its heading names it to whoever jumps from one to the next."""
    kind = ' class="urgent"' if section.is_urgent else ""
    named, own = (f' aria-labelledby="{name}"', f' id="{name}"') if name else ("", "")
    heading = f"<h2{own}>{_safe(section.title)}</h2>"
    return "\n".join((f"<section{named}{kind}>", heading, *map(_block, section.blocks), "</section>"))


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, is_strong):
            return f"<p><strong>{_safe(text)}</strong></p>" if is_strong else f"<p>{_safe(text)}</p>"
        case Items(items):
            return "<ul>\n" + "\n".join(f"<li>{_item(item)}</li>" for item in items) + "\n</ul>"
        case Table():
            return "\n".join(_table(block))
        case Drawing():
            kind = ' class="narrow"' if block.is_narrow else ' class="wide"' if block.on_phone else ""
            phone = f'<figure class="phone">{block.on_phone}</figure>' if block.on_phone else ""
            return f"<figure{kind}>{block.svg}</figure>{phone}"


def _item(item: ListItem) -> str:
    return f"<b>{_safe(item.lead)}</b> {_safe(item.text)}" if item.lead else _safe(item.text)


def _table(table: Table) -> Iterator[str]:
    kinds = ["" if place in table.words else ' class="figure"' for place in range(len(table.head))]
    head = zip(kinds, table.head, strict=True)
    yield '<table class="narrow">' if table.is_narrow else "<table>"
    yield "<thead><tr>"
    yield (
        "".join(f'<th scope="col"{kind}>{_safe(name)}</th>' for kind, name in head) + "</tr></thead>\n<tbody>"
    )
    for first, *rest in table.rows:
        cells = zip(kinds[1:], rest, strict=True)
        told = "".join(f"<td{kind}>{_safe(cell)}</td>" for kind, cell in cells)
        yield f'<tr><th scope="row">{_safe(first)}</th>{told}</tr>'
    yield "</tbody>\n</table>"


def _safe(text: str) -> str:
    return escape(text)
