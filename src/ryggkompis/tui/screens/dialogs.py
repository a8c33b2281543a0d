"""What a page opens, each imported when it is asked for: the window must not wait for what nobody opens."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from ryggkompis.tui.shell import Shell
from ryggkompis.words.today.plan_items import Item


async def _check_in(app: Shell) -> None:
    from ryggkompis.tui.screens.check_in import check_in

    await check_in(app)


async def _first_run(app: Shell) -> None:
    from ryggkompis.tui.screens.first_run import first_run

    await first_run(app)


async def _evening(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import evening

    await evening(app)


async def _enough(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import enough

    await enough(app)


async def _why_less(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import why_less

    await why_less(app)


async def _note(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import note

    await note(app)


async def _medicine(app: Shell) -> None:
    from ryggkompis.tui.screens.telling.medicine import medicine

    await medicine(app)


async def _again(app: Shell) -> None:
    from ryggkompis.tui.screens.telling.medicine import again

    await again(app)


async def _event(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import event

    await event(app)


async def _clear(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import clear

    await clear(app)


async def _review(app: Shell) -> None:
    from ryggkompis.tui.screens.telling.review import review

    await review(app)


async def _visit(app: Shell) -> None:
    from ryggkompis.tui.screens.telling.visit import visit

    await visit(app)


async def _programme(app: Shell) -> None:
    from ryggkompis.tui.screens.telling.programme import programme

    await programme(app)


async def _operation(app: Shell) -> None:
    from ryggkompis.tui.screens.first_run import tell_of_operation

    await tell_of_operation(app)


async def _walk(app: Shell) -> None:
    from ryggkompis.tui.screens.doing import walk

    await walk(app)


async def _episode(app: Shell) -> None:
    from ryggkompis.tui.screens.episode import episode

    await episode(app)


async def _hurts(app: Shell) -> None:
    from ryggkompis.tui.screens.check_in import it_hurts

    await it_hurts(app)


async def _drawing(app: Shell) -> None:
    from ryggkompis.tui.screens.drawing.flow import draw

    await draw(app)


DIALOGS: Final[Mapping[str, Callable[[Shell], Awaitable[None]]]] = {
    "check_in": _check_in,
    "first_run": _first_run,
    "evening": _evening,
    "enough": _enough,
    "why_less": _why_less,
    "note": _note,
    "medicine": _medicine,
    "again": _again,
    "event": _event,
    "hurts": _hurts,
    "clear": _clear,
    "review": _review,
    "visit": _visit,
    "programme": _programme,
    "operation": _operation,
    "walk": _walk,
    "episode": _episode,
    "drawing": _drawing,
}


def tick(app: Shell, item: Item) -> None:
    """Log a line of the plan as planned, or take it back."""
    from ryggkompis.tui.screens.doing import tick as tick_item

    tick_item(app, item)


async def open_item(app: Shell, item: Item) -> None:
    """Start what a line of the plan says, or tell how it went."""
    from ryggkompis.tui.screens.doing import open_item as open_line

    await open_line(app, item)


async def go_through(app: Shell) -> None:
    """Go through today's exercises."""
    from ryggkompis.tui.screens.session import go_through as go_through_exercises

    await go_through_exercises(app)
