"""``supple history check | backup | restore``: works without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from supple.core.data_view import bytes_in_words, moment
from supple.core.labels import plural
from supple.core.problem import UserError
from supple.shell.handing_over import be_alone
from supple.shell.options import FINE, MENDABLE, Options
from supple.shell.question import ALONE, agreed
from supple.store import backups, recovery, restoring
from supple.store.checkup import Checkup, State, check_file
from supple.store.history import local_now, random_id
from supple.store.opening import suspect
from supple.store.paths import Paths

NAMED = 5
"""So many sessions are named; the others are counted."""


def run(options: Options) -> int:
    """Carry out the action said. Raises UserError for what the person can mend."""
    paths = Paths.of(options.profile)
    match options.action:
        case "check":
            return _check(paths)
        case "backup":
            return _backup(paths, options.output)
        case _:
            return _restore(paths, options.backup, sure=options.yes)


def _check(paths: Paths) -> int:
    """Looks only; what is damaged is restored by the next start of the window."""
    fine = True
    if paths.ready_db.exists():
        print("The history was being restored when Supple was stopped. Open Supple to finish it.")
        fine = False
    if not paths.history_db.exists():
        print(f"There is no history yet in {paths.data}.")
    else:
        found = check_file(paths.history_db)
        print(_in_words(paths, found))
        fine &= found.good
        if found.state is State.DAMAGED:
            suspect(paths)
    for line in _backup_lines(paths):
        print(line)
    return FINE if fine else MENDABLE


def _in_words(paths: Paths, found: Checkup) -> str:
    path = paths.history_db
    match found.state:
        case State.SOUND:
            size = bytes_in_words(path.stat().st_size)
            return f"{path} is sound: {plural(found.sessions, 'session')}, {size}."
        case State.DAMAGED:
            return (
                f"{path} is damaged: {found.why}. It was left as it is. "
                "Open Supple, or run: supple history restore"
            )
        case _:
            return f"{path} cannot be read: {found.why}."


def _backup_lines(paths: Paths) -> Iterator[str]:
    known = backups.listing(paths.backups_dir)
    if not known:
        yield "No backups yet."
        return
    now = local_now()
    yield f"Backups in {paths.backups_dir}:"
    for backup in known:
        found = backups.check(backup)
        when = moment(backup.made_at.astimezone(now.tzinfo), now)
        what = plural(found.sessions, "session") if found.good else f"not good: {found.why}"
        yield f"  {backup.path.name}  {when}, {what}, {bytes_in_words(backup.size)}"


def _backup(paths: Paths, output: Path | None) -> int:
    if not paths.history_db.exists():
        raise UserError(f"There is no history yet in {paths.data}. Nothing was backed up.")
    if output is None:
        made = backups.make(paths.history_db, paths.backups_dir, local_now()).path
    else:
        backups.copy_sound(paths.history_db, output)
        made = output
    count = check_file(made, alone=True).sessions
    print(f"{plural(count, 'session')} backed up in {made}")
    return FINE


def _restore(paths: Paths, backup: Path | None, *, sure: bool) -> int:
    with _alone(paths):
        if backup is None and (paths.ready_db.exists() or recovery.is_damaged(paths)):
            return _recover(paths, sure=sure)
        if backup is None:
            newest = backups.newest_good(paths.backups_dir)
            if newest is None:
                raise UserError(f"There is no good backup in {paths.backups_dir}.")
            backup = newest.path
        for line in _change_lines(paths, backup):
            print(line)
        if not (sure or agreed("Restore this backup?", ALONE)):
            print("Nothing was changed.")
            return MENDABLE
        kept = restoring.restore(paths, backup, local_now())
        print("Restored." if kept is None else f"Restored. What was there before is in {kept}")
    return FINE


def _recover(paths: Paths, *, sure: bool) -> int:
    print(f"{paths.history_db} is damaged. The newest good backup is put in its place, and what")
    print("came after it is read out of the damaged file, which is kept.")
    if not (sure or agreed("Go on?", ALONE)):
        print("Nothing was changed.")
        return MENDABLE
    if paths.ready_db.exists():
        recovery.finish(paths)
        print("Restored.")
        return FINE
    now = local_now()
    done = recovery.recover(paths, random_id, now)
    print(done.headline(now), *done.sentences(now))
    if done.damaged_file is not None:
        print(f"It is {done.damaged_file}")
    return FINE


def _change_lines(paths: Paths, backup: Path) -> Iterator[str]:
    change = restoring.compare(paths, backup)
    yield f"Backup: {backup}, {plural(change.sessions, 'session')}."
    if not (change.going or change.coming or change.other):
        yield "It holds the same sessions as the history has now."
    yield from _named("not in it, and would go", change.going)
    yield from _named("would come back", change.coming)
    yield from _named("would be as they were then", change.other)


def _named(what: str, sessions: Sequence[restoring.Session]) -> Iterator[str]:
    if not sessions:
        return
    yield f"{plural(len(sessions), 'session')} {what}:"
    for session in sessions[:NAMED]:
        yield f"  {session.started_at:%Y-%m-%d %H:%M}  {session.name}"
    if len(sessions) > NAMED:
        yield f"  and {len(sessions) - NAMED} more"


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Nobody opens a window meanwhile. Raises UserError when one is open."""
    runs = be_alone(paths)
    if runs is None:
        raise UserError("Supple is open. Close its window first, then try again.")
    try:
        yield
    finally:
        runs.release()
