"""What is said while a safety answer may stand in what could not be read: where it is, and what frees it."""

from collections.abc import Iterator

from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Line
from ryggkompis.words.problems import unread_named
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.urgent import in_an_emergency


def held_back(state: State) -> Iterator[Line]:
    """Say why nothing can be started, and what frees it: what cannot be read is not a no."""
    yield Line(_not_all(), "warm")
    yield Line("")
    yield Line(
        _(
            "A safety answer may be in what is missing, and nobody can say that it is not. "
            "So the exercises wait. What cannot be read is left as it is, and whatever you note is kept."
        )
    )
    yield Line(_where(state.diary), act="doctor")
    yield Line("")
    if state.plan.is_unread_and_open:
        yield Line(list_first(), act="check_in")
    yield _what_frees()
    # What held it may be a red flag, and nobody can read which: the numbers stand here, not a key away.
    yield in_an_emergency()


def not_all_read() -> Line:
    """Say that something of the diary is missing; a look over the files names it."""
    return Line(f"{_not_all()}.", "problem", act="doctor")


def before_the_plan(state: State) -> Iterator[Line]:
    """Say what comes before the plan of a day in doubt, and what ends the doubt."""
    if state.plan.is_unread_and_open:
        yield Line(f"{_not_all()}.", "strong", list_first(), act="check_in")
    elif state.is_in_doubt and not state.plan.is_empty:
        yield _what_frees()


def in_doubt(history: History) -> Iterator[Line]:
    """Say what it means for the plan that something cannot be read, and what ends that."""
    yield Line(_where(history))
    yield Line(
        _(
            "A safety answer may be in it. Until it can be read, the plan waits for the whole safety list "
            "each day, or is held back where it was when it was last shown."
        )
    )
    yield _what_frees()


def before_clearing(history: History) -> Iterator[Line]:
    """Name what a look must have come after, where something is in doubt."""
    if history.in_doubt:
        yield Line(f"{_not_all()}.", "strong")
        yield Line(_where(history), act="doctor")


def plan_is_back(state: State) -> str:
    """Say what becomes of the plan when somebody has looked: it is back, or what it waits for still."""
    doubts = (reason_in_words(one.reason) for one in state.plan.decisions if one.rule == "DOUBT")
    return next(doubts, _("The plan is back. The longer it was held, the gentler it begins."))


def list_first() -> str:
    """Say what to do first."""
    return _("Answer the whole safety list first. Until then there are no exercises and no longer walks.")


def _not_all() -> str:
    return _("Not all of your diary can be read")


def _where(history: History) -> str:
    return _("It is this: {what}.").format(what=unread_named(history.in_doubt))


def _what_frees() -> Line:
    return Line(
        _("Has a doctor seen you since, or was nothing left open? Then say so, and the plan is back."),
        act="clear_doubt",
    )
