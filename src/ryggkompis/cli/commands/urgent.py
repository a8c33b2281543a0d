"""``urgent``: when to get help now, and whom to call."""

from ryggkompis.cli.output import paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.catalogue.catalogue import URGENCY, RedFlag, RedFlags
from ryggkompis.i18n.language import _, current
from ryggkompis.words.urgent import HELP_NOW, call_in_full, urgent


def urgent_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("urgent", _("when to get help now, and whom to call"))
    parser.takes_json()
    return _urgent


def _urgent(here: Surroundings) -> int:
    flags, language = here.companion.flags, current()
    if here.is_json:
        sorted_ = sorted(flags.flags, key=lambda flag: URGENCY.index(flag.action))
        advice = f"{flags.advice.in_(language)} {flags.worse.in_(language)}"
        print_json({"advice": advice, "flags": [_flag(flag) for flag in sorted_]})
        return DONE
    say_whom_to_call(flags)
    return DONE


def say_whom_to_call(flags: RedFlags) -> None:
    """Say when to get help now, and whom to call."""
    paragraphs([_(HELP_NOW), "", *plain(urgent(flags))])


def _flag(flag: RedFlag) -> dict[str, object]:
    language = current()
    return {
        "id": flag.id,
        "question": flag.question.in_(language),
        "action": flag.action,
        "lock": flag.lock,
        "why": flag.why.in_(language),
        "call": call_in_full(flag),
        "say": flag.say.in_(language),
    }
