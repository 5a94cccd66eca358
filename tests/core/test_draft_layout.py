from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.cues import BREATH_S
from supple.core.draft_layout import Layout, Tint, Way, lay_out, said
from supple.core.moves import AWAY_S, DOWN_S, SIT_S, TURN_S, UP_S
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


def test_the_rows_and_the_end_are_all_of_it() -> None:
    layout = lay_out(DRAFT, THERE, say)
    assert layout.end_s > 0
    assert sum(layout.rows.values()) + layout.end_s == pytest.approx(layout.total_s)
    assert Layout().end_s == 0.0


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


def test_the_way_from_one_stretch_to_the_next_is_named_where_it_takes_time() -> None:
    ways = [s.way for s in lay_out(DRAFT, THERE, say).segments]
    assert ways[0] == Way("getting down to the floor", DOWN_S + AWAY_S)
    assert set(ways[1:]) == {None}, "lying down already"


@pytest.mark.parametrize(
    ("was", "now", "things", "way"),
    [
        (Position.LYING, Position.STANDING, (), Way("getting up", UP_S)),
        (Position.LYING, Position.HALF_KNEELING, (), Way("turning over", TURN_S)),
        (Position.STANDING, Position.SEATED, (), Way("sitting down", SIT_S)),
        (Position.SEATED, Position.STANDING, (), Way("standing up", SIT_S)),
        (Position.LYING, Position.LYING, ("strap",), Way("fetching what it needs", 8.0)),
        (
            Position.LYING,
            Position.SEATED,
            ("strap",),
            Way("getting up and fetching what it needs", UP_S + 8.0),
        ),
    ],
)
def test_each_way_has_its_words(
    was: Position, now: Position, things: tuple[str, ...], way: Way
) -> None:
    first = replace(KNEES, id="a", position=was)
    second = replace(KNEES, id="b", position=now, equipment=things)
    there = Catalogue.of([first, second], [])
    draft = RoutineDraft(name="Evening").added(["a", "b"])
    layout = lay_out(draft, there, say)
    begins = next(s for s in layout.segments if s.key == draft.rows[1].key)
    assert begins.way == way
    assert f"of it for {way.words}" in said(layout, draft, there.stretches)


@given(st.permutations(list(Position)))
def test_the_order_changes_the_total_by_nothing_but_the_ways(order: list[Position]) -> None:
    every = [replace(KNEES, id=position.value, position=position) for position in Position]
    there = Catalogue.of(every, [])

    def without_ways(ids: list[str]) -> float:
        layout = lay_out(RoutineDraft(name="E").added(ids), there, lambda _: 0.0)
        return sum(layout.rows.values()) - sum(s.way.seconds for s in layout.segments if s.way)

    usual = without_ways([position.value for position in Position])
    # But for the breath between two sentences.
    other = without_ways([position.value for position in order])
    assert other == pytest.approx(usual, abs=len(order) * BREATH_S)


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
