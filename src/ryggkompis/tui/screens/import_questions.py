"""What is asked about another program's file that does not say it itself."""

from collections.abc import Iterable, Sequence
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _
from ryggkompis.importers.errors import AboutATable
from ryggkompis.importers.mapping import ASKED_ABOUT, OFFERED, target_word
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.understood import ManySteps
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, yes_or_no
from ryggkompis.words.imports.names import shall_many_steps_come_in, what_is, which_is_the_day

DAY: Final = "day"
MANY: Final = "many"


def which_day(error: AboutATable) -> tuple[Question, ...]:
    """Ask which column is the day."""
    choices = tuple(Choice(name, shown(name)) for name in error.carried("there"))
    words, rows = which_is_the_day(), "\n".join(map(shown, error.carried("begun")))
    return (Question(key=DAY, words=words, hint=rows, answer=OneOf(choices, can_skip=False)),)


def what_is_what(
    names: Sequence[str], begun: Iterable[str], offered: Iterable[str] = OFFERED
) -> tuple[Question, ...]:
    """Ask of each column or name what it is."""
    targets = tuple(Choice(one, target_word(one)) for one in offered)
    rows = "\n".join(map(shown, begun))
    return tuple(
        Question(key=name, words=what_is(name), hint=rows, answer=OneOf(targets))
        for name in names[:ASKED_ABOUT]
    )


def many_steps(notices: Iterable[Notice]) -> tuple[Question, ...]:
    """Ask whether days of very many steps are to come in, where there are any."""
    yes_no = OneOf(yes_or_no(_("yes"), _("no")), can_skip=False)
    return tuple(
        Question(key=MANY, words=shall_many_steps_come_in(), hint=notice_in_words(one), answer=yes_no)
        for one in notices
        if isinstance(one, ManySteps)
    )
