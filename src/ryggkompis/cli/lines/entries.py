"""Changing an entry, and the limits of the plan, as lines."""

from typing import Final

from ryggkompis.cli.lines.ask import ask_all, choose
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.medicines import counted
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.limits import change_limit, limits_of
from ryggkompis.services.questions.form import WITHOUT_FORM, changed, form_of, known_of, the_day
from ryggkompis.services.questions.profile import limit, limit_warning
from ryggkompis.words.limits import limit_name
from ryggkompis.words.saved import plan_follows

LATEST: Final = 20
"""Entries that are offered to be changed."""


def change_entry(here: Surroundings) -> None:
    """Choose one of the latest entries, and ask for each of its fields; blank keeps what it is."""
    companion = here.companion
    state = companion.state()
    latest = [one for one in reversed(state.whole.diary.entries) if not isinstance(one, WITHOUT_FORM)]
    entry = choose(_("Which entry?"), [(one, in_a_line(here, one)) for one in latest[:LATEST]])
    if entry is None:
        return
    goals, held = state.profile.goals if state.profile else (), len(getattr(entry, "goals", ()))
    medicines = [one.name for one in counted(state.whole.diary.entries)]
    form = (the_day(), *form_of(type(entry), companion.catalogue, goals, held, medicines))
    known = known_of({"day": entry.day, **said_of(entry)})
    said = changed(form, known, ask_all(lambda: form, dict(known), here.today.real))
    if said:
        told(_("Saved: {entry}").format(entry=in_a_line(here, here.diary.edit(entry.id, **said))))


def change_limits(here: Surroundings) -> None:
    """Warn, ask which limit, and what it shall be."""
    if ask_all(lambda: (limit_warning(),), {})["sure"] is not True:
        return
    limits = limits_of(here.companion.state())
    name = choose(
        _("Which limit?"), [(name, f"{limit_name(name)}: {value}") for name, value in limits.items()]
    )
    if name is None:
        return
    value = ask_all(lambda: (limit(name),), {"limit": limits[name]})["limit"]
    if isinstance(value, int) and value != limits[name]:
        change_limit(here.companion, name, value)
        told(plan_follows())
