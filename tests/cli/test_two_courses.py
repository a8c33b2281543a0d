"""An old course that went well and a new one that does not: everywhere the truth is that of the new one."""

import io
import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader

from ryggkompis.report.rendering import FORMATS
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.store.places import Places
from ryggkompis.store.settings import change_settings
from ryggkompis.store.store import Store
from tests.cli.conftest import Shell, StandingClock
from tests.tui.screen_text import CONTENT
from tests.two_courses import NEW, OLD, OLD_LAST, TODAY, Told, two_courses, write

SAID = {"en": ("clearly more pain", "clearly worse"), "nb": ("klart mer smerte", "klart verre")}
NOT_SAID = {"en": ("clearly less pain", "clearly better"), "nb": ("klart mindre smerte", "klart bedre")}


@pytest.fixture(params=get_args(Told))
def diary(request: pytest.FixtureRequest, either: Shell) -> Shell:
    """The shell of somebody in the second episode, told by an onset or by a mark, in each language."""
    either.clock = StandingClock(datetime.combine(TODAY, time(9), UTC))
    store = Store(Places.find(str(either.home), {}))
    write(Companion(store, CONTENT, Today(either.clock)), two_courses(request.param))
    return either


def file_of(shell: Shell, format_: str, *options: str) -> bytes:
    file = Path(shell.home.parent, f"r{FORMATS[format_]}")
    ran = shell("report", str(file), "--force", *options)
    assert ran.status == 0, ran.err
    return file.read_bytes()


def words_of(format_: str, data: bytes) -> str:
    if format_ == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return data.decode()


@pytest.mark.parametrize(
    "period", [(), ("--from", str(NEW)), ("--episode", "all"), ("--episode", "2")], ids=str
)
def test_every_format_and_period_of_the_report_says_more_pain(diary: Shell, period: tuple[str, ...]) -> None:
    for format_ in FORMATS:
        told = " ".join(words_of(format_, file_of(diary, format_, *period)).split())
        assert not any(words in told for words in NOT_SAID[diary.language]), format_
        if format_ == "json":
            change = json.loads(told)["summary"]["leg"]["change"]
            assert change == {"is": "clearly_worse", "first": 3, "last": 6}
        elif format_ != "csv":
            assert any(words in told for words in SAID[diary.language]), format_


def test_the_report_and_the_one_from_the_onset_are_the_same(diary: Shell) -> None:
    for format_ in ("md", "json", "csv", "fhir"):
        assert file_of(diary, format_) == file_of(diary, format_, "--from", str(NEW))


def test_an_onset_told_for_a_day_after_the_first_words_is_that_of_them_all(shell: Shell) -> None:
    for day, leg in ((20, 3), (22, 3), (26, 6), (28, 6)):
        shell("checkin", "--leg", str(leg), "--date", f"2026-02-{day}")
    shell("profile", "--onset", "2026-02-25", "--exclusions", "none")
    for format_ in ("md", "json", "csv"):
        assert file_of(shell, format_) == file_of(shell, format_, "--from", "2026-02-25")
    file = str(shell.home.parent / "r.md")
    assert "from 26 February 2026" in shell("report", file, "--force", "--from", "2026-02-26").err


def test_the_report_of_everything_says_what_is_of_this_episode_only(shell: Shell, diary: Shell) -> None:
    shell.language = "en"
    told = " ".join(words_of("md", file_of(shell, "md", "--episode", "all")).split())
    assert "6 January 2025 to 19 October 2026" in told
    assert "reaches beyond the episode of 1 September 2026 to 19 October 2026" in told
    assert "reaches beyond" not in words_of("md", file_of(shell, "md"))


def test_the_earlier_episode_stays_in_one_line_of_every_page(diary: Shell) -> None:
    line = {"en": "Earlier: Jan–May 2025, leg 9 → 1, 17 weeks.",
            "nb": "Tidligere: jan.–mai 2025, bein 9 → 1, 17 uker."}[diary.language]  # fmt: skip
    for format_ in ("md", "html", "txt", "pdf", "fhir"):
        assert line in " ".join(words_of(format_, file_of(diary, format_)).split()), format_
    assert line in diary("progress", "--plain").out
    found = json.loads(file_of(diary, "json"))["summary"]["earlier"]
    assert [(one["period"]["first"], one["period"]["last"]) for one in found] == [(str(OLD), str(OLD_LAST))]


def test_the_report_of_the_earlier_episode_is_of_its_own_days(diary: Shell) -> None:
    found = json.loads(file_of(diary, "json", "--episode", "1"))
    assert found["period"] == {"first": str(OLD), "last": str(OLD_LAST)}
    assert found["summary"]["leg"]["change"] == {"is": "clearly_better", "first": 9, "last": 1}
    assert found["summary"]["earlier"] == []


def test_progress_is_of_this_episode_in_words_and_facts(diary: Shell) -> None:
    for period in ((), ("--span", "all"), ("--episode", "all"), ("--episode", "2"), ("--span", "episode")):
        told = diary("progress", "--plain", *period).out
        assert SAID[diary.language][1] in told, period
        assert NOT_SAID[diary.language][1] not in told, period
    facts = diary("progress", "--json").facts
    assert facts["leg"]["first_week"] == {"mean": 3, "days": 7}
    assert facts["leg"]["last_week"] == {"mean": 6, "days": 7}
    assert facts["episode"] == {"first": str(NEW), "last": str(TODAY), "number": 2}
    assert [(one["first"], one["weeks"], one["first_week"]["mean"]) for one in facts["earlier"]] == [
        (str(OLD), 17, 9)
    ]


def test_progress_of_an_earlier_episode_is_as_on_its_last_day(shell: Shell, diary: Shell) -> None:
    shell.language = "en"
    told = shell("progress", "--plain", "--episode", "1").out
    assert told.startswith("As it stood on 4 May 2025, the last day of this episode.")
    assert "Leg: clearly better, from 9 in the first week to 1 in the last." in told
    facts = shell("progress", "--json", "--episode", "1").facts
    assert facts["date"] == str(OLD_LAST)
    assert max(facts["leg"]["values"]) == str(OLD_LAST)
    assert facts == {**shell("progress", "--json", "--date", str(OLD_LAST)).facts, "about": facts["about"]}


@pytest.mark.parametrize("said", ["0", "3", "-1", "two", "1.5", "²", "99999999999999999999"])
@pytest.mark.parametrize("command", [("progress",), ("report", "-", "--format", "md")], ids=str)
def test_an_episode_that_is_not_there_is_refused_in_one_sentence(
    shell: Shell, diary: Shell, command: tuple[str, ...], said: str
) -> None:
    ran = shell(*command, f"--episode={said}")
    assert ran.status != 0
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_all_time_marks_where_each_episode_begins(diary: Shell) -> None:
    for view in ("pain", "walking", "reach", "sleep", "steps", "exercises", "positions"):
        drawn = diary("progress", "--view", view, "--episode", "all").out
        assert "episode 1" in drawn, view
        assert "episode 2" in drawn, view
        assert "episode 2" not in diary("progress", "--view", view).out


def test_without_numbers_no_earlier_leg_is_told(shell: Shell, diary: Shell) -> None:
    shell.language = "en"
    change_settings(Places.find(str(shell.home), {}), numbers=False)
    told = shell("progress", "--plain").out
    assert "Earlier: Jan–May 2025, 17 weeks." in told
    assert "leg 9" not in told
