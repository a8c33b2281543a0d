"""The whole day as plain lines and numbered questions: for a screen reader, a braille line, a dumb terminal.

Every entry of the list is a command of the shell, with what it needs asked first; so both can do the same.
"""

import gc
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.hints import listed
from ryggkompis.cli.lines import hints as named
from ryggkompis.cli.lines import medicine, telling
from ryggkompis.cli.lines.ask import ask_all, choose
from ryggkompis.cli.lines.day import ask_enough, ask_why_less
from ryggkompis.cli.lines.entries import change_entry, change_limits
from ryggkompis.cli.lines.episode import tell_episode
from ryggkompis.cli.lines.files import about_import, about_report, about_sheet
from ryggkompis.cli.lines.first_run import ask_first_questions
from ryggkompis.cli.lines.hurting import it_hurts
from ryggkompis.cli.lines.interrupt import stop_is_answered, stopping
from ryggkompis.cli.lines.operation import tell_of_operation
from ryggkompis.cli.lines.prompt import always_urgent, ask
from ryggkompis.cli.lines.session import go_through_exercises
from ryggkompis.cli.lines.settings import ask_settings
from ryggkompis.cli.lines.tour import tell_tour
from ryggkompis.cli.lines.undo import carry_out
from ryggkompis.cli.lines.visit import tell_visit
from ryggkompis.cli.options.declared import Said
from ryggkompis.cli.options.values import whole_number
from ryggkompis.cli.output import facts, told, worded
from ryggkompis.cli.spoken import spoken
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, current
from ryggkompis.services.errors import NotOneOf
from ryggkompis.services.questions import notes
from ryggkompis.services.undo import doubt
from ryggkompis.store.settings import read_settings
from ryggkompis.words.adjusting import ENOUGH
from ryggkompis.words.limits import LIMITS
from ryggkompis.words.saved import interrupted, seen_on
from ryggkompis.words.today.tour import TOUR

Do = Callable[[Surroundings], object]


def _command(name: str, *arguments: str) -> Do:
    """Give what runs a command of the shell as it would be typed, in plain words."""

    def do(here: Surroundings) -> object:
        parser, run = here.commands[name].load()
        places = ["--data-dir", here.places.data] if here.said.data_dir else []
        said = parser.parse_args(["--plain", *places, *arguments])
        return run(_beside(here, said))

    return do


def _beside(here: Surroundings, said: Said) -> Surroundings:
    """Give the surroundings of now: with other words, and the same journal, which is unlocked only once."""
    other = Surroundings(said, here.places, read_settings(here.places)[0], here.clock, here.commands)
    other.__dict__["store"] = here.store
    other.companion.waiting = here.companion.waiting
    return other


def _asked(name: str, questions: Callable[[Surroundings], Sequence[str]]) -> Do:
    """Give what asks first, and runs a command with what was answered; no answer does nothing."""

    def do(here: Surroundings) -> object:
        said = questions(here)
        return _command(name, *said)(here) if said else None

    return do


def _learn(here: Surroundings) -> object:
    cards = here.companion.learn_cards.cards
    card = choose(_("Which card?"), [(card.id, card.title.in_(current())) for card in cards])
    return None if card is None else _command("learn", card)(here)


def _who_saw(here: Surroundings) -> Sequence[str]:
    asked = partial(notes.cleared, here.companion.state().gate.lock)
    said = ask_all(asked, {"seen": here.today.day}, here.today.real)
    if said["sure"] is not True:
        return ()
    return f"--by={said['by']}", f"--note={seen_on(said['seen'])}", "--yes"  # type: ignore[arg-type]  # asked as a day


def _undo(here: Surroundings) -> None:
    carry_out(here, act := here.diary.undoable(), doubt(act, here.today) or "")


def _redo(here: Surroundings) -> None:
    carry_out(here, act := here.diary.redoable(), doubt(act, here.today) or "")


_URGENT: Final = _command("urgent")
GROUPS: Final[tuple[tuple[str, tuple[tuple[str, Do], ...]], ...]] = (
    (
        N_("Today"),
        (
            (N_("Today's plan, and why"), _command("plan", "--why")),
            (named.CHECK_IN, _command("checkin")),
            (N_("Exercises, one at a time"), go_through_exercises),
            (named.WALK, telling.tell_walk),
            (N_("An exercise you have done"), telling.tell_exercise),
            (N_("A position for rest, or heat"), telling.tell_relief),
            (named.MOVED, _command("moved")),
            (named.NAMES["hurts"], it_hurts),
            (N_("Less today: it is a bad day"), _command("less", "--bad-day")),
            (named.WHY_LESS, ask_why_less),
            (named.SMALLER, _command("less", "--smaller")),
            (ENOUGH, ask_enough),
            (N_("How the whole day was"), _command("evening")),
            (named.EPISODE, tell_episode),
            (named.NAMES["urgent"], _URGENT),
        ),
    ),
    (
        N_("Write down"),
        (
            (named.DRAWING, _command("drawing")),
            (N_("Write a note"), telling.tell_note),
            (N_("Write down a medicine"), medicine.tell_medicine),
            (N_("The latest medicine again"), medicine.tell_again),
            (N_("Mark something that happened"), telling.tell_event),
            (named.REVIEW, _command("weekly")),
            (N_("Change an entry"), change_entry),
            (N_("Take the latest back"), _undo),
            (N_("Bring back what was taken back"), _redo),
        ),
    ),
    (
        N_("Look and read"),
        (
            (N_("How it has gone"), _command("progress")),
            (N_("What you have noted"), _command("log")),
            (N_("Exercises and how they are done"), _command("exercises")),
            (named.NAMES["read"], _learn),
        ),
    ),
    (
        N_("With your therapist"),
        (
            (named.VISIT, tell_visit),
            (named.NAMES["programme"], _command("programme")),
            (N_("Write a report"), _asked("report", about_report)),
            (N_("Write the plan for the wall"), _asked("sheet", about_sheet)),
            (named.CLEAR, _asked("clear", _who_saw)),
            (named.OPERATION, tell_of_operation),
        ),
    ),
    (
        N_("You and the program"),
        (
            (TOUR, tell_tour),
            (named.FIRST, ask_first_questions),
            (N_("Settings"), ask_settings),
            (LIMITS, change_limits),
            (N_("Take in another program's file"), _asked("import", about_import)),
        ),
    ),
)
"""What can be done, in groups."""
ITEMS: Final = tuple(item for _title, items in GROUPS for item in items)
"""The same in one list, as it is numbered."""
LIST: Final = "?"
ALL: Final = -1
"""Not a line of the list, but the list itself."""


def open_lines(here: Surroundings) -> int:
    """Ask what to do, do it, and ask again, until the patient leaves."""
    gc.enable()
    with (
        listed(named.NAMES),
        stopping(),
        worded(spoken),
        always_urgent(lambda: _safely(_URGENT, here)),
    ):
        return _until_left(here)


def _until_left(here: Surroundings) -> int:
    told(_("Ryggkompis in plain lines. Write a number or a word and press Enter. Enter alone leaves."))
    told(_("Write ! at any time to see whom to call."))
    if here.companion.state().is_new:
        _safely(ask_first_questions, here)
    _list()
    while True:
        try:
            chosen = ask(_("What do you want to do? A number or a word; ? lists it all."), _chosen)
        except NoMoreAnswers:
            return DONE
        if chosen is None or chosen == len(ITEMS):
            return DONE
        if chosen == ALL:
            _list()
            continue
        facts()
        _safely(ITEMS[chosen][1], _beside(here, here.said))
        facts()


def _list() -> None:
    """Say once what can be done."""
    numbers = iter(range(1, len(ITEMS) + 2))
    for title, items in GROUPS:
        told(_(title) + ":")
        for name, _do in items:
            told(f"  {next(numbers)} {_(name)}")
    told(f"  {next(numbers)} " + _("Quit"))


def _chosen(text: str) -> int:
    """Read a number of the list, or the beginning of a word that only one of its lines has."""
    if text == LIST:
        return ALL
    if text.isdecimal():
        return whole_number(text, _("the answer"), 1, len(ITEMS) + 1) - 1
    names = [*(_(name) for name, _do in ITEMS), _("Quit")]
    found = [place for place, name in enumerate(names) if _fits(text.casefold(), name.casefold())]
    if len(found) == 1:
        return found[0]
    known = ", ".join(names[place] for place in found) if found else _("a number from the list")
    raise NotOneOf(value=text, field=_("the answer"), choices=known)


def _fits(said: str, name: str) -> bool:
    return name.startswith(said) or any(word_.startswith(said) for word_ in name.split())


def _safely(do: Do, here: Surroundings) -> None:
    """Do one thing; what goes wrong is told, and the list comes back."""
    try:
        do(here)
    except NoMoreAnswers:
        raise
    except ExpectedError as error:
        told(word(error))
    except KeyboardInterrupt:
        stop_is_answered()
        told("")
        told(interrupted())
