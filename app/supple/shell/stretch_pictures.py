"""The picture of a stretch that is being written: chosen, posed, or taken from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.own_figures import IMAGE, POSE, fresh_id
from supple.core.problem import UserError
from supple.shell.deps import Deps
from supple.shell.picture_file import read_picture
from supple.shell.resources import named_by
from supple.ui.files import FileAsker

if TYPE_CHECKING:
    from supple.figure.book import Figures
    from supple.shell.errands import Errands
    from supple.ui.pose.editor import PoseEditor
    from supple.ui.stretch.page import StretchPage
    from supple.ui.window import MainWindow


class StretchPictures:
    """Serves the pages of stretches; what it makes is only lent to the figures."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        figures: Figures,
        errands: Errands,
        is_open: Callable[[StretchPage], bool],
        posing: Callable[[PoseEditor], None],
        files: FileAsker | None = None,
    ) -> None:
        """``is_open`` says whether a page is still there, ``posing`` is told of the editor of
        each pose; ``files`` asks for a picture.
        """
        self._deps = deps
        self._window = window
        self._figures = figures
        self._errands = errands
        self._is_open = is_open
        self._posing = posing
        self._files = files or FileAsker()

    def serve(self, page: StretchPage) -> None:
        """Do from now on what the page asks for about its picture."""
        figures = self._figures
        page.set_figure_facts(lambda f: figures.image(f) is not None, self._said_words)
        page.choose_asked.connect(lambda current: self._choose(page, current))
        page.pose_asked.connect(lambda figure: self.pose(page, figure))
        page.picture_asked.connect(lambda: self._ask_picture(page))
        page.picture_dropped.connect(lambda path: self._take_picture(page, path))
        page.described.connect(lambda figure, words: self._describe(page, figure, words))

    def _choose(self, page: StretchPage, current: str) -> None:
        from supple.ui.stretch.chooser import FigureChooser

        window = self._window
        chooser = FigureChooser(
            window.look, window, window.pages.pictures, self._choices(), current
        )
        chooser.chosen.connect(lambda figure: self._set_figure(page, figure))
        window.pages.overlay_asked.emit(chooser)

    def _choices(self) -> list[tuple[str, str]]:
        """Every figure with the name of a stretch that has it: own ones first."""
        names: dict[str, str] = {}
        for stretch in self._deps.library.catalogue.stretches.values():
            names.setdefault(stretch.figure, stretch.name)
        own = [(figure, names.get(figure, "Not used yet")) for figure in self._figures.own.ids()]
        shipped = [(f, names[f]) for f in sorted(self._figures.ids()) if f in names]
        return [*own, *sorted(shipped, key=lambda pair: pair[1])]

    def pose(self, page: StretchPage, figure: str) -> PoseEditor:
        """Have a pose made for the page, beginning with ``figure``; "" for one that stands."""
        from supple.ui.pose.editor import PoseEditor

        window = self._window
        settings = self._deps.settings
        made = self._fresh(page)
        editor = PoseEditor(
            window.look,
            self._figures,
            made,
            words=page.draft.name.strip() or "A stretch",
            name_of=named_by(lambda: self._deps.library),
            start_from=self._figures.drawing(figure) if figure else None,
            person=(settings.skin, settings.hair),
            parent=window,
        )
        editor.done.connect(lambda data: self._lend(page, f"{made}{POSE}", data))
        # The button that opened it has the focus again, whatever came of it.
        for closed in (editor.accepted, editor.dismissed):
            closed.connect(page.picture.pose.setFocus)
        self._posing(editor)
        window.pages.overlay_asked.emit(editor)
        return editor

    def _ask_picture(self, page: StretchPage) -> None:
        from supple.figure.photo import CHOOSABLE

        def take(path: str) -> None:
            # A window of the system's does not go with the page.
            if self._is_open(page):
                self._take_picture(page, path)

        self._files.open(self._window, "Use a picture", CHOOSABLE, take)

    def _take_picture(self, page: StretchPage, path: str) -> None:
        page.picture.show_busy()

        def done(data: bytes) -> None:
            if self._is_open(page):
                self._lend(page, f"{self._fresh(page)}{IMAGE}", data)

        def failed(error: UserError) -> None:
            if self._is_open(page):
                page.show_picture_problem(str(error))

        self._errands.run(lambda: read_picture(Path(path)), done, failed)

    def _describe(self, page: StretchPage, figure: str, words: str) -> None:
        from supple.figure.photo import described

        try:
            found = self.read_own(figure)
        except UserError as error:
            page.show_picture_problem(str(error))
            return
        if found is not None:
            self._lend(page, f"{self._fresh(page)}{IMAGE}", described(found[1], words))

    def _lend(self, page: StretchPage, file_name: str, data: bytes) -> None:
        self._set_figure(page, self._figures.lend(file_name, data))

    def _set_figure(self, page: StretchPage, figure: str) -> None:
        drawing = self._figures.drawing(figure) if figure else None
        if drawing is None:
            page.set_figure(figure)
            return
        from supple.figure.setting import equipment_of, position_of

        page.set_figure(figure, position_of(drawing), equipment_of(drawing))

    def _fresh(self, page: StretchPage) -> str:
        return fresh_id(page.draft.name, self._figures.own.ids())

    def _said_words(self, figure: str) -> str:
        from supple.figure.photo import words_of

        image = self._figures.image(figure)
        return words_of(image) if image is not None else ""

    def read_own(self, figure: str) -> tuple[str, bytes] | None:
        """File name and content of an own figure, None where there is none. Raises UserError."""
        try:
            return self._figures.own.read(figure)
        except OSError as error:
            raise UserError(f"The picture cannot be read: {error.strerror or error}.") from error
