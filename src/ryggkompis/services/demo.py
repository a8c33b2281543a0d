"""A patient who does not exist: an ordinary recovery, ten weeks with gaps and a flare that ends well."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from math import exp
from random import Random
from typing import Any, Final

from ryggkompis.domain.base.scales import DAILY_LINE, Site
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import (
    CheckIn,
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Note,
    PositionChange,
    Profile,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.plan.plan import plan_day
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.i18n.language import _
from ryggkompis.services.companion import Companion
from ryggkompis.store.codec import encode

DAYS: Final = 70
"""How long the patient has kept the diary."""
BEFORE: Final = 9
"""Days with pain before the diary began."""
GAPS: Final = frozenset({17, 18, 31, 52, 53, 54})
"""Days on which nothing was noted."""
FLARE: Final = range(40, 44)
"""Days of the flare-up."""
# The README's outputs and pictures are taken from this life, so it must not change by itself.
_SEED: Final = 7
_FOLLOWS: Final = 0.97
"""Share of the planned walks that were taken."""
_SITES: Final[tuple[tuple[int, Site], ...]] = ((48, "none"), (32, "buttock"), (14, "thigh"), (0, "calf"))
"""From which day on the pain reaches only so far."""
_HARD: Final = frozenset({12, 27})
"""Days on which the last walk was a little too much."""
_WEEK: Final = 7


def live_through(companion: Companion) -> None:
    """Write the diary of the patient into an empty journal, up to today."""
    patient = _Patient(companion, companion.today.real - timedelta(days=DAYS - 1))
    for n in range(DAYS):
        if n not in GAPS:
            patient.live(n)
    # As if it had been written day by day: taking back takes one entry at a time, and knows how old it is.
    companion.store.bring_back(
        [encode(replace(entry, saved=entry.at.astimezone(UTC))) for entry in patient.said]
    )


@dataclass
class _Patient:
    """Lives one day after another, and follows the plan fairly well."""

    companion: Companion
    first: date
    chance: Random = field(default_factory=lambda: Random(_SEED))  # noqa: S311 - it must be the same every time
    said: list[Entry] = field(default_factory=list)

    def live(self, n: int) -> None:
        """Live the day ``n`` days after the first; of the last day only the morning."""
        if n == 0:
            self._begin()
        leg = self._morning(n)
        self._moves(n, leg, only_morning=n == DAYS - 1)
        if n < DAYS - 1:
            self._evening(n, leg)

    def _say(self, n: int, hour: float, kind: type[Entry], **fields: Any) -> None:  # noqa: ANN401
        day, clock = self.first + timedelta(days=n), self.companion.today.clock
        at = datetime.combine(day, time(int(hour), int(hour % 1 * 60)), tzinfo=clock.now().tzinfo)
        self.said.append(kind(id=f"00DEM0{len(self.said):020}", day=day, at=at, tz=clock.zone, **fields))

    def _begin(self) -> None:
        self._say(
            0,
            7,
            Profile,
            onset=self.first - timedelta(days=BEFORE),
            side="left",
            goals=(_("Tie my shoes"), _("Sit through a meal"), _("Walk to the shop")),
            questions=(_("May I carry the shopping again?"), _("When can I go running?")),
            walk_tolerance=8,
            walks_now=15,
        )
        self._say(0, 7, Event, text=_("Demo patient: told it is a herniated disc"), event="visit")

    def _morning(self, n: int) -> int:
        """Check in; give the leg pain of the morning."""
        flare = n in FLARE
        easing = 1 + 5.5 * exp(-n / 22) + self.chance.uniform(-0.6, 0.6)
        leg = min(10, max(0, round(easing + (2 if flare else 0))))
        back = min(10, max(0, round(1 + 3.5 * exp(-n / 35) + self.chance.uniform(-1, 1))))
        gate = gate_on(self.first + timedelta(days=n), History.of(self.said), self.companion.flags)
        if gate.is_full_list_due(worse=flare):
            self._say(n, 7.5, Gate, scope="full", answers=self.companion.full_answers({}))
        else:
            self._say(n, 7.5, Gate, scope="daily", answers={DAILY_LINE: "no"})
        site = next(site for day, site in _SITES if n >= day)
        self._say(
            n, 7.5, CheckIn, leg=leg, back=back, site=site, numb="same" if leg > 2 else "none",  # noqa: PLR2004
            morning="worse" if n == FLARE.start else "same", sleep_wakes=min(leg // 3, 3), flare=flare,
        )  # fmt: skip
        return leg

    def _moves(self, n: int, leg: int, *, only_morning: bool) -> None:
        """Take most of the planned walks, and the exercises two days of three."""
        companion = self.companion
        plan = plan_day(
            self.first + timedelta(days=n), History.of(self.said), companion.catalogue, companion.flags
        )
        for place, minutes in enumerate(plan.walks[:1] if only_morning else plan.walks):
            if only_morning or self.chance.random() < _FOLLOWS:
                hard = n in _HARD and place == len(plan.walks) - 1
                self._say(
                    n,
                    9 + 3 * place,
                    Walk,
                    minutes=minutes,
                    peak_leg=min(10, leg + 2 * hard),
                    settled=20 * hard,
                    further_down=False,
                )
        if only_morning:
            return
        for planned in plan.exercises if n % 3 else ():
            self._say(
                n,
                17,
                ExerciseDone,
                exercise=planned.id,
                level=planned.level,
                sets=planned.sets,
                response="same",
            )
        if leg > 3:  # noqa: PLR2004
            self._say(n, 15, ComfortDone, comfort=plan.comfort[0], minutes=10, helped=True)
        self._say(n, 14, PositionChange)

    def _evening(self, n: int, leg: int) -> None:
        if n % 2:
            self._say(
                n, 21, Evening, leg_avg=leg, leg_worst=min(10, leg + 2), sit_longest="20_40", flare=n in FLARE
            )
        if n == FLARE.start:
            self._say(n, 20, Event, text=_("Demo: a long drive"))
            self._say(n, 20, Note, text=_("Sat too long in the car yesterday."))
            self._say(n, 20, Medicine, text=_("What the doctor prescribed, twice a day"))
        if n % _WEEK == _WEEK - 1:
            weeks = n // _WEEK
            better = 1 + min(2, weeks // 3)
            self._say(
                n, 20, Weekly, goals=(min(9, 2 + weeks), min(9, 1 + weeks), min(9, 3 + weeks)),
                global_change=better, work="off" if weeks < 3 else "partly", worry=max(1, 7 - weeks),  # noqa: PLR2004
            )  # fmt: skip
