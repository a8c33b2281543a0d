"""The keys that take the latest back and bring it back: named, and asked about where that is in doubt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.acts import Act
from ryggkompis.services.questions.form import undoing
from ryggkompis.services.undo import Undone, doubt, undone_of
from ryggkompis.tui.labels import key_of
from ryggkompis.tui.shell import Shell
from ryggkompis.words.entries import entry_line
from ryggkompis.words.undo import act_named, done_in_words, doubt_in_words, is_it_meant

if TYPE_CHECKING:
    from ryggkompis.tui.screens.asking import Answers


def look_for(app: Shell, find: Callable[[], Act]) -> None:
    """Find an act and carry it out; where somebody may not mean it, ask first."""
    found: list[Act] = []
    if not app.do(lambda: found.append(find())):
        return
    act = found[0]
    why = doubt(act, app.companion.today)
    if why is None:
        _carry_out(app, act)
        return
    _ask(app, act, why)


def _ask(app: Shell, act: Act, why: str) -> None:
    from ryggkompis.tui.screens.asking import Asking  # noqa: PLC0415 - hardly ever needed

    would = undone_of(act, app.companion.store.lines(), app.companion.today.real)
    about = f"{_named(app, would)}\n\n{doubt_in_words(why)}"
    asked = partial(undoing, is_it_meant(is_back=would.is_back), about)

    def answered(said: "Answers | None") -> None:
        if said and said["sure"] is True:
            _carry_out(app, act)

    title = _("Bring back") if would.is_back else _("Undo")
    app.push_screen(Asking(lambda: title, asked, {}), answered)


def _carry_out(app: Shell, act: Act) -> None:
    done: list[Undone] = []
    if app.do(lambda: done.append(app.companion.diary.carry_out(act))):
        app.notify(in_words(app, done[0]), markup=False)


def in_words(app: Shell, undone: Undone) -> str:
    """Say what was done, and which key brings it back."""
    said = done_in_words(
        _named(app, undone), is_back=undone.is_back, stays=bool(undone.stays), returned=len(undone.returned)
    )
    return (
        said
        if undone.is_back
        else f"{said.rstrip('.')}. " + _("{key} brings it back.").format(key=key_of("app.redo", "U"))
    )


def _named(app: Shell, undone: Undone) -> str:
    return act_named(undone.entries, partial(_in_a_line, app))


def _in_a_line(app: Shell, entry: Entry) -> str:
    line = entry_line(entry, app.state.catalogue, app.state.flags)
    return line if entry.day == app.companion.today.real else f"{line} ({formats.weekday_day(entry.day)})"
