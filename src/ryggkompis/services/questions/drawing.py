"""What is asked of a drawing, line by line and at its end; worded when it is asked."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Site
from ryggkompis.domain.journal.drawing import Drawing, Sort
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import OneOf, Question, yes_or_no
from ryggkompis.words.drawing.names import drawing_in_words
from ryggkompis.words.entry_names import choice_name

_WHERE: Final[Mapping[Sort, str]] = {
    "pain": N_("Where does it hurt?"),
    "numbness": N_("Where is it numb?"),
    "tingling": N_("Where does it tingle?"),
    "weakness": N_("Where is it weak?"),
}


def where(sort: Sort) -> str:
    """Ask where something is."""
    return _(_WHERE[sort])


def how_to_name() -> str:
    """Say how regions are named in a line."""
    return _("Write numbers with l for left, r for right or b for both, as 2l 8l. Enter alone means nowhere.")


def last_time(drawing: Drawing) -> str:
    """Say what the last drawing showed, and when."""
    day = formats.weekday_day(drawing.day)
    return _("Last drawing, {day}: {marks}").format(day=day, marks=drawing_in_words(drawing))


def last_day(drawing: Drawing) -> str:
    """Say when the last drawing was made, where there is no room for its words; the log has them."""
    return _("Last drawing: {day}").format(day=formats.weekday_day(drawing.day))


def is_it_right(drawing: Drawing) -> str:
    """Read a drawing back, and ask whether it is right; also of one with nothing in it."""
    if drawing.marks:
        return _("{marks} Is that right?").format(marks=drawing_in_words(drawing))
    return _("Nothing is marked. Is nothing painful, numb, tingling or weak now?")


def do_you_want_to() -> str:
    """Offer to draw where it hurts, in a sentence."""
    return _("Do you want to mark where it hurts, too? It takes a minute.")


def does_it_reach(site: Site) -> str:
    """Ask whether how far down a drawing goes is to stand in the check-in of the day."""
    return _("The drawing shows pain {where}. Should today's check-in say that, too?").format(
        where=choice_name("site", site)
    )


def drawing_offered() -> tuple[Question, ...]:
    """Offer to draw where it hurts."""
    return _sure(do_you_want_to(), _("yes"), _("not now"))


def is_nothing_meant(drawing: Drawing) -> tuple[Question, ...]:
    """Ask whether a drawing with nothing in it is meant."""
    return _sure(is_it_right(drawing), _("yes, nothing"), _("no, go back"))


def is_site_meant(site: Site) -> tuple[Question, ...]:
    """Ask whether today's check-in is to say how far down a drawing goes."""
    return _sure(does_it_reach(site), _("yes"), _("no, leave it as it is"))


def _sure(words: str, yes: str, no: str) -> tuple[Question, ...]:
    return (Question(key="sure", words=words, answer=OneOf(yes_or_no(yes, no), can_skip=False)),)
