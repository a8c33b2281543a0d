"""The first section of every page: a line for each safety question that was not answered with no.

None of it is ever cut (clinical 3.5): whatever else must go, these lines stand on the first page.
"""

from collections.abc import Iterator

from ryggkompis.domain.base.scales import DAILY_LINE, NUMB_LOCKS, Answer
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.report.page import Block, Items, ListItem, Paragraph, Room, one_line
from ryggkompis.report.safety import Examined, Raised
from ryggkompis.report.summary import Summary
from ryggkompis.words.entries import choice_name
from ryggkompis.words.entry_names import answer_name
from ryggkompis.words.problems import unread_in_words


def safety(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what was answered with yes or unsure, what came of it, and what holds the plan back."""
    told = summary.safety
    if summary.unread:
        yield Paragraph(unread_in_words(summary.unread), is_strong=True)
        yield Paragraph(_("A yes to a safety question may be in it."), is_strong=True)
    elif not told.raised:
        yield Paragraph(_nothing(told.asked_days, is_all=summary.tells_crisis))
    if told.raised:
        yield Items(tuple(_raised(one, room) for one in told.raised))
    if told.lock is not None:
        held = (
            _("Since {day} the plan waits for the safety list, which is not finished.")
            if told.lock.is_unfinished
            else _("Since {day} the plan is held back until a doctor has looked at it.")
        )
        yield Paragraph(held.format(day=formats.brief_day(told.lock.since)), is_strong=True)
    named = {one.seen for one in told.raised}
    # Who looked at it stands beside the question; what they found is the patient's own text and may be long.
    found = [one for one in told.seen if one.text or one not in named]
    yield from room.listing([_seen(one, room) for one in found])


def _nothing(days: int, *, is_all: bool) -> str:
    """Say that all was no, of no more than the page tells: a no that claims more could be untrue."""
    if not days:
        return _("No safety question was answered in this period.")
    every = ngettext("Asked on {n} day, always no.", "Asked on {n} days, always no.", days)
    bodily = ngettext(
        "Physical warning signs: asked on {n} day, always no.",
        "Physical warning signs: asked on {n} days, always no.",
        days,
    )
    return (every if is_all else bodily).format(n=days)


def _raised(one: Raised, room: Room) -> ListItem:
    if not one.days:
        told = _("More numbness {n} mornings in a row, since {day}; it counts as {flag}.")
        numb = told.format(n=NUMB_LOCKS, day=formats.brief_day(one.first), flag=one.flag)
        return ListItem(f"{numb} {' '.join(_done(one, room))}", choice_name("answers", "yes"))
    question = one_line(one.question.in_(current()) if one.question else one.flag)
    text = f"{_when(one)}: {question} ({room.text(one.flag)}) {' '.join(_done(one, room))}"
    return ListItem(text, answer_name(one.surest))


def _when(one: Raised) -> str:
    """Say on which day, or on how many from which to which, and how many of them only in doubt."""
    counted: tuple[tuple[Answer | None, int], ...] = (("unsure", one.unsure), (None, one.unanswered))
    less = [f", {answer_name(answer)}: {days}" for answer, days in counted if days and answer != one.surest]
    return formats.some_days(one.days, one.first, one.last) + "".join(less)


def _done(one: Raised, room: Room) -> Iterator[str]:
    if one.seen is not None:
        told = _("Looked at by {name} on {day}.")
        yield told.format(name=room.text(one.seen.by), day=formats.brief_day(one.seen.day))
        return
    if one.visit is not None:
        yield _("Visit noted on {day}.").format(day=formats.brief_day(one.visit))
    if one.no_since is not None:
        later = _("The whole list answered on {day}.") if one.flag == DAILY_LINE else _("No again on {day}.")
        yield later.format(day=formats.brief_day(one.no_since))
    if one.holds or (one.visit is None and one.no_since is None):
        yield _("No examination noted.")


def _seen(seen: Examined, room: Room) -> ListItem:
    told = _("{day}: looked at by {name}").format(day=formats.brief_day(seen.day), name=room.text(seen.by))
    return ListItem(f"{told}: {room.text(seen.text)}" if seen.text else told)
