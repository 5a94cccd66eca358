from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.command import Command
from supple.core.event import Ended, Event, SessionStarted, StepEnded
from supple.core.record import SessionRecord
from supple.core.routine import (
    Catalogue,
    Dose,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Side,
    Sides,
    Stretch,
)
from supple.core.session import Session
from supple.core.step import StepKind
from supple.core.timeline import build_timeline
from supple.store import atomic
from supple.store.database import Database
from supple.store.history import History
from supple.store.recorder import Recorder
from supple.store.unsaved import Unsaved


def stretch(id_: str, sides: Sides, dose: Dose) -> Stretch:
    return Stretch(id_, id_.title(), Position.LYING, sides, 1, ("Lie on your back.",), dose)


STRAP = stretch("strap", Sides.EACH, Dose(hold_s=30, sets=2))
KNEES = stretch("knees", Sides.BOTH, Dose(hold_s=20))
PUMPS = stretch("pumps", Sides.EACH, Dose(reps=Reps(5, 2.0, ("point", "flex"))))
LIBRARY = (STRAP, KNEES, PUMPS)
ROUTINE = Routine("r", "Test", tuple(RoutineStep(s.id) for s in LIBRARY))


@dataclass
class Guided:
    """A real session, its clock turned by hand, recorded as it goes."""

    recorder: Recorder
    clock: Any
    told: list[str]
    session: Session = field(
        default_factory=lambda: Session(build_timeline(ROUTINE, Catalogue.of(LIBRARY, [ROUTINE])))
    )
    seconds: float = 0.0
    seen: list[Event] = field(default_factory=list)

    def begin(self) -> str:
        id_ = self.recorder.begin("r", "Test", planned_s=190)
        self.do(Command.START)
        return id_

    def do(self, *commands: Command) -> None:
        for command in commands:
            self._take(self.session.apply(command, self.seconds))

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            self.seconds += 0.25
            self.clock.advance(0.25)
            self._take(self.session.advance(self.seconds))

    def until(self, kind: StepKind, extra_s: float = 0.0) -> None:
        """Run until a step of ``kind`` is on, and ``extra_s`` seconds more."""
        while self.session.snapshot(self.seconds).step.kind is not kind:
            self.run(0.25)
        self.run(extra_s)

    def to_the_end(self) -> None:
        while self.session.snapshot(self.seconds).ended is None:
            self.run(1)

    def _take(self, events: tuple[Event, ...]) -> None:
        self.seen += events
        for event in events:
            self.recorder.on_event(event)

    @property
    def credited(self) -> list[float]:
        return [e.held_s for e in self.seen if isinstance(e, StepEnded) and e.step.kind.is_work]


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def guided(
    history: History,
    clock: Any,
    new_id: Callable[[], str],
    tmp_path: Path,
    told: list[str],
) -> Guided:
    unsaved = Unsaved(tmp_path / "unsaved")
    return Guided(Recorder(history, clock, new_id, unsaved, told.append), clock, told)


def only(history: History) -> SessionRecord:
    (session,) = history.sessions()
    return session


def files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def test_a_whole_session_is_written_as_it_was_held(guided: Guided, history: History) -> None:
    id_ = guided.begin()
    started = guided.clock.now
    guided.to_the_end()
    session = only(history)
    assert (session.id, session.routine, session.routine_name) == (id_, "r", "Test")
    assert session.started_at == started
    assert session.ended is Ended.FINISHED
    assert session.ended_at is not None
    assert session.ended_at > started
    holds = [(s.stretch, s.side, s.set, s.held_s) for s in session.steps]
    assert holds[:5] == [
        ("strap", Side.LEFT, 1, 30.0),
        ("strap", Side.LEFT, 2, 30.0),
        ("strap", Side.RIGHT, 1, 30.0),
        ("strap", Side.RIGHT, 2, 30.0),
        ("knees", Side.BOTH, 1, 20.0),
    ]
    assert [(s.kind, s.side) for s in session.steps[5:]] == [
        (StepKind.REPS, Side.LEFT),
        (StepKind.REPS, Side.RIGHT),
    ]
    assert all(s.completed and not s.hurt for s in session.steps)
    assert guided.recorder.saved
    assert guided.told == []


def test_a_row_is_there_as_soon_as_its_step_ended(guided: Guided, history: History) -> None:
    assert guided.recorder.saved
    guided.begin()
    assert only(history).steps == ()
    assert only(history).ended is None
    guided.until(StepKind.HOLD, 29.0)
    assert only(history).steps == ()
    guided.until(StepKind.REST)
    assert [s.held_s for s in only(history).steps] == [30.0]
    assert only(history).ended is None


def test_a_hold_that_was_skipped_has_its_row(guided: Guided, history: History) -> None:
    guided.begin()
    guided.do(Command.NEXT, Command.NEXT)
    (step,) = only(history).steps
    assert (step.held_s, step.completed, step.planned_s) == (0.0, False, 30.0)


def test_stopping_keeps_what_was_held(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.HOLD)
    held = guided.session.snapshot(guided.seconds).elapsed_s
    guided.run(10)
    guided.do(Command.STOP)
    (step,) = only(history).steps
    assert step.held_s == pytest.approx(held + 10)
    assert not step.completed
    assert only(history).ended is Ended.STOPPED


def test_pain_that_skips_a_stretch_marks_its_row(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.HURTS, Command.SKIP_STRETCH)
    guided.until(StepKind.HOLD, 25)
    assert [(s.stretch, s.hurt) for s in only(history).steps] == [("strap", True), ("knees", False)]


def test_pain_felt_after_a_hold_marks_that_hold(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.REST)
    guided.do(Command.HURTS, Command.SKIP_STRETCH)
    assert [(s.held_s, s.hurt) for s in only(history).steps] == [(30.0, True)]


def next_stretch(guided: Guided) -> None:
    """Run until the second stretch is got ready for."""
    guided.until(StepKind.HOLD)
    while guided.session.snapshot(guided.seconds).block == 0:
        guided.run(0.25)


def test_a_stretch_skipped_before_it_began_is_kept_as_one_that_hurt(
    guided: Guided, history: History
) -> None:
    guided.begin()
    next_stretch(guided)
    guided.do(Command.HURTS, Command.SKIP_STRETCH)
    *before, skipped = only(history).steps
    assert [s.hurt for s in before] == [False] * 4
    assert (skipped.stretch, skipped.kind, skipped.side) == ("knees", StepKind.HOLD, Side.BOTH)
    assert (skipped.planned_s, skipped.held_s) == (20.0, 0.0)
    assert (skipped.completed, skipped.hurt) == (False, True)
    guided.until(StepKind.REPS)
    guided.do(Command.STOP)
    assert [s.hurt for s in only(history).steps][5:] == [False]


@pytest.mark.parametrize("answer", [Command.EASE_OFF, Command.PASSED])
def test_pain_on_the_way_into_a_stretch_marks_what_is_held_of_it_first(
    answer: Command, guided: Guided, history: History
) -> None:
    guided.begin()
    guided.run(1)
    guided.do(Command.HURTS, answer)
    guided.until(StepKind.SWITCH)
    assert [s.hurt for s in only(history).steps] == [True, False]


def test_pain_on_the_way_is_not_carried_into_another_session(
    guided: Guided, history: History
) -> None:
    guided.begin()
    guided.do(Command.HURTS, Command.STOP)
    guided.session = Session(guided.session.timeline)
    guided.clock.advance(60)
    guided.begin()
    guided.until(StepKind.REST)
    assert [[s.hurt for s in r.steps] for r in history.sessions()] == [[False], []]


def test_what_was_answered_before_is_kept_from_the_start_on(
    guided: Guided, history: History
) -> None:
    guided.recorder.begin("r", "Test", pain_before=4)
    guided.do(Command.START)
    assert only(history).pain_before == 4
    guided.do(Command.STOP)
    guided.recorder.rate(pain_after=2)
    assert (only(history).pain_before, only(history).pain_after) == (4, 2)


def test_a_pain_before_that_is_none_is_refused(guided: Guided) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        guided.recorder.begin("r", "Test", pain_before=11)


def test_pain_that_ends_the_session_marks_its_row(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.HURTS, Command.STOP)
    assert [s.hurt for s in only(history).steps] == [True]
    assert only(history).ended is Ended.HURT


def test_easing_off_marks_the_hold_it_cut(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.HURTS, Command.EASE_OFF)
    guided.until(StepKind.REST)
    guided.until(StepKind.HOLD)
    guided.until(StepKind.SWITCH)
    first, second = only(history).steps
    assert (first.hurt, second.hurt) == (True, False)
    assert first.planned_s < 30


def test_pain_that_passed_cuts_nothing_and_is_marked(guided: Guided, history: History) -> None:
    guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.HURTS, Command.PASSED)
    guided.until(StepKind.REST)
    assert [(s.held_s, s.hurt) for s in only(history).steps] == [(pytest.approx(30), True)]


@pytest.mark.parametrize("answer", [Command.EASE_OFF, Command.PASSED, Command.STOP])
def test_pain_felt_in_a_rest_marks_the_hold_before_it(
    answer: Command, guided: Guided, history: History
) -> None:
    guided.begin()
    guided.until(StepKind.REST)
    guided.do(Command.HURTS, answer)
    if answer is not Command.STOP:
        guided.until(StepKind.HOLD)
        guided.until(StepKind.SWITCH)
    first, *later = only(history).steps
    assert first.hurt
    assert not any(step.hurt for step in later)


def test_pain_felt_before_the_clock_runs_again_is_not_forgotten(
    guided: Guided, history: History
) -> None:
    guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.AGAIN)
    guided.run(1)
    guided.do(Command.HURTS, Command.PASSED)
    guided.until(StepKind.REST)
    assert [s.hurt for s in only(history).steps] == [False, True]


def test_a_second_session_begins_anew(guided: Guided, history: History) -> None:
    first = guided.begin()
    guided.until(StepKind.HOLD, 5)
    guided.do(Command.HURTS, Command.STOP)
    guided.session = Session(guided.session.timeline)
    guided.clock.advance(60)
    second = guided.begin()
    guided.until(StepKind.REST)
    assert guided.recorder.session_id == second != first
    assert [[s.hurt for s in r.steps] for r in history.sessions()] == [[False], [True]]


def test_an_event_without_a_session_is_a_mistake(guided: Guided) -> None:
    assert guided.recorder.session_id is None
    for act in (
        lambda: guided.recorder.on_event(SessionStarted(0.0)),
        guided.recorder.rate,
        guided.recorder.discard,
    ):
        with pytest.raises(RuntimeError, match="begun"):
            act()


commands = st.lists(
    st.tuples(st.sampled_from([c for c in Command if c is not Command.START]), st.integers(0, 160)),
    max_size=25,
)


@settings(max_examples=40)
@given(script=commands)
def test_the_history_credits_what_the_session_credited(
    script: list[tuple[Command, int]],
    tmp_path_factory: pytest.TempPathFactory,
    new_clock: Callable[[], Any],
) -> None:
    folder = tmp_path_factory.mktemp("r")
    clock, told, numbers = new_clock(), [], count()
    with Database.open(folder / "history.db") as database:
        history = History(database, now=clock)
        recorder = Recorder(
            history, clock, lambda: f"id{next(numbers)}", Unsaved(folder / "unsaved"), told.append
        )
        guided = Guided(recorder, clock, told)
        guided.begin()
        for command, quarters in script:
            guided.do(command)
            guided.run(quarters / 4)
        guided.do(Command.STOP)
        session = only(history)
        # A stretch that hurt before it began has a row, and nothing is credited for it.
        assert [s.held_s for s in session.steps if s.held_s] == [s for s in guided.credited if s]
        early = len(session.steps) - len(guided.credited)
        assert 0 <= early <= sum(s.hurt and not s.held_s for s in session.steps)
        assert sum(t[1] for t in history.day_totals()) == pytest.approx(sum(guided.credited))
        assert session.ended is not None
        assert told == []
        history.close()


# -- a disk that refuses


def block(database: Database) -> Callable[[], None]:
    """Another program keeps the file; the result lets it go."""
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.rows("PRAGMA busy_timeout = 0")
    return other.close


def test_a_refusal_is_told_once_and_made_good(
    guided: Guided, history: History, database: Database, tmp_path: Path
) -> None:
    id_ = guided.begin()
    guided.until(StepKind.REST)
    let_go = block(database)
    guided.until(StepKind.SWITCH)
    guided.until(StepKind.HOLD)
    guided.until(StepKind.REST)
    assert not guided.recorder.saved
    assert len(guided.told) == 1
    assert "in use by another program" in guided.told[0]
    assert f"{id_}.json" in files(tmp_path / "unsaved")
    assert len(only(history).steps) == 1

    let_go()
    guided.to_the_end()
    assert guided.recorder.saved
    assert [s.held_s for s in only(history).steps] == guided.credited
    assert only(history).ended is Ended.FINISHED
    assert len(guided.told) == 1
    assert files(tmp_path / "unsaved") == ["room"]


def test_a_refusal_to_the_end_is_kept_in_a_file(
    guided: Guided, history: History, database: Database, tmp_path: Path
) -> None:
    id_ = guided.begin()
    guided.until(StepKind.REST)
    let_go = block(database)
    guided.to_the_end()
    let_go()
    assert len(guided.told) == 2
    assert f"{id_}.json" in guided.told[1]
    assert only(history).ended is None

    taken, failed = Unsaved(tmp_path / "unsaved").take_in(history)
    assert failed == []
    assert [s.held_s for s in taken[0].steps] == guided.credited
    assert taken[0].ended is Ended.FINISHED


def test_pain_marked_during_a_refusal_is_made_good(
    guided: Guided, history: History, database: Database
) -> None:
    guided.begin()
    guided.until(StepKind.REST)
    let_go = block(database)
    guided.do(Command.HURTS, Command.SKIP_STRETCH)
    let_go()
    guided.until(StepKind.HOLD, 25)
    assert [(s.stretch, s.hurt) for s in only(history).steps] == [("strap", True), ("knees", False)]


def test_a_session_without_a_history_is_kept(
    clock: Any, new_id: Callable[[], str], tmp_path: Path, told: list[str], history: History
) -> None:
    unsaved = Unsaved(tmp_path / "unsaved")
    guided = Guided(Recorder(None, clock, new_id, unsaved, told.append), clock, told)
    guided.begin()
    guided.to_the_end()
    assert [t for t in told if "could not be opened" in t] == told[:1]
    assert len(told) == 2
    ((session,), _) = Unsaved(tmp_path / "unsaved").take_in(history)
    assert [s.held_s for s in session.steps] == guided.credited


def test_a_disk_that_refuses_everything_never_stops_the_session(
    guided: Guided, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write_bytes", refuse)
    let_go = block(database)
    guided.begin()
    guided.to_the_end()
    let_go()
    assert len(guided.told) == 2
    assert all("cannot be saved" in sentence for sentence in guided.told)
    assert not guided.recorder.saved


# -- answers afterwards


def test_answers_and_a_discard_reach_the_history(guided: Guided, history: History) -> None:
    guided.begin()
    guided.recorder.rate(pain_before=5)
    guided.to_the_end()
    guided.recorder.rate(pain_after=2, note="Good.")
    session = only(history)
    assert (session.pain_before, session.pain_after, session.note) == (5, 2, "Good.")
    guided.recorder.discard()
    assert history.sessions() == []


def test_pain_out_of_range_is_a_mistake(
    guided: Guided, history: History, database: Database
) -> None:
    guided.begin()
    with pytest.raises(ValueError, match="0 to 10"):
        guided.recorder.rate(pain_after=11)
    let_go = block(database)
    guided.recorder.rate(note="Fine.")
    let_go()
    guided.to_the_end()
    assert (only(history).pain_after, only(history).note) == (None, "Fine.")
    assert guided.recorder.saved


def test_answers_during_a_refusal_are_made_good(
    guided: Guided, history: History, database: Database, tmp_path: Path
) -> None:
    guided.begin()
    let_go = block(database)
    guided.to_the_end()
    guided.recorder.rate(pain_after=3, note="Calm.")
    let_go()
    guided.recorder.rate(pain_before=6)
    session = only(history)
    assert (session.pain_before, session.pain_after, session.note) == (6, 3, "Calm.")
    assert session.ended is Ended.FINISHED
    assert files(tmp_path / "unsaved") == ["room"]


def test_answers_to_a_kept_session_are_kept_with_it(
    guided: Guided, history: History, database: Database, tmp_path: Path
) -> None:
    guided.begin()
    let_go = block(database)
    guided.to_the_end()
    guided.recorder.rate(pain_after=3)
    let_go()
    assert len(guided.told) == 2
    ((session,), _) = Unsaved(tmp_path / "unsaved").take_in(history)
    assert session.pain_after == 3


def test_a_discarded_session_does_not_come_back_at_the_next_start(
    guided: Guided, history: History, database: Database, tmp_path: Path
) -> None:
    id_ = guided.begin()
    let_go = block(database)
    guided.to_the_end()
    guided.recorder.discard()
    let_go()
    assert Unsaved(tmp_path / "unsaved").take_in(history) == ([], [])
    assert history.sessions() == []
    kept = history.session(id_)
    assert kept is not None
    assert [s.held_s for s in kept.steps] == guided.credited


def test_a_history_put_in_place_during_a_session_gets_all_of_it(
    guided: Guided, clock: Any, new_id: Callable[[], str], tmp_path: Path
) -> None:
    guided.begin()
    guided.until(StepKind.SWITCH, 1)
    with Database.open(tmp_path / "other.db") as database:
        other = History(database, new_id, clock)
        guided.recorder.use(other)
        guided.to_the_end()
        session = only(other)
        assert session.ended is Ended.FINISHED
        assert [s.held_s for s in session.steps] == guided.credited
        other.close()
    assert guided.told == []


def test_what_is_only_tried_out_is_kept_nowhere(guided: Guided, history: History) -> None:
    guided.recorder.rest()
    guided.do(Command.START)
    guided.run(60)
    guided.do(Command.STOP)
    guided.recorder.rate(pain_after=3)
    guided.recorder.discard()
    assert guided.recorder.session_id is None
    assert history.sessions() == []
