"""What a shell may offer for the word that is being typed: commands, options, and what can stand after them.

The scripts that ``ryggkompis completion`` prints all ask ``ryggkompis --complete=WORD WORDS…``, where WORD is
what is typed so far and WORDS stand before it. The answer is one offer a line, a tab before what it means;
a first line ``:file`` or ``:folder`` says that a name of one belongs there.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from ryggkompis.cli.options.declared import Kind, Offer, Option
from ryggkompis.cli.options.reading import END, is_option
from ryggkompis.cli.options.typed import COMPLETE, HELP, VERSION, asked_for, split
from ryggkompis.cli.output import raw
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.registry import ABOUT, COMMANDS, NORWEGIAN, called, spoken, whole_program
from ryggkompis.cli.status import DONE
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _, parse, use
from ryggkompis.store.places import Places
from ryggkompis.store.settings import read_settings

_LONGEST: Final = 70
"""Characters of what an offer means; a question of the safety list is longer than a line."""
_SPLIT: Final = "="
"""Bash takes it for a word."""


class Offered(NamedTuple):
    """What can stand next."""

    path: str
    """“file” or “folder” where a name of one belongs there."""
    offers: Sequence[Offer]


class _Typed(NamedTuple):
    """What was typed before, by its meaning."""

    used: frozenset[str]
    """Under which names something is known already that can be said only once."""
    words: int
    waiting: Option | None
    """The option whose value is being typed."""
    only_words: bool


def answer(arguments: Sequence[str]) -> int:
    """Print what can stand next; whatever is wrong, nothing is offered and nothing is said."""
    with suppress(ExpectedError):
        _speak(arguments[1:])
    with suppress(ExpectedError):
        found = offered(arguments[0].removeprefix(COMPLETE), arguments[1:])
        lines = [f":{found.path}"] if found.path else []
        lines += ["\t".join((one.value, _short(one.says))) for one in found.offers]
        # A shell reads UTF-8, whatever Python would write here.
        raw("".join(f"{line}\n" for line in lines).encode(errors="replace"))
    return DONE


def offered(current: str, before: Sequence[str]) -> Offered:
    """Give what can stand where ``current`` has been begun, after the words ``before``."""
    before = [word for word in before if word != _SPLIT]
    current = "" if current == _SPLIT else current.lstrip("'\"")
    name, rest = split(before)
    command = called(name) if name is not None else None
    if name is not None and command is None:
        return Offered("", ())
    parser = whole_program() if command is None else command.load()[0]
    typed = _understood(parser, rest)
    if typed.waiting is not None:
        return _values(typed.waiting, current)
    option, sign, begun = current.partition(_SPLIT)
    if sign and (found := _called(parser, option)) is not None:
        return _values(found, begun, f"{option}{_SPLIT}")
    if current.startswith("-") and not typed.only_words:
        return Offered("", [*_beginning(current, _options(parser, typed))])
    return Offered("", [*_commands(current)]) if command is None else _word(parser, typed, current)


def _word(parser: Parser, typed: _Typed, current: str) -> Offered:
    """Offer what can stand at the next place; where there is nothing to choose from, the options."""
    places = [one for one in parser.options if one.is_word]
    here = next((one for n, one in enumerate(places) if n == typed.words or one.is_many), None)
    found = _values(here, current) if here else Offered("", ())
    is_open = not (found.path or found.offers or current or typed.only_words)
    return Offered("", [*_options(parser, typed)]) if is_open else found


def _speak(words: Sequence[str]) -> None:
    asked = asked_for(words, "--lang", "-L")
    language = read_settings(Places.find(asked_for(words, "--data-dir"), os.environ))[0].language
    if asked or language:
        use(parse(asked) if asked else parse(str(language)))


def _understood(parser: Parser, rest: Sequence[str]) -> _Typed:
    used, words, waiting, only_words = set[str](), 0, None, False
    for word in rest:
        if waiting is not None:
            waiting = None
        elif word == END:
            only_words = True
        elif only_words or not is_option(word):
            words += 1
        elif (option := _called(parser, word.partition(_SPLIT)[0])) is not None:
            waiting = option if option.kind and _SPLIT not in word else None
            used |= set() if option.is_many else {option.dest}
    return _Typed(frozenset(used), words, waiting, only_words)


def _called(parser: Parser, name: str) -> Option | None:
    return next((one for one in parser.options if name in one.names and not one.is_word), None)


def _options(parser: Parser, typed: _Typed) -> Iterator[Offer]:
    left = [one for one in parser.options if not one.is_word and one.dest not in typed.used]
    # Its own first; what every command takes is seldom wanted.
    for one in sorted(left, key=lambda one: one.is_general):
        yield from (Offer(name, one.says) for name in one.names if name.startswith(END))


def _commands(current: str) -> Iterator[Offer]:
    """Offer the commands as they are called in the language that is spoken; what is begun, in either."""
    does = {**{name: command.does for name, command in COMMANDS.items()}, **ABOUT}
    every = [Offer(spoken(name)[-1], _(says)) for name, says in does.items()]
    if current:
        every = [Offer(name, _(says)) for name, says in does.items()]
        every += [Offer(also, _(COMMANDS[name].does)) for name, all_ in NORWEGIAN.items() for also in all_]
        words = {**HELP, **VERSION}
        every += [Offer(name, "") for name in words if name not in ABOUT]
    return _beginning(current, every)


def _values(option: Option, current: str, prefix: str = "") -> Offered:
    kind = option.kind
    if kind is None:
        return Offered("", ())
    if kind.is_list:
        before, comma, current = current.rpartition(",")
        prefix += before + comma
    taken = prefix.split(",")
    every = [one for one in _every(kind) if one.value not in taken]
    found = [*_beginning(current, every)] or [one for one in every if _has_word(one, current)]
    return Offered(kind.path, [Offer(prefix + one.value, one.says) for one in found])


def _every(kind: Kind) -> Iterable[Offer]:
    return kind.offers() if kind.offers else ()


def _beginning(current: str, every: Iterable[Offer]) -> Iterator[Offer]:
    begun = current.casefold()
    return (one for one in every if one.value.casefold().startswith(begun))


def _has_word(one: Offer, begun: str) -> bool:
    return any(word.startswith(begun.casefold()) for word in one.says.casefold().split())


def _short(says: str) -> str:
    line = shown_name(says)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
