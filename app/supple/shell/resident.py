"""The program as it lives on the computer: with a window or without, with breaks and a tray."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import IO, TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from supple.core.command import Command
from supple.core.problem import UserError
from supple.core.settings import OnClose
from supple.shell.app import Program
from supple.shell.deps import Deps
from supple.shell.each import each
from supple.shell.options import FINE

if TYPE_CHECKING:
    from supple.core.break_view import DeskView
    from supple.desk.autostart import Autostart
    from supple.desk.single_instance import Wish
    from supple.shell.break_desk import BreakDesk
    from supple.shell.desk_senses import DeskSenses
    from supple.shell.errands import Errands
    from supple.shell.guidance import Guidance
    from supple.shell.hotkey_desk import HotkeyDesk
    from supple.shell.upkeep import Upkeep
    from supple.ui.breaks.whereabouts import Whereabouts
    from supple.ui.look import Look
    from supple.ui.picture import Pictures
    from supple.ui.tray import Tray

log = logging.getLogger(__name__)


class Resident:
    """Builds the window when it is first needed, and lets it come and go."""

    def __init__(self, deps: Deps, app: QApplication) -> None:
        self.deps = deps
        self._app = app
        self._program: Program | None = None
        self._look: tuple[Look, Pictures] | None = None
        self.breaks: BreakDesk | None = None
        self.tray: Tray | None = None
        self.keys: HotkeyDesk | None = None
        self._close: list[Callable[[], None]] = []
        self._starts = deps.settings.start_with_system
        self._goes_back: Whereabouts | None = None
        self._upkeep: tuple[Upkeep, Errands] | None = None
        self._logs = False
        self._crashes: IO[str] | None = None

    @cached_property
    def _senses(self) -> DeskSenses:
        from supple.shell.desk_senses import DeskSenses

        return DeskSenses()

    # The window

    def open(self) -> None:
        """Show the window; breaks begin behind its first picture."""
        if self._logs:
            self._read_library()
        # What guides a session begins the log anew, and tells of errors in the window.
        self._end_log()
        self._end_upkeep()
        self._program = Program(self.deps, self._app)
        self._program.then = self._settle
        self._program.open()

    def _read_library(self) -> None:
        """Nobody watches the routine files while there is no window."""
        try:
            self.deps.read_library()
        except UserError as error:
            log.warning("routine files not read: %s", error)

    def stay_hidden(self) -> None:
        """Begin without a window."""
        from supple.desk.autostart import NAME
        from supple.shell import logs, sweeping

        self._crashes = logs.start(self.deps.paths.log_file, lambda _: None)
        self._logs = True
        log.info("%s begins in the tray", NAME)
        self._begin_breaks()
        self._look_after_history()
        # Without a window nobody else does, and this may run for weeks.
        sweeping.begin()

    def _look_after_history(self) -> None:
        """Copies and the exchange with other computers go on without a window as well."""
        from supple.shell.errands import Errands
        from supple.shell.upkeep import Upkeep
        from supple.voice.qt_post import QtPost

        self._post = QtPost()
        errands = Errands(self._post)
        upkeep = Upkeep(
            self.deps,
            errands,
            busy=lambda: False,
            took_in=self.deps.coach.forget,
            tell=lambda text: log.warning("%s", text),
            parent=self._app,
        )
        upkeep.start()
        self._upkeep = upkeep, errands

    def _end_upkeep(self, *, last: bool = False) -> None:
        """Leave it to the window's, or with ``last`` do the last round."""
        upkeep, self._upkeep = self._upkeep, None
        if upkeep is not None:
            (upkeep[0].close if last else upkeep[0].stop)()
            if last:
                upkeep[1].close()
            else:
                # Somebody waits for the window: what is under way ends by itself.
                upkeep[1].close(0.0)

    @property
    def built(self) -> Guidance | None:
        """See ``break_desk.Home``."""
        return self._program.guidance if self._program else None

    def guidance(self) -> Guidance:
        """See ``break_desk.Home``."""
        if self._program is None:
            self.open()
        program = self._program
        assert program is not None
        program.window.come_forward()
        return program.complete()

    def hide_after(self) -> None:
        """See ``break_desk.Home``."""
        from supple.ui.breaks.whereabouts import Whereabouts

        window = None if self._program is None else self._program.window
        self._goes_back = Whereabouts.of(window)

    def after_session(self) -> None:
        """Give the desktop back to whoever began a break from the tray."""
        place, self._goes_back = self._goes_back, None
        guidance = self.built
        if place is None or guidance is None or guidance.first_run.page is not None:
            # After strong pain the safety questions come: nobody is to miss them.
            return
        tray = self.tray is not None and self.tray.available
        place.put_back(guidance.parts.window, tray=tray)

    def stay_shown(self) -> None:
        """See ``break_desk.Home``."""
        self._goes_back = None

    def look(self) -> tuple[Look, Pictures]:
        """See ``break_desk.Home``."""
        if self._program is not None:
            return self._program.look, self._program.window.pages.pictures
        if self._look is None:
            from supple.shell.pages import apply_settings
            from supple.shell.resources import open_figures, read_resource
            from supple.ui.look import Look
            from supple.ui.picture import Pictures

            look = Look(read_resource)
            apply_settings(look, self.deps.settings)
            self._look = look, Pictures(look, open_figures(self.deps.paths), self.deps.kept)
        return self._look

    def stay(self) -> int:
        """Run until somebody leaves, then let go of everything."""
        from supple.desk import asked_to_end
        from supple.shell.wiring import wire_end

        wire_end(self._app, self)
        asked = asked_to_end.watch(self.end_now)
        code = self._app.exec()
        each(
            asked.close,
            lambda: self._end_upkeep(last=True),
            *reversed(self._close),
            self._let_go,
            self._end_log,
        )
        return code or FINE

    def _let_go(self) -> None:
        if self._program is not None:
            self._program.close()
        elif self.deps.history is not None:
            self.deps.history.close()

    def _end_log(self) -> None:
        if self._logs:
            from supple.shell import logs

            self._logs = False
            logs.stop(self._crashes)

    def quit(self) -> None:
        """End the program from the tray: what is not saved is asked about before all else."""
        if self._program is not None and self._program.window.isVisible():
            self._program.window.quit()
        else:
            self.leave()

    def leave(self) -> None:
        """End the program, asking first where a session runs."""
        if self._program is not None and self._program.window.isVisible():
            self._program.leaving = True
            self._program.window.close()
        else:
            if self._program is not None:
                self._program.keep_place()
            self._app.exit(FINE)

    def end_now(self) -> None:
        """End the program without a question: the system asks for it, and does not wait long."""
        log.info("the system asks the program to end")
        each(self.keep_all, lambda: self._app.exit(FINE))

    def keep_all(self) -> None:
        """Keep what is under way as it stands, as the desktop asks for at log-out."""
        if self.built is not None:
            from supple.shell.farewell import keep_all

            keep_all(self.built)
        if self._program is not None:
            self._program.keep_place()

    def on_asked(self, command: Command) -> None:
        """Who goes on with the session does not want to leave any more."""
        if command is not Command.STOP and self._program is not None:
            self._program.leaving = False

    # Breaks

    def _settle(self, guidance: Guidance) -> None:
        self._begin_breaks()
        assert self.breaks is not None
        from supple.shell.wiring import wire_breaks

        wire_breaks(guidance.parts, self)

    def _begin_breaks(self) -> None:
        if self.breaks is not None:
            return
        from supple.shell.break_desk import BreakDesk
        from supple.shell.wiring import wire_break_loop
        from supple.ui.breaks.place import refusal
        from supple.ui.tray import Tray

        self._app.setQuitOnLastWindowClosed(False)
        self.breaks = BreakDesk(self.deps, self._senses, self, refusal)
        self.tray = Tray(self.breaks.loop.status)
        wire_break_loop(self)
        self._close += [self._senses.close, self.breaks.close, self.tray.hide]
        self._take_keys()
        self._listen()
        self.tray.show()
        self.breaks.loop.begin()
        if self._starts:
            # A program that was moved is written anew.
            self._keep_start(lambda autostart: autostart.keep(True))

    def _take_keys(self) -> None:
        from supple.desk.hotkeys import SNOOZE, START
        from supple.shell.hotkey_desk import HotkeyDesk

        assert self.breaks is not None
        acts: dict[str, Callable[[], object]] = {
            START: self.breaks.start_now,
            SNOOZE: self.breaks.loop.snooze,
        }
        self.keys = HotkeyDesk(acts, self._tell_of_keys)
        self.keys.follow(self.deps.settings.global_keys)
        self._close.append(self.keys.close)

    def _tell_of_keys(self, text: str) -> None:
        if self._program is not None:
            self._program.window.notice("keys", text, "care")

    def anywhere(self) -> bool:
        """See ``break_desk.Home``."""
        return self.keys is not None and self.keys.held

    def _listen(self) -> None:
        """Hear what later starts wish, and when the computer wakes or is unlocked."""
        from supple.desk import clock_set, suspend
        from supple.desk.screen_lock import ScreenLock
        from supple.desk.single_instance import Door

        assert self.breaks is not None
        loop = self.breaks.loop
        door = Door(self.deps.paths.runs_dir)
        why_not = door.open(self._heard)
        if why_not:
            log.warning("a second start cannot hand over: %s", why_not)
        if sys.platform == "darwin":
            from supple.shell.opened_files import OpeningApplication

            if isinstance(self._app, OpeningApplication):
                self._app.give_to(lambda path: self.guidance().sharing.open(path))
        lock = ScreenLock()
        watches = [
            suspend.watch(lambda: None, loop.look),
            lock.watch(lambda _: loop.look()),
            clock_set.watch(loop.look),
        ]
        for watch in watches:
            if not watch:
                log.info("not watched: %s", watch.why_not)
            self._close.append(watch.close)
        self._close += [lock.close, door.close]

    def _heard(self, wish: Wish) -> str:
        assert self.breaks is not None
        if wish.token:
            import os

            os.environ["XDG_ACTIVATION_TOKEN"] = wish.token
        if wish.words[0] == "open" and len(wish.words) == 2:
            return self.guidance().sharing.open(wish.words[1])
        return self.breaks.wish(wish.words)

    def follow_settings(self) -> None:
        """The settings have changed."""
        assert self.breaks is not None
        self.breaks.follow_settings()
        if self.keys is not None:
            self.keys.follow(self.deps.settings.global_keys)
        wanted = self.deps.settings.start_with_system
        if wanted != self._starts:
            self._starts = wanted
            self._keep_start(lambda autostart: autostart.turn(wanted))

    def keeps_open(self) -> bool:
        """Whether closing the window leaves the program running; asks where nobody said yet."""
        program, settings = self._program, self.deps.settings
        if program is None or program.leaving or self.deps.quit_when_done:
            return False
        if self._app.isSavingSession():
            # Nobody is kept from logging out.
            return False
        if settings.close_to_tray is OnClose.QUIT or not settings.breaks_on:
            return False
        if settings.close_to_tray is OnClose.TRAY:
            self._hide(program)
            return True
        if program.guidance is not None and program.guidance.first_run.page is not None:
            # Whoever was just told to get help is not asked about breaks.
            return False
        self._ask_how_to_leave(program)
        return True

    def _hide(self, program: Program) -> None:
        if program.guidance is not None:
            program.guidance.first_run.keep_grave()
        if self.tray is not None and self.tray.available:
            program.window.hide()
        else:
            program.window.showMinimized()

    def _ask_how_to_leave(self, program: Program) -> None:
        from supple.ui.breaks.leaving import LeaveDialog

        reason = self.tray.reason if self.tray is not None else ""
        dialog = LeaveDialog(program.look, program.window, reason)
        dialog.chosen.connect(self._on_leave_chosen)
        program.window.pages.overlay_asked.emit(dialog)

    def _on_leave_chosen(self, how: str) -> None:
        program = self._program
        assert program is not None
        program.pages.save(replace(self.deps.settings, close_to_tray=OnClose(how)))
        program.window.show_settings(self.deps.settings)
        program.window.close()

    def desk_view(self) -> DeskView:
        """What of breaks is to be had on this computer."""
        from supple.core.break_view import DeskView, SenseView
        from supple.core.breaks.look import Busy
        from supple.desk.autostart import check as autostart
        from supple.ui.breaks.place import refusal

        assert self.breaks is not None
        assert self.tray is not None
        start = autostart()
        unknown = self._senses.unknown()
        return DeskView(
            senses=tuple(SenseView(kind, unknown.get(kind, "")) for kind in Busy),
            idle=self._senses.idle_reason(),
            prompt=refusal(),
            tray="" if self.tray.available else self.tray.reason,
            autostart="" if start.ok else start.reason,
            keys=self.keys.reason() if self.keys is not None else "",
        )

    def try_prompt(self) -> None:
        """Show the prompt as it would come, answering to nobody."""
        assert self.breaks is not None
        self.breaks.show_sample()

    def _keep_start(self, act: Callable[[Autostart], object]) -> None:
        """``act`` on what starts with the computer; where it is not to be had, say so."""
        from supple.desk.autostart import Autostart, this_program
        from supple.desk.capability import Unavailable

        named = self.deps.profile
        profile = ("--profile", str(named.expanduser().absolute())) if named else ()
        try:
            act(Autostart(this_program("--tray", *profile)))
        except Unavailable as why:
            log.warning("starting with the computer: %s", why)
            if self._program is not None:
                text = f"Supple cannot start with the computer: {why}."
                self._program.window.notice("autostart", text, "care")
