"""The page's sections about what was done: walks, exercises, and the days before a flare."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.i18n import _, formats, ngettext
from ryggkompis.i18n.entry_words import choice_name
from ryggkompis.report.activity import DayBefore, Flare
from ryggkompis.report.facts import Facts
from ryggkompis.report.marking import day, listing, name_of, safe, table

WEEKS: Final = 8
"""The newest weeks that the page shows."""


def walking(facts: Facts) -> Iterator[str]:
    """Tell minutes a week and the longest walk."""
    walks = facts.walking
    if walks.longest is None:
        return
    yield "## " + _("Walking")
    yield table(
        (_("Week from"), _("Walks"), _("Minutes")),
        (
            [day(w.monday), str(w.walks), str(w.minutes)] if w.walks else [day(w.monday), "–", "–"]
            for w in walks.weeks[-WEEKS:]
        ),
    )
    told = _("Longest walk: {minutes}.").format(minutes=formats.minutes(walks.longest))
    if walks.further_down:
        told += " " + ngettext(
            "After {n} walk the pain went further down the leg and stayed.",
            "After {n} walks the pain went further down the leg and stayed.",
            walks.further_down,
        ).format(n=walks.further_down)
    yield told


def exercising(facts: Facts) -> Iterator[str]:
    """Tell which exercises were done, and where the pain went."""
    done = facts.exercising
    if not done.practices:
        return
    yield "## " + _("Exercises")
    yield table(
        (_("Exercise"), _("Times"), _("Pain drew up"), _("Unchanged"), _("Further down")),
        (
            [f"{name_of(p.name, p.id)} ({safe(p.id)})", *map(str, (p.times, p.up, p.same, p.down))]
            for p in done.practices
        ),
    )
    yield ngettext(
        "Exercises were logged on {n} day.", "Exercises were logged on {n} days.", done.days
    ).format(n=done.days)


def flares(facts: Facts) -> Iterator[str]:
    """Tell when there were flares, how long they lasted and what went before."""
    if facts.flares:
        yield "## " + _("Flare-ups, and what was logged on the two days before")
        yield from listing([_flare(flare) for flare in facts.flares])


def _flare(flare: Flare) -> str:
    lasted = ngettext("{n} day", "{n} days", flare.days).format(n=flare.days)
    before = "; ".join(_before(one) for one in flare.before) or _("nothing logged")
    return f"{day(flare.first)} ({lasted}): {before}"


def _before(one: DayBefore) -> str:
    done = []
    if one.walked is not None:
        done.append(_("walked {minutes}").format(minutes=formats.minutes(one.walked)))
    done += [name_of(None, e) if isinstance(e, str) else name_of(e, "") for e in one.exercises]
    if one.sitting:
        done.append(choice_name("sit_longest", one.sitting))
    done += [safe(text) for text in one.events]
    said = ", ".join(done) or _("checked in")
    return f"{day(one.day)}: {said}"
