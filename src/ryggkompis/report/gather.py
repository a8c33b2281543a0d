"""From the journal to the facts of one period; nothing here looks at a clock or says a word."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import URGENCY, Catalogue, RedFlags, Words
from ryggkompis.domain.course.progress import Period, Values, change, first_week, last_week
from ryggkompis.domain.course.reach import then_and_now
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import (
    CheckIn,
    Clearance,
    Entry,
    Event,
    Gate,
    Medicine,
    Note,
    Profile,
    Programme,
    Weekly,
)
from ryggkompis.domain.journal.goals import goal_ratings
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.as_shown import versions_shown
from ryggkompis.domain.plan.rules import RULES_VERSION
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.report import summary
from ryggkompis.report.activity import exercising_summary, flare_summaries, walking_summary
from ryggkompis.report.omit import Options, kept_entry, kept_line
from ryggkompis.store.lines import Line, day_of

_EVERYTHING: Final = Options()


def summary_of(  # noqa: PLR0913 - what is asked of, and what is asked for
    history: History,
    lines: Iterable[Line],
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
    known = History.of(kept for entry in history.entries if (kept := kept_entry(entry, options)) is not None)
    period = Period(first, last)
    return replace(
        _summary(known, period, flags, catalogue),
        left_out=tuple(sorted(options.without)),
        lines=_lines(lines, period, options),
        rules_shown=versions_shown(shown, first, last),
    )


def _summary(known: History, period: Period, flags: RedFlags, catalogue: Catalogue) -> summary.Summary:
    last = period.last
    days = [day for day in known.days.values() if day.day in period]
    said = [entry for day in days for entry in day.entries]
    mornings = [day.check_in for day in days if day.check_in is not None]
    profile = known.profile(last)
    evenings = [day.evening for day in days if day.evening is not None]
    return summary.Summary(
        period=period,
        safety=_safety(said, known, flags, last),
        coverage=summary.Coverage(period.length, sum(_is_logged(day) for day in days)),
        leg=_course({c.day: c.leg for c in mornings if c.leg is not None}, last),
        back=_course({c.day: c.back for c in mornings if c.back is not None}, last),
        leg_evening=_course({e.day: e.leg_avg for e in evenings if e.leg_avg is not None}, last),
        back_evening=_course({e.day: e.back_avg for e in evenings if e.back_avg is not None}, last),
        lowest=summary.Lowest(*then_and_now(mornings, last)),
        numbness=_numbness(mornings),
        strength=_strength(said, flags),
        goals=_goals(said, known),
        walking=walking_summary(said, period),
        exercising=exercising_summary(said, catalogue),
        flares=tuple(flare_summaries(days, known, catalogue)),
        sleep=_sleep(mornings),
        medicines=tuple(summary.Remark(e.day, e.text) for e in said if isinstance(e, Medicine)),
        weeks=_weeks(said),
        events=tuple(summary.Happened(e.day, e.event, e.text) for e in said if isinstance(e, Event)),
        notes=tuple(summary.Remark(e.day, e.text) for e in said if isinstance(e, Note)),
        person=_person(profile),
        programmes=_programmes(known, period),
        thresholds=profile.thresholds if profile else {},
        questions=profile.questions if profile else (),
        rules_version=RULES_VERSION,
        rules_shown=(),
        left_out=(),
        lines=(),
    )


def _weeks(said: list[Entry]) -> tuple[summary.Week, ...]:
    return tuple(
        summary.Week(e.day, e.global_change, e.work, e.worry, e.eased_by, e.wish)
        for e in said
        if isinstance(e, Weekly)
    )


def _lines(lines: Iterable[Line], period: Period, options: Options) -> tuple[Line, ...]:
    inside = (line for line in lines if date.fromisoformat(day_of(line)) in period)
    return tuple(kept for line in inside if (kept := kept_line(line, options)) is not None)


def _is_logged(day: Day) -> bool:
    return day.check_in is not None or day.evening is not None


def _safety(said: list[Entry], known: History, flags: RedFlags, last: date) -> summary.Safety:
    gates = [entry for entry in said if isinstance(entry, Gate)]
    answers = [
        summary.FlagAnswer(gate.day, flag, answer, _question(flag, flags))
        for gate in gates
        for flag, answer in (*gate.answers.items(), *(gate.marked or {}).items())
        if answer != "no"
    ]
    answers.sort(key=lambda said: _urgency(said.flag, flags))
    seen = tuple(summary.Examined(e.day, e.by, e.text) for e in said if isinstance(e, Clearance))
    return summary.Safety(tuple(answers), len(gates), gate_on(last, known, flags).lock, seen)


def _urgency(flag: str, flags: RedFlags) -> int:
    """Rank an answer, the most urgent first; what nobody knows any more is as urgent as the worst."""
    found = flags.flag(flag)
    if found is None:
        return len(URGENCY) if flag == DAILY_LINE else 0
    return URGENCY.index(found.action)


def _question(flag: str, flags: RedFlags) -> Words | None:
    if flag == DAILY_LINE:
        return flags.daily
    found = flags.flag(flag)
    return found.question if found else None


def _course(values: Values, last: date) -> summary.PainCourse:
    return summary.PainCourse(values, first_week(values), last_week(values, last), change(values, last))


def _numbness(mornings: list[CheckIn]) -> summary.Numbness:
    answered = [c for c in mornings if c.numb is not None]
    more_on = tuple(c.day for c in answered if c.numb == "more")
    return summary.Numbness(len(answered), answered[-1].numb if answered else None, more_on)


def _goals(said: list[Entry], known: History) -> tuple[summary.GoalCourse, ...]:
    found = goal_ratings((entry for entry in said if isinstance(entry, Weekly)), known)
    return tuple(
        summary.GoalCourse(name, tuple(summary.Rating(day, value) for day, value in rated.items()))
        for name, rated in found.items()
    )


def _sleep(mornings: list[CheckIn]) -> summary.Sleep:
    nights = [c.sleep_wakes for c in mornings if c.sleep_wakes is not None]
    most = 3
    return summary.Sleep(len(nights), sum(n > 0 for n in nights), sum(n >= most for n in nights))


def _strength(said: list[Entry], flags: RedFlags) -> summary.Strength:
    about = set(flags.strength.leads_to)
    asked = [e for e in said if isinstance(e, Gate) and not about.isdisjoint(e.answers)]
    weaker = [gate.day for gate in asked if not about.isdisjoint(gate.positive)]
    return summary.Strength(len(asked), tuple(dict.fromkeys(weaker)))


def _person(profile: Profile | None) -> summary.Person | None:
    if profile is None:
        return None
    return summary.Person(profile.onset, profile.side, profile.next_visit, profile.therapist)


def _programmes(known: History, period: Period) -> tuple[summary.InForce, ...]:
    before = known.programme(period.first)
    later = (e for e in known.entries if isinstance(e, Programme) and period.first < e.day <= period.last)
    return tuple(
        summary.InForce(one.name, one.day, one.sha, one.walk_ceiling, one.barred, one.note)
        for one in (*([before] if before else []), *later)
    )
