"""What of the day's rhythm a phone may remind of; the titles say nothing that others may not see."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from ryggkompis.domain.base.scales import Rhythm
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episodes import RESTED
from ryggkompis.domain.plan.ladder import RUNGS
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.session.sitting import USUAL
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.calendar import Reminder

WEEKS: Final = 4
"""How long the reminders go on; the plan will be another by then."""
FIRST_WALK, LAST_WALK = time(9, 30), time(18, 30)
REVIEW: Final = time(18, 0)
HOURS: Final = tuple(range(9, 20))
"""Hours in which a change of position is reminded of."""
DAYS_BEFORE_VISIT: Final = 2
_EVEN: Final = (10, 12, 15, 20, 30, 60)
"""Minutes that divide an hour."""


class Wishes(Value, kw_only=True):
    """When the patient wants to be reminded of what."""

    check_in: time = time(8)
    review: Weekday = "sun"
    """The day of the week to look back on it."""
    interval: int = 0
    """Minutes between two positions; 0 follows the plan."""
    positions: bool = False
    """Whether changes of position are reminded of too."""
    rhythm: Rhythm = "daily"
    """How often the patient wants to be asked."""
    next_check_in: date | None = None
    """The day of the next one in that rhythm; None where there was none yet."""


def reminders(plan: Plan, profile: Profile | None, wishes: Wishes) -> tuple[Reminder, ...]:
    """List the reminders from the day of ``plan`` on; under a lock no walk and no position is among them.

    After a closed episode all are cancelled but a visit, which the patient has noted by hand.
    """
    until = plan.day + timedelta(weeks=WEEKS)
    asked = (
        _check_ins(plan, until, wishes),
        *_walks(plan, until),
        _positions(plan, until, wishes),
        _review(plan, until, wishes.review),
    )
    if plan.is_closed:
        asked = tuple(replace(one, is_cancelled=True) for one in asked)
    return (*asked, *_visit(plan, profile))


def _check_ins(plan: Plan, until: date, wishes: Wishes) -> Reminder:
    """Remind on the days that Today names: as often as was chosen, in a flare every day."""
    first = plan.day if plan.flare else max(wishes.next_check_in or plan.day, plan.day)
    return Reminder(
        key="check-in",
        title=_("Check in"),
        start=datetime.combine(first, wishes.check_in),
        minutes=5,
        repeats="daily",
        every=1 if plan.flare else RESTED[wishes.rhythm],
        until=until,
    )


def _walks(plan: Plan, until: date) -> Iterator[Reminder]:
    """Spread the walks over the day; a walk that the plan does not have is cancelled."""
    walks = plan.walks
    # As many as there can ever be: a walk that is no longer planned must be cancelled in the calendar.
    most = max(map(len, RUNGS))
    for n in range(max(most, len(walks))):
        minutes = walks[n] if n < len(walks) else 0
        title = _("Walk, {minutes}").format(minutes=formats.minutes_short(minutes)) if minutes else _("Walk")
        yield Reminder(
            key=f"walk-{n + 1}",
            title=title,
            start=datetime.combine(plan.day, _spread(n, len(walks))),
            minutes=minutes,
            repeats="daily",
            until=until,
            is_cancelled=not minutes,
        )


def _spread(n: int, count: int) -> time:
    """Give the time of walk ``n`` of ``count``, on a whole quarter of an hour."""
    first, last = (moment.hour * 60 + moment.minute for moment in (FIRST_WALK, LAST_WALK))
    at = first + min(n, count - 1) * (last - first) // max(count - 1, 1) if count else first
    return time(at // 60, at % 60 // 15 * 15)


def _positions(plan: Plan, until: date, wishes: Wishes) -> Reminder:
    every = wishes.interval or plan.position_minutes or USUAL
    even = max(n for n in _EVEN if n <= max(every, _EVEN[0]))
    return Reminder(
        key="position",
        title=_("Change position"),
        start=datetime.combine(plan.day, time(HOURS[0])),
        repeats="daily",
        until=until,
        hours=HOURS,
        at_minutes=tuple(range(0, 60, even)),
        is_cancelled=not wishes.positions or plan.is_empty,
    )


def _review(plan: Plan, until: date, review: Weekday) -> Reminder:
    days = (WEEKDAYS.index(review) - plan.day.weekday()) % 7
    return Reminder(
        key="weekly-review",
        title=_("Look back on the week"),
        start=datetime.combine(plan.day + timedelta(days=days), REVIEW),
        minutes=10,
        repeats="weekly",
        until=until,
    )


def _visit(plan: Plan, profile: Profile | None) -> Iterator[Reminder]:
    visit = profile.next_visit if profile else None
    if visit is not None and visit >= plan.day:
        yield Reminder(key="visit", title=_("Appointment"), start=visit, days_before=DAYS_BEFORE_VISIT)
