"""The weekly look at strength, line by line: tried only where it is safe; what is not tried says nothing."""

from typing import Final

from ryggkompis.cli.lines.prompt import ask_one, ask_yes_or_no
from ryggkompis.cli.output import told
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.i18n.language import _, current

WEAKER: Final = "weaker"


def ask_strength(flags: RedFlags) -> dict[str, Answer]:
    """Let strength be tried, and give what was answered yes or unsure; an answer left blank is unsure."""
    strength, language = flags.strength, current()
    told(strength.intro.in_(language))
    if not ask_yes_or_no(strength.safe.in_(language)):
        return {}
    for number, step in enumerate(strength.steps, 1):
        told(f"  {number}. {step.in_(language)}")
    results = (
        ("same", _("yes, as before")),
        (WEAKER, _("no, weaker on one side")),
        ("not_tried", _("I did not try")),
    )
    if ask_one(strength.result.in_(language), results) != WEAKER:
        return {}
    return {id_: answer for id_ in strength.leads_to if (answer := _ask_flag(flags, id_)) != "no"}


def _ask_flag(flags: RedFlags, id_: str) -> Answer:
    flag = flags.flag(id_)
    question = flag.question.in_(current()) if flag else id_
    # The question asks about what one cannot do, so that a bare no would say too little.
    answers: tuple[tuple[Answer, str], ...] = (
        ("no", _("no, that does not fit")),
        ("yes", _("yes, that fits")),
        ("unsure", _("unsure")),
    )
    return ask_one(question, answers) or "unsure"
