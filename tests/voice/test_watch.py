from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.voice import message
from supple.voice.state import VoiceKind, VoiceState
from supple.voice.watch import GIVEN_UP, NO_ANSWER, STOPPED, Act, Limits, Watch, away

LIMITS = Limits()
READY: message.Message = {"kind": message.READY, "engine": "espeak-ng", "reason": ""}


def up(now: float = 0.0) -> Watch:
    watch = Watch()
    watch.begin(now)
    assert watch.act(now) is Act.SPAWN
    watch.received(READY, now)
    return watch


def said(kind: str, ident: int = 1, **fields: object) -> message.Message:
    return {"kind": kind, "id": ident, **fields}


def test_nothing_is_started_before_it_is_wanted() -> None:
    watch = Watch()
    assert watch.act(0.0) is None
    assert watch.wake_at(0.0) is None


def test_a_worker_is_up_once_it_says_so() -> None:
    watch = Watch()
    watch.begin(0.0)
    assert watch.act(0.0) is Act.SPAWN
    assert not watch.is_up
    watch.received(READY, 0.1)
    assert watch.is_up
    assert watch.act(0.1) is None
    assert watch.wake_at(0.1) is None


def test_wanting_it_twice_starts_one() -> None:
    watch = up()
    watch.begin(1.0)
    assert watch.act(1.0) is None


@pytest.mark.parametrize(
    ("kind", "limit"),
    [
        (message.PLAY, LIMITS.play),
        (message.SYNTH, LIMITS.synth),
        (message.STOP, LIMITS.stop),
    ],
)
def test_a_request_without_an_answer_ends_the_worker(kind: str, limit: float) -> None:
    watch = up()
    watch.sent(1, kind, 10.0)
    assert watch.wake_at(10.0) == 10.0 + limit
    assert watch.act(10.0 + limit - 0.01) is None
    assert watch.act(10.0 + limit) is Act.KILL
    assert watch.act(10.0 + limit) is None
    assert watch.died(10.0 + limit) == (1,)


def test_a_worker_that_never_gets_ready_is_ended() -> None:
    watch = Watch()
    watch.begin(0.0)
    watch.act(0.0)
    assert watch.wake_at(0.0) == LIMITS.ready
    assert watch.act(LIMITS.ready) is Act.KILL


def test_a_cue_may_sound_for_its_length_and_a_little() -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    watch.received(said(message.PLAYING, seconds=9.0), 0.1)
    assert watch.act(9.0) is None
    assert watch.act(9.1 + LIMITS.after) is Act.KILL


@pytest.mark.parametrize("end", [message.DONE, message.FAILED])
def test_an_answered_request_is_over(end: str) -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    watch.received(said(end), 0.1)
    assert watch.wake_at(0.1) is None


def test_a_stopped_or_replaced_cue_needs_no_answer() -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    watch.sent(2, message.PLAY, 0.1)
    watch.sent(3, message.STOP, 0.2)
    watch.received(said(message.STOPPED, 3), 0.3)
    assert watch.wake_at(0.3) is None


def test_each_sentence_made_gives_the_next_its_full_time() -> None:
    watch = up()
    for ident in (1, 2, 3):
        watch.sent(ident, message.SYNTH, 0.0)
    watch.received(said(message.SYNTHESISED, 1), 11.0)
    assert watch.act(LIMITS.synth) is None
    assert watch.wake_at(12.0) == 11.0 + LIMITS.synth


def test_a_worker_soon_back_is_not_worth_telling() -> None:
    watch = up()
    watch.died(10.0)
    assert watch.act(10.0) is Act.SPAWN
    watch.received(READY, 10.2)
    assert watch.state(11.0) == VoiceState(VoiceKind.VOICE)
    assert watch.state(20.0) == VoiceState(VoiceKind.VOICE)


def test_a_worker_that_stays_away_is_told() -> None:
    watch = up()
    watch.died(10.0)
    assert watch.state(11.9).kind is VoiceKind.VOICE
    assert watch.wake_at(10.0) in (10.0, 12.0)
    assert watch.state(12.0) == VoiceState(VoiceKind.SILENT, STOPPED)


def test_waits_grow_and_then_it_is_given_up_until_wanted_again() -> None:
    watch, now = up(), 0.0
    for delay in LIMITS.delays:
        watch.died(now)
        assert watch.act(now + delay - 0.001) is None
        now += delay
        assert watch.act(now) is Act.SPAWN
        watch.received(READY, now)
    watch.died(now)
    assert watch.is_given_up
    assert watch.act(now + 1000) is None
    assert watch.wake_at(now) is None
    assert watch.state(now) == VoiceState(VoiceKind.SILENT, GIVEN_UP)
    watch.begin(now)
    assert watch.act(now) is Act.SPAWN


def test_sound_that_was_heard_makes_up_for_failures() -> None:
    watch = up()
    watch.died(0.0)
    watch.died(0.0)
    watch.begin(0.0)
    assert watch.act(1.0) is Act.SPAWN
    watch.received(READY, 1.0)
    watch.sent(1, message.PLAY, 1.0)
    watch.received(said(message.PLAYING, seconds=1.0), 1.0)
    watch.died(2.0)
    assert watch.act(2.0) is Act.SPAWN


def test_no_sound_device_is_told_until_something_sounds() -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    watch.received(said(message.FAILED, part=message.SOUND, reason="No sound output."), 0.1)
    state = watch.state(0.1)
    assert state.kind is VoiceKind.SILENT
    assert state.reason.startswith("No sound output. ")
    watch.sent(2, message.PLAY, 1.0)
    watch.received(said(message.PLAYING, 2, seconds=1.0), 1.1)
    assert watch.state(1.1) == VoiceState(VoiceKind.VOICE)


def test_an_output_that_is_away_is_told_while_another_serves() -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    watch.received(said(message.PLAYING, seconds=1.0, away=True, name="Headset"), 0.0)
    assert watch.state(0.0) == VoiceState(VoiceKind.VOICE, away("Headset"))
    assert "“Headset”" in watch.state(0.0).reason
    watch.received(said(message.PLAYING, seconds=1.0, away=False), 0.0)
    assert watch.state(0.0) == VoiceState(VoiceKind.VOICE)


def test_a_voice_that_is_not_the_chosen_one_is_told() -> None:
    watch = up()
    watch.received(said(message.READY, engine="espeak-ng", reason="It is not here."), 0.0)
    assert watch.state(0.0) == VoiceState(VoiceKind.VOICE, "It is not here.")


def test_an_output_that_hangs_is_named() -> None:
    watch = up()
    watch.sent(1, message.PLAY, 0.0)
    assert watch.act(LIMITS.play) is Act.KILL
    assert watch.state(LIMITS.play) == VoiceState(VoiceKind.SILENT, NO_ANSWER)


def test_without_an_engine_chimes_are_left() -> None:
    watch = Watch()
    watch.begin(0.0)
    watch.act(0.0)
    watch.received({"kind": message.READY, "engine": "", "reason": "No voice here."}, 0.1)
    state = watch.state(0.2)
    assert state.kind is VoiceKind.CHIMES
    assert "No voice here." in state.reason


happenings = st.lists(
    st.tuples(
        st.sampled_from(["ready", "die", "play", "synth", "stop", "playing", "done", "failed", ""]),
        st.floats(0, 5),
    ),
    max_size=60,
)


@given(happenings)
def test_whatever_happens_one_worker_at_most_and_always_a_way_on(
    script: list[tuple[str, float]],
) -> None:
    watch, now, alive, ident = Watch(), 0.0, False, 0
    watch.begin(now)
    for what, wait in script:
        now += wait
        while (act := watch.act(now)) is not None:
            assert alive is (act is Act.KILL)
            alive = act is Act.SPAWN
            if act is Act.KILL:
                watch.died(now)
        if what == "ready" and alive:
            watch.received(READY, now)
        elif what == "die" and alive:
            alive = False
            watch.died(now)
        elif what in ("play", "synth", "stop") and watch.is_up:
            ident += 1
            watch.sent(ident, what, now)
        elif what in ("playing", "done", "failed") and alive:
            watch.received(said(what, ident, seconds=1.0, part=message.SOUND), now)
        if not alive and not watch.is_given_up:
            assert watch.wake_at(now) is not None
        assert (watch.state(now).reason == "") is (watch.state(now).kind is VoiceKind.VOICE)
