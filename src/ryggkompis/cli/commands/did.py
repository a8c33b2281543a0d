"""``did``: an exercise, a position for rest, or heat."""

from ryggkompis.cli.options import kinds
from ryggkompis.cli.options.known import unknown_exercise
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep, tell_beside_the_plan
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise
from ryggkompis.domain.journal.entries import ComfortDone, ExerciseDone
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import OutOfRange


class WalkIsItsOwn(ExpectedError):
    """A walk told as an exercise."""

    says = N_("A walk has its own command. Write “ryggkompis walk 10” for ten minutes.")


class OnlyForExercises(ExpectedError):
    """An option for exercises, used with a comfort measure."""

    says = N_("{option} is for exercises, and {id} is for rest. Leave it out.")


class OnlyForComfort(ExpectedError):
    """An option for comfort measures, used with an exercise."""

    says = N_("{option} is for rest, and {id} is an exercise. Leave it out.")


def did_command(parser: Parser) -> Run:
    """Take an exercise, a position for rest, or heat."""
    parser.shows("did E01", _("an exercise, as it was planned"))
    parser.shows("did E05 --level 2 --sets 2", _("at its second level, two sets"))
    parser.shows("did A1 --minutes 10 --helped", _("ten minutes in a position for rest, which helped"))
    parser.takes_word("exercise", kinds.exercise(), _("its id, such as E01 or A1, or its name"), least=1)
    parser.takes_number(ExerciseDone, "level", "--level", _("the level you did"))
    parser.takes_number(ExerciseDone, "sets", "--sets", _("how many sets you did"))
    parser.takes_choice(
        ExerciseDone, "response", "--response", _("where the pain went: up is towards the back")
    )
    parser.takes_number(ExerciseDone, "minutes", "--minutes", _("how long, in minutes"))
    parser.takes_yes_or_no("helped", "--helped", _("the rest or the heat helped"))
    parser.takes_date()
    parser.takes_json()
    return _did


def _did(here: Surroundings) -> int:
    catalogue, asked = here.companion.catalogue, here.said.exercise
    if asked.casefold() == catalogue.walk.id.casefold():
        raise WalkIsItsOwn
    exercise, comfort = catalogue.exercise(asked), catalogue.relief(asked)
    if exercise is not None:
        return _exercise(here, exercise)
    if comfort is not None:
        return _comfort(here, comfort)
    raise unknown_exercise(asked)


def _exercise(here: Surroundings, exercise: Exercise) -> int:
    if here.said.helped is not None:
        raise OnlyForComfort(option="--helped", id=exercise.id)
    level, highest = here.said.level, len(exercise.levels)
    if level is not None and level > highest:
        raise OutOfRange(value=level, field="--level", low=1, high=highest)
    said = here.fields("level", "sets", "response", "minutes")
    kept = keep(here, here.diary.draft(ExerciseDone, exercise=exercise.id, **said))
    tell_beside_the_plan(here, exercise.id)
    return kept


def _comfort(here: Surroundings, comfort: Comfort) -> int:
    for option in here.fields("level", "sets", "response"):
        raise OnlyForExercises(option=f"--{option}", id=comfort.id)
    said = here.fields("minutes", "helped")
    return keep(here, here.diary.draft(ComfortDone, comfort=comfort.id, **said))
