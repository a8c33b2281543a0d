"""What a command line cannot mean, and what was perhaps meant."""

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.services.errors import NoSuchExercise, NotOneOf


class UnknownOption(ExpectedError):
    """An option there is not, and nothing like it."""

    says = N_("“{option}” is no option here. “{program} --help” lists them.")


class MistypedOption(ExpectedError):
    """An option there is not, but another is close to it."""

    says = N_("“{option}” is no option here. Did you mean “{near}”? “{program} --help” lists them all.")


class NeedsValue(ExpectedError):
    """An option without what belongs after it."""

    says = N_("“{option}” needs something after it: {shape}. See “{program} --help”.")


class TakesNoValue(ExpectedError):
    """A switch with a value."""

    says = N_("“{option}” takes nothing after it. See “{program} --help”.")


class SaidTwice(ExpectedError):
    """Two different words for one thing: neither is taken for the right one."""

    says = N_("“{option}” is there twice, and not the same: {first} and {second}. Give it once.")


class Lacking(ExpectedError):
    """Something that a command cannot do without."""

    says = N_("“{program}” needs {lacking} as well. See “{program} --help”.")


class TooMuch(ExpectedError):
    """More words than the command has a meaning for."""

    says = N_("“{words}” is more than “{program}” understands. See “{program} --help”.")


class DayAmongWords(ExpectedError):
    """A day without the option that it belongs to."""

    says = N_("“{day}” is a day. Write it as “--date {day}”.")


class OneOfThese(ExpectedError):
    """None of several things, of which one is needed, or two."""

    says = N_("Give one of these, and only one: {names}. See “{program} --help”.")


class LongName(ExpectedError):
    """A name that no disk takes."""

    says = N_("The name is too long. A file or folder has at most {most} characters in its name.")


class NearlyOneOf(NotOneOf):
    """A word that is close to one of those that fit."""

    says = N_("“{value}” does not fit {field}. Did you mean “{near}”? Use one of: {choices}.")


class NearlyExercise(NoSuchExercise):
    """Something close to the name of an exercise."""

    says = N_("“{id}” is no exercise. Did you mean {near}?")


class NoSuchNumber(NoSuchExercise):
    """The number of an exercise, beyond those there are."""

    says = N_("“{id}” is no exercise. They are {first} to {last}.")


class NoSuchCard(ExpectedError):
    """An id that no card to read has."""

    says = N_("There is no card {id}. There are: {known}.")


class NearlyCard(NoSuchCard):
    """Something close to the name of a card."""

    says = N_("There is no card {id}. Did you mean “{near}”? There are: {known}.")
