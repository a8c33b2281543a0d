"""The whole day as plain lines and numbered questions: for a screen reader, a braille line, a dumb terminal.

Every entry of the list is a command of the shell, with what it needs asked first; so both can do the same.
"""

import gc
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.lines.entries import change_entry, change_limits
from ryggkompis.cli.lines.first_run import ask_first_questions
from ryggkompis.cli.lines.interrupt import stop_is_answered, stopping
from ryggkompis.cli.lines.prompt import always_urgent, ask, ask_number, ask_one, ask_yes_or_no
from ryggkompis.cli.lines.session import go_through_exercises
from ryggkompis.cli.lines.settings import ask_settings
from ryggkompis.cli.lines.undo import carry_out
from ryggkompis.cli.output import facts, told, worded
from ryggkompis.cli.spoken import spoken
from ryggkompis.cli.status import DONE
from ryggkompis.cli.values import a_day
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.services.undo import doubt
from ryggkompis.store.settings import read_settings

Do = Callable[[Surroundings], object]


def _command(name: str, *arguments: str) -> Do:
    """Give what runs a command of the shell as it would be typed, in plain words."""

    def do(here: Surroundings) -> object:
        parser, run = here.commands[name].load()
        places = ["--data-dir", here.places.data] if here.said.data_dir else []
        said = parser.parse_args(["--plain", *places, *arguments])
        return run(_beside(here, said))

    return do


def _beside(here: Surroundings, said: Namespace) -> Surroundings:
    """Give the surroundings of now: with other words, and the same journal, which is unlocked only once."""
    other = Surroundings(said, here.places, read_settings(here.places)[0], here.clock, here.commands)
    other.__dict__["store"] = here.store
    other.companion.waiting = here.companion.waiting
    return other


def _asked(name: str, question: str) -> Do:
    """Give what asks for a few words, and runs a command with them; nothing typed does nothing."""

    def do(here: Surroundings) -> object:
        said = ask(_(question), str)
        return None if said is None else _command(name, said)(here)

    return do


def _walk(here: Surroundings) -> None:
    """Walk now by the clock, or tell of a walk that was taken."""
    left = here.companion.state().walks_left
    planned = left[0] if left else None
    if planned is not None:
        told(_("The next walk in the plan is {minutes}.").format(minutes=formats.minutes(planned)))
    chosen = ask_one(_("What about the walk?"), [("now", _("I go now")), ("told", _("I have been out"))])
    if chosen is None:
        return
    took = _walked(here, planned) if chosen == "now" else None
    minutes = took or ask_number(Walk, "minutes", _("How many minutes did you walk?"))
    if minutes is None:
        return
    arguments = [str(minutes)]
    asks_numbers = here.settings.numbers
    peak = ask_number(Walk, "peak_leg", _("How bad was the leg at its worst?")) if asks_numbers else None
    if peak is not None:
        arguments += ["--peak", str(peak)]
    further = ask_yes_or_no(_("Did the pain go further down the leg and stay there?"))
    if further is not None:
        arguments.append("--further-down" if further else "--no-further-down")
    _command("walk", *arguments)(here)


def _walked(here: Surroundings, planned: int | None) -> int:
    """Wait until the patient is back; give the minutes, at least one."""
    start = here.clock.now()
    if planned is not None:
        turn = start + timedelta(minutes=planned / 2)
        told(_("Turn back at {time}, or earlier if the leg says so.").format(time=formats.clock(turn)))
    ask(_("Press Enter when you are back."), str)
    return max(1, round((here.clock.now() - start).total_seconds() / 60))


def _report(here: Surroundings) -> object:
    named = ask(_("What shall the file be called? For example report.txt or report.pdf."), str)
    return None if named is None else _command("report", named)(here)


def _learn(here: Surroundings) -> object:
    cards = here.companion.learn_cards.cards
    card = ask_one(_("Which card?"), [(card.id, card.title.in_(current())) for card in cards])
    return None if card is None else _command("learn", card)(here)


def _clear(here: Surroundings) -> object:
    by = ask(_("Who has seen you?"), str)
    return None if by is None else _command("clear", "--by", by)(here)


def _visit(here: Surroundings) -> object:
    _command("visit")(here)
    day = ask(_("When is the next visit? Write it as 2026-03-02; Enter alone leaves it."), a_day)
    asked = ask(_("Something to ask there; Enter alone leaves it."), str)
    said = [*(["--next", str(day)] if day else []), *(["--question", asked] if asked else [])]
    return _command("visit", *said)(here) if said else None


def _undo(here: Surroundings) -> None:
    act = here.diary.undoable()
    carry_out(here, act, doubt(act, here.today) or "")


def _redo(here: Surroundings) -> None:
    act = here.diary.redoable()
    carry_out(here, act, doubt(act, here.today) or "")


ITEMS: Final[tuple[tuple[str, Do], ...]] = (
    (N_("Today's plan, and why"), _command("plan", "--why")),
    (N_("Check in"), _command("checkin")),
    (N_("Exercises, one at a time"), go_through_exercises),
    (N_("Take a walk"), _walk),
    (N_("I have changed position"), _command("moved")),
    (N_("Less today: it is a bad day"), _command("less", "--bad-day")),
    (N_("Write a note"), _asked("note", N_("What do you want to note?"))),
    (N_("Write down a medicine"), _asked("medicine", N_("What did you take, in your own words?"))),
    (N_("Mark something that happened"), _asked("event", N_("What happened?"))),
    (N_("How the whole day was"), _command("evening")),
    (N_("Look back on the week"), _command("weekly")),
    (N_("How it has gone"), _command("progress")),
    (N_("What you have noted"), _command("log")),
    (N_("Change an entry"), change_entry),
    (N_("Take the latest back"), _undo),
    (N_("Bring back what was taken back"), _redo),
    (N_("Take in another program's file"), _asked("import", N_("Which file?"))),
    (N_("Write a report"), _report),
    (
        N_("Write the plan for the wall"),
        _asked("sheet", N_("What shall the file be called? For example plan.pdf.")),
    ),
    (N_("Exercises and how they are done"), _command("exercises")),
    (N_("Cards to read"), _learn),
    (N_("The next visit"), _visit),
    (N_("Seen by a doctor: open the lock"), _clear),
    (N_("The first questions, about you"), ask_first_questions),
    (N_("Settings"), ask_settings),
    (N_("The limits of the plan"), change_limits),
    (N_("When do I need help now?"), _command("urgent")),
)
"""What can be done, in the order of the list."""


def open_lines(here: Surroundings) -> int:
    """Ask what to do, do it, and ask again, until the patient leaves."""
    gc.enable()
    with stopping(), worded(spoken), always_urgent(lambda: _safely(_command("urgent"), here)):
        return _until_left(here)


def _until_left(here: Surroundings) -> int:
    told(_("Ryggkompis in plain lines. Write a number and press Enter. Enter alone leaves."))
    told(_("Write ! at any time to see whom to call."))
    if not here.companion.state().history.profiles:
        _safely(ask_first_questions, here)
    while True:
        try:
            chosen = ask_one(_("What do you want to do?"), _listed())
        except NoMoreAnswers:
            return DONE
        if chosen is None or chosen == len(ITEMS):
            return DONE
        facts()
        _safely(ITEMS[chosen][1], _beside(here, here.said))
        facts()


def _listed() -> Sequence[tuple[int, str]]:
    return [*((place, _(name)) for place, (name, _do) in enumerate(ITEMS)), (len(ITEMS), _("Leave"))]


def _safely(do: Do, here: Surroundings) -> None:
    """Do one thing; what goes wrong is told, and the list comes back."""
    try:
        do(here)
    except NoMoreAnswers:
        raise
    except ExpectedError as error:
        told(shown(word(error)))
    except KeyboardInterrupt:
        stop_is_answered()
        told("")
        told(_("Interrupted. What you had not finished was not saved."))
