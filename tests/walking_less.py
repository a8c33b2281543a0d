"""A patient who walks much less than planned, rule D12, and what every front end keeps of it."""

from pathlib import Path
from typing import Any, Final

from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.store.store import Store
from tests.tui.screen_text import CONTENT, FixedClock, known, places

ASKED_AFTER: Final = 3
"""Days after which it is asked what came in the way."""
MINUTES: Final = 6
"""Of the 22 planned."""


def told(because: str) -> dict[str, Any]:
    """What is kept of an answer."""
    return {"adjust": "skip", "exercise": "W1", "because": because}


TAKEN: Final[dict[str, Any]] = {"adjust": "easier", "exercise": "W1"}
"""What is kept of a smaller plan that was taken."""


def walks_too_little(folder: Path, days: int = ASKED_AFTER, minutes: int = MINUTES) -> Companion:
    """Live ``days`` days with too little walking, and check in on the morning after."""
    clock = FixedClock()
    clock.move(days=-days)
    # Saved on its own day: what is told late raises nothing that was shown today.
    companion = Companion(Store(places(folder), now=clock.now), CONTENT, Today(clock))
    known(companion)
    for _day in range(days):
        companion.diary.say(CheckIn, leg=2, back=2)
        companion.diary.say(Walk, minutes=minutes, peak_leg=2, settled=0, further_down=False)
        clock.move(days=1)
        companion.try_again()
    clock.move(minutes=-10)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))
    companion.diary.say(CheckIn, leg=2, back=2)
    return companion


def kept(companion: Companion) -> list[dict[str, Any]]:
    """Give what today's adjustments say, in the order they were kept."""
    fields = ("adjust", "exercise", "because")
    today: tuple[Adjustment, ...] = companion.state().today.adjustments
    return [{f: getattr(one, f) for f in fields if getattr(one, f) is not None} for one in today]
