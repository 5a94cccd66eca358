"""A window in memory that can be got into any state and photographed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget

from supple.core import wording
from supple.core.break_view import PromptView
from supple.core.command import Command
from supple.core.first_run import FirstRun
from supple.core.handout import handout
from supple.core.left_out import left_out
from supple.core.paper import Paper
from supple.core.permitted import permitted
from supple.core.routine import Catalogue
from supple.core.safety import Screening
from supple.core.settings import Settings
from supple.core.shelf import Kind
from supple.core.snapshot import Snapshot
from supple.core.timeline import build_timeline
from supple.core.voice_choice import OutputChoice, VoiceChoice
from supple.figure.book import Figures
from supple.figure.port import FigureView
from supple.shell import history_sample
from supple.shell.app import application
from supple.shell.resources import open_figures, read_resource
from supple.shell.sample import FOLDER, GOAL, TODAY, Run, Sample
from supple.shell.shots import Shot
from supple.ui.breaks.leaving import LeaveDialog
from supple.ui.breaks.prompt import BreakPrompt
from supple.ui.firstrun.page import FirstRunPage
from supple.ui.handout.dialog import PLAIN, PLAN, HandoutDialog
from supple.ui.handout.sheet import Sheet
from supple.ui.history.page import HistoryPage
from supple.ui.library.page import LibraryPage
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.pages import Place
from supple.ui.session.page import SessionPage
from supple.ui.window import MainWindow

VOICES = (
    VoiceChoice("en-us", "English (America)", engine="espeak-ng", terms="GPL-3.0-or-later"),
    VoiceChoice("en", "English (Great Britain)", engine="espeak-ng", terms="GPL-3.0-or-later"),
)
OUTPUTS = (OutputChoice("speakers", "Built-in speakers"), OutputChoice("usb", "USB headset"))
PRINTED = "22 October 2026"
"""The day on a sheet, wherever the pictures are drawn."""
_ROUNDS = 4
"""How often the event loop is emptied until every layout has settled."""


class Studio:
    """Makes a new window for every picture."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self._app = application()
        self._figures = open_figures()
        self._look = Look(read_resource)
        # Nothing moves while it is photographed.
        self._look.set_reduced_motion(True)
        self.window: MainWindow
        self.page: SessionPage
        self.beside: QWidget | None = None
        """A window of its own that is photographed instead."""

    def draw(self, shot: Shot, path: Path) -> None:
        """Write the picture ``shot`` to ``path``. Raises OSError when that cannot be done."""
        self._look.set_theme(shot.theme)
        self._look.set_contrast(shot.contrast)
        self._look.set_text_scale(shot.scale)
        self._open()
        self.window.resize(*shot.size)
        self.window.show()
        self.window.activateWindow()
        self.settle()
        shot.pose(self)
        self.settle()
        saved = (self.beside or self.window).grab().save(str(path))
        self._close()
        if not saved:
            raise OSError(f"The picture {path} could not be written.")

    # What the shots ask for

    @property
    def look(self) -> Look:
        """How everything looks."""
        return self._look

    @property
    def figures(self) -> Figures:
        """The figures that ship."""
        return self._figures

    def library(self, kind: Kind = Kind.ROUTINE) -> LibraryPage:
        """Turn to the library."""
        self.window.show_place(Place.LIBRARY)
        page = self.window.pages.library.get()
        page.show_kind(kind)
        return page

    def answer(self, *ticked: str) -> None:
        """Answer the safety questions so, with a professional's word that stretching is fine."""
        every = self.sample.catalogue
        screening = Screening(TODAY, frozenset(ticked), TODAY)
        mine = permitted(every, screening)
        shown = Catalogue(every.stretches, {**every.routines, **mine.routines})
        gone = left_out(every, screening)
        self.window.show_library(shown, self.sample.durations, (), gone)

    def routines(self, *, broken: bool) -> None:
        """Turn to My routines, with a broken file and two good routines, or with nothing."""
        with tempfile.TemporaryDirectory() as folder:
            files = self.sample.broken(Path(folder)) if broken else ()
        own = ["lying-down", "desk-break"] if broken else []
        catalogue, durations = self.sample.catalogue, self.sample.durations
        self.window.show_routines(catalogue, durations, own, files, FOLDER)
        self.window.show_place(Place.ROUTINES)

    def settings(self, section: str) -> None:
        """Turn to a section of the settings."""
        self.window.show_place(Place.SETTINGS)
        page = self.window.pages.settings.get()
        page.voice.show_voices(VOICES)
        page.voice.show_outputs(OUTPUTS)
        page.voice.show_reader(runs=False)
        page.choose(section)

    def history(self, *, empty: bool = False) -> HistoryPage:
        """Turn to the history of a year, or to none."""
        today, goal = TODAY, GOAL
        stretches = self.sample.catalogue.stretches
        view = history_sample.nothing(today, goal)
        if not empty:
            view = history_sample.overview(stretches, today, goal)
        door = self.window.history
        door.history_shown.connect(lambda: door.show_view(view))
        found = history_sample.sessions(today)
        door.sessions_asked.connect(lambda *_asked: door.show_sessions(found))
        self.window.show_place(Place.HISTORY)
        return self.window.pages.history_page.get()

    def first_run(self, run: FirstRun) -> None:
        """Ask the questions of the first start, as far as ``run`` is."""
        page = FirstRunPage(self._look, self.window.pages.pictures, run)
        self.window.cover(page)
        page.show_offer(self.sample.first_day().up_next)
        page.show_prospect(self.sample.prospect())

    def prompt(self, view: PromptView) -> None:
        """Show the break prompt, at the instant 0."""
        shown = BreakPrompt(self._look, self.window.pages.pictures, lambda: 0.0)
        shown.show_prompt(view)
        self.beside = shown

    def ask_on_closing(self, no_tray: str) -> None:
        """Ask what closing the window means."""
        dialog = LeaveDialog(self._look, self.window, no_tray)
        self.window.pages.overlay_asked.emit(dialog)

    def print_sheet(self, routine: str) -> None:
        """Show how a routine comes out on paper."""
        catalogue, family = self.sample.catalogue, self._look.font("body").family()
        content = handout(build_timeline(catalogue.routines[routine], catalogue))

        def make(paper: Paper, _plain: bool) -> Sheet:
            look = FigureView("")
            return Sheet(content, paper, family, self._figures, look, PRINTED)

        dialog = HandoutDialog(self._look, self.window, make, Paper.A4, doses=(PLAN, PLAIN))
        self.window.pages.overlay_asked.emit(dialog)

    def scroll_down(self) -> None:
        """Show the end of the page that is shown."""
        self.settle()
        for scroller in self.window.findChildren(Scroller):
            if scroller.isVisible():
                bar = scroller.verticalScrollBar()
                bar.setValue(bar.maximum())

    def session(self, routine: str, wanted: Callable[[Snapshot], bool]) -> Run:
        """Show the first moment of a session that is ``wanted``."""
        run = self.sample.session(routine)
        self.page.begin(run.session.timeline.routine.name)
        self.page.show_voice(on=True)
        self.window.show_session(True)
        run.session.apply(Command.START, run.now)
        self.page.show_snapshot(run.until(wanted))
        return run

    def before(self, routine: str) -> None:
        """Ask how the back feels before a session."""
        timeline = self.sample.session(routine).session.timeline
        first = timeline.steps[0]
        self.page.begin(timeline.routine.name)
        self.page.show_question(wording.then_text(first, timeline.stretch_of(first)))
        self.window.show_session(True)

    def command(self, run: Run, command: Command) -> None:
        """Give the session a command and show what comes of it."""
        run.session.apply(command, run.now)
        self.page.show_snapshot(run.session.snapshot(run.now))

    # Inside

    def _open(self) -> None:
        self.window = MainWindow(self._look, self._figures, Settings(full_screen=False))
        self.page = SessionPage(self._look, self._figures)
        self.window.set_session_page(self.page)
        self.window.show_today(self.sample.today())
        self.window.pages.today.get().next_break.show_card(self.sample.next_break())
        self.window.show_library(self.sample.catalogue, self.sample.durations)

    def settle(self) -> None:
        """Let every layout come to rest, and every picture dissolve into the next."""
        for _ in range(_ROUNDS):
            self._app.processEvents()
        for motion in self.window.findChildren(QVariantAnimation):
            if motion.state() is QVariantAnimation.State.Running:
                motion.setCurrentTime(motion.totalDuration())

    def _close(self) -> None:
        self.window.force_close()
        self.window.deleteLater()
        if self.beside is not None:
            self.beside.hide()
            self.beside.deleteLater()
            self.beside = None
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
