"""Keeps the stretch that is being written, and offers it back when the program was ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from supple.core.own_figures import fresh_id, is_own
from supple.core.routine import Stretch
from supple.core.stretch_keeping import KeptStretch
from supple.shell.going_on import offer_to_go_on
from supple.store.stretch_drafts import Figure, StretchDrafts

if TYPE_CHECKING:
    from pathlib import Path

    from supple.figure.book import Figures
    from supple.ui.pose.editor import PoseEditor
    from supple.ui.stretch.page import StretchPage
    from supple.ui.window import MainWindow

KEEP_AFTER_MS = 400
"""So long nothing is written before it is kept."""
NOTICE = "stretch-draft"


class Writing(NamedTuple):
    """A stretch on the page: under which key it is kept, and the entry it changes."""

    page: StretchPage
    key: str
    was: Stretch | None


class Unfinished:
    """Looks after one page at a time."""

    def __init__(
        self, folder: Path, window: MainWindow, figures: Figures, go_on: Callable[[str], object]
    ) -> None:
        """``go_on`` opens what is kept under a key."""
        self.drafts = StretchDrafts(folder)
        self._window = window
        self._figures = figures
        self._go_on = go_on
        self._writing: Writing | None = None
        self._posing: PoseEditor | None = None
        """In which a pose is made for the page, over it."""
        self._is_kept = False
        self._offered = ""
        """Of which key it is said that it was being written."""
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep_now)

    # While it is written

    def begin(self, writing: Writing) -> None:
        """Keep what is written on a page from now on, until it is left."""
        self.leave()
        self._writing = writing
        self._is_kept = writing.key in self.drafts.listed()
        if writing.key == self._offered:
            self._window.drop_notice(NOTICE)
        writing.page.changed.connect(lambda: self._on_changed(writing))

    def begin_pose(self, editor: PoseEditor) -> None:
        """Keep the pose that is made for the page as well, until it is used or given up."""
        writing = self._writing
        if writing is None:
            return
        self._posing = editor
        editor.changed.connect(lambda: self._on_changed(writing))
        # Whoever uses it has it on the page by then.
        for over in (editor.done, editor.dismissed):
            over.connect(lambda *_: self._end_pose(writing))

    def _end_pose(self, writing: Writing) -> None:
        self._posing = None
        self._on_changed(writing)

    def done(self, page: StretchPage) -> None:
        """It is saved, or let go of."""
        if self._writing is not None and self._writing.page is page:
            self.drafts.drop(self._writing.key)
            self.leave()

    def leave(self) -> None:
        """The page is gone; what is kept of it stays."""
        self._soon.stop()
        self._writing = self._posing = None

    def keep_now(self) -> bool:
        """Keep what is written, for a start after the program was ended; False: it is not."""
        self._soon.stop()
        if self._writing is None or not self._has_changes(self._writing):
            return True
        page, key, was = self._writing
        start = None if was is not None else page.start
        kept = KeptStretch(page.draft, was, start, self._pose())
        done = self.drafts.keep(key, kept, self._lent(page.draft.figure))
        self._is_kept = self._is_kept or done
        return done

    def _has_changes(self, writing: Writing) -> bool:
        posing = self._posing
        return writing.page.is_changed or (posing is not None and posing.is_changed)

    def _pose(self) -> str:
        """The pose that is being made; "" for none."""
        if self._posing is None or not self._posing.is_changed:
            return ""
        from supple.figure.draft_file import draft_text

        return draft_text(self._posing.draft)

    def _on_changed(self, writing: Writing) -> None:
        if self._writing is not writing:
            return
        if self._has_changes(writing):
            self._soon.start()
            return
        self._soon.stop()
        if self._is_kept:
            self.drafts.drop(writing.key)
            self._is_kept = False

    def _lent(self, figure: str) -> Figure | None:
        own = self._figures.own
        if not is_own(figure) or figure in own.saved_ids():
            return None
        found = own.read(figure)
        return Figure(*found) if found is not None else None

    # Coming back to it

    def new_key(self) -> str:
        """Under which key a new stretch was begun; "" for none."""
        for key in self.drafts.listed():
            found = self.drafts.read(key)
            if found is not None and found[0].was is None:
                return key
        return ""

    def move(self, key: str) -> None:
        """What was kept under ``key`` is what is written now, and kept under its own key."""
        if self.keep_now():
            self.drafts.drop(key)

    def fresh_key(self) -> str:
        """A key for another new stretch."""
        return self.drafts.fresh_key(self._writing.key if self._writing is not None else "")

    def take(self, key: str) -> KeptStretch | None:
        """What is kept under ``key``, its figure lent again; None where it cannot be read."""
        found = self.drafts.read(key)
        if found is None:
            return None
        kept, figure = found
        id_ = self._lend_again(kept.draft, figure)
        return replace(kept, draft=replace(kept.draft, figure=id_))

    def _lend_again(self, draft: Stretch, figure: Figure | None) -> str:
        """The id under which the figure of ``draft`` is to be had; "" where it is gone."""
        own, id_ = self._figures.own, draft.figure
        if figure is None:
            return id_ if not is_own(id_) or id_ in own.ids() else ""
        if id_ in own.ids():
            with suppress(OSError):
                if own.read(id_) == figure:
                    return id_
            # Another stretch has taken the name in the meantime.
            id_ = fresh_id(draft.name, own.ids())
        ending = figure.file_name.rpartition(".")[2]
        self._figures.lend(f"{id_}.{ending}", figure.content)
        shown = self._figures.drawing(id_) or self._figures.image(id_)
        return id_ if shown is not None else ""

    def offer(self) -> None:
        """Say that something was being written when the program ended."""
        for key in self.drafts.listed():
            found = self.drafts.read(key)
            if found is None:
                self.drafts.drop(key)
            elif self._writing is None or self._writing.key != key:
                name = found[0].draft.name.strip()
                what = f"“{name}”" if name else "a new stretch"
                self._offer(key, f"You were writing {what}. What you wrote is kept.")
                return

    def _offer(self, key: str, text: str) -> None:
        self._offered = key
        offer_to_go_on(
            self._window,
            NOTICE,
            text,
            "Go on writing",
            lambda: self._go_on(key),
            lambda: self._let_go(key),
        )

    def _let_go(self, key: str) -> None:
        self._window.drop_notice(NOTICE)
        found = self.drafts.read(key)
        self.drafts.drop(key)
        if found is not None:
            self._window.toast(
                "What you wrote is gone.", "Undo", lambda: self._keep_again(key, *found)
            )

    def _keep_again(self, key: str, kept: KeptStretch, figure: Figure | None) -> None:
        in_use = self._writing.key if self._writing is not None else ""
        # Another may have been begun since; both are kept then.
        free = key != in_use and key not in self.drafts.listed()
        self.drafts.keep(key if free else self.fresh_key(), kept, figure)
        self.offer()
