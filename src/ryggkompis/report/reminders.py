"""What of the day's rhythm a phone may remind of; the titles say nothing that others may not see."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from ryggkompis.domain.base.scales import Rhythm
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episodes import RESTED
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.tapering import RARE_CHECK_IN
from ryggkompis.domain.session.sitting import USUAL
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.calendar import Reminder

WEEKS: Final = 4
"""How long the reminders go on; the plan will be another by then."""
FIRST_WALK, LAST_WALK = time(9, 30), time(18, 30)
REVIEW: Final = time(18, 0)
POSITIONS_FROM, POSITIONS_TO = time(9), time(19, 59)
"""Between these a change of position is reminded of."""
LEAST: Final = 10
"""Minutes between two of them: each is an event of its own in the calendar."""
BEFORE_VISIT: Final = (timedelta(days=-2, hours=9), timedelta(hours=-6))
"""At nine two days before, while there is time to think of questions, and on the evening before."""


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
    last_check_in: date | None = None
    """The day of the last one; None where there was none yet."""


def reminders(plan: Plan, profile: Profile | None, wishes: Wishes) -> tuple[Reminder, ...]:
    """List the reminders from the day of ``plan`` on; under a lock no walk and no position is among them.

    After a closed episode there is none but a visit, which the patient has noted by hand.
    """
    visit = tuple(_visit(plan, profile))
    if plan.is_closed:
        return visit
    until = plan.day + timedelta(weeks=WEEKS)
    return (
        _check_ins(plan, until, wishes),
        *_walks(plan, until),
        *_positions(plan, until, wishes),
        _review(plan, until, wishes.review),
        *visit,
    )


def taken_out(meant: Iterable[Reminder], given: Mapping[str, date], day: date) -> Iterator[Reminder]:
    """Cancel what an earlier file gave the calendar, may ring from ``day`` on, and is no longer ``meant``."""
    keys = {one.key for one in meant}
    titles = {"walk": _("Walk"), "position": _("Change position"), "visit": _("Appointment")}
    for key, until in given.items():
        if key not in keys and until >= day:
            title = titles.get(key.partition("-")[0], _("Check in"))
            yield Reminder(key=key, title=title, start=day, is_cancelled=True)


def last_day(reminder: Reminder) -> date:
    """Give the last day on which ``reminder`` comes."""
    start = reminder.start
    return reminder.until or (start.date() if isinstance(start, datetime) else start)


def _check_ins(plan: Plan, until: date, wishes: Wishes) -> Reminder:
    """Remind on the days that Today names: as often as was chosen or is enough, in a flare every day."""
    every = 1 if plan.flare else max(RESTED[wishes.rhythm], _enough(plan, wishes))
    first = plan.day
    if every > 1 and wishes.last_check_in is not None:
        first = max(wishes.last_check_in + timedelta(days=every), first)
    if every == WEEK:
        first = _next(wishes.review, plan.day)
    is_weekly = every % WEEK == 0
    return Reminder(
        key="check-in",
        title=_("Check in"),
        start=datetime.combine(first, wishes.check_in),
        minutes=5,
        repeats="weekly" if is_weekly else "daily",
        every=every // WEEK if is_weekly else every,
        until=until,
    )


def _enough(plan: Plan, wishes: Wishes) -> int:
    """Give the days between two check-ins that are enough, where nobody has chosen how often."""
    if wishes.rhythm != "daily" or not plan.is_weekly_enough:
        return 1
    return RARE_CHECK_IN if plan.is_monthly_enough else WEEK


def _next(weekday: Weekday, day: date) -> date:
    return day + timedelta(days=(WEEKDAYS.index(weekday) - day.weekday()) % WEEK)


def _walks(plan: Plan, until: date) -> Iterator[Reminder]:
    """Spread the walks over the day."""
    for n, minutes in enumerate(plan.walks):
        yield Reminder(
            key=f"walk-{n + 1}",
            title=_("Walk, {minutes}").format(minutes=formats.minutes_short(minutes)),
            start=datetime.combine(plan.day, _spread(n, len(plan.walks))),
            minutes=minutes,
            repeats="daily",
            until=until,
        )


def _spread(n: int, count: int) -> time:
    """Give the time of walk ``n`` of ``count``, on a whole quarter of an hour."""
    first, last = (moment.hour * 60 + moment.minute for moment in (FIRST_WALK, LAST_WALK))
    at = first + min(n, count - 1) * (last - first) // max(count - 1, 1) if count else first
    return time(at // 60, at % 60 // 15 * 15)


def _positions(plan: Plan, until: date, wishes: Wishes) -> Iterator[Reminder]:
    if not wishes.positions or plan.is_empty:
        return
    every = timedelta(minutes=max(wishes.interval or plan.position_minutes or USUAL, LEAST))
    at, last = (datetime.combine(plan.day, moment) for moment in (POSITIONS_FROM, POSITIONS_TO))
    while at <= last:
        yield Reminder(
            key=f"position-{at:%H%M}",
            title=_("Change position"),
            start=at,
            repeats="daily",
            until=until,
        )
        at += every


def _review(plan: Plan, until: date, review: Weekday) -> Reminder:
    return Reminder(
        key="weekly-review",
        title=_("Look back on the week"),
        start=datetime.combine(_next(review, plan.day), REVIEW),
        minutes=10,
        repeats="weekly",
        until=until,
    )


def _visit(plan: Plan, profile: Profile | None) -> Iterator[Reminder]:
    visit = profile.next_visit if profile else None
    if visit is not None and visit >= plan.day:
        start = datetime.combine(visit, time())
        alarms = tuple(before for before in BEFORE_VISIT if (start + before).date() >= plan.day)
        yield Reminder(key="visit", title=_("Appointment"), start=visit, alarms=alarms)
