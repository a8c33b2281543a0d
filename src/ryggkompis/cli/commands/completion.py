"""``completion``: what a shell needs to complete the commands and their options."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.cli.output import facts
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Command, Run, Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NotOneOf

Commands = Mapping[str, Command]
SHELLS: Final = ("bash", "zsh", "fish")


def completion_command(parser: Parser) -> Run:
    """Take the name of a shell."""
    parser.add_argument("shell", type=_a_shell, metavar="|".join(SHELLS), help=_("which shell it is for"))
    return _complete


def _a_shell(text: str) -> str:
    if text.casefold() not in SHELLS:
        raise NotOneOf(value=text, field=_("the shell"), choices=", ".join(SHELLS))
    return text.casefold()


def _complete(here: Surroundings) -> int:
    written = {"bash": _bash, "zsh": _zsh, "fish": _fish}[here.said.shell]
    for line in written(here.commands):
        facts(line)
    return DONE


def _options(commands: Commands) -> dict[str, dict[str, str]]:
    """Give every command with its options and what they say."""
    return {name: _taken(command.load()[0]) for name, command in commands.items()}


def _taken(parser: Parser) -> dict[str, str]:
    """Give the long options of a command."""
    actions = parser._actions  # noqa: SLF001 - argparse has no other way
    return {
        option: str(action.help or "")
        for action in actions
        for option in action.option_strings
        if option.startswith("--")
    }


def _bash(commands: Commands) -> Iterator[str]:
    options = _options(commands)
    yield f"_{PROGRAM}() {{"
    yield '  local current="${COMP_WORDS[COMP_CWORD]}" command="" word'
    yield '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield '    case "$word" in -*) ;; *) command="$word"; break ;; esac'
    yield "  done"
    yield '  case "$command" in'
    for name, taken in options.items():
        yield f'    {name}) COMPREPLY=($(compgen -W "{" ".join(taken)}" -- "$current")) ;;'
    yield f'    "") COMPREPLY=($(compgen -W "{" ".join(options)} --plain --version --help" -- "$current")) ;;'
    yield "  esac"
    yield "}"
    yield f"complete -o default -F _{PROGRAM} {PROGRAM}"


def _zsh(commands: Commands) -> Iterator[str]:
    yield "autoload -U +X bashcompinit && bashcompinit"
    yield from _bash(commands)


def _fish(commands: Commands) -> Iterator[str]:
    for name, taken in _options(commands).items():
        does = _quoted(_(commands[name].does))
        yield f"complete -c {PROGRAM} -n __fish_use_subcommand -a {name} -d {does}"
        for option, says in taken.items():
            seen = f"'__fish_seen_subcommand_from {name}'"
            yield f"complete -c {PROGRAM} -n {seen} -l {option.removeprefix('--')} -d {_quoted(says)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
