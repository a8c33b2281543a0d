"""What is asked of an exercise that a therapist gave and the catalogue has not; worded when it is asked."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import Tag
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, Number, OneOf, Question, Some, Text, Told, yes_or_no

AVOIDED: Final[Mapping[Tag, str]] = {
    "FLEX": N_("bending forward"),
    "EXT": N_("arching backward"),
    "ROT": N_("twisting"),
    "KNEEL": N_("kneeling"),
    "PRONE": N_("lying on the front"),
    "SIT": N_("sitting down"),
    "BAL": N_("balance on one leg"),
}
"""Positions and movements that a therapist may want avoided, by the tag of the exercises that have them."""
MOVES: Final[tuple[Tag, ...]] = ("FLEX", "EXT", "ROT", "KNEEL", "BAL")
"""What an exercise of a therapist's own may ask of the body."""
NAME_LIMIT, HOW_LIMIT = 80, 1_000


def own_exercises(drawn: tuple[Choice, ...], answers: Mapping[str, object], most: int) -> Iterator[Question]:
    """Ask for exercises that the catalogue has not, ``most`` in all; each may look like one of ``drawn``."""
    for n in range(most):
        words = _("Another exercise of their own?") if n else _("Did you get an exercise that is not here?")
        yield Question(
            key=f"own {n}",
            words=words,
            answer=OneOf(yes_or_no(_("yes"), _("no"), no_first=True), can_skip=False),
        )
        if answers.get(f"own {n}") is not True:
            return
        called = " ".join(str(answers.get(f"own {n} name") or "").split())
        yield Question(
            key=f"own {n} name", words=_("What is it called?"), answer=Text(is_needed=True, limit=NAME_LIMIT)
        )
        yield Question(
            key=f"own {n} how",
            words=_("{exercise}: how is it done?").format(exercise=called),
            hint=_("As they showed you, in your words."),
            answer=Text(limit=HOW_LIMIT),
        )
        yield from _how_much(answers, n, called)
        yield from _how_it_looks(drawn, n, called)
    yield Question(
        key="own full",
        words=_("There is room for no more exercises of their own."),
        hint=_("What is left can be written in the note that is asked about further on."),
        answer=Told(),
    )


def _how_much(answers: Mapping[str, object], n: int, called: str) -> Iterator[Question]:
    """Ask for the dose that the therapist gave: one of times and seconds is needed, or nobody could do it."""
    is_held = answers.get(f"own {n} reps") is None
    asked = (
        ("sets", _("{exercise}: how many sets?"), _("sets"), 5, True),
        ("reps", _("{exercise}: how many times in each set?"), _("times"), 20, False),
        ("seconds", _("{exercise}: how many seconds each time?"), _("seconds"), 300, is_held),
        ("per_day", _("{exercise}: how often a day?"), _("times a day"), 5, False),
    )
    for key, words, label, high, is_needed in asked:
        yield Question(
            key=f"own {n} {key}",
            words=words.format(exercise=called),
            hint="" if is_needed else _("It may be left blank."),
            answer=Number(label=label, low=1, high=high, is_needed=is_needed),
        )


def _how_it_looks(drawn: tuple[Choice, ...], n: int, called: str) -> Iterator[Question]:
    yield Question(
        key=f"own {n} moves",
        words=_("{exercise}: what does it ask of you?").format(exercise=called),
        hint=_("It is left out where you do not tolerate that. Choose none if you do not know."),
        answer=Some(tuple(Choice(tag, _(AVOIDED[tag])) for tag in MOVES)),
    )
    yield Question(
        key=f"own {n} figure",
        words=_("{exercise}: does the figure of one of these look like it?").format(exercise=called),
        hint=_("One of them, or none."),
        answer=Some(drawn, most=1),
    )
