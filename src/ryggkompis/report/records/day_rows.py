"""A row for each day with what a therapist asks about, in the reader's words; an empty cell is unknown."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import rolling_mean
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import Entry, Note, Weekly
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.i18n.language import _, current
from ryggkompis.report.page import one_line
from ryggkompis.report.records.cells import Cell
from ryggkompis.report.summary import PainCourse, Summary
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.words.course import goal_name, none_of_the_list
from ryggkompis.words.drawing.names import DRAWING, drawing_in_words
from ryggkompis.words.entries import choices_in_words, values_in_words
from ryggkompis.words.entry_names import answer_name, choice_name, field_name, kind_name, scope_name
from ryggkompis.words.imports.names import brought_in_name
from ryggkompis.words.meaning import event_name

_OF_TEN: Final = " (0–10)"
_BETWEEN: Final = " | "
_CUT: Final = " …"
_LONGEST: Final = 32_000
"""Letters of a cell: a spreadsheet has room for 32,767, and more would run over into other cells."""


class _Days(Value, dict=True):
    """The days of a report, each with what was said of it."""

    facts: Summary

    @cached_property
    def all(self) -> list[date]:
        return self.facts.period.days()

    @cached_property
    def told(self) -> History:
        return History.of(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for line in self.facts.lines:
            # What cannot be read is told by its day.
            with suppress(Refused):
                yield decode(line)

    def said(self, cell: Callable[[Day], Cell]) -> list[Cell]:
        """Give a column of what was said of each day."""
        return [cell(self.told[day]) for day in self.all]

    def mean(self, course: PainCourse) -> list[Cell]:
        """Give a column of running means, as in the picture of the course."""
        unread = {day for one in self.facts.unread for day in one.days(self.all[0], self.all[-1])}
        means = rolling_mean(course.values, self.all, borders=self.facts.begins, unread=unread)
        return [None if mean is None else round(mean, 1) for mean in means]


class _Column(NamedTuple):
    heading: str
    cells: Sequence[Cell]
    is_always: bool = False
    """Also where nothing of it was ever said: nobody should wonder whether it was asked about."""


def day_rows(summary: Summary) -> Iterator[Sequence[Cell]]:
    """Give the heading, and the days from the first on; what was never told of has no column."""
    told = [one for one in _columns(_Days(summary)) if one.is_always or any(c is not None for c in one.cells)]
    yield [one.heading for one in told]
    yield from zip(*(one.cells for one in told), strict=True)


def _columns(days: _Days) -> Iterator[_Column]:
    yield _Column(field_name("day"), [str(day) for day in days.all], is_always=True)
    yield from _safety(days)
    yield from _pain(days)
    yield from _done(days)
    yield from _week(days)
    yield from _told(days)


def _safety(days: _Days) -> Iterator[_Column]:
    answers: dict[date, list[str]] = {}
    for said in days.facts.safety.answers:
        question = said.question.in_(current()) if said.question else said.flag
        told = f"{answer_name(said.answer)}: {one_line(question)} ({one_line(said.flag)})"
        answers.setdefault(said.day, []).append(told)
    asked = days.said(_asked)
    yield _Column(_("Not readable"), [_unread(days.facts, day) for day in days.all])
    yield _Column(_("Safety questions answered"), asked, is_always=True)
    yield _Column(
        _("Safety questions that count as yes"),
        [_texts(answers.get(d, ())) for d in days.all],
        is_always=True,
    )
    yield _Column(kind_name("clearance"), days.said(lambda day: _texts(e.by for e in day.all(Clearance))))


def _asked(day: Day) -> str | None:
    gates = sorted(day.gates, key=lambda gate: (gate.scope == "full", not gate.is_by_itself))
    return scope_name(gates[-1]) if gates else None


def _unread(facts: Summary, day: date) -> str | None:
    if day in facts.unread_days:
        return _("the whole day")
    return _("part of it") if any(day in one for one in facts.unread) else None


def _pain(days: _Days) -> Iterator[_Column]:
    for field in ("leg", "back"):
        yield _Column(field_name(field) + _OF_TEN, days.said(_morning(field)), is_always=True)
    yield _Column(_("Leg, mean of 7 days"), days.mean(days.facts.leg))
    yield _Column(_("Back, mean of 7 days"), days.mean(days.facts.back))
    for field in ("leg_avg", "leg_worst", "back_avg"):
        yield _Column(field_name(field) + _OF_TEN, days.said(_evening(field)))
    for field in ("site", "numb", "morning"):
        yield _Column(field_name(field), days.said(_morning(field, is_named=True)))
    yield _Column(_(DRAWING), days.said(lambda day: _texts(map(drawing_in_words, day.all(Drawing)))))
    yield _Column(_("Times woken by pain (3 is 3 or more)"), days.said(_morning("sleep_wakes")))
    yield _Column(field_name("flare"), days.said(_flare))
    brought = days.facts.brought
    for field, values in (("leg", brought.leg), ("back", brought.back)):
        name = f"{field_name(field)}, {brought_in_name()}"
        yield _Column(name + _OF_TEN, [values.get(day) for day in days.all])


def _morning(field: str, *, is_named: bool = False) -> Callable[[Day], Cell]:
    return lambda day: _value(day.check_in, field, is_named=is_named)


def _evening(field: str, *, is_named: bool = False) -> Callable[[Day], Cell]:
    return lambda day: _value(day.evening, field, is_named=is_named)


def _value(said: Entry | None, field: str, *, is_named: bool) -> Cell:
    value: Cell = getattr(said, field) if said is not None else None
    return choice_name(field, value) if is_named and value is not None else value


def _flare(day: Day) -> str | None:
    said = [one.flare for one in (day.check_in, day.evening) if one is not None and one.flare is not None]
    return choice_name("answers", "yes" if any(said) else "no") if said else None


def _done(days: _Days) -> Iterator[_Column]:
    yield _Column(_("Walks"), days.said(lambda day: len(day.walks) or day.known_minutes))
    yield _Column(_("Minutes walked"), days.said(lambda day: day.known_minutes), is_always=True)
    longest = days.said(lambda day: max((walk.minutes for walk in day.walks), default=None))
    yield _Column(_("Longest walk, minutes"), longest)
    yield _Column(_("Further down the leg after a walk"), days.said(_further_down))
    names = {one.id: one.name.in_(current()) for one in days.facts.exercising.practices if one.name}
    yield _Column(_("Exercises"), days.said(lambda day: _texts(_practised(day, names))))
    yield _Column(kind_name("comfort"), days.said(lambda day: _texts(e.comfort for e in day.comforts)))
    yield _Column(_("Changes of position"), days.said(lambda day: day.position_changes or None))
    yield _Column(field_name("sit_longest"), days.said(_evening("sit_longest", is_named=True)))
    yield _Column(kind_name("steps"), [days.told.steps.get(day) for day in days.all])


def _further_down(day: Day) -> str | None:
    said = [walk.further_down for walk in day.walks if walk.further_down is not None]
    return choice_name("answers", "yes" if any(said) else "no") if said else None


def _practised(day: Day, names: dict[str, str]) -> Iterator[str]:
    for done in day.exercises:
        if not done.is_only_begun or done.response == "down":
            id_ = done.exercise
            name = f"{names[id_]} ({id_})" if id_ in names else id_
            yield f"{name}: {choice_name('response', done.response)}" if done.response else name


def _week(days: _Days) -> Iterator[_Column]:
    for goal in days.facts.goals:
        rated = {rating.day: rating.value for rating in goal.ratings}
        yield _Column(one_line(goal_name(goal.name)) + _OF_TEN, [rated.get(day) for day in days.all])
    for field in ("global_change", "work"):
        yield _Column(field_name(field), days.said(_weekly(field, is_named=True)))
    yield _Column(field_name("worry") + _OF_TEN, days.said(_weekly("worry")))
    for field in ("worsens", "eases"):
        yield _Column(field_name(field), days.said(_chosen(field)))


def _weekly(field: str, *, is_named: bool = False) -> Callable[[Day], Cell]:
    return lambda day: _value((day.all(Weekly) or (None,))[-1], field, is_named=is_named)


def _chosen(field: str) -> Callable[[Day], Cell]:
    """Give what was chosen from a list; that nothing of it fits was said, too."""

    def chosen(day: Day) -> Cell:
        said = [found for one in day.all(Weekly) if (found := getattr(one, field)) is not None]
        return (choices_in_words(field, said[-1]) or none_of_the_list()) if said else None

    return chosen


def _told(days: _Days) -> Iterator[_Column]:
    happened: dict[date, list[str]] = {}
    for one in days.facts.events:
        happened.setdefault(one.day, []).append(event_name(one))
    yield _Column(kind_name("medicine"), days.said(lambda day: _texts(_taken(day))))
    yield _Column(kind_name("event"), [_texts(happened.get(day, ())) for day in days.all])
    followed = {one.said.day: [values_in_words(one.said, one.catalogue)] for one in days.facts.followed}
    yield _Column(kind_name("programme"), [_texts(followed.get(day, ())) for day in days.all])
    for field in ("eased_by", "wish"):
        yield _Column(field_name(field), days.said(_weekly(field)))
    yield _Column(kind_name("note"), days.said(lambda day: _texts(e.text for e in day.all(Note))))


def _taken(day: Day) -> Iterator[str]:
    """Say each medicine once, with how often it was noted."""
    for text, times in Counter(entry.text for entry in day.all(Medicine)).items():
        yield f"{text} × {times}" if times > 1 else text


def _texts(said: Iterable[str]) -> str | None:
    """Give several texts in one cell, each on one line."""
    text = _BETWEEN.join(one_line(text) for text in said)
    return (text if len(text) <= _LONGEST else f"{text[: _LONGEST - len(_CUT)]}{_CUT}") or None
