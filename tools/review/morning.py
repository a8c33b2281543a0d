"""What a reviewer is told of a morning and of its plan, in few lines and without the rules' own reasons."""

from collections.abc import Iterable, Iterator

from ryggkompis.domain.plan.concerns import SuddenRelief
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.reasons import GateOpen, MoreNumbness
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.concerns import concern_in_short
from ryggkompis.words.doses import not_before, walks_in_words
from ryggkompis.words.entries import choices_in_words
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.today.day import change_position
from ryggkompis.words.urgent import red_card, soft_cards, unbroken
from tools.review.cases import Case
from tools.review.doses import dose, how
from tools.review.reach import reached
from tools.review.told import CATALOGUE, FLAGS, ToldDay
from tools.review.words import say
from tools.simulate.kinds import WEEK

PEAKS_OF = 4
"""Days of which it is told how the leg took the walks."""


def facts_in_words(case: Case) -> tuple[str, ...]:
    """Tell who it is, how the morning is, and what was done yesterday."""
    return tuple(_facts(case))


def _facts(case: Case) -> Iterator[str]:
    days, step = case.situation.days, case.steps[-1]
    told, facts = days[-1], step.facts
    week = (facts.day - facts.began).days // WEEK + 1
    yield say("fact_first", week=week) if len(days) == 1 else say("fact_week", week=week, day=len(days))
    yield from _about(days)
    if told.is_silent:
        yield say("fact_silent", n=facts.silent)
    else:
        yield from _pain(told, facts)
        yield from reached(days, facts)
        yield from _words(told, case)
        yield from _answers(told)
    yield from _weeks(days)
    if len(days) > 1:
        planned = step.before.planned[-1] if step.before.planned else 0
        yield from _walked(days, planned)


def _about(days: tuple[ToldDay, ...]) -> Iterator[str]:
    about = {name: value for day in days for name, value in day.about.items()}
    for name in ("walk_tolerance", "walks_now") if len(days) == 1 else ():
        if name in about:
            yield say(f"fact_{name}", n=about[name])
    for name in ("exclusions", "sensitivities"):
        if name in about:
            yield say(f"fact_{name}", what=choices_in_words(name, about[name]))
    if about.get("had_cancer"):
        yield say("fact_cancer")
    yield from _of_others(days)
    if any(day.takes_less for day in days):
        yield say("fact_less")


def _of_others(days: tuple[ToldDay, ...]) -> Iterator[str]:
    """Tell of operations, a therapist's limit, and that it is over."""
    for ago, day in enumerate(reversed(days)):
        if day.operated is not None and day.allowed is None:
            yield say("fact_operated", n=day.operated + ago)
        elif day.operated is not None and day.allowed is not None:
            yield say("fact_operated_allowed", n=day.operated + ago, allowed=day.allowed + ago)
        if day.ceiling is not None:
            yield say("fact_ceiling_before" if ago else "fact_ceiling", n=day_minutes(day.ceiling))
        if day.is_closed:
            yield say("fact_closed")


def _pain(told: ToldDay, facts: Facts) -> Iterator[str]:
    usual = facts.judged.usual
    if told.leg is None:
        yield say("fact_no_numbers")
    elif usual.leg is None or usual.back is None:
        yield say("fact_pain", leg=told.leg, back=told.back)
    else:
        leg, back = formats.number(usual.leg), formats.number(usual.back)
        yield say("fact_pain_usual", leg=told.leg, usual_leg=leg, back=told.back, usual_back=back)


def _words(told: ToldDay, case: Case) -> Iterator[str]:
    if told.morning in {"worse", "better"}:
        yield say(f"fact_{told.morning}")
    standing = case.steps[-1].before
    if told.flare:
        yield say("fact_flare")
    elif standing.flare_since is not None:
        n = (case.plan.day - standing.flare_since).days
        yield say("fact_flare_day", n=n) if n > 1 else say("fact_flare_yesterday")
    if told.numb == "more":
        row = 0
        for day in reversed(case.situation.days):
            if day.numb != "more":
                break
            row += 1
        yield say("fact_numb_more") if row == 1 else say("fact_numb_more_days", n=row)


def _answers(told: ToldDay) -> Iterator[str]:
    if told.is_unasked:
        yield say("fact_unasked")
    elif not told.answers:
        yield say("fact_all_no")
    for id_, answer in told.answers.items():
        flag = FLAGS.flag(id_)
        if flag is not None:
            yield say(f"fact_{answer}", question=flag.question.in_(current()))


def _weeks(days: tuple[ToldDay, ...]) -> Iterator[str]:
    worries = [day.worry for day in days if day.worry is not None]
    if worries:
        yield say("fact_worry", before=worries[-2], now=worries[-1])
    goals = [sum(day.goals) / len(day.goals) for day in days if day.goals]
    if goals:
        yield say("fact_goals", before=formats.number(goals[0]), now=formats.number(goals[-1]))


def _walked(days: tuple[ToldDay, ...], planned: int) -> Iterator[str]:
    walked = sum(minutes for minutes, _peak in days[-2].walks)
    if days[-2].is_silent and not walked:
        return
    yield (
        say("fact_yesterday", walked=walked, planned=planned)
        if planned
        else say("fact_yesterday_none", walked=walked)
    )
    peaks = [_peak(day) for day in days[-2 : -2 - PEAKS_OF : -1]]
    if peaks[0] is not None:
        first, *before = ("–" if peak is None else str(peak) for peak in peaks)
        yield say("fact_peaks", first=first, before=", ".join(before))
    if days[-2].further_down:
        yield say("fact_further_down")


def _peak(day: ToldDay) -> int | None:
    return max((peak for _minutes, peak in day.walks if peak is not None), default=None)


def plan_in_words(case: Case) -> tuple[str, ...]:
    """Say the day's plan, as the patient has it, or what stands in its place."""
    return tuple(map(unbroken, _plan(case)))


def _plan(case: Case) -> Iterator[str]:
    plan = case.plan
    if plan.lock is not None:
        yield say("plan_none")
        card = red_card(plan.lock, FLAGS, case.steps[-1].facts.gate.soft, case.steps[-1].facts.gate.wound)
        yield from _once(line.text for line in card if line.role in {"number", "call", "warm"})
        return
    if plan.is_closed:
        yield say("plan_closed")
        return
    if plan.is_excluded:
        yield say("plan_none")
        yield from (reason_in_words(one.reason) for one in plan.decisions if one.rule == "D1")
        return
    if not case.is_planted:
        cards = soft_cards(case.steps[-1].facts.gate.told, FLAGS)
        yield from dict.fromkeys(line.text for line in cards if line.role in {"number", "call"})
    if any(isinstance(one.reason, GateOpen) for one in plan.decisions):
        yield say("plan_asks")
    yield from (reason_in_words(one.reason) for one in plan.decisions if isinstance(one.reason, MoreNumbness))
    first = [one for one in plan.advice if isinstance(one.reason, SuddenRelief)]
    yield from (concern_in_short(one.reason) for one in first)
    yield walks_in_words(plan.walks)
    if case.steps[-1].facts.gate.is_crisis and not case.is_planted:
        yield _("The exercises can wait today. Somebody to talk to comes first.")
    else:
        yield from _exercises(plan)
    if plan.comfort:
        yield say("plan_comfort")
    yield change_position(plan.position_minutes)
    yield from (concern_in_short(one.reason) for one in plan.advice if one not in first)


def _once(lines: Iterable[str]) -> Iterator[str]:
    """Leave out what a longer line says too: “… when you pee, call 113”, and “… when you pee or …”."""
    said = [*dict.fromkeys(lines)]
    for line in said:
        stem = line.rpartition(", ")[0]
        if not stem or not any(other != line and other.startswith(stem) for other in said):
            yield line


def _exercises(plan: Plan) -> Iterator[str]:
    for planned in plan.exercises:
        found = CATALOGUE.exercise(planned.id)
        if found is None:
            continue
        level = found.levels[planned.level - 1]
        named = f"{found.name.in_(current())}: {dose(level)}"
        late = not_before(planned)
        timed = say("plan_from", exercise=named, when=late) if late else named
        yield f"{timed}. {how(level)}".strip()
    if not plan.exercises:
        yield say("plan_nothing_else")
