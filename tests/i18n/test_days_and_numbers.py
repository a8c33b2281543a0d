"""Days, numbers and lists are written as Babel, which knows how each language does, writes them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from babel import dates, lists, numbers
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import speaking, use
from ryggkompis.services.errors import FutureDay, TooLongAgo

LOCALES: dict[Language, str] = {"nb": "nb", "en": "en_GB"}
LEAP_YEAR = days_between(date(2024, 1, 1), date(2024, 12, 31))
LANGUAGES = pytest.mark.parametrize("language", ["nb", "en"])
deterministic = settings(derandomize=True, max_examples=300)


def british(text: str) -> str:
    """Drop the comma that older tables of Babel's put after the English weekday."""
    return text.replace("day, ", "day ")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


WAYS: dict[Callable[[date], str], Callable[[date, str], str]] = {
    formats.day: lambda day, locale: british(dates.format_date(day, "full", locale)),
    formats.day_heading: lambda day, locale: capital(british(dates.format_date(day, "full", locale))),
    formats.day_month: lambda day, locale: dates.format_skeleton("MMMMd", day, locale=locale),
    formats.day_month_year: lambda day, locale: dates.format_date(day, "long", locale),
    formats.short_day: lambda day, locale: dates.format_skeleton("MMMd", day, locale=locale),
    formats.weekday_day: lambda day, locale: dates.format_skeleton("MMMEd", day, locale=locale),
    formats.brief_day: lambda day, locale: dates.format_date(
        day, "dd.MM.yyyy" if locale == "nb" else "d MMM y", locale
    ),
    formats.month_year: lambda day, locale: dates.format_skeleton("yMMMM", day, locale=locale),
    formats.month: lambda day, locale: dates.format_date(day, "MMMM", locale),
    formats.month_short: lambda day, locale: dates.format_date(day, "MMM", locale),
    formats.weekday: lambda day, locale: dates.format_date(day, "EEEE", locale),
    formats.weekday_short: lambda day, locale: dates.format_date(day, "EEE", locale),
}


@LANGUAGES
@pytest.mark.parametrize("ours", WAYS, ids=lambda way: way.__name__)
def test_every_day_of_a_leap_year_is_written_as_the_language_does(
    language: Language, ours: Callable[[date], str]
) -> None:
    use(language)
    written = [ours(day) for day in LEAP_YEAR]
    assert written == [WAYS[ours](day, LOCALES[language]) for day in LEAP_YEAR]


@LANGUAGES
def test_weeks_are_iso_weeks(language: Language) -> None:
    """The first days of January may be in week 53, the last of December in week 1."""
    use(language)
    days = days_between(date(2019, 12, 1), date(2021, 1, 31))
    assert [formats.week_number(day) for day in days] == [int(f"{day:%V}") for day in days]
    assert formats.week(date(2026, 3, 2)) == {"nb": "uke 10", "en": "week 10"}[language]


@LANGUAGES
def test_the_clock_has_24_hours(language: Language) -> None:
    use(language)
    for minutes in range(0, 24 * 60, 7):
        moment = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=minutes)
        wanted = dates.format_time(moment, "short", tzinfo=UTC, locale=LOCALES[language])
        assert formats.clock(moment) == formats.clock(moment.time()) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("nb", "mandag 2. mars 2026 kl. 08:15"), ("en", "Monday 2 March 2026 at 08:15")],
)
def test_a_moment_is_a_day_and_a_clock(language: Language, wanted: str) -> None:
    use(language)
    assert formats.moment(datetime.combine(date(2026, 3, 2), time(8, 15), UTC)) == wanted


NUMBERS = st.one_of(
    st.integers(-10_000, 10_000),
    st.integers(-100_000, 100_000).map(lambda n: n / 10),
    st.floats(-1e9, 1e9).map(lambda value: round(value, 6)),
)


@LANGUAGES
@given(value=NUMBERS, decimals=st.integers(0, 3))
@deterministic
def test_numbers_are_written_as_the_language_does(language: Language, value: float, decimals: int) -> None:
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    wanted = numbers.format_decimal(Decimal(value), pattern, LOCALES[language])
    with speaking(language):
        assert formats.number(value, decimals) == (wanted if wanted != "-0" else "0")


@LANGUAGES
@given(value=NUMBERS, decimals=st.integers(1, 3))
@deterministic
def test_fixed_numbers_keep_their_zeros(language: Language, value: float, decimals: int) -> None:
    wanted = numbers.format_decimal(Decimal(value), "#,##0." + "0" * decimals, LOCALES[language])
    with speaking(language):
        written = formats.number(value, decimals, fixed=True)
    assert written == (wanted if wanted.strip("-0.,") else wanted.removeprefix("-"))


@pytest.mark.parametrize(
    ("value", "norwegian", "english"),
    [
        (3, "3", "3"),
        (3.0, "3", "3"),
        (2.5, "2,5", "2.5"),
        (100, "100", "100"),
        (-0.04, "0", "0"),
        (0, "0", "0"),
    ],
)
def test_whole_numbers_have_no_decimals(value: float, norwegian: str, english: str) -> None:
    with speaking("nb"):
        assert formats.number(value) == norwegian
    with speaking("en"):
        assert formats.number(value) == english


@LANGUAGES
@pytest.mark.parametrize("share", [0, 0.004, 0.12, 0.5, 1, 1.25, -0.3, 12])
def test_percentages_are_written_as_the_language_does(language: Language, share: float) -> None:
    use(language)
    assert formats.percent(share) == numbers.format_percent(share, locale=LOCALES[language])


@LANGUAGES
@pytest.mark.parametrize("n", [0, 1, 2, 21, 90])
def test_minutes_are_counted_in_words(language: Language, n: int) -> None:
    use(language)
    assert formats.minutes(n) == dates.format_timedelta(
        timedelta(minutes=n), "minute", threshold=1_000, locale=LOCALES[language]
    )
    assert formats.minutes_short(n) == f"{n}\xa0min"


@LANGUAGES
@pytest.mark.parametrize("items", [[], ["a"], ["a", "b"], ["a", "b", "c"], list("abcde")])
def test_lists_are_joined_as_the_language_does(language: Language, items: list[str]) -> None:
    use(language)
    assert formats.list_of(items) == lists.format_list(items, "standard", LOCALES[language])
    assert formats.list_of(items, "or") == lists.format_list(items, "or", LOCALES[language])


@pytest.mark.parametrize("fault", [FutureDay(day=date(2027, 1, 1)), TooLongAgo(day=date(1950, 1, 1))])
def test_a_sentence_that_begins_with_a_day_begins_with_a_capital(fault: ExpectedError) -> None:
    with speaking("en"):
        assert word(fault)[0].isupper()
    with speaking("nb"):
        assert word(fault)[0].isupper()
