"""Which sections a page has, and how much of each, so that it is read in a minute and fits on one sheet."""

from collections.abc import Callable, Iterable
from math import ceil
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.report import sections, sections_activity
from ryggkompis.report.page import (
    WHOLE,
    Block,
    Drawing,
    Items,
    Page,
    Paragraph,
    Room,
    Section,
    Table,
)
from ryggkompis.report.summary import Summary
from ryggkompis.words.entries import part_name

Blocks: TypeAlias = Callable[[Summary, Room], Iterable[Block]]


class _Part(NamedTuple):
    title: str
    blocks: Blocks
    is_wide: bool = False
    only_whole: bool = False
    """It does not stand on the sheet itself."""


PARTS: Final = (
    _Part(N_("Safety questions"), sections.safety, is_wide=True),
    _Part(N_("The period"), sections.coverage, is_wide=True),
    _Part(N_("Pain, 0 to 10"), sections.pain, is_wide=True),
    _Part(N_("Where the pain reaches, numbness, strength"), sections.signs),
    _Part(N_("Activities that matter, 0 cannot to 10 as before"), sections.goals),
    _Part(N_("Walking"), sections_activity.walking),
    _Part(N_("Exercises, and where the pain went"), sections_activity.exercising),
    _Part(N_("Flare-ups, and what was logged on the two days before"), sections_activity.flares),
    _Part(N_("Sleep"), sections.sleep),
    _Part(N_("Medicines, as written by the patient"), sections.medicines),
    _Part(N_("Work and the week"), sections.work),
    _Part(N_("Events"), sections.events),
    _Part(N_("Programme and thresholds"), sections_activity.programme),
    _Part(N_("Questions for the visit"), sections.questions),
    _Part(N_("Notes"), sections.notes, only_whole=True),
)
"""The page from top to bottom (clinical 3.5); what is left out moves nothing."""
MESSAGE: Final = Room(12, 4_000)
"""What a message to a clinic holds."""
_ROOMS: Final = (Room(6, 160), Room(4, 120), Room(3, 90), Room(2, 70), Room(1, 60))
_LINES: Final = 138
"""Lines of a column that the sheet holds, with some left over for columns of unequal height."""
_UNITS: Final = 13.0
"""Units of a drawing's height that are as high as a line."""
_WIDE, _NARROW = 118, 52
"""Letters of a line across the sheet, and of a line in one of its two columns."""


def one_page(summary: Summary) -> Page:
    """Compose a page that fits on one sheet, and beside it in full whatever was cut."""
    # From the roomiest down: as much as fits, and what is cut stands whole in the appendix.
    for room in _ROOMS:
        found = _sections(summary, room, whole=False)
        if _lines(found) <= _LINES:
            break
    whole = _sections(summary, WHOLE, whole=True)
    # What the sheet shows whole is not told twice.
    return _page(summary, found, tuple(section for section in whole if section not in found))


def message(summary: Summary) -> Page:
    """Compose a page to be pasted: long lists are cut, and there is no appendix."""
    return _page(summary, _sections(summary, MESSAGE, whole=True), ())


def _page(summary: Summary, found: tuple[Section, ...], appendix: tuple[Section, ...]) -> Page:
    first, last = summary.period.first, summary.period.last
    title = _("Ryggkompis: {first} to {last}").format(
        first=formats.day_month_year(first), last=formats.day_month_year(last)
    )
    return Page(current(), title, found, appendix, tuple(_footer(summary)))


def _sections(summary: Summary, room: Room, *, whole: bool) -> tuple[Section, ...]:
    made = (
        Section(
            _(part.title),
            tuple(part.blocks(summary, room)),
            part.is_wide,
            is_urgent=part.blocks is sections.safety and summary.is_urgent,
        )
        for part in PARTS
        if whole or not part.only_whole
    )
    return tuple(section for section in made if section.blocks)


def _footer(summary: Summary) -> Iterable[str]:
    if summary.left_out:
        parts = formats.list_of([part_name(part) for part in summary.left_out])
        yield _("Left out by the patient: {parts}.").format(parts=parts)
    yield _(
        "Written by the patient with Ryggkompis. Self-reported and not validated. "
        "Unknown days count as unknown, never as 0. Rules version {version}."
    ).format(version=summary.rules_version)
    if set(summary.rules_shown) - {summary.rules_version}:
        yield _("The plans of this period were shown under rules version {versions}.").format(
            versions=formats.list_of(list(summary.rules_shown))
        )


def _lines(found: Iterable[Section]) -> float:
    """Estimate how many lines of a column these sections take; a wide line counts as two."""
    return sum(
        (1.9 + sum(_height(block, _WIDE if s.is_wide else _NARROW) for block in s.blocks)) * (1 + s.is_wide)
        for s in found
    )


def _height(block: Block, letters: int) -> float:
    match block:
        case Paragraph(text):
            return ceil(len(text) / letters) + 0.4
        case Items(items):
            return sum(ceil((len(one.lead) + len(one.text) + 3) / letters) for one in items) + 0.4
        case Table(head, rows):
            # The first column takes what the others leave.
            first = letters * 0.45
            return sum(max(1.2, ceil(len(row[0]) / first) * 1.1) for row in (head, *rows)) + 0.4
        case Drawing(high=high):
            return high / _UNITS
