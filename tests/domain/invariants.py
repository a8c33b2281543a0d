"""The safety invariants (clinical-3, 4.6) as checks over the days of a life; each yields what it finds.

They look at the plans and at what was said, and judge the mornings by themselves (``told``).
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import msgspec

from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.entries import Profile, Programme
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.operation import operation_on
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.repertoire import END_RANGE
from tests.domain.dosing import DOSING
from tests.domain.lived import Check, Lived, higher, is_return, ruled

TEXTS: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
"""Every text in JSON."""


def i1_a_red_lock_leaves_nothing(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        if life.told.lock[n] and (plan.walks or plan.exercises or plan.comfort):
            yield f"{plan.day}: a plan under {sorted(life.told.lock[n])}"


def no_exercise_stands_before_the_first_list(life: Lived) -> Iterator[str]:
    """The whole list is asked at first (2.3): before that nobody has said no to anything."""
    full = [one.day for one in life.told.history.all(Gate) if one.scope == "full"]
    for plan in life.plans:
        if plan.exercises and not any(day <= plan.day for day in full):
            yield f"{plan.day}: {len(plan.exercises)} exercises before any safety answer"


def i2_a_worse_morning_raises_nothing_for_two_days(life: Lived) -> Iterator[str]:
    for n, before, _ in life.days():
        if life.told.is_worse(n) and not before.is_empty:
            for plan in life.plans[n : n + 2]:
                if more := higher(plan, before):
                    yield f"{plan.day}: {more} about the worse morning of {life.plans[n].day}"


def i2_an_entry_test_raises_on_an_ordinary_morning_only(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        is_again = life.placed[n] != life.placed[n - 1] and not before.is_empty
        if not is_again or plan.level <= before.level:
            continue
        held = [d.rule for d in plan.decisions if d.rule[0] == "D" and d.rule not in {"D14", "D15", "D17"}]
        if held or life.told.colour[n - 1] in {"red", "yellow"}:
            yield f"{plan.day}: placed at {plan.level} after {life.told.colour[n - 1]}, by {held}"


def i3_a_flare_never_exceeds_what_was_before(life: Lived) -> Iterator[str]:
    shown: Plan | None = None
    for plan in life.plans:
        if plan.flare and plan.exercises:
            yield f"{plan.day}: exercises in a flare"
        if plan.flare and shown and not plan.is_empty and (more := higher(plan, shown)):
            yield f"{plan.day}: {more} in a flare"
        shown = shown if plan.is_empty else plan


def i6_what_is_not_known_raises_nothing(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        unknown = life.told.silent[n] or not life.told.listed[n] or life.told.morning[n] is None
        if unknown and not before.is_empty and (more := higher(plan, before)):
            yield f"{plan.day}: {more} without knowing"


def i8_bending_waits_two_hours(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        risen_at = life.told.first_at[n]
        for planned in plan.exercises:
            exercise = life.catalogue.exercise(planned.id)
            if exercise is None or "FLEX" not in exercise.tags or risen_at is None:
                continue
            if planned.not_before != risen_at + timedelta(hours=2):
                yield f"{plan.day}: {planned.id} at {planned.not_before}, up at {risen_at}"


def i9_what_went_down_the_leg_rests_and_returns_lower(life: Lived) -> Iterator[str]:
    for n, done in enumerate(life.told.exercises):
        for id_ in {e.exercise for e in done if e.response == "down"}:
            shown = [{e.id: e.level for e in plan.exercises}.get(id_) for plan in life.plans]
            if any(level is not None for level in shown[n + 1 : n + 4]):
                yield f"{life.plans[n].day}: {id_} does not rest"
            before = [level for level in shown[: n + 1] if level is not None][-1:]
            after = [level for level in shown[n + 4 :] if level is not None][:1]
            if before and after and after[0] > max(before[0] - 1, 1):
                yield f"{life.plans[n].day}: {id_} returns at {after[0]}, was {before[0]}"


def i10_what_is_not_tolerated_is_not_planned(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        profile = life.told.profile[n]
        out = left_out(profile.sensitivities if isinstance(profile, Profile) else ())
        known = life.catalogue.exercise
        tags = {e.id: _tags(known(e.id)) for e in plan.exercises}
        tags |= {c: _tags(life.catalogue.relief(c)) for c in plan.comfort}
        for id_, has in tags.items():
            if not out.isdisjoint(has):
                yield f"{plan.day}: {id_} for somebody who does not tolerate {out}"


def _tags(item: object) -> tuple[str, ...]:
    return getattr(item, "tags", ())


def i12_levels_stay_on_the_ladder_and_fall_two_at_most(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        if not -2 <= plan.level <= 12:
            yield f"{plan.day}: level {plan.level}"
        free = plan.flare or before.is_empty or plan.is_empty or life.placed[n] != life.placed[n - 1]
        # A therapist's ceiling stands at once.
        free = free or all(life.told.silent[max(0, n - 13) : n + 1]) or ruled(plan, "PROGRAMME")
        if before.level - plan.level > 2 and not free:
            yield f"{plan.day}: falls from {before.level} to {plan.level}"


def i13_only_a_clearance_opens_a_lock(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        if bool(life.told.lock[n]) != (plan.lock is not None):
            yield f"{plan.day}: {plan.lock} where {sorted(life.told.lock[n])} was said"


def i16_no_safety_answer_is_without_effect(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        if life.told.soft[n] and not plan.is_empty:
            if not ruled(plan, "SOFT"):
                yield f"{plan.day}: nothing said about {sorted(life.told.soft[n])}"
            if n and not life.plans[n - 1].is_empty and plan.level > life.plans[n - 1].level:
                yield f"{plan.day}: rises in spite of {sorted(life.told.soft[n])}"


def i18_nothing_names_what_is_left_out(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        programme, profile = life.told.programme[n], life.told.profile[n]
        barred = {b.casefold() for b in programme.barred} if isinstance(programme, Programme) else set()
        out = left_out(profile.sensitivities if isinstance(profile, Profile) else ())
        if not barred and not out:
            continue
        said = msgspec.json.encode((plan.exercises, plan.decisions, plan.advice, plan.next_step)).decode()
        for text in set(TEXTS.findall(said)):
            item = life.catalogue.exercise(text)
            if item and (item.id.casefold() in barred or not out.isdisjoint(item.tags)):
                yield f"{plan.day}: {text} is named"


def whoever_operated_decides(life: Lived) -> Iterator[str]:
    """Nothing is planned before exercise is allowed; then one begins low, and goes to no end of the range."""
    waited = False
    for n, plan in enumerate(life.plans):
        marks = [mark for mark in life.told.history.episode_marks if mark.day <= plan.day]
        operation = operation_on(marks, plan.day)
        if operation is None:
            continue
        if not operation.is_allowed(plan.day) and not plan.is_empty:
            yield f"{plan.day}: a plan before exercise is allowed after {operation.day}"
        if waited and not plan.is_empty and plan.level > 2:
            yield f"{plan.day}: begins at {plan.level} after an operation"
        waited = plan.is_empty and (waited or not operation.is_allowed(plan.day))
        programme = life.told.programme[n]
        asked = set(programme.required) if isinstance(programme, Programme) else set()
        for one in plan.exercises if operation.is_healing(plan.day) else ():
            if one.id not in asked and not END_RANGE.isdisjoint(_tags(life.catalogue.exercise(one.id))):
                yield f"{plan.day}: {one.id} while the operation of {operation.day} heals"


def one_row_of_the_table_decides(life: Lived) -> Iterator[str]:
    for plan in life.plans:
        table = [d.rule for d in plan.decisions if d.rule == "END" or (d.rule[0] == "D" and d.rule != "D5")]
        if len(table) != 1:
            yield f"{plan.day}: decided by {table}"


def nothing_rises_on_the_day_a_programme_ends(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        was, now = life.told.programme[n - 1 : n + 1]
        if not isinstance(was, Programme) or not isinstance(now, Programme) or is_return(life, n):
            continue
        held = bool(was.barred or was.days or was.walk_ceiling is not None)
        is_wide = not (now.barred or now.days or now.required or now.own) and now.walk_ceiling is None
        if held and is_wide and (more := higher(plan, before)):
            yield f"{plan.day}: {more} as the programme of {was.day} ends"


INVARIANTS: Final[tuple[Check, ...]] = (
    i1_a_red_lock_leaves_nothing,
    i2_a_worse_morning_raises_nothing_for_two_days,
    i2_an_entry_test_raises_on_an_ordinary_morning_only,
    i3_a_flare_never_exceeds_what_was_before,
    i6_what_is_not_known_raises_nothing,
    i8_bending_waits_two_hours,
    i9_what_went_down_the_leg_rests_and_returns_lower,
    i10_what_is_not_tolerated_is_not_planned,
    i12_levels_stay_on_the_ladder_and_fall_two_at_most,
    i13_only_a_clearance_opens_a_lock,
    i16_no_safety_answer_is_without_effect,
    i18_nothing_names_what_is_left_out,
    no_exercise_stands_before_the_first_list,
    nothing_rises_on_the_day_a_programme_ends,
    one_row_of_the_table_decides,
    whoever_operated_decides,
    *DOSING,
)


def broken(life: Lived) -> list[str]:
    """Name every invariant that does not hold over ``life``, and where."""
    return [f"{check.__name__}: {found}" for check in INVARIANTS for found in check(life)]
