"""``reminders``: the day's rhythm for the phone's calendar."""

import re
from datetime import UTC, date, time, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Final

from ryggkompis.cli.options import kinds
from ryggkompis.cli.options.declared import Kind
from ryggkompis.cli.output import STANDARD_OUTPUT, raw, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.calendar import BEGINS, PRODID, calendar
from ryggkompis.report.reminders import WEEKS, Wishes, last_day, reminders, taken_out
from ryggkompis.store.remembered.calendar import Given, read_given, write_given
from ryggkompis.store.targets import check_target, write

ENDING: Final = ".ics"
_NAME: Final = 8
"""Bytes of chance in the ids: enough that no two diaries share one."""
_HEAD: Final = 400
"""Bytes at the beginning of a file that say whose it is."""


class NotACalendar(ExpectedError):
    """The name does not say that it is a calendar."""

    says = N_(
        "{file} does not end in .ics, so no calendar would open it. Call it reminders.ics, for example."
    )


class NotATime(ExpectedError):
    """A time of day that no clock shows."""

    says = N_("{text} is no time of day. Write it as 08:00.")


def reminders_command(parser: Parser) -> Run:
    """Take a file, and when to be reminded of what."""
    parser.shows(_("reminders reminders.ics"), _("something your phone's calendar can open"))
    parser.shows(_("reminders reminders.ics --checkin 07:30"), _("the check-in at half past seven"))
    parser.takes_word(
        "file",
        kinds.file(),
        _("where to write it; it ends in {endings}; - is standard output").format(endings=ENDING),
        least=1,
    )
    parser.takes_value(
        "--checkin",
        Kind(shape="HH:MM", read=_a_time),
        _("when to check in; 08:00 otherwise"),
        default=time(8, 0),
    )
    parser.takes_value(
        "--review",
        kinds.words(WEEKDAYS, "--review", "days"),
        _("the day to look back on the week; otherwise the one in the settings"),
    )
    parser.takes_switch("--positions", _("remind of changing position too"))
    parser.takes_force()
    return _reminders


def _a_time(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2}):(\d\d)", text, re.ASCII)
    if found is not None:
        hour, minute = int(found[1]), int(found[2])
        if hour < 24 and minute < 60:  # noqa: PLR2004 - as on every clock
            return time(hour, minute)
    raise NotATime(text=text)


def _reminders(here: Surroundings) -> int:
    said = here.said
    is_printed = said.file == STANDARD_OUTPUT
    if not is_printed:
        if not said.file.casefold().endswith(ENDING):
            raise NotACalendar(file=said.file)
        # A file of ours is replaced without asking: writing it anew is how the calendar is kept up to date.
        check_target(said.file, here.places, may_replace=said.force or _is_ours(said.file))
    state = here.companion.state()
    meant = reminders(state.plan, state.profile, _wishes(here, state))
    store = here.companion.store
    given = read_given(store.places, store.seal) or Given(token_hex(_NAME))
    gone = taken_out(meant, given.until, state.day)
    data = calendar((*meant, *gone), given.name, here.clock.now().astimezone(UTC))
    if is_printed:
        raw(data)
    else:
        write(said.file, data, here.places)
        _tell(said.file, state.day + timedelta(weeks=WEEKS))
    # Only what was written can be in a calendar, and what was taken out of it may still be there.
    until = {key: day for key, day in given.until.items() if day >= state.day}
    now = replace(given, until=until | {one.key: last_day(one) for one in meant})
    write_given(store.places, store.seal, now)
    if state.plan.is_closed:
        told(_("This episode is closed, so nothing in the calendar reminds of it but a visit."))
    elif state.plan.is_empty:
        told(_("There is no plan now, so no walk and no change of position is in it."))
    return tell_problems(state.problems)


def _wishes(here: Surroundings, state: State) -> Wishes:
    mornings = [morning.day for morning in state.history.mornings if morning.day <= state.day]
    return Wishes(
        check_in=here.said.checkin,
        review=here.said.review or here.settings.review_day,
        interval=here.settings.sit_minutes,
        positions=here.said.positions,
        rhythm=state.episode.rhythm,
        last_check_in=mornings[-1] if mornings else None,
    )


def _tell(file: str, until: date) -> None:
    told(_("Written: {file}, until {day}.").format(file=shown_name(file), day=formats.day_month_year(until)))
    told(
        _("Open it on your phone. After {n} weeks, or when the plan is another, write it anew.").format(
            n=WEEKS
        )
    )


def _is_ours(file: str) -> bool:
    """Tell whether a file there is an earlier one of ours, made to be written anew."""
    try:
        with Path(file).open("rb") as earlier:
            head = earlier.read(_HEAD)
    except OSError:
        return False
    return head.startswith(BEGINS) and PRODID.encode() in head
