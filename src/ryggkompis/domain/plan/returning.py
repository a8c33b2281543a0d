"""The ways back: after a lock or an exclusion (clinical 2.3), and level by level after a flare (rule D11)."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.effects import exercises_down
from ryggkompis.domain.plan.facts.adherence import FORTNIGHT
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.ladder import down_from, entry_level
from ryggkompis.domain.plan.next_step import ceiling, is_back_today, is_leg_steady, is_site_steady, is_uneased
from ryggkompis.domain.plan.reachable import after_operation, entry_test
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.plan.standing import Standing

SHORT_STOP: Final = 3
"""Days of a lock that cost one level."""
LONG_STOP: Final = 14
"""Days up to which it costs three; after more the entry test is done again."""
STEPS_AFTER_LONG: Final = 3
MOST_AFTER: Final = 2
"""The highest level after a longer lock, and after an operation."""
GOOD_DAYS: Final = 2
"""Known good days, and days at least, that each level needs."""
DONE: Final = 60
"""Per cent of the shown minutes that must have been walked meanwhile, where they are known."""


def held_before(history: History, flags: RedFlags, start: date) -> Standing:
    """Begin with a lock that was open already: the way back is in proportion to how long it held."""
    if history.first is None or history.first >= start:
        return Standing()
    lock = gate_on(start - timedelta(days=1), history, flags).lock
    return Standing() if lock is None else Standing(mode="locked", stopped_on=lock.since)


def returned(standing: Standing, facts: Facts) -> Standing:
    """Come back from what stopped the plan; rests, a flare and the level before it are kept."""
    days = (facts.day - (standing.stopped_on or facts.day)).days
    # A lock that came meanwhile takes nothing of how carefully one comes back from an operation.
    was_excluded = standing.mode == "excluded" or standing.was_operated
    level = standing.stood_at
    if was_excluded:
        tested = _tested(facts, most=MOST_AFTER if standing.was_operated else None)
        # What was told of too late to have stopped anything raises nothing either.
        level = tested if days else min(level, tested)
    elif days <= SHORT_STOP:
        level = down_from(level)
    elif days <= LONG_STOP:
        level = down_from(level, STEPS_AFTER_LONG)
    else:
        level = min(level, _tested(facts, most=MOST_AFTER))
    is_short = days <= SHORT_STOP and not was_excluded
    back = exercises_down(standing, facts, to_first=not is_short)
    back = replace(back, returned_on=facts.day)
    return _standing_at(back, facts, level, is_tested=was_excluded or days > LONG_STOP)


def restarted(standing: Standing, facts: Facts) -> Standing:
    """Begin again after a long silence: the entry test, at most as before, and first exercises."""
    tested = after_operation(entry_level(facts.profile, None), facts)
    level = min(standing.stood_at, tested)
    back = exercises_down(standing, facts, to_first=True)
    return _standing_at(back, facts, level, is_tested=False)


def _tested(facts: Facts, most: int | None) -> int:
    level = entry_test(facts)
    return level if most is None else min(level, most)


def _standing_at(standing: Standing, facts: Facts, level: int, *, is_tested: bool) -> Standing:
    in_flare = standing.flare_since is not None
    before = min(standing.level_before, level) if in_flare else standing.level_before
    aim = standing.before_flare
    standing = replace(
        standing,
        mode="flare" if in_flare else "plan",
        level=min(standing.level, level) if in_flare else level,
        level_since=facts.day,
        level_before=before,
        level_before_since=facts.day,
        before_flare=None if aim is None else min(aim, level) if in_flare else None,
        stopped_on=None,
        was_operated=False,
    )
    if not is_tested:
        return standing
    profile = facts.profile
    tested = (profile.walk_tolerance, profile.walks_now) if profile else standing.tested
    return replace(standing, placed_on=facts.day, placed_level=level, tested=tested, smaller_since=None)


def may_climb(standing: Standing, facts: Facts) -> bool:
    """Tell whether walking goes up one level on the way back; a relapse that stays is not climbed over."""
    aim, since = standing.before_flare, standing.climbed_on
    if aim is None or since is None or standing.flare_since is not None or standing.level >= aim - 1:
        return False
    days = min((facts.day - since).days, FORTNIGHT)
    return (
        facts.is_free
        and facts.relief is None
        and days >= GOOD_DAYS
        and facts.count(Activity.GREEN, days) >= GOOD_DAYS
        and is_uneased(standing, facts)
        and is_leg_steady(facts)
        and is_site_steady(facts)
        and not is_back_today(standing, facts)
        and facts.adherence.is_done(days, DONE)
        and standing.level < ceiling(facts)
    )
