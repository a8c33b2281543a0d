"""What a therapist said, by questions: what to do, how much, what not, until when; worded when asked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.visits import is_past, therapists
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import (
    Choice,
    Day,
    Number,
    OneOf,
    Question,
    Some,
    Text,
    Told,
    among,
    named,
    text,
)
from ryggkompis.services.questions.own_exercise import AVOIDED, own_exercises
from ryggkompis.services.questions.programme_before import (
    Before,
    avoided_by,
    beside,
    contradicted,
    listed,
    longest_note,
    most_own,
    new_name,
)
from ryggkompis.services.questions.programme_both import what_holds, which_days
from ryggkompis.words.entries import exercise_name, field_name
from ryggkompis.words.programme import is_it_on, told_by

CHANGE, ANOTHER, GO_ON, END = "change", "another", "go_on", "end"
"""What can be told of a programme that is in use."""
LOW, HIGH = 4, 40
"""Minutes of walking in a day that a programme may set as the most."""


def in_use(programme: Programme, day: date) -> tuple[Question, ...]:
    """Ask what is told of the programme in use: that it goes on, its end, or what changed."""
    who = told_by(programme.name)
    words, hint = _("You follow what {name} told you. What is new?").format(name=who), ""
    for line in is_it_on(programme, day):
        words, hint = line.text, line.more
    go_on = Choice(GO_ON, _("it goes on, until another day"))
    is_alone = len(therapists(programme.name)) == 1
    # An end is the end of all that holds together; where one of them goes on, something has changed.
    end = Choice(END, _("it is over") if is_alone else _("all that {name} said is over").format(name=who))
    change = Choice(CHANGE, _("{name} changed something").format(name=who))
    another = Choice(ANOTHER, _("somebody else told me something"))
    choices = (go_on, end, change, another) if is_past(programme, day) else (change, another, go_on, end)
    return (Question(key="what", words=words, hint=hint, answer=OneOf(choices, can_skip=False)),)


def until() -> tuple[Question, ...]:
    """Ask for the last day."""
    return (
        Question(
            key="until",
            words=_("Until when?"),
            hint=_("After that day you are asked whether it goes on. Blank: no end was named."),
            answer=Day(label=field_name("until"), is_ahead=True, is_to_come=True),
        ),
    )


def programme(before: Before, answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Ask everything that a programme may say, one after the other."""
    return (
        *_who(before, answers),
        *_exercises(before),
        *_odd(before, answers),
        _days(),
        *which_days(before, answers),
        _walk(),
        *_earlier(before),
        *own_exercises(_drawn(before), answers, most_own(before, answers)),
        *until(),
        *what_holds(before, answers),
        Question(
            key="note",
            words=_("Did they say anything else?"),
            hint=_("In their words, as you remember them. It stands on Today."),
            answer=Text(limit=longest_note(before, answers)),
        ),
    )


def _who(before: Before, answers: Mapping[str, object]) -> Iterator[Question]:
    yield Question(
        key="name",
        words=_("Who told you what to do?"),
        hint=_("A name or the clinic. What you do not know after this may be left blank."),
        answer=text(Programme, "name", is_needed=True),
    )
    if before.programme is None or not before.is_beside:
        return
    choices = (
        Choice(value=True, label=_("both: where they differ, the stricter")),
        Choice(value=False, label=_("only what {name} says").format(name=shown_name(new_name(answers)))),
    )
    yield Question(
        key="both",
        words=_("You follow what {name} told you already. What holds from now on?").format(
            name=told_by(before.programme.name)
        ),
        answer=OneOf(choices, can_skip=False),
    )


def _drawn(before: Before) -> tuple[Choice, ...]:
    return among(before.catalogue.exercises, is_held=before.is_held)


def _exercises(before: Before) -> Iterator[Question]:
    every = _drawn(before)
    yield Question(
        key="required",
        words=_("Which of these exercises are you to do?"),
        hint=_("The plan begins each gently. If they gave a number of their own, it can be told further on."),
        answer=Some(every),
    )
    yield Question(key="barred", words=_("Which of them are you to leave out?"), answer=Some(every))
    yield Question(
        key="avoid",
        words=_("Are you to avoid any of this?"),
        hint=_("Exercises that do it are left out, and the note says it. How you rest is yours to choose."),
        answer=Some(tuple(Choice(tag, _(words)) for tag, words in AVOIDED.items())),
    )


def _odd(before: Before, answers: Mapping[str, object]) -> Iterator[Question]:
    """Tell what does not go together, and ask where it can be a slip; unanswered, the stricter holds."""
    both = contradicted(before.catalogue, answers)
    if both:
        choices = (
            Choice(value=False, label=_("leave it out, and ask them")),
            Choice(value=True, label=_("do it: it was not meant to be left out")),
        )
        yield Question(
            key="do",
            words=_("To do and to leave out: {names}. What is right?").format(names=_names(before, both)),
            hint=_("If you do not know, it is left out."),
            answer=OneOf(choices),
        )
    said = []
    not_tolerated = left_out(before.sensitivities)
    refused = [
        one.id
        for one in before.catalogue.exercises
        if one.id in listed(answers, "required") and not not_tolerated.isdisjoint(one.tags)
    ]
    if refused:
        said.append(
            _("{names}: you told that you do not tolerate it, so it stays out. Ask them about it.").format(
                names=_names(before, refused)
            )
        )
    differ = _differ(before, answers)
    if differ:
        said.append(
            _("{names}: one of them asks for it and the other leaves it out. It is left out.").format(
                names=_names(before, differ)
            )
        )
    if not before.has_plan:
        said.append(_("Nothing is planned just now. What you tell is kept, and counts when there is a plan."))
    if said:
        words = _("You can tell it all. Not all of it comes into the plan, and this is why:")
        yield Question(key="told", words=words, hint="\n".join(said), answer=Told())


def _differ(before: Before, answers: Mapping[str, object]) -> tuple[str, ...]:
    """Name what one therapist asks for and the other leaves out, where both hold."""
    earlier = beside(before, answers)
    if earlier is None:
        return ()
    out = set(listed(answers, "barred")) | avoided_by(before.catalogue, listed(answers, "avoid"))
    asked = set(listed(answers, "required"))
    odd = (asked & set(earlier.barred)) | (set(earlier.required) & out)
    return tuple(one.id for one in before.catalogue.exercises if one.id in odd)


def _names(before: Before, ids: Sequence[str]) -> str:
    return formats.list_of([exercise_name(id_, before.catalogue) for id_ in ids])


def _days() -> Question:
    return Question(
        key="days",
        words=_("On which days?"),
        hint=_("None chosen is every day."),
        answer=Some(named("days", WEEKDAYS)),
    )


def _walk() -> Question:
    return Question(
        key="walk",
        words=_("How many minutes may you walk in a day at most?"),
        hint=_("All walks together. Blank: they set no limit."),
        answer=Number(label=_("minutes a day"), low=LOW, high=HIGH),
    )


def _earlier(before: Before) -> Iterator[Question]:
    """Ask which exercises of their own go on: they are kept as they are, with all their steps."""
    earlier = before.programme.own if before.programme and not before.is_beside else ()
    if earlier:
        yield Question(
            key="kept",
            words=_("Which of their own exercises do you go on with?"),
            answer=Some(among(earlier, is_held=before.is_held)),
        )
