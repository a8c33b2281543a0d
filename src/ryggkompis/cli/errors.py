"""What a user of the command line can mend, and how."""

from typing import ClassVar

from ryggkompis.domain.base.errors import N_, ExpectedError


class Misused(ExpectedError):
    """Arguments that do not fit the command."""

    says = N_("{fault}. See “{program} --help”.")


class UnknownCommand(ExpectedError):
    """A command there is not, and nothing like it."""

    says = N_("“{name}” is no command. “ryggkompis --help” lists them.")


class MistypedCommand(ExpectedError):
    """A command there is not, but another is close to it."""

    says = N_("“{name}” is no command. Did you mean “{near}”? “ryggkompis --help” lists them all.")


class OddScore(ExpectedError):
    """A score that is no whole number."""

    says = N_(
        "“{name}” is no command. Pain is a whole number from 0 to 10: “ryggkompis {n}” for the leg, "
        "“ryggkompis {n} 2” for the leg and the back."
    )


class MistypedDay(ExpectedError):
    """Text that is no day."""

    says = N_("“{text}” is not a day. Write it as 2026-03-02, 2.3.2026, yesterday or -1.")


class EmptyName(ExpectedError):
    """Blank text where a file, a folder or an entry is to be named."""

    says = N_("An empty name names nothing. Check where it comes from, or leave it out.")


class EmptyFlags(ExpectedError):
    """No answer where safety answers are given."""

    says = N_("--flags needs an answer: none, or ids such as CES1,MOT1 or CES1=unsure.")


class OddFlag(ExpectedError):
    """A safety answer in a form that is not understood."""

    says = N_("“{text}” is not understood in --flags. Use none, or ids such as CES1,MOT1 or CES1=unsure.")


class TooManyGoals(ExpectedError):
    """More activities than a profile has."""

    says = N_("There are at most {most} activities. Give one number for each, with commas between.")


class NoMoreAnswers(ExpectedError):
    """The answers ended before the questions did."""

    says = N_("The answers ended too early. What was saved before stays saved; the rest was not kept.")


class NotConfirmed(ExpectedError):
    """A question before something serious was answered with no."""

    says = N_("You answered no, so nothing was changed.")


class NobodyAnswered(ExpectedError):
    """There was nobody to answer a question before something serious."""

    says = N_("Nobody answered, so nothing was changed. With --yes it is done without asking.")


class NoOutput(ExpectedError):
    """Standard output is closed."""

    says = N_("There is nowhere to print: standard output is closed. Open it, or send it to a file.")


class OutputLost(ExpectedError):
    """What was printed did not arrive."""

    says = N_("What was printed did not arrive: {reason}.")
    status: ClassVar[int] = 3


class AnswerNeeded(ExpectedError):
    """Nothing, where the question cannot be left out."""

    says = N_("This question needs an answer.")


class OddNumbers(ExpectedError):
    """Something else than numbers of a list."""

    says = N_("“{text}” is not understood. Write numbers from 1 to {high} with commas, or 0 for none.")


class OddAnswer(ExpectedError):
    """An answer to the safety list that is not understood."""

    says = N_("“{text}” is not understood. Write {low} to {high}, or {low}? when unsure of {low}.")
