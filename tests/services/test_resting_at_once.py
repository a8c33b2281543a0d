"""What sent the pain down the leg rests at once, with what bends the same way, wherever the plan is read."""

from pathlib import Path

from ryggkompis.domain.journal.entries import CheckIn, ExerciseDone
from ryggkompis.domain.plan.directions import DIRECTIONS
from ryggkompis.domain.today.adjusted import adjusted
from ryggkompis.i18n.language import speaking
from ryggkompis.report.sheet import wall
from ryggkompis.services.companion import Companion
from ryggkompis.words.today.plan_items import plan_items
from tests.tui.screen_text import a_companion, known


def a_pair(companion: Companion) -> tuple[str, str]:
    """Two of today's exercises that bend the same way."""
    catalogue, planned = companion.catalogue, companion.state().plan.exercises
    ways = {one.id: DIRECTIONS.intersection(e.tags) for one in planned if (e := catalogue.exercise(one.id))}
    return next((a, b) for a in ways for b in ways if a != b and ways[a] & ways[b])


def test_what_bends_the_same_way_is_asked_for_no_more_today(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)
    done, alike = a_pair(companion)
    others = {one.id for one in companion.state().plan.exercises} - {done, alike}
    companion.diary.say(ExerciseDone, exercise=done, level=1, response="down")
    state = companion.state()
    stands = adjusted(state).exercises
    assert alike not in {one.planned.id for one in stands}
    assert others <= {one.planned.id for one in stands}
    assert not any(one.is_left(state.today) for one in stands if one.planned.id == done)
    with speaking("en"):
        assert alike not in {item.ref for item in plan_items(state)}
        name = next(one.name.en for one in state.catalogue.exercises if one.id == alike)
        assert name not in wall("html", state, "en", is_large=False).decode()
