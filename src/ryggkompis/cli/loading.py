"""What each command takes: its module is imported when it is asked for, so a walk never pays for a report.

Each function lets a parser take the options of the command it is named after, and gives what runs.
"""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.wiring import Run


def plan(parser: Parser) -> Run:
    from ryggkompis.cli.commands.plan import plan_command

    return plan_command(parser)


def status(parser: Parser) -> Run:
    from ryggkompis.cli.commands.status import status_command

    return status_command(parser)


def checkin(parser: Parser) -> Run:
    from ryggkompis.cli.commands.checkin import checkin_command

    return checkin_command(parser)


def less(parser: Parser) -> Run:
    from ryggkompis.cli.commands.less import less_command

    return less_command(parser)


def evening(parser: Parser) -> Run:
    from ryggkompis.cli.commands.evening import evening_command

    return evening_command(parser)


def weekly(parser: Parser) -> Run:
    from ryggkompis.cli.commands.weekly import weekly_command

    return weekly_command(parser)


def walk(parser: Parser) -> Run:
    from ryggkompis.cli.commands.walk import walk_command

    return walk_command(parser)


def did(parser: Parser) -> Run:
    from ryggkompis.cli.commands.did import did_command

    return did_command(parser)


def moved(parser: Parser) -> Run:
    from ryggkompis.cli.commands.moved import moved_command

    return moved_command(parser)


def sit(parser: Parser) -> Run:
    from ryggkompis.cli.commands.sit import sit_command

    return sit_command(parser)


def drawing(parser: Parser) -> Run:
    from ryggkompis.cli.commands.drawing import drawing_command

    return drawing_command(parser)


def note(parser: Parser) -> Run:
    from ryggkompis.cli.commands.note import note_command

    return note_command(parser)


def medicine(parser: Parser) -> Run:
    from ryggkompis.cli.commands.medicine import medicine_command

    return medicine_command(parser)


def event(parser: Parser) -> Run:
    from ryggkompis.cli.commands.event import event_command

    return event_command(parser)


def visit(parser: Parser) -> Run:
    from ryggkompis.cli.commands.visit import visit_command

    return visit_command(parser)


def episode(parser: Parser) -> Run:
    from ryggkompis.cli.commands.episode import episode_command

    return episode_command(parser)


def clear(parser: Parser) -> Run:
    from ryggkompis.cli.commands.clear import clear_command

    return clear_command(parser)


def profile(parser: Parser) -> Run:
    from ryggkompis.cli.commands.profile import profile_command

    return profile_command(parser)


def undo(parser: Parser) -> Run:
    from ryggkompis.cli.commands.undo import undo_command

    return undo_command(parser)


def redo(parser: Parser) -> Run:
    from ryggkompis.cli.commands.undo import redo_command

    return redo_command(parser)


def log(parser: Parser) -> Run:
    from ryggkompis.cli.commands.log import log_command

    return log_command(parser)


def progress(parser: Parser) -> Run:
    from ryggkompis.cli.commands.progress import progress_command

    return progress_command(parser)


def exercises(parser: Parser) -> Run:
    from ryggkompis.cli.commands.exercises import exercises_command

    return exercises_command(parser)


def learn(parser: Parser) -> Run:
    from ryggkompis.cli.commands.learn import learn_command

    return learn_command(parser)


def urgent(parser: Parser) -> Run:
    from ryggkompis.cli.commands.urgent import urgent_command

    return urgent_command(parser)


def report(parser: Parser) -> Run:
    from ryggkompis.cli.commands.report import report_command

    return report_command(parser)


def sheet(parser: Parser) -> Run:
    from ryggkompis.cli.commands.sheet import sheet_command

    return sheet_command(parser)


def reminders(parser: Parser) -> Run:
    from ryggkompis.cli.commands.reminders import reminders_command

    return reminders_command(parser)


def programme(parser: Parser) -> Run:
    from ryggkompis.cli.commands.programme import programme_command

    return programme_command(parser)


def import_(parser: Parser) -> Run:
    from ryggkompis.cli.commands.import_ import import_command

    return import_command(parser)


def backup(parser: Parser) -> Run:
    from ryggkompis.cli.commands.backup import backup_command

    return backup_command(parser)


def restore(parser: Parser) -> Run:
    from ryggkompis.cli.commands.restore import restore_command

    return restore_command(parser)


def lock(parser: Parser) -> Run:
    from ryggkompis.cli.commands.lock import lock_command

    return lock_command(parser)


def unlock(parser: Parser) -> Run:
    from ryggkompis.cli.commands.unlock import unlock_command

    return unlock_command(parser)


def doctor(parser: Parser) -> Run:
    from ryggkompis.cli.commands.doctor import doctor_command

    return doctor_command(parser)


def erase(parser: Parser) -> Run:
    from ryggkompis.cli.commands.erase import erase_command

    return erase_command(parser)


def where(parser: Parser) -> Run:
    from ryggkompis.cli.commands.where import where_command

    return where_command(parser)


def completion(parser: Parser) -> Run:
    from ryggkompis.cli.commands.completion import completion_command

    return completion_command(parser)


def demo(parser: Parser) -> Run:
    from ryggkompis.cli.commands.demo import demo_command

    return demo_command(parser)
