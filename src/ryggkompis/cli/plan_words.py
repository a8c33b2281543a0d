"""A plan in words, line by line, as it reads aloud."""

from collections.abc import Iterator

from ryggkompis.cli.plain import plain
from ryggkompis.domain.base.weekdays import Weekday
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.today.adjusted import adjusted
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.doses import walks_in_words
from ryggkompis.words.entry_names import exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.today import day, why
from ryggkompis.words.today.plan_items import Item, plan_items
from ryggkompis.words.today.waiting import waiting


def plan_in_words(
    state: State,
    review_day: Weekday | None = None,
    card: LearnCard | None = None,
    *,
    fully: bool = False,
    numbers: bool = True,
) -> Iterator[str]:
    """Say what to do on a day and why; under a lock, what comes first.

    Args:
        state: of the day.
        review_day: on which the week is looked back on; without it nothing is said of what waits or is left,
            as of a day of a period.
        card: the one that is offered to read.
        fully: with all that lies behind the plan.
        numbers: whether the patient wants pain in numbers.

    """
    yield day.heading(state)
    yield ""
    is_empty = state.plan.is_empty
    above = day.instead(state, numbers=numbers) if is_empty else _with_plan(state, review_day)
    behind = () if state.plan.lock or state.plan.is_closed else _behind(state, card, fully=fully)
    yield from plain((*above, *behind))


def _behind(state: State, card: LearnCard | None, *, fully: bool) -> Iterator[Line]:
    if not state.plan.is_excluded or fully:
        yield Line(why.heading(), "heading")
        yield from why.reasons(state)
    yield from why.advice(state.plan)
    if card is not None:
        yield day.offer(card)
    if fully:
        from ryggkompis.words.today.behind import behind

        yield Line("")
        yield from behind(state)


def _with_plan(state: State, review_day: Weekday | None) -> Iterator[Line]:
    above = [*day.first(state), *(waiting(state, review_day) if review_day else ())]
    yield from above
    yield from (Line(""),) if above else ()
    yield from _to_do(state)
    if review_day:
        yield from day.left(state)
    else:
        yield Line(day.change_position(state.plan.position_minutes))
    yield Line("")


def _to_do(state: State) -> Iterator[Line]:
    stands = adjusted(state)
    if not stands.is_minimum:
        yield Line(_("Suggested for the day. You decide, and you may always do less."))
    yield Line(walks_in_words(stands.walks), "item")
    taken = state.today.walks
    if taken:
        said = ngettext(
            "{n} walk taken, {minutes} minutes.", "{n} walks taken, {minutes} minutes.", len(taken)
        )
        yield Line("  " + said.format(n=len(taken), minutes=sum(walk.minutes for walk in taken)))
    yield from (_exercise(item) for item in plan_items(state) if item.group == "exercise")
    if stands.comfort:
        names = [f"{id_} {exercise_name(id_, state.catalogue)}" for id_ in stands.comfort]
        yield Line(_("For rest: {names}.").format(names=formats.list_of(names, "or")), "item")


def _exercise(item: Item) -> Line:
    name = f"{item.ref} {item.title}"
    if item.planned is not None:
        name = _("{name}, level {level}").format(name=name, level=item.planned.level)
    return Line(" – ".join(filter(None, (f"{name}: {item.in_full}", item.said))), "item")
