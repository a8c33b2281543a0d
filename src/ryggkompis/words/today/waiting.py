"""What waits to be told, as an invitation: nothing of it must be."""

from collections.abc import Iterator

from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.review import is_review_due
from ryggkompis.domain.journal.visits import coming_visit, untold_visit
from ryggkompis.domain.today.away import is_back, is_first_day
from ryggkompis.domain.today.episode import is_check_in_wanted
from ryggkompis.domain.today.state import State
from ryggkompis.domain.today.walking_less import is_smaller_offered, is_why_asked
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.adjusting import (
    enough_asked,
    often_enough,
    smaller_is_ready,
    what_came_in_the_way,
)
from ryggkompis.words.lines import Line
from ryggkompis.words.programme import is_it_on
from ryggkompis.words.reasons import first_questions
from ryggkompis.words.today.episode import as_chosen, good_end, look_at_once


def waiting(state: State, review_day: Weekday) -> Iterator[Line]:
    """Invite to what is still to be told; nothing of it must be."""
    if is_back(state) and not state.plan.is_unread_and_open:
        # One sentence and one question; all else can wait until the plan is there again.
        yield Line(_("Good to have you back. The days between need no explaining."), "calm")
        yield from _invitation()
        yield from _visit(state)
        # The plan follows a programme whose last day has passed: that is not for later.
        yield from is_it_on(state.plan.programme, state.day)
        return
    yield from _morning(state, review_day)
    if is_review_due(state.lately, state.day, review_day):
        more = _("Look back on it; it takes five minutes.")
        yield Line(_("How was the week?"), "strong", more, act="review")
    if is_why_asked(state):
        yield Line(what_came_in_the_way(), "strong", _("Only if you like."), act="why_less")
    if is_smaller_offered(state):
        stands = _("One step less, for four weeks or until you walk more.")
        yield Line(smaller_is_ready(), "strong", stands, act="smaller")
    if state.plan.is_enough_asked:
        yield Line(enough_asked(), "strong", act="enough")
    yield from _visit(state)
    yield from is_it_on(state.plan.programme, state.day)
    if state.is_new:
        yield Line(first_questions(), act="first_run")
    yield from good_end(state)


def still_to_tell(state: State) -> Iterator[Line]:
    """Invite to tell of the morning of a day that is over; whatever else waits is of today."""
    if state.today.check_in is None and not state.plan.is_unread_and_open:
        more = _("You may still tell of it.")
        yield Line(_("How was that morning?"), "strong", more, act="check_in")


def _morning(state: State, review_day: Weekday) -> Iterator[Line]:
    """Ask for a check-in; after the first of all, say what is enough for a first day."""
    if state.today.check_in is None:
        if not state.plan.is_unread_and_open:
            yield from _check_in(state, review_day)
    elif is_first_day(state) and state.plan.walks:
        enough = _("One thing is enough for a first day: a walk of {walk} min.")
        yield Line(enough.format(walk=state.plan.walks[0]), "strong")
        yield Line(_("New here? The tour takes a minute."), act="tour")


def _check_in(state: State, review_day: Weekday) -> Iterator[Line]:
    """Ask for a check-in as often as the patient chose, or as it is worth while."""
    if not is_check_in_wanted(state):
        yield from as_chosen(state)
    elif state.episode.rhythm == "daily" and state.is_check_in_spared(review_day):
        yield from _seldom(state, review_day)
    else:
        yield from _invitation()


def _invitation() -> Iterator[Line]:
    more = _("Check in first; it takes less than a minute.")
    yield Line(_("How is it this morning?"), "strong", more, act="check_in")


def _seldom(state: State, review_day: Weekday) -> Iterator[Line]:
    """Say how often is enough, and why; it is never forbidden to say more."""
    steady = often_enough(state.plan, formats.weekday_named(WEEKDAYS.index(review_day)))
    why = _("Scoring pain every day may keep it in mind; studies do not agree. Tick your walks as before.")
    yield Line(f"{steady} {why}", "calm", act="any_day")
    yield look_at_once()


def _visit(state: State) -> Iterator[Line]:
    """Remind of a visit that is near; after one, ask what was agreed."""
    coming = coming_visit(state.lately, state.day)
    if coming is not None:
        named = formats.weekday_named(coming.weekday())
        is_today = coming == state.day
        what = _("You have a visit today.") if is_today else _("You have a visit on {day}.").format(day=named)
        yield Line(what, "strong", _("Note what you want to ask, and take the report along."), act="visit")
    elif untold_visit(state.lately, state.day) is not None:
        told = _("Tell what was agreed while you remember it.")
        yield Line(_("How was the visit?"), "strong", told, act="visit")
