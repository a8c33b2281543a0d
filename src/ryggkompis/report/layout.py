"""Which sections a page has, and how much of each, so that it is read in a minute and fits on one sheet."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.content.reviewed import reviewers
from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import replace
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.report.page import WHOLE, Block, Drawing, Page, Room, Section
from ryggkompis.report.sections import activity, drawings, pain, told
from ryggkompis.report.sections.safety import safety
from ryggkompis.report.summary import Summary
from ryggkompis.words.about import reviewed_in_words
from ryggkompis.words.drawing.names import DRAWING
from ryggkompis.words.entries import part_name

Blocks: TypeAlias = Callable[[Summary, Room], Iterable[Block]]


class _Part(NamedTuple):
    title: str
    blocks: Blocks
    is_wide: bool = False
    stays: int = 0
    """How long it stays on the sheet where there is little room: the higher, the longer."""


_ALWAYS, _NEVER = 99, -1
_BODIES_STAY: Final = 2
"""And the drawing of where it hurts, of which the words stay with their part."""
PARTS: Final = (
    _Part(N_("Safety questions"), safety, is_wide=True, stays=_ALWAYS),
    _Part(N_("The period"), pain.coverage, is_wide=True, stays=12),
    _Part(N_("Pain, 0 to 10"), pain.pain, is_wide=True, stays=11),
    _Part(N_("Where the pain reaches, numbness, strength"), pain.signs, stays=13),
    _Part(DRAWING, drawings.body_drawing, stays=7),
    _Part(N_("What makes it worse or better"), told.easing, stays=10),
    _Part(N_("Activities that matter, 0 cannot to 10 as before"), told.goals, stays=8),
    _Part(N_("Walking, planned and done"), activity.walking, stays=9),
    _Part(N_("Exercises, and where the pain went"), activity.exercising, stays=6),
    _Part(N_("Flare-ups, and the two days before"), activity.flares, stays=7),
    _Part(N_("Sleep"), told.sleep, stays=5),
    _Part(N_("Medicines, as written by the patient"), told.medicines, stays=3),
    _Part(N_("Work and the week"), told.work, stays=4),
    _Part(N_("Events"), told.events, stays=5),
    _Part(N_("What the program advised"), activity.advice, stays=1),
    _Part(N_("Programme and thresholds"), activity.programme),
    _Part(N_("Questions for the visit"), told.questions, stays=14),
    _Part(N_("Notes"), told.notes, stays=_NEVER),
)
"""The page from top to bottom (clinical 3.5); what is left out moves nothing."""
MESSAGE: Final = Room(12, 4_000)
"""What a message to a clinic holds."""
_ROOMS: Final = (
    Room(8, 200), Room(6, 160), Room(5, 140), Room(4, 120), Room(3, 90), Room(2, 70), Room(1, 60),
)  # fmt: skip
_MIDDLING: Final = Room(3, 90)
"""Where nobody can tell beforehand how much fits, as in a browser."""


def sheets(summary: Summary) -> Iterator[Page]:
    """Compose the page from the fullest down, each with what it cuts in its appendix.

    Whoever sets it takes the first that fits. The last has the safety questions alone, which are never cut.
    """
    yield from _smaller(summary, (WHOLE, *_ROOMS), _sections(summary, WHOLE))


def messages(summary: Summary) -> Iterator[Page]:
    """Compose pages to be pasted, from the fullest down; a part that has gone is named at the foot."""
    fullest = message(summary)
    yield fullest
    for page in _smaller(summary, _ROOMS, ()):
        kept = {section.title for section in page.sections}
        gone = "; ".join(section.title for section in fullest.sections if section.title not in kept)
        said = _("Not in this text, for want of room: {parts}.").format(parts=gone)
        yield replace(page, footer=(said, *page.footer)) if gone else page


def _smaller(summary: Summary, rooms: Iterable[Room], whole: Iterable[Section]) -> Iterator[Page]:
    smallest, without = _ROOMS[-1], replace(_ROOMS[-1], has_bodies=False)
    for room in rooms:
        yield _page(summary, _sections(summary, room, least=0), whole)
    for least in sorted({part.stays for part in PARTS if part.stays > 0}):
        room = smallest if least <= _BODIES_STAY else without
        yield _page(summary, _sections(summary, room, least=least), whole)


def one_page(summary: Summary) -> Page:
    """Compose a page that is mostly one sheet, and beside it in full whatever was cut."""
    return _page(summary, _sections(summary, _MIDDLING, least=0), _sections(summary, WHOLE))


def message(summary: Summary) -> Page:
    """Compose a page to be pasted: long lists are cut, and there is no appendix."""
    return _page(summary, _sections(summary, MESSAGE), ())


def _page(summary: Summary, found: tuple[Section, ...], whole: Iterable[Section]) -> Page:
    first, last = summary.period.first, summary.period.last
    title = _("Ryggkompis: {first} to {last}").format(
        first=formats.day_month_year(first), last=formats.day_month_year(last)
    )
    return Page(
        current(),
        title,
        found,
        tuple(_appendix(found, whole)),
        tuple(_footer(summary)),
        rest=_("Everything that did not fit on the page"),
        about=_("Self-reported diary, lumbar disc herniation"),
        blanks=(
            (_("Name"), _("Date of birth")),
            (_("From the clinic: ODI"), _("RMDQ"), _("Day")),
        ),
    )


def _appendix(found: tuple[Section, ...], whole: Iterable[Section]) -> Iterator[Section]:
    """Give in full what was cut; a picture that stands on the sheet is not shown twice."""
    drawn = [block for section in found for block in section.blocks if isinstance(block, Drawing)]
    for section in whole:
        if section not in found:
            rest = tuple(block for block in section.blocks if block not in drawn)
            yield replace(section, blocks=rest, is_urgent=False)


def _sections(summary: Summary, room: Room, *, least: int = _NEVER) -> tuple[Section, ...]:
    made = (
        Section(
            _(part.title),
            tuple(part.blocks(summary, room)),
            part.is_wide,
            is_urgent=part.blocks is safety and summary.is_urgent,
        )
        for part in PARTS
        if part.stays >= least
    )
    return tuple(section for section in made if section.blocks)


def _footer(summary: Summary) -> Iterable[str]:
    if summary.left_out:
        parts = formats.list_of([part_name(part) for part in summary.left_out])
        yield _("Left out by the patient: {parts}.").format(parts=parts)
    told = _(
        "Written by the patient with Ryggkompis. Self-reported and not validated. "
        "Unknown days count as unknown, never as 0. Rules version {version}."
    ).format(version=summary.rules_version)
    yield f"{told} {reviewed_in_words(reviewers())}"
    if set(summary.rules_shown) - {summary.rules_version}:
        yield _("The plans of this period were shown under rules version {versions}.").format(
            versions=formats.list_of(list(summary.rules_shown))
        )
