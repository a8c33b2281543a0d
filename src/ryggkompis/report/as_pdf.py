"""The page as PDF: tagged and archivable (PDF/UA-1, PDF/A-2a), with its own letters, and always the same."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final

from ryggkompis.content.files import data_file
from ryggkompis.i18n.language import _
from ryggkompis.report.errors import NoPdf
from ryggkompis.report.page import Block, Drawing, Items, Page, Paragraph, Section, Table

_TEMPLATE: Final = Path(__file__).with_name("page.typ")
_FONTS: Final = "fonts/covered.txt"
_NO_SHAPE: Final = "□"


def pdf(pages: Sequence[Page], day: date) -> bytes:
    """Set the first of ``pages`` that fits on one sheet, the last if none does.

    ``day`` is what the file says it was made on.

    Raises:
        NoPdf: where the typesetter is not installed.

    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoPdf from error
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=[data_file(_FONTS).parent],
        # The same course gives the same file on every machine.
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"page": json.dumps(_told(pages), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(datetime.combine(day, time(12), UTC).timestamp()),
    )


def _told(pages: Sequence[Page]) -> dict[str, Any]:
    page, texts = pages[0], _Texts()
    told: dict[str, Any] = {
        "language": page.language,
        "title": page.title,
        "letters": page.letters,
        "about": page.about,
        "blanks": [list(line) for line in page.blanks],
        "sheets": [
            {"sections": texts.places(one.sections), "appendix": texts.places(one.appendix)} for one in pages
        ],
        "sections": [_section(section) for section in texts.sections],
        "rest": page.rest,
        "numbers": _("Page {n} of {all}"),
        "footer": list(page.footer),
    }
    shaped: dict[str, Any] = _shaped(told)
    # A missing letter must be seen to be missing: an empty box is taken for nothing said.
    if _NO_SHAPE in json.dumps(shaped, ensure_ascii=False):
        lacking = _("{sign} stands for a character that this page's letters lack; the HTML file has them.")
        shaped["footer"].append(lacking.format(sign=_NO_SHAPE))
    return shaped


class _Texts:
    """Every section once, however many of the pages have it."""

    def __init__(self) -> None:
        self.sections: list[Section] = []

    def places(self, sections: Sequence[Section]) -> list[int]:
        """Give where ``sections`` stand."""
        self.sections += [section for section in sections if section not in self.sections]
        return [self.sections.index(section) for section in sections]


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "urgent": section.is_urgent,
        "wide": section.is_wide,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text, is_strong):
            return {"kind": "paragraph", "text": text, "strong": is_strong}
        case Items(items):
            return {"kind": "items", "items": [{"lead": one.lead, "text": one.text} for one in items]}
        case Table(head, rows, words, is_narrow):
            return {"kind": "table", "head": head, "rows": rows, "words": words, "narrow": is_narrow}
        case Drawing():
            return {"kind": "drawing", "svg": block.svg, "alt": f"{block.title}. {block.description}"}


def _shaped(told: Any) -> Any:  # noqa: ANN401 - whatever JSON knows
    """Give everything that is written with the characters that the fonts lack replaced visibly."""
    match told:
        case str():
            return told if told.isascii() else "".join(map(_shape, told))
        case dict():
            return {name: _shaped(value) for name, value in told.items()}
        case list() | tuple():
            return [_shaped(value) for value in told]
        case _:
            return told


def _shape(sign: str) -> str:
    firsts, lasts = _covered()
    place = bisect_right(firsts, ord(sign)) - 1
    return sign if (place >= 0 and ord(sign) <= lasts[place]) or sign.isspace() else _NO_SHAPE


@cache
def _covered() -> tuple[Sequence[int], Sequence[int]]:
    """Read the runs of characters that have a shape, as their first and their last code points."""
    runs = list(_runs())
    return [first for first, _last in runs], [last for _first, last in runs]


def _runs() -> Iterator[tuple[int, int]]:
    for line in data_file(_FONTS).read_text(encoding="ascii").split():
        first, last = line.split("-")
        yield int(first, 16), int(last, 16)
