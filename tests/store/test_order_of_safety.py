"""A yes that is written after a clearance comes after it, whatever the clock says (I16)."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.errors import ListNotFinished
from tests.tui.screen_text import FixedClock, a_companion, known


@pytest.mark.parametrize("back", [timedelta(minutes=10), timedelta(days=40), timedelta(days=400)])
def test_a_clock_that_is_put_back_lets_no_clearance_answer_for_a_later_yes(
    tmp_path: Path, back: timedelta
) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    companion.clear("Dr Lie")
    assert companion.state().plan.lock is None
    clock.move(seconds=-back.total_seconds())
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES3": "unsure"}))
    assert a_companion(tmp_path, clock).state().plan.lock is not None
    # And whoever is seen for it then is free again, by the same clock.
    a_companion(tmp_path, clock).clear("Dr Lie")
    assert a_companion(tmp_path, clock).state().plan.lock is None


def test_a_list_that_was_broken_off_is_finished_and_not_cleared(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: "unsure"})
    assert companion.state().gate.lock is not None
    with pytest.raises(ListNotFinished):
        companion.clear("Dr Lie")
