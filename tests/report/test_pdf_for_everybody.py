"""The PDF of every journal as a screen reader needs it, by what a program can check of PDF/UA.

The conditions are those of the Matterhorn protocol, whose numbers stand beside them; other programs than the
typesetter read the file: pypdf its tree and what is painted, poppler what is read aloud and its letters.
"""

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import ContentStream

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import speaking
from ryggkompis.report.layout import sheets
from ryggkompis.report.page import Block, Drawing, Items, Page, Paragraph, Section, Table
from tests.needs import needs
from tests.report.all_sorts import JOURNALS
from tests.report.test_on_paper import facts, paper
from tests.report.test_sheet import LANGUAGES, flat

STANDARD: Final = {
    "Document", "Part", "Div", "P", "H1", "H2", "L", "LI", "Lbl", "LBody", "Span", "Figure",
    "Table", "THead", "TBody", "TR", "TH", "TD",
}  # fmt: skip
WITHIN: Final = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TR": {"THead", "TBody"},
    "THead": {"Table"},
    "TBody": {"Table"},
}
"""What may stand only in what (09)."""
PAINTS: Final = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"f",
    b"F",
    b"f*",
    b"S",
    b"s",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"Do",
    b"sh",
}
FAINT: Final = 4.5
"""The least contrast of letters to the paper (WCAG 1.4.3)."""
LEFT_TO_RIGHT: Final = "\u0590"
"""From it on scripts begin that are not read in the order in which they are painted."""

TOO_LONG: Final = "two hostile years"
"""Poppler needs minutes to walk the structure of so many pages."""

every_journal = pytest.mark.parametrize("name", JOURNALS)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


class Node(NamedTuple):
    """An element of the structure, and what it stands in."""

    kind: str
    inside: str
    told: Any
    marks: tuple[tuple[int, int], ...]
    """Page and number of what is painted for it."""


@cache
def opened(name: str, language: Language) -> PdfReader:
    return PdfReader(io.BytesIO(paper(name, language)))


@cache
def tree(name: str, language: Language) -> tuple[Node, ...]:
    """Give the elements in the order in which they are read."""
    reader = opened(name, language)
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    root: Any = reader.trailer["/Root"]
    structure = root["/StructTreeRoot"]
    roles = {str(own): str(known) for own, known in structure["/RoleMap"].items()}
    return tuple(
        node._replace(kind=roles.get(f"/{node.kind}", node.kind).removeprefix("/"))
        for node in _below(structure["/K"], "", None, pages)
    )


def _below(told: Any, inside: str, page: Any, pages: dict[int, int]) -> Iterator[Node]:
    for one in told.get_object() if isinstance(told.get_object(), list) else [told]:
        element: Any = one.get_object()
        if not (isinstance(element, dict) and "/S" in element):
            continue
        kind, own = str(element["/S"]).removeprefix("/"), element.get("/K", [])
        here = _page(element, page)
        inner = [own] if not isinstance(own, list) else own
        yield Node(kind, inside, element, tuple(_marks(inner, here, pages)))
        for each in inner:
            yield from _below(each, kind, here, pages)


def _page(told: Any, inherited: Any) -> Any:
    return told.raw_get("/Pg") if "/Pg" in told else inherited


def _marks(inner: list[Any], page: Any, pages: dict[int, int]) -> Iterator[tuple[int, int]]:
    for each in inner:
        one: Any = each.get_object()
        if isinstance(one, int):
            yield pages[page.idnum], one
        elif isinstance(one, dict) and "/MCID" in one:
            where = _page(one, page)
            yield pages[where.idnum], one["/MCID"]


@every_journal
@both_languages
def test_all_that_is_painted_is_read_once_or_is_decoration(name: str, language: Language) -> None:
    """01-003 to 01-005, 04-001: tagged or an artifact, and never in too faint a colour."""
    painted = Counter[tuple[int, int]]()
    for n, page in enumerate(opened(name, language).pages):
        assert "/XObject" not in page["/Resources"]  # type: ignore[operator]
        depth, faint = 0, [0.0]
        for given, operator in ContentStream(page["/Contents"], opened(name, language)).operations:
            if operator in {b"BDC", b"BMC"}:
                told = given[1] if len(given) > 1 else {}
                assert depth or given[0] == "/Artifact" or "/MCID" in told
                depth += 1
                painted.update([(n, told["/MCID"])] if "/MCID" in told else [])
            elif operator == b"EMC":
                depth -= 1
            elif operator == b"scn":
                faint = [float(part) for part in given]
            elif operator in PAINTS:
                assert depth, "it is painted for nobody and for nothing"
                if operator in {b"Tj", b"TJ"}:
                    assert 1.05 / (max(faint) + 0.05) > FAINT
        assert depth == 0
    read = Counter(mark for node in tree(name, language) for mark in node.marks)
    assert painted == read
    assert set(read.values()) <= {1}


@every_journal
@both_languages
def test_the_structure_is_whole(name: str, language: Language) -> None:
    """02, 09, 13, 14 and 15: known elements in their places, pictures with words, headings in steps."""
    nodes = tree(name, language)
    assert {node.kind for node in nodes} <= STANDARD
    assert [node.kind for node in nodes if node.inside not in WITHIN.get(node.kind, {node.inside})] == []
    steps = [int(node.kind[1]) for node in nodes if re.fullmatch(r"H\d", node.kind)]
    assert steps[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(steps))
    assert [
        node for node in nodes if node.kind == "Figure" and not str(node.told.get("/Alt", "")).strip()
    ] == []
    wide: list[int] = []
    for node in nodes:
        if node.kind == "THead":
            wide.append(0)
        elif node.kind == "TH":
            wide[-1] += 1
            assert "/Column" in {one.get_object().get("/Scope") for one in node.told["/A"]}
        elif node.kind == "TR" and node.inside == "TBody":
            assert len(node.told["/K"]) == wide[-1] > 0
    assert len(wide) == sum(node.kind == "Table" for node in nodes)


@every_journal
@both_languages
def test_it_says_its_language_and_its_title_and_holds_its_letters(name: str, language: Language) -> None:
    """06, 07, 11, 28 and 31."""
    reader = opened(name, language)
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Ryggkompis: ")
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    for page in reader.pages:
        assert str(page["/Tabs"]) == "/S"
        assert "/Annots" not in page


@needs("pdffonts")
@every_journal
@both_languages
def test_every_letter_is_inside_and_has_its_meaning(name: str, language: Language) -> None:
    """31: fonts are embedded, and each of their shapes stands for a character."""
    shell = shutil.which("pdffonts") or ""
    done = subprocess.run([shell, "-"], input=paper(name, language), capture_output=True, check=True)
    head, _line, *fonts = done.stdout.decode().splitlines()
    place = head.index("emb")
    assert fonts
    assert [font for font in fonts if font[place:].split()[:3] != ["yes"] * 3] == []


@needs("pdfinfo")
@pytest.mark.parametrize("name", [one for one in JOURNALS if one != TOO_LONG])
@both_languages
def test_what_is_read_aloud_is_the_page_from_top_to_bottom(
    name: str, language: Language, tmp_path: Path
) -> None:
    """09-001: the order of reading is the order in which the page was composed."""
    file = tmp_path / "report.pdf"
    file.write_bytes(paper(name, language))
    heard = _heard(file)
    with speaking(language):
        assert any(heard == _letters("".join(_words(page))) for page in sheets(facts(name)))


def _heard(file: Path) -> str:
    """Give what poppler reads along the structure, without what is drawn in pictures."""
    command = [shutil.which("pdfinfo") or "", "-struct-text", str(file)]
    done = subprocess.run(command, capture_output=True, check=True)
    told, picture = list[str](), None
    for line in done.stdout.decode(errors="replace").splitlines():
        deep = len(line) - len(line.lstrip())
        if picture is not None and deep <= picture:
            picture = None
        if line.lstrip().startswith("Figure"):
            picture = deep
        if picture is None and (text := re.fullmatch(r'\s*"(.*)"', line)):
            told.append(text[1])
    return _letters("".join(told))


def _words(page: Page) -> Iterator[str]:
    yield from (page.title, page.about, *(label for line in page.blanks for label in line))
    yield from (text for section in page.sections for text in _of(section))
    yield from page.footer
    if page.appendix:
        yield page.rest
        yield from (text for section in page.appendix for text in _of(section))


def _of(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _said(block)


def _said(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Items(items):
            yield from (f"{item.lead} {item.text}" for item in items)
        case Table(head, rows):
            yield from (*head, *(cell for row in rows for cell in row))
        case Drawing():
            pass


def _letters(text: str) -> str:
    """Give what is read alike by all: no spaces, and nothing that is written from right to left."""
    return re.sub(rf"[{LEFT_TO_RIGHT}-\u1fff\u200b-\u200f\u2022\ufb00-\ufeff]+", "", flat(text))


def test_the_typesetter_still_has_no_headers_of_rows() -> None:
    """15: where this fails, it can be had; then the first cell of each row belongs in one."""
    with pytest.raises(typst.TypstError, match="header-cell"):
        typst.compile(b'#table(pdf.header-cell(scope: "row")[Leg], [2])', format="pdf")
