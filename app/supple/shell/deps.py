"""Everything the program is built from, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.play.clock import SystemClock
from supple.shell.keeping import kept_work
from supple.shell.shelf import check_id, open_library
from supple.store.history import local_now, random_id
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.settings import SettingsFile

if TYPE_CHECKING:
    # Names of types only: what loads them costs a start more than all else here.
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import Protocol

    from supple.core.library_files import Library
    from supple.core.settings import Settings
    from supple.core.timeline import Timeline
    from supple.desk.keep_awake import Inhibitor
    from supple.desk.screen_reader import Reading
    from supple.play.clock import Clock
    from supple.shell.coach import Coach
    from supple.shell.options import Options
    from supple.store.history import History
    from supple.store.kept import Kept
    from supple.store.opening import Opened
    from supple.store.recovered import Recovered
    from supple.voice.port import Voice
    from supple.voice.state import VoiceState

    class MakeVoice(Protocol):
        """See ``voice.speaker.make_speaker``."""

        def __call__(
            self,
            cache: str,
            post: Callable[[Callable[[], None]], None],
            on_change: Callable[[VoiceState], None],
            *,
            voice: str = "",
        ) -> Voice: ...


def reading() -> Reading:
    """Whether a screen reader runs; what it takes to ask is imported only then."""
    from supple.desk.screen_reader import reading as ask

    return ask()


def asleep_s() -> float | None:
    """Seconds the computer slept since it was started; None where it does not tell."""
    from supple.desk.capability import Unavailable
    from supple.desk.suspend import suspended_s

    try:
        return suspended_s()
    except Unavailable:
        return None


def make_voice(
    cache: str,
    post: Callable[[Callable[[], None]], None],
    on_change: Callable[[VoiceState], None],
    *,
    voice: str = "",
) -> Voice:
    """The voice with its worker, imported only when a window is there to be guided in."""
    from supple.voice.speaker import make_speaker

    return make_speaker(cache, post, on_change, voice=voice)


@dataclass
class Deps:
    """What the outside world gives the program. Tests hand in theirs."""

    paths: Paths
    library: Library
    settings_file: SettingsFile
    settings: Settings
    history: History | None
    recovered: Recovered | None = None
    """What was done about a damaged history, until the person has seen it."""
    notices: list[str] = field(default_factory=list)
    """Sentences the person is to be told once, as the window opens."""
    clock: Clock = field(default_factory=SystemClock)
    now: Callable[[], datetime] = local_now
    new_id: Callable[[], str] = random_id
    make_voice: MakeVoice = make_voice
    asleep_s: Callable[[], float | None] = asleep_s
    find_reader: Callable[[], Reading] = reading
    """Whether a screen reader runs here."""
    inhibitors: Sequence[Inhibitor] | None = None
    """Ways to keep the screen on; None for those of this system."""
    extra: tuple[Path, ...] = ()
    """Routine files named on the command line."""
    profile: Path | None = None
    """The folder named on the command line; None for the system's own places."""
    start: str = ""
    open: str = ""
    """Path of a shared file to be shown as the window opens."""
    quit_when_done: bool = False
    mute: bool = False
    said: bool | None = None
    """Whether the session or check in hand is spoken, where that was changed in it; else None."""

    @property
    def speaks(self) -> bool:
        """Whether it is spoken now."""
        return self.settings.voice_on and not self.mute if self.said is None else self.said

    @cached_property
    def kept(self) -> Kept:
        """Work saved from the last start."""
        return kept_work(self.paths)

    @cached_property
    def coach(self) -> Coach:
        """What the plan says."""
        from supple.shell.coach import Coach

        return Coach(self)

    @staticmethod
    def of(options: Options) -> Deps:
        """Open everything ``options`` name.

        What cannot be opened is told in ``notices`` and done without. Raises UserError for a
        ``--start`` that names nothing, with every problem of the files it might be in.
        """
        paths = Paths.of(options.profile)
        library = open_library(paths, options.routines)
        if options.start:
            check_id(library, options.start)
        settings_file = SettingsFile(paths.settings_file)
        settings, problems = settings_file.load()
        opened, notices = _open_history(paths)
        notices += [str(problem) for problem in problems]
        return Deps(
            paths=paths,
            library=library,
            settings_file=settings_file,
            settings=settings,
            history=opened and opened.history,
            recovered=opened and opened.recovered,
            notices=notices,
            extra=tuple(options.routines),
            profile=options.profile,
            start=options.start,
            open=str(options.open.absolute()) if options.open is not None else "",
            quit_when_done=options.quit_when_done,
            mute=options.mute,
        )

    def read_library(self) -> None:
        """Read the routine files anew. Raises UserError when the program's own are damaged."""
        self.library = open_library(self.paths, self.extra)

    def timeline(
        self, id_: str, say: Callable[[str], float], longest_s: float | None = None
    ) -> Timeline:
        """The session of a routine or stretch, as it may be done now.

        ``longest_s``: holds of at most so many seconds, within each stretch's range.
        Raises UserError when there is none, or when the safety answers rule it out.
        """
        from supple.core.dosing import dosed
        from supple.core.timeline import build_timeline

        routine = self.coach.routine(id_, self.now())
        if longest_s is not None:
            routine = dosed(routine, self.library.catalogue, longest_s)
        return build_timeline(routine, self.library.catalogue, say, self._times())

    def _times(self) -> dict[str, int] | None:
        """In how many sessions each stretch was done; None where that cannot be known."""
        try:
            return self.history.stretch_times() if self.history else None
        except UserError:
            return None  # told when the session is to be kept


def _open_history(paths: Paths) -> tuple[Opened | None, list[str]]:
    try:
        opened = open_history(paths, mend=True)
    except UserError as error:
        return None, [f"Your history cannot be opened. Sessions still work. {error}"]
    notices = list(opened.failed)
    for session in (*opened.taken_in, *opened.repaired):
        name = f"“{session.routine_name or session.routine}” of {session.started_at:%H:%M}"
        if session.held_s > 0 and session.ended is Ended.CRASHED:
            notices.append(f"{name} was cut short. What you held is saved.")
        elif session.held_s > 0:
            notices.append(f"{name} could not be saved then. It is saved now.")
    return opened, notices
