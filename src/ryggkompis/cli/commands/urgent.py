"""``urgent``: when to get help now, and whom to call."""

from ryggkompis.cli.card import call_lines
from ryggkompis.cli.output import paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.catalogue.catalogue import RedFlag
from ryggkompis.i18n.language import _, current
from ryggkompis.words.helplines import ACTIONS, helplines_in_words


def urgent_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.takes_json()
    return _urgent


def _urgent(here: Surroundings) -> int:
    flags, language = here.companion.flags, current()
    if here.is_json:
        print_json({"advice": flags.advice.in_(language), "flags": [_flag(flag) for flag in flags.flags]})
        return DONE
    lines = [_("When do I need help now?"), "", flags.advice.in_(language)]
    for action, heading in ACTIONS.items():
        fitting = [flag for flag in flags.flags if flag.action == action]
        lines += ["", f"{_(heading)}:"] if fitting else []
        for flag in fitting:
            lines += call_lines(flag)
    lines += ["", *helplines_in_words()]
    paragraphs(lines, plain=here.is_plain)
    return DONE


def _flag(flag: RedFlag) -> dict[str, object]:
    language = current()
    return {
        "id": flag.id,
        "question": flag.question.in_(language),
        "action": flag.action,
        "lock": flag.lock,
        "why": flag.why.in_(language),
        "call": flag.call.in_(language),
        "say": flag.say.in_(language),
    }
