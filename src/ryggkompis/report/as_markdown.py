"""One page of Markdown: the facts in a therapist's order, in plain tables that paste into a message."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from ryggkompis.domain.progress import Window
from ryggkompis.i18n import _, formats, ngettext
from ryggkompis.i18n.entry_words import choice_name
from ryggkompis.i18n.limit_names import limit_name
from ryggkompis.report import choices
from ryggkompis.report.as_markdown_activity import exercising, flares, walking
from ryggkompis.report.facts import Course, Facts, Week
from ryggkompis.report.leaving_out import Options
from ryggkompis.report.marking import day, listing, name_of, safe, table

Section: TypeAlias = Callable[[Facts], Iterable[str]]
"""Gives blocks of text; none when nothing is known."""
UNKNOWN: Final = "–"


def markdown(facts: Facts, options: Options) -> bytes:  # noqa: ARG001 - every format is asked the same way
    """Write ``facts`` in the current language, in UTF-8."""
    blocks = [block for section in SECTIONS for block in section(facts)]
    return ("\n\n".join(blocks) + "\n").encode()


def _title(facts: Facts) -> Iterator[str]:
    first, last = facts.period.first, facts.period.last
    yield "# " + _("Ryggkompis: {first} to {last}").format(
        first=formats.day_month_year(first), last=formats.day_month_year(last)
    )


def _safety(facts: Facts) -> Iterator[str]:
    safety = facts.safety
    yield "## " + _("Safety questions")
    if not safety.asked:
        yield _("No safety question was answered in this period.")
    elif not safety.answers:
        yield _("Nothing was answered with yes or unsure.")
    else:
        yield "\n".join(
            f"- {day(said.day)}: **{choice_name('answers', said.answer)}** – "
            f"{name_of(said.question, said.flag)} ({safe(said.flag)})"
            for said in safety.answers
        )
    if safety.lock is not None:
        held = _("Since {day} the plan is held back until a doctor has looked at it.")
        yield f"**{held.format(day=day(safety.lock.since))}**"
    told = _("{day}: looked at by {name}")
    yield from listing(
        [
            told.format(day=day(seen.day), name=safe(seen.by)) + (f": {safe(seen.text)}" if seen.text else "")
            for seen in safety.seen
        ]
    )


def _coverage(facts: Facts) -> Iterator[str]:
    covered = facts.coverage
    yield "## " + _("The period")
    told = [
        ngettext("{n} day", "{n} days", covered.days).format(n=covered.days),
        _("logged on {n}").format(n=covered.logged),
        _("nothing logged on {n}").format(n=covered.missing),
    ]
    person = facts.person
    if person and person.onset:
        told.append(_("pain since {day}").format(day=day(person.onset)))
    if person and person.side:
        told.append(choice_name("side", person.side))
    if person and person.therapist:
        told.append(_("therapist: {name}").format(name=safe(person.therapist)))
    yield ", ".join(told) + "."
    if facts.thresholds:
        changed = formats.list_of(
            [f"{safe(limit_name(name))} = {value}" for name, value in facts.thresholds.items()]
        )
        yield _("Thresholds of the rules that were changed: {changed}.").format(changed=changed)
    if facts.programme:
        yield _("Programme in force since {day}: {name} ({sha})").format(
            day=day(facts.programme.since), name=safe(facts.programme.name), sha=facts.programme.sha[:8]
        )


def _pain(facts: Facts) -> Iterator[str]:
    courses = [
        (_("Leg, at check-in"), facts.leg),
        (_("Back, at check-in"), facts.back),
        (_("Leg, whole day"), facts.leg_evening),
        (_("Back, whole day"), facts.back_evening),
    ]
    known = [(name, course) for name, course in courses if course.values]
    if not known:
        return
    yield "## " + _("Pain, 0 to 10")
    head = ("", _("First week"), _("Last 7 days"), _("Change"))
    yield table(head, ([name, *_means(course)] for name, course in known))
    yield _("Clear is at least 2 points and 30 % of the start, with 4 logged days in each week (convention).")


def _means(course: Course) -> tuple[str, str, str]:
    return _mean(course.first), _mean(course.last), _(choices.CHANGES[type(course.change)])


def _mean(window: Window | None) -> str:
    if window is None:
        return UNKNOWN
    days = ngettext("{n} day", "{n} days", window.n).format(n=window.n)
    return f"{formats.number(window.mean, fixed=True)} ({days})"


def _signs(facts: Facts) -> Iterator[str]:
    lowest, numb = facts.lowest, facts.numbness
    signs = []
    if lowest.then or lowest.now:
        then, now = (choice_name("site", site) for site in (lowest.then, lowest.now))
        signs.append(
            _("Lowest point of the pain: first week {then}, last 7 days {now}").format(then=then, now=now)
        )
    if numb.latest:
        signs.append(_("Numbness, latest answer: {answer}").format(answer=choice_name("numb", numb.latest)))
    if numb.more_on:
        days = formats.list_of([day(which) for which in numb.more_on[-5:]])
        signs.append(
            ngettext("More numbness on {n} day: {days}", "More numbness on {n} days, latest: {days}",
                     len(numb.more_on)).format(n=len(numb.more_on), days=days)
        )  # fmt: skip
    yield from listing(signs)


def _goals(facts: Facts) -> Iterator[str]:
    if not facts.goals:
        return
    yield "## " + _("Activities that matter, 0 cannot to 10 as before")
    yield table(
        (_("Activity"), _("First"), _("Latest"), _("Answers")),
        (
            [safe(g.name), str(g.ratings[0].value), str(g.ratings[-1].value), str(len(g.ratings))]
            for g in facts.goals
        ),
    )


def _sleep(facts: Facts) -> Iterator[str]:
    sleep = facts.sleep
    if not sleep.nights:
        return
    yield "## " + _("Sleep")
    yield _(
        "Woken by pain on {woken} of {nights} nights answered for, three times or more on {often}."
    ).format(woken=sleep.woken, nights=sleep.nights, often=sleep.often)


def _medicines(facts: Facts) -> Iterator[str]:
    if facts.medicines:
        yield "## " + _("Medicines, as written by the patient")
        yield from listing([f"{day(said.day)}: {safe(said.text)}" for said in facts.medicines])


def _weeks(facts: Facts) -> Iterator[str]:
    told = [(week.day, ", ".join(_answers(week))) for week in facts.weeks]
    lines = [f"{day(when)}: {answers}" for when, answers in told if answers]
    if lines:
        yield "## " + _("Work and the week")
        yield from listing(lines)


def _answers(week: Week) -> Iterator[str]:
    if week.work:
        yield choice_name("work", week.work)
    if week.global_change is not None:
        answer = choice_name("global_change", week.global_change)
        yield _("compared with the start: {answer}").format(answer=answer)
    if week.worry is not None:
        yield _("worried about moving: {n} of 10").format(n=week.worry)
    if week.eased_by:
        yield _("helped: {n}").format(n=safe(week.eased_by))
    if week.wish:
        yield _("wish: {n}").format(n=safe(week.wish))


def _events(facts: Facts) -> Iterator[str]:
    if facts.events:
        yield "## " + _("Events")
        yield from listing(
            [f"{day(e.day)} ({choice_name('event', e.kind)}): {safe(e.text)}" for e in facts.events]
        )


def _notes(facts: Facts) -> Iterator[str]:
    if facts.notes:
        yield "## " + _("Notes")
        yield from listing([f"{day(said.day)}: {safe(said.text)}" for said in facts.notes])


def _footer(facts: Facts) -> Iterator[str]:
    if facts.left_out:
        parts = formats.list_of([_(choices.PARTS[part]) for part in facts.left_out])
        yield _("Left out by the patient: {parts}.").format(parts=parts)
    yield "---"
    yield _(
        "Written by the patient with Ryggkompis. Self-reported and not validated. "
        "Unknown days count as unknown, never as 0. Rules version {version}."
    ).format(version=facts.rules_version)


SECTIONS: Final[tuple[Section, ...]] = (
    _title, _safety, _coverage, _pain, _signs, _goals, walking, exercising, flares, _sleep,
    _medicines, _weeks, _events, _notes, _footer,
)  # fmt: skip
"""The page from top to bottom; what is left out moves nothing."""
