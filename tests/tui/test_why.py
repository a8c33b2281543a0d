"""Why the day looks like this, what is worth a talk, and no praise before strength has been asked about."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Programme, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import use
from ryggkompis.services.course import period
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import Lens
from ryggkompis.tui import today_words
from ryggkompis.words.lines import texts
from ryggkompis.words.today import behind, day
from tests.tui.screen_text import (
    LANGUAGES,
    FixedClock,
    a_companion,
    an_app,
    known,
    reads,
    say_together,
    screen_text,
)

PRAISE = {
    "en": ("good sign", "good week", "clearly better", "good drive", "steady, with"),
    "nb": ("godt tegn", "god uke", "klart bedre", "bra driv", "jevnt, med"),
}


def mornings(folder: Path, *legs: int) -> FixedClock:
    """A check-in for each of ``legs``, the last one this morning; the whole list is answered then."""
    clock = FixedClock()
    companion = known(a_companion(folder, clock))
    for n, leg in enumerate(legs):
        is_last = n == len(legs) - 1
        site = "thigh" if is_last else "calf"
        say_together(
            companion,
            (Gate, {"scope": "full", "answers": companion.full_answers({})}),
            (CheckIn, {"leg": leg, "morning": "better" if is_last else "same", "site": site}),
        )
        for minutes in companion.state().plan.walks:
            companion.diary.say(Walk, minutes=minutes, peak_leg=leg, settled=0, further_down=False)
        if not is_last:
            clock.move(days=1)
    return clock


async def test_all_that_lies_behind_the_plan_is_one_key_away(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    for leg in (4, 4, 4, 6):
        say_together(
            companion, (Gate, {"scope": "daily", "answers": {DAILY_LINE: "no"}}), (CheckIn, {"leg": leg})
        )
        clock.move(days=1)
    clock.move(days=-1)
    companion.diary.say(Programme, name="From Kari", sha="0123456789abcdef")
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(132, 60)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("w")
        await reads(
            pilot,
            "D7",
            "Leg 6, usually 4.",
            "This morning: worse than usual.",
            "not yet: 7 days at this level",
            "there: 3 days since the last step up",
            "a careful convention of ours",
            "From Kari",
            "01234567",
            "No clinician",
        )


def everything(state: State) -> list[str]:
    """Every sentence of the Progress page."""
    lens = Lens(period(state, "6w"), band=True)
    return [said for view in VIEWS for said in view.say(state, lens)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_praised_while_strength_is_asked_about(tmp_path: Path, language: Language) -> None:
    """Leg pain that is suddenly gone can mean that the nerve is worse off, rule R6."""
    clock = mornings(tmp_path, *[7] * 12, 7, 2)
    use(language)
    state = a_companion(tmp_path, clock).state()
    assert "R6" in [advice.rule for advice in state.plan.advice]
    assert "P1" in [decision.rule for decision in state.plan.decisions]

    shown = (*today_words.card(state, "sun", is_past=False), *day.left(state), *behind.everything(state))
    text = " ".join([*texts(shown), *everything(state)]).casefold()
    assert [praise for praise in PRAISE[language] if praise in text] == []
    assert "116 117" in " ".join(texts(today_words.card(state, "sun", is_past=False))).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_without_sudden_relief_what_is_good_is_said(tmp_path: Path) -> None:
    state = a_companion(tmp_path, mornings(tmp_path, 5, 5, 5, 4)).state()
    assert "good sign" in today_words.why(state).plain


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_sudden_relief_is_said_whole_on_today_and_soberly_on_progress(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, clock=mornings(tmp_path, 7, 7, 2))
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "First of all", "call 116 117 today")
        await pilot.press("2")
        await reads(pilot, "Look at your strength first")


async def test_what_is_worth_a_talk_stands_in_one_line_each_the_most_pressing_first(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    for _day in range(16):
        say_together(
            companion,
            (Gate, {"scope": "full", "answers": companion.full_answers({})}),
            (CheckIn, {"leg": 8, "morning": "same", "flare": _day > 4}),
        )
        clock.move(days=1)
    clock.move(days=-1, minutes=10)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Ask your GP this week", "A flare-up of 10 days", "Walk 1")
        marked = [line for line in screen_text(app).splitlines() if "◆" in line]
        assert len(marked) == len(app.state.plan.advice) >= 2
        assert all(line.endswith("· w") for line in marked)
        await pilot.press("w")
        await reads(pilot, "R2", "R1")
    assert app.state.day - clock.now().date() == timedelta(0)
