"""Changing an entry, and the limits of the plan, as lines."""

from typing import Any, Final

from ryggkompis.cli.lines.ask import ask_of_form, ask_question
from ryggkompis.cli.lines.prompt import ask_one, confirm
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.domain.journal.entries import Entry, Gate, Programme
from ryggkompis.i18n.language import _
from ryggkompis.services.asks import Ask, Number, When, asks_of
from ryggkompis.services.diary import said_of
from ryggkompis.services.limits import USUAL, change_limit, limits_of
from ryggkompis.services.questions.kinds import Question, Typed
from ryggkompis.words.limits import limit_name
from ryggkompis.words.saved import plan_follows

LATEST: Final = 20
"""Entries that are offered to be changed."""


def change_entry(here: Surroundings) -> None:
    """Choose one of the latest entries, and ask for each of its fields; blank keeps what it is."""
    companion = here.companion
    state = companion.state()
    latest = [one for one in reversed(state.history.entries) if not isinstance(one, Gate | Programme)]
    entry = ask_one(_("Which entry?"), [(one, in_a_line(here, one)) for one in latest[:LATEST]])
    if entry is None:
        return
    goals = state.profile.goals if state.profile else ()
    changed = _changed(entry, asks_of(type(entry), companion.catalogue, goals))
    day = ask_of_form(When(field="day", label=_("Day")), entry.day)
    if day is not None and day != entry.day:
        changed |= {"day": day, "at": entry.at + (day - entry.day)}
    if changed:
        told(_("Saved: {entry}").format(entry=in_a_line(here, here.diary.edit(entry.id, **changed))))


def _changed(entry: Entry, asks: tuple[Ask, ...]) -> dict[str, Any]:
    """Ask for every field, and give those that are another now."""
    said = said_of(entry)
    now = dict(said)
    for ask in asks:
        if ask.part is None:
            now[ask.field] = ask_of_form(ask, said.get(ask.field))
            continue
        values = list(now.get(ask.field) or ())
        values += [None] * (ask.part + 1 - len(values))
        values[ask.part] = ask_of_form(ask, values[ask.part])
        keeps_blanks = isinstance(ask, Number)
        now[ask.field] = tuple(value for value in values if keeps_blanks or value is not None)
    return {
        name: value for name, value in now.items() if value != said.get(name) and (value or said.get(name))
    }


def change_limits(here: Surroundings) -> None:
    """Warn, ask which limit, and what it shall be."""
    told(
        _(
            "The limits are careful conventions that keep the plan from going too fast. "
            "They are best changed together with a therapist. You can always go back."
        )
    )
    if not confirm(_("Change a limit of the plan?")):
        return
    limits = limits_of(here.companion.state())
    name = ask_one(
        _("Which limit?"), [(name, f"{limit_name(name)}: {value}") for name, value in limits.items()]
    )
    if name is None:
        return
    low, high = BOUNDS[name]
    hint = _("From {low} to {high}. The convention is {usual}.").format(low=low, high=high, usual=USUAL[name])
    number = Number(field=name, label=limit_name(name), low=low, high=high)
    question = Question(key=name, words=limit_name(name), hint=hint, answer=Typed(number))
    value = ask_question(question, limits[name])
    if isinstance(value, int) and value != limits[name]:
        change_limit(here.companion, name, value)
        told(plan_follows())
