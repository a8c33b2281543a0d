"""A day as people write it, in either language, is the day they mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n import formats
from ryggkompis.i18n.days import read_day
from ryggkompis.i18n.language import use

TODAY = date(2026, 11, 28)
"""A Saturday."""

LANGUAGES: list[Language] = ["nb", "en"]
SAID = {
    "2026-10-12": date(2026, 10, 12),
    "2026-3-2": date(2026, 3, 2),
    "12.10.2026": date(2026, 10, 12),
    "12/10/26": date(2026, 10, 12),
    "2/11-2026": date(2026, 11, 2),
    "12. oktober": date(2026, 10, 12),
    "12 Oktober 2025": date(2025, 10, 12),
    "den 12. oktober": date(2026, 10, 12),
    "12th of October": date(2026, 10, 12),
    "October 12": date(2026, 10, 12),
    "Oct. 12th, 2025": date(2025, 10, 12),
    "12. des.": date(2025, 12, 12),
    "28.11.": TODAY,
    "29.11": date(2025, 11, 29),
    "29. februar": date(2024, 2, 29),
    "30. februar": None,
    "fredag 27. november": date(2026, 11, 27),
    "Friday, 27 November 2026": date(2026, 11, 27),
    "i dag": TODAY,
    "I går": TODAY - timedelta(days=1),
    "yesterday": TODAY - timedelta(days=1),
    "i forgårs": TODAY - timedelta(days=2),
    "tomorrow": TODAY + timedelta(days=1),
    "-1": TODAY - timedelta(days=1),
    "-4001": None,
    "for 3 dager siden": TODAY - timedelta(days=3),
    "a week ago": TODAY - timedelta(days=7),
    "om to uker": None,
    "om 2 uker": TODAY + timedelta(days=14),
    "lørdag": TODAY,
    "last Saturday": TODAY - timedelta(days=7),
    "fredag": TODAY - timedelta(days=1),
    "sist fredag": TODAY - timedelta(days=1),
    "next Friday": TODAY + timedelta(days=6),
    "fr": None,
    "": None,
    "12": None,
    "oktober": None,
    "32.10.2026": None,
    "0001-01-01": date(1, 1, 1),
    "9999999": None,
    "١٢.١٠.٢٠٢٦": None,
    "x" * 10_000: None,
    "12." * 5_000: None,
}


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(("said", "meant"), SAID.items(), ids=[said[:24] or "blank" for said in SAID])
def test_a_day_is_read_in_either_language(said: str, meant: date | None, language: Language) -> None:
    use(language)
    assert read_day(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fredag", date(2026, 12, 4)),
        ("Saturday", TODAY),
        ("3. januar", date(2027, 1, 3)),
        ("28.11", TODAY),
        ("27.11", date(2026, 11, 27)),  # it has just passed, so that can be said
        ("29.9", date(2026, 9, 29)),
        ("28.9", date(2027, 9, 28)),
        ("29. februar", date(2028, 2, 29)),
    ],
)
def test_a_visit_lies_ahead(said: str, meant: date) -> None:
    assert read_day(said, TODAY, is_ahead=True) == meant


@pytest.mark.parametrize("said", ["fredag", "yesterday", "-1", "12. oktober", "28.11."])
def test_without_a_today_only_a_whole_date_is_a_day(said: str) -> None:
    assert read_day(said) is None
    assert read_day("12. oktober 2026") == date(2026, 10, 12)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(LANGUAGES))
def test_a_day_that_the_program_writes_is_read_as_the_same_day(day: date, language: Language) -> None:
    use(language)
    for write in (date.isoformat, formats.brief_day, formats.day_month_year):
        assert read_day(write(day), TODAY) == day, write(day)


@given(st.text(max_size=60), st.booleans())
def test_nothing_typed_is_a_fault(said: str, is_ahead: bool) -> None:
    read_day(said, TODAY, is_ahead=is_ahead)
