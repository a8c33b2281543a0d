"""How much: walks, and one level of an exercise, in full and where there is little room; and when to stop."""

from ryggkompis.domain.catalogue.catalogue import Catalogue, Comfort, Level
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.ladder import walks_of
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext


def walks_in_words(walks: tuple[int, ...]) -> str:
    """Say how often to walk, and for how long: “4 walks of 3 minutes each, 12 in all”."""
    first = formats.minutes(walks[0]) if walks else ""
    if len(walks) < 2:  # noqa: PLR2004 - one walk is all there is
        return _("1 walk of {minutes}.").format(minutes=first) if walks else _("No walks.")
    if len(set(walks)) == 1:
        return _("{n} walks of {minutes} each, {all} in all.").format(
            n=len(walks), minutes=first, all=sum(walks)
        )
    return _("{n} walks: {each} minutes, {all} in all.").format(
        n=len(walks), each=formats.list_of([str(n) for n in walks]), all=sum(walks)
    )


def level_in_words(level: int) -> str:
    """Name a level of the walking ladder by its walks: “4 walks of 4, 4, 3 and 3 minutes”."""
    walks = walks_of(level)
    each = [walks[0]] if len(set(walks)) == 1 else walks
    return _("{n} walks of {each} minutes").format(
        n=len(walks), each=formats.list_of([str(minutes) for minutes in each])
    )


def amount(level: Level) -> str:
    """Say how much one level of an exercise is: “2 sets of 8 times, 5 seconds each, on each side”."""
    said = []
    if level.reps is not None:
        said.append(_times(level.sets, level.reps))
    elif level.sets > 1:
        said.append(sets_in_words(level.sets))
    if level.seconds is not None:
        held = _held(level.seconds)
        said.append(_("{time} each").format(time=held) if said else held)
    if level.metres is not None:
        said.append(_("{n} metres").format(n=level.metres))
    if level.per_side:
        said.append(_("on each side"))
    if level.per_day > 1:
        said.append(_("{n} times a day").format(n=level.per_day))
    return ", ".join(said) or sets_in_words(1)


def _times(sets: int, reps: int) -> str:
    times = times_in_words(reps)
    if sets == 1:
        return times
    return ngettext("{n} set of {times}", "{n} sets of {times}", sets).format(n=sets, times=times)


def _held(seconds: int) -> str:
    """Say how long something is held, in whole minutes where it is that."""
    minutes, rest = divmod(seconds, 60)
    if not rest:
        return formats.minutes(minutes)
    return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)


def range_in_short(comfort: Comfort) -> str:
    """Say from how long to how long a position or heat is good for: “5–10 min”."""
    low, high = comfort.minutes
    return _("{low}–{high} min").format(low=low, high=high)


def range_in_full(comfort: Comfort) -> str:
    """Say the same in a sentence."""
    shortest, longest = comfort.minutes
    return _("{shortest} to {longest} minutes.").format(shortest=shortest, longest=longest)


def sets_in_words(sets: int) -> str:
    """Count sets: “2 sets”."""
    return ngettext("{n} set", "{n} sets", sets).format(n=sets)


def times_in_words(times: int) -> str:
    """Count repetitions: “8 times”."""
    return ngettext("{n} time", "{n} times", times).format(n=times)


def dose_in_short(planned: PlannedExercise, catalogue: Catalogue) -> str:
    """Say how much of an exercise in little room: “2 × 8, each side”, “3 × 20 s · after 10:15”."""
    exercise = catalogue.exercise(planned.id)
    level = exercise.levels[planned.level - 1] if exercise else None
    return " · ".join(filter(None, (_in_short(planned, level), not_before(planned))))


def not_before(planned: PlannedExercise) -> str:
    """Say from when on an exercise may be done; empty where it may be done at any time."""
    if planned.not_before is None:
        return ""
    return _("after {time}").format(time=formats.clock(planned.not_before))


def _in_short(planned: PlannedExercise, level: Level | None) -> str:
    parts = [] if planned.sets == 1 else [str(planned.sets)]
    if planned.reps is not None:
        parts.append(str(planned.reps))
    if planned.seconds is not None:
        parts.append(_("{n} s").format(n=planned.seconds))
    if level is not None and level.metres is not None:
        parts.append(_("{n} m").format(n=level.metres))
    text = " × ".join(parts)
    if parts == [str(planned.reps)]:
        text = times_in_words(planned.reps or 0)
    if level is None:
        return text
    text += " " + _("each side") if level.per_side else ""
    if level.per_day > 1:
        text += ", " + _("{n} times a day").format(n=level.per_day)
    return text


def when_to_stop(catalogue: Catalogue) -> str:
    """Say when to stop any exercise, and which page says whom to call; on paper there is no such page."""
    return f"{catalogue.stop_rule.in_(current())} {catalogue.stop_help.in_(current())}"
