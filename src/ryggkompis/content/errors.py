"""What can be wrong with a data file, each with a sentence of its own: file, line, field, what to do."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class ContentError(ExpectedError):
    """A data file does not say what it should; the values name ``file``, ``line`` and ``field``."""

    says = N_("{file}, line {line}: {field}: this does not fit here ({problem}).")


class UnreadableError(ContentError):
    """The file cannot be opened."""

    says = N_("{file} cannot be read: {problem}. Check the name and who may read it.")


class NoSuchFileError(ContentError):
    """There is no file of that name."""

    says = N_("There is no file {file}. Check the name and the folder.")


class NotAFileError(ContentError):
    """A folder, a device or a pipe."""

    says = N_("{file} is a folder or a device, not a file. Name the file itself.")


class TooLargeError(ContentError):
    """The file is far larger than any catalogue."""

    says = N_("{file} is larger than {limit} kB, too large for a data file. Check that it is the right file.")


class NotTextError(ContentError):
    """The file holds bytes or characters that are not text."""

    says = N_("{file}, line {line}: this is not text in UTF-8. Save the file as UTF-8.")


class NotYamlError(ContentError):
    """The file breaks the grammar of YAML."""

    says = N_(
        "{file}, line {line}: this is not YAML ({problem}). Check the indents; quote text that holds a colon."
    )


class IndirectError(ContentError):
    """An anchor, an alias or a tag of YAML stands where a value should."""

    says = N_("{file}, line {line}: {field}: write the value out; &, * and ! are not used in this file.")


class TooDeepError(ContentError):
    """Lists in lists in lists."""

    says = N_("{file}, line {line}: {field}: too many levels inside one another. Check the indents.")


class RepeatedKeyError(ContentError):
    """A key stands twice in the same place."""

    says = N_("{file}, line {line}: {field}: this key stands here already. Remove one of the two.")


class RepeatedIdError(ContentError):
    """Two items carry the same id."""

    says = N_("{file}, line {line}: {field}: the id {id} is taken already. Give each item an id of its own.")


class UnknownKeyError(ContentError):
    """A key that means nothing here."""

    says = N_("{file}, line {line}: {field}: this key is not known here. Check how it is spelt.")


class MissingKeyError(ContentError):
    """A key that must be there is not."""

    says = N_("{file}, line {line}: {field}: this is missing. Add it.")


class WantsTextError(ContentError):
    """Something else where text should be."""

    says = N_("{file}, line {line}: {field}: this must be text. Put quotes around it.")


class WantsNumberError(ContentError):
    """Something else where a whole number should be."""

    says = N_("{file}, line {line}: {field}: this must be a whole number, without quotes.")


class WantsDayError(ContentError):
    """Something else where a day is needed."""

    says = N_("{file}, line {line}: {field}: this must be a day, like 2026-12-31.")


class WantsTruthError(ContentError):
    """Something else where true or false should be."""

    says = N_("{file}, line {line}: {field}: this must be true or false, without quotes.")


class WantsKeysError(ContentError):
    """Something else where keys with values should be."""

    says = N_("{file}, line {line}: {field}: here go keys and values, one “key: value” on each line.")


class WantsListError(ContentError):
    """Something else where a list should be."""

    says = N_("{file}, line {line}: {field}: here goes a list, like [one, two].")


class NoChoiceError(ContentError):
    """A word that is not among those allowed."""

    says = N_("{file}, line {line}: {field}: this must be one of {choices}.")


class TooSmallError(ContentError):
    """A number below its range."""

    says = N_("{file}, line {line}: {field}: this must be {limit} or more.")


class TooBigError(ContentError):
    """A number above its range."""

    says = N_("{file}, line {line}: {field}: this must be {limit} or less.")


class EmptyError(ContentError):
    """A text without a word."""

    says = N_("{file}, line {line}: {field}: there is no text here. Write some.")


class TooLongError(ContentError):
    """A text longer than it may be."""

    says = N_("{file}, line {line}: {field}: this text is longer than {limit} characters. Shorten it.")


class TooFewError(ContentError):
    """A list shorter than it may be."""

    says = N_("{file}, line {line}: {field}: this list needs {limit} or more.")


class TooManyError(ContentError):
    """A list longer than it may be."""

    says = N_("{file}, line {line}: {field}: this list may hold {limit} at most. Leave out the rest.")


class NoAmountError(ContentError):
    """A level that does not say how much."""

    says = N_("{file}, line {line}: {field}: say how much, with reps, seconds or metres.")


class BackwardsError(ContentError):
    """A shortest time above the longest."""

    says = N_("{file}, line {line}: {field}: the first number may not be above the second.")


class OutsideError(ContentError):
    """A joint of a figure outside the picture."""

    says = N_("{file}, line {line}: {field}: this joint is off the picture, which is {width} by {height}.")


class UnderFloorError(ContentError):
    """A knee, a foot or a hand of a figure under the floor."""

    says = N_("{file}, line {line}: {field}: this is under the floor. The floor is at height 0.")


class StretchedError(ContentError):
    """A limb of a figure that is longer in one pose than in another."""

    says = N_(
        "{file}, line {line}: {field}: too far from {near} compared with the other poses. Move one of them."
    )


class NoFigureError(ContentError):
    """A level of ours that nobody could see."""

    says = N_("{file}, line {line}: {field}: there is no figure for this. Add one here or to the exercise.")


class OtherPositionError(ContentError):
    """A figure that shows another position than its level is said to be done in."""

    says = N_(
        "{file}, line {line}: {field}: figure and position ({position}) do not fit. Change one of them."
    )


class UnknownExerciseError(ContentError):
    """A programme names an exercise that is not in the catalogue."""

    says = N_("{file}, line {line}: {field}: {id} is no exercise. “ryggkompis exercises” lists them.")


class BarredAndRequiredError(ContentError):
    """A programme both bars an exercise and asks for it."""

    says = N_("{file}, line {line}: {field}: {id} is barred as well. Take it out of one of the two lists.")


class BarsEverythingError(ContentError):
    """A programme leaves no exercise."""

    says = N_("{file}, line {line}: {field}: this bars every exercise. Leave one, or add one of your own.")


class UnknownFlagError(ContentError):
    """The look at strength leads to a question that is not in the list."""

    says = N_("{file}, line {line}: {field}: {id} is no safety question. Use the id of one below.")
