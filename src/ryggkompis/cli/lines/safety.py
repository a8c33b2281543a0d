"""The safety conversation line by line: a few questions at a time, and each answer kept before the next."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers, OddAnswer
from ryggkompis.cli.held import tell_held
from ryggkompis.cli.hints import fault_in_words
from ryggkompis.cli.lines.prompt import ask
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import RedFlag
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.services.errors import NotOneOf, OutOfRange
from ryggkompis.services.questions.kinds import Choice, OneOf, chosen_by, keys_of
from ryggkompis.services.questions.safety import FirstStep, SafetyTalk
from ryggkompis.services.questions.safety_words import flag_in_words, question_of
from ryggkompis.services.safety import SafetyKeeper
from ryggkompis.store.errors import NotSaved
from ryggkompis.words.entry_names import answer_name
from ryggkompis.words.reasons import list_waits

AT_A_TIME: Final = 5
"""Questions of one page: what one can keep in mind who hears them."""
NO_MORE: Final = frozenset({"n", "no", "nei"})
WORDS: Final[Mapping[str, Answer]] = {
    **dict.fromkeys(("y", "yes", "j", "ja"), "yes"),
    **dict.fromkeys(("?", "u", "unsure", "usikker"), "unsure"),
}
"""What is said of a question, in either language."""
NOT_TRIED: Final[Mapping[str, object]] = {"safe": False, "result": "not_tried"}
_VALUES: Final[Mapping[str, tuple[object, ...]]] = {
    "yes": (True, "yes"),
    "no": (False, "no"),
    "unsure": ("unsure",),
}
_PARTS: Final = re.compile(r"\d+|\?|[^\W\d]+|[^\s,;]", re.UNICODE)


def ask_safety(here: Surroundings, step: FirstStep) -> SafetyKeeper:
    """Hold the conversation to its end, or until it is left; what was answered is on the disk at once."""
    keeper = SafetyKeeper(here.companion, step)
    if step == "page":
        told(keeper.talk.flags.intro.in_(current()))
    converse(keeper)
    return keeper


def converse(keeper: SafetyKeeper) -> None:
    """Go on to the end, or until it is left; what holds then is said, however it was left."""
    try:
        _until_over(keeper)
    except (KeyboardInterrupt, NoMoreAnswers):
        told("")
        tell_held(keeper.state)
        raise


def _until_over(keeper: SafetyKeeper) -> None:
    while keeper.talk.step != "over":
        talk = keeper.talk
        answered = _question(talk) if talk.is_one_question else _page(keeper)
        if answered is None:
            if talk.step == "none" and keeper.is_list_due:
                told(list_waits())
            break
        _keep(keeper, answered)
        if talk.step in {"daily", "lead"} and answered.step == "page":
            told(_("Then the whole list follows."))
            told(talk.flags.intro.in_(current()))


def _keep(keeper: SafetyKeeper, talk: SafetyTalk) -> None:
    """Make it durable; what cannot be written holds all the same, and the questions go on."""
    try:
        keeper.take(talk)
    except NotSaved as error:
        told(fault_in_words(error))
        told(_("Your answer holds all the same until this program ends. Answer it once more later."))


def _question(talk: SafetyTalk) -> SafetyTalk | None:
    """Ask one question; None when it is left where it may be."""
    question = question_of(talk)
    choices = question.answer.choices if isinstance(question.answer, OneOf) else ()
    lines = [question.words, *question.hint.splitlines()]
    lines += [f"  {key} {choice.label}" for key, choice in zip(keys_of(choices), choices, strict=True)]
    is_needed = talk.step == "read_back"
    while True:
        said = ask(_("Answer:"), lambda text: _chosen(choices, text), [shown(line) for line in lines])
        if said is not None or not is_needed:
            break
    if said is None and (talk.may_be_left or talk.step == "none"):
        return None
    # Not tried says nothing about strength, and the list comes all the same.
    return talk.answer(NOT_TRIED.get(talk.step) if said is None else said)


def _chosen(choices: Sequence[Choice], text: str) -> object:
    """Read the key of a choice, or yes, no or unsure in either language."""
    place = chosen_by(choices, text)
    if place is not None:
        return choices[place].value
    answer = "no" if text.casefold() in NO_MORE else WORDS.get(text.casefold())
    found = [choice.value for choice in choices if choice.value in _VALUES.get(answer or "", ())]
    if not found:
        raise NotOneOf(value=text, field=_("the answer"), choices=", ".join(keys_of(choices)))
    return found[0]


def _page(keeper: SafetyKeeper) -> SafetyTalk:
    """Read a few questions and take what fits."""
    talk = keeper.talk
    asked = talk.on_page(AT_A_TIME)
    lines = [
        f"  {number:>2} {shown(flag_in_words(talk, flag))}{_marked(talk, flag)}"
        for number, flag in enumerate(asked, talk.at + 1)
    ]
    is_last = talk.is_last(AT_A_TIME)
    if talk.at == 0:
        how = _("Does any of these fit? Write its number. Not sure? Write {n}? for number {n}.")
        lines.append(how.format(n=len(asked)))
    lines.append(_how_to_go_on(len(talk.asked) - talk.at - len(asked)))
    read = partial(read_answers, asked=asked, first=talk.at + 1, is_last=is_last)
    found = ask(_("Answer:"), read, lines)
    for id_, answer in (found or {}).items():
        talk = talk.mark(id_, answer)
    if found:
        _keep(keeper, talk)
    return talk.go_on(AT_A_TIME)


def _marked(talk: SafetyTalk, flag: RedFlag) -> str:
    return f" [{answer_name(talk.answer_of(flag.id))}]" if flag.id in talk.marked else ""


def _how_to_go_on(below: int) -> str:
    if not below:
        return _("These were the last. Write 0 for none.")
    more = ngettext("{n} more question follows.", "{n} more questions follow.", below).format(n=below)
    return _("Nothing here? Press Enter to go on.") + f" {more}"


def read_answers(text: str, asked: Sequence[RedFlag], first: int, *, is_last: bool) -> dict[str, Answer]:
    """Read the numbers that fit, each with a word or ``?`` beside it where it is not a plain yes.

    Args:
        text: what was typed, as “3”, “3, 4?” or “ja 3, usikker 4”; “nei” is none of these.
        asked: the questions that were read.
        first: the number of the first of them.
        is_last: “0” is none of them at all, which is only known at the end.

    Raises:
        OddAnswer, OutOfRange: for anything else.

    """
    parts = [part.casefold() for part in _PARTS.findall(text) if part not in {",", ";"}]
    if len(parts) == 1 and (parts[0] in NO_MORE or (parts[0] == "0" and is_last)):
        return {}
    last_number = first + len(asked) - 1
    found: dict[str, Answer] = {}
    word: Answer | None = None
    last = ""
    for part in parts:
        if part.isdecimal():
            place = int(part) - first if len(part) < 5 else -1  # noqa: PLR2004 - no list is that long
            if not 0 <= place < len(asked):
                raise OutOfRange(value=part, field=_("the answer"), low=first, high=last_number)
            last = asked[place].id
            found[last], word = word or "yes", None
        elif part == "?" and last:
            found[last] = "unsure"
        elif part in WORDS:
            word = WORDS[part]
        else:
            raise OddAnswer(text=text, low=first, high=last_number)
    if not found:
        raise OddAnswer(text=text, low=first, high=last_number)
    return found
