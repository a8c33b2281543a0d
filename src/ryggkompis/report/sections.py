"""The page's sections in the order in which a therapist reads them (clinical 3.5): facts become words."""

from collections.abc import Iterable, Iterator
from datetime import date

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.course.happened import Happened
from ryggkompis.domain.course.progress import Window
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.report import choices
from ryggkompis.report.drawings import event_letters, goals_drawing, pain_drawing
from ryggkompis.report.page import UNKNOWN, Block, Items, ListItem, Paragraph, Room, Table, one_line
from ryggkompis.report.summary import Examined, FlagAnswer, PainCourse, Summary, Week
from ryggkompis.words.entries import choice_name
from ryggkompis.words.meaning import around_in_words, operation_in_words
from ryggkompis.words.problems import unread_in_words
from ryggkompis.words.progress import earlier_in_words, overlap_in_words, reaching_over

_WEEKS = 12
"""The newest ratings of an activity that there is always room for."""
_NUMB_DAYS = 5
"""The newest days of more numbness that are named; of the others it is told how many."""


def day(which: date) -> str:
    """Write a day in numerals, as a table does."""
    return formats.numeric_day(which)


def safety(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what was answered with yes or unsure, what holds the plan back, and who has looked at it."""
    told = summary.safety
    if summary.unread:
        yield Paragraph(unread_in_words(summary.unread), is_strong=True)
        yield Paragraph(_("A yes to a safety question may be in it."), is_strong=True)
    elif not told.asked:
        yield Paragraph(_("No safety question was answered in this period."))
    elif not told.answers:
        yield Paragraph(_("Nothing was answered with yes or unsure."))
    yield from room.listing([_flag(said, room) for said in told.answers])
    if told.lock is not None:
        held = _("Since {day} the plan is held back until a doctor has looked at it.")
        yield Paragraph(held.format(day=day(told.lock.since)), is_strong=True)
    yield from room.listing([_seen(seen, room) for seen in told.seen])


def _flag(said: FlagAnswer, room: Room) -> ListItem:
    question = one_line(said.question.in_(current()) if said.question else said.flag)
    return ListItem(
        f"{day(said.day)}: {question} ({room.text(said.flag)})", choice_name("answers", said.answer)
    )


def _seen(seen: Examined, room: Room) -> ListItem:
    told = _("{day}: looked at by {name}").format(day=day(seen.day), name=room.text(seen.by))
    return ListItem(f"{told}: {room.text(seen.text)}" if seen.text else told)


def coverage(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell how much of the period is known, and about whom."""
    covered, person = summary.coverage, summary.person
    told = [
        ngettext("{n} day", "{n} days", covered.days).format(n=covered.days),
        _("logged on {n}").format(n=covered.logged),
        _("nothing logged on {n}").format(n=covered.missing),
        *([_("not readable on {n}").format(n=covered.unread)] if covered.unread else ()),
    ]
    if person and person.onset:
        told.append(_("pain since {day}").format(day=day(person.onset)))
    told += operation_in_words(person.operation) if person and person.operation else ()
    if person and person.side:
        told.append(choice_name("side", person.side))
    if person and person.therapist:
        told.append(_("therapist: {name}").format(name=room.text(person.therapist)))
    over = [reaching_over(summary.about.first, summary.about.last)] if summary.reaches_over else []
    yield from map(Paragraph, (", ".join(told) + ".", *over))
    yield from room.listing([ListItem(earlier_in_words(one)) for one in summary.earlier])
    yield from room.listing([ListItem(overlap_in_words(one)) for one in summary.overlaps])


def pain(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - every section is asked the same way
    """Tell the start, the last week and the change by its rule."""
    courses = [
        (_("Leg, at check-in"), summary.leg),
        (_("Back, at check-in"), summary.back),
        (_("Leg, whole day"), summary.leg_evening),
        (_("Back, whole day"), summary.back_evening),
    ]
    known = [(name, course) for name, course in courses if course.first is not None]
    if known:
        head = (_("Where and when"), _("First week"), _("Last 7 days"), _("Change"))
        yield Table(head, tuple((name, *_means(course)) for name, course in known))
    yield from pain_drawing(summary)
    if not known:
        return
    yield Paragraph(
        _("Clear is at least 2 points and 30 % of the start, with 4 logged days in each week (convention).")
    )


def _means(course: PainCourse) -> tuple[str, str, str]:
    return _mean(course.first), _mean(course.last), _(choices.CHANGES[type(course.change)])


def _mean(window: Window | None) -> str:
    if window is None:
        return UNKNOWN
    days = ngettext("{n} day", "{n} days", window.n).format(n=window.n)
    return f"{formats.number(window.mean, fixed=True)} ({days})"


def signs(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - as above
    """Tell how far down the pain reaches, and what was answered about numbness and strength."""
    lowest, numb = summary.lowest, summary.numbness
    told = []
    if lowest.then or lowest.now:
        then, now = (choice_name("site", site) if site else UNKNOWN for site in (lowest.then, lowest.now))
        told.append(
            _("Lowest point of the pain: first week {then}, last 7 days {now}").format(then=then, now=now)
        )
    if numb.latest:
        told.append(_("Numbness, latest answer: {answer}").format(answer=choice_name("numb", numb.latest)))
    if numb.more_on:
        days = formats.list_of([day(which) for which in numb.more_on[-_NUMB_DAYS:]])
        told.append(
            ngettext("More numbness on {n} day: {days}", "More numbness on {n} days, latest: {days}",
                     len(numb.more_on)).format(n=len(numb.more_on), days=days)
        )  # fmt: skip
    told += _strength(summary)
    if told:
        yield Items(tuple(ListItem(one) for one in told))


def _strength(summary: Summary) -> Iterator[str]:
    """Tell how often strength was asked about, and when the answer was yes or unsure."""
    strength = summary.strength
    if not strength.asked:
        return
    if not strength.said and summary.unread:
        yield ngettext(
            "Weaker leg: asked about {n} time of what can be read, answered with no",
            "Weaker leg: asked about {n} times of what can be read, answered with no",
            strength.asked,
        ).format(n=strength.asked)
        return
    if not strength.said:
        yield ngettext(
            "Weaker leg: asked about {n} time, always answered with no",
            "Weaker leg: asked about {n} times, always answered with no",
            strength.asked,
        ).format(n=strength.asked)
        return
    yield ngettext(
        "Weaker leg: yes or unsure on {n} day: {days}",
        "Weaker leg: yes or unsure on {n} days, latest: {days}",
        len(strength.said),
    ).format(n=len(strength.said), days=formats.list_of([day(one) for one in strength.said[-5:]]))


def goals(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell how the patient's own activities go, week by week."""
    if not summary.goals_told:
        return
    most = max(room.items, fields_of(Profile)["goals"].longest or 0)
    yield Table(
        (_("Activity"), _("First"), _("Latest"), _("Week by week")),
        tuple(
            (
                room.text(goal.name),
                str(goal.ratings[0].value),
                str(goal.ratings[-1].value),
                " ".join(str(rating.value) for rating in goal.ratings[-max(room.items, _WEEKS) :]),
            )
            for goal in summary.goals_told[-most:]
        ),
    )
    yield from goals_drawing(summary)


def sleep(summary: Summary, room: Room) -> Iterator[Block]:  # noqa: ARG001 - as above
    """Tell how often pain woke the patient."""
    nights = summary.sleep
    if nights.nights:
        told = _("Woken by pain on {woken} of {nights} nights answered for, three times or more on {often}.")
        yield Paragraph(told.format(woken=nights.woken, nights=nights.nights, often=nights.often))


def medicines(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what was taken, as the patient wrote it."""
    return room.listing([ListItem(f"{day(said.day)}: {room.text(said.text)}") for said in summary.medicines])


def work(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell about work, and what the weekly look back said besides the activities."""
    told = [(week.day, ", ".join(_answers(week, room))) for week in summary.weeks]
    return room.listing([ListItem(f"{day(when)}: {answers}") for when, answers in told if answers])


def _answers(week: Week, room: Room) -> Iterator[str]:
    if week.work:
        yield choice_name("work", week.work)
    if week.global_change is not None:
        answer = choice_name("global_change", week.global_change)
        yield _("compared with the start: {answer}").format(answer=answer)
    if week.worry is not None:
        yield _("worried about moving: {n} of 10").format(n=week.worry)
    if week.eased_by:
        yield _("helped: {n}").format(n=room.text(week.eased_by))
    if week.wish:
        yield _("wish: {n}").format(n=room.text(week.wish))


def events(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what happened, by the letters that mark it in the picture."""
    letters = event_letters(summary)
    return room.listing(
        [
            ListItem(" ".join(_event(one, room)), letters.get(place, ""))
            for place, one in enumerate(summary.events)
        ]
    )


def _event(one: Happened, room: Room) -> Iterator[str]:
    what = choice_name("event", one.kind)
    yield f"{day(one.day)} ({what}): {room.text(one.text)}" if one.text else f"{day(one.day)}: {what}."
    if one.allowed_from is not None:
        yield _("Exercise allowed from {day}.").format(day=day(one.allowed_from))
    if one.around is not None:
        yield around_in_words(what, one.around)


def questions(summary: Summary, room: Room) -> Iterator[Block]:
    """Tell what the patient wants to ask."""
    if summary.questions:
        yield Items(
            tuple(ListItem(room.text(asked), f"{n}.") for n, asked in enumerate(summary.questions, 1))
        )


def notes(summary: Summary, room: Room) -> Iterable[Block]:
    """Tell what the patient noted."""
    return room.listing([ListItem(f"{day(said.day)}: {room.text(said.text)}") for said in summary.notes])
