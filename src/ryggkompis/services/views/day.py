"""One day in one line, for whoever points at it."""

from collections.abc import Iterator
from datetime import date

from ryggkompis.domain.course.happened import happened
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entries import choice_name
from ryggkompis.words.meaning import event_name
from ryggkompis.words.problems import unread_name


def day_in_words(state: State, day: date, *, numbers: bool) -> str:
    """Say what is known of a day; where nothing is, it is a gap and nothing else."""
    known = state.diary[day]
    parts = [*_morning(known.check_in, numbers=numbers), *_done(known, state.planned_minutes.get(day))]
    if known.is_flare:
        parts.append(_("flare-up"))
    parts += [formats.quoted(event_name(one)) for one in happened(state.diary) if one.day == day]
    told = " · ".join(parts) if parts else _nothing(state, day)
    return _("{day}: {told}").format(day=formats.weekday_day(day), told=told)


def _nothing(state: State, day: date) -> str:
    return unread_name() if state.diary.is_unread(day) else _("nothing written down")


def _morning(said: CheckIn | None, *, numbers: bool) -> Iterator[str]:
    if said is None:
        return
    if said.morning is not None:
        yield choice_name("morning", said.morning)
    if numbers and said.leg is not None:
        yield _("leg {n}").format(n=said.leg)
    if numbers and said.back is not None:
        yield _("back {n}").format(n=said.back)
    if said.site is not None:
        yield choice_name("site", said.site)
    if said.sleep_wakes is not None:
        yield choice_name("sleep_wakes", said.sleep_wakes)


def _done(day: Day, planned: int | None) -> Iterator[str]:
    if day.known_minutes == 0:
        yield choice_name("walked", value=False)
    elif day.walks:
        walked = formats.minutes_short(day.walked)
        yield (
            _("walked {minutes} of {planned}").format(minutes=walked, planned=formats.minutes_short(planned))
            if planned
            else _("walked {minutes}").format(minutes=walked)
        )
    if count := len(day.exercises_done):
        yield ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    if count := day.position_changes:
        yield ngettext("{n} change of position", "{n} changes of position", count).format(n=count)
