"""What is asked before a report leaves: what goes along, where to, and whether a file may be replaced."""

from collections.abc import Sequence

from ryggkompis.i18n.language import _
from ryggkompis.report.choices import part_name
from ryggkompis.report.omit import PARTS
from ryggkompis.services.asks import Text
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Some, Typed, yes_or_no


def leaving_out() -> tuple[Question, ...]:
    """Ask for the parts that stay at home."""
    return (
        Question(
            key="without",
            words=_("What shall stay at home?"),
            hint=_("The safety answers always come along. The crisis question never does."),
            answer=Some(tuple(Choice(part, part_name(part)) for part in PARTS)),
        ),
    )


def saving(private: Sequence[str]) -> tuple[Question, ...]:
    """Ask about each part that holds one's own words, and for the file's name."""
    answer = OneOf(yes_or_no(_("yes, take it along"), _("no, it stays at home")), can_skip=False)
    along = (
        Question(key=part, words=_("Shall {part} be in it?").format(part=part_name(part)), answer=answer)
        for part in private
    )
    file = Question(
        key="file",
        words=_("Where shall it be written?"),
        hint=_("Enter takes the name as it stands."),
        answer=Typed(Text(field="file", label=_("File"), is_needed=True)),
    )
    return (*along, file)


def replacing() -> tuple[Question, ...]:
    """Ask whether a file that is there may be replaced."""
    choices = yes_or_no(_("yes, replace it"), _("no, leave it"), no_first=True)
    words = _("There is a file of that name already. Shall it be replaced?")
    return (Question(key="replace", words=words, answer=OneOf(choices, can_skip=False)),)


def letters() -> tuple[Question, ...]:
    """Ask how large the letters shall be."""
    choices = yes_or_no(_("large, to be read from the floor"), _("as in a book"), no_first=True)
    words = _("How large shall the letters be?")
    return (Question(key="large", words=words, answer=OneOf(choices, can_skip=False)),)
