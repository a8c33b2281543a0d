"""``reminders``: the day's rhythm for the phone's calendar."""

from datetime import UTC, time
from pathlib import Path
from typing import Final

from ryggkompis.cli.errors import NotACalendar, NotATime
from ryggkompis.cli.output import STANDARD_OUTPUT, raw, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.values import a_name
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.today.episode import next_check_in
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.calendar import BEGINS, PRODID, calendar
from ryggkompis.report.reminders import WEEKS, Wishes, reminders
from ryggkompis.services.errors import NotOneOf
from ryggkompis.store.targets import check_target, write

ENDING: Final = ".ics"
_HEAD: Final = 400
"""Bytes at the beginning of a file that say whose it is."""


def reminders_command(parser: Parser) -> Run:
    """Take a file, and when to be reminded of what."""
    parser.add_argument(
        "file",
        type=a_name,
        metavar=_("FILE"),
        help=_("where to write it; it ends in {endings}; - is standard output").format(endings=ENDING),
    )
    parser.add_argument(
        "--checkin",
        type=_a_time,
        default=time(8, 0),
        metavar="HH:MM",
        help=_("when to check in; 08:00 otherwise"),
    )
    parser.add_argument(
        "--review",
        type=_a_weekday,
        metavar="|".join(WEEKDAYS),
        help=_("the day to look back on the week; otherwise the one in the settings"),
    )
    parser.add_argument("--positions", action="store_true", help=_("remind of changing position too"))
    parser.takes_force()
    return _reminders


def _a_time(text: str) -> time:
    hours, _colon, minutes = text.partition(":")
    if hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:  # noqa: PLR2004 - two figures
        hour, minute = int(hours), int(minutes)
        if hour < 24 and minute < 60:  # noqa: PLR2004 - as on every clock
            return time(hour, minute)
    raise NotATime(text=text)


def _a_weekday(text: str) -> str:
    if text.casefold() not in WEEKDAYS:
        raise NotOneOf(value=text, field="--review", choices=", ".join(WEEKDAYS))
    return text.casefold()


def _reminders(here: Surroundings) -> int:
    said = here.said
    is_printed = said.file == STANDARD_OUTPUT
    if not is_printed:
        if not said.file.casefold().endswith(ENDING):
            raise NotACalendar(file=said.file)
        # A file of ours is replaced without asking: writing it anew is how the calendar is kept up to date.
        check_target(said.file, here.places, may_replace=said.force or _is_ours(said.file))
    state = here.companion.state()
    wishes = Wishes(
        check_in=said.checkin,
        review=said.review or here.settings.review_day,
        interval=here.settings.sit_minutes,
        positions=said.positions,
        rhythm=state.episode.rhythm,
        next_check_in=next_check_in(state),
    )
    found = reminders(state.plan, state.profile, wishes)
    data = calendar(found, here.clock.now().astimezone(UTC))
    if is_printed:
        raw(data)
    else:
        write(said.file, data, here.places)
        until = formats.day_month_year(found[0].until or state.day)
        told(_("Written: {file}, until {day}.").format(file=shown_name(said.file), day=until))
        told(
            _("Open it on your phone. After {n} weeks, or when the plan is another, write it anew.").format(
                n=WEEKS
            )
        )
    if state.plan.is_closed:
        told(_("This episode is closed, so nothing in the calendar reminds of it but a visit."))
    elif state.plan.is_empty:
        told(_("There is no plan now, so walks and changes of position are taken out of the calendar."))
    return tell_problems(state.problems)


def _is_ours(file: str) -> bool:
    """Tell whether a file there is an earlier one of ours, made to be written anew."""
    try:
        with Path(file).open("rb") as earlier:
            head = earlier.read(_HEAD)
    except OSError:
        return False
    return head.startswith(BEGINS) and PRODID.encode() in head
