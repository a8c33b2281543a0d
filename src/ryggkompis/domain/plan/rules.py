"""The decision table (clinical 4.4), read from top to bottom: the first rule that answers decides.

Before it (``before_table``) an entry test, a smaller plan and a therapist's ceiling take effect; after it
(``after_table``) the level becomes the day's loads, none of them higher than what is known allows.
Every threshold here is a careful convention of ours; no trial has tested them for herniation.
"""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan import flares, reasons
from ryggkompis.domain.plan.effects import eased, lowered, stopped
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.next_step import ceiling, is_walking_next, may_rise, towards_next_level
from ryggkompis.domain.plan.phases import one_back
from ryggkompis.domain.plan.repertoire import next_change
from ryggkompis.domain.plan.returning import may_climb
from ryggkompis.domain.plan.rule import Rule, Verdict
from ryggkompis.domain.plan.smaller import ASKED_EVERY, is_offered, is_too_little
from ryggkompis.domain.plan.standing import Standing
from ryggkompis.domain.plan.tapering import (
    SILENT_LOWERS,
    is_silence_chosen,
    lowered_by_silence,
    silence_allowed,
)

RULES_VERSION: Final = "3"
BAD_MORNINGS: Final = 3
HARD_DAYS: Final = 2
NEW_LOWS: Final = 2
EDGE_DAYS, EDGE_WITHIN = 2, 3


def must_be_checked(standing: Standing, facts: Facts) -> Verdict | None:
    """D0: an answer that needs a doctor first; the way back is in proportion to how long it took."""
    if facts.lock is None:
        return None
    return Verdict(reasons.MustBeChecked(facts.lock.flags), stopped(standing, facts, "locked"))


def needs_own_plan(standing: Standing, facts: Facts) -> Verdict | None:
    """D1: under 18, pregnant, operated, broken, or not told what it is: the plan comes from a therapist."""
    if not facts.exclusions:
        return None
    reason = reasons.NeedsOwnPlan(facts.exclusions, facts.allowed_from)
    return Verdict(reason, stopped(standing, facts, "excluded"))


def is_closed(standing: Standing, facts: Facts) -> Verdict | None:
    """END: the patient has closed the episode, and nothing is planned or asked."""
    episode = facts.episode
    if episode is None or episode.end is None or not facts.is_closed:
        return None
    return Verdict(reasons.Closed(), stopped(standing, facts, "closed"))


def no_check_in(standing: Standing, facts: Facts) -> Verdict | None:
    """D2: nothing is known, so nothing rises; one level down after 8 days, the entry test after 14."""
    if facts.check_in is not None:
        return None
    # What is known of yesterday counts, whatever is not known of today.
    if facts.flare_said:
        standing = flares.in_flare(standing, facts)
    elif facts.yesterday == Activity.RED:
        standing = eased(standing, facts)
    silent = facts.silent - silence_allowed(standing, facts)
    standing = lowered_by_silence(standing, facts, silent)
    if silent >= SILENT_LOWERS:
        return Verdict(reasons.BackAfterSilence(facts.silent, standing.level), standing)
    return Verdict(reasons.NoCheckIn(facts.silent, is_silence_chosen(standing, facts)), standing)


def more_numbness(standing: Standing, facts: Facts) -> Verdict | None:
    """D3: more numbness: the whole list and the flare plan; the second morning a doctor, the third holds."""
    if facts.check_in is None or facts.check_in.numb != "more":
        return None
    return Verdict(reasons.MoreNumbness(facts.gate.numb_mornings), flares.in_flare(standing, facts))


def flare(standing: Standing, facts: Facts) -> Verdict | None:
    """D4: the patient's word, pain two sites down, or two worse mornings in a row; until it is over."""
    lasts = standing.flare_since is not None and not flares.is_over(standing, facts)
    if not (lasts or flares.begins(standing, facts)):
        return None
    standing = flares.in_flare(standing, facts)
    reason = reasons.InFlare(flares.day_of(standing, facts.day), facts.worse, facts.flare_said)
    return Verdict(reason, standing)


def several_bad_mornings(standing: Standing, facts: Facts) -> Verdict | None:
    """D7b: three worse mornings in a week, or pain that reaches ever further, lower the level for good."""
    bad = facts.worse_since(standing.worse_from) if facts.state.is_worse else 0
    is_bad = bad >= BAD_MORNINGS
    is_low = facts.new_lows[-1:] == (facts.day,) and len(facts.new_lows) >= NEW_LOWS
    if not (is_bad or is_low) or standing.flare_since is not None:
        return None
    standing = lowered(standing, facts)
    if is_low:
        return Verdict(reasons.ReachesFurther(standing.level), standing)
    return Verdict(reasons.SeveralBadMornings(bad, standing.level), standing)


def worse_morning(standing: Standing, facts: Facts) -> Verdict | None:
    """D7: a worse morning eases today and tomorrow, then back to the same level; nothing new."""
    if not facts.state.is_worse:
        return None
    return Verdict(reasons.WorseMorning(facts.worse), eased(standing, facts))


def two_hard_days(standing: Standing, facts: Facts) -> Verdict | None:
    """D8b: two red days in a week lower the level for good."""
    if facts.yesterday != Activity.RED or standing.flare_since is not None:
        return None
    hard = facts.red_since(standing.hard_from)
    if hard < HARD_DAYS:
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
    """D11: after a flare back at once or in part, as it lasted; then a level for every two good days."""
    if standing.is_held(facts.day):
        return None
    if flares.is_over(standing, facts):
        level = min(flares.level_after(standing), ceiling(facts))
        is_long = flares.bad_days(standing) > flares.LONG
        before = standing.level_before
        back = flares.ended(standing, facts, level)
        return Verdict(reasons.BackInSteps(level, before), one_back(back, facts) if is_long else back)
    if not may_climb(standing, facts):
        return None
    level, aim = standing.level + 1, standing.before_flare or 0
    still = aim if level < aim - 1 else None
    risen = replace(standing, level=level, level_since=facts.day, before_flare=still, climbed_on=facts.day)
    return Verdict(reasons.BackInSteps(level, aim), risen)


def less_than_planned(standing: Standing, facts: Facts) -> Verdict | None:
    """D12: less than 70 % of the planned walking: hold, ask why once a week, and offer a smaller plan."""
    share = facts.adherence.done
    if share is None or not is_too_little(facts):
        return None
    asked = standing.asked_why_on
    is_due = asked is None or (facts.day - asked).days >= ASKED_EVERY
    # Beneath an answer about not wanting to live nothing is asked about walking.
    asks = is_due and facts.check_in is not None and not facts.gate.is_crisis
    reason = reasons.LessThanPlanned(share, asks, is_offered(standing, facts), facts.less_because)
    return Verdict(reason, replace(standing, asked_why_on=facts.day) if asks else standing)


def more_than_planned(standing: Standing, facts: Facts) -> Verdict | None:
    """D13: more than 130 %, and not steadily or not well: hold. Steady and tolerated, it counts."""
    share = facts.adherence.walked_share
    if share is None or share <= facts.limits.too_much:
        return None
    is_hard = facts.count(Activity.YELLOW) + facts.count(Activity.RED) > 0
    if not (is_hard or facts.adherence.is_uneven or facts.worst_of_week.is_worse):
        return None
    return Verdict(reasons.MoreThanPlanned(share), standing)


def good_week(standing: Standing, facts: Facts) -> Verdict | None:
    """D14: a good week at the level: walking goes up one level."""
    conditions = towards_next_level(standing, facts) if may_rise(standing, facts) else ()
    if not conditions or not all(condition.is_met for condition in conditions):
        return None
    level, share = standing.level + 1, facts.adherence.walked_share or 0
    risen = replace(standing, level=level, level_since=facts.day, raised_on=facts.day)
    return Verdict(reasons.GoodWeek(facts.walked_week, level, share > facts.limits.too_much), risen)


def one_change(standing: Standing, facts: Facts) -> Verdict | None:
    """D15: one exercise that has gone well goes up a level, or one new exercise comes in."""
    may = may_rise(standing, facts) and not is_walking_next(standing, facts)
    change = next_change(standing, facts) if may else None
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
    Rule("END", is_closed),
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
