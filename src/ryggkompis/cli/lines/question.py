"""Any question of the program, as lines: the words, what explains them, and a numbered answer."""

from collections.abc import Sequence
from typing import Any

from ryggkompis.cli.errors import OddNumber
from ryggkompis.cli.lines.prompt import ask, ask_one
from ryggkompis.cli.output import told
from ryggkompis.cli.values import whole_number
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import replace
from ryggkompis.i18n.language import _
from ryggkompis.services.answers import understood, written
from ryggkompis.services.asks import Ask, Pick, Ticks
from ryggkompis.services.questions.kinds import Choice, Kind, OneOf, Question, Scale, Some, Told, Typed

WORST = 10


def ask_question(question: Question, known: object = None) -> object:
    """Ask one question; blank keeps what is ``known``, and without that it is unknown."""
    told(shown(question.words))
    if question.hint:
        told(shown(question.hint))
    said = _answer(question.answer, known)
    return known if said is None else said


def _answer(kind: Kind, known: object) -> object:
    match kind:
        case Told():
            return ask(_("Press Enter to go on."), lambda _text: True)
        case OneOf(choices=choices):
            return ask_one(_("One of these:"), [(choice.value, choice.label) for choice in choices])
        case Some(choices=choices):
            return _some(choices)
        case Scale(low=low, high=high):
            name = _("the answer")
            asked = _("0 {low}, 10 {high}.").format(low=low, high=high)
            return ask(f"{asked} [0–10]", lambda text: whole_number(text, name, 0, WORST))
        case Typed(ask=asked, example=example):
            hints = [_("For example: {example}").format(example=example)] if example else []
            hints += [_("It is now: {value}").format(value=written(known))] if known is not None else []
            return ask(" ".join((*hints, _("Your answer:"))), lambda text: understood(asked, text))


def ask_one_of_form(asked: Ask, known: Any = None) -> Any:  # noqa: ANN401 - whatever the field holds
    """Ask one question of a form; None keeps what is ``known``."""
    told(shown(asked.label))
    match asked:
        case Pick(choices=choices):
            named = [(value, shown(label)) for value, label in choices]
            return ask_one(_now(next((label for value, label in named if value == known), None)), named)
        case Ticks(choices=choices):
            labels = [label for value, label in choices if value in (known or ())]
            told(_now(", ".join(labels) or None))
            return _some([Choice(value, label) for value, label in choices])
        case _:
            written_now = written(known) or None
            return ask(_now(written_now), lambda text: understood(replace(asked, is_needed=False), text))


def _now(known: str | None) -> str:
    return _("Your answer:") if known is None else _("It is now: {value}").format(value=shown(known))


def _some(choices: Sequence[Choice]) -> tuple[object, ...] | None:
    for number, choice in enumerate(choices, 1):
        told(f"  {number} {shown(choice.label)}")

    def read(text: str) -> tuple[object, ...]:
        numbers = [part.strip() for part in text.replace(" ", ",").split(",") if part.strip()]
        if numbers == ["0"]:
            return ()
        if not all(number.isdecimal() and 1 <= int(number) <= len(choices) for number in numbers):
            raise OddNumber(text=text)
        return tuple(choices[int(number) - 1].value for number in dict.fromkeys(numbers))

    return ask(_("Numbers with commas between, 0 for none:"), read)
