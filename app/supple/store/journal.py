"""Two computers, one history: journals in a folder that another program keeps in step.

Each computer appends to a file of its own there and reads those of all others, its own among
them: after a history was put back from a copy, that brings what the copy did not have. Nothing
in the folder is ever removed; a deleted session travels as a row that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from supple import __version__
from supple.core.problem import UserError
from supple.store.database import Database
from supple.store.history import History, local_now, random_id
from supple.store.journal_folder import find_journals
from supple.store.journal_memory import Memory
from supple.store.journal_reading import Reading
from supple.store.journal_writing import Writing
from supple.store.lock import Life, Runs
from supple.store.paths import Paths

NOTE = "journal"
"""The name under which the history keeps how far everything was read."""
_RUN = "exchange"
_NAMED = 2
"""Unreadable files told by name."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What one exchange did."""

    sent: int = 0
    """Rows written into the folder."""
    taken: int = 0
    """Rows of this computer's history that changed."""
    skipped_lines: int = 0
    """Lines passed over because they are damaged or for a newer program."""
    problems: tuple[str, ...] = ()
    """In sentences for the person; what is named there is tried again the next time."""


class Journal:
    """The way between one history and the shared ``folder``. Use it from the history's thread."""

    def __init__(
        self,
        folder: Path,
        history: History,
        *,
        new_id: Callable[[], str] = random_id,
        now: Callable[[], datetime] = local_now,
        program: str = __version__,
    ) -> None:
        self._folder = folder
        self._history = history
        self._new_id = new_id
        self._now = now
        self._program = program

    def exchange(self) -> Exchanged:
        """Take in what is new in the folder, then write what changed here. Never raises.

        May take seconds the first time; the history is locked for moments only.
        """
        try:
            found = find_journals(self._folder)
        except OSError as error:
            return Exchanged(problems=(_no_folder(self._folder, error),))
        try:
            known = Memory.of(self._history.note(NOTE) or "")
            memory = known or self._first_memory()
        except UserError as error:
            return Exchanged(problems=(str(error),))

        def keep() -> None:
            self._history.keep_note(NOTE, memory.text)

        reading = Reading(self._folder, self._history, memory, self._program, keep)
        writing = Writing(self._folder, self._history, memory, keep, self._new_id)
        problems: list[str] = []
        try:
            writing.make_sure_of_ours(found)
            reading.take_in(found)
            writing.give_up_altered(reading.altered)
            lost = known is None or bool(reading.altered)
            writing.send(self._now(), look_first=lost)
        except OSError as error:
            problems.append(_not_written(self._folder, error))
        except UserError as error:
            problems.append(str(error))
        problems += _unreadable(reading.unreadable) + _newer(memory)
        return Exchanged(writing.sent, reading.taken, reading.skipped, tuple(problems))

    def _first_memory(self) -> Memory:
        # What stands in this folder is not known: everything that is not there will be.
        self._history.send_all()
        return Memory(writer=self._history.device)


def exchange(paths: Paths, folder: Path) -> Exchanged:
    """One exchange of the history of ``paths``, over a connection of its own. Never raises.

    For a thread beside the window's, or a process beside the program.
    """
    runs = Runs(paths.runs_dir)
    if not runs.take(_RUN) and runs.life(_RUN) is Life.ALIVE:
        return Exchanged(problems=("Supple is exchanging with the shared folder already.",))
    try:
        with Database.join(paths.history_db) as database:
            return Journal(folder, History(database)).exchange()
    except UserError as error:
        return Exchanged(problems=(str(error),))
    finally:
        runs.release()


def _no_folder(folder: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return (
            f"The shared folder {folder} is not there. Connect the disk it is on, or choose "
            "another folder in the settings; your history is safe on this computer."
        )
    if isinstance(error, NotADirectoryError):
        return f"{folder} is not a folder. Choose a folder in the settings to share the history."
    return (
        f"The shared folder {folder} cannot be read: {error.strerror or error}. "
        "It is tried again the next time."
    )


def _not_written(folder: Path, error: OSError) -> str:
    return (
        f"Nothing more can be written to the shared folder {folder}: {error.strerror or error}. "
        "What is new here waits and is written the next time."
    )


def _unreadable(files: Sequence[tuple[str, OSError]]) -> list[str]:
    told = [
        f"{name} in the shared folder cannot be read now: {error.strerror or error}. "
        "It is tried again the next time."
        for name, error in files[:_NAMED]
    ]
    more = len(files) - len(told)
    files_left = "1 more file" if more == 1 else f"{more} more files"
    return [*told, f"{files_left} there cannot be read now."] if more else told


def _newer(memory: Memory) -> list[str]:
    if not any(mark.newer for mark in memory.marks.values()):
        return []
    sentence = (
        "Another computer uses a newer Supple, and some of what it wrote cannot be understood "
        "here. Install the newest Supple on this computer as well; nothing is lost until then."
    )
    return [sentence]
