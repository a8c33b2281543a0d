"""What is asked in the morning, in the evening, and after a walk or an exercise; worded when it is asked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.scales import (
    CHANGES,
    EVENT_KINDS,
    MOST_MINUTES,
    NUMBS,
    RESPONSES,
    SITES,
    SITTINGS,
    VERSUS,
    WORKS,
)
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _
from ryggkompis.services.asks import Number, Text, When
from ryggkompis.services.questions.kinds import (
    Choice,
    OneOf,
    Question,
    Scale,
    Typed,
    named,
    pain_scale,
    yes_or_no,
)
from ryggkompis.words.course import ABILITIES, FEARS, ability, fear
from ryggkompis.words.entries import field_name

YES_NO = (False, True)
WAKES = (0, 1, 2, 3)
SHORT: Final = 200
"""Characters of an answer in one's own words."""
SETTLED = (0, 15, 60, 120)
"""Minutes, as choices: at once, within a quarter, within the hour, longer; the hour is the rule's."""


def morning(*, numbers: bool) -> tuple[Question, ...]:
    """Ask how the morning is: function first, numbers last and only when they are wanted."""
    asked = (
        Question(
            key="morning",
            words=_("How is this morning compared with yesterday?"),
            answer=OneOf(named("morning", VERSUS)),
        ),
        Question(
            key="site",
            words=_("How far down does the pain reach?"),
            hint=_("The lowest point right now."),
            answer=OneOf(named("site", SITES)),
        ),
        Question(key="numb", words=_("How is the numbness in the leg?"), answer=OneOf(named("numb", NUMBS))),
        Question(
            key="flare",
            words=_("Would you call this a flare-up?"),
            hint=_("A flare-up is when it is clearly worse than it usually is for you, in whatever way."),
            answer=OneOf(named("flare", YES_NO)),
        ),
        Question(
            key="sleep_wakes",
            words=_("Did pain wake you in the night?"),
            answer=OneOf(named("sleep_wakes", WAKES)),
        ),
    )
    if not numbers:
        return asked
    ten = _("Press a figure, or t for ten.")
    return (
        *asked,
        Question(key="leg", words=_("How sore is the leg right now?"), hint=ten, answer=pain_scale()),
        Question(key="back", words=_("How sore is the back right now?"), hint=ten, answer=pain_scale()),
    )


def evening(*, numbers: bool) -> tuple[Question, ...]:
    """Ask how the whole day was, the pain last and only where numbers are wanted."""
    ten = _("Press a figure, or t for ten.")
    asked = (
        Question(
            key="flare", words=_("Would you call today a flare-up?"), answer=OneOf(named("flare", YES_NO))
        ),
        Question(
            key="sit_longest",
            words=_("How long did you sit at the most, without a break?"),
            answer=OneOf(named("sit_longest", SITTINGS)),
        ),
    )
    if not numbers:
        return asked
    return (
        *asked,
        Question(
            key="leg_avg", words=_("How sore was the leg today, all in all?"), hint=ten, answer=pain_scale()
        ),
        Question(
            key="back_avg", words=_("How sore was the back today, all in all?"), hint=ten, answer=pain_scale()
        ),
        Question(
            key="leg_worst", words=_("How sore was the leg at its worst?"), hint=ten, answer=pain_scale()
        ),
    )


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


def _in_words(values: Sequence[int], say: Callable[[int], str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, say(value)) for value in values)


def _in_own_words(key: str, words: str, hint: str) -> Question:
    asked = Text(field=key, label=field_name(key), limit=SHORT)
    return Question(key=key, words=words, hint=hint, answer=Typed(asked))


def walk(*, numbers: bool = True) -> tuple[Question, ...]:
    """Ask how long the walk was, and how the leg took it."""
    settled = (
        _("at once"),
        _("within a quarter of an hour"),
        _("within the hour"),
        _("it took longer than an hour"),
    )
    peak = Question(
        key="peak_leg",
        words=_("How sore was the leg at its worst on the way?"),
        hint=_("Press a figure, or t for ten."),
        answer=pain_scale(),
    )
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


def text(words: str, *, hint: str = "") -> Question:
    """Ask for a few words."""
    ask = Text(field="text", label=field_name("text"), is_needed=True)
    return Question(key="text", words=words, hint=hint, answer=Typed(ask))


def event() -> tuple[Question, ...]:
    """Ask what happened."""
    return (
        Question(
            key="event",
            words=_("What happened?"),
            hint=_("It is marked in the pictures of your course."),
            answer=OneOf(named("event", EVENT_KINDS), can_skip=False),
        ),
        text(_("Tell it in a few words")),
    )


def cleared() -> tuple[Question, ...]:
    """Ask who has looked at it, and whether the patient may go on."""
    return (
        Question(
            key="by",
            words=_("Who has looked at it?"),
            hint=_("For example: Dr Hansen, the emergency clinic."),
            answer=Typed(Text(field="by", label=field_name("by"), is_needed=True, limit=120)),
        ),
        Question(
            key="seen",
            words=_("Which day was that?"),
            answer=Typed(When(field="seen", label=field_name("day"), is_needed=True)),
        ),
        Question(
            key="sure",
            words=_("A doctor has looked at this, and I may go on."),
            hint=_("The plan starts again at the gentlest level."),
            answer=OneOf(yes_or_no(_("yes, that is so"), _("no, not yet"), no_first=True), can_skip=False),
        ),
    )


def _minutes(words: str, *, needed: bool = True) -> Question:
    ask = Number(field="minutes", label=field_name("minutes"), is_needed=needed, low=1, high=MOST_MINUTES)
    return Question(key="minutes", words=words, answer=Typed(ask))
