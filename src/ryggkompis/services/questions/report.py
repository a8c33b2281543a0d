"""What is asked before a report leaves: what goes along, where to, and whether a file may be replaced."""

from collections.abc import Mapping

from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Some, Text, yes_or_no


def leaving_out(parts: Mapping[str, str]) -> tuple[Question, ...]:
    """Ask which of the ``parts``, each with its name, stay at home."""
    return (
        Question(
            key="without",
            words=_("What shall stay at home?"),
            hint=_("The safety answers always come along. The crisis question never does."),
            answer=Some(tuple(Choice(part, name) for part, name in parts.items())),
        ),
    )


def along(private: Mapping[str, str]) -> tuple[Question, ...]:
    """Ask about each part that holds one's own words, by its name."""
    answer = OneOf(yes_or_no(_("yes, take it along"), _("no, it stays at home")), can_skip=False)
    return tuple(
        Question(key=part, words=_("Shall {part} be in it?").format(part=name), answer=answer)
        for part, name in private.items()
    )


def where() -> tuple[Question, ...]:
    """Ask for the file's name."""
    return (
        Question(
            key="file",
            words=_("Where shall it be written?"),
            hint=_("Enter takes the name as it stands."),
            answer=Text(is_needed=True),
        ),
    )


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


def reading() -> tuple[Question, ...]:
    """Ask which file is to be read."""
    return (Question(key="file", words=_("Which file?"), answer=Text()),)
