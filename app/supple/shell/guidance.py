"""Everything that guides a session, built once the window is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from supple.desk.keep_awake import KeepAwake
from supple.play.player import Player
from supple.shell import logs
from supple.shell.check_desk import CheckDesk
from supple.shell.conductor import Conductor
from supple.shell.deps import Deps
from supple.shell.each import each
from supple.shell.first_run_desk import FirstRunDesk
from supple.shell.history_room import HistoryRoom
from supple.shell.library_desk import LibraryDesk
from supple.shell.narrator import Narrator
from supple.shell.pages import Pages
from supple.shell.parts import Parts
from supple.shell.voice_desk import VoiceDesk
from supple.shell.wiring import (
    show_folder,
    wire,
    wire_editor,
    wire_first_run,
    wire_flexibility,
    wire_guide,
    wire_handout,
    wire_history,
    wire_library,
    wire_sending,
    wire_share_desk,
    wire_sharing,
    wire_stretches,
    wire_voice,
)
from supple.store.recorder import Recorder
from supple.store.unsaved import Unsaved
from supple.ui.look import Look
from supple.ui.session.page import SessionPage
from supple.ui.share.dropping import Dropping
from supple.ui.window import MainWindow
from supple.voice.qt_post import QtPost

if TYPE_CHECKING:
    from supple.figure.book import Figures
    from supple.shell.editor_desk import EditorDesk
    from supple.shell.guide_desk import GuideDesk
    from supple.shell.handout_desk import HandoutDesk
    from supple.shell.send_desk import SendDesk
    from supple.shell.share_desk import ShareDesk
    from supple.shell.stretch_desk import StretchDesk

VOICE_LIMIT_MS = 500
"""How long a session asked for at the start waits for the voice."""


class Guidance:
    """Player, page, voice and recorder, and the one who conducts them."""

    def __init__(
        self, deps: Deps, look: Look, window: MainWindow, figures: Figures, pages: Pages
    ) -> None:
        self._deps = deps
        self._window = window
        self._figures = figures
        self._post = QtPost()
        self._crashes = logs.start(deps.paths.log_file, self.tell)
        logs.take_qt_messages()
        page = SessionPage(look, figures)
        voice = deps.make_voice(
            str(deps.paths.voice_cache),
            self._post,
            lambda state: self.conductor.show_voice(state),
            voice=deps.settings.voice,
        )
        self.parts = Parts(
            window=window,
            page=page,
            pages=pages,
            player=Player(deps.clock, asleep_s=deps.asleep_s),
            voice=voice,
            recorder=Recorder(
                deps.history, deps.now, deps.new_id, Unsaved(deps.paths.unsaved_dir), self.tell
            ),
            keep_awake=KeepAwake(deps.inhibitors),
            narrator=Narrator(voice, page.read_out, deps.find_reader),
        )

    def start(self, leave: Callable[[], None]) -> None:
        """Wire everything and warm up the voice; ``leave`` ends the program."""
        self.conductor = Conductor(self._deps, self.parts, leave)
        self.voice_desk = VoiceDesk(self._deps, self.parts, self._post)
        self.history = HistoryRoom(
            self._deps,
            self._window,
            self.parts.pages,
            self.parts.recorder,
            self._post,
            lambda: self.parts.player.active,
            lambda folder: show_folder(self.parts, folder),
        )
        self.checks = CheckDesk(
            self._deps, self.parts, self.history.changed, self.conductor.make_ready
        )
        wire(self._deps, self.parts, self.conductor)
        wire_voice(self.parts, self.voice_desk)
        wire_history(self.parts, self.history)
        wire_flexibility(self.parts, self.checks, self.conductor)
        self.library = LibraryDesk(
            self._deps, self._window, self.parts.pages, lambda: self.parts.player.active
        )
        wire_library(self.parts, self.library, self.conductor)
        wire_editor(self.parts, lambda: self.editor)
        wire_guide(self.parts, lambda: self.guide)
        wire_sharing(self.parts, Dropping(self._window.look, self._window), lambda: self.sharing)
        wire_sending(self.parts, lambda: self.sending)
        wire_handout(self.parts, lambda: self.handout)
        wire_stretches(self.parts, lambda: self.stretches)
        self.library.changed.connect(self._figures.own_changed)
        self.first_run = FirstRunDesk(self._deps, self._window, self.parts.pages, self.conductor)
        wire_first_run(self.parts, self.first_run)
        self.history.start()
        self.library.start()
        self._window.set_session_page(self.parts.page)
        self.conductor.on_settings()
        self.parts.voice.start()
        self.conductor.make_ready(self.parts.pages.up_next)
        self.first_run.look()
        if self._deps.paths.drafts_dir.exists():
            self.editor.offer()
            if self._deps.paths.stretch_drafts_dir.exists():
                self.stretches.offer()

    @cached_property
    def editor(self) -> EditorDesk:
        """Routines of one's own; loaded with the first that is made or changed."""
        from supple.shell.editor_desk import EditorDesk

        return EditorDesk(self._deps, self._window, self.parts.pages, self.library, self.conductor)

    @cached_property
    def guide(self) -> GuideDesk:
        """Saves sessions as sound; loaded when one is to be."""
        from supple.shell.guide_desk import GuideDesk

        def show(folder: str) -> None:
            show_folder(self.parts, folder)

        return GuideDesk(self._deps, self._window, self._post, show)

    @cached_property
    def handout(self) -> HandoutDesk:
        """Sets routines on paper; loaded when one is to be."""
        from supple.shell.handout_desk import HandoutDesk

        def show(folder: str) -> None:
            show_folder(self.parts, folder)

        return HandoutDesk(self._deps, self._window, self._figures, show)

    @cached_property
    def stretches(self) -> StretchDesk:
        """Where stretches are written; loaded with the first one."""
        from supple.shell.stretch_desk import StretchDesk

        return StretchDesk(
            self._deps,
            self.parts,
            self._figures,
            self.library,
            self.conductor.preview,
            self._post,
        )

    @cached_property
    def sharing(self) -> ShareDesk:
        """Files with routines from others; loaded with the first of them."""
        from supple.shell.share_desk import ShareDesk

        copy, stage = self._window.copy_asked.emit, self.parts.page.guide.stage
        errands = self.history.errands
        desk = ShareDesk(self._deps, self._window, self.library, errands, copy, stage)
        wire_share_desk(self.parts, desk)
        return desk

    @cached_property
    def sending(self) -> SendDesk:
        """Puts routines of one's own into files for others; loaded with the first of them."""
        from supple.shell.send_desk import SendDesk

        def show(folder: str) -> None:
            show_folder(self.parts, folder)

        return SendDesk(self._deps, self._window, self.library, self.history.errands, show)

    def begin(self, id_: str) -> None:
        """Start a session once the voice can speak, and half a second later in any case.

        Its first sentence is due as it begins, and would be late while the worker still starts.
        """
        begun = False

        def start() -> None:
            nonlocal begun
            if not begun:
                begun = True
                self.conductor.start(id_)

        self.parts.voice.when_ready(start)
        if not begun:
            QTimer.singleShot(VOICE_LIMIT_MS, self._window, start)

    def tell(self, text: str) -> None:
        """Tell the person one sentence, from whatever thread."""
        self._post(lambda: self._window.notice("told", text, "care"))

    def close(self) -> None:
        """Let go of the worker and the log, once the history is looked after."""
        built = vars(self)
        each(
            *([self.guide.close] if "guide" in built else ()),
            *([self.handout.finish_now] if "handout" in built else ()),
            self.parts.voice.close,
            *([self.stretches.close] if "stretches" in built else ()),
            self.history.close,
            lambda: logs.stop(self._crashes),
        )
