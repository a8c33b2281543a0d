"""The questions of the safety conversation in words, each worded when it is asked."""

from collections.abc import Mapping

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.catalogue.catalogue import RedFlag, RedFlags
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.services.questions.kinds import NO, Choice, OneOf, Question, yes_or_no
from ryggkompis.services.questions.safety import WEAKER, SafetyTalk
from ryggkompis.words.entries import choice_name


def question_of(talk: SafetyTalk) -> Question:
    """Give the one question that is asked now."""
    match talk.step:
        case "daily":
            return _daily(talk.flags, is_operated=talk.is_operated)
        case "safe":
            return _is_safe(talk.flags)
        case "result":
            return _result(talk.flags)
        case "lead":
            return _lead(talk)
        case "read_back":
            return _read_back(talk)
        case _:
            return _none_right(talk)


def flag_in_words(talk: SafetyTalk, flag: RedFlag) -> str:
    """Word a question of the list: of a finding that was examined, whether it is worse since."""
    question = flag.question.in_(current())
    if flag.id not in talk.examined:
        return question
    return f"{question} {talk.flags.examined.in_(current())}"


def _daily(flags: RedFlags, *, is_operated: bool) -> Question:
    lines = (flags.daily, flags.daily_operated) if is_operated else (flags.daily,)
    return Question(
        key="daily",
        words=" ".join(line.in_(current()) for line in lines),
        hint=_("If you answer yes or unsure, the whole list is asked."),
        answer=_of_answers({}),
    )


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


def _lead(talk: SafetyTalk) -> Question:
    id_ = talk.leads[0]
    flag = talk.flags.flag(id_)
    # The question asks about what one cannot do, so that a bare no would say too little.
    named = {"no": _("no, that does not fit"), "yes": _("yes, that fits")}
    return Question(
        key=id_,
        words=flag_in_words(talk, flag) if flag else id_,
        hint=_why_asked(talk, id_),
        answer=_of_answers(named),
    )


def _why_asked(talk: SafetyTalk, id_: str) -> str:
    if id_ in talk.drawn:
        return _("This is asked because of what is new in the drawing.")
    return "" if talk.is_of_strength else _("This was asked before, and is not answered yet.")


def _of_answers(named: Mapping[str, str]) -> OneOf:
    """Offer no, yes and unsure; no figure but that of “no” answers, so that a slip never says yes."""
    letters = {"yes": choice_name("answers", "yes")[0], "unsure": choice_name("answers", "unsure")[0]}
    answers: tuple[Answer, ...] = ("no", "yes", "unsure")
    choices = tuple(
        Choice(one, named.get(one, choice_name("answers", one).capitalize()), letters.get(one, NO))
        for one in answers
    )
    return OneOf(choices, can_skip=False)


def _read_back(talk: SafetyTalk) -> Question:
    said = talk.to_read_back
    lines = [
        f"{choice_name('answers', said[flag.id]).capitalize()}: {flag_in_words(talk, flag)}"
        for flag in talk.flags.by_urgency(said)
    ]
    if not talk.red.isdisjoint(said):
        lines += ["", _("If it is, it must be checked, and the plan waits until a doctor has looked at it.")]
    return Question(
        key="read_back",
        words=_("This is what you answered. Is it right?"),
        hint="\n".join(lines),
        answer=_right(_("yes, that is right"), _("no, I pressed wrong")),
    )


def _none_right(talk: SafetyTalk) -> Question:
    count = len(talk.asked) - len(talk.confirmed)
    if talk.confirmed:
        words = ngettext("{n} other question, no – right?", "{n} other questions, all no – right?", count)
    else:
        words = ngettext("{n} question, no – right?", "{n} questions, all no – right?", count)
    return Question(
        key="none",
        words=words.format(n=count),
        answer=_right(_("yes, all no"), _("no, back to the list")),
    )


def _right(yes: str, no: str) -> OneOf:
    return OneOf(yes_or_no(yes, no), can_skip=False)
