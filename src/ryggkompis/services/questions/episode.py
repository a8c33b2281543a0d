"""What is asked of an episode as a whole: whether one is new, how to go on, how it ended."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ryggkompis.domain.base.scales import ENDED, RHYTHMS, Rhythm
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Told, named
from ryggkompis.services.questions.profile import answers_of, profile_of, you
from ryggkompis.words.today.episode import how_often, is_it_new

IS_NEW: Final = "is_new"
"""Whether it is a new episode; unanswered, the old one goes on."""
GO_ON: Final = "go_on"
"""How to go on: a rhythm, or the end."""
CLOSE: Final = "close"
_ONCE: Final = frozenset({"had_cancer", "cancer_seen"})
"""What the first questions ask that is asked once in a life."""


def back(answers: dict[str, object]) -> tuple[Question, ...]:
    """Ask whether it is a new episode; of a new one, when it began and what can be done now."""
    choices = (
        Choice(value=True, label=_("a new episode")),
        Choice(value=False, label=_("the old one goes on")),
    )
    is_new = Question(
        key=IS_NEW,
        words=is_it_new().text,
        hint=_("A new one begins with new first questions, and a gentle plan. What you wrote before stays."),
        answer=OneOf(choices),
    )
    return (is_new, *(_anew(answers) if answers.get(IS_NEW) is True else ()))


def _anew(answers: dict[str, object]) -> tuple[Question, ...]:
    """Ask what the first week of an episode must know."""
    return tuple(question for question in you(answers) if question.key not in _ONCE)


def known_before(profile: Profile | None) -> dict[str, object]:
    """Give what of the profile needs no new answer; how far one walks does, and when it began."""
    known = answers_of(profile) if profile else {}
    return {name: one for name, one in known.items() if name == "side" or name.startswith("goal ")}


def begun(answers: Mapping[str, object], day: date) -> tuple[date, dict[str, object]]:
    """Give the first day of the new episode, ``day`` where it is not known, and the fields of the profile."""
    said = profile_of(dict(answers), day)
    onset = said["onset"]
    fields = {name: said[name] for name in ("side", "walk_tolerance", "walks_now", "goals")}
    return onset if isinstance(onset, date) else day, fields


def round_or_correction() -> tuple[Question, ...]:
    """Ask what an onset means that is later by more than a month; unanswered, the old day stays."""
    choices = (
        Choice(value=True, label=_("it came back: a new episode")),
        Choice(value=False, label=_("the day was wrong")),
    )
    return (
        Question(
            key=IS_NEW,
            words=_("Is this a new episode, or a correction?"),
            hint=_(
                "The day is more than a month after the one that stands. Without an answer that one stays."
            ),
            answer=OneOf(choices),
        ),
    )


def going_on(page: str, rhythm: Rhythm, answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Show what was reached, and ask how to go on; of an end, how it ended.

    Args:
        page: the words of what was reached, its heading first.
        rhythm: how often the patient is asked now.
        answers: what is answered so far.

    """
    now = _("as now") if rhythm == "daily" else _("as now: {how}").format(how=how_often(rhythm))
    choices = (
        Choice(rhythm, now),
        *(Choice(one, how_often(one)) for one in RHYTHMS if one != rhythm),
        Choice(CLOSE, _("close this episode")),
    )
    heading, _line, rest = page.partition("\n")
    return (
        Question(key="reached", words=heading, hint=rest, answer=Told()),
        Question(
            key=GO_ON,
            words=_("How do you want to go on?"),
            hint=_(
                "All are fine. A closed episode asks nothing and plans nothing; it can go on again at any "
                "time, and the urgent page is always there."
            ),
            answer=OneOf(choices),
        ),
        *([_ended()] if answers.get(GO_ON) == CLOSE else []),
    )


def _ended() -> Question:
    """Ask how it ended."""
    return Question(key="ended", words=_("How did it end?"), answer=OneOf(named("ended", ENDED)))
