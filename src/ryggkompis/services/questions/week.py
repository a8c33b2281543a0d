"""What is asked once a week; worded when it is asked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.scales import CHANGES, EASES, WORKS, WORSENS
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Scale, Some, most, named, text
from ryggkompis.words.course import ABILITIES, FEARS, ability, fear

SHORT: Final = 200
"""Characters of an answer in one's own words."""


def weekly(goals: Sequence[str], *, numbers: bool) -> tuple[Question, ...]:
    """Ask how the week was: each activity that matters, the change, work, fear, and in words."""
    return (
        *(_goal(n, name, numbers=numbers) for n, name in enumerate(goals)),
        Question(
            key="global_change",
            words=_("How are you, compared with when it began?"),
            answer=OneOf(named("global_change", CHANGES)),
        ),
        Question(key="work", words=_("How much do you work?"), answer=OneOf(named("work", WORKS))),
        Question(
            key="worry",
            words=_("How afraid are you to move?"),
            answer=Scale(_("not at all"), _("very much")) if numbers else OneOf(_in_words(FEARS, fear)),
        ),
        _chosen("worsens", _("What makes it worse?"), WORSENS),
        _chosen("eases", _("What eases it?"), EASES),
        _in_own_words("eased_by", _("What helped this week?"), _("Something you did, or somebody.")),
        _in_own_words(
            "wish",
            _("One wish for the next week?"),
            _("Something small that is yours: a walk with a friend, a meal at the table."),
        ),
    )


def goals_in(answers: Mapping[str, object], count: int) -> tuple[object, ...]:
    """Give the ratings of ``count`` activities as a review holds them; none when no answer is known."""
    found = tuple(answers.get(f"goal {n}") for n in range(count))
    return found if any(rating is not None for rating in found) else ()


def _goal(n: int, name: str, *, numbers: bool) -> Question:
    return Question(
        key=f"goal {n}",
        words=_("{goal}: how does it go?").format(goal=shown(name)),
        answer=Scale(_("not at all"), _("as before")) if numbers else OneOf(_in_words(ABILITIES, ability)),
    )


def _chosen(key: str, words: str, values: Sequence[object]) -> Question:
    limit = most(Weekly, key)
    hint = _("At most {n} of these.").format(n=limit)
    return Question(key=key, words=words, hint=hint, answer=Some(named(key, values), most=limit))


def _in_words(values: Sequence[int], say: Callable[[int], str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, say(value)) for value in values)


def _in_own_words(key: str, words: str, hint: str) -> Question:
    return Question(key=key, words=words, hint=hint, answer=text(Weekly, key, limit=SHORT))
