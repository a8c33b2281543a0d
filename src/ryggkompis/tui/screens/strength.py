"""The weekly look at strength: tried only where it is safe; what is not tried says nothing."""

from functools import partial
from typing import TYPE_CHECKING, cast

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.i18n.language import _, current
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, yes_or_no
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.words.entries import choice_name

if TYPE_CHECKING:
    from ryggkompis.tui.app import Ryggkompis

WEAKER = "weaker"


async def ask_strength(app: "Ryggkompis") -> dict[str, Answer] | None:
    """Let strength be tried, and give what was answered yes or unsure; None when it was left."""
    flags = app.companion.flags
    answers: Answers = {}
    asked = Asking(lambda: _("Your strength, once a week"), partial(_questions, flags, answers), answers)
    if await app.push_screen_wait(asked) is None and answers.get("result") != WEAKER:
        return None
    return _found(flags, answers)


def _found(flags: RedFlags, answers: Answers) -> dict[str, Answer]:
    if answers.get("safe") is not True or answers.get("result") != WEAKER:
        return {}
    # A question that was left after “weaker” is not a no.
    said = {id_: cast("Answer", answers.get(id_, "unsure")) for id_ in flags.strength.leads_to}
    return {id_: answer for id_, answer in said.items() if answer != "no"}


def _questions(flags: RedFlags, answers: Answers) -> tuple[Question, ...]:
    asked = [_is_safe(flags)]
    if answers.get("safe") is True:
        asked.append(_result(flags))
        if answers.get("result") == WEAKER:
            asked += [_flag(flags, id_) for id_ in flags.strength.leads_to]
    return tuple(asked)


def _is_safe(flags: RedFlags) -> Question:
    return Question(
        key="safe",
        words=flags.strength.safe.in_(current()),
        hint=flags.strength.intro.in_(current()),
        answer=OneOf(yes_or_no(_("yes, I will try"), _("not today")), can_skip=False),
    )


def _result(flags: RedFlags) -> Question:
    steps = (f"{n}. {step.in_(current())}" for n, step in enumerate(flags.strength.steps, 1))
    choices = (
        Choice("same", _("yes, as before")),
        Choice(WEAKER, _("no, weaker on one side")),
        Choice("not_tried", _("I did not try")),
    )
    return Question(
        key="result",
        words=flags.strength.result.in_(current()),
        hint="\n".join(steps),
        answer=OneOf(choices, can_skip=False),
    )


def _flag(flags: RedFlags, id_: str) -> Question:
    flag = flags.flag(id_)
    return Question(
        key=id_,
        words=flag.question.in_(current()) if flag else id_,
        answer=OneOf(
            (
                # The question asks about what one cannot do, so that a bare no would say too little.
                Choice("no", _("no, that does not fit")),
                Choice("yes", _("yes, that fits")),
                Choice("unsure", choice_name("answers", "unsure")),
            ),
            can_skip=False,
        ),
    )
