"""What the patient told besides: activities, sleep, medicines, work, events, questions and notes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.scales import MEDICINE_TURNS
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.happened import Happened
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.report.goals import GoalCourse, GoalsMean, goals_mean
from ryggkompis.report.page import UNKNOWN, WHOLE, Block, Items, ListItem, Paragraph, Room, Table
from ryggkompis.report.sections.drawings import event_letters
from ryggkompis.report.summary import Sleep, Summary, Week
from ryggkompis.words.course import eased_in_words, goal_name, worsened_in_words
from ryggkompis.words.entries import choice_name
from ryggkompis.words.meaning import around_in_words
from ryggkompis.words.today.medicine import use_in_words

_STEPS: Final = 5
"""Ratings of an activity, and changes of an answer, that are told."""


def goals(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell how the patient's own activities go, from the first rating to the latest, and together."""
    told = summary.goals_told
    if not told:
        return
    most = max(room.items, fields_of(Profile)["goals"].longest or 0)
    head = (_("Activity"), _("From first to latest"), _("Change"))
    yield Table(head, tuple(_goal(goal, room) for goal in told[-most:]), words=(0, 1))
    if (mean := goals_mean(told)) is not None:
        yield Paragraph(_mean(mean))


def _goal(goal: GoalCourse, room: Room) -> tuple[str, ...]:
    values = [rating.value for rating in goal.ratings]
    # A few of them evenly from the first to the latest: the newest alone would hide how it came there.
    steps = min(len(values), _STEPS)
    chosen = [values[round(n * (len(values) - 1) / max(steps - 1, 1))] for n in range(steps)]
    change = formats.signed(values[-1] - values[0]) if len(values) > 1 else UNKNOWN
    return room.text(goal_name(goal.name)), " → ".join(map(str, chosen)), change


def _mean(mean: GoalsMean) -> str:
    values = {"first": formats.number(mean.first), "latest": formats.number(mean.latest)}
    if mean.is_moved:
        return _("Mean {first} → {latest}. A change of 2 points or more matters: reached.").format(**values)
    return _("Mean {first} → {latest}. A change of 2 points or more matters: not reached.").format(**values)


def sleep(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - every section is asked the same way
    """Tell how often pain woke the patient, at first, at last and in all."""
    nights = summary.sleep
    if not nights.nights:
        return
    told = _("Woken by pain on {woken} of {nights} nights answered for, three times or more on {often}.")
    yield Paragraph(
        " ".join(
            (
                *_then_and_now(nights),
                told.format(woken=nights.woken, nights=nights.nights, often=nights.often),
            )
        )
    )


def _then_and_now(nights: Sleep) -> Iterator[str]:
    if nights.first and nights.last:
        told = _("Woken by pain on {then} of the first {of} nights, and on {now} of the last {nights}.")
        yield told.format(
            then=nights.first.woken,
            of=nights.first.nights,
            now=nights.last.woken,
            nights=nights.last.nights,
        )


def medicines(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell how each medicine that is counted was used, and what else was taken, as the patient wrote it."""
    # A long name may be cut, but never the course: that somebody takes less stands at its end.
    known = [replace(use, name=room.text(use.name)) for use in summary.medicine_use[: room.items]]
    used = [ListItem(" ".join(use_in_words(use))) for use in known]
    more = len(summary.medicine_use) - len(known)
    also = (
        [ListItem(ngettext("{n} more medicine", "{n} more medicines", more).format(n=more))] if more else ()
    )
    if used:
        yield Items((*used, *also))
    yield from room.listing(
        [ListItem(f"{formats.brief_day(said.day)}: {room.text(said.text)}") for said in summary.medicines]
    )


def easing(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - as above
    """Tell what makes it worse and what eases it, and what is other than at the start."""
    told = [worsened_in_words(summary.worsens)] if summary.worsens else []
    told += [eased_in_words(summary.eases)] if summary.eases else []
    if told:
        yield Items(tuple(map(ListItem, told)))


def work(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell about work and what else the weekly look back said: the answers as they changed, then the words.

    Where there is room for everything, every week is told.
    """
    if room is WHOLE:
        told = [(week.day, ", ".join(_answers(week, room))) for week in summary.weeks]
        return room.listing([ListItem(f"{formats.brief_day(day)}: {said}") for day, said in told if said])
    words = [(week.day, ", ".join(_words(week, room))) for week in summary.weeks]
    return (
        *([Items(changes)] if (changes := tuple(_changes(summary.weeks))) else ()),
        *room.listing([ListItem(f"{formats.brief_day(day)}: {said}") for day, said in words if said]),
    )


def _changes(weeks: Sequence[Week]) -> Iterator[ListItem]:
    """Tell each answer with the day on which it was first given, as often as it changed."""
    kinds: tuple[tuple[str, Callable[[Week], str | None]], ...] = (
        (_("Work"), lambda week: choice_name("work", week.work) if week.work else None),
        (_("Compared with the start"), _compared),
        (_("Worried about moving, of 10"), lambda week: None if week.worry is None else str(week.worry)),
    )
    for name, answer in kinds:
        said = [(week.day, told) for week in weeks if (told := answer(week)) is not None]
        before = (None, *(told for _day, told in said))
        begun = [one for one, last in zip(said, before, strict=False) if one[1] != last]
        # The first stays: without it nobody sees where it began.
        kept = begun if len(begun) <= _STEPS else [begun[0], *begun[1 - _STEPS :]]
        told = " → ".join(f"{told} ({formats.brief_day(day)})" for day, told in kept)
        if told:
            yield ListItem(told, f"{name}:")


def _compared(week: Week) -> str | None:
    return None if week.global_change is None else choice_name("global_change", week.global_change)


def _answers(week: Week, room: Room) -> Iterator[str]:
    if week.work:
        yield choice_name("work", week.work)
    if (compared := _compared(week)) is not None:
        yield _("compared with the start: {answer}").format(answer=compared)
    if week.worry is not None:
        yield _("worried about moving: {n} of 10").format(n=week.worry)
    yield from _words(week, room)


def _words(week: Week, room: Room) -> Iterator[str]:
    if week.eased_by:
        yield _("helped: {n}").format(n=room.text(week.eased_by))
    if week.wish:
        yield _("wish: {n}").format(n=room.text(week.wish))


def events(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what happened, by the letters that mark it in the picture."""
    letters = event_letters(summary)
    return room.listing(
        [
            ListItem(" ".join(_event(one, room)), letters.get(place, ""))
            for place, one in enumerate(summary.events)
        ]
    )


def _event(one: Happened, room: Room) -> Iterator[str]:
    if one.kind in MEDICINE_TURNS:
        yield f"{formats.brief_day(one.day)}: {room.text(one.text)}, {choice_name('turn', one.kind)}."
        return
    what = choice_name("event", one.kind)
    yield (
        f"{formats.brief_day(one.day)} ({what}): {room.text(one.text)}"
        if one.text
        else f"{formats.brief_day(one.day)}: {what}."
    )
    if one.allowed_from is not None:
        yield _("Exercise allowed from {day}.").format(day=formats.brief_day(one.allowed_from))
    if one.around is not None:
        yield around_in_words(what, one.around)


def questions(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what the patient wants to ask."""
    if summary.questions:
        yield Items(
            tuple(ListItem(room.text(asked), f"{n}.") for n, asked in enumerate(summary.questions, 1))
        )


def notes(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what the patient noted."""
    return room.listing(
        [ListItem(f"{formats.brief_day(said.day)}: {room.text(said.text)}") for said in summary.notes]
    )
