"""What becomes of the program when its window is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from supple.core.settings import OnClose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supple.shell.app import Program
    from supple.shell.deps import Deps
    from supple.ui.tray import Tray


class Home(Protocol):
    """Where the window lives."""

    tray: Tray | None

    @property
    def program(self) -> Program | None:
        """The window, once there was one."""
        ...


class Closing:
    """Asks once whether breaks go on without a window, and does what was answered."""

    def __init__(self, deps: Deps, app: QApplication, home: Home) -> None:
        self._deps = deps
        self._app = app
        self._home = home

    def keeps_open(self) -> bool:
        """Whether closing the window leaves the program running; asks where nobody said yet."""
        program, settings = self._home.program, self._deps.settings
        if program is None or program.leaving or self._deps.quit_when_done:
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
        self._ask(program)
        return True

    def _hide(self, program: Program) -> None:
        if program.guidance is not None:
            program.guidance.first_run.keep_grave()
        tray = self._home.tray
        if tray is not None and tray.available:
            program.window.hide()
        else:
            program.window.showMinimized()

    def _ask(self, program: Program) -> None:
        from supple.ui.breaks.leaving import LeaveDialog

        window, tray = program.window, self._home.tray
        asked = window.findChild(LeaveDialog)
        if (asked is not None and asked.isVisible()) or not window.make_way(window.close):
            return
        dialog = LeaveDialog(program.look, window, tray.reason if tray else "")
        dialog.chosen.connect(lambda how: self._on_chosen(program, how))
        window.pages.overlay_asked.emit(dialog)

    def _on_chosen(self, program: Program, how: str) -> None:
        program.pages.save(replace(self._deps.settings, close_to_tray=OnClose(how)))
        program.window.show_settings(self._deps.settings)
        program.window.close()
