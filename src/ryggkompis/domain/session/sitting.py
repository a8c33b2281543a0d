"""The clock for changing position (clinical 4.7): how long since the last change, and when to say so.

Sitting does no harm in itself; the next position is the best one. One prompt an interval at the most, none
at night, and none to somebody who has left the keyboard.
"""

from datetime import datetime, time, timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import ComfortDone, ExerciseDone, PositionChange, Walk

USUAL: Final = 30
"""Minutes between two changes where there is no plan; a convention."""
SNOOZE: Final = 10
"""Minutes for which one key puts it off."""
# Nobody is woken to change position.
QUIET_FROM, QUIET_UNTIL = time(22), time(7)
"""Nothing is said at night."""
MINUTE: Final = 60

Prompt: TypeAlias = Literal["move", "were_you_up"]


class SittingNow(Value):
    """How it stands now."""

    interval: int
    """Minutes between two changes."""
    minutes: int | None
    """Whole minutes since the last change that is known; None is unknown, which is not zero."""
    is_quiet: bool
    """It is night."""

    @property
    def is_due(self) -> bool:
        """Tell whether it is time to change position."""
        return self.minutes is not None and self.minutes >= self.interval

    @property
    def left(self) -> int | None:
        """Whole minutes until it is time; None is unknown."""
        return None if self.minutes is None else max(self.interval - self.minutes, 0)


def last_change(day: Day, now: datetime) -> datetime | None:
    """Find the last change of position on ``day``: a tap, or the end of something that was done."""
    kinds = PositionChange | Walk | ExerciseDone | ComfortDone
    # A walk or an exercise is a change of position as well; nobody should have to log both.
    moments = [entry.at for entry in day.entries if isinstance(entry, kinds) and entry.at <= now]
    return max(moments, default=None)


def sitting(changed: datetime | None, now: datetime, interval: int) -> SittingNow:
    """Say how it stands; a clock set back behind the last change counts as no time."""
    minutes = None if changed is None else max(int(now.timestamp() - changed.timestamp()) // MINUTE, 0)
    return SittingNow(interval, minutes, is_quiet=_is_night(now.time()))


def _is_night(moment: time) -> bool:
    return moment >= QUIET_FROM or moment < QUIET_UNTIL


class Prompter(Value):
    """What was said so far, and when a key was last pressed."""

    touched: datetime
    """The last key."""
    prompted: datetime | None = None
    """The last prompt."""
    snoozed: datetime | None = None
    """Nothing is said before this moment."""
    is_away: bool = False
    """Nobody was there for so long that they are probably up."""

    def heard(self, now: datetime) -> "Prompter":
        """Take note of a key."""
        return replace(self, touched=now)

    def put_off(self, now: datetime) -> "Prompter":
        """Say nothing for a while, and then say it again."""
        return replace(self, snoozed=now + timedelta(minutes=SNOOZE), prompted=None)

    def look(self, stands: SittingNow, now: datetime) -> tuple["Prompter", Prompt | None]:
        """Decide whether something is said now."""
        interval = timedelta(minutes=stands.interval)
        idle = _since(self.touched, now)
        # Whoever was away may have been up: that is asked once, and never counted as sitting.
        if self.is_away:
            if idle >= interval:
                return self, None
            return replace(self, is_away=False, prompted=now), None if stands.is_quiet else "were_you_up"
        if idle >= 2 * interval:
            return replace(self, is_away=True), None
        has_been_said = self.prompted is not None and _since(self.prompted, now) < interval
        is_put_off = self.snoozed is not None and now < self.snoozed
        if not stands.is_due or stands.is_quiet or has_been_said or is_put_off:
            return self, None
        return replace(self, prompted=now, snoozed=None), "move"


def _since(before: datetime, now: datetime) -> timedelta:
    return timedelta(seconds=max(now.timestamp() - before.timestamp(), 0.0))
