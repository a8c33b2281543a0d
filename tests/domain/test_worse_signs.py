"""A worse morning is so for something that was said, and for that alone: the signs behind D7 and D4."""

from typing import Any

import pytest

from ryggkompis.domain.plan.facts.mornings import Morning, Sign
from ryggkompis.domain.plan.reasons import InFlare, WorseMorning
from tests.domain.patient import Patient


def after_a_week(**morning: Any) -> Patient:
    """A week at leg 4, back 3 and the thigh; then this morning."""
    patient = Patient.at_level(3, days=8, site="thigh")
    patient.morning(8, **{"site": "thigh", **morning})
    return patient


@pytest.mark.parametrize(
    ("morning", "signs"),
    [
        ({"leg": 5}, ()),
        ({"leg": 6}, ("leg",)),
        ({"back": 5}, ()),
        ({"back": 6}, ("back",)),
        ({"site": "buttock"}, ()),
        ({"site": "calf"}, ("site",)),
        ({"morning": "worse"}, ()),
        ({"morning": "worse", "leg": 5}, ("word",)),
        ({"morning": "worse", "leg": None}, ("word",)),
        ({"leg": 6, "back": 6, "site": "calf", "morning": "worse"}, ("leg", "back", "site", "word")),
        # Drawn back towards the spine, it is not worse for the back's sake.
        ({"leg": 4, "back": 5, "site": "buttock", "morning": "worse"}, ()),
    ],
)
def test_a_morning_is_worse_by_what_was_said_and_the_reason_names_it(
    morning: dict[str, Any], signs: tuple[Sign, ...]
) -> None:
    step = after_a_week(**morning).steps(8)[-1]
    assert step.facts.judged.signs == signs
    assert step.facts.state.is_worse is bool(signs)
    found = [d.reason.worse.signs for d in step.decisions if isinstance(d.reason, WorseMorning)]
    assert found == ([signs] if signs else [])


def test_a_flare_that_the_place_began_names_the_place() -> None:
    step = after_a_week(site="foot").steps(8)[-1]
    assert step.facts.state == Morning.MUCH_WORSE
    assert [d.reason.worse.signs for d in step.decisions if isinstance(d.reason, InFlare)] == [("site",)]
