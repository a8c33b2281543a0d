"""Going to what was found: each opens its page, and shows the one thing there."""

from datetime import date
from typing import TYPE_CHECKING

from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.services.search.entries import Sought
from ryggkompis.services.search.periods import Days
from ryggkompis.tui.shell import Shell

if TYPE_CHECKING:
    from ryggkompis.tui.widgets.diary_list import DiaryList


async def to_movement(app: Shell, id_: str) -> None:
    """Show everything about an exercise, a position for rest or the walk."""
    from ryggkompis.tui.screens.exercises import ExercisesPage

    await app.switch_mode("exercises")
    page = app.screen
    if isinstance(page, ExercisesPage):
        page.choose(id_)
        page.action_read()


async def to_card(app: Shell, cards: tuple[LearnCard, ...], place: int) -> None:
    """Show a card to read."""
    from ryggkompis.tui.screens.learn import CardPage

    await app.push_screen(CardPage(cards, place))


async def to_picture(app: Shell, place: int) -> None:
    """Show a picture of the course."""
    from ryggkompis.tui.screens.progress import ProgressPage

    await app.switch_mode("progress")
    page = app.screen
    if isinstance(page, ProgressPage):
        page.place = place


async def to_setting(app: Shell, name: str) -> None:
    """Stand on a setting, so that the arrows change it."""
    await app.switch_mode("settings")
    app.screen.query_one(f"#set-{name}").focus()


async def to_theme(app: Shell, name: str) -> None:
    """Let the window have other colours."""
    app.theme = name
    app.change_settings(theme=name)


async def to_action(app: Shell, action: str) -> None:
    """Do on Today what is done there; who comes from another page has chosen no line of the plan."""
    from ryggkompis.tui.widgets.plan_list import PlanList

    await app.switch_mode("today")
    app.screen.query_one(PlanList).highlighted = None
    await app.run_action(action, app.screen)


async def to_entry(app: Shell, id_: str) -> None:
    """Stand on an entry of the diary."""
    (await _log(app)).choose(id_)


async def to_days(app: Shell, days: Days) -> None:
    """Show what was written about some days."""
    (await _log(app)).sought = Sought(first=days.first, last=days.last)


async def to_day(app: Shell, day: date | None) -> None:
    """Show the plan of another day, to tell about it; None is today."""
    await app.switch_mode("today")
    app.show_day(day)


async def _log(app: Shell) -> "DiaryList":
    from ryggkompis.tui.widgets.diary_list import DiaryList

    await app.switch_mode("log")
    return app.screen.query_one(DiaryList)
