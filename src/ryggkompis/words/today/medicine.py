"""Medicines that are counted, in words: how often, and what is said where the patient's own limits pass."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.course.medicine_use import Use, UseWeek
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.medicines import WEEK, Counted, Passed, counted, is_time_known, name_of
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entries import choice_name, limits_in_words

MOST_WEEKS: Final = 13
"""Weeks that are told one by one: a quarter of a year."""
MONTH: Final = 28


def counts_in_words(one: Counted, day: date, real: date | None = None) -> str:
    """Say how often a medicine is noted on a day, which may be the ``real`` one, and in the week up to it."""
    if day == real:
        told = _("{name}: {n} today, {week} in the last seven days.")
    else:
        told = _("{name}: {n} on {day}, {week} in the seven days up to it.")
    return told.format(
        name=shown_name(one.name), n=one.on(day), week=one.in_week(day), day=formats.weekday_day(day)
    )


def noted(entry: Entry, entries: Iterable[Entry]) -> Iterator[str]:
    """Say how often the medicine of an entry is noted, where it is counted."""
    if isinstance(entry, Medicine):
        found = (one for one in counted(entries) if one.has(name_of(entry)))
        yield from (counts_in_words(one, entry.day) for one in found)


def own_medicine_in_words(one: Counted, day: date, real: date) -> str:
    """Say what is counted, its own limits, and whether it was stopped."""
    said = [counts_in_words(one, day, real)]
    if one.limits is not None and (limits := limits_in_words(one.limits)):
        said.append(_("Your limits: {limits}.").format(limits=limits))
    if one.turn is not None:
        said.append(_("Noted: {turn}.").format(turn=choice_name("turn", one.turn)))
    return " ".join(said)


def use_in_words(use: Use) -> Iterator[str]:
    """Say on how many of the days that are known a medicine is noted, and how often week by week."""
    told = ngettext(
        "{name}: on {days} of {n} day of which something is known, at most {most} in a day.",
        "{name}: on {days} of {n} days of which something is known, at most {most} in a day.",
        use.logged,
    )
    yield told.format(name=shown_name(use.name), days=use.days, n=use.logged, most=use.most)
    stretches = _stretches(use.weeks)
    if len(stretches) > 1:
        counts = " · ".join(map(_count, stretches))
        days = WEEK if len(stretches) == len(use.weeks) else MONTH
        yield _("Times in each {days} days, the latest last: {counts}.").format(days=days, counts=counts)
        yield from _to_know(stretches)


def _to_know(stretches: Sequence[UseWeek]) -> Iterator[str]:
    """Say which counts are not of whole stretches, so that nobody reads a change into them."""
    if any(map(_is_doubtful, stretches)):
        yield _("In brackets: of more than half of the days nothing is known.")
    first = _days(stretches[0])
    if first < _days(stretches[-1]):
        yield ngettext("The first count is of {n} day.", "The first count is of {n} days.", first).format(
            n=first
        )


def _stretches(weeks: Sequence[UseWeek]) -> list[UseWeek]:
    """Give the weeks; where they are many, four together, so that the whole course stays in sight."""
    if len(weeks) <= MOST_WEEKS:
        return list(weeks)
    first = len(weeks) % (MONTH // WEEK)
    ends = range(first or MONTH // WEEK, len(weeks) + 1, MONTH // WEEK)
    return [_together(weeks[max(end - MONTH // WEEK, 0) : end]) for end in ends]


def _together(weeks: Sequence[UseWeek]) -> UseWeek:
    times, days, logged = (sum(getattr(week, name) for week in weeks) for name in ("times", "days", "logged"))
    return UseWeek(weeks[0].first, weeks[-1].last, times, days, logged)


def _count(stretch: UseWeek) -> str:
    """Give a count; a stretch of which nothing is known has none, and one of which little is, is doubtful."""
    if not stretch.logged:
        return "–"
    return f"({stretch.times})" if _is_doubtful(stretch) else str(stretch.times)


def _is_doubtful(stretch: UseWeek) -> bool:
    return 0 < stretch.logged < _days(stretch) / 2


def _days(stretch: UseWeek) -> int:
    return (stretch.last - stretch.first).days + 1


def passed_in_words(found: Passed) -> Iterator[str]:
    """Say what the patient typed, what is noted, and who answers questions about it."""
    yield _("You have written: {limits}.").format(limits=limits_in_words(found.limits))
    yield _nearest(found)
    yield _("The diary only keeps it. A pharmacy or your doctor answers what you wonder about.")


def _nearest(found: Passed) -> str:
    nearest = found.nearest
    if nearest is None:
        return _("Noted on that day: {n}.").format(n=found.count)
    is_known = is_time_known(nearest)
    # A time is read off a clock, and so is the day beside it: the patient's own goes on until four.
    day = formats.weekday_day(nearest.at if is_known else nearest.day)
    when = (
        _("{day} at {time}").format(day=day, time=formats.clock(nearest.at))
        if is_known
        else _("{day}, the time is not known").format(day=day)
    )
    return _("Noted within 24 hours: {n}. The nearest: {when}.").format(n=found.count, when=when)
