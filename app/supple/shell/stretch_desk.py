"""Making and changing stretches of one's own: what the page wishes for, done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from supple.core.own_figures import is_own
from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import Catalogue, Routine, Stretch
from supple.core.stretch_draft import blank, copy_of
from supple.core.timeline import routine_of
from supple.shell.deps import Deps
from supple.shell.errands import Errands, Post
from supple.shell.going_on import NOT_KEPT
from supple.shell.hearing import Hearing
from supple.shell.library_desk import LibraryDesk
from supple.shell.parts import Parts
from supple.shell.stretch_pictures import StretchPictures
from supple.shell.unfinished import Unfinished, Writing
from supple.store.stretch_drafts import key_of
from supple.ui.pages import Place
from supple.ui.stretch.page import COPY, EDIT, NEW, StretchPage

if TYPE_CHECKING:
    from supple.figure.book import Figures
    from supple.ui.files import FileAsker

log = logging.getLogger(__name__)
NOTICE = "stretch"
Preview = Callable[[Routine, Catalogue], object]


class StretchDesk:
    """One page at a time is open; what it shows is written by the library's desk."""

    def __init__(
        self,
        deps: Deps,
        parts: Parts,
        figures: Figures,
        library: LibraryDesk,
        preview: Preview,
        post: Post,
        files: FileAsker | None = None,
    ) -> None:
        """``preview`` does a routine once without counting it; ``files`` asks for a picture."""
        self._deps = deps
        self._parts = parts
        self._figures = figures
        self._library = library
        self._preview = preview
        self._errands = Errands(post)
        self._hearing = Hearing(deps, parts, self._on_heard)
        self._page: StretchPage | None = None
        self._was: Stretch | None = None
        """The entry that is changed, as it was read; None for a new one."""
        self._told_back = False
        """Whether the last word was that what was written is back."""
        self._unfinished = Unfinished(
            deps.paths.stretch_drafts_dir, parts.window, figures, self.take_up
        )
        self._pictures = StretchPictures(
            deps,
            parts.window,
            figures,
            self._errands,
            lambda page: self._page is page,
            self._unfinished.begin_pose,
            files,
        )

    @property
    def page(self) -> StretchPage | None:
        """The page that is open."""
        return self._page

    # What the pages ask for

    def new(self) -> None:
        """Write a stretch from the beginning; one that was begun comes back."""
        key = self._unfinished.new_key()
        if key:
            self.take_up(key)
        else:
            self._open(blank(), NEW, None, self._unfinished.fresh_key())

    def edit(self, id_: str) -> None:
        """Change a stretch of one's own."""
        stretch = self._find(id_)
        if stretch is not None and id_ in self._deps.library.own:
            key = key_of(id_)
            if not self.take_up(key):
                self._open(stretch, EDIT, stretch, key)
        elif stretch is not None:
            self.copy(id_)

    def copy(self, id_: str) -> None:
        """Begin with what another stretch says; nothing is kept before it is saved."""
        stretch = self._find(id_)
        if stretch is None:
            return
        from supple.core.fresh import copy_name

        names = {s.name for s in self._deps.library.catalogue.stretches.values()}
        copy = copy_of(stretch, copy_name(stretch.name, names))
        self._open(copy, COPY, None, self._unfinished.fresh_key())

    def take_up(self, key: str) -> bool:
        """Go on with what is kept under ``key``; False where there is nothing."""
        pages = self._parts.window.pages
        if not pages.may_leave(lambda: self.take_up(key)):
            return True
        kept = self._unfinished.take(key)
        if kept is None:
            return False
        draft, was, own_key = kept.draft, kept.was, key
        if was is not None and was.id not in self._deps.library.own:
            # Its file is gone: it becomes a new one.
            draft, was, own_key = replace(draft, id=""), None, self._unfinished.fresh_key()
        start = was or kept.start or blank()
        title = EDIT if was else NEW if start == blank() else COPY
        # From Today, where it is offered back, it belongs where one's own are.
        place = Place.LIBRARY if pages.place is Place.LIBRARY else Place.ROUTINES
        page = self._open(start, title, was, own_key, place)
        if page is not None:
            page.restore(draft)
            if own_key != key:
                self._unfinished.move(key)
            self._parts.window.toast(
                "What you wrote is back.", "Discard", lambda: self._discard(page)
            )
            self._told_back = True
            self._take_up_pose(page, kept.pose)
        return True

    def _take_up_pose(self, page: StretchPage, pose: str) -> None:
        """Go on with the pose that was being made; one that cannot be read is left out."""
        if not pose:
            return
        from supple.figure.draft_file import read_draft

        try:
            draft = read_draft(pose)
        except ProblemsFound as error:
            log.warning("pose not taken up: %s", error)
        else:
            self._pictures.pose(page, page.draft.figure).restore(draft)

    def _discard(self, page: StretchPage) -> None:
        if self._page is page:
            page.discard()

    def offer(self) -> None:
        """Say that a stretch was being written when the program ended."""
        self._unfinished.offer()

    def keep_now(self) -> None:
        """Keep what is written, as the program may end without asking."""
        if self._page is not None:
            self._page.picture.take_words()
        self._unfinished.keep_now()

    def close(self) -> None:
        """Let go of what is under way."""
        self._hearing.stop()
        self._errands.close()

    # The page

    def _open(
        self,
        start: Stretch,
        title: str,
        was: Stretch | None,
        key: str,
        place: Place | None = None,
    ) -> StretchPage | None:
        """Show the form; None where what is on the page now has to be seen to first.

        ``place``: in whose place; None for the one it was asked for in.
        """
        pages = self._parts.window.pages
        if not pages.may_leave(lambda: self._open(start, title, was, key, place)):
            return None
        page = StretchPage(self._parts.window.look, pages.pictures, start, title)
        self._page, self._was = page, was
        self._pictures.serve(page)
        page.save_asked.connect(lambda stretch: self._save(page, stretch))
        page.try_asked.connect(self._try)
        page.hear_asked.connect(lambda lines: self._hear(page, lines))
        page.hush_asked.connect(lambda: self._hush(page))
        page.overlay_asked.connect(pages.overlay_asked)
        page.later_asked.connect(lambda then: self._keep_for_later(page, then))
        page.left.connect(lambda: self._leave(page))
        page.destroyed.connect(lambda: self._gone(page))
        # Back to where it was asked for.
        own = pages.place is Place.ROUTINES
        pages.enter(page, place or (Place.ROUTINES if own else Place.LIBRARY))
        self._unfinished.begin(Writing(page, key, was))
        return page

    def _leave(self, page: StretchPage) -> None:
        self._unfinished.done(page)
        pages = self._parts.window.pages
        if self._told_back:
            self._told_back = False
            pages.notices.hide_toast()
        if pages.inside is page:
            pages.go_out()

    def _keep_for_later(self, page: StretchPage, then: Callable[[], object]) -> None:
        if not self._unfinished.keep_now():
            self._tell(UserError(NOT_KEPT))
            return
        self._unfinished.leave()
        self._unfinished.offer()
        page.let_go(then)

    def _gone(self, page: StretchPage) -> None:
        if self._page is page:
            self._page = self._was = None
            self._unfinished.leave()
            self._hearing.stop()
            self._figures.unlend()

    # Saving

    def _save(self, page: StretchPage, stretch: Stretch) -> None:
        from supple.store.own_changes import Changed

        try:
            made = stretch
            if not made.id:
                made = replace(made, id=self._library.fresh_id(made.name, "stretch"))
            self._save_figure(made.figure)
            self._library.put(made, self._was)
        except Changed as changed:
            page.show_not_saved()
            self._ask_both(page, stretch, changed)
        except UserError as error:
            page.show_not_saved()
            self._tell(error)
        else:
            self._saved(page, made)

    def _save_figure(self, figure: str) -> None:
        """Write a figure that is only lent so far."""
        own = self._figures.own
        if not is_own(figure) or figure in own.saved_ids():
            return
        found = self._pictures.read_own(figure)
        if found is not None:
            self._library.put_figure(*found)

    def _saved(self, page: StretchPage, stretch: Stretch) -> None:
        self._parts.window.drop_notice(NOTICE)
        self._parts.window.toast(f"“{stretch.name}” is saved.")
        self._told_back = False
        pages = self._parts.window.pages
        if pages.place is Place.ROUTINES:
            pages.routines.get().land_on(stretch.id)
        else:
            pages.library.get().show_stretch(stretch.id)
        page.show_saved(stretch)

    def _ask_both(self, page: StretchPage, stretch: Stretch, changed: UserError) -> None:
        from supple.ui.stretch.clash import ClashDialog

        window = self._parts.window
        dialog = ClashDialog(window.look, window, stretch.name, str(changed))
        dialog.accepted.connect(lambda: self._keep_both(page, stretch))
        window.pages.overlay_asked.emit(dialog)

    def _keep_both(self, page: StretchPage, stretch: Stretch) -> None:
        try:
            self._save_figure(stretch.figure)
            made = self._library.keep_both(stretch)
        except UserError as error:
            self._tell(error)
        else:
            self._saved(page, made)

    # Trying it

    def _try(self, stretch: Stretch) -> None:
        self._hearing.stop()
        named = stretch if stretch.id else replace(stretch, id="draft")
        catalogue = self._deps.library.catalogue
        self._preview(routine_of(named), catalogue.plus(Catalogue({named.id: named}, {})))

    def _hear(self, page: StretchPage, lines: tuple[str, ...]) -> None:
        why_not = self._hearing.begin(lines)
        page.script.show_hearing(not why_not, why_not)

    def _hush(self, page: StretchPage) -> None:
        self._hearing.stop()
        page.script.show_hearing(False)

    def _on_heard(self) -> None:
        if self._page is not None:
            self._page.script.show_hearing(False)

    # Inside

    def _find(self, id_: str) -> Stretch | None:
        stretch = self._deps.library.catalogue.stretches.get(id_)
        if stretch is None:
            self._tell(UserError("It is not in your library any more."))
        return stretch

    def _tell(self, error: UserError) -> None:
        log.warning("stretch: %s", error)
        text = str(error.problems[0]) if isinstance(error, ProblemsFound) else str(error)
        self._parts.window.notice(NOTICE, text, "care")
