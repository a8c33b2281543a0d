"""An episode in a few words: the one that is closed, and the list of them all."""

from collections.abc import Iterator, Sequence
from datetime import date

from ryggkompis.domain.base.scales import Rhythm
from ryggkompis.domain.course.earlier import lasted
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.today.episode import is_end_offered, next_check_in
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entry_names import choice_name
from ryggkompis.words.lines import Line
from ryggkompis.words.urgent import soft_cards


def closed_in_words(episode: Episode) -> Iterator[Line]:
    """Say kindly that the episode is closed, since when, and what that means."""
    yield Line(_("This episode is closed."), "strong")
    if episode.end is not None:
        yield Line(closed_on(episode.end, episode))
    yield Line(_("Nothing is planned, and nothing is asked. You can still write down whatever you like."))


def closed_on(end: date, episode: Episode) -> str:
    """Say when it was closed, and how it ended where that was said."""
    if episode.ended is None:
        return _("You closed it on {day}.").format(day=formats.day_month_year(end))
    return _("You closed it on {day}: {how}.").format(
        day=formats.day_month_year(end), how=choice_name("ended", episode.ended)
    )


def episodes_in_words(found: Sequence[Episode], day: date) -> Iterator[str]:
    """List the episodes, oldest first, and tell where two overlap."""
    for episode in found:
        yield f"- {_one(episode, day)}"
        if episode.is_overlapped and episode.end is not None and episode.last is not None:
            yield "  " + _(
                "It was closed on {end}, when the next one had begun: from {next} on the days are of that."
            ).format(
                end=formats.day_month_year(episode.end),
                next=formats.day_month_year(date.fromordinal(episode.last.toordinal() + 1)),
            )


def how_often(rhythm: Rhythm) -> str:
    """Say how often the patient is asked."""
    said: dict[Rhythm, str] = {
        "daily": _("a check-in every day"),
        "twice": _("a check-in twice a week"),
        "monthly": _("a check-in once a month"),
    }
    return said[rhythm]


def _one(episode: Episode, day: date) -> str:
    first = formats.day_month_year(episode.onset or episode.start)
    if episode.last is None or episode.last > day:
        week = episode.week(day)
        now = [_("since {first}").format(first=first)]
        now += [_("week {n}").format(n=week)] if week is not None else []
        return ", ".join((*now, *([] if episode.rhythm == "daily" else [how_often(episode.rhythm)])))
    time = lasted(episode, episode.last)
    long = ngettext("about {n} week", "about {n} weeks", time.weeks).format(n=time.weeks)
    parts = [f"{first} – {formats.day_month_year(time.last)}", long]
    if episode.ended is not None:
        parts.append(choice_name("ended", episode.ended))
    return ", ".join(parts)


def reached_page(state: State, *, numbers: bool = True) -> Iterator[Line]:
    """Say what was reached in this episode, and what to do at the next first sign."""
    # Neither is needed on a day that only shows a plan.
    from ryggkompis.domain.course.reached import reached  # noqa: PLC0415
    from ryggkompis.words.today.reached import reached_in_words  # noqa: PLC0415

    found = reached(state.diary, state.episode, state.day)
    return reached_in_words(found, state.catalogue, numbers=numbers)


def instead_of_a_plan(state: State, *, numbers: bool = True) -> Iterator[Line]:
    """Say what stands on a day of a closed episode: what it means, what is at hand, and what was reached."""
    yield from soft_cards(state.gate.told, state.flags)
    yield from (Line(""),) if state.gate.told else ()
    yield from closed_in_words(state.episode)
    yield Line("")
    yield Line(
        _("Is it back?"), "strong", _("The safety questions come first, then a new start."), act="back"
    )
    yield Line(_("Have you been for a walk?"), "strong", _("It can be kept all the same."), act="walked")
    yield look_at_once()
    yield Line("")
    yield from reached_page(state, numbers=numbers)


def is_it_new() -> Line:
    """Ask whether another episode has begun."""
    return Line(_("Is this a new episode, or does the old one go on?"), act="back")


def look_at_once() -> Line:
    """Say what is never waited with, however seldom one checks in."""
    return Line(_("Look at once if feeling, bladder, bowel or strength changes."), act="urgent")


def as_chosen(state: State) -> Iterator[Line]:
    """Say that nothing is asked before the day that the patient's own rhythm gives."""
    on = next_check_in(state)
    if on is not None:
        said = _("As you chose, the next check-in is on {day}.").format(day=formats.weekday_day(on))
        yield Line(said, "calm", act="any_day")
        yield look_at_once()


def good_end(state: State) -> Iterator[Line]:
    """Offer, after a steady month, to look at what was reached and to choose how to go on."""
    if is_end_offered(state):
        more = _("See what you have reached, and choose how to go on.")
        yield Line(_("You have kept well for a month."), "strong", more, act="how_on")
