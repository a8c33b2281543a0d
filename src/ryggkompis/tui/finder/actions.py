"""What can be done: on the page that is open, and from anywhere what is done on Today."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from textual.actions import parse
from textual.screen import Screen

from ryggkompis.domain.catalogue.catalogue import LANGUAGES
from ryggkompis.i18n.language import _, current, speaking
from ryggkompis.tui.finder import going
from ryggkompis.tui.finder.findable import Findable
from ryggkompis.tui.labels import Visible, declared, key_name, visible
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.today_keys import TODAY_KEYS, can_be_done
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.search_terms import KINDS_MADE, OTHER_WORDS


def done_here(app: Shell, page: Screen[Any]) -> Iterator[Findable]:
    """Give what can be done on ``page``."""

    def now() -> Iterable[Visible]:
        offered = visible(page.active_bindings.values())
        return (one for one in offered if one.enabled and not _is_of_the_finder(one))

    return _found(now, lambda one: partial(app.run_action, one.action, one.namespace))


def done_on_today(app: Shell) -> Iterator[Findable]:
    """Give what can be done on Today, where another page is open."""
    if app.current_mode == "today":
        return iter(())

    def now() -> Iterable[Visible]:
        return (one for one in declared(TODAY_KEYS, app) if _can(one))

    def _can(one: Visible) -> bool:
        _whose, name, parameters = parse(one.action)
        return can_be_done(name, parameters, app.state, is_past=app.is_past)

    return _found(now, lambda one: partial(going.to_action, app, one.action), _("Today"))


def _found(
    now: Callable[[], Iterable[Visible]], go: Callable[[Visible], Callable[[], object]], page: str = ""
) -> Iterator[Findable]:
    """Give what there is ``now``, by its name in every language; ``page`` is not the one that is open."""
    said, kinds = {}, {}
    for language in LANGUAGES:
        with speaking(language):
            said[language] = {one.action: one for one in now()}
            kinds[language] = {id_: kind_name(kind) for id_, kind in KINDS_MADE.items()}
    for action, one in said[current()].items():
        called = [part for other in said.values() for part in (other[action].label, other[action].tip)]
        made = (names.get(one.id, "") for names in kinds.values())
        words = " ".join((*called, *made, OTHER_WORDS.get(one.id, ""))).casefold()
        # Its key means something else on the page that is open.
        keys = "" if page else ", ".join(filter(None, map(key_name, one.keys)))
        yield Findable(one.label, words, go(one), " · ".join(filter(None, (page, one.tip))), keys)


def _is_of_the_finder(one: Visible) -> bool:
    return one.action == "command_palette" or one.id.startswith("list.")
