"""The program from the command line, with the one place where every expected fault ends."""

import os
import sys
from collections.abc import Sequence
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.errors import MistypedCommand, OddScore, OutputLost, UnknownCommand
from ryggkompis.cli.hints import fault_in_words
from ryggkompis.cli.options.typed import COMPLETE, asked_for, split
from ryggkompis.cli.output import as_is, can_answer, facts, finish, is_dumb, let_go, prepare, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.registry import COMMANDS, called, names, whole_program
from ryggkompis.cli.unfinished import tell_unfinished
from ryggkompis.cli.wiring import Run, Surroundings, SystemClock
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.language import detect, parse, use
from ryggkompis.services.clock import Clock, Today
from ryggkompis.store.inventory.looking import sweep, unfinished
from ryggkompis.store.permissions import close_folders
from ryggkompis.store.places import Places
from ryggkompis.store.settings import Settings, read_settings
from ryggkompis.words.saved import interrupted

SAY_IT_THEMSELVES: Final = frozenset({"completion", "demo", "doctor", "lock", "unlock", "where"})
"""Commands that finish a lock or speak of it, and those that are not about the journal."""


def main(arguments: Sequence[str], clock: Clock | None = None) -> int:
    """Do what ``arguments`` ask for and give the exit status."""
    prepare()
    use(detect(os.environ))
    try:
        return finish(_run(arguments, clock or SystemClock()))
    except ExpectedError as error:
        if isinstance(error, OutputLost):
            let_go(sys.stdout)
        told(fault_in_words(error))
        return error.status
    except KeyboardInterrupt:
        told("")
        told(interrupted())
        return status.INTERRUPTED
    # `| head` has what it wanted; that is no fault of anybody.
    except BrokenPipeError:
        let_go(sys.stdout)
        return status.DONE


def _run(arguments: Sequence[str], clock: Clock) -> int:
    if arguments and arguments[0].startswith(COMPLETE):
        # A shell asks what can stand next.
        from ryggkompis.cli.offering import answer

        return answer(arguments)
    asked = asked_for(arguments, "--lang", "-L")
    if asked is not None:
        use(parse(asked))
    places = _places(arguments)
    # Before anything is read: what others on the machine could open is closed first.
    close_folders(places)
    sweep(places)
    # Before the arguments are parsed: their faults and the help are worded, too.
    settings = _spoken(places, is_asked=asked is not None)
    name, rest = split(arguments)
    if name is None:
        return _without_command(rest, places, settings, clock)
    command = called(name)
    if command is None:
        raise _unknown(name)
    parser, run = command.load()
    parser.today = Today(clock, settings.starts).real
    said = parser.parse_args(rest)
    if said.help:
        return _help(parser)
    here = Surroundings(said, places, settings, clock, COMMANDS)
    if command.name not in SAY_IT_THEMSELVES:
        tell_unfinished(unfinished(places))
    return _and_fold(run, here)


def _help(parser: Parser) -> int:
    from ryggkompis.cli.helping import help_of

    for line in help_of(parser):
        as_is(line)
    return status.DONE


def _places(arguments: Sequence[str]) -> Places:
    try:
        return Places.find(asked_for(arguments, "--data-dir"), os.environ)
    except ExpectedError:
        if split(arguments)[0] == "urgent":
            from ryggkompis.cli.commands.urgent import say_whom_to_call
            from ryggkompis.content.loading import load_red_flags

            # It is about nobody's diary, and cannot wait for a folder.
            say_whom_to_call(load_red_flags())
        raise


def _and_fold(run: Run, here: Surroundings) -> int:
    done = run(here)
    here.fold()
    return done


def _without_command(rest: list[str], places: Places, settings: Settings, clock: Clock) -> int:
    """Open the window; print today's plan where there is no terminal for it."""
    parser = whole_program()
    parser.today = Today(clock, settings.starts).real
    said = parser.parse_args(rest)
    if said.help:
        return _help(parser)
    here = Surroundings(said, places, settings, clock, COMMANDS)
    if said.version:
        from ryggkompis import __version__

        facts(f"Ryggkompis {__version__}")
        return status.DONE
    # A script, a pipe or cron gets the plan: a window would wait there for ever.
    if said.json or not can_answer():
        from ryggkompis.cli.commands.plan import print_plan

        tell_unfinished(unfinished(places))
        return _and_fold(print_plan, here)
    if here.is_plain or is_dumb():
        from ryggkompis.cli.lines.menu import open_lines

        tell_unfinished(unfinished(places))
        return open_lines(here)
    from ryggkompis.cli.window import open_window

    return open_window(here)


def _spoken(places: Places, *, is_asked: bool) -> Settings:
    """Read the settings, and speak their language where no other was asked for."""
    settings, problem = read_settings(places)
    if settings.language and not is_asked:
        use(settings.language)
    if problem is not None:
        from ryggkompis.words.problems import problem_in_words

        told(problem_in_words(problem))
    return settings


def _unknown(name: str) -> ExpectedError:
    from ryggkompis.cli.options.near import nearest, score_meant

    score = score_meant(name)
    if score is not None:
        return OddScore(name=name, n=score)
    near = nearest(name, names())
    return MistypedCommand(name=name, near=near) if near else UnknownCommand(name=name)
