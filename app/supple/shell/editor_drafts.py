"""Keeps the routine that is being edited, and offers it back when the program was ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from supple.shell.going_on import offer_to_go_on
from supple.store.draft_files import DraftFiles

if TYPE_CHECKING:
    from supple.core.draft_keeping import KeptDraft
    from supple.core.routine import Routine
    from supple.core.routine_draft import RoutineDraft
    from supple.shell.deps import Deps
    from supple.ui.window import MainWindow

KEEP_AFTER_MS = 400
"""So long nothing is typed before it is kept."""
NOTICE = "draft"


class Edited(NamedTuple):
    """The routine in the editor, or the last that was."""

    id: str
    """"" until it is saved for the first time."""
    was: Routine | None
    """The very routine of the library; None for a new one."""
    is_open: bool


class EditorDrafts:
    """Looks after one routine at a time."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        edited: Callable[[], Edited],
        take_up: Callable[[str], object],
    ) -> None:
        """``take_up`` opens the editor with what is kept of a routine."""
        self.files = DraftFiles(deps.paths.drafts_dir)
        self._deps = deps
        self._window = window
        self._edited = edited
        self._take_up = take_up
        self._typed: RoutineDraft | None = None
        """What is to be kept next."""
        self._offered: str | None = None
        """Of which routine it is said that it was being edited."""
        self._keep_soon = QTimer(window)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep_now)

    # While it is edited

    def opened(self, id_: str) -> None:
        """The routine ``id_`` is in the editor: it need not be offered any more."""
        if id_ == self._offered:
            self._window.drop_notice(NOTICE)

    def on_typed(self, draft: RoutineDraft | None) -> None:
        """Keep ``draft`` in a moment; None: it is again what was saved."""
        self._typed = draft
        if draft is None:
            self.done(self._edited().id)
        else:
            self._keep_soon.start()

    def keep_now(self) -> bool:
        """Keep what was typed, for a start after the program was killed; False: it is not."""
        self._keep_soon.stop()
        edited = self._edited()
        if not edited.is_open or self._typed is None:
            return True
        return self.files.keep(edited.id, self._typed, edited.was)

    def done(self, id_: str) -> None:
        """What was typed into the routine ``id_`` is saved, or taken back."""
        self.files.drop(id_)
        self.forget()

    def forget(self) -> None:
        """The editor is closed; what is kept stays."""
        self._keep_soon.stop()
        self._typed = None

    # Coming back to it

    def offer(self) -> None:
        """Say that something was being edited when the program ended."""
        for id_ in self.files.ids():
            kept = self.files.read(id_)
            if kept is None or (id_ and self._found(id_) is None and kept.was is None):
                self.files.drop(id_)
                continue
            name = kept.draft.name.strip() or "a new routine"
            self._offer(id_, f"You were editing “{name}”. Your changes are kept.")
            return

    def _offer(self, id_: str, text: str) -> None:
        self._offered = id_

        def go_on() -> None:
            self._window.drop_notice(NOTICE)
            self._take_up(id_)

        offer_to_go_on(
            self._window, NOTICE, text, "Go on editing", go_on, lambda: self._let_go(id_)
        )

    def _let_go(self, id_: str) -> None:
        self._window.drop_notice(NOTICE)
        kept = self.files.read(id_)
        self.files.drop(id_)
        if kept is not None:
            self._window.toast(
                "Your changes are gone.", "Undo", lambda: self._keep_again(id_, kept)
            )

    def _keep_again(self, id_: str, kept: KeptDraft) -> None:
        edited = self._edited()
        is_open = edited.is_open and edited.id == id_
        if is_open and not self._window.pages.may_leave(lambda: self._keep_again(id_, kept)):
            return
        self.files.keep(id_, kept.draft, self._found(id_))
        self.offer()

    def _found(self, id_: str) -> Routine | None:
        return self._deps.library.catalogue.routines.get(id_)
