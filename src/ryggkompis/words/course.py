"""What the pictures of the course show, in sentences: with how much is known, and no verdict."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Site
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.course.easing import Chosen
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.course.reference import LEAST_FOR_BAND, Reference
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entries import choice_name, choices_in_words

_SOURCES: Final[Mapping[str, str]] = {
    "recent": "Menezes Costa 2012 (CMAJ), Mathieson 2017 (NEJM)",
    "lasting": "Menezes Costa 2012 (CMAJ), Bailey 2020 (NEJM)",
}


def band_name() -> str:
    """Name the band of the studies, so that nobody takes it for a forecast."""
    return _("Averages from studies – not a forecast for you")


def band_ends() -> tuple[str, str]:
    """Name the lower and the upper of its lines, in a few letters."""
    return _("studies, lower"), _("studies, upper")


def band_in_words(found: Reference | None) -> list[str]:
    """Say what the band is, where it comes from, and that every course is its own."""
    if found is None:
        return [
            _("The averages from studies can be shown when {n} days with leg pain are logged.").format(
                n=LEAST_FOR_BAND
            )
        ]
    return [
        f"{band_name()}.",
        _("Leg pain as a share of your own first week ({start}). Sources: {sources}.").format(
            start=formats.number(found.start), sources=_SOURCES[found.preset]
        ),
        _("More than half are clearly better after a year. Some still have trouble. Both are common."),
    ]


def draws_back() -> str:
    """Say of pain that reaches less far down what it often means."""
    return _("The pain draws back towards the back. That is often a good sign.")


def reach_in_words(then: Site | None, now: Site | None) -> str:
    """Say how far down the pain reached in the first week and in the last."""
    if then is None:
        return _("How far down the pain reaches has not been answered yet.")
    if now is None:
        return _("Lowest point in the first week: {then}. Nothing is known of the last seven days.").format(
            then=choice_name("site", then)
        )
    return _("Lowest point in the first week: {then}; in the last seven days: {now}.").format(
        then=choice_name("site", then), now=choice_name("site", now)
    )


ABILITIES: Final = (0, 3, 7, 10)
"""How an activity goes, for those who want no numbers: a convention."""
FEARS: Final = (0, 3, 6, 9)
"""How afraid somebody is to move, likewise."""
_ABILITIES: Final = (
    (0, N_("not at all")),
    (1, N_("with great trouble")),
    (5, N_("with some trouble")),
    (9, N_("as before, or nearly")),
)
_FEARS: Final = (
    (0, N_("not afraid")),
    (1, N_("a little afraid")),
    (5, N_("quite afraid")),
    (7, N_("very afraid")),
)


def _from(steps: Sequence[tuple[int, str]], value: int) -> str:
    return _(next(words for least, words in reversed(steps) if value >= least))


def fear(worry: int) -> str:
    """Say 0-10 of fear of moving in words."""
    return _from(_FEARS, worry)


def ability(rating: int) -> str:
    """Say 0-10 of an activity in words."""
    return _from(_ABILITIES, rating)


def goal_name(name: str) -> str:
    """Name an activity; one that had no name when it was rated, by its number."""
    return _("activity {n}").format(n=name) if name.isdecimal() else name


def goal_in_words(name: str, ratings: Sequence[int], *, numbers: bool = True) -> str:
    """Say where an activity began and where it is, 0 cannot to 10 as before."""
    name = goal_name(name)
    if not numbers:
        if len(ratings) == 1:
            return _("{name}: {last}.").format(name=shown(name), last=ability(ratings[0]))
        return _("{name}: first {first}, now {last}.").format(
            name=shown(name), first=ability(ratings[0]), last=ability(ratings[-1])
        )
    count = ngettext("{n} review", "{n} reviews", len(ratings)).format(n=len(ratings))
    if len(ratings) == 1:
        return _("{name}: {last} of 10 ({reviews}).").format(name=shown(name), last=ratings[0], reviews=count)
    return _("{name}: from {first} to {last} of 10 ({reviews}).").format(
        name=shown(name), first=ratings[0], last=ratings[-1], reviews=count
    )


def scale_of_goals() -> str:
    """Say what the numbers of an activity mean."""
    return _("0 is not at all, 10 is as before.")


def none_of_the_list() -> str:
    """Say that nothing to choose from fits, which is an answer."""
    return _("none of what is on the list")


def worsened_in_words(found: Chosen) -> str:
    """Say what makes it worse now, and what is other than the first time it was answered."""
    now = choices_in_words("worsens", found.now) or none_of_the_list()
    return " ".join((_("Makes it worse: {what}.").format(what=now), *_other("worsens", found)))


def eased_in_words(found: Chosen) -> str:
    """Say what eases it now, likewise."""
    now = choices_in_words("eases", found.now) or none_of_the_list()
    return " ".join((_("Eases it: {what}.").format(what=now), *_other("eases", found)))


def _other(field: str, found: Chosen) -> Iterator[str]:
    if found.since is None:
        return
    day = formats.day_month(found.since)
    if not (found.new or found.gone):
        yield _("The same on {day}.").format(day=day)
    if found.new:
        yield _("Since {day} new: {what}.").format(day=day, what=choices_in_words(field, found.new))
    if found.gone:
        yield _("Since {day} no more: {what}.").format(day=day, what=choices_in_words(field, found.gone))


def nights_in_words(woken: int, known: int, *, days: int) -> str:
    """Say how many nights were broken by pain, of those known."""
    if not known:
        return _("No nights have been told about in the last {days} days.").format(days=days)
    return ngettext(
        "Woken by pain in {woken} of {n} known night in the last {days} days.",
        "Woken by pain in {woken} of {n} known nights in the last {days} days.",
        known,
    ).format(woken=woken, n=known, days=days)


def changes_of_position(total: int, days: int) -> str:
    """Say how often the position was changed, on days when it was logged."""
    if not days:
        return _("No change of position is logged in the last seven days.")
    return ngettext(
        "Changed position {total} times on {n} day of the last seven.",
        "Changed position {total} times on {n} days of the last seven.",
        days,
    ).format(total=total, n=days)


def steps_in_words(now: int | None, before: int | None) -> str:
    """Say how many steps a day were counted in the last seven days, and in the seven before; None unknown."""
    if now is None:
        return _("No steps of the last seven days are known. What a phone has counted can be taken in.")
    a_day = _("Steps a day in the last seven days, where they are known: {n}.")
    said = a_day.format(n=formats.number(now, 0))
    if before is None:
        return said
    return " ".join((said, _("The week before: {n}.").format(n=formats.number(before, 0))))


def practice_in_words(days: int, all_days: int) -> str:
    """Say on how many days something was exercised: of the last seven, and ever."""
    if not all_days:
        return _("No exercise has been logged yet.")
    ever = ngettext("Since the start on {n} day.", "Since the start on {n} days.", all_days)
    return f"{practised(days)} {ever.format(n=all_days)}"


def practised(days: int) -> str:
    """Say on how many of the last seven days something was exercised."""
    return ngettext(
        "Exercises on {n} of the last seven days.", "Exercises on {n} of the last seven days.", days
    ).format(n=days)


def logged_in_words(known: int, days: int, unread: int = 0) -> str:
    """Say how many days are known; the rest is a gap and nothing else, or ``unread``."""
    if unread:
        return ngettext(
            "{known} of {n} day has a morning number; {unread} cannot be read.",
            "{known} of {n} days have a morning number; {unread} cannot be read.",
            days,
        ).format(known=known, n=days, unread=unread)
    return ngettext(
        "{known} of {n} day has a morning number. The rest are gaps, and that is fine.",
        "{known} of {n} days have a morning number. The rest are gaps, and that is fine.",
        days,
    ).format(known=known, n=days)


def calendar_in_words(days: int, flares: int, *, numbers: bool, is_later: bool = False) -> str:
    """Say how the calendar is read, and how much of half a year is known; of a later episode only its own."""
    read = (
        _("A digit is the leg that morning, X is ten, a dot is a day without a word.")
        if numbers
        else _("+ is better than the day before, = the same, − worse; a dot is a day without a word.")
    )
    known = (
        ngettext(
            "{n} morning of this episode is known in the last 26 weeks.",
            "{n} mornings of this episode are known in the last 26 weeks.",
            days,
        )
        if is_later
        else ngettext(
            "{n} morning of the last 26 weeks is known.", "{n} mornings of the last 26 weeks are known.", days
        )
    )
    said = f"{read} {known.format(n=days)}"
    if not flares:
        return said
    marked = ngettext("{n} flare-up is marked (*).", "{n} flare-ups are marked (*).", flares)
    return f"{said} {marked.format(n=flares)}"


def mornings_in_words(better: int, same: int, worse: int) -> str:
    """Say how the last seven mornings compared with the one before each."""
    if not better + same + worse:
        return _("No morning of the last {n} has been compared with the one before.").format(n=WEEK)
    return _("The last seven mornings: better {better}, the same {same}, worse {worse}.").format(
        better=better, same=same, worse=worse
    )
