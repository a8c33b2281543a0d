"""The whole reason for a plan: what was looked at, what the next step needs, and what each rule rests on."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.inputs import Inputs
from ryggkompis.domain.plan.next_step import Condition, Wanted
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.rule import SOURCES, Ground
from ryggkompis.domain.plan.rules import RULES
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext

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
        "a check-in with the safety question, and mornings as usual or better today and yesterday"
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
    "ceiling": N_("a higher limit from your therapist: level {need} now"),
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
        said = _(wording[condition.wanted]).format(have=condition.have, need=condition.need)
        if condition.wanted not in QUIET_WHEN_MET or not condition.is_met:
            yield condition.is_met, said


def ground_in_words(rule: str) -> str:
    """Say what a rule of the table rests on, with its source; a rule beside the table is a convention."""
    ground: Ground = next((row.ground for row in RULES if row.id == rule), "convention")
    source = SOURCES.get(ground)
    rests_on = _(GROUNDS[ground])
    return f"{rests_on}: {source}" if source else rests_on


def why_in_words(plan: Plan) -> Iterator[str]:
    """Say everything behind ``plan`` that its reasons do not say, line by line."""
    yield _("What was looked at:")
    yield from (f"- {line}" for line in seen_in_words(plan.seen))
    if plan.next_step:
        yield _("The next step in walking needs:")
        for is_met, said in next_step_in_words(plan.next_step):
            mark = _("there") if is_met else _("not yet")
            yield f"- {mark}: {said}"
    yield _("What the rules rest on:")
    yield from (f"- {d.rule}: {ground_in_words(d.rule)}" for d in plan.decisions)
    if plan.programme is not None:
        yield _("The therapist's programme in force: {name} ({sha}).").format(
            name=plan.programme.name, sha=plan.programme.sha[:8]
        )
