"""Less walked than planned: one key tells why, one key takes the smaller plan, and u takes either back."""

from pathlib import Path

import pytest

from ryggkompis.domain.base.scales import BECAUSES
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.gate import Gate
from tests.tui.screen_text import LANGUAGES, SIZES, an_app, reads, screen_text, until
from tests.walking_less import TAKEN, kept, told, walks_too_little

ASKED = "What came in the way of walking?"


@pytest.mark.parametrize(("place", "because"), [*enumerate(BECAUSES, 1)])
async def test_one_key_tells_what_came_in_the_way(tmp_path: Path, place: int, because: str) -> None:
    companion = walks_too_little(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await reads(pilot, ASKED, "Only if you like")
        await pilot.press("x")
        await reads(pilot, ASKED, "You need not answer")
        await pilot.press(str(place))
        await until(pilot, lambda: app.state.today.adjustments)
        await reads(pilot, "Walk 1")
        assert kept(companion) == [told(because)]
        assert ASKED not in screen_text(app)
        await pilot.press("u")
        await reads(pilot, ASKED)


async def test_nothing_need_be_answered(tmp_path: Path) -> None:
    companion = walks_too_little(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, ASKED)
        await pilot.press("x")
        await reads(pilot, "You need not answer")
        await pilot.press("escape")
        await reads(pilot, "Walk 1")
        assert kept(companion) == []


async def test_fear_opens_the_card_about_it(tmp_path: Path) -> None:
    walks_too_little(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await reads(pilot, ASKED)
        await pilot.press("x")
        await reads(pilot, "You need not answer")
        await pilot.press("3")
        await reads(pilot, "To read: Afraid to move")
        await pilot.press("K")
        await reads(pilot, "Cards to read")
        await pilot.press("enter")
        await reads(pilot, "Afraid to move", "What it rests on")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_one_key_takes_the_smaller_plan(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    companion = walks_too_little(tmp_path)
    app = an_app(tmp_path, language=language)
    ready, begins, asked = {
        "nb": ("En mindre plan", "begynner i dag", "Hva kom i veien"),
        "en": ("A smaller plan", "begins today", "What came in the way"),
    }[language]
    async with app.run_test(size=size, notifications=True) as pilot:
        await reads(pilot, asked)
        await pilot.press("p")
        assert kept(companion) == []
        await pilot.press("x", "1")
        await reads(pilot, ready)
        before = app.state.plan
        await pilot.press("p")
        await until(pilot, lambda: app.state.plan.level == before.level - 1)
        await reads(pilot, *begins.split())
        assert kept(companion) == [told("pain"), TAKEN]
        assert app.state.plan.walk_minutes < before.walk_minutes
        await pilot.press("u")
        await until(pilot, lambda: app.state.plan.walks == before.walks)
        assert kept(companion) == [told("pain")]


async def test_who_walks_enough_sees_neither(tmp_path: Path) -> None:
    companion = walks_too_little(tmp_path, minutes=22)
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await reads(pilot, "Walk 1")
        assert ASKED not in screen_text(app)
        await pilot.press("x", "p")
        await pilot.pause()
        assert kept(companion) == []
        await reads(pilot, "Walk 1")


async def test_beneath_an_answer_about_not_wanting_to_live_nothing_is_asked_about_walking(
    tmp_path: Path,
) -> None:
    companion = walks_too_little(tmp_path)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "yes"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await reads(pilot, "116\N{NO-BREAK SPACE}123", "Walk 1")
        assert "came in the way" not in screen_text(app)
        assert "Pelvic tilt" not in screen_text(app)
