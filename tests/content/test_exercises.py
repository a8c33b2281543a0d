"""The exercises, comfort measures and the walk that come with the program."""

import pytest

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.catalogue.catalogue import PHASES, Phase

CATALOGUE = load_catalogue()


def test_all_exercises_and_comfort_measures_are_there() -> None:
    assert sorted(e.id for e in CATALOGUE.exercises) == [f"E{n:02}" for n in range(1, 21)]
    assert [c.id for c in CATALOGUE.comfort] == [f"A{n}" for n in range(1, 8)]
    assert CATALOGUE.walk.id == "W1"


def test_every_exercise_has_four_levels() -> None:
    assert {e.id: len(e.levels) for e in CATALOGUE.exercises if len(e.levels) != 4} == {}


@pytest.mark.parametrize(
    ("phase", "places"),
    [
        ("acute", "E01 / E09 / E03"),
        ("early", "E03 E05 E02 / E07 E08 / E10 / E14 / E04 / E06 / E11"),
        ("build", "E10 / E12 / E13 / E14 E18 / E16 / E15 / E17"),
        ("maintain", "E15 / E16 / E17 / E18 / E19 / E20"),
    ],
)
def test_each_phase_has_its_places_and_their_alternatives_in_order(phase: Phase, places: str) -> None:
    """The order in the file decides between alternatives, so sorting the file would change plans."""
    found = " / ".join(" ".join(e.id for e in place) for place in CATALOGUE.places(phase))

    assert found == places


def test_a_plan_holds_more_from_phase_to_phase() -> None:
    limits = [(CATALOGUE.phases[phase].most, CATALOGUE.phases[phase].minutes) for phase in PHASES]

    assert limits == [(3, 10), (4, 12), (5, 20), (6, 25)]


def test_whatever_rounds_the_back_waits_two_hours_after_waking() -> None:
    """Invariant I8; relief positions are exempt."""
    rounding = {e.id: e.after_waking_hours for e in CATALOGUE.exercises if "FLEX" in e.tags}

    assert rounding == {"E05": 2, "E06": 2}
    assert {e.id for e in CATALOGUE.exercises if e.after_waking_hours} == {"E05", "E06", "E15"}


def test_nerve_slides_are_alternatives_and_only_for_moderate_leg_pain() -> None:
    slides = [e for e in CATALOGUE.exercises if "NEURO" in e.tags]

    assert [(e.id, e.base_leg_max, e.phases) for e in slides] == [
        ("E07", 5, {"early": 2}),
        ("E08", 5, {"early": 2}),
    ]


def test_comfort_is_relief_and_exercises_are_not() -> None:
    """In a flare only what is tagged relief is offered."""
    assert all("RELIEF" in c.tags for c in CATALOGUE.comfort)
    assert not any("RELIEF" in e.tags for e in CATALOGUE.exercises)


def test_whoever_may_fall_holds_on_to_something() -> None:
    """Exercises tagged for balance say what to hold; carrying bags is the one without a free hand."""
    balancing = {e.id: f"{e.start.en} {e.caution.en}" for e in CATALOGUE.exercises if "BAL" in e.tags}

    assert {id_ for id_, text in balancing.items() if "hold" in text.lower()} == balancing.keys() - {"E20"}
    assert "E20" in balancing


def test_an_id_is_found_in_any_case_of_letters() -> None:
    bridge, rest = CATALOGUE.exercise("e10"), CATALOGUE.relief("a1")

    assert bridge is not None
    assert bridge.name.nb == "Seteløft"
    assert rest is not None
    assert rest.name.in_("en") == "90/90 rest"
    assert CATALOGUE.exercise("E21") is None


def test_the_stop_rule_names_place_rise_and_loss() -> None:
    for sign in ("lenger ned i beinet", "3 eller mer", "nummen eller svak", "ikke øvelsen igjen i dag"):
        assert sign in CATALOGUE.stop_rule.nb
