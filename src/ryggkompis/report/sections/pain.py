"""How it is and how it was: who it is about, the pain, how far it reaches, numbness and strength."""

from collections.abc import Iterator

from ryggkompis.domain.course.progress import WEEK, Window
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.report import choices
from ryggkompis.report.page import UNKNOWN, Block, Items, ListItem, Paragraph, Room, Table
from ryggkompis.report.sections.drawings import pain_drawing
from ryggkompis.report.summary import PainCourse, Summary
from ryggkompis.words.entries import choice_name
from ryggkompis.words.imports.names import pain_brought_in
from ryggkompis.words.meaning import operation_in_words
from ryggkompis.words.progress import earlier_in_words, overlap_in_words, reaching_over

_NUMB_DAYS = 5
"""The newest days of more numbness that are named; of the others it is told how many."""


def coverage(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell how much of the period is known, and about whom."""
    covered, person = summary.coverage, summary.person
    told = [
        ngettext("{n} day", "{n} days", covered.days).format(n=covered.days),
        _("a check-in or evening on {n}").format(n=covered.logged),
        _("neither on {n}").format(n=covered.missing),
        *([_("not readable on {n}").format(n=covered.unread)] if covered.unread else ()),
    ]
    if person and person.onset:
        since = _("pain since {day} (week {n})")
        weeks = (summary.about.last - person.onset).days // WEEK + 1
        told.append(since.format(day=formats.brief_day(person.onset), n=max(weeks, 1)))
    told += operation_in_words(person.operation) if person and person.operation else ()
    if person:
        told.append(choice_name("side", person.side) if person.side else _("which leg: not told"))
    if person and person.therapist:
        told.append(_("therapist: {name}").format(name=room.text(person.therapist)))
    over = [reaching_over(summary.about.first, summary.about.last)] if summary.reaches_over else []
    yield from map(Paragraph, (", ".join(told) + ".", *over))
    yield from room.listing([ListItem(earlier_in_words(one)) for one in summary.earlier])
    yield from room.listing([ListItem(overlap_in_words(one)) for one in summary.overlaps])


def pain(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - every section is asked the same way
    """Tell the start, the last week and the change by its rule."""
    courses = [
        (_("Leg, at check-in"), summary.leg),
        (_("Back, at check-in"), summary.back),
        (_("Leg, whole day"), summary.leg_evening),
        (_("Back, whole day"), summary.back_evening),
    ]
    known = [(name, course) for name, course in courses if course.first is not None]
    if known:
        head = (_("Where and when"), _("First week"), _("Last 7 days"), _("Change"))
        yield Table(
            head, tuple((name, *_means(course)) for name, course in known), words=(0, 3), is_narrow=True
        )
    yield from pain_drawing(summary)
    if summary.brought.days:
        yield Paragraph(pain_brought_in(summary.brought.days, summary.brought.sources))
    if not known:
        return
    yield Paragraph(
        _("Clear is at least 2 points and 30 % of the start, with 4 logged days in each week (convention).")
    )


def _means(course: PainCourse) -> tuple[str, str, str]:
    return _mean(course.first), _mean(course.last), choices.change_told(course.change)


def _mean(window: Window | None) -> str:
    if window is None:
        return UNKNOWN
    days = ngettext("{n} day", "{n} days", window.n).format(n=window.n)
    return f"{formats.number(window.mean, fixed=True)} ({days})"


def signs(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - as above
    """Tell how far down the pain reaches, and what was answered about numbness and strength."""
    lowest, numb = summary.lowest, summary.numbness
    told = []
    if lowest.then or lowest.now:
        then, now = (choice_name("site", site) if site else UNKNOWN for site in (lowest.then, lowest.now))
        told.append(
            _("Lowest point of the pain: first week {then}, last 7 days {now}").format(then=then, now=now)
        )
    if numb.latest and numb.latest_on:
        answer, day = choice_name("numb", numb.latest), formats.brief_day(numb.latest_on)
        told.append(_("Numbness, latest answer, {day}: {answer}").format(day=day, answer=answer))
    if numb.more_on:
        days = formats.list_of([formats.brief_day(which) for which in numb.more_on[-_NUMB_DAYS:]])
        told.append(
            ngettext("More numbness on {n} day: {days}", "More numbness on {n} days, latest: {days}",
                     len(numb.more_on)).format(n=len(numb.more_on), days=days)
        )  # fmt: skip
    told += _strength(summary)
    if told:
        yield Items(tuple(ListItem(one) for one in told))


def _strength(summary: Summary) -> Iterator[str]:
    """Tell how often a question about strength was answered, and when with yes or unsure."""
    strength = summary.strength
    if not strength.answered:
        return
    if not strength.said and summary.unread:
        yield ngettext(
            "Weaker leg: {n} answer can be read, and it is no",
            "Weaker leg: {n} answers can be read, all of them no",
            strength.answered,
        ).format(n=strength.answered)
        return
    if not strength.said:
        yield ngettext(
            "Weaker leg: {n} answer, and it is no",
            "Weaker leg: {n} answers, all of them no",
            strength.answered,
        ).format(n=strength.answered)
        return
    yield ngettext(
        "Weaker leg: yes or unsure on {n} day: {days}",
        "Weaker leg: yes or unsure on {n} days, latest: {days}",
        len(strength.said),
    ).format(
        n=len(strength.said), days=formats.list_of([formats.brief_day(one) for one in strength.said[-5:]])
    )
