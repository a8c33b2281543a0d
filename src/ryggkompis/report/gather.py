"""From the journal to the facts of one period; nothing here looks at a clock or says a word."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.course.comparing import around
from ryggkompis.domain.course.earlier import earlier, overlaps, told_in
from ryggkompis.domain.course.easing import Chosen, easing, worsening
from ryggkompis.domain.course.happened import Happened, marked, operated, turned
from ryggkompis.domain.course.medicine_use import Use, uses
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.entries import Entry, Note, Profile, Weekly
from ryggkompis.domain.journal.episodes import Episode, episodes
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.goals import goal_ratings
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.medicines import folded
from ryggkompis.domain.journal.operation import Operation, operation_on
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.as_shown import versions_shown
from ryggkompis.domain.plan.rules import RULES_VERSION
from ryggkompis.report import measures, summary
from ryggkompis.report.activity import exercising_summary, flare_summaries, walking_summary
from ryggkompis.report.brought import brought_of
from ryggkompis.report.drawn import drawn_of
from ryggkompis.report.goals import GoalCourse, Rating
from ryggkompis.report.omit import Options, kept_entry, kept_line
from ryggkompis.report.outside import outside_of
from ryggkompis.report.planned import planned_of
from ryggkompis.report.safety import Safety, safety_of
from ryggkompis.store.lines import Line, day_of

_EVERYTHING: Final = Options()


def summary_of(  # noqa: PLR0913 - what is asked of, and what is asked for
    history: History,
    lines: Sequence[Line],
    flags: RedFlags,
    catalogue: Catalogue,
    *,
    first: date,
    last: date,
    options: Options = _EVERYTHING,
    shown: Sequence[Shown] = (),
) -> summary.Summary:
    """Gather what is known of the days from ``first`` to ``last``, both included.

    ``history`` is the whole journal, so that the profile, the programme and an open lock from before the
    period count; ``lines`` are its standing lines as stored, ``shown`` is what this machine has shown.

    Raises:
        BackwardsPeriod: when ``last`` is before ``first``.

    """
    if last < first:
        raise BackwardsPeriod(first=first, last=last)
    said = (kept for entry in history.entries if (kept := kept_entry(entry, options)) is not None)
    known = History.of(said, history.hidden)
    period, spans = Period(first, last), _episodes(history, last, options)
    found = _felt(_summary(known, period, spans, flags, catalogue), known, spans[-1].start, catalogue)
    onset = None if "profile" in options.without else spans[-1].onset
    return replace(
        found,
        # The plan was made of everything, also of what is left out of the page.
        plan=planned_of(history, catalogue, flags, found.about, shown, options.without),
        brought=brought_of(known.within(first, last)),
        person=_person(known.profile(last), onset, operation_on(known.episode_marks, last)),
        events=_events(known, () if "events" in options.without else operated(history), period),
        tells_crisis=options.with_crisis,
        left_out=tuple(sorted(options.without)),
        lines=_lines(lines, period, options),
        outside=outside_of(history, lines, flags, period, options, safety=_told_of(found.safety)),
        rules_shown=versions_shown(shown, first, last),
    )


def _told_of(safety: Safety) -> frozenset[date]:
    return frozenset({said.day for said in safety.answers} | {seen.day for seen in safety.seen})


def _summary(
    known: History, period: Period, known_episodes: Sequence[Episode], flags: RedFlags, catalogue: Catalogue
) -> summary.Summary:
    last, about = period.last, told_in(known_episodes[-1], period)
    days = [day for day in known.days.values() if day.day in period]
    said = [entry for day in days for entry in day.entries]
    mornings = [day.check_in for day in days if day.check_in is not None]
    of_episode = [c for c in mornings if c.day in about]
    # Before the first day that is known of a first episode there may be days of it that cannot be read.
    unread = known.unread((period if len(known_episodes) == 1 else about).first, about.last)
    profile = known.profile(last)
    return summary.Summary(
        period=period,
        about=about,
        reaches_over=any(day.day not in about for day in days),
        earlier=earlier(known, known_episodes),
        overlaps=overlaps(known_episodes),
        safety=_safety(known, flags, period, known_episodes[-1]),
        coverage=measures.coverage(known, period),
        leg=measures.course({c.day: c.leg for c in mornings if c.leg is not None}, about, unread),
        back=measures.course({c.day: c.back for c in mornings if c.back is not None}, about, unread),
        leg_evening=measures.course(measures.evenings(days, "leg_avg"), about, unread),
        back_evening=measures.course(measures.evenings(days, "back_avg"), about, unread),
        lowest=measures.lowest(of_episode, about.last, unread),
        numbness=measures.numbness(of_episode),
        strength=_strength(said, flags),
        goals=_goals(said, known),
        walking=walking_summary(said, period, known.unread(period.first, last)),
        exercising=exercising_summary(said, catalogue),
        flares=tuple(flare_summaries(days, known, catalogue, known_episodes[-1].start)),
        sleep=measures.sleep(mornings, about, unread),
        weeks=_weeks(said),
        notes=tuple(summary.Remark(e.day, e.text) for e in said if isinstance(e, Note)),
        thresholds=profile.thresholds if profile else {},
        questions=profile.questions if profile else (),
        unread=known.within(period.first, last).hidden,
        unread_days=tuple(day for day in sorted(known.unread(period.first, last)) if known.is_unread(day)),
        rules_version=RULES_VERSION,
    )


def _felt(found: summary.Summary, known: History, began: date, catalogue: Catalogue) -> summary.Summary:
    """Add where it hurts, what makes it worse or eases it since ``began``, what was taken and ordered."""
    period, of_episode = found.period, known.within(began)
    followed = measures.followed(known, period, catalogue)
    used = uses(known, period.first, period.last)
    return replace(
        found,
        drawings=tuple(drawn_of(one) for one in known.drawings if one.day in period),
        worsens=_of_period(worsening(of_episode, period.last), period),
        eases=_of_period(easing(of_episode, period.last), period),
        programmes=tuple(measures.in_force(one.said) for one in followed),
        followed=followed,
        medicine_use=used,
        medicines=tuple(_uncounted(known, used, period)),
    )


def _episodes(history: History, last: date, options: Options) -> tuple[Episode, ...]:
    """Find the episodes of everything that was said.

    What is left out of the page moves no border, or less would be told as something else.
    """
    found = episodes(history, last)
    return tuple(_as_logged(one, history) for one in found) if "profile" in options.without else found


def _as_logged(episode: Episode, history: History) -> Episode:
    """Let an episode begin with its first word: when the pain began is not for every reader."""
    return replace(episode, start=min((day for day in history.days if day in episode), default=episode.start))


def _of_period(found: Chosen | None, period: Period) -> Chosen | None:
    """Leave out what was last answered before the period."""
    return found if found is not None and found.day in period else None


def _uncounted(known: History, used: Sequence[Use], period: Period) -> Iterator[summary.Remark]:
    """List what was written of medicines beyond the names that are counted."""
    names = {folded(use.name) for use in used}
    for one in known.all(Medicine):
        if one.day in period and folded(one.text) not in names:
            yield summary.Remark(one.day, one.text)


def _events(known: History, operations: Sequence[Happened], period: Period) -> tuple[Happened, ...]:
    """List what happened; an operation with how the leg was on both sides, as far as the period tells.

    Whoever treats must know of an operation, also where who the patient is stays out of the page.
    """
    told = sorted((*marked(known), *turned(known), *operations), key=lambda one: one.day)
    found = [one for one in told if one.day in period]
    leg = {day: value for day, value in known.leg().items() if day in period}
    unread = known.unread(period.first, period.last)
    return tuple(
        replace(one, around=around(leg, one.day, _days(found, one), period.last, unread))
        if one.kind == "operation"
        else one
        for one in found
    )


def _days(found: list[Happened], without: Happened) -> list[date]:
    return [one.day for one in found if one is not without]


def _weeks(said: list[Entry]) -> tuple[summary.Week, ...]:
    return tuple(
        summary.Week(e.day, e.global_change, e.work, e.worry, e.eased_by, e.wish)
        for e in said
        if isinstance(e, Weekly)
    )


def _lines(lines: Iterable[Line], period: Period, options: Options) -> tuple[Line, ...]:
    inside = (line for line in lines if date.fromisoformat(day_of(line)) in period)
    return tuple(kept for line in inside if (kept := kept_line(line, options)) is not None)


def _safety(known: History, flags: RedFlags, period: Period, episode: Episode) -> Safety:
    # A yes that came after an end is told with it: no report says that nothing was answered while it holds.
    last = max(period.last, known.last or period.last) if episode.last == period.last else period.last
    return safety_of(known, flags, period.first, last)


def _goals(said: list[Entry], known: History) -> tuple[GoalCourse, ...]:
    found = goal_ratings((entry for entry in said if isinstance(entry, Weekly)), known)
    return tuple(
        GoalCourse(name, tuple(Rating(day, value) for day, value in rated.items()))
        for name, rated in found.items()
    )


def _strength(said: list[Entry], flags: RedFlags) -> summary.Strength:
    about = set(flags.strength.leads_to)
    gates = [entry for entry in said if isinstance(entry, Gate)]
    answered = [gate for gate in gates if any(gate.said.get(id_, gate.answers.get(id_)) for id_ in about)]
    weaker = [gate.day for gate in answered if any(map(gate.said.get, about))]
    return summary.Strength(len(answered), tuple(dict.fromkeys(weaker)))


def _person(
    profile: Profile | None, onset: date | None, operation: Operation | None
) -> summary.Person | None:
    if profile is None:
        return None
    return summary.Person(onset, operation, profile.side, profile.next_visit, profile.therapist)
