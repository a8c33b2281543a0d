"""The page's sections about what was done: walks, exercises, before a flare, and by which programme."""

from collections.abc import Iterable, Iterator

from ryggkompis.domain.catalogue.catalogue import Words
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.report.activity import DayBefore, Flare, Practice, WalkedWeek
from ryggkompis.report.page import UNKNOWN, Block, ListItem, Paragraph, Room, Table, one_line
from ryggkompis.report.summary import InForce, Summary
from ryggkompis.words.entries import choice_name
from ryggkompis.words.limits import limit_name


def walking(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell minutes a week and the longest walk."""
    walks = summary.walking
    if walks.longest is None:
        return
    rows = ((formats.numeric_day(w.monday), *_walked(w)) for w in walks.weeks[-2 * room.items :])
    yield Table((_("Week from"), _("Walks"), _("Minutes")), tuple(rows))
    if any(week.unread for week in walks.weeks):
        yield Paragraph(_("? stands where days of a week cannot be read."))
    told = _("Longest walk: {minutes}.").format(minutes=formats.minutes(walks.longest))
    if walks.further_down:
        told += " " + ngettext(
            "After {n} walk the pain went further down the leg and stayed.",
            "After {n} walks the pain went further down the leg and stayed.",
            walks.further_down,
        ).format(n=walks.further_down)
    yield Paragraph(told)


def _walked(week: WalkedWeek) -> tuple[str, str]:
    """Tell a week in figures; what stands there may be more where days could not be read."""
    if week.unread:
        return (f"{week.walks} + ?", f"{week.minutes} + ?") if week.walks else ("?", "?")
    return (str(week.walks), str(week.minutes)) if week.walks else (UNKNOWN, UNKNOWN)


def exercising(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell which exercises were done, and where the pain went; where it went down comes first."""
    done = summary.exercising
    if not done.practices:
        return
    told = sorted(done.practices, key=lambda p: (-p.down, -p.times))[: 2 * room.items]
    head = (_("Exercise"), _("Times"), _("Up"), _("Same"), _("Down"))
    yield Table(head, tuple(_practice(one, room) for one in told))
    said = ngettext("Exercises were logged on {n} day.", "Exercises were logged on {n} days.", done.days)
    more = len(done.practices) - len(told)
    also = ngettext("{n} more exercise.", "{n} more exercises.", more).format(n=more) if more else ""
    yield Paragraph(f"{said.format(n=done.days)} {also}".rstrip())


def _practice(one: Practice, room: Room) -> tuple[str, ...]:
    name = one_line(one.name.in_(current())) if one.name else room.text(one.id)
    return f"{name} ({room.text(one.id)})", *map(str, (one.times, one.up, one.same, one.down))


def flares(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell when there were flares, how long they lasted and what went before."""
    return room.listing([_flare(flare, room) for flare in summary.flares])


def _flare(flare: Flare, room: Room) -> ListItem:
    lasted = ngettext("{n} day", "{n} days", flare.days).format(n=flare.days)
    before = "; ".join(_before(one, room) for one in flare.before) or _("nothing logged")
    return ListItem(room.long(f"{formats.numeric_day(flare.first)} ({lasted}): {before}"))


def _before(one: DayBefore, room: Room) -> str:
    done = []
    if one.walked == 0:
        done.append(choice_name("walked", value=False))
    elif one.walked is not None:
        done.append(_("walked {minutes}").format(minutes=formats.minutes(one.walked)))
    done += [room.text(e.in_(current()) if isinstance(e, Words) else e) for e in one.exercises]
    if one.sitting:
        done.append(choice_name("sit_longest", one.sitting))
    done += [room.text(text) for text in one.events]
    said = ", ".join(done) or _("checked in")
    return f"{formats.numeric_day(one.day)}: {said}"


def programme(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell which programme was in force, and which numbers of the rules are not the usual ones."""
    in_force = [_in_force(one, room) for one in summary.programmes]
    yield from room.listing(in_force)
    if summary.thresholds:
        changed = formats.list_of(
            [f"{limit_name(name)} = {value}" for name, value in summary.thresholds.items()]
        )
        yield Paragraph(_("Thresholds of the rules that were changed: {changed}.").format(changed=changed))


def _in_force(one: InForce, room: Room) -> ListItem:
    told = _("Programme in force since {day}: {name} ({sha})")
    return ListItem(
        told.format(day=formats.numeric_day(one.since), name=room.text(one.name), sha=one.sha[:8])
    )
