"""Why a file cannot be taken in, and what the user can do."""

from typing import Literal

from ryggkompis.domain.base.errors import N_, ExpectedError


class CannotRead(ExpectedError):
    """The system refuses to read it."""

    says = N_("{file} cannot be read ({reason}). Check that you are allowed to open it.")


class TooLarge(ExpectedError):
    """More than an import takes."""

    says = N_("{file} is larger than {limit} MB. Export a shorter period, and import the parts one by one.")


class TooMany(ExpectedError):
    """More entries or lines than an import takes."""

    says = N_("{file} has more than {limit} entries. Split it, and import the parts one by one.")


class EmptyFile(ExpectedError):
    """Nothing is in it."""

    says = N_("{file} is empty. Export it once more from the other program.")


class NotText(ExpectedError):
    """A picture, a spreadsheet or an archive."""

    says = N_("{file} is not a text file. Export the diary as CSV, or a Ryggkompis report as JSON.")


class BrokenJson(ExpectedError):
    """It looks like JSON and is none."""

    says = N_("{file} is damaged or cut short at line {line}. Nothing was taken in; export it once more.")


class BrokenCsv(ExpectedError):
    """It looks like CSV and is none."""

    says = N_("{file} is no proper CSV at line {line}. Nothing was taken in; export it once more.")


class WrittenByNewer(ExpectedError):
    """A format from the future."""

    says = N_("{file} was written by a newer Ryggkompis. Update this one, then import it.")


class UnknownFile(ExpectedError):
    """None of the formats that can be read."""

    says = N_(
        "{file} is no file that can be taken in. Use a Ryggkompis report (.json), a month of a diary, "
        "an export of Apple Health, Health Connect, Google Fit, Fitbit, Garmin, Samsung Health, Withings, "
        "Strava, Daylio, Bearable, Loop or harsh, or a table (CSV) with a day in each row."
    )


class NothingUsable(ExpectedError):
    """Not one line could be used."""

    says = N_(
        "No line of {file} has both a day that has been and a number from 0 to 10. Nothing was taken in."
    )


class OtherScale(ExpectedError):
    """Most numbers are no 0-10."""

    says = N_(
        "{file} seems to use another scale: {outside} of {total} numbers are not from 0 to 10. "
        "Nothing was taken in."
    )


class AboutATable(ExpectedError):
    """A question about a table; the names, a guess and how it begins are carried along for whoever asks."""

    def carried(self, what: Literal["there", "guessed", "offered", "begun"]) -> tuple[str, ...]:
        """Give the names, what they may be as ``--map`` takes it, what to choose from, or the first lines."""
        values = self.values.get(what)
        return tuple(map(str, values)) if isinstance(values, tuple) else ()


class MapMissing(AboutATable):
    """A table, and nobody said what is what."""

    says = N_("Say what is what in {file}. It has: {names}. For example: {example}")


class MapDay(AboutATable):
    """A table of which no column is known as the day."""

    says = N_("Say which column of {file} is the day. It has: {names}. For example: {example}")


class MapOfNames(ExpectedError):
    """A column of numbers, each of which another column names."""

    says = N_(
        "Each row of {file} says in “{name}” what its number is of, so say what each of them is: {names}."
    )


class MapTwice(ExpectedError):
    """A name that is said to be two things."""

    says = N_("“{name}” is said to be two things. Say it once.")


class OtherWords(ExpectedError):
    """Bearable's symptoms, asked for as pain of 0 to 10."""

    says = N_(
        "{file} counts symptoms from 1 (mild) to 4 (unbearable), and not from 0 to 10. "
        "Bring them in as notes: with “=note” they come with their words."
    )


class MapUnknownName(ExpectedError):
    """A name that the file does not have."""

    says = N_("“{name}” is not in {file}. It has: {names}.")


class MapUnknownTarget(ExpectedError):
    """Somewhere that numbers cannot go."""

    says = N_("“{target}” is nothing that can be filled in. Use one of: {targets}, or the id of an exercise.")


class MapUnreadable(ExpectedError):
    """Not of the form NAME=TARGET."""

    says = N_('“{text}” does not say what goes where. Write it like --map "Knee Pain=leg".')


class NothingCounted(ExpectedError):
    """An export of a device without anything that the journal keeps."""

    says = N_(
        "No steps and no walks were found in {file}. That is not the same as none taken; nothing was kept."
    )


class OtherActivitiesOnly(NothingCounted):
    """An export of a device that has activities, and no walk among them."""

    says = N_("No steps and no walks were found in {file}. {why} Nothing was kept.")


class NothingLeft(ExpectedError):
    """Everything that was found had to be left out."""

    says = N_("Nothing of {file} can be taken in. {why}")


class UnnamedCounts(ExpectedError):
    """Numbers with moments, in the shape that Fitbit gives to steps, distance and heart-rate alike."""

    says = N_(
        "{file} has numbers with a time, and does not say of what. If they are steps, give the file a name "
        "that begins with “steps-”, as Fitbit does, and import it again."
    )


class BrokenDatabase(ExpectedError):
    """A database that is damaged, or another program's."""

    says = N_(
        "{file} is a database that is damaged, or not one of Health Connect. "
        "In another program, export CSV instead."
    )


class TooSlow(ExpectedError):
    """An archive that takes longer than anybody waits."""

    says = N_(
        "{file} takes longer than {minutes} minutes to read. Unpack it, and import the file that you mean."
    )


class OnlyOthers(ExpectedError):
    """An archive of a program that is known, without steps and walks."""

    says = N_(
        "{file} has {files} files, and steps and walks are in none of them. "
        "Choose steps and activities too when you export."
    )


class BrokenXml(ExpectedError):
    """It looks like an export of Apple Health and is none."""

    says = N_("{file} is damaged or cut short at line {line}. Nothing was taken in; export it once more.")


class DeclaresEntity(ExpectedError):
    """XML that has abbreviations of its own: a bomb, or a way to other files."""

    says = N_(
        "{file} defines abbreviations of its own at line {line} (XML entities), which can hide other files, "
        "and which no export that is known has. Nothing was taken in."
    )


class BrokenArchive(ExpectedError):
    """It looks like a zip file and is none."""

    says = N_("{file} is damaged, or locked with a password. Nothing was taken in; export it once more.")


class NoMonthReadable(ExpectedError):
    """A backup of a locked diary, or of a newer version."""

    says = N_(
        "No month in {file} can be read as it is. A backup of a locked diary is brought back in a terminal, "
        "which asks for its passphrase."
    )


class NothingInside(ExpectedError):
    """An archive without a file that is known."""

    says = N_("Nothing in {file} can be taken in. It has: {names}. Choose CSV when you export.")


class ArchiveInside(ExpectedError):
    """An archive of which only another archive may be of use."""

    says = N_("{file} has another archive in it: {names}. Unpack it, and import the one inside.")


class UnclearDays(ExpectedError):
    """Days that can be read in two ways."""

    says = N_(
        "It is not clear whether {text} in {file} begins with the day or the month. "
        "Write the days as 2026-03-02, and import it again."
    )
