"""The parser of one command: what it takes is declared once, and read, explained and completed from there."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ryggkompis.cli.options import kinds
from ryggkompis.cli.options.declared import NO, SHORT, Kind, Offer, Option, Said
from ryggkompis.cli.options.reading import Reader, refuse_not_one
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n.language import _, parse

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class How(TypedDict, total=False):
        """How an option may be there; see `Option`."""

        default: Any
        least: int
        most: int | None
        is_general: bool


PROGRAM: Final = "ryggkompis"


class Example(NamedTuple):
    """A command line that can be typed as it stands, and what it does."""

    typed: str
    says: str


class Parser:
    """What one command takes; a fault is raised, never printed."""

    today: date | None = None
    """What a day said as “yesterday” counts from; without it days are whole dates."""

    def __init__(self, program: str, description: str, epilog: Callable[[], str]) -> None:
        """Begin with the options that every command takes."""
        self.program, self.description, self.epilog = program, description, epilog
        self.options: list[Option] = []
        """What it takes, in the order in which the help tells it."""
        self.lists: Callable[[], Iterable[tuple[str, Sequence[tuple[str, str]]]]] = tuple
        """What the help lists beside the options: names with what they mean, each list under its title."""
        self.examples: list[Example] = []
        self._one_of: Sequence[Option] = ()
        self._takes_general()

    def _takes_general(self) -> None:
        self.takes_switch("--help", _("show this help message and exit"), is_general=True)
        self.takes_value(
            "--data-dir",
            kinds.folder(),
            _("the folder of your data; otherwise RYGGKOMPIS_HOME, or the usual place"),
            is_general=True,
        )
        language = Kind(shape="nb|en", read=parse, offers=_languages)
        self.takes_value("--lang", language, _("the language of this command"), is_general=True)
        self.takes_switch("--plain", _("words alone, without pictures and colours"), is_general=True)

    def parse_args(self, arguments: Sequence[str]) -> Said:
        """Read a command line.

        Raises:
            ExpectedError: for whatever does not fit.


        """
        said = Reader(self.program, self.options, self.today).read(arguments)
        if self._one_of and not said.help:
            refuse_not_one(said, self._one_of, self.program)
        return said

    def shows(self, typed: str, says: str) -> None:
        """Show an example, by what stands after the program's name; the help begins with it."""
        self.examples.append(Example(f"{PROGRAM} {typed}".strip(), says))

    def shows_asking(self, command: str) -> None:
        """Show that a command without options asks."""
        self.shows(command, _("be asked, one question at a time"))

    def needs_one_of(self, *dests: str) -> None:
        """Need one of what was declared so far, and take no second of them."""
        self._one_of = tuple(one for one in self.options if one.dest in dests)

    def takes_switch(self, option: str, says: str, *, is_general: bool = False) -> None:
        """Take an option with nothing after it."""
        self._takes(_names(option), says, None, default=False, is_general=is_general)

    def takes_yes_or_no(self, field: str, option: str, says: str) -> None:
        """Take yes, by the option, or no, by the same with ``--no-``; neither is unknown."""
        no = NO + option.removeprefix("--")
        self._takes((*_names(option), no), says, field)

    def takes_value(
        self, option: str, kind: Kind, says: str, dest: str | None = None, **how: "Unpack[How]"
    ) -> None:
        """Take an option with something after it."""
        self._takes(_names(option), says, dest, kind=kind, **how)

    def takes_word(self, name: str, kind: Kind, says: str, **how: "Unpack[How]") -> None:
        """Take a word that is known by its place."""
        self._takes((name,), says, None, kind=kind, **how)

    def takes_words(self, says: str, *, least: int = 0) -> None:
        """Take words of the patient's own, with or without quotes around them."""
        self._takes(("words",), says, None, kind=kinds.text(), default=[], least=least, most=None)

    def _takes(self, names: tuple[str, ...], says: str, dest: str | None, **how: Any) -> None:  # noqa: ANN401
        found = dest or names[0].lstrip("-").replace("-", "_")
        self.options.append(Option(names=names, says=says, dest=found, **how))

    def takes_number(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take a whole number that ``field`` of ``kind`` can hold."""
        self.takes_value(option, kinds.number(kind, field, option), says, field)

    def takes_numbers(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take numbers with commas between them."""
        self.takes_value(option, kinds.numbers(kind, field, option), says, field)

    def takes_choice(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take one of the words that ``field`` of ``kind`` can hold."""
        self.takes_value(option, kinds.choice(kind, field, option), says, field)

    def takes_choices(self, kind: type[Entry], field: str, option: str, says: str, shape: str = "") -> None:
        """Take some of the words that the list ``field`` of ``kind`` can hold, or none of them."""
        self.takes_value(option, kinds.some(kind, field, option, shape), says, field)

    def takes_text(self) -> None:
        """Take words, and the day they are about; `piped` gives those that come through a pipe."""
        self.takes_words(_("in your own words; - reads them from standard input"))
        self.takes_date()
        self.takes_json()

    def takes_json(self) -> None:
        """Let the command print facts for another program."""
        self.takes_switch("--json", _("print facts for another program, as JSON"))

    def takes_yes(self, says: str) -> None:
        """Let the command do without a question."""
        self.takes_switch("--yes", says)

    def takes_date(self) -> None:
        """Let the command speak of another day."""
        self.takes_day("--date", _("the day it is about; today otherwise"))

    def takes_day(self, option: str, says: str, dest: str | None = None, *, is_ahead: bool = False) -> None:
        """Take a day, written as people write it."""
        self.takes_value(option, kinds.day(is_ahead=is_ahead), says, dest)

    def takes_period(self) -> None:
        """Let the command speak of a period."""
        self.takes_day("--from", _("the first day"), "first")
        self.takes_day("--until", _("the last day"))

    def takes_force(self) -> None:
        """Let the command replace a file."""
        self.takes_switch("--force", _("replace a file that is there already"))

    def takes_dry_run(self) -> None:
        """Let the command only look."""
        self.takes_switch("--dry-run", _("say what is found, and keep nothing"))

    def takes_flare(self) -> None:
        """Let a day be called a flare-up."""
        self.takes_yes_or_no("flare", "--flare", _("you would call it a flare-up"))


def _names(option: str) -> tuple[str, ...]:
    return (option, SHORT[option]) if option in SHORT else (option,)


def _languages() -> tuple[Offer, ...]:
    return Offer("nb", "norsk bokmål"), Offer("en", "English")
