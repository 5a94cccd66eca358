"""The program as it lives on the computer: with a window or without, with breaks and a tray."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cached_property
from typing import IO, TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from supple.core.command import Command
from supple.core.problem import UserError
from supple.shell.app import Program
from supple.shell.at_log_in import AtLogIn
from supple.shell.closing import Closing
from supple.shell.deps import Deps
from supple.shell.each import each
from supple.shell.options import FINE

if TYPE_CHECKING:
    from supple.core.break_view import DeskView
    from supple.desk.single_instance import Wish
    from supple.shell.break_desk import BreakDesk
    from supple.shell.break_hotkeys import BreakHotkeys
    from supple.shell.desk_senses import DeskSenses
    from supple.shell.guidance import Guidance
    from supple.shell.tray_upkeep import TrayUpkeep
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
        self.keys: BreakHotkeys | None = None
        self._close: list[Callable[[], None]] = []
        self._at_log_in = AtLogIn(deps, self._tell_of_log_in)
        self._goes_back: Whereabouts | None = None
        self.closing = Closing(deps, app, self)
        self._upkeep: TrayUpkeep | None = None
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
        from supple.shell.tray_upkeep import TrayUpkeep

        self._crashes = logs.start(self.deps.paths.log_file, lambda _: None)
        self._logs = True
        log.info("%s begins in the tray", NAME)
        self._begin_breaks()
        self._upkeep = TrayUpkeep(self.deps, self._app)
        # Without a window nobody else does, and this may run for weeks.
        sweeping.begin()

    def _end_upkeep(self, *, last: bool = False) -> None:
        """Leave it to the window's, or with ``last`` do the last round."""
        upkeep, self._upkeep = self._upkeep, None
        if upkeep is not None:
            (upkeep.finish if last else upkeep.hand_on)()

    @property
    def program(self) -> Program | None:
        """The window, once there was one."""
        return self._program

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
            pictures = Pictures(look, open_figures(self.deps.paths), self.deps.kept)
            pictures.set_person(self.deps.settings.skin, self.deps.settings.hair)
            self._look = look, pictures
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
        from supple.shell.listening import listen
        from supple.shell.wiring import wire_break_loop
        from supple.ui.breaks.place import refusal
        from supple.ui.tray import Tray

        self._app.setQuitOnLastWindowClosed(False)
        self.breaks = BreakDesk(self.deps, self._senses, self, refusal)
        self.tray = Tray(self.breaks.loop.status)
        wire_break_loop(self)
        self._close += [self._senses.close, self.breaks.close, self.tray.hide]
        self._take_keys()
        loop = self.breaks.loop
        self._close += listen(self.deps.paths, self._app, self._heard, self._open_file, loop.look)
        self.tray.show()
        self.breaks.loop.begin()
        self._at_log_in.look()

    def _take_keys(self) -> None:
        from supple.shell.break_hotkeys import BreakHotkeys

        assert self.breaks is not None
        self.keys = BreakHotkeys(self.deps, self.breaks, self._tell_of_keys)
        self.keys.follow_settings()
        self._close.append(self.keys.close)

    def _tell_of_keys(self, text: str) -> None:
        if self._program is not None:
            self._program.window.notice("keys", text, "care")

    def _tell_of_log_in(self, text: str) -> None:
        if self._program is not None:
            self._program.window.notice("autostart", text, "care")

    def anywhere(self) -> str:
        """See ``break_desk.Home``."""
        return self.keys.line if self.keys is not None else ""

    def _heard(self, wish: Wish) -> str:
        assert self.breaks is not None
        if wish.token:
            import os

            os.environ["XDG_ACTIVATION_TOKEN"] = wish.token
        if wish.words[0] == "open" and len(wish.words) == 2:
            return self._open_file(wish.words[1])
        return self.breaks.wish(wish.words)

    def _open_file(self, path: str) -> str:
        return self.guidance().sharing.open(path)

    def follow_settings(self) -> None:
        """The settings have changed."""
        assert self.breaks is not None
        self.breaks.follow_settings()
        if self.keys is not None:
            self.keys.follow_settings()
        self._at_log_in.follow()

    def desk_view(self) -> DeskView:
        """What of breaks is to be had on this computer."""
        from supple.shell.desk_view import desk_view

        assert self.tray is not None
        assert self.keys is not None
        return desk_view(self._senses, self.tray, self.keys)

    def try_prompt(self) -> None:
        """Show the prompt as it would come, answering to nobody."""
        assert self.breaks is not None
        self.breaks.show_sample()
