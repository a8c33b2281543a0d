"""The page's sections about what was done: walks, exercises, and the days before a flare."""

from collections.abc import Iterable, Iterator

from ryggkompis.domain.catalogue.catalogue import Words
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.report.activity import DayBefore, Flare, Practice
from ryggkompis.report.page import UNKNOWN, Block, ListItem, Paragraph, Room, Table, one_line
from ryggkompis.report.summary import Summary
from ryggkompis.words.entries import choice_name


def walking(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell minutes a week and the longest walk."""
    walks = summary.walking
    if walks.longest is None:
        return
    rows = (
        (formats.numeric_day(w.monday), *((str(w.walks), str(w.minutes)) if w.walks else (UNKNOWN,) * 2))
        for w in walks.weeks[-2 * room.items :]
    )
    yield Table((_("Week from"), _("Walks"), _("Minutes")), tuple(rows))
    told = _("Longest walk: {minutes}.").format(minutes=formats.minutes(walks.longest))
    if walks.further_down:
        told += " " + ngettext(
            "After {n} walk the pain went further down the leg and stayed.",
            "After {n} walks the pain went further down the leg and stayed.",
            walks.further_down,
        ).format(n=walks.further_down)
    yield Paragraph(told)


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
