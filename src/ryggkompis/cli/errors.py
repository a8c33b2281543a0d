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


class NowhereToShow(ExpectedError):
    """The recovery key has to go somewhere before anything is locked."""

    says = N_(
        "There is no terminal to show the recovery key on. Say where to write it, with --recovery FILE. "
        "Nothing has been locked."
    )


class KeyNotWrittenDown(ExpectedError):
    """The recovery key was shown, and is not on paper."""

    says = N_("Nothing has been locked. Find pen and paper, and begin again: ryggkompis lock")


class NoRecoveryKey(ExpectedError):
    """Something else than a recovery key where one is asked for."""

    says = N_("A recovery key begins with AGE-SECRET-KEY-1. This was something else.")


class NowhereToType(ExpectedError):
    """There is nobody who could type the recovery key."""

    says = N_(
        "There is no terminal to type the recovery key on. Name a file that has it, with --recovery FILE."
    )


class NothingIsLocked(ExpectedError):
    """A recovery key is to be tried on a journal that is open."""

    says = N_("The diary is not locked, so there is no recovery key to try.")


class DoesNotOpen(ExpectedError):
    """The recovery key is one, but of something else."""

    says = N_(
        "This recovery key does not open the diary. Keep it, and look for the right one. If there is none, "
        "“ryggkompis unlock” and then “ryggkompis lock” give you a new one while you know the passphrase."
    )


class TooShort(ExpectedError):
    """A passphrase that is soon guessed."""

    says = N_(
        "The passphrase needs at least {least} characters; four words that do not belong together are good. "
        "Nothing has been changed."
    )


class NotTheSame(ExpectedError):
    """Two passphrases that should be one."""

    says = N_("The two are not the same. Nothing has been changed.")


class UnreadablePassphrase(ExpectedError):
    """The file that a script keeps the passphrase in."""

    says = N_("The file with the passphrase, {file}, cannot be read ({reason}).")


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


class NeedsExclusions(ExpectedError):
    """What must be known before there can be a plan is not said."""

    says = N_(
        "Say also whether any of this fits you, because the plan must then come from somebody who knows you: "
        "{choices}. Write --exclusions none, or the words with commas between."
    )


class NeedsSafetyList(ExpectedError):
    """A new episode without the whole safety list."""

    says = N_(
        "A new episode begins with the whole safety list. "
        "Answer it first, with “ryggkompis {command} --flags none”, "
        "or with the ids of what fits instead of none. Nothing has begun."
    )


class TooManyQuestions(ExpectedError):
    """More questions for a visit than there is time for."""

    says = N_("There is room for at most {most} questions. Which ones matter most?")


class EntryOrEverything(ExpectedError):
    """It is not said what is to be erased, or both."""

    says = N_("Say what to erase: the id of an entry from “ryggkompis log”, or --everything.")


class FileOrDay(ExpectedError):
    """Two places to restore from."""

    says = N_("Give a backup file, or a day with --at, not both.")


class NothingAgreed(ExpectedError):
    """No words where what was agreed is told."""

    says = N_("--agreed needs a few words on what was agreed.")


class WalkIsItsOwn(ExpectedError):
    """A walk told as an exercise."""

    says = N_("A walk has its own command. Write “ryggkompis walk 10” for ten minutes.")


class OnlyForExercises(ExpectedError):
    """An option for exercises, used with a comfort measure."""

    says = N_("{option} is for exercises, and {id} is for rest. Leave it out.")


class OnlyForComfort(ExpectedError):
    """An option for comfort measures, used with an exercise."""

    says = N_("{option} is for rest, and {id} is an exercise. Leave it out.")


class NoMoreAnswers(ExpectedError):
    """The answers ended before the questions did."""

    says = N_("The answers ended before the questions did. Nothing was saved.")


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


class NeedsFormat(ExpectedError):
    """A report to standard output without a format."""

    says = N_("To print the report, say in which format: --format with one of {known}.")


class NotACalendar(ExpectedError):
    """The name does not say that it is a calendar."""

    says = N_(
        "{file} does not end in .ics, so no calendar would open it. Call it reminders.ics, for example."
    )


class NotATime(ExpectedError):
    """A time of day that no clock shows."""

    says = N_("{text} is no time of day. Write it as 08:00.")


class OddNumber(ExpectedError):
    """An answer to the safety list that is not understood."""

    says = N_("“{text}” is not understood. Write 0 for none, or numbers such as 3,7 or 7?.")
