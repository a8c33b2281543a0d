"""Every command: one line each, in the order in which the help lists them."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.cli import loading
from ryggkompis.cli.options.typed import HELP, VERSION
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Command
from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _, current

GROUPS: Final = (
    (
        N_("Every day"),
        (
            Command("plan", loading.plan, N_("Show the plan for a day, and why it looks as it does.")),
            Command("status", loading.status, N_("Say in one line how the day stands, for a status bar.")),
            Command("checkin", loading.checkin, N_("Tell how the morning is; without options it asks.")),
            Command("less", loading.less, N_("Do less today: a bad day, or an exercise left out or easier.")),
            Command("evening", loading.evening, N_("Tell how the whole day was; without options it asks.")),
            Command("weekly", loading.weekly, N_("Look back on the week; without options it asks.")),
        ),
    ),
    (
        N_("Write down"),
        (
            Command("walk", loading.walk, N_("Note a walk.")),
            Command("did", loading.did, N_("Note an exercise, a position for rest, or heat.")),
            Command("moved", loading.moved, N_("Note that you changed position.")),
            Command("sit", loading.sit, N_("Say in one line how long you have sat.")),
            Command("drawing", loading.drawing, N_("Mark where it hurts, is numb, tingles or is weak.")),
            Command("note", loading.note, N_("Write a note.")),
            Command("medicine", loading.medicine, N_("Note what you took; a medicine can be counted.")),
            Command("event", loading.event, N_("Note something that the charts should mark.")),
            Command(
                "visit", loading.visit, N_("Note the next visit, what to ask there, and what was agreed.")
            ),
            Command(
                "profile", loading.profile, N_("Tell where you start: the leg, how far you walk, and more.")
            ),
            Command(
                "episode", loading.episode, N_("Begin an episode anew, close it, or be asked less often.")
            ),
            Command("clear", loading.clear, N_("Open a safety lock, when a doctor has seen you.")),
            Command("undo", loading.undo, N_("Take back what was written last, or another entry.")),
            Command("redo", loading.redo, N_("Bring back what was taken back last.")),
        ),
    ),
    (
        N_("Look up"),
        (
            Command("log", loading.log, N_("List what you noted, the newest first.")),
            Command("progress", loading.progress, N_("Show how it has gone, in words and a picture.")),
            Command("exercises", loading.exercises, N_("List the exercises, or show one.")),
            Command("learn", loading.learn, N_("Read a card about the back, or list them.")),
            Command("urgent", loading.urgent, N_("Say when to get help now, and whom to call.")),
        ),
    ),
    (
        N_("Take along"),
        (
            Command("report", loading.report, N_("Write a report for your therapist.")),
            Command("sheet", loading.sheet, N_("Write today's plan with its figures, for the wall.")),
            Command("reminders", loading.reminders, N_("Write reminders for your phone's calendar.")),
            Command(
                "programme", loading.programme, N_("Tell what your therapist said; show, use or write it.")
            ),
            Command("import", loading.import_, N_("Bring in a diary, or another program's file.")),
            Command("backup", loading.backup, N_("Write the whole diary into one file.")),
            Command("restore", loading.restore, N_("Bring a backup or a copy back; what is there stays.")),
            Command("lock", loading.lock, N_("Put the diary behind a passphrase, or change it.")),
            Command("unlock", loading.unlock, N_("Take the passphrase away.")),
            Command("doctor", loading.doctor, N_("Say what is wrong with the diary; --repair mends.")),
            Command("erase", loading.erase, N_("Erase an entry, or everything, for good.")),
            Command("where", loading.where, N_("Say where your data is.")),
            Command("completion", loading.completion, N_("Print what lets Tab complete, for your shell.")),
            Command("demo", loading.demo, N_("Look around in the diary of a patient who does not exist.")),
        ),
    ),
)
COMMANDS: Final = {command.name: command for _group, commands in GROUPS for command in commands}


NORWEGIAN: Final[Mapping[str, tuple[str, ...]]] = {
    "checkin": ("sjekk", "innsjekk"),
    "less": ("mindre",),
    "status": ("nå",),
    "evening": ("kveld",),
    "weekly": ("uke", "uka"),
    "walk": ("gåtur", "tur"),
    "did": ("gjorde", "gjort"),
    "moved": ("stilling",),
    "sit": ("sittet",),
    "drawing": ("tegning",),
    "note": ("notat", "noter"),
    "medicine": ("medisin",),
    "event": ("hendelse",),
    "visit": ("time", "besøk"),
    "profile": ("profil",),
    "clear": ("klarert",),
    "undo": ("angre",),
    "redo": ("igjen",),
    "log": ("logg",),
    "progress": ("utvikling",),
    "exercises": ("øvelser",),
    "learn": ("les", "lær"),
    "urgent": ("haster",),
    "report": ("rapport",),
    "sheet": ("ark",),
    "reminders": ("påminnelser",),
    "programme": ("program",),
    "import": ("importer",),
    "backup": ("sikkerhetskopi", "kopi"),
    "restore": ("gjenopprett",),
    "lock": ("lås",),
    "unlock": ("lås-opp",),
    "doctor": ("feilsøk",),
    "erase": ("slett",),
    "where": ("hvor",),
    "completion": ("fullfør",),
}
"""What the commands are called in Norwegian, too; the others are called the same."""


ABOUT: Final[Mapping[str, str]] = {
    "help": N_("Explain a command, as in “help walk”."),
    "version": N_("Say which version this is."),
}
"""Words that are no commands of their own, and what they do."""


def called(name: str) -> Command | None:
    """Find a command by one of its names, in either language and any case of letters."""
    said = name.casefold()
    found = next((english for english, norwegian in NORWEGIAN.items() if said in norwegian), said)
    return COMMANDS.get(found)


def names() -> tuple[str, ...]:
    """Give every name of every command, and of what is about them."""
    norwegian = (name for also in NORWEGIAN.values() for name in also)
    return (*COMMANDS, *norwegian, *HELP, *VERSION)


def whole_program() -> Parser:
    """Make the parser for when no command is named; its help lists them all."""
    description = _("A diary and a daily plan in the terminal. Without a command it opens the window.")
    parser = Parser(PROGRAM, description, _all_about)
    parser.lists = _lists
    parser.shows("3", _("log a pain of 3 in the leg; the safety line is asked at once"))
    parser.shows("", _("open the window; on a pipe, print today's plan"))
    parser.shows("help walk", _("explain one command"))
    parser.takes_switch("--version", _("say which version this is"))
    parser.takes_date()
    parser.takes_json()
    return parser


def _all_about() -> str:
    from ryggkompis.words.about import about_the_program  # only help says it

    return "\n\n".join(plain(about_the_program()))


def _lists() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for group, commands in GROUPS:
        yield _(group), [(", ".join(spoken(command.name)), _(command.does)) for command in commands]
    yield _("About the program"), [(", ".join(spoken(name)), _(does)) for name, does in ABOUT.items()]


def spoken(name: str) -> tuple[str, ...]:
    """Give the name of a command, and its first Norwegian one where Norwegian is spoken."""
    norwegian = {**NORWEGIAN, "help": ("hjelp",), "version": ("versjon",)}
    return (name, *norwegian.get(name, ())[:1]) if current() == "nb" else (name,)
