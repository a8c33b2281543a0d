"""Every command: one line each, in the order in which the help lists them."""

from importlib import import_module
from typing import Final, cast

from ryggkompis.cli.about import about_the_program, in_an_emergency
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.value import Value
from ryggkompis.i18n import N_, _


class Command(Value):
    """One command; the function of its name in its module takes a parser's options and gives what runs."""

    name: str
    module: str
    does: str

    def load(self) -> tuple[Parser, Run]:
        """Import the command alone, and give its parser and what it does."""
        parser = Parser(f"{PROGRAM} {self.name}", _(self.does), in_an_emergency())
        found = import_module(f"ryggkompis.cli.{self.module}")
        return parser, cast("Run", getattr(found, f"{self.name}_command")(parser))


GROUPS: Final = (
    (
        N_("Every day"),
        (
            Command("plan", "planning", N_("Show the plan for a day, and why it looks as it does.")),
            Command("checkin", "checking_in", N_("Tell how the morning is; without options it asks.")),
            Command("less", "adjusting", N_("Do less today: a bad day, or an exercise left out or easier.")),
            Command("evening", "checking_in", N_("Tell how the whole day was; without options it asks.")),
            Command("weekly", "checking_in", N_("Look back on the week; without options it asks.")),
        ),
    ),
    (
        N_("Write down"),
        (
            Command("walk", "doing", N_("Note a walk.")),
            Command("did", "doing", N_("Note an exercise, a position for rest, or heat.")),
            Command("moved", "doing", N_("Note that you changed position.")),
            Command("sit", "sitting", N_("Say in one line how long you have sat.")),
            Command("note", "writing", N_("Note anything.")),
            Command("medicine", "writing", N_("Note what you took, in your own words.")),
            Command("event", "writing", N_("Note something that the charts should mark.")),
            Command("visit", "visiting", N_("Note the next visit, what to ask there, and what was agreed.")),
            Command("clear", "mending", N_("Open a safety lock, when a doctor has seen you.")),
            Command("undo", "mending", N_("Take back the latest entry, or another.")),
        ),
    ),
    (
        N_("Look up"),
        (
            Command("log", "looking_back", N_("List what you noted, the newest first.")),
            Command("progress", "course", N_("Show how it has gone, in words and a picture.")),
            Command("exercises", "looking_up", N_("List the exercises, or show one.")),
            Command("learn", "learning", N_("Read a card about the back, or list them.")),
            Command("urgent", "looking_up", N_("Say when to get help now, and whom to call.")),
        ),
    ),
    (
        N_("Take along"),
        (
            Command("report", "reporting", N_("Write a report for your therapist.")),
            Command("sheet", "hanging", N_("Write today's plan with its figures, for the wall.")),
            Command("reminders", "reminding", N_("Write reminders for your phone's calendar.")),
            Command("programme", "therapist", N_("Show, use or begin a programme from your therapist.")),
            Command("import", "importing", N_("Bring in a journal, or another program's file.")),
            Command("backup", "keeping", N_("Write the whole journal into one file.")),
            Command("restore", "restoring", N_("Bring a backup or a copy back; what is there stays.")),
            Command("lock", "locking", N_("Put the journal behind a passphrase, or change it.")),
            Command("unlock", "locking", N_("Take the passphrase away.")),
            Command("doctor", "doctoring", N_("Say what is wrong with the journal; --repair mends.")),
            Command("erase", "erasing", N_("Erase an entry, or everything, for good.")),
            Command("where", "places", N_("Say where your data is.")),
            Command("completion", "completing", N_("Print completion for bash, zsh or fish.")),
            Command("demo", "showing", N_("Look around in the journal of a patient who does not exist.")),
        ),
    ),
)
COMMANDS: Final = {command.name: command for _group, commands in GROUPS for command in commands}


def whole_program() -> Parser:
    """Make the parser for when no command is named; its help lists them all."""
    description = _("A diary and a daily plan in the terminal. Without a command it opens the window.")
    parser = Parser(PROGRAM, description, f"{_listing()}\n\n{about_the_program()}")
    parser.usage = "{} [{}] [{}]".format(PROGRAM, _("command"), _("options"))
    parser.add_argument("-V", "--version", action="store_true", help=_("say which version this is"))
    parser.takes_date()
    parser.takes_json()
    return parser


def _listing() -> str:
    lines = []
    for group, commands in GROUPS:
        lines.append(f"  {_(group)}:")
        lines += [f"    {command.name:<10} {_(command.does)}" for command in commands]
    return "\n".join(lines)
