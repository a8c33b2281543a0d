"""Where the pain reaches, as a reviewer is told of it: today, when it was last asked, and some weeks ago."""

from collections.abc import Iterator

from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.known_mornings import NEW_LOW_DAYS
from ryggkompis.words.entry_names import choice_name
from tools.review.told import ToldDay
from tools.review.words import say


def reached(days: tuple[ToldDay, ...], facts: Facts) -> Iterator[str]:
    """Tell what is known of it."""
    yield from _today(days[-1], facts.judged.usual.reach)
    yield from _last(days)
    yield from _before(days, facts)


def _today(told: ToldDay, before: Site | None) -> Iterator[str]:
    """Tell where the pain reaches; a leg without pain reaches nowhere, unless that is what has changed."""
    if told.site is None:
        return
    site = choice_name("site", told.site)
    is_as_before = before is None or SITES.index(before) == SITES.index(told.site)
    if told.site == "none":
        yield say("fact_site_none")
    elif not is_as_before:
        name = "fact_site_before" if told.leg else "fact_site_still"
        yield say(name, site=site, before=choice_name("site", before or told.site))
    elif told.leg != 0:
        yield say("fact_site", site=site)


def _last(days: tuple[ToldDay, ...]) -> Iterator[str]:
    """Tell where the pain reached when that was last asked."""
    if days[-1].site is None:
        for ago, day in enumerate(reversed(days)):
            if day.site is not None:
                site = choice_name("site", day.site)
                name = "fact_site_yesterday" if ago == 1 else "fact_site_last"
                yield say(name, n=ago, site=site)
                return


def _before(days: tuple[ToldDay, ...], facts: Facts) -> Iterator[str]:
    """Tell where the pain reached before it came further down for good, which the weeks' picture lacks."""
    for low in facts.new_lows[:1]:
        before = (len(days) - 1) - (facts.day - low).days
        known = [
            (SITES.index(day.site), len(days) - 1 - n)
            for n, day in enumerate(days[:before])
            if day.site is not None and before - n <= NEW_LOW_DAYS
        ]
        if known:
            reach, ago = min(known)
            yield say("fact_site_weeks", n=ago, site=choice_name("site", SITES[reach]))
