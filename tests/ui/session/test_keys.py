from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from supple.core.command import Command
from supple.core.event import PauseReason
from supple.core.session_keys import USUAL, KeyMap, Refused, SessionKey, key_map, teach
from supple.core.snapshot import Phase, Snapshot
from supple.core.warning import Sign
from supple.ui.session.keys import KEYS, OTHERWISE, Act, Mode, Rate, Tell, keys_of, mode_of

FEW = [*(key for keys in USUAL.values() for key in keys), "PgDown", "PgUp", "B", "F5", "Media Next"]


def test_the_keys_of_a_running_session() -> None:
    assert KEYS[Mode.RUNNING] == {
        "Space": Command.PAUSE,
        "Left": Command.PREVIOUS,
        "Right": Command.NEXT,
        "R": Command.AGAIN,
        "H": Command.HURTS,
        "Esc": Command.ASK_STOP,
        "+": Command.LONGER,
        "=": Command.LONGER,
        "Up": Command.LONGER,
        "-": Command.SHORTER,
        "Down": Command.SHORTER,
        "M": Act.VOICE,
        "F11": Act.FULL_SCREEN,
    }


def test_a_pause_differs_only_in_space() -> None:
    running, paused = dict(KEYS[Mode.RUNNING]), dict(KEYS[Mode.PAUSED])
    assert paused.pop("Space") is Command.RESUME
    running.pop("Space")
    assert paused == running


def test_nobody_goes_on_into_pain_by_habit() -> None:
    hurts = KEYS[Mode.HURTS]
    assert "Space" not in hurts
    # These move the ring and take what has it: see test_page.
    assert (hurts["Right"], hurts["Left"]) == (Act.ONWARD, Act.BACKWARD)
    assert hurts["Return"] is hurts["Enter"] is Act.TAKE
    commands = [hurts[number] for number in "1234"]
    assert commands == [Command.EASE_OFF, Command.SKIP_STRETCH, Command.STOP, Command.PASSED]


def test_a_warning_sign_has_a_key_of_its_own_and_no_way_by_habit() -> None:
    assert KEYS[Mode.HURTS]["5"] is Act.WARN
    warned = KEYS[Mode.WARNED]
    assert [warned[n] for n in "123"] == [Tell(Sign.SADDLE), Tell(Sign.LEG), Tell(None)]
    for key in ("Space", "Esc"):
        assert key not in warned
    assert warned["Return"] is warned["Enter"] is Act.TAKE
    advised = KEYS[Mode.ADVISED]
    assert advised["Return"] is advised["Enter"] is advised["Esc"] is Act.LEAVE
    assert "Space" not in advised


def test_the_question_before_takes_numbers_and_lets_go() -> None:
    asked = KEYS[Mode.ASKED]
    assert [asked[str(n)] for n in range(10)] == [Rate(n) for n in range(10)]
    assert asked["X"] == Rate(10)
    assert asked["Space"] is Act.BEGIN
    assert asked["Return"] is asked["Enter"] is Act.TAKE
    assert (asked["Right"], asked["Left"]) == (Act.ONWARD, Act.BACKWARD)
    assert OTHERWISE[Mode.ASKED] is Act.BEGIN
    assert asked["Esc"] is Act.NOT_NOW


def test_strong_pain_starts_nothing_by_habit() -> None:
    much = KEYS[Mode.MUCH_PAIN]
    assert much["1"] is much["Esc"] is Act.NOT_NOW
    assert much["2"] is Act.GENTLY
    assert "Space" not in much
    assert much["Return"] is much["Enter"] is Act.TAKE


def test_the_stop_question() -> None:
    asked = KEYS[Mode.STOP_ASKED]
    assert asked["Return"] is asked["Enter"] is Command.STOP
    assert asked["Space"] is Command.RESUME
    assert asked["Esc"] is Command.GO_BACK
    assert asked["H"] is Command.HURTS


def test_the_summary_takes_numbers() -> None:
    summary = KEYS[Mode.SUMMARY]
    assert [summary[str(n)] for n in range(10)] == [Rate(n) for n in range(10)]
    assert summary["X"] == Rate(10)
    assert summary["Return"] is summary["Enter"] is Act.TAKE
    assert (summary["Right"], summary["Left"]) == (Act.ONWARD, Act.BACKWARD)
    assert OTHERWISE[Mode.SUMMARY] is Act.SAVE
    assert "Space" not in summary


@pytest.mark.parametrize("mode", Mode)
def test_qt_knows_every_key_and_full_screen_works_everywhere(mode: Mode) -> None:
    assert KEYS[mode]["F11"] is Act.FULL_SCREEN
    for key in KEYS[mode]:
        assert QKeySequence(key).count() == 1, key


@pytest.mark.parametrize(
    ("changes", "mode"),
    [
        ({"phase": Phase.READY}, Mode.READY),
        ({"phase": Phase.RUNNING}, Mode.RUNNING),
        ({"phase": Phase.LEAD_IN}, Mode.RUNNING),
        ({"phase": Phase.PAUSED, "pause_reason": PauseReason.ASKED}, Mode.PAUSED),
        ({"phase": Phase.PAUSED, "pause_reason": PauseReason.GAP}, Mode.PAUSED),
        ({"phase": Phase.PAUSED, "pause_reason": PauseReason.STOP_ASKED}, Mode.STOP_ASKED),
        ({"phase": Phase.PAUSED, "pause_reason": PauseReason.HURTS}, Mode.HURTS),
        ({"phase": Phase.DONE}, Mode.OVER),
    ],
)
def test_the_mode_of_a_snapshot(
    snapshot: Callable[..., Snapshot], changes: dict[str, object], mode: Mode
) -> None:
    assert mode_of(snapshot(**changes)) is mode


keys_taught = st.lists(st.tuples(st.sampled_from(SessionKey), st.sampled_from(FEW)), max_size=12)


@given(keys_taught)
def test_whatever_was_taught_nobody_is_without_help_or_a_way_out(
    taught: list[tuple[SessionKey, str]],
) -> None:
    made = KeyMap()
    for act, key in taught:
        with suppress(Refused):
            made = teach(made, act, key).keys
    for mode in (Mode.RUNNING, Mode.PAUSED, Mode.STOP_ASKED):
        assert keys_of(mode, made)[made.shown(SessionKey.HURTS)] is Command.HURTS
    for mode in Mode:
        mine = keys_of(mode, made)
        usual = KEYS[mode]
        assert set(mine.values()) == set(usual.values())
        for key in ("Esc", "X", *"0123456789"):
            assert mine.get(key) == usual.get(key)
        assert all(QKeySequence(key).count() == 1 for key in mine)
    # Nobody goes on into pain by habit, whichever key the habit is.
    for mode in (Mode.HURTS, Mode.MUCH_PAIN, Mode.WARNED):
        assert not set(made.heard(SessionKey.PAUSE)) & set(keys_of(mode, made))


def test_a_taught_key_is_heard_beside_the_usual_one() -> None:
    running = keys_of(Mode.RUNNING, key_map(["next PgDown"]))
    assert running["PgDown"] is running["Right"] is Command.NEXT
    swapped = keys_of(Mode.RUNNING, key_map(["next Left", "previous Right"]))
    assert (swapped["Left"], swapped["Right"]) == (Command.NEXT, Command.PREVIOUS)


def test_both_enter_keys_are_one() -> None:
    running = keys_of(Mode.PAUSED, key_map(["pause Enter", "confirm Space"]))
    assert running["Return"] is running["Enter"] is Command.RESUME
    asked = keys_of(Mode.STOP_ASKED, key_map(["pause Enter", "confirm Space"]))
    assert (asked["Space"], asked["Return"]) == (Command.STOP, Command.RESUME)
