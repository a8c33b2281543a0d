"""What was planned and done: walks, exercises, what went before a flare, advice, and by which programme."""

from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Words
from ryggkompis.domain.journal.visits import is_told
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.report.activity import DayBefore, Flare, Practice
from ryggkompis.report.page import UNKNOWN, WHOLE, Block, ListItem, Paragraph, Room, Table, one_line
from ryggkompis.report.planned import Advised, NowPlanned, Stretch
from ryggkompis.report.summary import Followed, Summary
from ryggkompis.words.concerns import concern_in_short
from ryggkompis.words.entries import choice_name, values_in_words
from ryggkompis.words.limits import limit_name

_STRETCHES: Final = 6
"""The newest weeks, or months, that there is always room for."""


def walking(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what was planned beside what was walked, week by week or month by month, and the longest walk."""
    walks, plan = summary.walking, summary.plan
    told = [one for one in plan.stretches if one.planned is not None or one.walked is not None or one.unread]
    if walks.longest is None and not any(one.planned for one in told):
        return
    rows = tuple(_stretch(one, is_month=plan.is_by_month) for one in told[-max(2 * room.items, _STRETCHES) :])
    if rows:
        when = _("Month") if plan.is_by_month else _("Week from")
        head = (when, _("Level"), _("Planned"), _("Walked"), _("Share"), _("Days"))
        yield Table(head, rows, is_narrow=True)
        yield Paragraph(
            _("In minutes. Days: those with an answer; the share is of what was planned on them.")
        )
    if any(one.unread for one in told):
        yield Paragraph(_("? stands where days cannot be read."))
    if walks.longest is not None:
        yield Paragraph(" ".join(_longest(walks.longest, walks.further_down)))


def _longest(longest: int, further_down: int) -> Iterator[str]:
    yield _("Longest walk: {minutes}.").format(minutes=formats.minutes(longest))
    if further_down:
        yield ngettext(
            "After {n} walk the pain went further down the leg and stayed.",
            "After {n} walks the pain went further down the leg and stayed.",
            further_down,
        ).format(n=further_down)


def _stretch(one: Stretch, *, is_month: bool) -> tuple[str, ...]:
    """Tell a week in figures; what stands there may be more where days could not be read."""
    more = " + ?" if one.unread else ""
    walked = (UNKNOWN if not one.unread else "?") if one.walked is None else f"{one.walked}{more}"
    return (
        f"{formats.month_short(one.first)} {one.first.year}" if is_month else formats.brief_day(one.first),
        _levels(one),
        UNKNOWN if one.planned is None else str(one.planned),
        walked,
        UNKNOWN if one.share is None else formats.percent(one.share),
        f"{one.known}/{one.days}",
    )


def _levels(one: Stretch) -> str:
    if one.lowest is None or one.highest is None:
        return UNKNOWN
    low, high = (f"−{-n}" if n < 0 else str(n) for n in (one.lowest, one.highest))
    return low if low == high else f"{low}–{high}"


def exercising(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what is planned now, which exercises were done, and where the pain went."""
    done, now = summary.exercising, {one.id: one for one in summary.plan.exercises}
    known = {one.id: one for one in done.practices}
    known |= {id_: Practice(id_, one.name, 0, 0, 0, 0) for id_, one in now.items() if id_ not in known}
    if not known:
        return
    # Where it went down comes first, and then what is planned now.
    order = sorted(known.values(), key=lambda p: (-p.down, p.id not in now, -p.times))
    told = [one for place, one in enumerate(order) if place < 2 * room.items or one.id in now]
    head = (_("Exercise"), _("Now"), _("Times"), _("Towards the back"), _("Same"), _("Down the leg"))
    yield Table(head, tuple(_practice(one, now.get(one.id), room) for one in told))
    said = ngettext("Exercises were logged on {n} day.", "Exercises were logged on {n} days.", done.days)
    more = len(order) - len(told)
    also = ngettext("{n} more exercise.", "{n} more exercises.", more).format(n=more) if more else ""
    planned = _("Now: the level of today's plan.") if now else ""
    yield Paragraph(" ".join(filter(None, (said.format(n=done.days), also, planned))))


def _practice(one: Practice, now: NowPlanned | None, room: Room) -> tuple[str, ...]:
    name = one_line(one.name.in_(current())) if one.name else room.text(one.id)
    level = str(now.level) if now else UNKNOWN
    return name, level, *map(str, (one.times, one.up, one.same, one.down))


def flares(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell when there were flares, how long they lasted and what went before."""
    return room.listing([_flare(flare, room) for flare in summary.flares])


def _flare(flare: Flare, room: Room) -> ListItem:
    lasted = ngettext("{n} day", "{n} days", flare.days).format(n=flare.days)
    before = "; ".join(_before(one, room) for one in flare.before) or _("nothing logged")
    return ListItem(f"{formats.brief_day(flare.first)} ({lasted}): {before}")


def _before(one: DayBefore, room: Room) -> str:
    done = []
    if one.walked == 0:
        done.append(choice_name("walked", value=False))
    elif one.walked is not None:
        done.append(_("walked {minutes}").format(minutes=formats.minutes(one.walked)))
    if one.sitting:
        done.append(choice_name("sit_longest", one.sitting))
    if one.woken is not None:
        done.append(choice_name("sleep_wakes", one.woken))
    done += [room.text(text) for text in one.events]
    if room is WHOLE:
        done += [room.text(e.in_(current()) if isinstance(e, Words) else e) for e in one.exercises]
    elif one.exercises:
        done.append(
            ngettext("{n} exercise", "{n} exercises", len(one.exercises)).format(n=len(one.exercises))
        )
    said = ", ".join(done) or _("checked in")
    return f"{formats.brief_day(one.day)}: {said}"


def advice(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what the program advised to talk over, and from when to when."""
    return room.listing([_advised(one, room) for one in summary.plan.advice])


def _advised(one: Advised, room: Room) -> ListItem:
    when = formats.some_days(one.days, one.first, one.last)
    return ListItem(room.long(f"{when}: {concern_in_short(one.concern)}"))


def programme(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell which programme was in force, and which numbers of the rules are not the usual ones."""
    in_force = [_in_force(one, room) for one in summary.followed]
    yield from room.listing(in_force)
    if summary.thresholds:
        changed = formats.list_of(
            [f"{limit_name(name)} = {value}" for name, value in summary.thresholds.items()]
        )
        yield Paragraph(_("Thresholds of the rules that were changed: {changed}.").format(changed=changed))


def _in_force(one: Followed, room: Room) -> ListItem:
    said, day = values_in_words(one.said, one.catalogue), formats.brief_day(one.said.day)
    if is_told(one.said):
        return ListItem(room.long(_("Programme in force since {day}: {said}").format(day=day, said=said)))
    told = _("Programme in force since {day} ({sha}): {said}")
    return ListItem(room.long(told.format(day=day, sha=one.said.sha[:8], said=said)))
