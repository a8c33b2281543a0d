"""A level is done as it says, and as its exercise says where it says nothing."""

from msgspec import convert, to_builtins

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Exercise, Words
from ryggkompis.domain.catalogue.ways import figures_of, way_of
from tests.figures import BRIDGE, STAND

CATALOGUE = load_catalogue()
OWN = Words(nb="Egne ord.", en="Words of its own.")


def with_level(level: int, **said: object) -> Exercise:
    exercise = replace(CATALOGUE.exercises[0], figure=BRIDGE)
    plain = [replace(one, start=None, cue=None, figure=None) for one in exercise.levels]
    plain[level - 1] = replace(plain[level - 1], **said)
    return replace(exercise, levels=tuple(plain))


def test_what_a_level_says_goes_before_what_its_exercise_says() -> None:
    exercise = with_level(3, start=OWN, figure=STAND)
    second, third = way_of(exercise, 2), way_of(exercise, 3)
    assert (second.start, second.figure) == (exercise.start, BRIDGE)
    assert (third.start, third.figure) == (OWN, STAND)
    assert third.cue == second.cue == exercise.cue
    assert third.how == exercise.levels[2].how


def test_each_figure_is_listed_once_with_its_first_level() -> None:
    assert figures_of(with_level(3, figure=STAND)) == ((1, BRIDGE), (3, STAND))
    assert figures_of(replace(with_level(3, figure=STAND), figure=None)) == ((3, STAND),)
    assert [level for level, _ in figures_of(CATALOGUE.comfort[0])] == [1]


def test_a_journal_still_calls_the_start_a_position() -> None:
    """A therapist's own exercise is kept in the journal, and was so before."""
    exercise = with_level(3, cue=OWN)
    kept = to_builtins(exercise)
    assert kept["position"] == to_builtins(exercise.start)
    assert convert(kept, Exercise) == exercise
    old = {
        **kept,
        "levels": [{k: v for k, v in one.items() if k in {"sets", "reps", "how"}} for one in kept["levels"]],
    }
    assert convert(old, Exercise).start == exercise.start
