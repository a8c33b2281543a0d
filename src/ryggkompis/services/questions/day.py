"""What is asked in the morning, in the evening, and after a walk, an exercise or a rest."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.scales import BECAUSES, NUMBS, RESPONSES, SITES, SITTINGS, VERSUS
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Evening, Walk
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.answers import answer_in_words
from ryggkompis.services.questions.kinds import (
    Choice,
    OneOf,
    Question,
    named,
    number,
    pain_scale,
    yes_or_no,
)
from ryggkompis.words.adjusting import enough_asked, what_came_in_the_way
from ryggkompis.words.entries import field_name

YES_NO = (False, True)
WAKES = (0, 1, 2, 3)
SETTLED = (0, 15, 60, 120)
"""Minutes, as choices: at once, within a quarter, within the hour, longer; the hour is the rule's."""
AS_YESTERDAY: Final = "as_yesterday"
"""Whether what is not asked every day is as it was."""
SELDOM: Final = 4
"""Questions about what seldom changes."""
FEW: Final = 2
"""From so many answers on, it is quicker to say that all are as yesterday."""
Known = Mapping[str, object]
"""Answers by field; one that is not there was not given."""


def every_morning(
    yesterday: CheckIn | None = None, *, numbers: bool = True, is_past: bool = False
) -> tuple[Question, ...]:
    """Ask how the morning is, or was: function first, numbers last and only when they are wanted."""
    now, then = (
        _("How is this morning compared with yesterday?"),
        _("How was that morning compared with the day before?"),
    )
    changes = Question(key="morning", words=then if is_past else now, answer=OneOf(named("morning", VERSUS)))
    pain = _pain_now(is_past=is_past) if numbers else ()
    asked = (*_seldom_changing(is_past=is_past), *pain)
    return (changes, *(_asked_before(question, yesterday) for question in asked))


def morning(
    answers: Known, yesterday: CheckIn | None = None, *, numbers: bool = True, is_past: bool = False
) -> tuple[Question, ...]:
    """Ask the same with fewer keys: what seldom changes can be answered as yesterday in one.

    It is seen before it is answered, and read back before it is saved.
    """
    changes, *asked = every_morning(yesterday, numbers=numbers, is_past=is_past)
    seldom, pain = asked[:SELDOM], asked[SELDOM:]
    known = [question for question in seldom if question.before is not None]
    is_begun = AS_YESTERDAY not in answers and any(question.key in answers for question in seldom)
    if len(known) < FEW or is_begun:
        return (changes, *asked)
    same = answers.get(AS_YESTERDAY) is True
    rest = [replace(question, is_settled=same and question.before is not None) for question in seldom]
    return (changes, _as_yesterday(known, is_past=is_past), *rest, *pain)


def _as_yesterday(known: list[Question], *, is_past: bool) -> Question:
    """Show what was answered yesterday, and ask whether it is the same."""
    lines = "\n".join(f"{field_name(one.key)}: {answer_in_words(one, one.before)}" for one in known)
    answer = OneOf(yes_or_no(_("yes, all of it"), _("no, ask me")))
    words = _("Was this as on the day before?") if is_past else _("Is this as yesterday?")
    return Question(key=AS_YESTERDAY, words=words, hint=lines, answer=answer, before=True, is_aside=True)


def _asked_before(question: Question, entry: CheckIn | Evening | None) -> Question:
    """Put the answer of the day before beside a question."""
    before = getattr(entry, question.key, None)
    return replace(question, before=before)


def _seldom_changing(*, is_past: bool) -> tuple[Question, ...]:
    reach, lowest, numb = (
        (
            _("How far down did the pain reach?"),
            _("The lowest point that morning."),
            _("How was the numbness in the leg?"),
        )
        if is_past
        else (
            _("How far down does the pain reach?"),
            _("The lowest point right now."),
            _("How is the numbness in the leg?"),
        )
    )
    return (
        Question(key="site", words=reach, hint=lowest, answer=OneOf(named("site", SITES))),
        Question(key="numb", words=numb, answer=OneOf(named("numb", NUMBS))),
        Question(
            key="flare",
            words=_("Would you call this a flare-up?"),
            hint=_("A flare-up is when it is clearly worse than it usually is for you, in whatever way."),
            answer=OneOf(named("flare", YES_NO)),
        ),
        Question(
            key="sleep_wakes",
            words=_("How many times did pain wake you in the night?"),
            answer=OneOf(named("sleep_wakes", WAKES)),
        ),
    )


def _pain_now(*, is_past: bool) -> tuple[Question, ...]:
    leg, back = (
        (_("How much did the leg hurt that morning?"), _("How much did the back hurt that morning?"))
        if is_past
        else (_("How much does the leg hurt right now?"), _("How much does the back hurt right now?"))
    )
    return _pain("leg", leg), _pain("back", back)


def _pain(key: str, words: str) -> Question:
    return Question(key=key, words=words, hint=_("Press a figure, or t for ten."), answer=pain_scale())


def evening(
    yesterday: Evening | None = None,
    *,
    numbers: bool = True,
    is_walk_noted: bool = False,
    is_past: bool = False,
) -> tuple[Question, ...]:
    """Ask how the whole day was, the pain last and only where numbers are wanted.

    Whether there was a walk is asked where none was noted: only then is a day without one known.
    """
    flare = _("Would you call that day a flare-up?") if is_past else _("Would you call today a flare-up?")
    asked = (
        Question(key="flare", words=flare, answer=OneOf(named("flare", YES_NO))),
        Question(
            key="sit_longest",
            words=_("How long did you sit at the most, without a break?"),
            answer=OneOf(named("sit_longest", SITTINGS)),
        ),
    )
    words = (_asked_before(question, yesterday) for question in asked)
    pain = _pain_of_the_day(is_past=is_past) if numbers else ()
    walked = () if is_walk_noted else (_any_walk(is_past=is_past),)
    return (*words, *walked, *(_asked_before(question, yesterday) for question in pain))


def _pain_of_the_day(*, is_past: bool) -> tuple[Question, ...]:
    leg, back = (
        (
            _("How much did the leg hurt that day, all in all?"),
            _("How much did the back hurt that day, all in all?"),
        )
        if is_past
        else (
            _("How much did the leg hurt today, all in all?"),
            _("How much did the back hurt today, all in all?"),
        )
    )
    worst = _("How much did the leg hurt at its worst?")
    return _pain("leg_avg", leg), _pain("back_avg", back), _pain("leg_worst", worst)


def _any_walk(*, is_past: bool) -> Question:
    return Question(
        key="walked",
        words=_("Did you go for a walk that day?") if is_past else _("Did you go for a walk today?"),
        hint=_("No walk is noted. Either answer is fine."),
        answer=OneOf(yes_or_no(_("yes, without noting it"), _("no"), no_first=True)),
    )


def walk(*, numbers: bool = True) -> tuple[Question, ...]:
    """Ask how long the walk was, and how the leg took it."""
    settled = (
        _("at once"),
        _("within a quarter of an hour"),
        _("within the hour"),
        _("it took longer than an hour"),
    )
    peak = _pain("peak_leg", _("How much did the leg hurt at its worst on the way?"))
    return (
        _minutes(_("How many minutes did you walk?")),
        *((peak,) if numbers else ()),
        Question(
            key="settled",
            words=_("When was the leg back to how it was before?"),
            answer=OneOf(tuple(Choice(n, said) for n, said in zip(SETTLED, settled, strict=True))),
        ),
        Question(
            key="further_down",
            words=_("Did pain or numbness go further down the leg?"),
            hint=_("Yes if it stayed for more than 15 minutes."),
            answer=OneOf(yes_or_no(_("yes, and it stayed"), _("no"), no_first=True)),
        ),
    )


def why_less() -> tuple[Question, ...]:
    """Ask what came in the way of walking, rule D12: one key, and no answer is needed."""
    return (
        Question(
            key="because",
            words=what_came_in_the_way(),
            hint=_("Nobody blames you: the plan should fit you. You need not answer."),
            answer=OneOf(named("because", BECAUSES)),
        ),
    )


def enough() -> tuple[Question, ...]:
    """Ask whether this much walking is enough: then the plan rises no further."""
    return (
        Question(
            key="enough",
            words=enough_asked(),
            hint=_("Then the plan stays here. You may change your mind at any time."),
            answer=OneOf(yes_or_no(_("yes, this is enough"), _("no, let it rise when it goes well"))),
        ),
    )


def exercise() -> tuple[Question, ...]:
    """Ask where the pain went."""
    return (
        Question(
            key="response",
            words=_("Where did the pain go?"),
            hint=_("Up towards the back is often a good sign. Further down means: leave it for some days."),
            answer=OneOf(named("response", RESPONSES)),
        ),
    )


def comfort() -> tuple[Question, ...]:
    """Ask how long, and whether it was good."""
    return (
        _minutes(_("How many minutes?"), needed=False),
        Question(key="helped", words=_("Did it feel good?"), answer=OneOf(named("helped", (True, False)))),
    )


def _minutes(words: str, *, needed: bool = True) -> Question:
    return Question(key="minutes", words=words, answer=number(Walk, "minutes", is_needed=needed))
