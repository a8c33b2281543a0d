"""What there is to go to: exercises, cards, pictures, settings and themes."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, WalkGuide
from ryggkompis.i18n.language import _, current
from ryggkompis.services.preferences import SETTINGS, Setting
from ryggkompis.services.views.every import VIEWS
from ryggkompis.tui.finder import going
from ryggkompis.tui.finder.findable import Findable, in_every_language
from ryggkompis.tui.shell import Shell
from ryggkompis.words.views import view_heading, view_name

_THEME: Final = "theme tema"
"""What no language of the window calls it."""


def things(app: Shell) -> Iterator[Findable]:
    """Give all that can be gone to; nothing of the catalogue while a safety answer holds the plan."""
    if not app.state.plan.is_held:
        catalogue = app.state.catalogue
        yield _movement(app, catalogue.walk)
        yield from (_movement(app, one) for one in catalogue.comfort)
        yield from (_movement(app, one) for one in catalogue.exercises)
    yield from _cards(app)
    for place, view in enumerate(VIEWS):
        yield _picture(app, place, view.name)
    for setting in SETTINGS:
        yield _setting(app, setting)
        if setting.name == "theme":
            yield from _themes(app, setting)


def _movement(app: Shell, movement: WalkGuide | Comfort | Exercise) -> Findable:
    words = in_every_language(lambda: movement.name.in_(current()))
    go = partial(going.to_movement, app, movement.id)
    return Findable(
        movement.name.in_(current()),
        f"{words} {movement.id.casefold()}",
        go,
        _("Exercise or position for rest"),
    )


def _cards(app: Shell) -> Iterator[Findable]:
    cards = app.companion.learn_cards.cards
    for place, card in enumerate(cards):
        go = partial(going.to_card, app, cards, place)
        yield Findable(card.title.in_(current()), card.words, go, _("Card to read"))


def _picture(app: Shell, place: int, name: str) -> Findable:
    words = in_every_language(lambda: f"{view_name(name)} {view_heading(name)}")
    return Findable(view_heading(name), words, partial(going.to_picture, app, place), _("Picture"))


def _setting(app: Shell, setting: Setting) -> Findable:
    words = in_every_language(lambda: _(setting.words))
    return Findable(_(setting.words), words, partial(going.to_setting, app, setting.name), _("Setting"))


def _themes(app: Shell, setting: Setting) -> Iterator[Findable]:
    for place, (value, choice) in enumerate(setting.choices()):
        words = in_every_language(partial(_choice, setting, place))
        go = partial(going.to_theme, app, str(value))
        yield Findable(f"{_(setting.words)}: {choice}", f"{words} {_THEME}", go, _("Setting"))


def _choice(setting: Setting, place: int) -> str:
    return f"{_(setting.words)} {setting.choices()[place][1]}"
