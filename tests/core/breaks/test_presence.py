"""Rests found from few looks, against a person whose every key is known."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaks.world import FAR, Span, World

from supple.core.breaks.look import Busy, Look
from supple.core.breaks.presence import AWAY_LOOK_S, JITTER_S, WATCHED_S, Presence, Turn

REST_S = 300.0
pauses = st.lists(
    st.tuples(st.integers(20, 4000), st.integers(1, 1500).map(float)), min_size=1, max_size=12
)
"""Seconds at work, then seconds away, in turns."""


def worked(turns: list[tuple[int, float]], beat: float = 5.0) -> World:
    works, t = [], 0.0
    for busy_s, away_s in turns:
        works.append((t, t + busy_s, beat))
        t += busy_s + away_s
    return World(works=[*works, (t, t + 2000.0, beat)])


def few(world: World, end: float) -> list[tuple[float, Turn, float]]:
    """Turns seen by looking only when asked to: when, which, and the last key known then."""
    presence, t, seen = Presence(world.look(0)), 0.0, []
    while (t := max(t + 1e-6, presence.next_look(REST_S))) < end:
        turn = presence.see(world.look(t), REST_S)
        if turn is not Turn.SAME:
            seen.append((t, turn, presence.seen_at))
    return seen


def rests(world: World, end: float) -> list[Span]:
    """Every stretch longer than a rest between two keys, as nobody but the world knows it."""
    keys = sorted({0.0, *(key for span in world.works for key in keys_of(span) if key < end)})
    gaps = zip(keys, [*keys[1:], end], strict=True)
    return [(a, b) for a, b in gaps if b - a > REST_S]


def keys_of(span: tuple[float, float, float]) -> list[float]:
    begin, end, beat = span
    return [begin + n * beat for n in range(math.floor((end - begin) / beat) + 1)]


@given(pauses, st.sampled_from([1.0, 5.0, 40.0, 299.0]))
def test_few_looks_find_every_rest_to_the_second_and_none_too_many(
    turns: list[tuple[int, float]], beat: float
) -> None:
    world = worked(turns, beat)
    end = max(until for _, until, _ in world.works)
    seen, true = few(world, end), rests(world, end)
    left = [at for at, turn, _ in seen if turn is Turn.LEFT]
    assert left == pytest.approx(
        [begin + REST_S for begin, gap_end in true if begin + REST_S < end], abs=0.01
    )


@given(pauses)
def test_coming_back_is_seen_within_a_minute_and_work_is_never_counted_too_long(
    turns: list[tuple[int, float]],
) -> None:
    world = worked(turns)
    end = max(until for _, until, _ in world.works)
    came = [b for _, b in rests(world, end) if b < end - AWAY_LOOK_S]
    back = [(at, key) for at, turn, key in few(world, end) if turn is Turn.BACK]
    assert len(back) >= len(came)
    for true, (at, key) in zip(came, back, strict=False):
        assert true - 0.01 <= key <= at <= true + AWAY_LOOK_S + 0.01


@given(pauses)
def test_looks_are_few(turns: list[tuple[int, float]]) -> None:
    world = worked(turns)
    end = max(until for _, until, _ in world.works)
    presence, t, looks = Presence(world.look(0)), 0.0, 0
    while (t := max(t + 1e-6, presence.next_look(REST_S))) < end:
        presence.see(world.look(t), REST_S)
        looks += 1
    assert looks <= 2 * end / REST_S + end / AWAY_LOOK_S + 2


def test_without_idle_time_nobody_is_ever_away() -> None:
    presence = Presence(Look(0, 0))
    assert presence.see(Look(4000, 4000), REST_S) is Turn.SAME
    assert not presence.away


def test_a_locked_screen_is_a_rest_even_without_idle_time() -> None:
    presence = Presence(Look(0, 0))
    assert presence.see(Look(10, 10, locked=True), REST_S) is Turn.SAME
    assert presence.see(Look(309, 309, locked=True), REST_S) is Turn.SAME
    assert presence.see(Look(310, 310, locked=True), REST_S) is Turn.LEFT
    assert presence.see(Look(500, 500), REST_S) is Turn.BACK
    assert presence.seen_at == 500


def test_keys_on_a_locked_screen_are_nobody_at_work() -> None:
    presence = Presence(Look(0, 0, 0.0))
    presence.see(Look(10, 10, 0.0, locked=True), REST_S)
    presence.see(Look(200, 200, 0.0, locked=True), REST_S)
    assert presence.see(Look(310, 310, 0.0, locked=True), REST_S) is Turn.LEFT


def test_a_short_lock_is_no_rest() -> None:
    presence = Presence(Look(0, 0, 0.0))
    presence.see(Look(10, 10, 0.0, locked=True), REST_S)
    assert presence.see(Look(100, 100, 0.0), REST_S) is Turn.SAME
    assert presence.seen_at == 100


@pytest.mark.parametrize("kind", [Busy.FULL_SCREEN, Busy.PRESENTING, Busy.MICROPHONE, Busy.AWAKE])
def test_a_film_or_a_call_without_a_key_is_no_rest(kind: Busy) -> None:
    presence = Presence(Look(0, 0, 0.0))
    assert presence.see(Look(3000, 3000, 3000.0, frozenset({kind})), REST_S) is Turn.SAME
    assert presence.see(Look(3100, 3100, 3100.0), REST_S) is Turn.SAME
    assert presence.seen_at == 3100
    assert presence.see(Look(3100 + REST_S, 0, 3100 + REST_S), REST_S) is Turn.LEFT


def test_whoever_locks_the_screen_in_a_call_was_there_until_then() -> None:
    presence, call = Presence(Look(0, 0, 0.0)), frozenset({Busy.MICROPHONE})
    presence.see(Look(100, 0, 100.0, call), REST_S)
    presence.see(Look(250, 0, 250.0, call, locked=True), REST_S)
    assert presence.seen_at == 250


def test_do_not_disturb_says_nothing_about_who_is_there() -> None:
    presence = Presence(Look(0, 0, 0.0))
    assert (
        presence.see(Look(300, 300, 300.0, frozenset({Busy.DO_NOT_DISTURB})), REST_S) is Turn.LEFT
    )


def test_a_film_that_runs_for_hours_has_lost_its_viewer() -> None:
    presence = Presence(Look(0, 0, 0.0))
    film = frozenset({Busy.AWAKE})
    assert presence.see(Look(WATCHED_S - 1, 0, WATCHED_S - 1, film), REST_S) is Turn.SAME
    late = WATCHED_S + REST_S
    assert presence.see(Look(late, 0, late, film), REST_S) is Turn.LEFT


def test_a_key_reckoned_a_little_later_brings_nobody_back() -> None:
    presence = Presence(Look(0, 0, 0.0))
    assert presence.see(Look(300, 0, 300.0), REST_S) is Turn.LEFT
    assert presence.see(Look(360, 0, 360.0 - JITTER_S), REST_S) is Turn.SAME
    assert presence.see(Look(420, 0, 50.0), REST_S) is Turn.BACK


def test_an_idle_time_from_before_the_program_or_from_the_future_does_no_harm() -> None:
    presence = Presence(Look(1000, 0, FAR))
    assert presence.see(Look(1001, 0, FAR), REST_S) is Turn.SAME
    assert presence.see(Look(1002, 0, -50.0), REST_S) is Turn.SAME
    assert presence.seen_at == 1002


def test_somebody_known_to_be_there_is_not_away() -> None:
    presence = Presence(Look(0, 0, 0.0))
    presence.see(Look(300, 0, 300.0), REST_S)
    presence.here(Look(310, 310, 310.0))
    assert not presence.away
    assert presence.next_look(REST_S) == 610
