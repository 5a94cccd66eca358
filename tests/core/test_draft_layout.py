from __future__ import annotations

from itertools import pairwise

from supple.core.draft_layout import Layout, Tint, lay_out, said
from supple.core.routine import Catalogue, Dose, Position, Reps, Sides, Stretch
from supple.core.routine_draft import RoutineDraft


def stretch(id_: str, sides: Sides, dose: Dose) -> Stretch:
    return Stretch(id_, id_.title(), Position.LYING, sides, 1, ("Lie.",), dose)


STRAP = stretch("strap", Sides.EACH, Dose(30, sets=2, reps=Reps(4, 2.0, during_hold=True)))
KNEES = stretch("knees", Sides.BOTH, Dose(65))
THERE = Catalogue.of([STRAP, KNEES], [])
DRAFT = RoutineDraft(name="Evening").added(["strap", "gone", "knees"])


def say(text: str) -> float:
    return len(text) / 15


def test_nothing_takes_no_time() -> None:
    assert lay_out(RoutineDraft(), THERE, say) == Layout()
    assert lay_out(RoutineDraft().added(["gone"]), THERE, say) == Layout()


def test_what_is_gone_is_passed_over() -> None:
    layout = lay_out(DRAFT, THERE, say)
    assert list(layout.rows) == [0, 2]


def test_segments_follow_each_other_and_change_their_tint() -> None:
    segments = lay_out(DRAFT, THERE, say).segments
    assert segments[0].start_s == 0
    for earlier, later in pairwise(segments):
        assert earlier.end_s == later.start_s
        assert (earlier.key, earlier.tint) != (later.key, later.tint)
    work = [s.tint for s in segments if s.tint is not Tint.REST]
    assert work == [Tint.LEFT, Tint.LEFT, Tint.RIGHT, Tint.RIGHT, Tint.BOTH]


def test_a_hold_and_the_reps_in_it_are_one_segment() -> None:
    first = next(s for s in lay_out(DRAFT, THERE, say).segments if s.tint is Tint.LEFT)
    assert first.end_s - first.start_s >= 30 + 8


def test_it_is_told_in_words() -> None:
    layout = lay_out(DRAFT, THERE, say)
    words = said(layout, DRAFT, THERE.stretches)
    assert words.startswith("Strap, ")
    assert "Knees, 1 minute " in words or "Knees, 2 minutes" in words
    assert "gone" not in words
    short = Layout(20.0, {2: 20.0})
    assert said(short, DRAFT, THERE.stretches) == "Knees, 20 seconds"
    whole = Layout(120.0, {2: 120.0})
    assert said(whole, DRAFT, THERE.stretches) == "Knees, 2 minutes"
