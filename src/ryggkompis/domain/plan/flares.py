"""When a flare begins, how long it lasts and where it leads (clinical 4.3, rules D4 and D11)."""

from datetime import date
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import BOTTOM, FLOOR, day_minutes, highest
from ryggkompis.domain.plan.standing import REMEMBERED, Standing

WORSE_STARTS: Final = 2
"""Worse known mornings in a row that begin a flare."""
FLARE_LEG: Final = 4
"""Leg pain (NRS) of the day that they need, where it is known."""
STEPS_START: Final = 2
"""Sites further down than all week that begin one by themselves."""
CALM_ENDS: Final = 2
"""Calm known mornings in a row that end a flare, and days that it lasts at least."""
CALM_ENDS_AFTER: Final = 7
"""Days since the last bad one after which the first calm morning ends it."""
YARDSTICK_DAYS: Final = 14
"""Days for which the usual leg from before the flare stays the yardstick."""
YARDSTICK_RISE, YARDSTICK_LEG = 2, 4
WALKED_IN_FLARE: Final = 0.6
"""Share of the minutes before the flare that is walked in it."""
SHORT: Final = 2
"""Days up to which a flare leads back to the level before it at once."""
LONG: Final = 7
"""Days up to which it leads back to three quarters of it; a longer one to 60 %."""
BACK_AFTER_SOME, BACK_AFTER_LONG = 0.75, 0.6


def is_above_yardstick(standing: Standing, facts: Facts) -> bool:
    """Tell whether the leg is still well above what was usual before the flare: then nothing is over."""
    if standing.flare_since is None or standing.yardstick is None or facts.leg is None:
        return False
    is_new = (facts.day - standing.flare_since).days < YARDSTICK_DAYS
    return is_new and facts.leg >= max(standing.yardstick + YARDSTICK_RISE, YARDSTICK_LEG)


def counted(standing: Standing, facts: Facts) -> Standing:
    """Count calm and worse known mornings in a row; a silent one neither ends nor prolongs anything."""
    if facts.state.is_worse or facts.flare_said:
        bad = facts.flare_word if facts.flare_word and not facts.state.is_worse else facts.day
        is_row = standing.worse_mornings or standing.flare_since
        standing = replace(
            standing,
            calm_mornings=0,
            worse_mornings=min(standing.worse_mornings + facts.state.is_worse, WORSE_STARTS),
            first_bad=standing.first_bad if is_row and standing.first_bad else bad,
            last_bad=max(bad, standing.last_bad or bad),
        )
    elif is_above_yardstick(standing, facts):
        standing = replace(standing, calm_mornings=0, worse_mornings=0)
    elif facts.state.is_calm:
        standing = replace(
            standing, calm_mornings=min(standing.calm_mornings + 1, CALM_ENDS), worse_mornings=0
        )
    return standing


def begins(standing: Standing, facts: Facts) -> bool:
    """Tell whether today begins a flare, or goes on with one by itself."""
    in_a_row = standing.worse_mornings >= WORSE_STARTS and facts.state.is_worse
    return (
        facts.flare_said
        or facts.judged.steps_down >= STEPS_START
        or (in_a_row and (facts.leg is None or facts.leg >= FLARE_LEG))
    )


def is_over(standing: Standing, facts: Facts) -> bool:
    """Tell whether a flare ends this morning."""
    if standing.flare_since is None or not facts.is_free or standing.calm_mornings == 0:
        return False
    last_bad = standing.last_bad or standing.flare_since
    is_long_ago = (facts.day - last_bad).days >= CALM_ENDS_AFTER
    lasted = (facts.day - standing.flare_since).days
    return is_long_ago or (standing.calm_mornings >= CALM_ENDS and lasted >= CALM_ENDS)


def in_flare(standing: Standing, facts: Facts) -> Standing:
    """Enter the flare plan, or stay in it, and remember what was before."""
    if standing.flare_since is None:
        standing = replace(
            standing,
            flare_since=facts.day,
            first_bad=standing.first_bad or facts.day,
            last_bad=standing.last_bad or facts.day,
            yardstick=facts.judged.usual.leg,
            flares=(*standing.flares, facts.day)[-REMEMBERED:],
            level_before=standing.level,
            level_before_since=standing.level_since,
            level_since=facts.day,
            eased_until=None,
            held_until=None,
        )
    most = min(standing.level, standing.rung, _walked_in(standing, facts))
    return replace(standing, mode="flare", level=most)


def _walked_in(standing: Standing, facts: Facts) -> int:
    floor = min(standing.level_before, FLOOR)
    numb = facts.check_in.numb if facts.check_in else None
    if numb == "more" or facts.judged.steps_down >= STEPS_START:
        return floor
    return share_of(standing.level_before, WALKED_IN_FLARE)


def share_of(level: int, share: float) -> int:
    """Find the highest level of at most ``share`` of the minutes of ``level``; level 0 is always allowed."""
    return max(highest(share * day_minutes(level)), min(level, FLOOR))


def bad_days(standing: Standing) -> int:
    """Count the days from the first bad one of the flare to the last, both of them too."""
    first, last = standing.first_bad, standing.last_bad
    return (last - first).days + 1 if first and last else 1


def level_after(standing: Standing) -> int:
    """Find where walking goes on after the flare."""
    lasted, before = bad_days(standing), standing.level_before
    if lasted <= SHORT:
        return before
    return share_of(before, BACK_AFTER_SOME if lasted <= LONG else BACK_AFTER_LONG)


def ended(standing: Standing, facts: Facts, level: int) -> Standing:
    """Leave the flare for ``level``; after a short one the days at the level go on counting."""
    before, aim, is_short = standing.level_before, standing.before_flare, bad_days(standing) <= SHORT
    if not is_short:
        # One on the way back from another costs one level of the aim, not all.
        aim = max(before, BOTTOM if aim is None else aim - 1)
    is_same = level == before
    return replace(
        standing,
        mode="plan",
        level=level,
        level_since=standing.level_before_since if is_same else facts.day,
        flare_since=None,
        flare_ended=facts.day,
        # A short flare costs nothing, so the mornings that began it count on (rule D7b).
        flare_cost_on=standing.flare_cost_on if is_short else facts.day,
        first_bad=None,
        yardstick=None,
        calm_mornings=0,
        before_flare=aim if aim is not None and level < aim - 1 else None,
        climbed_on=facts.day,
    )


def day_of(standing: Standing, day: date) -> int:
    """Tell which day of the flare ``day`` is, from 1."""
    return (day - (standing.flare_since or day)).days + 1
