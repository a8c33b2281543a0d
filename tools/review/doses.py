"""How much of an exercise, as a clinician writes it: sets × reps, and how long each is held."""

from ryggkompis.domain.catalogue.catalogue import Level
from ryggkompis.domain.session.stopwatch import MINUTE
from ryggkompis.i18n.language import current
from tools.review.words import say


def dose(level: Level) -> str:
    """Say how much one level is: “2 sets × 8 reps, 5 s”, “3 × 2 min”."""
    return ", ".join(_dose(level))


def _dose(level: Level) -> list[str]:
    said = []
    if level.reps is not None:
        said.append(say("dose_sets" if level.sets > 1 else "dose_set", sets=level.sets, reps=level.reps))
    if level.seconds is not None:
        said.append(_each(level, _held(level.seconds)))
    if level.metres is not None:
        said.append(_each(level, f"{level.metres} m"))
    if not said:
        said.append(f"{level.sets} ×")
    if level.per_side:
        said.append(say("dose_side"))
    if level.per_day > 1:
        said.append(say("dose_day", n=level.per_day))
    return said


def _each(level: Level, size: str) -> str:
    return size if level.reps is not None or level.sets == 1 else f"{level.sets} × {size}"


def _held(seconds: int) -> str:
    return f"{seconds} s" if seconds % MINUTE else f"{seconds // MINUTE} min"


def how(level: Level) -> str:
    """Say in a sentence what is done on a level that is done in another way than the exercise."""
    if level.figure is None:
        return ""
    return level.how.in_(current()).partition(". ")[0].rstrip(".") + "."
