from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.event import (
    Ended,
    LineDue,
    PauseReason,
    SessionEnded,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    StepEnded,
    StepStarted,
)
from supple.core.step import LineKind, Priority, StepKind
from supple.voice import chime, message
from supple.voice.cue_queue import FRESH_S
from supple.voice.listing import Output, VoiceEntry
from supple.voice.speaker import Speaker
from supple.voice.state import Prepared, VoiceKind, VoiceState

ROW = VoiceEntry("en-us", "English", "espeak-ng", "GPL-3.0-or-later", "")


class FakeWorker:
    """The line to a worker that answers when the test says so."""

    def __init__(self) -> None:
        self.is_up = True
        self.is_given_up = False
        self.sent: list[tuple[str, dict[str, object]]] = []
        self.kept: dict[str, dict[str, object]] = {}
        self.closed = False
        self.started = 0
        self.now = 0.0
        self.tell: Callable[[message.Message], None] = lambda _: None
        self.state: Callable[[VoiceState], None] = lambda _: None

    def connect(
        self, tell: Callable[[message.Message], None], state: Callable[[VoiceState], None]
    ) -> FakeWorker:
        self.tell, self.state = tell, state
        return self

    def start(self) -> None:
        self.started += 1

    def send(self, kind: str, **fields: object) -> int:
        if not self.is_up:
            return 0
        self.sent.append((kind, fields))
        return len(self.sent)

    def keep(self, kind: str, **fields: object) -> None:
        self.kept[kind] = fields

    def close(self) -> None:
        self.closed = True

    def answer(self, kind: str, ident: int = 0, **fields: object) -> None:
        self.tell({"kind": kind, "id": ident or len(self.sent), **fields})

    @property
    def heard(self) -> list[str]:
        """What was asked to sound, and "-" for a stop."""
        said = [(k, f) for k, f in self.sent if k in (message.PLAY, message.STOP)]
        return ["-" if k == message.STOP else str(f.get("text") or f["chime"]) for k, f in said]


@pytest.fixture
def worker() -> FakeWorker:
    return FakeWorker()


@pytest.fixture
def states() -> list[VoiceState]:
    return []


@pytest.fixture
def speaker(worker: FakeWorker, states: list[VoiceState]) -> Speaker:
    return Speaker(worker.connect, states.append, clock=lambda: worker.now)


def test_a_line_is_said_and_the_next_waits_for_its_end(
    speaker: Speaker, worker: FakeWorker
) -> None:
    speaker.say("Sit tall.", Priority.NAME)
    speaker.say("Half way.", Priority.HALF)
    assert worker.heard == ["Sit tall."]
    worker.answer(message.DONE)
    assert worker.heard == ["Sit tall.", "Half way."]


def test_a_line_that_waited_too_long_is_left_out(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("Sit tall.", Priority.NAME)
    speaker.say("Half way.", Priority.HALF)
    worker.now = FRESH_S
    worker.answer(message.DONE)
    assert worker.heard == ["Sit tall."]


def test_what_matters_more_cuts_in_and_the_old_answer_is_ignored(
    speaker: Speaker, worker: FakeWorker
) -> None:
    speaker.say("Half way.", Priority.HALF)
    speaker.say("Let go.", Priority.STOP)
    speaker.say("Ten more seconds.", Priority.HALF)
    worker.answer(message.DONE, 1)
    assert worker.heard == ["Half way.", "Let go."]
    worker.answer(message.DONE, 2)
    assert worker.heard == ["Half way.", "Let go.", "Ten more seconds."]


def test_a_line_that_fails_gives_way_to_the_next(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("one", Priority.NAME)
    speaker.say("two", Priority.NAME)
    worker.answer(message.FAILED, part=message.SPEECH, reason="?")
    assert worker.heard == ["one", "two"]


def test_hush_stops_and_forgets(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("one", Priority.NAME)
    speaker.say("two", Priority.NAME)
    speaker.hush()
    worker.answer(message.STOPPED)
    assert worker.heard == ["one", "-"]
    speaker.hush()
    assert worker.heard == ["one", "-"]
    speaker.say("three", Priority.COUNT)
    assert worker.heard == ["one", "-", "three"]


def test_muted_nothing_sounds(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("one", Priority.NAME)
    speaker.set_on(False)
    speaker.say("two", Priority.STOP)
    speaker.chime(chime.START)
    assert worker.heard == ["one", "-"]
    assert not speaker.is_on
    speaker.set_on(True)
    speaker.say("three", Priority.NAME)
    assert worker.heard[-1] == "three"


def test_while_the_worker_starts_a_fresh_line_waits(speaker: Speaker, worker: FakeWorker) -> None:
    worker.is_up = False
    speaker.say("old", Priority.NAME)
    worker.now = FRESH_S + 0.1
    speaker.say("fresh", Priority.NAME)
    worker.is_up = True
    worker.answer(message.READY)
    assert worker.heard == ["fresh"]


def test_a_worker_that_dies_mid_cue_does_not_block_the_next(
    speaker: Speaker, worker: FakeWorker
) -> None:
    speaker.say("one", Priority.NAME)
    worker.is_up = False
    worker.answer(message.FAILED, 1, part=message.WORKER)
    speaker.say("two", Priority.NAME)
    worker.is_up = True
    worker.answer(message.READY)
    assert worker.heard == ["one", "two"]


def test_an_empty_line_or_unknown_chime_is_never_sent(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("  ", Priority.STOP)
    with pytest.raises(KeyError):
        speaker.chime("gong")
    assert worker.sent == []


def test_sentences_are_made_ready_and_their_true_lengths_told(
    speaker: Speaker, worker: FakeWorker
) -> None:
    told: list[Prepared] = []
    speaker.prepare(["a", "b", "a"], told.append)
    assert [k for k, _ in worker.sent] == [message.SYNTH, message.SYNTH]
    worker.answer(message.SYNTHESISED, 1, seconds=1.25)
    worker.answer(message.FAILED, 2, part=message.SPEECH, reason="?")
    assert told == [Prepared("a", 1.25, 1, 2), Prepared("b", None, 2, 2)]
    assert speaker.length_s("a") == 1.25
    assert speaker.length_s("b") is None


def test_who_waits_for_the_voice_is_called_once(speaker: Speaker, worker: FakeWorker) -> None:
    called: list[str] = []
    speaker.when_ready(lambda: called.append("there"))
    assert called == ["there"]
    worker.is_up = False
    speaker.when_ready(lambda: called.append("later"))
    assert called == ["there"]
    worker.is_up = True
    worker.answer(message.READY)
    worker.answer(message.READY)
    assert called == ["there", "later"]


def test_nobody_waits_for_a_voice_that_never_comes(speaker: Speaker, worker: FakeWorker) -> None:
    called: list[str] = []
    worker.is_up = False
    speaker.when_ready(lambda: called.append("silent"))
    worker.is_given_up = True
    worker.state(VoiceState(VoiceKind.SILENT, "gone"))
    speaker.when_ready(lambda: called.append("still"))
    assert called == ["silent", "still"]


def test_nothing_is_made_ready_while_a_screen_reader_reads(
    speaker: Speaker, worker: FakeWorker
) -> None:
    told: list[Prepared] = []
    speaker.set_speech(frozenset(), chimes=False)
    speaker.prepare(["a", "b"], told.append)
    assert worker.sent == []
    speaker.set_speech(frozenset({LineKind.NAME}), chimes=False)
    speaker.prepare(["a"], told.append)
    assert worker.sent == [(message.SYNTH, {"text": "a"})]


def test_sentences_are_asked_for_again_from_the_next_worker(
    speaker: Speaker, worker: FakeWorker
) -> None:
    told: list[Prepared] = []
    worker.is_up = False
    speaker.prepare(["a"], told.append)
    assert worker.sent == []
    worker.is_up = True
    worker.answer(message.READY)
    worker.answer(message.FAILED, 1, part=message.WORKER)
    worker.answer(message.SYNTHESISED, 2, seconds=1.0)
    assert told == [Prepared("a", 1.0, 1, 1)]


def test_when_all_is_given_up_nobody_waits_for_lengths(
    speaker: Speaker, worker: FakeWorker
) -> None:
    told: list[Prepared] = []
    speaker.prepare(["a", "b"], told.append)
    worker.is_given_up = True
    worker.state(VoiceState(VoiceKind.SILENT, "gone"))
    assert [p.seconds for p in told] == [None, None]
    worker.is_up = False
    speaker.prepare(["c"], told.append)
    assert told[-1] == Prepared("c", None, 1, 1)


def test_bad_news_is_news_once(
    speaker: Speaker, worker: FakeWorker, states: list[VoiceState]
) -> None:
    silent = VoiceState(VoiceKind.SILENT, "No sound output.")
    for state in (silent, VoiceState(VoiceKind.VOICE), silent):
        worker.state(state)
    assert [(s.kind, s.news) for s in states] == [
        (VoiceKind.SILENT, True),
        (VoiceKind.VOICE, False),
        (VoiceKind.SILENT, False),
    ]
    assert speaker.state.reason == "No sound output."
    speaker.start()
    assert speaker.state == VoiceState(VoiceKind.SILENT, "No sound output.", news=True)


def test_with_a_voice_there_is_no_news(speaker: Speaker) -> None:
    speaker.start()
    assert speaker.state == VoiceState(VoiceKind.VOICE)


def test_an_event_with_a_line_is_said(
    speaker: Speaker, worker: FakeWorker, make_step, make_line
) -> None:
    speaker.on_event(StepStarted(0.0, make_step()))
    speaker.on_event(LineDue(0.0, make_step(), make_line("Half way.")))
    assert worker.heard == ["Half way."]


def test_with_chimes_only_steps_are_marked_and_lines_are_not(
    speaker: Speaker, worker: FakeWorker, make_step, make_line
) -> None:
    worker.state(VoiceState(VoiceKind.CHIMES, "No voice."))
    speaker.on_event(StepStarted(0.0, make_step(StepKind.HOLD)))
    speaker.on_event(LineDue(0.0, make_step(), make_line("Sit tall.", Priority.NAME)))
    worker.answer(message.DONE)
    speaker.on_event(StepStarted(30.0, make_step(StepKind.SWITCH)))
    assert worker.heard == [chime.START, chime.SWITCH]


@pytest.mark.parametrize("reason", [PauseReason.ASKED, PauseReason.GAP, PauseReason.STOP_ASKED])
def test_a_pause_is_silent_at_once(
    speaker: Speaker, worker: FakeWorker, reason: PauseReason
) -> None:
    speaker.say("Sit tall.", Priority.NAME)
    speaker.on_event(SessionPaused(1.0, reason))
    assert worker.heard == ["Sit tall.", "-"]


def test_when_it_hurts_its_own_line_cuts_in(
    speaker: Speaker, worker: FakeWorker, make_step, make_line
) -> None:
    speaker.say("Half way.", Priority.HALF)
    speaker.say("Ten more seconds.", Priority.HALF)
    speaker.on_event(SessionPaused(1.0, PauseReason.HURTS))
    speaker.on_event(LineDue(1.0, make_step(), make_line("Let go gently.", Priority.STOP)))
    worker.answer(message.DONE)
    assert worker.heard == ["Half way.", "Let go gently."]


def test_when_it_hurts_and_there_is_no_voice_a_chime_answers(
    speaker: Speaker, worker: FakeWorker
) -> None:
    worker.state(VoiceState(VoiceKind.CHIMES, "No voice."))
    speaker.on_event(SessionPaused(1.0, PauseReason.HURTS))
    assert worker.heard == [chime.END]


@pytest.mark.parametrize(
    ("priority", "completed", "heard"),
    [
        (Priority.NAME, False, ["a", "-"]),
        (Priority.NAME, True, ["a"]),
        (Priority.STOP, False, ["a"]),
    ],
)
def test_leaving_a_step_early_ends_what_was_said_about_it(
    speaker: Speaker,
    worker: FakeWorker,
    make_step,
    priority: Priority,
    completed: bool,
    heard: list[str],
) -> None:
    speaker.say("a", priority)
    speaker.on_event(StepEnded(1.0, make_step(), 30.0, 10.0, completed))
    assert worker.heard == heard


def test_the_end_cuts_nothing(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.say("That was all for today.", Priority.NAME)
    speaker.on_event(SessionEnded(1.0, Ended.FINISHED))
    assert worker.heard == ["That was all for today."]


def test_volume_is_kept_within_bounds(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.set_volume(7.0)
    assert worker.kept[message.VOLUME] == {"value": 1.0}
    speaker.set_volume(-1.0)
    assert worker.kept[message.VOLUME] == {"value": 0.0}


def test_another_voice_makes_known_lengths_untrue(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.prepare(["a"])
    worker.answer(message.SYNTHESISED, 1, seconds=1.25)
    speaker.set_voice("en-gb", speed=5.0)
    assert worker.kept[message.VOICE] == {"voice": "en-gb", "rate": 182}
    assert speaker.length_s("a") is None


def test_the_voices_there_are_come_as_an_answer(speaker: Speaker, worker: FakeWorker) -> None:
    voices: list[object] = []
    speaker.ask_voices(voices.append)
    worker.answer(message.VOICES_ARE, voices=[[*ROW], ["odd"], 7])
    assert voices == [(ROW,)]


def test_an_output_is_chosen_once_and_kept(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.set_output("")
    assert message.OUTPUT not in worker.kept
    speaker.set_output("headphones")
    assert worker.kept.pop(message.OUTPUT) == {"value": "headphones"}
    speaker.set_output("headphones")
    assert message.OUTPUT not in worker.kept
    speaker.set_output()
    assert worker.kept[message.OUTPUT] == {"value": ""}


def test_the_outputs_there_are_come_as_an_answer(speaker: Speaker, worker: FakeWorker) -> None:
    outputs: list[object] = []
    speaker.ask_outputs(outputs.append)
    worker.answer(message.OUTPUTS_ARE, outputs=[["rig", "Loudspeaker"], ["odd"], 7])
    assert outputs == [(Output("rig", "Loudspeaker"),)]


def test_the_output_is_kept_awake_unless_told_otherwise(
    speaker: Speaker, worker: FakeWorker
) -> None:
    assert worker.kept[message.AWAKE] == {"value": True}
    speaker.set_lead_in(False)
    assert worker.kept[message.AWAKE] == {"value": False}


@pytest.mark.parametrize("event", [SessionStarted(0.0), SessionResumed(0.0, 0.0)])
def test_the_output_is_woken_as_a_session_begins_or_goes_on(
    speaker: Speaker, worker: FakeWorker, event: SessionStarted | SessionResumed
) -> None:
    speaker.on_event(event)
    assert worker.sent == [(message.WAKE, {})]
    speaker.set_on(False)
    speaker.on_event(event)
    assert worker.sent == [(message.WAKE, {})]


def test_trouble_with_an_output_is_news_although_there_is_a_voice(
    speaker: Speaker, worker: FakeWorker, states: list[VoiceState]
) -> None:
    away = VoiceState(VoiceKind.VOICE, "It is not there.")
    for state in (away, VoiceState(VoiceKind.VOICE), away):
        worker.state(state)
    assert [(s.reason, s.news) for s in states] == [
        ("It is not there.", True),
        ("", False),
        ("It is not there.", False),
    ]


def test_close_is_silent_and_final(speaker: Speaker, worker: FakeWorker) -> None:
    speaker.start()
    speaker.say("a", Priority.NAME)
    speaker.close()
    speaker.say("b", Priority.STOP)
    assert worker.heard == ["a", "-"]
    assert worker.closed
    assert worker.started == 1


class Scene:
    """A speaker, a worker, and what is to be heard according to what the worker was asked."""

    def __init__(self) -> None:
        self.worker = FakeWorker()
        self.speaker = Speaker(self.worker.connect, lambda _: None, clock=lambda: self.worker.now)
        self.priorities: dict[str, Priority] = {}
        self.sounding: tuple[int, Priority] | None = None
        self._seen = 0

    def say(self, priority: Priority) -> None:
        text = f"line {len(self.priorities)}"
        self.priorities[text] = priority
        self.speaker.say(text, priority)

    def wait(self, seconds: float) -> None:
        self.worker.now += seconds

    def hush(self) -> None:
        self.speaker.hush()
        self.follow()
        assert self.sounding is None

    def mute(self) -> None:
        self.speaker.set_on(False)
        self.follow()
        assert self.sounding is None

    def unmute(self) -> None:
        self.speaker.set_on(True)

    def ready(self) -> None:
        if not self.worker.is_up:
            self.worker.is_up = True
            self.worker.tell({"kind": message.READY, "engine": "e"})

    def die(self) -> None:
        self.worker.is_up = False
        self._end(message.FAILED, message.WORKER)

    def done(self) -> None:
        self._end(message.DONE)

    def fail(self) -> None:
        self._end(message.FAILED, message.SOUND)

    def follow(self) -> None:
        """Looks at what the worker was asked since; nothing may be cut by its equal."""
        for kind, fields in self.worker.sent[self._seen :]:
            self._seen += 1
            if kind == message.STOP:
                self.sounding = None
            else:
                priority = self.priorities[str(fields["text"])]
                assert self.speaker.is_on
                assert self.sounding is None or self.sounding[1] < priority
                self.sounding = (self._seen, priority)

    def _end(self, kind: str, part: str = "") -> None:
        if self.sounding is not None:
            ident, self.sounding = self.sounding[0], None
            self.worker.tell({"kind": kind, "id": ident, "part": part})


deeds = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(list(Priority))),
    st.tuples(st.sampled_from(["done", "fail", "hush", "mute", "unmute", "die", "ready"])),
    st.tuples(st.just("wait"), st.floats(0, 3)),
)


@given(st.lists(deeds, max_size=60))
def test_whatever_happens_nothing_is_cut_wrongly_and_it_never_gets_stuck(
    script: list[tuple[str, float]],
) -> None:
    scene = Scene()
    for deed, *value in script:
        getattr(scene, deed)(*value)
        scene.follow()
    scene.unmute()
    scene.ready()
    scene.hush()
    scene.say(Priority.COUNT)
    scene.follow()
    assert scene.sounding is not None
