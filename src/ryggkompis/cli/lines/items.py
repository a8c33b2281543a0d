"""What can be done in plain lines, in groups: each is a command of the shell, or asks as the window does."""

from typing import Final

from ryggkompis.cli.lines import doing_less, medicine, reading, telling, undo
from ryggkompis.cli.lines import hints as named
from ryggkompis.cli.lines.day import ask_enough, ask_why_less
from ryggkompis.cli.lines.entries import change_entry, change_limits
from ryggkompis.cli.lines.episode import tell_episode
from ryggkompis.cli.lines.first_run import ask_first_questions
from ryggkompis.cli.lines.hurting import it_hurts
from ryggkompis.cli.lines.keeping import diary, files
from ryggkompis.cli.lines.operation import tell_of_operation
from ryggkompis.cli.lines.running import Do, asked, command
from ryggkompis.cli.lines.session import go_through_exercises
from ryggkompis.cli.lines.settings import ask_settings
from ryggkompis.cli.lines.visit import tell_visit
from ryggkompis.domain.base.errors import N_
from ryggkompis.words.adjusting import ENOUGH
from ryggkompis.words.limits import LIMITS
from ryggkompis.words.today.tour import TOUR

Items = tuple[tuple[str, Do], ...]
URGENT: Final = command("urgent")
GROUPS: Final[tuple[tuple[str, Items], ...]] = (
    (
        N_("Today"),
        (
            (N_("Today's plan, and why"), command("plan")),
            (named.CHECK_IN, command("checkin")),
            (N_("Exercises, one at a time"), go_through_exercises),
            (named.WALK, telling.tell_walk),
            (N_("An exercise you have done"), telling.tell_exercise),
            (N_("A position for rest, or heat"), telling.tell_relief),
            (named.MOVED, command("moved")),
            (named.NAMES["hurts"], it_hurts),
            (N_("How the whole day was"), command("evening")),
            (named.NAMES["urgent"], URGENT),
        ),
    ),
    (
        N_("The plan"),
        (
            (N_("Less today: it is a bad day"), command("less", "--bad-day")),
            (N_("Leave an exercise out today"), asked("less", doing_less.about_skipping)),
            (N_("An exercise one level easier today"), asked("less", doing_less.about_easier)),
            (named.WHY_LESS, ask_why_less),
            (named.SMALLER, command("less", "--smaller")),
            (ENOUGH, ask_enough),
            (N_("All that lies behind the plan"), command("plan", "--why")),
            (LIMITS, change_limits),
            (named.EPISODE, tell_episode),
        ),
    ),
    (
        N_("Write down"),
        (
            (named.DRAWING, command("drawing")),
            (N_("Write a note"), telling.tell_note),
            (N_("Write down a medicine"), medicine.tell_medicine),
            (N_("The latest medicine again"), medicine.tell_again),
            (N_("Mark something that happened"), telling.tell_event),
            (named.REVIEW, command("weekly")),
            (N_("Change an entry"), change_entry),
            (named.UNDO, undo.undo_latest),
            (N_("Bring back what was taken back"), undo.redo_latest),
        ),
    ),
    (
        N_("Look and read"),
        (
            (N_("How the day stands, in one line"), command("status")),
            (N_("How long you have sat"), command("sit")),
            (named.PROGRESS, command("progress")),
            (N_("What you have noted"), command("log")),
            (N_("Exercises and how they are done"), reading.read_exercise),
            (named.NAMES["read"], reading.read_card),
        ),
    ),
    (
        N_("With your therapist"),
        (
            (named.VISIT, tell_visit),
            (named.NAMES["programme"], command("programme")),
            (named.AS_FILE, asked("programme", files.about_programme)),
            (N_("Write a report"), asked("report", files.about_report)),
            (N_("Write the plan for the wall"), asked("sheet", files.about_sheet)),
            (named.CLEAR, asked("clear", telling.who_saw)),
            (named.OPERATION, tell_of_operation),
        ),
    ),
    (
        N_("You and the program"),
        (
            (TOUR, reading.tell_tour),
            (named.FIRST, ask_first_questions),
            (N_("Settings"), ask_settings),
            (N_("Reminders for the phone's calendar"), asked("reminders", diary.about_reminders)),
        ),
    ),
    (
        N_("The diary"),
        (
            (N_("Take in another program's file"), files.bring_in),
            (N_("What came from other programs' files"), asked("import", files.about_imports)),
            (named.BACKUP, asked("backup", diary.about_backup)),
            (named.RESTORE, asked("restore", diary.about_restore)),
            (named.LOOK, diary.look_over),
            (named.LOCK, command("lock")),
            (named.UNLOCK, command("unlock")),
            (N_("Where your data is"), command("where")),
            (N_("Erase for good"), asked("erase", diary.about_erasing)),
        ),
    ),
)
"""What can be done, in groups."""
ITEMS: Final = tuple(item for _title, items in GROUPS for item in items)
"""The same in one list, as it is numbered."""
