"""An episode in a few words: the one that is closed, and the list of them all."""

from collections.abc import Iterator, Sequence
from datetime import date

from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entries import choice_name
from ryggkompis.words.lines import Line


def closed_in_words(episode: Episode) -> Iterator[Line]:
    """Say kindly that the episode is closed, since when, and what that means."""
    yield Line(_("This episode is closed."), "strong")
    if episode.end is not None:
        yield Line(closed_on(episode.end, episode))
    yield Line(
        _("Nothing is planned, and nothing is asked. What you wrote is kept, and every key still works.")
    )


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


def _one(episode: Episode, day: date) -> str:
    first = formats.day_month_year(episode.onset or episode.start)
    if episode.last is None or episode.last > day:
        week = episode.week(day)
        said = _("since {first}").format(first=first)
        return f"{said}, " + _("week {n}").format(n=week) if week is not None else said
    last = episode.last
    weeks = max(round(((last - (episode.onset or episode.start)).days + 1) / 7), 1)
    long = ngettext("about {n} week", "about {n} weeks", weeks).format(n=weeks)
    parts = [f"{first} – {formats.day_month_year(last)}", long]
    if episode.ended is not None:
        parts.append(choice_name("ended", episode.ended))
    return ", ".join(parts)


def rhythm_in_words(next_day: date) -> str:
    """Say that nothing is asked before the day that the patient's own rhythm gives."""
    return _("As you chose, the next check-in is on {day}.").format(day=formats.weekday_day(next_day))
