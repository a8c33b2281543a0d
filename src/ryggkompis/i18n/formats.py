"""Days, clocks, numbers and lists as Norwegian (bokmål) and British readers write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.language import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, time

    from ryggkompis.domain.catalogue.catalogue import Language


class _Habits(Value):
    """How one language writes."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    after_day: str
    number_signs: Mapping[int, str]
    """From Python's comma and point to the language's own."""
    percent: str
    and_: str
    or_: str


HABITS: Final[Mapping[Language, _Habits]] = {
    "nb": _Habits(
        weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        short_weekdays=("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."),
        months=(
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ),
        short_months=(
            "jan.",
            "feb.",
            "mars",
            "apr.",
            "mai",
            "juni",
            "juli",
            "aug.",
            "sep.",
            "okt.",
            "nov.",
            "des.",
        ),
        after_day=".",
        number_signs=str.maketrans({",": "\xa0", ".": ","}),
        percent="\xa0%",
        and_="og",
        or_="eller",
    ),
    "en": _Habits(
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        short_months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
        after_day="",
        number_signs={},
        percent="%",
        and_="and",
        or_="or",
    ),
}


def _habits() -> _Habits:
    return HABITS[current()]


def weekday(day: date) -> str:
    """Name the day of the week: “mandag”, “Monday”."""
    return _habits().weekdays[day.weekday()]


def weekday_named(place: int) -> str:
    """Name the day of the week at ``place``, from 0 for Monday: “mandag”, “Monday”."""
    return _habits().weekdays[place]


def weekday_short(day: date) -> str:
    """Name the day of the week in three letters: “man.”, “Mon”."""
    return _habits().short_weekdays[day.weekday()]


def month(day: date) -> str:
    """Name the month: “mars”, “March”."""
    return _habits().months[day.month - 1]


def month_short(day: date) -> str:
    """Name the month in at most five characters: “sep.”, “Sept”."""
    return _habits().short_months[day.month - 1]


def month_year(day: date) -> str:
    """Name the month and its year, for the head of a calendar: “mars 2026”, “March 2026”."""
    return f"{month(day)} {day.year}"


def day(day: date) -> str:
    """Write a day in full: “mandag 2. mars 2026”, “Monday 2 March 2026”."""
    return f"{weekday(day)} {day_month_year(day)}"


def day_heading(day: date) -> str:
    """Write a day in full where it begins a line: “Mandag 2. mars 2026”, “Monday 2 March 2026”."""
    return f"{weekday(day).capitalize()} {day_month_year(day)}"


def day_month_year(day: date) -> str:
    """Write a day with its year, without the weekday: “2. mars 2026”, “2 March 2026”."""
    return f"{day.day}{_habits().after_day} {month_year(day)}"


def day_month(day: date) -> str:
    """Write a day of a year that is understood, for a sentence: “24. november”, “24 November”."""
    return f"{day.day}{_habits().after_day} {month(day)}"


def short_day(day: date) -> str:
    """Write the same for a heading or a table, never where a full stop follows: “24. nov.”, “24 Nov”."""
    return f"{day.day}{_habits().after_day} {month_short(day)}"


def weekday_day(day: date) -> str:
    """Write a day near by, never where a full stop follows: “man. 2. mars”, “Mon 2 Mar”."""
    return f"{weekday_short(day)} {short_day(day)}"


def tick_label(day: date, kind: Literal["day", "month", "year"]) -> str:
    """Word a tick of a time axis: “24. nov.”, “nov.”, “2026”."""
    if kind == "year":
        return str(day.year)
    return month_short(day) if kind == "month" else short_day(day)


def brief_day(day: date) -> str:
    """Write a day with its year as briefly as nobody misreads it: “02.03.2026”, “2 Mar 2026”."""
    # 02/03 is another day in another English.
    if current() == "en":
        return f"{short_day(day)} {day.year}"
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def some_days(n: int, first: date, last: date) -> str:
    """Say on which day something was, or on how many from which to which."""
    if n == 1:
        return brief_day(first)
    told = ngettext("{n} day, {first} to {last}", "{n} days, {first} to {last}", n)
    return told.format(n=n, first=brief_day(first), last=brief_day(last))


def week_number(day: date) -> int:
    """Give the number of the ISO week, 1 to 53; weeks start on Monday."""
    return day.isocalendar().week


def week(day: date) -> str:
    """Name the ISO week: “uke 10”, “week 10”."""
    return week_of(week_number(day))


def week_of(n: int) -> str:
    """Name a week by its number, of the year or of a course: “uke 3”, “week 3”."""
    return _("week {n}").format(n=n)


def clock(moment: time | datetime) -> str:
    """Write the time of day on the 24-hour clock: “08:15”."""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment(moment: datetime) -> str:
    """Write a day and its time: “mandag 2. mars 2026 kl. 08:15”, “Monday 2 March 2026 at 08:15”."""
    return _("{day} at {time}").format(day=day(moment), time=clock(moment))


def number(value: float, decimals: int = 1, *, fixed: bool = False) -> str:
    """Write a number with at most ``decimals`` decimals, all of them when ``fixed``: “1 234,5”, “1,234.5”."""
    text = f"{value:,.{decimals}f}"
    if decimals > 0 and not fixed:
        text = text.rstrip("0").rstrip(".")
    # -0.04 is written as 0, never as -0.
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.translate(_habits().number_signs)


def signed(n: int) -> str:
    """Write a change with its sign: “+3”, “−2”, “0”."""
    return f"+{n}" if n > 0 else f"−{-n}" if n < 0 else "0"


def percent(share: float, decimals: int = 0) -> str:
    """Write a share (1 is the whole) in percent: “12 %”, “12%”."""
    return number(share * 100, decimals) + _habits().percent


def minutes(n: int) -> str:
    """Write a number of minutes in words for a sentence: “25 minutter”, “25 minutes”."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def minutes_short(n: int) -> str:
    """Write a number of minutes where there is little room: “25 min”."""
    return f"{n}\xa0min"


def quoted(text: str) -> str:
    """Set ``text`` in the quotes of the language."""
    return _("“{text}”").format(text=text)


def list_of(items: Sequence[str], conjunction: Literal["and", "or"] = "and") -> str:
    """Join ``items`` as a sentence does: “a, b og c”, “a, b and c”; nothing for no items."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no conjunction
        return "".join(items)
    last = _habits().and_ if conjunction == "and" else _habits().or_
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
