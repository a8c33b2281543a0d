"""Where two therapists' programmes hold together and differ: told, and asked where nothing can be shared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.plan.ladder import day_minutes, highest
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Told
from ryggkompis.services.questions.programme_before import Before, beside, listed, new_name
from ryggkompis.words.entries import choice_name
from ryggkompis.words.programme import told_by


def days_of_both(one: Sequence[Weekday], other: Sequence[Weekday], *, is_new: bool) -> tuple[Weekday, ...]:
    """Give the days that both name; none named is every day.

    Where they share none, those in use stay, so that no day is added, unless the patient says that those of
    the other one hold (``is_new``).
    """
    if not one or not other:
        return tuple(one or other)
    return tuple(day for day in one if day in other) or tuple(other if is_new else one)


def ends_in_words(named: Iterable[tuple[str, date | None]]) -> Iterator[str]:
    """Say who named which last day."""
    for name, until in named:
        if until is not None:
            yield _("{name}: until {day}.").format(name=told_by(name), day=formats.day_month_year(until))


def which_days(before: Before, answers: Mapping[str, object]) -> Iterator[Question]:
    """Ask which days hold where the two share none."""
    earlier, chosen = beside(before, answers), _chosen(answers)
    if earlier is None or not earlier.days or not chosen or set(earlier.days) & set(chosen):
        return
    said = _("{name}: {days}")
    named = ((earlier.name, earlier.days, False), (new_name(answers), chosen, True))
    choices = tuple(
        Choice(value=is_new, label=said.format(name=told_by(name), days=_named(days)))
        for name, days, is_new in named
    )
    yield Question(
        key="which_days",
        words=_("No day is named by both. Which days are yours?"),
        hint=_("If you do not know, the days that you follow now stay. Ask them about it."),
        answer=OneOf(choices),
    )


def what_holds(before: Before, answers: Mapping[str, object]) -> Iterator[Question]:
    """Tell what holds of the days, the walking and the last day where the two differ."""
    earlier = beside(before, answers)
    if earlier is None:
        return
    if said := [*_days(earlier, answers), *_walk(earlier, answers), *_end(earlier, answers)]:
        words = _("The two do not say the same. This holds from now on:")
        yield Question(key="holds", words=words, hint="\n".join(said), answer=Told())


def _days(earlier: Programme, answers: Mapping[str, object]) -> Iterator[str]:
    chosen = _chosen(answers)
    days = days_of_both(earlier.days, chosen, is_new=answers.get("which_days") is True)
    if set(earlier.days) != set(chosen):
        yield _("Exercises on: {days}.").format(days=_named(days))


def _walk(earlier: Programme, answers: Mapping[str, object]) -> Iterator[str]:
    walk, ceiling = answers.get("walk"), earlier.walk_ceiling
    known = [*([highest(walk)] if isinstance(walk, int) else []), *([] if ceiling is None else [ceiling])]
    if known and (len(known) == 1 or known[0] != known[1]):
        yield _("Walking: {minutes} a day at most.").format(minutes=formats.minutes(day_minutes(min(known))))


def _end(earlier: Programme, answers: Mapping[str, object]) -> Iterator[str]:
    until = answers.get("until")
    day = until if isinstance(until, date) else None
    ends = [one for one in (earlier.until, day) if one is not None]
    if ends and earlier.until != day:
        yield from ends_in_words(((earlier.name, earlier.until), (new_name(answers), day)))
        if len(ends) > 1:
            yield _("After the first of the two you are asked whether it goes on.")
        else:
            yield _("After it you are asked whether it goes on.")


def _chosen(answers: Mapping[str, object]) -> tuple[Weekday, ...]:
    return tuple(day for day in WEEKDAYS if day in listed(answers, "days"))


def _named(days: Sequence[Weekday]) -> str:
    return formats.list_of([choice_name("days", day) for day in days])
