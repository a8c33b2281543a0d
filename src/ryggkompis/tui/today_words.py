"""The sentences of the Today page; each from the state alone."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.journal.review import is_review_due, wish
from ryggkompis.domain.journal.visits import coming_visit, untold_visit
from ryggkompis.domain.plan.concerns import SuddenRelief
from ryggkompis.domain.plan.plan import Advice
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.services.adjustments import adjusted
from ryggkompis.services.course import last_days
from ryggkompis.services.state import State
from ryggkompis.tui.ink import hints, inked, lines
from ryggkompis.tui.less import walking_less
from ryggkompis.tui.plan_items import Item
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.adjusting import bad_day
from ryggkompis.words.concerns import concern_in_short, concern_in_words
from ryggkompis.words.entries import choice_name, exercise_name
from ryggkompis.words.problems import problem_in_words
from ryggkompis.words.sober import decisions_in_words, is_strength_first
from ryggkompis.words.urgent import CRISIS, crisis_card, number_of, red_card, soft_cards


def notice(state: State, *, is_past: bool) -> Content:
    """Say which day is shown when it is not today, and what of the journal could not be read."""
    said: list[Content | str] = []
    if is_past:
        day = formats.weekday_day(state.day)
        said.append(_("You are telling about {day}. Esc goes back to today.").format(day=day))
    hidden = [problem for problem in state.problems if problem.hides]
    if hidden:
        said.append(Content.assemble(("! ", "bold $warning"), problem_in_words(hidden[0])))
    if len(hidden) > 1:
        more = ngettext(
            "{n} more file or entry has a problem.",
            "{n} more files or entries have problems.",
            len(hidden) - 1,
        )
        said.append(more.format(n=len(hidden) - 1) + " " + _("“ryggkompis doctor” lists them."))
    return lines(*said) if said else Content("")


def card(state: State, review_day: Weekday) -> Content:
    """Invite to check in, to answer what is waiting, or say what is worth a talk with a doctor."""
    if state.plan.is_empty:
        return Content("")
    said: list[Content | str] = []
    if state.gate.soft:
        said.append(inked(soft_cards(state.gate.soft, state.flags)))
    said += _advice(state.plan.advice)
    if state.today.is_minimum:
        said.append(_bad_day())
    if state.today.check_in is None:
        said.append(_sometimes(review_day) if is_weekly_enough(state, review_day) else _invitation())
    if is_review_due(state.history, state.day, review_day):
        said.append(
            Content.assemble(
                ("r  ", "bold $accent"),
                (_("How was the week?"), "bold"),
                "  ",
                _("Look back on it; it takes five minutes."),
            )
        )
    said += walking_less(state)
    said += _visit(state)
    if not state.history.profiles:
        first = _("The first questions are waiting. They make the plan fit you.")
        said.append(Content.assemble(("f  ", "bold $accent"), first))
    return lines(*said) if said else Content("")


def is_card_whole(state: State) -> bool:
    """Tell whether the card is read before the plan, and so has the room."""
    return is_strength_first(state.plan) or CRISIS in state.gate.soft


def _visit(state: State) -> list[Content]:
    """Remind of a visit that is near; after one, ask what was agreed."""
    coming = coming_visit(state.history, state.day)
    if coming is not None:
        named = formats.weekday_named(coming.weekday())
        is_today = coming == state.day
        what = _("You have a visit today.") if is_today else _("You have a visit on {day}.").format(day=named)
        do = _("Note what you want to ask. The page for your therapist is on 5.")
    elif untold_visit(state.history, state.day) is not None:
        what, do = _("How was the visit?"), _("Tell what was agreed while you remember it.")
    else:
        return []
    return [Content.assemble(("v  ", "bold $accent"), (what, "bold"), "  ", do)]


def is_weekly_enough(state: State, review_day: Weekday) -> bool:
    """Tell whether nobody asks for a check-in today: it is steady, and there was one in the last week."""
    if not state.plan.is_weekly_enough or WEEKDAYS[state.day.weekday()] == review_day:
        return False
    week = last_days(state.day)
    return any(state.history[day].check_in is not None for day in week)


def _invitation() -> Content:
    return Content.assemble(
        ("i  ", "bold $accent"),
        (_("How is it this morning?"), "bold"),
        "  ",
        _("Check in first; it takes less than a minute."),
    )


def _sometimes(review_day: Weekday) -> Content:
    """Say that once a week is enough, and why; it is never forbidden to say more."""
    return Content.assemble(
        ("◇ ", "bold $primary"),
        _("You keep steady: a check-in once a week is enough, next on {day}.").format(
            day=formats.weekday_named(WEEKDAYS.index(review_day))
        ),
        " ",
        _("Scoring pain every day may keep it in mind; studies do not agree. Tick your walks as before."),
        "  ",
        ("i", "bold $accent"),
        "\N{NO-BREAK SPACE}",
        _("whenever you like"),
        " · ",
        ("!", "bold $accent"),
        "\N{NO-BREAK SPACE}",
        _("at once if feeling, bladder, bowel or strength changes"),
    )


def _bad_day() -> Content:
    return Content.assemble(
        ("◇ ", "bold $primary"),
        bad_day(),
        "  ",
        ("d", "bold $accent"),
        "\N{NO-BREAK SPACE}",
        _("brings the rest back"),
    )


def walking(state: State) -> str:
    """Say how much of the day's walking is logged, and which key calls it a bad day."""
    stands = adjusted(state)
    done = _("{done} of {all} min").format(done=state.today.walked, all=sum(stands.walks))
    return done if stands.is_minimum else _("{done} · d a bad day").format(done=done)


def doing_less() -> str:
    """Say which keys make an exercise less."""
    return _("s leave out · l easier")


def why(state: State) -> Content:
    """Say in words why the day looks like this."""
    name_of = partial(exercise_name, catalogue=state.catalogue)
    said = " ".join(words for _rule, words in decisions_in_words(state.plan, name_of))
    return Content.assemble(("w", "bold $accent"), " ", (_("Why:") + " ", "bold $secondary"), (said, MUTED))


def left(state: State) -> Content:
    """Say what is left, and when to change position."""
    if state.plan.is_empty:
        return Content("")
    stands = adjusted(state)
    to_walk = stands.walks[len(state.today.walks) :]
    walks, minutes = len(to_walk), sum(to_walk)
    exercises = 0 if CRISIS in state.gate.soft else sum(one.is_left(state.today) for one in stands.exercises)
    parts = []
    if walks:
        parts.append(
            ngettext("{n} walk ({minutes} min)", "{n} walks ({minutes} min)", walks).format(
                n=walks, minutes=minutes
            )
        )
    if exercises:
        parts.append(ngettext("{n} exercise", "{n} exercises", exercises).format(n=exercises))
    if parts:
        rest = _("Left today: {what}.").format(what=formats.list_of(parts))
    elif stands.is_minimum:
        rest = _("That is enough for today, and it counts. The rest of the day is yours.")
    else:
        rest = _("Everything in the plan is done. The rest of the day is yours.")
    wished = wish(state.history, state.day)
    own = [_("Your wish for the week: {what}").format(what=wished)] if wished else []
    return lines(rest, _position(state), *own)


def offer(card: LearnCard) -> Content:
    """Offer a card to read."""
    title = card.title.in_(current())
    return Content.assemble(("k  ", "bold $accent"), _("To read: {title}").format(title=title))


def _position(state: State) -> Content:
    every = _("Change position every {n} minutes").format(n=state.plan.position_minutes)
    moved = state.today.position_changes
    counted = ngettext("{n} change logged", "{n} changes logged", moved).format(n=moved) if moved else ""
    return Content.assemble(
        every, f" · {counted}" if counted else "", " · ", ("o", "bold $accent"), " ", _("logs one")
    )


def large(state: State, item: Item | None) -> str:
    """Give what is to be read large: the number to call, or the chosen line of the plan."""
    if state.plan.lock is not None:
        return number_of(state.plan.lock, state.flags)
    if item is None:
        return ""
    done = _("done") if item.group == "walk" else item.said
    return f"{item.title} {done if item.done else item.amount}"


def instead(state: State) -> Content:
    """Say what stands where there is no plan: the red card, or that the plan comes from someone else."""
    if state.plan.lock is not None:
        return inked(red_card(state.plan.lock, state.flags, hints(), state.gate.lasting, state.gate.wound))
    if not state.plan.is_excluded or state.profile is None:
        return Content("")
    which = formats.list_of([choice_name("exclusions", one) for one in state.profile.exclusions])
    first: list[Content | str] = [inked(crisis_card(state.flags)), ""] if CRISIS in state.gate.lasting else []
    return lines(
        *first,
        Content.assemble((_("You need a plan from somebody who knows you and your back."), "bold $warning")),
        "",
        _("You told us: {what}. Then a plan from this program is not for you.").format(what=which),
        _(
            "Ask your doctor, midwife, surgeon or therapist for one. "
            "The diary and the overview are yours to use."
        ),
        "",
        _("Is it no longer so? Press f and change your answers."),
    )


def _advice(given: tuple[Advice, ...]) -> Iterator[Content]:
    """Say each in one line; only relief that is too sudden is said whole, for it cannot wait."""
    for advice in given:
        said = (
            concern_in_words(advice.reason)
            if isinstance(advice.reason, SuddenRelief)
            else Content.assemble(concern_in_short(advice.reason), " · ", ("w", "bold $accent"))
        )
        yield Content.assemble(("◆ ", "bold $secondary"), said)
