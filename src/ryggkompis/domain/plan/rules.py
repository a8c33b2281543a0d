"""The decision table (clinical 4.4), read from top to bottom: the first rule that answers decides.

Every threshold here is a careful convention of ours; no trial has tested them for herniation.
"""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.effects import eased, from_the_start, in_flare, lowered, restarted
from ryggkompis.domain.plan.facts import Facts, allowed_level, as_planned, share_of_plan
from ryggkompis.domain.plan.ladder import entry_level, return_level
from ryggkompis.domain.plan.next_step import ceiling, may_rise, towards_next_level
from ryggkompis.domain.plan.repertoire import next_change
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.rule import Rule, Verdict
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import silence_that_lowers

RULES_VERSION: Final = "2"
SILENT_RESTARTS: Final = 14
CALM_ENDS_FLARE: Final = 2
WORSE_STARTS_FLARE: Final = 2
BAD_MORNINGS: Final = 3
HARD_DAYS: Final = 2
EDGE_DAYS, EDGE_WITHIN = 2, 3
CLIMBS_EVERY: Final = 2


def must_be_checked(standing: Standing, facts: Facts) -> Verdict | None:
    """D0: an answer that needs a doctor first; afterwards everything starts again at level 0."""
    if facts.lock is None:
        return None
    return Verdict(reasons.MustBeChecked(facts.lock.flags), from_the_start(standing, facts))


def needs_own_plan(_: Standing, facts: Facts) -> Verdict | None:
    """D1: under 18, pregnant, operated, broken, or not told what it is: the plan comes from a therapist."""
    if facts.profile is None or not facts.profile.exclusions:
        return None
    return Verdict(reasons.NeedsOwnPlan(facts.profile.exclusions), Standing(mode="excluded"))


def no_check_in(standing: Standing, facts: Facts) -> Verdict | None:
    """D2: nothing is known, so nothing rises; one level down after 3 days (or 8), the entry test after 14."""
    if facts.check_in is not None:
        return None
    # What is known of yesterday counts, whatever is not known of today.
    if facts.flare_said:
        standing = in_flare(standing, facts)
    elif facts.yesterday == Activity.RED:
        standing = eased(standing, facts)
    limit = silence_that_lowers(standing)
    if facts.silent == limit:
        standing = lowered(standing, facts)
    if facts.silent == SILENT_RESTARTS:
        level = min(standing.level, entry_level(facts.profile, None))
        standing = restarted(standing, facts, level)
    if facts.silent >= limit:
        return Verdict(reasons.BackAfterSilence(facts.silent, standing.level), standing)
    return Verdict(reasons.NoCheckIn(facts.silent), standing)


def more_numbness(standing: Standing, facts: Facts) -> Verdict | None:
    """D3: more numbness is watched, with the whole list asked and the flare plan meanwhile."""
    if facts.check_in is None or facts.check_in.numb != "more":
        return None
    return Verdict(reasons.MoreNumbness(), in_flare(standing, facts))


def _is_flare_over(standing: Standing, facts: Facts) -> bool:
    return (
        standing.flare_since is not None
        and standing.calm_mornings >= CALM_ENDS_FLARE
        and (facts.day - standing.flare_since).days >= CALM_ENDS_FLARE
        and facts.is_free
    )


def flare(standing: Standing, facts: Facts) -> Verdict | None:
    """D4: the patient's word, a much worse morning, or two worse ones; until two calm mornings in a row."""
    lasts = standing.flare_since is not None and not _is_flare_over(standing, facts)
    starts = facts.flare_said or facts.is_much_worse or standing.worse_mornings >= WORSE_STARTS_FLARE
    if not (lasts or starts):
        return None
    standing = in_flare(standing, facts)
    since = standing.flare_since or facts.day
    leg = facts.check_in.leg if facts.check_in else None
    reason = reasons.InFlare((facts.day - since).days + 1, leg, facts.judged.usual.leg, facts.flare_said)
    return Verdict(reason, standing)


def several_bad_mornings(standing: Standing, facts: Facts) -> Verdict | None:
    """D7b: three worse mornings in a week lower the level for good."""
    bad = facts.worse_since(standing.lowered_on)
    if not facts.state.is_worse or bad < BAD_MORNINGS:
        return None
    standing = lowered(standing, facts)
    return Verdict(reasons.SeveralBadMornings(bad, standing.level), standing)


def worse_morning(standing: Standing, facts: Facts) -> Verdict | None:
    """D7: a worse morning eases today and tomorrow, then back to the same level; nothing new."""
    if not facts.state.is_worse or facts.check_in is None:
        return None
    check_in, usual = facts.check_in, facts.judged.usual.leg
    reason = reasons.WorseMorning(check_in.leg, usual, check_in.morning == "worse")
    return Verdict(reason, eased(standing, facts))


def two_hard_days(standing: Standing, facts: Facts) -> Verdict | None:
    """D8b: two red days in a week lower the level for good."""
    hard = facts.red_since(standing.lowered_on)
    if facts.yesterday != Activity.RED or hard < HARD_DAYS:
        return None
    standing = lowered(standing, facts)
    return Verdict(reasons.TwoHardDays(hard, standing.level), standing)


def too_much_yesterday(standing: Standing, facts: Facts) -> Verdict | None:
    """D8: yesterday was red, so today and tomorrow are eased."""
    if facts.yesterday != Activity.RED:
        return None
    return Verdict(reasons.TooMuchYesterday(), eased(standing, facts))


def on_the_edge_again(standing: Standing, facts: Facts) -> Verdict | None:
    """D10: two yellow days within three hold everything for three days."""
    if facts.yesterday != Activity.YELLOW or facts.count(Activity.YELLOW, EDGE_WITHIN) < EDGE_DAYS:
        return None
    until = facts.day + timedelta(days=EDGE_WITHIN - 1)
    return Verdict(reasons.OnTheEdgeAgain(until), replace(standing, held_until=until))


def on_the_edge(standing: Standing, facts: Facts) -> Verdict | None:
    """D9: yesterday was yellow, so everything is held."""
    if facts.yesterday != Activity.YELLOW:
        return None
    return Verdict(reasons.OnTheEdge(), standing)


def back_in_steps(standing: Standing, facts: Facts) -> Verdict | None:
    """D11: after a flare at most 60 % of the minutes before it, then a level for every two green days."""
    before = standing.before_flare
    if before is None or not facts.is_free or standing.is_held(facts.day):
        return None
    if standing.flare_since is not None:
        level = min(return_level(before), allowed_level(facts, standing), ceiling(facts))
    elif _may_climb(standing, facts, before):
        level = standing.level + 1
    else:
        return None
    risen = replace(standing, mode="plan", flare_since=None, level=level, level_since=facts.day)
    still = before if level < before - 1 else None
    return Verdict(
        reasons.BackInSteps(level, before), replace(risen, before_flare=still, climbed_on=facts.day)
    )


def _may_climb(standing: Standing, facts: Facts, before: int) -> bool:
    return (
        standing.level < before - 1
        and standing.climbed_on is not None
        and (facts.day - standing.climbed_on).days >= CLIMBS_EVERY
        and facts.count(Activity.GREEN, CLIMBS_EVERY) == CLIMBS_EVERY
        and not standing.is_eased(facts.day)
        and standing.level < min(allowed_level(facts, standing), ceiling(facts))
    )


def less_than_planned(standing: Standing, facts: Facts) -> Verdict | None:
    """D12: less than 60 % of the planned walking was done: hold, and ask whether the plan fits."""
    share = share_of_plan(as_planned(facts, standing), facts, standing)
    if share is None or share >= facts.limits.too_little:
        return None
    return Verdict(reasons.LessThanPlanned(share), standing)


def more_than_planned(standing: Standing, facts: Facts) -> Verdict | None:
    """D13: more than 130 % was done: hold, and do not raise to match."""
    share = share_of_plan(facts.minutes, facts, standing)
    if share is None or share <= facts.limits.too_much:
        return None
    return Verdict(reasons.MoreThanPlanned(share), standing)


def good_week(standing: Standing, facts: Facts) -> Verdict | None:
    """D14: a good week at the level, walked as planned: walking goes up one level."""
    conditions = towards_next_level(standing, facts) if may_rise(standing, facts) else ()
    if not conditions or not all(condition.is_met for condition in conditions):
        return None
    level = standing.level + 1
    risen = replace(standing, level=level, level_since=facts.day, raised_on=facts.day)
    return Verdict(reasons.GoodWeek(facts.walked_week, level), risen)


def one_change(standing: Standing, facts: Facts) -> Verdict | None:
    """D15: one exercise that has gone well goes up a level, or one new exercise comes in."""
    change = next_change(standing, facts) if may_rise(standing, facts) else None
    if change is None:
        return None
    level = change.level if isinstance(change, reasons.ExerciseUp) else 1
    risen = replace(
        standing,
        doses={**standing.doses, change.exercise: level},
        dosed_on={**standing.dosed_on, change.exercise: facts.day},
        raised_on=facts.day,
    )
    return Verdict(change, risen)


def hold(standing: Standing, facts: Facts) -> Verdict | None:
    """D17: otherwise everything stays as it is."""
    if standing.eased_until is not None and standing.is_eased(facts.day):
        return Verdict(reasons.StillEased(standing.eased_until), standing)
    return Verdict(reasons.Steady(facts.count(Activity.GREEN), standing.days_at_level(facts.day)), standing)


RULES: Final[tuple[Rule, ...]] = (
    Rule("D0", must_be_checked, "safety"),
    Rule("D1", needs_own_plan, "safety"),
    Rule("D2", no_check_in),
    Rule("D3", more_numbness, "safety"),
    Rule("D4", flare, "flares"),
    Rule("D7b", several_bad_mornings),
    Rule("D7", worse_morning),
    Rule("D8b", two_hard_days, "pain_monitoring"),
    Rule("D8", too_much_yesterday, "pain_monitoring"),
    Rule("D10", on_the_edge_again, "pain_monitoring"),
    Rule("D9", on_the_edge, "pain_monitoring"),
    Rule("D11", back_in_steps, "stay_active"),
    Rule("D12", less_than_planned),
    Rule("D13", more_than_planned),
    Rule("D14", good_week, "growth"),
    Rule("D15", one_change),
    Rule("D17", hold),
)
"""The table, strongest first. D5 is an addition to D4, and P1 comes before the table."""


def decide(standing: Standing, facts: Facts) -> tuple[str, Verdict]:
    """Find the first rule that answers; the last one always does."""
    for rule in RULES:
        verdict = rule.decide(standing, facts)
        if verdict is not None:
            return rule.id, verdict
    raise AssertionError  # unreachable: D17 answers every morning
