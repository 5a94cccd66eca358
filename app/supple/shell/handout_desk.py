"""A routine on paper: shown first, then saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.fresh import slug
from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.handout import CREATOR, content_of, make_sheet, paper_here

if TYPE_CHECKING:
    from supple.figure.port import FigurePainter
    from supple.ui.files import FileAsker
    from supple.ui.handout.dialog import HandoutDialog
    from supple.ui.handout.sheet import Sheet
    from supple.ui.window import MainWindow

KEY = "handout"
"""Of the notice about what went wrong."""
TITLE, KINDS = "Save as PDF", "PDF (*.pdf)"
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
        self._files = files
        self._paper: Paper | None = None
        """As it was chosen last."""
        self.dialog: HandoutDialog | None = None

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
        if self._files is None:
            from supple.ui.files import FileAsker

            self._files = FileAsker()
        name = f"{slug(sheet.content.title, 'sheet')}.pdf"
        self._files.save(self._window, TITLE, name, KINDS, lambda path: self._write(sheet, path))

    def _write(self, sheet: Sheet, path: str) -> None:
        from supple.store.export import write
        from supple.ui.handout.pdf import to_pdf

        target = Path(path)
        try:
            write(target, to_pdf(sheet, CREATOR))
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
        ask_and_print(
            self._window,
            sheet,
            lambda name: self._window.toast(f"Sent to {name or 'the printer'}."),
        )
