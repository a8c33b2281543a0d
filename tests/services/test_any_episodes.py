"""Whatever is told of episodes, in whatever order: nothing opens a lock, and what cannot be is refused."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.scales import ENDED, RHYTHMS
from ryggkompis.domain.journal.entries import CheckIn, Walk
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.today.episode import is_another_round
from ryggkompis.services import episodes
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import said_of
from tests.examples import examples
from tests.gates import answer_gate
from tests.tui.screen_text import FixedClock, a_companion, known

STEPS = 14
DAYS = (-400, -90, -31, -30, -3, -1, 0, 1)


def a_day(dice: Random, companion: Companion) -> date:
    return companion.today.day + timedelta(days=dice.choice(DAYS))


def an_onset(dice: Random, companion: Companion) -> None:
    profile = companion.state().profile
    if profile is None:
        return
    said = {**said_of(profile), "onset": a_day(dice, companion)}
    episodes.keep_profile(companion, said, is_new=dice.choice((None, True, False)))


def an_end(dice: Random, companion: Companion) -> None:
    day = min(a_day(dice, companion), companion.today.real)
    episodes.close(companion.on(day), dice.choice((*ENDED, None)))


ACTS: tuple[Callable[[Random, Companion], object], ...] = (
    lambda dice, companion: episodes.begin(companion, a_day(dice, companion)),
    an_end,
    an_end,
    lambda _dice, companion: episodes.reopen(companion),
    lambda dice, companion: episodes.set_rhythm(companion, dice.choice(RHYTHMS)),
    an_onset,
    an_onset,
    lambda dice, companion: companion.diary.say(CheckIn, leg=dice.randrange(11)),
    lambda dice, companion: companion.diary.say(Walk, minutes=dice.randrange(1, 60)),
    lambda dice, companion: answer_gate(companion, {"CES1": dice.choice(("yes", "no", "unsure"))}),
    lambda _dice, companion: companion.clear("legevakten"),
    lambda _dice, companion: companion.diary.undo(),
)


def is_held(companion: Companion) -> bool:
    """Follow the yes answers and the clearances by hand: only a clearance opens."""
    history, _problems = companion.read()
    said = [one for one in history.entries if isinstance(one, Gate | Clearance)]
    held = False
    for one in said:
        held = False if isinstance(one, Clearance) else held or "CES1" in one.positive
    return held


@pytest.mark.parametrize("seed", range(examples(16)))
def test_any_order_of_acts_keeps_what_must_be_kept(tmp_path: Path, seed: int) -> None:
    dice, clock = Random(seed), FixedClock()
    companion = known(a_companion(tmp_path, clock))
    for _step in range(STEPS):
        clock.move(days=dice.choice((0, 0, 1, 7, 40, 120)), minutes=5)
        with suppress(ExpectedError):
            dice.choice(ACTS)(dice, companion)
        state = companion.state()
        assert (state.plan.lock is not None) == is_held(companion)
        assert state.plan.is_closed == (state.plan.lock is None and state.episode.is_closed(state.day))
        assert not (state.plan.is_empty and (state.plan.walks or state.plan.exercises))
        found = state.episodes
        for one, following in pairwise(found):
            assert one.last is not None
            assert one.start <= one.last < following.start
        assert all(one.end is None or one.end >= one.start for one in found)
        assert not is_another_round(state, state.profile.onset if state.profile else None)
