"""The editing of routines: opens the editor, writes what is saved, hears of changes by others."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cache

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
from supple.shell.editor_drafts import Edited, EditorDrafts
from supple.shell.going_on import NOT_KEPT
from supple.shell.library_desk import LibraryDesk
from supple.shell.pages import Pages
from supple.store.own_library import Changed
from supple.ui.editor.page import EditorPage
from supple.ui.pages import Place
from supple.ui.widgets.button import Button
from supple.ui.window import MainWindow

log = logging.getLogger(__name__)
OUTSIDE = "The file of this routine was changed while you were editing it."
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
        self._drafts = EditorDrafts(deps, window, self._edited, self._take_up)
        self._page: EditorPage | None = None
        self._id = ""
        """Of the routine that is edited; "" until it is saved for the first time."""
        self._was: Routine | None = None
        """The very routine of the library that is edited."""
        self._writes = False
        self._undo: Callable[[], None] | None = None
        """What the newest toast of the one that is open does."""
        self._told_back = False
        """Whether it was told of the one that is open that its changes are back."""
        window.pages.inside_changed.connect(self._on_inside)
        library.changed.connect(self.on_library)

    def _edited(self) -> Edited:
        return Edited(self._id, self._was, self._page is not None)

    # Opening

    def new(self) -> None:
        """Edit a routine that does not exist yet; one that was begun comes back."""
        kept = self._drafts.files.read("")
        self._open("", RoutineDraft(), None, kept)

    def edit(self, id_: str) -> None:
        """Edit a routine of the person's own."""
        routine = self._deps.library.catalogue.routines.get(id_)
        if routine is None:
            self._window.toast("It is not in your library any more.")
            return
        draft = RoutineDraft.of(routine)
        self._open(id_, draft, routine, self._drafts.files.read(id_))

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
        self._drafts.offer()

    def _take_up(self, id_: str) -> None:
        kept = self._drafts.files.read(id_)
        if id_ in self._deps.library.catalogue.routines:
            self.edit(id_)
        elif kept is not None:
            # Its file is gone: it becomes a new one.
            is_open = self._open("", RoutineDraft(), None, replace(kept, was=None))
            if is_open and id_ and self._drafts.keep_now():
                self._drafts.files.drop(id_)

    def _open(
        self, id_: str, saved: RoutineDraft, was: Routine | None, kept: KeptDraft | None
    ) -> bool:
        """False where what is edited now has to be seen to first."""
        pages = self._window.pages
        # What is being edited is not to be lost to another wish.
        if not pages.may_leave(lambda: self._open(id_, saved, was, kept)):
            return False
        self._drafts.opened(id_)
        self._id, self._was = id_, was
        page = self._made()
        draft = saved if kept is None else replace(kept.draft, id=saved.id)
        page.edit(draft, saved)
        pages.enter(page, Place.ROUTINES)
        self._page = page
        if kept is not None and page.has_changes:
            if not id_:
                # What it was kept as may be gone with its file.
                self._drafts.on_typed(page.draft)
                self._drafts.keep_now()
            self._window.toast("Your changes are back.", "Discard", page.discard)
            self._told_back = True
            if not kept.fits(was):
                self._tell_outside()
        return True

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
        page.changed.connect(self._drafts.on_typed)
        page.later_asked.connect(self._keep_for_later)
        page.left.connect(self._on_left)
        page.given_up.connect(self._on_given_up)
        page.overlay_asked.connect(window.pages.overlay_asked)
        page.toast_asked.connect(self._on_toast)
        page.toast_over.connect(window.pages.notices.hide_toast)
        page.refilled.connect(window.pages.order_focus)
        return page

    # While it is open

    def keep_now(self) -> None:
        """Keep what was typed, for a start after the program was killed."""
        self._drafts.keep_now()

    def _on_toast(self, text: str, action: str, then: Callable[[], None]) -> None:
        self._undo = then
        self._window.toast(text, action, then)

    def _on_left(self) -> None:
        self._forget()
        if self._told_back:
            self._told_back = False
            self._window.pages.notices.hide_toast()
        self._window.pages.go_out()

    def _keep_for_later(self, then: Callable[[], object]) -> None:
        page = self._page
        if page is None:
            return
        if not self._drafts.keep_now():
            self._tell(UserError(NOT_KEPT))
            return
        self._drafts.offer()
        page.let_go(then)

    def _on_given_up(self, draft: RoutineDraft) -> None:
        def again() -> None:
            # Another new one may have been begun since, and has the same place to be kept in.
            if self._window.pages.may_leave(again):
                self._drafts.files.keep("", draft, None)
                self.new()

        self._window.toast("The new routine is gone.", "Undo", again)

    def _on_inside(self) -> None:
        """Another page is shown in the editor's place, or it was left for another."""
        if self._page is not None and self._window.pages.inside is not self._page:
            self._forget()

    def _forget(self) -> None:
        if self._undo is not None:
            # There is no page any more to undo it on.
            self._window.pages.notices.hide_toast(self._undo)
            self._undo = None
        self._drafts.forget()
        self._page = None

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
        self._drafts.done(self._id)
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
        self._drafts.files.drop(self._id)
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
