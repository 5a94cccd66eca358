"""Shared files in the window: looked into and, where wanted, taken in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.meeting import Choice
from supple.core.problem import ProblemsFound, UserError
from supple.core.share_kind import ENDING
from supple.core.share_view import share_view, taken_in
from supple.core.taking_in import settle
from supple.shell.deps import Deps
from supple.shell.library_desk import LibraryDesk
from supple.shell.send_desk import KEY
from supple.ui.files import FileAsker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supple.core.meeting import Meeting
    from supple.core.share import Picture
    from supple.core.taking_in import Taking
    from supple.shell.errands import Errands
    from supple.store.own_library import Undo
    from supple.ui.dialog import Overlay
    from supple.ui.picture import Pictures
    from supple.ui.widgets.toast import Toast
    from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
OTHER_KIND = "share-other-kind"
"""Of the notice that tells where a file of another kind belongs."""
READABLE = f"Shared routines (*{ENDING} *.json);;All files (*)"
OPENED = "Supple was open already; it shows what is in the file."
WAITS = "Supple was open already. It shows the file when the session is over."
LATER = "The file is shown after the session."
ASKS = "Supple asks something. Answer that first, and open the file again."


class ShareDesk:
    """Reads and takes in off the window's thread."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        library: LibraryDesk,
        errands: Errands,
        copy: Callable[[str], None],
        stage: QWidget,
        files: FileAsker | None = None,
    ) -> None:
        """``copy`` fills the clipboard; ``stage`` is where the session's figure stands."""
        self._deps = deps
        self._window = window
        self._library = library
        self._errands = errands
        self._copy = copy
        self._stage = stage
        self._toast: Toast | None = None
        self._files = files or FileAsker()
        self._waiting: list[str] = []

    # In

    def choose(self) -> None:
        """Ask which file to look into."""
        self._files.open(self._window, "Take in routines", READABLE, self._on_chosen)

    def _on_chosen(self, path: str) -> None:
        self.open(path)

    def open(self, path: str) -> str:
        """Look into ``path``, now or once no session runs; says which, for a second start."""
        hindered = self._hindered(path)
        if hindered:
            return hindered
        self.forget_other_kind()
        own, library = self._library.own, self._deps.library

        def work() -> Meeting:
            from supple.shell.sharing import meet_here, open_any

            return meet_here(open_any(Path(path)), library, own)

        def show(meeting: Meeting) -> None:
            self._show(path, meeting)

        self._errands.run(work, show, lambda error: self._refuse(path, error))
        return OPENED

    def _hindered(self, path: str) -> str:
        """Why nothing of ``path`` can be shown now, and that was told; "" where it can."""
        if self._window.in_session or self._window.covered:
            if path not in self._waiting:
                self._waiting.append(path)
                self._say_that_it_waits()
            return WAITS
        if self._window.asks:
            self._window.toast(ASKS)
            return ASKS
        return ""

    def _say_that_it_waits(self) -> None:
        """Where the figure stands: what can be pressed stays free."""
        if not self._window.in_session:
            return
        if self._toast is None:
            from supple.ui.widgets.toast import Toast

            self._toast = Toast(self._window.look, self._stage)
        self._toast.show_message(LATER)

    def on_pages(self) -> None:
        """The pages are in view again: look into what waited, the latest first."""
        if self._waiting:
            # One dialog at a time; who opened several finds the last one.
            path = self._waiting.pop()
            self._waiting.clear()
            self.open(path)

    def forget_other_kind(self) -> None:
        """What the last file that is none of ours was told to be has its answer now."""
        self._window.drop_notice(OTHER_KIND)

    def tell(self, text: str) -> None:
        """Say why nothing comes of what was dropped."""
        self._window.toast(text)

    def _show(self, path: str, meeting: Meeting) -> None:
        # To read it took a while.
        if self._hindered(path):
            return
        from supple.ui.share.preview import PreviewDialog

        view = share_view(meeting, self._deps.coach.screening)
        pictures = self._pictures(meeting.share.pictures)
        dialog = PreviewDialog(self._window.look, self._window, view, pictures)
        dialog.accepted.connect(lambda: self.take(meeting, dialog.choices))
        self._open(dialog)

    def take(self, meeting: Meeting, choices: Mapping[str, Choice]) -> None:
        """Take in what was shown. Nothing is written where anything of it cannot be."""
        own = self._library.own

        def work() -> tuple[Taking, Undo]:
            from supple.shell.sharing import meet_here, take_in

            # The library may have changed while the dialog was open.
            now = meet_here(meeting.share, own.load(), own)
            taking = settle(now, choices)
            return taking, take_in(own, taking)

        def done(made: tuple[Taking, Undo]) -> None:
            self._library.reload()
            taking, undo = made
            self._told_taken(taken_in(taking), taking.ids, undo)

        self._errands.run(work, done, self._not_written)

    def _told_taken(self, text: str, ids: Sequence[str], undo: Undo) -> None:
        from supple.ui.widgets.button import Button

        look = self._window.look
        show = Button(look, "Show", "secondary", "small")
        show.clicked.connect(lambda: self._go_to(ids[0]))
        back = Button(look, "Undo", "ghost", "small")
        back.clicked.connect(lambda: self._take_back(undo))
        # A toast would be gone before somebody has looked at all that came.
        actions = (show, back) if ids else ()
        self._window.pages.notices.add(
            KEY, text, "ok", "check", actions=actions, undo=back if ids else None
        )
        self._window.pages.order_focus()

    def _take_back(self, undo: Undo) -> None:
        self._drop()
        own = self._library.own

        def done(_: None) -> None:
            self._library.reload()
            self._window.toast("Taken back. Everything is as it was before.")

        self._errands.run(lambda: own.restore(undo), done, self._not_written)

    def _not_written(self, error: UserError) -> None:
        # Some of it may be, where it was taken back.
        self._library.reload()
        self._failed(error)

    def _go_to(self, id_: str) -> None:
        from supple.ui.pages import Place

        self._drop()
        pages = self._window.pages
        if id_ in self._deps.library.catalogue.routines:
            pages.turn_to_routine(id_)
        else:
            pages.turn(Place.LIBRARY)
            pages.library.get().show_stretch(id_)

    def _drop(self) -> None:
        self._window.drop_notice(KEY)

    # Inside

    def _open(self, dialog: Overlay) -> None:
        self._window.pages.overlay_asked.emit(dialog)

    def _failed(self, error: UserError) -> None:
        log.warning("sharing: %s", error)
        self._window.notice(KEY, str(error), "care")

    def _refuse(self, path: str, error: UserError) -> None:
        if self._hindered(path):
            return
        log.info("not taken in: %s", error)
        if not isinstance(error, ProblemsFound):
            # It is none of our files, and nothing is wrong with it.
            self._window.notice(OTHER_KIND, str(error))
            return
        from supple.ui.share.refused import RefusedDialog

        name, window = Path(path).name, self._window
        dialog = RefusedDialog(window.look, window, name, error.problems, error.count)
        dialog.copy_asked.connect(self._copy)
        self._open(dialog)

    def _pictures(self, own: Sequence[Picture]) -> Pictures:
        """The pictures of a file that is only looked into, beside those that ship."""
        from supple.figure.book import Figures
        from supple.shell.resources import figure_names, read_resource
        from supple.ui.picture import Pictures

        figures = Figures(read_resource, figure_names(), lambda: _Inside(own))
        pictures = Pictures(self._window.look, figures)
        settings = self._deps.settings
        pictures.set_person(settings.skin, settings.hair)
        return pictures


class _Inside:
    """The pictures in a file as the figures are given them; see ``own_shelf.OwnFiles``."""

    def __init__(self, pictures: Sequence[Picture]) -> None:
        self._data = {picture.file: picture.data for picture in pictures}

    def files(self) -> Mapping[str, str]:
        return dict.fromkeys(self._data, "")

    def read(self, file_name: str) -> bytes:
        return self._data[file_name]
