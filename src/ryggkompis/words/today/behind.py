"""All that lies behind the plan: what was looked at, what the next step needs, what the rules rest on."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.content.reviewed import reviewers
from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.inputs import Inputs
from ryggkompis.domain.plan.next_step import Condition, Wanted
from ryggkompis.domain.plan.rule import SOURCES, Ground
from ryggkompis.domain.plan.rules import RULES
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.about import reviewed_in_words
from ryggkompis.words.doses import level_in_words, when_to_stop
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.lines import Line
from ryggkompis.words.programme import in_use, mark_of
from ryggkompis.words.today.why import advice, reasons

MORNINGS: Final[Mapping[Morning, str]] = {
    Morning.UNKNOWN: N_("This morning: not known."),
    Morning.BETTER: N_("This morning: better than usual."),
    Morning.SAME: N_("This morning: as usual."),
    Morning.WORSE: N_("This morning: worse than usual."),
    Morning.MUCH_WORSE: N_("This morning: much worse than usual."),
}
ACTIVITIES: Final[Mapping[Activity, str]] = {
    Activity.UNKNOWN: N_("Yesterday: how the leg took it is not known."),
    Activity.GREEN: N_("Yesterday: the leg took it well."),
    Activity.YELLOW: N_("Yesterday: on the edge for the leg."),
    Activity.RED: N_("Yesterday: too much for the leg."),
}
WANTED: Final[Mapping[Wanted, str]] = {
    "all_known": N_(
        "a check-in with the safety question, and a morning as usual or better, "
        "yesterday's too where it is known"
    ),
    "no_ease": N_("the flare-up and the easier days are over"),
    "rested": N_("{need} days since the last step up"),
    "days_at_level": N_("{need} days at this level, so far {have}"),
    "green_days": N_("{need} good days of those that are known lately, so far {have}"),
    "no_red": N_("seven days in a row without too much; days with too much: {have}"),
    "calm": N_("{need} days in a row without a worse morning"),
    "leg_steady": N_("the leg about as good as it was in the last month, and below 6"),
    "site_steady": N_("some weeks in which the pain keeps to where it used to be in the leg"),
    "minutes": N_("{need} % of the planned minutes on the days that are known, so far {have} %"),
    "within_reach": N_("a week of walking that comes near it: {need} minutes a day"),
    "own_choice": N_("that the smaller plan you chose is over, or that you walk more already"),
    "ceiling": N_("a higher limit from your therapist: {walks} now"),
}
TOO_LITTLE_KNOWN: Final[Mapping[Wanted, str]] = {
    "green_days": N_("three days of the week that are known to have gone well or not"),
    "minutes": N_("walks noted on three days of the week at least"),
}
"""The same, while there is too little to count."""
QUIET_WHEN_MET: Final = frozenset({"ceiling", "own_choice", "within_reach", "site_steady"})
"""What is only worth a word while it stands in the way."""
GROUNDS: Final[Mapping[Ground, str]] = {
    "convention": N_("a careful convention of ours; no study has tested it"),
    "safety": N_("usual care: what must be looked at first"),
    "pain_monitoring": N_("the pain-monitoring model, made for tendons; the limits are ours"),
    "flares": N_("research on flare-ups; the limits are ours"),
    "growth": N_("research on how fast to increase; the limits are ours"),
    "stay_active": N_("research on staying active; the steps are ours"),
}


def _pain(now: int | None, usual: float | None, known: str, alone: str) -> str:
    if now is None:
        return ""
    if usual is None:
        return alone.format(now=now)
    return known.format(now=now, usual=formats.number(usual))


def seen_in_words(seen: Inputs) -> Iterator[str]:
    """Say what the decision looked at; what is not known is left out or said to be so."""
    yield _(MORNINGS[seen.state])
    leg = _pain(seen.leg, seen.usual_leg, _("Leg {now}, usually {usual}."), _("Leg {now}."))
    back = _pain(seen.back, seen.usual_back, _("Back {now}, usually {usual}."), _("Back {now}."))
    yield from filter(None, (leg, back))
    yield _(ACTIVITIES[seen.yesterday])
    yield ngettext(
        "{n} good day of the last seven.", "{n} good days of the last seven.", seen.green_days
    ).format(n=seen.green_days)
    if seen.planned is not None:
        yield _("{walked} of {planned} planned minutes walked in the last seven days.").format(
            walked=seen.walked, planned=seen.planned
        )


def next_step_in_words(conditions: tuple[Condition, ...]) -> Iterator[tuple[bool, str]]:
    """Say what the next walking level needs, each with whether it is there."""
    for condition in conditions:
        counted = condition.have is not None or condition.wanted not in TOO_LITTLE_KNOWN
        wording = WANTED if counted else TOO_LITTLE_KNOWN
        walks = level_in_words(condition.need) if condition.wanted == "ceiling" and condition.need else ""
        said = _(wording[condition.wanted]).format(have=condition.have, need=condition.need, walks=walks)
        if condition.wanted not in QUIET_WHEN_MET or not condition.is_met:
            yield condition.is_met, said


def ground_in_words(rule: str) -> str:
    """Say what a rule of the table rests on, with its source; a rule beside the table is a convention."""
    ground: Ground = next((row.ground for row in RULES if row.id == rule), "convention")
    source = SOURCES.get(ground)
    rests_on = _(GROUNDS[ground])
    return f"{rests_on}: {source}" if source else rests_on


def everything(state: State) -> Iterator[Line]:
    """Say all that lies behind the plan: its reasons, its advice, what was looked at, and the grounds."""
    yield from reasons(state)
    yield from advice(state.plan)
    yield from behind(state)


def behind(state: State) -> Iterator[Line]:
    """Say everything behind the plan that its reasons do not say."""
    plan = state.plan
    yield Line(_("What was looked at"), "heading")
    yield from (Line(said, "item") for said in seen_in_words(plan.seen))
    if plan.next_step:
        yield Line(_("The next step in walking needs"), "heading")
        yield from (_condition(is_met, said) for is_met, said in next_step_in_words(plan.next_step))
    yield Line(_("What the rules rest on"), "heading")
    rules = [d.rule for d in plan.decisions] + [a.rule for a in plan.advice]
    yield from (Line(ground_in_words(rule), "ground", mark=rule) for rule in dict.fromkeys(rules))
    if plan.programme is not None:
        yield Line(kind_name("programme"), "heading")
        yield from in_use(plan.programme)
        yield from mark_of(plan.programme)
    yield Line("")
    rules_are = _("Rules: {version}. The doses are conventions on the careful side. {reviewed}")
    yield Line(rules_are.format(version=plan.rules_version, reviewed=reviewed_in_words(reviewers())))
    yield Line(when_to_stop(state.catalogue))


def _condition(is_met: bool, said: str) -> Line:  # noqa: FBT001 - a pair, told apart by its place
    there = _("there") if is_met else _("not yet")
    return Line(f"{there}: {said}", "met" if is_met else "open")
