"""The questions of the program as lines: the words, each choice with its key, and one line to answer on."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from ryggkompis.cli.errors import AnswerNeeded, NobodyAnswered, NoMoreAnswers, NotConfirmed, OddNumbers
from ryggkompis.cli.lines.prompt import answer_line, is_new
from ryggkompis.cli.lines.terminal import begin_question, rest_of_paste
from ryggkompis.cli.options.values import whole_number
from ryggkompis.cli.output import told
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.services.checks import at_most
from ryggkompis.services.errors import NotOneOf
from ryggkompis.services.questions.answers import answer_in_words, before_in_words, settled, understood
from ryggkompis.services.questions.kinds import (
    NONE,
    Choice,
    Day,
    Kind,
    Number,
    OneOf,
    Question,
    Scale,
    Some,
    Text,
    Told,
    Typed,
    chosen_by,
    keys_of,
    yes_or_no,
)

WORST: Final = 10
BEFORE: Final = "="
UNKNOWN: Final = frozenset({"?", "-", "–"})
BACK: Final = frozenset({"<", "back", "tilbake"})
SAID: Final = {"yes": "y", "ja": "y", "no": "n", "nei": "n", "unsure": "u", "usikker": "u", "t": "10"}
"""Words that say the same in either language."""
Answers = dict[str, object]
Asked = Callable[[], Sequence[Question]]
Chosen = TypeVar("Chosen")


def ask_all(questions: Asked, answers: Answers, today: date | None = None) -> Answers:
    """Ask one question after the other, and fill ``answers``; “<” goes back to the one before.

    Args:
        questions: what to ask, in order; it may depend on ``answers``.
        answers: what is known already; a question that is left blank keeps it.
        today: what a day said as “yesterday” counts from; needed where a day is asked.

    """
    place = 0
    while place < len(asked := [one for one in questions() if not one.is_settled]):
        question = asked[place]
        said = _answer(question, answers.get(question.key), today)
        if said is BACK:
            place = max(place - 1, 0)
            continue
        answers[question.key] = said
        place += 1
    return {**answers, **{one.key: settled(one, answers) for one in questions() if one.is_settled}}


def ask_question(question: Question, known: object = None) -> object:
    """Ask one question; blank keeps what is ``known``, and without that it is unknown."""
    while (said := _answer(question, known)) is BACK:
        pass
    return said


def choose(words: str, named: Sequence[tuple[Chosen, str]]) -> Chosen | None:
    """Ask for one of a few values by its number or its name; None when it is left blank."""
    choices = OneOf(tuple(Choice(place, label) for place, (_value, label) in enumerate(named)))
    place = ask_question(Question(key="which", words=words, answer=choices))
    return named[place][0] if isinstance(place, int) else None


def confirm(words: str) -> bool:
    """Ask for yes or no until one of them is said."""
    answer = OneOf(yes_or_no(_("yes"), _("no")), can_skip=False)
    return ask_question(Question(key="sure", words=words, answer=answer)) is True


def make_sure(words: str) -> None:
    """Ask whether something serious is meant, of which ``--yes`` may say so beforehand.

    Raises:
        NotConfirmed: it is not.
        NobodyAnswered: where the answers end.

    """
    try:
        is_meant = confirm(words)
    except NoMoreAnswers:
        raise NobodyAnswered from None
    if not is_meant:
        raise NotConfirmed


def _answer(question: Question, known: object, today: date | None = None) -> object:
    begin_question()
    for line in _lines(question, known):
        told(shown(line))
    prompt = _prompt(question.answer)
    while True:
        text = answer_line(prompt)
        if text.casefold() in BACK:
            return BACK
        try:
            return _read(question, text, known, today)
        except ExpectedError as error:
            begin_question()
            told(word(error))


def _lines(question: Question, known: object) -> Iterator[str]:
    """Give what is heard before the answer, each thing on a line of its own."""
    kind = question.answer
    choices = kind.choices if isinstance(kind, OneOf | Some) else ()
    keys = [str(n) for n in range(1, len(choices) + 1)] if isinstance(kind, Some) else keys_of(choices)
    yield question.words
    yield from _hint(question)
    yield from (f"  {key} {_in_words(choice)}" for key, choice in zip(keys, choices, strict=True))
    if before := before_in_words(question):
        yield before
    if known is not None:
        yield _("It is now: {value}").format(value=answer_in_words(question, known))
    elif isinstance(kind, Typed) and kind.example:
        yield _("For example: {example}").format(example=kind.example)
    if isinstance(kind, Scale):
        ends = _("0 {low}, 10 {high}.").format(low=kind.low, high=kind.high)
        yield from (ends,) if is_new(ends) else ()


def _in_words(choice: Choice) -> str:
    """Say what is chosen; where the window draws a figure beside it, what one does."""
    if choice.movement is None:
        return choice.label
    return f"{choice.label}: {way_of(choice.movement, 1).cue.in_(current())}"


def _hint(question: Question) -> Sequence[str]:
    """Give what stands beside a question; what only explains it is heard once."""
    lines, kind = question.hint.splitlines(), question.answer
    # A scale's hint names keys of the window.
    if isinstance(kind, Scale):
        return ()
    is_asked_about = question.is_aside or isinstance(kind, Told) or not _can_skip(kind)
    return lines if is_asked_about or len(lines) != 1 or is_new(lines[0]) else ()


def _prompt(kind: Kind) -> str:
    match kind:
        case Told():
            return _("Press Enter to go on.")
        case Some():
            return _("Numbers with commas between, 0 for none:")
        case Scale():
            return "[0–10]"
        case _:
            return _("Answer:")


def _read(question: Question, text: str, known: object, today: date | None) -> object:
    """Understand an answer: blank keeps what is known, “?” is “I don't know”, “=” is as the day before."""
    kind = question.answer
    if isinstance(kind, Told) or (not text and (known is not None or _can_skip(kind))):
        return known
    if not text:
        raise AnswerNeeded
    if text in UNKNOWN and _can_skip(kind) and not isinstance(kind, Text):
        return None
    return question.before if text == BEFORE and question.before is not None else _said(kind, text, today)


def _said(kind: Kind, text: str, today: date | None) -> object:
    match kind:
        case OneOf(choices=choices):
            return _one(choices, text)
        case Some(choices=choices, most=most):
            return at_most(_some(choices, text), most)
        case Text():
            return understood(kind, f"{text} {' '.join(rest_of_paste().splitlines())}")
        case Number() | Day():
            return understood(kind, text, today)
        case _:
            return whole_number(SAID.get(text.casefold(), text), _("the answer"), 0, WORST)


def _can_skip(kind: Kind) -> bool:
    if isinstance(kind, Typed):
        return not kind.is_needed
    return kind.can_skip if isinstance(kind, OneOf | Some) else True


def _one(choices: Sequence[Choice], text: str) -> Any:  # noqa: ANN401 - whatever the choice stands for
    """Choose by key, by the words, or by the beginning of a word that only one of them has."""
    said = text.casefold()
    place = chosen_by(choices, SAID.get(said, said))
    if place is not None:
        return choices[place].value
    found = [choice for choice in choices if said and any(part.startswith(said) for part in _parts(choice))]
    if len(found) == 1:
        return found[0].value
    keys = ", ".join(keys_of(choices))
    raise NotOneOf(value=text, field=_("the answer"), choices=keys)


def _parts(choice: Choice) -> Sequence[str]:
    label = choice.label.casefold()
    return (label, *label.split())


def _some(choices: Sequence[Choice], text: str) -> tuple[object, ...]:
    numbers = [part for part in text.replace(",", " ").split() if part]
    if numbers == [NONE]:
        return ()
    if not numbers or not all(part.isdecimal() and 1 <= int(part) <= len(choices) for part in numbers):
        raise OddNumbers(text=text, high=len(choices))
    return tuple(choices[int(part) - 1].value for part in dict.fromkeys(numbers))
