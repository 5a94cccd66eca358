"""Shared by the tests of what is seen: a look, a figure that only counts, and snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.choice import Moment, choose, last_done
from supple.core.event import Ended, PauseReason
from supple.core.person import Person
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Catalogue, Reps, Side
from supple.core.settings import Settings
from supple.core.snapshot import Band, Phase, Snapshot
from supple.core.step import Line, LineKind, Step, StepKind
from supple.core.timeline import build_timeline, routine_of
from supple.core.today import TodayView, build_today
from supple.figure.port import FigureView
from supple.store.routine_files import load_library
from supple.ui.look import Look
from supple.ui.pages import Pages
from supple.ui.picture import Pictures

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class CountingFigures:
    """Stands in for the figure painter and keeps every view it was asked to paint."""

    def __init__(self) -> None:
        self.painted: list[FigureView] = []

    def ids(self) -> frozenset[str]:
        return frozenset({"supine-strap"})

    def paint(self, painter: QPainter, rect: QRectF, view: FigureView) -> None:
        self.painted.append(view)

    def description(self, figure: str) -> str:
        return "Lying on the back, one leg up" if figure == "supine-strap" else ""

    def place(self, rect: QRectF, view: FigureView, part: str) -> tuple[float, float] | None:
        return None

    def cycles(self, figure: str) -> bool:
        return figure == "supine-strap"

    def version(self, figure: str) -> str:
        return ""


@pytest.fixture
def figures() -> CountingFigures:
    return CountingFigures()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(lambda name: (RESOURCES / name).read_bytes())
    made.set_theme("light")
    yield made
    # Nothing else deletes the closed widgets, and a new theme would dress them all again.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


SnapshotMaker = Callable[..., Snapshot]

LABELS = {
    StepKind.PREPARE: "Get ready",
    StepKind.HOLD: "Hold",
    StepKind.REPS: "Keep going",
    StepKind.SWITCH: "Switch",
    StepKind.REST: "Rest",
    StepKind.FINISH: "Done",
}


def make_step(kind: StepKind, side: Side = Side.LEFT, **changes: object) -> Step:
    base = Step(
        index=2,
        kind=kind,
        start_s=10.0,
        duration_s=30.0,
        block=0,
        stretch="strap",
        side=side,
        set=1,
        sets=2,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def make_snapshot(
    kind: StepKind = StepKind.HOLD, side: Side = Side.LEFT, left: float = 24.0, **changes: object
) -> Snapshot:
    """A snapshot of a step of 30 seconds in the first of six stretches."""
    step_changes = {
        name[5:]: changes.pop(name) for name in list(changes) if name.startswith("step_")
    }
    step = make_step(kind, side, **step_changes)
    main = "BOTH LEGS" if side is Side.BOTH else f"{side.value.upper()} LEG"
    ghost = "" if side is Side.BOTH else f"{side.other.value.capitalize()} leg next"
    base = Snapshot(
        phase=Phase.RUNNING,
        step=step,
        figure="supine-strap",
        duration_s=step.duration_s,
        elapsed_s=step.duration_s - left,
        left_s=left,
        lead_in_left_s=0.0,
        session_left_s=500.0,
        blocks=(90.0, 60.0, 90.0, 75.0, 60.0, 60.0),
        block=0,
        block_fraction=0.3,
        title="Hamstring with strap",
        label=LABELS[kind],
        cue="Pull until you feel a gentle stretch.",
        then="rest, then the left leg again",
        band=Band(main, ghost),
        next_stretch="Figure four",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def make_reps(rep: int, fraction: float, left: float = 12.0, **changes: object) -> Snapshot:
    """A snapshot of ten repetitions of two seconds, point and flex."""
    word = ("point" if fraction < 0.5 else "flex") if rep else ""
    base: dict[str, object] = {
        "step_duration_s": 20.0,
        "step_sets": 1,
        "step_reps": Reps(10, 2.0, ("point", "flex")),
        "rep": rep,
        "reps": 10,
        "rep_word": word,
        "rep_fraction": fraction,
        "cue": "Point your toes, then flex.",
    }
    return make_snapshot(StepKind.REPS, Side.BOTH, left, **{**base, **changes})


def make_pause(reason: PauseReason, **changes: object) -> Snapshot:
    """A snapshot of a hold that stands still."""
    base: dict[str, object] = {"left": 17.0, "label": "Paused", "cue": "Take your time."}
    return make_snapshot(phase=Phase.PAUSED, pause_reason=reason, **{**base, **changes})


def make_line(text: str) -> Line:
    return Line(0.0, text, LineKind.HOLD, 2.0)


@pytest.fixture
def snapshot() -> SnapshotMaker:
    return make_snapshot


@pytest.fixture
def reps() -> SnapshotMaker:
    return make_reps


@pytest.fixture
def pause() -> SnapshotMaker:
    return make_pause


@pytest.fixture
def line() -> Callable[[str], Line]:
    return make_line


class PaintLog(QObject):
    """Counts a widget's paint events and keeps how large each was."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    @property
    def count(self) -> int:
        return len(self.areas)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


@pytest.fixture
def paint_log() -> type[PaintLog]:
    return PaintLog


def ink_at(widget: QWidget, x: float, y: float) -> str:
    """The colour that ``widget`` shows at a place given as parts of its size, as ``#rrggbb``."""
    image = widget.grab().toImage()
    return image.pixelColor(int(x * image.width()), int(y * image.height())).name()


@pytest.fixture
def color_at() -> Callable[[QWidget, float, float], str]:
    return ink_at


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform says so of every window that has a least size; it is no fault."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@dataclass(frozen=True)
class Content:
    """What ships, with the seconds of every routine and stretch."""

    catalogue: Catalogue
    durations: dict[str, float]


@pytest.fixture(scope="session")
def content() -> Content:
    """The routines as they ship: pages are tested with the real texts."""
    catalogue = load_library(RESOURCES.parent / "routines.json", None).catalogue
    stretches = catalogue.stretches.values()
    seconds = {s.id: build_timeline(routine_of(s), catalogue).total_s for s in stretches}
    for routine in catalogue.routines.values():
        seconds[routine.id] = build_timeline(routine, catalogue).total_s
    return Content(catalogue, seconds)


@pytest.fixture
def pictures(look: Look, figures: CountingFigures) -> Pictures:
    return Pictures(look, figures)


THURSDAY = date(2026, 10, 22)


def session_on(day: int, hour: int = 10, pain: tuple[int, int] | None = None) -> SessionRecord:
    """A desk break of two held minutes on a day of October 2026."""
    before, after = pain if pain else (None, None)
    return SessionRecord(
        id=f"{day}-{hour}",
        routine="desk-break",
        routine_name="Desk break",
        started_at=datetime(2026, 10, day, hour, 30, tzinfo=UTC),
        ended=Ended.FINISHED,
        steps=(StepRecord(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, 120, 120, True),),
        pain_before=before,
        pain_after=after,
    )


@pytest.fixture
def make_view(content: Content) -> Callable[..., TodayView]:
    def make(*sessions: SessionRecord, hour: int = 14, goal: int = 5) -> TodayView:
        totals = [(s.day, s.held_s) for s in sessions]
        done = last_done([(s.routine, s.day) for s in sessions])
        moment = Moment(THURSDAY, hour, last_done=done)
        choices = choose(content.catalogue, content.durations, Person(), moment)
        return build_today(
            THURSDAY, content.catalogue, content.durations, choices, sessions, totals, goal
        )

    return make


@pytest.fixture
def today_view(make_view: Callable[..., TodayView]) -> TodayView:
    """A Thursday with one session done, two more in the week and pain that went down."""
    return make_view(session_on(19), session_on(20), session_on(22, pain=(4, 2)))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A shown window to put a part into, so that it has the size it is given and no least one."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


Put = Callable[[QWidget, int, int], QWidget]


@pytest.fixture
def put(qtbot: QtBot) -> Put:
    """Shows a part, ``width`` by ``height`` pixels."""
    hosts: list[QWidget] = []

    def show(part: QWidget, width: int, height: int) -> QWidget:
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)  # else Python would let it go, with the part
        host.resize(width + 40, height + 40)
        # The window gives its first part the focus.
        QPushButton("First", host).setGeometry(0, 0, 16, 16)
        part.setParent(host)
        part.setGeometry(20, 20, width, height)
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        return part

    return show


@pytest.fixture
def pages(
    qtbot: QtBot, look: Look, figures: CountingFigures, content: Content, today_view: TodayView
) -> Pages:
    """All pages, filled and shown."""
    made = Pages(look, figures)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.today.give(lambda page: page.show_view(today_view))
    made.library.give(lambda page: page.show_catalogue(content.catalogue, content.durations))
    made.settings.give(lambda page: page.show_settings(Settings()))
    made.show()
    made.activateWindow()
    return made
