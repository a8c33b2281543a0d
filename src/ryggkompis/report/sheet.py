"""Today's plan for the wall, with figures and whom to call; of a closed episode, what was reached in it."""

from collections.abc import Iterator, Sequence
from typing import Final

from ryggkompis.domain.base.scales import CRISIS
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.catalogue.catalogue import Action, Catalogue, Exercise, Language, RedFlags
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.reasons import Heals
from ryggkompis.domain.today.availability import resting_in
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, speaking
from ryggkompis.pictures.figure_svg import figure_svg
from ryggkompis.report.as_html import html
from ryggkompis.report.errors import NoSheet, NotForTheWall
from ryggkompis.report.page import Block, Drawing, Items, Letters, ListItem, Page, Paragraph, Section
from ryggkompis.words.doses import amount, range_in_full, walks_in_words
from ryggkompis.words.lines import Line
from ryggkompis.words.programme import told_by_therapist
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.today.day import change_position
from ryggkompis.words.today.episode import reached_page
from ryggkompis.words.urgent import ACTIONS, HELP_NOW, advice_in_words, in_an_emergency, unbroken

WALL_FORMATS: Final = ("pdf", "html")
"""A sheet for the wall is printed, so there are only formats that look like paper."""
_AT_ONCE: Final[tuple[Action, ...]] = ("113", "116117_now")


def wall_format(file: str) -> str:
    """Choose the format by the ending of a file's name.

    Raises:
        NotForTheWall: for an ending that cannot be printed.

    """
    for format_ in WALL_FORMATS:
        if file.casefold().endswith(f".{format_}"):
            return format_
    raise NotForTheWall(file=shown_name(file))


def wall(format_: str, state: State, language: Language, *, is_large: bool, numbers: bool = True) -> bytes:
    """Write the plan of a day as a file of ``format_``; the same plan gives the same bytes.

    Raises:
        NoSheet: for a day without a plan.
        NoPdf: where the typesetter is not installed.

    """
    plan, flags = state.plan, state.flags
    if plan.is_empty and not plan.is_closed:
        raise NoSheet(day=plan.day)
    with speaking(language):
        help_ = Section(_(HELP_NOW), tuple(_help(flags)), is_wide=True, is_urgent=True)
        if plan.is_closed:
            page = _page(plan, (*_reached(state, numbers=numbers), help_), (), is_large=is_large)
        else:
            first, rest = (*_planned(state), _call()), (*_explained(state), help_)
            page = _page(plan, first, rest, is_large=is_large)
        if format_ == "html":
            return html(page)
        # It brings a typesetter along, which nothing else needs.
        from ryggkompis.report.as_pdf import pdf  # noqa: PLC0415

        return pdf([page], plan.day)


def _page(plan: Plan, first: tuple[Section, ...], rest: tuple[Section, ...], *, is_large: bool) -> Page:
    day = formats.day_month_year(plan.day)
    title = _("To keep, {day}") if plan.is_closed else _("Suggested for {day}")
    footer = (_("You decide, and you may always do less. Made with Ryggkompis."),)
    letters: Letters = "large" if is_large else "wall"
    return Page(
        current(), title.format(day=day), first, rest, footer, letters, rest=_("How, and when to get help")
    )


def _planned(state: State) -> Iterator[Section]:
    """Make what is looked at while one does it: how long, how often, when to stop, and whom to call."""
    plan, catalogue = state.plan, state.catalogue
    yield Section(_("Walks"), tuple(_walks(plan, catalogue)), is_wide=True)
    waits = tuple(_waits(plan))
    yield from (Section(_("What waits"), waits, is_wide=True),) if waits else ()
    yield from (_card(dose, catalogue) for dose in _doses(state))
    stop = Paragraph(catalogue.stop_rule.in_(current()), is_strong=True)
    yield Section(_("Stop"), (stop,), is_wide=True)


def _call() -> Section:
    """Say whom to call in a sentence; the questions behind it stand on the pages after."""
    told = (
        Paragraph(unbroken(in_an_emergency().text), is_strong=True),
        Paragraph(_("The list at the end says when it is 113 instead.")),
    )
    return Section(_(HELP_NOW), told, is_wide=True, is_urgent=True)


def _explained(state: State) -> Iterator[Section]:
    """Make what is read once: how each exercise is done, and what eases."""
    yield from (_exercise(dose, state.catalogue) for dose in _doses(state))
    yield from _rest(state.plan, state.catalogue)


def _doses(state: State) -> Sequence[PlannedExercise]:
    resting = resting_in(state)
    return [dose for dose in state.plan.exercises if dose.id not in resting]


def _waits(plan: Plan) -> Iterator[Block]:
    """Say what is held back after an operation, and what the therapist says, each with the day until when."""
    yield from (Paragraph(line.text) for line in told_by_therapist(plan.programme))
    heals = (one.reason for one in plan.decisions if isinstance(one.reason, Heals))
    yield from (Paragraph(reason_in_words(one)) for one in heals)


def _reached(state: State, *, numbers: bool) -> Iterator[Section]:
    """Make a section of what stands under each heading of the page of what was reached."""
    title, blocks = "", list[Block]()
    for line in (*reached_page(state, numbers=numbers), Line("", "strong")):
        if line.role == "strong":
            yield from (Section(title, tuple(blocks), is_wide=True),) if blocks else ()
            title, blocks = line.text, []
        elif line.text:
            blocks.append(Paragraph(line.text))


def _walks(plan: Plan, catalogue: Catalogue) -> Iterator[Block]:
    language = current()
    yield Paragraph(walks_in_words(plan.walks), is_strong=True)
    yield Items(tuple(ListItem(line) for line in catalogue.walk.cue.in_(language).splitlines()))
    yield Paragraph(catalogue.walk.caution.in_(language))
    yield Paragraph(change_position(plan.position_minutes))


def _card(dose: PlannedExercise, catalogue: Catalogue) -> Section:
    """Show an exercise, and say how much of it."""
    exercise = catalogue.exercise(dose.id)
    if exercise is None:
        return Section(shown(dose.id), ())
    return Section(shown(exercise.name.in_(current())), tuple(_shown(dose, exercise)))


def _shown(dose: PlannedExercise, exercise: Exercise) -> Iterator[Block]:
    language, way = current(), way_of(exercise, dose.level)
    if way.figure is not None:
        name, steps = exercise.name.in_(language), way.cue.in_(language)
        yield Drawing(figure_svg(way.figure, name, steps, f"{exercise.id}-"), name, steps)
    yield Paragraph(amount(exercise.levels[dose.level - 1]), is_strong=True)
    if dose.not_before is not None:
        yield Paragraph(_("Not before {time}.").format(time=formats.clock(dose.not_before)))


def _exercise(dose: PlannedExercise, catalogue: Catalogue) -> Section:
    exercise = catalogue.exercise(dose.id)
    if exercise is None:
        return Section(shown(dose.id), (), is_wide=True)
    name = shown(exercise.name.in_(current()))
    return Section(name, tuple(_how(dose, exercise)), is_wide=True)


def _how(dose: PlannedExercise, exercise: Exercise) -> Iterator[Block]:
    language, way = current(), way_of(exercise, dose.level)
    told = (*way.cue.in_(language).splitlines(), way.how.in_(language))
    yield Items(tuple(ListItem(shown(line)) for line in told if line.strip()))
    if exercise.caution.in_(language):
        yield Paragraph(_("Take care: {caution}").format(caution=shown(exercise.caution.in_(language))))


def _rest(plan: Plan, catalogue: Catalogue) -> Iterator[Section]:
    language = current()
    found = [relief for id_ in plan.comfort if (relief := catalogue.relief(id_)) is not None]
    if not found:
        return
    items = (
        ListItem(
            range_in_full(one),
            one.name.in_(language),
        )
        for one in found
    )
    yield Section(_("For rest"), (Items(tuple(items)),), is_wide=True)


def _help(flags: RedFlags) -> Iterator[Block]:
    language = current()
    for action in _AT_ONCE:
        # What is thought at night is not for a wall that guests see; the program meets it where it is said.
        asked = (flag for flag in flags.flags if flag.action == action and flag.id != CRISIS)
        fitting = [flag.question.in_(language) for flag in asked]
        # The last of these is what else leads to 113, so that the number stands here once.
        fitting += [_("You cannot get there, or it gets worse.")] if action == "113" else []
        yield Paragraph(unbroken(f"{_(ACTIONS[action])}:"), is_strong=True)
        yield Items(tuple(ListItem(words) for words in fitting))
    yield Paragraph(advice_in_words(flags, says_113=False))
