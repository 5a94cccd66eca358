from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from supple.core.step import Priority
from supple.voice.cue_queue import FRESH_S, FRESH_STOP_S, Cue, CueQueue, Verdict


def cue(text: str, priority: Priority, at: float = 0.0) -> Cue:
    return Cue(priority, at, text=text)


def test_the_first_cue_plays_at_once() -> None:
    queue = CueQueue()
    first = cue("Half way.", Priority.HALF)
    assert queue.offer(first, 0.0) is Verdict.PLAY
    assert queue.playing == first


def test_what_matters_more_replaces_what_plays() -> None:
    queue = CueQueue()
    queue.offer(cue("Half way.", Priority.HALF), 0.0)
    assert queue.offer(cue("Now the right leg.", Priority.SWITCH, 0.2), 0.2) is Verdict.PLAY
    assert queue.ended(2.0) is None


def test_equals_wait_for_each_other_and_keep_their_order() -> None:
    queue = CueQueue()
    queue.offer(cue("one", Priority.NAME), 0.0)
    assert queue.offer(cue("two", Priority.NAME, 0.1), 0.1) is Verdict.WAIT
    assert queue.offer(cue("three", Priority.NAME, 0.2), 0.2) is Verdict.WAIT
    assert queue.ended(0.5) == cue("two", Priority.NAME, 0.1)
    assert queue.ended(0.9) == cue("three", Priority.NAME, 0.2)


def test_what_waited_too_long_is_left_out() -> None:
    queue = CueQueue()
    queue.offer(cue("long name", Priority.NAME), 0.0)
    queue.offer(cue("seven", Priority.COUNT, 0.1), 0.1)
    assert queue.ended(0.1 + FRESH_S) is None


def test_a_stop_waits_for_a_stop_only_and_stays_true_for_longer() -> None:
    queue = CueQueue()
    queue.offer(cue("Let go.", Priority.STOP), 0.0)
    assert queue.offer(cue("Stopped.", Priority.STOP, 0.1), 0.1) is Verdict.WAIT
    assert queue.ended(FRESH_S + 1) == cue("Stopped.", Priority.STOP, 0.1)
    queue.offer(cue("Again.", Priority.STOP, 3.0), 3.0)
    assert queue.ended(3.0 + FRESH_STOP_S) is None


def test_a_cue_held_back_is_heard_when_it_still_can_be() -> None:
    queue = CueQueue()
    queue.offer(cue("Hold.", Priority.NAME), 0.0)
    queue.hold_back(0.0)
    assert queue.playing is None
    assert queue.ended(1.0) == cue("Hold.", Priority.NAME)


offers = st.lists(
    st.tuples(st.sampled_from(list(Priority)), st.floats(0, 3), st.booleans()), max_size=40
)


@given(offers)
def test_never_two_at_once_and_stop_always_wins(script: list[tuple[Priority, float, bool]]) -> None:
    queue, now = CueQueue(), 0.0
    for number, (priority, wait, ends) in enumerate(script):
        now += wait
        playing = queue.playing
        if ends:
            after = queue.ended(now)
            assert after == queue.playing
            assert after is None or after.is_fresh(now)
        new = cue(str(number), priority, now)
        before = queue.playing
        verdict = queue.offer(new, now)
        if verdict is Verdict.PLAY:
            assert queue.playing == new
            assert before is None or before.priority < priority
        else:
            assert queue.playing == before
            assert before is not None
            assert before.priority >= priority
            assert new in queue.waiting
        if priority is Priority.STOP:
            assert queue.playing is not None
            assert queue.playing.priority is Priority.STOP
        assert queue.playing not in queue.waiting
        assert all(c.is_fresh(now) for c in queue.waiting) or verdict is Verdict.PLAY
        ranks = [-c.priority for c in queue.waiting]
        assert ranks == sorted(ranks)
        assert playing is None or playing not in queue.waiting


@given(offers)
def test_what_waits_stays_bounded_while_nothing_can_play(
    script: list[tuple[Priority, float, bool]],
) -> None:
    queue, now = CueQueue(), 0.0
    for number, (priority, wait, _) in enumerate(script):
        now += wait
        queue.offer(cue(str(number), priority, now), now)
        queue.hold_back(now)
        assert all(c.is_fresh(now) for c in queue.waiting)


def test_clear_and_forget() -> None:
    queue = CueQueue()
    queue.offer(cue("a", Priority.STOP), 0.0)
    queue.offer(cue("b", Priority.NAME), 0.0)
    queue.offer(cue("c", Priority.STOP), 0.0)
    queue.forget_waiting()
    assert [c.text for c in queue.waiting] == ["c"]
    queue.clear()
    assert queue.playing is None
    assert queue.waiting == ()
