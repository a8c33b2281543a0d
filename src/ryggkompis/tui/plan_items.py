"""The plan as lines to tick: what is planned, what has been logged of it, and what came on top."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Level
from ryggkompis.domain.course.favourites import LOOKED_BACK, favourites_first
from ryggkompis.domain.journal.entries import ComfortDone, ExerciseDone, Walk
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.adjustments import AdjustedExercise, AdjustedPlan, adjusted
from ryggkompis.services.state import State
from ryggkompis.words import adjusting as words
from ryggkompis.words.entries import exercise_name, values_in_words
from ryggkompis.words.urgent import CRISIS

Group: TypeAlias = Literal["walk", "exercise", "comfort"]
Done: TypeAlias = Walk | ExerciseDone | ComfortDone


class Item(Value):
    """One line of the plan."""

    group: Group
    ref: str
    """The id of the exercise or the relief position, the number of the walk; with the group it is unique."""
    title: str
    amount: str = ""
    minutes: int | None = None
    planned: PlannedExercise | None = None
    done: tuple[Done, ...] = ()
    """What was logged of it today."""
    said: str = ""
    """What was logged, in words."""
    is_left_out: bool = False
    """The patient leaves it out today."""
    is_free: bool = False
    """As little as feels fine, so that how many sets it was is not known."""

    @property
    def key(self) -> str:
        """Tell this line from every other."""
        return f"{self.group} {self.ref}"


def plan_items(state: State) -> tuple[Item, ...]:
    """List the day: walks, exercises, relief; nothing while the plan is empty."""
    if state.plan.is_empty:
        return ()
    stands = adjusted(state)
    # Beneath an answer about not wanting to live there stands no exercise (clinical-3 2.2).
    exercises = () if CRISIS in state.gate.soft else _exercises(stands, state)
    return (*_walks(stands, state), *exercises, *_comfort(stands, state))


def _walks(stands: AdjustedPlan, state: State) -> Iterator[Item]:
    for n, (minutes, walk) in enumerate(zip_longest(stands.walks, state.today.walks), 1):
        said = values_in_words(walk) if walk else ""
        amount = formats.minutes_short(minutes) if minutes else _("on top of the plan")
        title = _("Walk {n}").format(n=n)
        yield Item(
            "walk", str(n), title, amount, minutes or walk.minutes, None, (walk,) if walk else (), said
        )


def _exercises(stands: AdjustedPlan, state: State) -> Iterator[Item]:
    logged = list(state.today.exercises)
    for one in stands.exercises:
        id_, mine = one.dose.id, one.done_of(state.today)
        logged = [done for done in logged if done not in mine]
        name = exercise_name(id_, state.catalogue)
        much, out = _much(one, state), one.is_skipped
        yield Item(
            "exercise",
            id_,
            name,
            much,
            None,
            one.dose,
            mine,
            _sets(one, state) or _said(mine),
            out,
            one.is_as_little_as_fits,
        )
    for id_ in dict.fromkeys(one.exercise for one in logged):
        mine = tuple(one for one in logged if one.exercise == id_)
        name, extra = exercise_name(id_, state.catalogue), _("on top of the plan")
        yield Item("exercise", id_, name, extra, None, None, mine, _said(mine))


def _much(one: AdjustedExercise, state: State) -> str:
    if one.is_skipped:
        return words.left_out_today()
    if one.is_as_little_as_fits:
        return words.as_little_as_fits()
    much = dose(one.dose, state)
    return f"{much} · {words.easier_today()}" if one.adjust == "easier" else much


def _sets(one: AdjustedExercise, state: State) -> str:
    """Say how many sets were done where it was fewer than planned, and the rest is still to come."""
    done = one.sets_done(state.today)
    if not done or not one.is_left(state.today):
        return ""
    return _("{n} of {all} sets").format(n=done, all=one.sets)


def _said(done: tuple[ExerciseDone, ...]) -> str:
    where = done[-1].response if done else None
    if where is None:
        return _("done") if done else ""
    words = {
        "up": _("done, pain moved up"),
        "same": _("done, pain unchanged"),
        "down": _("done, pain moved down"),
    }
    return words[where]


def _comfort(stands: AdjustedPlan, state: State) -> Iterator[Item]:
    usual = favourites_first(stands.comfort, state.lately.back_from(state.day, LOOKED_BACK))
    ids = dict.fromkeys((*usual, *(one.comfort for one in state.today.comforts)))
    for id_ in ids:
        relief = state.catalogue.relief(id_)
        mine = tuple(one for one in state.today.comforts if one.comfort.casefold() == id_.casefold())
        amount = _("{low}–{high} min").format(low=relief.minutes[0], high=relief.minutes[1]) if relief else ""
        said = ngettext("{n} time today", "{n} times today", len(mine)).format(n=len(mine)) if mine else ""
        yield Item("comfort", id_, exercise_name(id_, state.catalogue), amount, None, None, mine, said)


def dose(planned: PlannedExercise, state: State) -> str:
    """Say how much of an exercise: “2 × 8, each side”, “3 × 20 s · after 10:15”."""
    exercise = state.catalogue.exercise(planned.id)
    level = exercise.levels[planned.level - 1] if exercise else None
    parts = [_amount(planned, level)]
    if planned.not_before is not None:
        parts.append(_("after {time}").format(time=formats.clock(planned.not_before)))
    return " · ".join(parts)


def _amount(planned: PlannedExercise, level: Level | None) -> str:
    parts = [] if planned.sets == 1 else [str(planned.sets)]
    if planned.reps is not None:
        parts.append(str(planned.reps))
    if planned.seconds is not None:
        parts.append(_("{n} s").format(n=planned.seconds))
    if level is not None and level.metres is not None:
        parts.append(_("{n} m").format(n=level.metres))
    text = " × ".join(parts)
    if parts == [str(planned.reps)]:
        text = ngettext("{n} time", "{n} times", planned.reps or 0).format(n=planned.reps)
    if level is None:
        return text
    text += " " + _("each side") if level.per_side else ""
    if level.per_day > 1:
        text += ", " + ngettext("{n} time a day", "{n} times a day", level.per_day).format(n=level.per_day)
    return text
