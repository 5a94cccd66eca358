"""The editing of routines: opens the editor, keeps what is typed, writes what is saved."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QTimer

from supple.core.dosing import dosed
from supple.core.draft_keeping import KeptDraft
from supple.core.left_out import left_out
from supple.core.permitted import is_barred
from supple.core.problem import UserError
from supple.core.routine import Routine
from supple.core.routine_draft import RoutineDraft
from supple.core.speech_length import spoken_seconds
from supple.shell.conductor import Conductor
from supple.shell.deps import Deps
from supple.shell.library_desk import LibraryDesk
from supple.shell.pages import Pages
from supple.store.draft_files import DraftFiles
from supple.store.own_library import Changed
from supple.ui.editor.page import EditorPage
from supple.ui.pages import Place
from supple.ui.widgets.button import Button
from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
KEEP_AFTER_MS = 400
"""So long nothing is typed before it is kept."""
NOTICE = "draft"
OUTSIDE = "The file of this routine was changed outside Supple while you were editing it."
GONE = "The file of this routine is gone, or has a problem, since you began to edit it."


class EditorDesk:
    """At most one routine is edited at a time."""

    def __init__(
        self,
        deps: Deps,
        window: MainWindow,
        pages: Pages,
        library: LibraryDesk,
        conductor: Conductor,
    ) -> None:
        self._deps = deps
        self._window = window
        self._pages = pages
        self._library = library
        self._conductor = conductor
        self._drafts = DraftFiles(deps.paths.drafts_dir)
        self._page: EditorPage | None = None
        self._id = ""
        """Of the routine that is edited; "" until it is saved for the first time."""
        self._was: Routine | None = None
        """The very routine of the library that is edited."""
        self._typed: RoutineDraft | None = None
        """What is to be kept next."""
        self._writes = False
        self._offered: str | None = None
        """Of which routine it is said that it was being edited."""
        self._keep_soon = QTimer(window)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep_now)
        window.pages.inside_changed.connect(self._on_inside)
        library.changed.connect(self.on_library)

    # Opening

    def new(self) -> None:
        """Edit a routine that does not exist yet; one that was begun comes back."""
        kept = self._drafts.read("")
        self._open("", RoutineDraft(), None, kept)

    def edit(self, id_: str) -> None:
        """Edit a routine of the person's own."""
        routine = self._deps.library.catalogue.routines.get(id_)
        if routine is None:
            self._window.toast("It is not in your library any more.")
            return
        draft = RoutineDraft.of(routine)
        self._open(id_, draft, routine, self._drafts.read(id_))

    def copy(self, id_: str) -> None:
        """Make a copy of any routine, in the times it is shown with, and edit that."""
        deps = self._deps
        try:
            whole = self._library.find(id_)
            if not isinstance(whole, Routine):
                raise UserError("It is not in your library any more.")
            if deps.settings.plan_doses and id_ not in deps.library.own:
                hold_s = deps.coach.progress(deps.now()).hold_s
                whole = dosed(whole, deps.library.catalogue, hold_s)
            made = self._library.copy_of(whole)
            self._write(made, None)
        except UserError as error:
            self._tell(error)
            return
        self._window.toast(f"“{made.name}” is yours.", "", None)
        self.edit(made.id)

    def offer(self) -> None:
        """Say that something was being edited when the program ended."""
        for id_ in self._drafts.ids():
            kept = self._drafts.read(id_)
            routine = self._deps.library.catalogue.routines.get(id_)
            if kept is None or (id_ and routine is None and kept.was is None):
                self._drafts.drop(id_)
                continue
            name = kept.draft.name.strip() or "a new routine"
            self._offer(id_, f"You were editing “{name}”. Your changes are kept.")
            return

    def _offer(self, id_: str, text: str) -> None:
        self._offered = id_
        notices, look = self._window.pages.notices, self._window.look
        go_on = Button(look, "Go on editing", size="small")
        go_on.clicked.connect(lambda: self._take_up(id_))
        drop = Button(look, "Discard", "ghost", "small")
        drop.clicked.connect(lambda: self._let_go(id_))
        notices.add(NOTICE, text, icon="pencil", actions=[go_on, drop])
        self._window.pages.order_focus()

    def _take_up(self, id_: str) -> None:
        self._window.drop_notice(NOTICE)
        kept = self._drafts.read(id_)
        if id_ in self._deps.library.catalogue.routines:
            self.edit(id_)
        elif kept is not None:
            # Its file is gone: it becomes a new one.
            self._drafts.drop(id_)
            self._open("", RoutineDraft(), None, replace(kept, was=None))

    def _let_go(self, id_: str) -> None:
        self._window.drop_notice(NOTICE)
        kept = self._drafts.read(id_)
        self._drafts.drop(id_)
        if kept is not None:
            self._window.toast(
                "Your changes are gone.", "Undo", lambda: self._keep_again(id_, kept)
            )

    def _keep_again(self, id_: str, kept: KeptDraft) -> None:
        if self._is_open(id_) and not self._window.pages.may_leave(
            lambda: self._keep_again(id_, kept)
        ):
            return
        routine = self._deps.library.catalogue.routines.get(id_)
        self._drafts.keep(id_, kept.draft, routine)
        self.offer()

    def _open(
        self, id_: str, saved: RoutineDraft, was: Routine | None, kept: KeptDraft | None
    ) -> None:
        pages = self._window.pages
        # What is being edited is not to be lost to another wish.
        if not pages.may_leave(lambda: self._open(id_, saved, was, kept)):
            return
        if id_ == self._offered:
            self._window.drop_notice(NOTICE)
        self._id, self._was = id_, was
        page = self._made()
        draft = saved if kept is None else replace(kept.draft, id=saved.id)
        page.edit(draft, saved)
        pages.enter(page, Place.ROUTINES)
        self._page = page
        if kept is not None and page.has_changes:
            self._window.toast("Your changes are back.", "Discard", page.discard)
            if not kept.fits(was):
                self._tell_outside()

    def _made(self) -> EditorPage:
        window, deps = self._window, self._deps
        catalogue = deps.library.catalogue
        page = EditorPage(
            window.look,
            window.pages.pictures,
            catalogue,
            self._pages.durations,
            cache(spoken_seconds),
            own=deps.library.own,
            left_out=left_out(catalogue, deps.coach.screening).stretches,
        )
        page.save_asked.connect(self.save)
        page.preview_asked.connect(self.preview)
        page.changed.connect(self._on_typed)
        page.left.connect(self._on_left)
        page.given_up.connect(self._on_given_up)
        page.overlay_asked.connect(window.pages.overlay_asked)
        page.toast_asked.connect(window.toast)
        page.toast_over.connect(window.pages.notices.hide_toast)
        page.refilled.connect(window.pages.order_focus)
        return page

    # While it is open

    def _on_typed(self, draft: RoutineDraft | None) -> None:
        self._typed = draft
        if draft is None:
            self._keep_soon.stop()
            self._drafts.drop(self._id)
        else:
            self._keep_soon.start()

    def keep_now(self) -> None:
        """Keep what was typed, for a start after the program was killed."""
        self._keep_soon.stop()
        if self._page is not None and self._typed is not None:
            self._drafts.keep(self._id, self._typed, self._was)

    def _on_left(self) -> None:
        self._forget()
        self._window.pages.go_out()

    def _on_given_up(self, draft: RoutineDraft) -> None:
        def again() -> None:
            # Another new one may have been begun since, and has the same place to be kept in.
            if self._window.pages.may_leave(again):
                self._drafts.keep("", draft, None)
                self.new()

        self._window.toast("The new routine is gone.", "Undo", again)

    def _is_open(self, id_: str) -> bool:
        return self._page is not None and self._id == id_

    def _on_inside(self) -> None:
        """Another page is shown in the editor's place, or it was left for another."""
        if self._page is not None and self._window.pages.inside is not self._page:
            self._forget()

    def _forget(self) -> None:
        self._keep_soon.stop()
        self._page = self._typed = None

    def preview(self, draft: RoutineDraft, key: int) -> None:
        """Play ``draft`` from the row ``key`` on; nothing of it is kept."""
        catalogue, screening = self._deps.library.catalogue, self._deps.coach.screening
        rows = draft.rows[max(0, draft.place(key)) :]
        known = [row for row in rows if row.stretch in catalogue.stretches]
        able = [r for r in known if not is_barred(catalogue.stretches[r.stretch], screening)]
        if known and not able:
            self._window.toast("All that is left is left out because of your answers.")
            return
        routine = replace(draft, rows=tuple(able)).build("preview")
        self._conductor.preview(replace(routine, name=routine.name or "Preview"), catalogue)

    # Saving

    def save(self, draft: RoutineDraft) -> None:
        """Write ``draft``, never over what is not what was read."""
        page = self._page
        if page is None:
            return
        try:
            id_ = self._id or self._library.fresh_id(draft.name, "routine")
            routine = draft.build(id_)
            self._write(routine, self._was)
        except Changed:
            page.not_saved()
            self._tell_outside()
            return
        except UserError as error:
            page.not_saved()
            self._tell(error)
            return
        self._is_saved(draft, routine)

    def _is_saved(self, draft: RoutineDraft, routine: Routine) -> None:
        self._drafts.drop(self._id)
        self._keep_soon.stop()
        self._typed = None
        self._id, self._was = routine.id, self._found(routine.id)
        self._window.drop_notice("routines")
        self._window.pages.routines.get().land_on(routine.id)
        if self._page is not None:
            self._page.saved(draft)

    def _write(self, routine: Routine, was: Routine | None) -> None:
        self._writes = True
        try:
            self._library.put(routine, was)
        finally:
            self._writes = False
            if self._page is not None:
                self._refresh(self._page)

    def _keep_both(self) -> None:
        page = self._page
        if page is None:
            return
        draft = page.draft
        try:
            self._writes = True
            made = self._library.keep_both(draft.build(self._id))
        except UserError as error:
            self._tell(error)
            return
        finally:
            self._writes = False
        self._drafts.drop(self._id)
        draft = draft.named(made.name)
        self._refresh(page)
        page.edit(draft, draft)
        self._is_saved(draft, made)
        self._window.toast(f"Yours is kept as “{made.name}”.")

    def _load_theirs(self) -> None:
        page, theirs = self._page, self._found(self._id)
        if page is None or theirs is None:
            return
        self._was = theirs
        page.tell_outside("", ())
        page.take(RoutineDraft.of(theirs))

    # Changes by others

    def on_library(self) -> None:
        """The files were read anew: look whether what is edited is still what it was."""
        page = self._page
        if page is None or self._writes:
            return
        self._refresh(page)
        now = self._found(self._id) if self._id else None
        if not self._id or now == self._was:
            page.tell_outside("", ())
        elif now is not None and not page.has_changes:
            self._load_theirs()
        else:
            self._tell_outside()

    def _refresh(self, page: EditorPage) -> None:
        page.show_catalogue(self._deps.library.catalogue, self._pages.durations)

    def _tell_outside(self) -> None:
        page, look = self._page, self._window.look
        if page is None:
            return
        both = Button(look, "Keep both", size="small")
        both.clicked.connect(self._keep_both)
        if self._found(self._id) is None:
            both.setText("Keep mine as a new file")
            page.tell_outside(GONE, (both,))
            return
        theirs = Button(look, "Load theirs", "ghost", "small")
        theirs.clicked.connect(self._load_theirs)
        page.tell_outside(OUTSIDE, (both, theirs))

    def _found(self, id_: str) -> Routine | None:
        return self._deps.library.catalogue.routines.get(id_)

    def _tell(self, error: UserError) -> None:
        log.warning("editor: %s", error)
        self._window.notice("routines", str(error), "care")
