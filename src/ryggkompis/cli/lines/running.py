"""Runs the commands of the shell from the plain lines, with what they need asked first."""

from collections.abc import Callable, Sequence

from ryggkompis.cli.options.declared import Said
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.store.settings import read_settings

Do = Callable[[Surroundings], object]


def command(name: str, *arguments: str) -> Do:
    """Give what runs a command of the shell as it would be typed, in plain words."""

    def do(here: Surroundings) -> object:
        parser, run = here.commands[name].load()
        parser.today = here.today.real
        places = ["--data-dir", here.places.data] if here.said.data_dir else []
        said = parser.parse_args(["--plain", *places, *arguments])
        return run(beside(here, said))

    return do


def asked(name: str, questions: Callable[[Surroundings], Sequence[str]]) -> Do:
    """Give what asks first, and runs a command with what was answered; no answer does nothing."""

    def do(here: Surroundings) -> object:
        said = questions(here)
        return command(name, *said)(here) if said else None

    return do


def beside(here: Surroundings, said: Said) -> Surroundings:
    """Give the surroundings of now: with other words, and the same journal, which is unlocked only once."""
    other = Surroundings(said, here.places, read_settings(here.places)[0], here.clock, here.commands)
    other.__dict__["store"] = here.store
    other.companion.waiting = here.companion.waiting
    return other
