"""The plan as lines to tick: what is planned, what has been logged of it, and what came on top."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Comfort
from ryggkompis.domain.course.favourites import LOOKED_BACK, favourites_first
from ryggkompis.domain.journal.entries import ComfortDone, ExerciseDone, Walk
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.today.adjusted import AdjustedExercise, AdjustedPlan, adjusted
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words import adjusting as words
from ryggkompis.words.doses import amount, dose_in_short, not_before, range_in_short
from ryggkompis.words.entry_names import exercise_name
from ryggkompis.words.today.exercises import held_in_words

Group: TypeAlias = Literal["walk", "exercise", "comfort"]
Done: TypeAlias = Walk | ExerciseDone | ComfortDone


class Item(Value):
    """One line of the plan."""

    group: Group
    ref: str
    """The id of the exercise or the relief position, the number of the walk; with the group it is unique."""
    title: str
    amount: str = ""
    """How much, where there is little room."""
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
    in_full: str = ""
    """How much of an exercise, written out."""
    left: int | None = None
    """How many sets are still to come, where it was begun; None where it was not, or is over."""

    @property
    def is_done(self) -> bool:
        """Tell whether it was done, and nothing of it is left."""
        return bool(self.done) and self.left is None

    @property
    def said_in_short(self) -> str:
        """What was logged, in a word for a walk."""
        return _done() if self.group == "walk" else self.said

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
    exercises = () if state.gate.is_crisis else _exercises(stands, state)
    return (*_walks(stands, state), *exercises, *_comfort(stands, state))


def _how_it_was(walk: Walk) -> str:
    from ryggkompis.words.entries import values_in_words  # noqa: PLC0415 - only when a walk is done

    return values_in_words(walk)


def _walks(stands: AdjustedPlan, state: State) -> Iterator[Item]:
    for n, (minutes, walk) in enumerate(zip_longest(stands.walks, state.today.walks), 1):
        said = _how_it_was(walk) if walk else ""
        much = formats.minutes_short(minutes) if minutes else _("on top of the plan")
        title = _("Walk {n}").format(n=n)
        yield Item("walk", str(n), title, much, minutes or walk.minutes, None, (walk,) if walk else (), said)


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
            _in_full(one, state),
            one.sets - one.sets_done(state.today) if mine and one.is_left(state.today) else None,
        )
    for id_ in dict.fromkeys(one.exercise for one in logged):
        mine = tuple(one for one in logged if one.exercise == id_)
        name = exercise_name(id_, state.catalogue)
        extra = held_in_words(id_, state) or _("on top of the plan")
        yield Item("exercise", id_, name, extra, done=mine, said=_said(mine), in_full=extra)


def _much(one: AdjustedExercise, state: State) -> str:
    if one.is_skipped:
        return words.left_out_today()
    if one.is_as_little_as_fits:
        return words.as_little_as_fits()
    much = dose_in_short(one.dose, state.catalogue)
    return f"{much} · {words.easier_today()}" if one.adjust == "easier" else much


def _in_full(one: AdjustedExercise, state: State) -> str:
    if one.is_skipped or one.is_as_little_as_fits:
        return _much(one, state)
    exercise = state.catalogue.exercise(one.dose.id)
    much = amount(exercise.levels[one.dose.level - 1]) if exercise else ""
    easier = words.easier_today() if one.adjust == "easier" else ""
    return " – ".join(filter(None, (much, easier, not_before(one.dose))))


def _sets(one: AdjustedExercise, state: State) -> str:
    """Say how many sets were done where it was fewer than planned, and the rest is still to come."""
    done = one.sets_done(state.today)
    if not done or not one.is_left(state.today):
        return ""
    return _("{n} of {all} sets").format(n=done, all=one.sets)


def _done() -> str:
    return _("done")


def _said(done: tuple[ExerciseDone, ...]) -> str:
    where = done[-1].response if done else None
    if done and all(one.is_only_begun for one in done):
        return _("begun, pain moved down") if where == "down" else _("begun")
    if where is None:
        return _done() if done else ""
    words = {
        "up": _("done, pain moved up"),
        "same": _("done, pain unchanged"),
        "down": _("done, pain moved down"),
    }
    return words[where]


def _comfort(stands: AdjustedPlan, state: State) -> Iterator[Item]:
    usual = favourites_first(stands.comfort, state.lately.back_from(state.day, LOOKED_BACK))
    ids = dict.fromkeys((*usual, *(one.comfort for one in state.today.comforts)))
    yield from (_rest(id_, state) for id_ in ids)


def relief_item(relief: Comfort, state: State) -> Item:
    """Give the line of a position for rest, or of heat, whether it is planned or not."""
    return _rest(relief.id, state)


def _rest(id_: str, state: State) -> Item:
    relief = state.catalogue.relief(id_)
    mine = tuple(one for one in state.today.comforts if one.comfort.casefold() == id_.casefold())
    much = range_in_short(relief) if relief else ""
    said = ngettext("{n} time today", "{n} times today", len(mine)).format(n=len(mine)) if mine else ""
    return Item("comfort", id_, exercise_name(id_, state.catalogue), much, None, None, mine, said)
