"""What a view draws at an instant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.command import Command
from supple.core.routine import Reps, Sides, Stretch
from supple.core.session import Session
from supple.core.snapshot import Band, Phase, Snapshot
from supple.core.step import LineKind, StepKind
from supple.core.timeline import Timeline

Make = Callable[..., Stretch]
Lay = Callable[..., Timeline]


def walk(session: Session, to: float) -> Snapshot:
    now = 0.0
    session.apply(Command.START, now)
    while now < to:
        now = min(to, now + 1.0)
        session.advance(now)
    return session.snapshot(now)


def test_ready_shows_the_first_step(strap_session: Session) -> None:
    shot = strap_session.snapshot(0.0)
    assert (shot.phase, shot.step.kind, shot.title) == (Phase.READY, StepKind.PREPARE, "Strap")
    assert shot.session_left_s == pytest.approx(strap_session.timeline.total_s)


def test_bands_then_and_labels_through_a_session(make_stretch: Make, make_timeline: Lay) -> None:
    timeline = make_timeline(make_stretch(sets=2), make_stretch("wall", sides=Sides.BOTH))
    seen = []
    for step in timeline.steps:
        shot = walk(Session(timeline), step.start_s + 0.01)
        seen.append((shot.label, shot.band, shot.then))
    assert seen == [
        ("Get ready", Band("LEFT LEG", "Right leg after"), "hold for 30 seconds"),
        ("Hold", Band("LEFT LEG", "Right leg after"), "rest, then the left leg again"),
        ("Rest", Band("Left leg next"), "hold for 30 seconds"),
        ("Hold", Band("LEFT LEG", "Right leg next"), "the right leg"),
        ("Switch", Band("RIGHT LEG", "Left leg done"), "hold for 30 seconds"),
        ("Hold", Band("RIGHT LEG", "Left leg done"), "rest, then the right leg again"),
        ("Rest", Band("Right leg next"), "hold for 30 seconds"),
        ("Hold", Band("RIGHT LEG", "Left leg done"), "Wall, both legs"),
        ("Get ready", Band("BOTH LEGS"), "hold for 30 seconds"),
        ("Hold", Band("BOTH LEGS"), "you are done"),
        ("Done", Band(""), ""),
    ]


def test_the_cue_is_what_was_last_said_and_a_remark_gives_way_again(
    strap_session: Session,
) -> None:
    hold = strap_session.timeline.steps[1].start_s
    cue = "Pull until you feel a gentle stretch."
    assert walk(strap_session, hold + 1).cue == cue
    for offset, expected in [(15.5, "Half way."), (18.5, cue), (21, "Ten seconds more.")]:
        shown = walk(Session(strap_session.timeline), hold + offset)
        assert shown.cue == expected


def test_counted_repetitions(make_stretch: Make, make_timeline: Lay) -> None:
    timeline = make_timeline(
        make_stretch(sides=Sides.BOTH, hold_s=None, reps=Reps(4, 2.0, ("point", "flex")))
    )
    step = timeline.steps[1]
    before = walk(Session(timeline), step.start_s + step.lead_s / 2)
    assert (before.rep, before.reps, before.rep_word) == (0, 4, "")
    during = walk(Session(timeline), step.start_s + step.lead_s + 3.5)
    assert (during.rep, during.rep_word) == (2, "flex")
    assert during.rep_fraction == pytest.approx(0.75)
    assert during.cue == before.cue == "Pull until you feel a gentle stretch."


def test_pauses_say_why(strap_session: Session) -> None:
    walk(strap_session, 15)
    strap_session.apply(Command.PAUSE, 15)
    assert strap_session.snapshot(15).cue == "Take your time."
    strap_session.apply(Command.RESUME, 16)
    strap_session.advance(99)
    assert strap_session.snapshot(99).cue.startswith("Welcome back")


def test_progress_of_the_stretch_grows_to_one(strap_session: Session) -> None:
    end = strap_session.timeline.steps[-1].start_s
    fractions = [walk(Session(strap_session.timeline), t).block_fraction for t in (1, 20, 40)]
    assert fractions == pytest.approx([1 / end, 20 / end, 40 / end])
    assert walk(Session(strap_session.timeline), end + 0.1).block_fraction == 1


def test_the_next_stretch_is_named(make_stretch: Make, make_timeline: Lay) -> None:
    timeline = make_timeline(make_stretch("one"), make_stretch("two"))
    assert walk(Session(timeline), 1).next_stretch == "Two"
    last = walk(Session(timeline), timeline.total_s - 5)
    assert last.next_stretch == ""


def test_the_kind_of_what_comes_then(strap_session: Session) -> None:
    timeline = strap_session.timeline
    shots = [walk(Session(timeline), step.start_s + 0.01) for step in timeline.steps]
    kinds = [step.kind for step in timeline.steps]
    assert [shot.then_kind for shot in shots] == [*kinds[1:], None]


def test_what_easing_off_would_come_to_is_told_only_while_something_hurts(
    strap_session: Session,
) -> None:
    hold = strap_session.timeline.steps[1]
    walk(strap_session, hold.start_s)
    now = hold.start_s
    assert strap_session.snapshot(now).ease_s == 0.0
    strap_session.apply(Command.PAUSE, now)
    assert strap_session.snapshot(now).ease_s == 0.0
    strap_session.apply(Command.HURTS, now)
    told = strap_session.snapshot(now).ease_s
    assert told == 15.0
    strap_session.apply(Command.EASE_OFF, now)
    assert strap_session.snapshot(now).left_s == pytest.approx(told)


def test_going_on_more_gently_shows_what_was_answered(strap_session: Session) -> None:
    hold = strap_session.timeline.steps[1]
    remark = next(line for line in hold.lines if line.kind is LineKind.LENGTH)
    now = hold.start_s + remark.offset_s + 0.1
    assert walk(strap_session, now).cue == remark.text
    strap_session.apply(Command.HURTS, now)
    strap_session.apply(Command.EASE_OFF, now)
    assert strap_session.snapshot(now + 1).cue == "Half as far this time."


def test_after_easing_off_what_is_done_stays_in_sight(strap_session: Session) -> None:
    hold, other = strap_session.timeline.steps[1], strap_session.timeline.steps[3]
    now = hold.start_s + 5
    walk(strap_session, now)
    strap_session.apply(Command.HURTS, now)
    strap_session.apply(Command.EASE_OFF, now)
    shots = []
    while not shots or shots[-1].step.index <= other.index:
        strap_session.advance(now)
        shots.append(strap_session.snapshot(now))
        now += 0.5
    easing, cue = "Half as far this time.", hold.lines[0].text
    leads = [shot for shot in shots if shot.phase is Phase.LEAD_IN]
    assert {shot.cue for shot in leads} == {easing}
    assert cue in {shot.cue for shot in shots if shot.step.index == hold.index}
    second = [shot for shot in shots if shot.step.index == other.index]
    assert all(shot.eased for shot in second)
    assert second[0].cue == easing
    assert other.lines[0].text in {shot.cue for shot in second}
    assert easing not in {shot.cue for shot in second if shot.elapsed_s > 4}
