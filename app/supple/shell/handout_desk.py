"""A routine on paper: shown first, then saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from supple.core.fresh import slug
from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.handout import CREATOR, content_of, make_sheet, paper_here
from supple.ui.files import FileAsker

if TYPE_CHECKING:
    from supple.figure.port import FigurePainter
    from supple.ui.handout.dialog import HandoutDialog
    from supple.ui.handout.pdf import PdfMaking
    from supple.ui.handout.sheet import Sheet
    from supple.ui.window import MainWindow

KEY = "handout"
"""Of the notice about what went wrong."""
TITLE, KINDS = "Save as PDF", "PDF (*.pdf)"
AT_ONCE = 6
"""Pages that are made before anybody notices; more leave the window time in between."""
FOR_OTHERS = "It is made as it is written, for anybody."


class HandoutDesk:
    """Serves the wish to print a routine or a stretch."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        figures: FigurePainter,
        show_folder: Callable[[str], None],
        files: FileAsker | None = None,
    ) -> None:
        """``show_folder`` opens a folder; ``files`` asks where to write."""
        self._deps = deps
        self._window = window
        self._figures = figures
        self._show_folder = show_folder
        self._files = files or FileAsker()
        self._paper: Paper | None = None
        """As it was chosen last."""
        self.dialog: HandoutDialog | None = None
        self._timer: QTimer | None = None
        """While a long file is made."""

    def ask(self, id_: str) -> None:
        """Show the sheet of a routine or stretch, and how it can be made."""
        try:
            plain = content_of(self._deps, id_, plain=True)
        except UserError as error:
            self._window.notice(KEY, str(error), "care")
            return
        from supple.ui.handout.dialog import PLAIN, PLAN, HandoutDialog
        from supple.ui.handout.printer import there_are_printers

        mine, note = self._mine(id_)
        if mine is None:
            doses: tuple[str, ...] = (PLAIN,)
        else:
            doses = (PLAN,) if mine == plain else (PLAN, PLAIN)
        family = self._window.look.font("body").family()

        def make(paper: Paper, written: bool) -> Sheet:
            content: Handout = plain if written or mine is None else mine
            return make_sheet(self._deps, content, paper, family, self._figures)

        dialog = HandoutDialog(
            self._window.look,
            self._window,
            make,
            self._paper or paper_here(),
            doses=doses,
            note=note,
            printer=there_are_printers(),
        )
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._save(dialog.sheet))
        dialog.print_asked.connect(lambda: self._print(dialog.sheet))
        self._window.pages.overlay_asked.emit(dialog)

    def _mine(self, id_: str) -> tuple[Handout | None, str]:
        """As the plan has it; None, and why not, where the safety answers rule it out."""
        try:
            return content_of(self._deps, id_, plain=False), ""
        except UserError as error:
            return None, f"{error} {FOR_OTHERS}"

    def _save(self, sheet: Sheet) -> None:
        self._paper = sheet.paper
        name = f"{slug(sheet.content.title, 'sheet')}.pdf"
        self._files.save(self._window, TITLE, name, KINDS, lambda path: self._write(sheet, path))

    def _write(self, sheet: Sheet, path: str) -> None:
        from supple.ui.handout.pdf import PdfMaking

        self.finish_now()
        making, target = PdfMaking(sheet, CREATOR), Path(path)
        if making.pages <= AT_ONCE:
            while making.step():
                pass
            self._finish(making, target)
            return
        self._under_way = (making, target)
        self._timer = QTimer(self._window)
        self._timer.timeout.connect(lambda: self._step(making, target))
        self._show_progress(making, target)
        self._timer.start()

    def finish_now(self) -> None:
        """Make what is under way at once, as the program ends or another is wished for."""
        if self._timer is not None:
            making, target = self._under_way
            self._stop()
            while making.step():
                pass
            self._finish(making, target)

    def _step(self, making: PdfMaking, target: Path) -> None:
        """One page at a time: there is time for the window between two of them."""
        if making.step():
            self._strip.say_detail(f"Page {making.done} of {making.pages}")
        else:
            self._stop()
            self._finish(making, target)

    def _show_progress(self, making: PdfMaking, target: Path) -> None:
        from supple.ui.widgets.banner import Banner
        from supple.ui.widgets.button import Button

        look, pages = self._window.look, f"{making.pages} pages"
        self._strip = Banner(look, f"Making {target.name}", icon="printer", detail=pages)
        stop = Button(look, "Stop", "ghost", "small")
        stop.clicked.connect(self._stop)
        self._strip.add_action(stop)
        self._window.pages.notices.put(KEY, self._strip)
        self._window.pages.order_focus()

    def _stop(self) -> None:
        """Give up what is being made; nothing of it is written."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()
            timer.deleteLater()
            self._window.drop_notice(KEY)

    def _finish(self, making: PdfMaking, target: Path) -> None:
        from supple.store.export import write

        try:
            write(target, making.content())
        except UserError as error:
            self._window.notice(KEY, str(error), "care")
            return
        self._window.drop_notice(KEY)
        folder = str(target.parent)
        text = f"Saved {target.name}."
        self._window.toast(text, "Show in folder", lambda: self._show_folder(folder))

    def _print(self, sheet: Sheet) -> None:
        from supple.ui.handout.printer import ask_and_print

        self._paper = sheet.paper
        ask_and_print(self._window, sheet, self._tell_printed)

    def _tell_printed(self, name: str, taken: bool) -> None:
        if not taken:
            printer = name or "The printer"
            self._window.notice(
                KEY, f"{printer} took nothing. Is it on, and its folder there?", "care"
            )
            return
        self._window.drop_notice(KEY)
        self._window.toast(f"Sent to {name or 'the printer'}.")
