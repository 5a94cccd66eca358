from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.event import Ended, PauseReason
from supple.core.routine import Side
from supple.core.session_keys import key_map
from supple.core.snapshot import Band, Phase, Snapshot
from supple.core.step import StepKind
from supple.core.summary import Rating, SummaryView
from supple.core.warning import Sign
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.session import page as pages
from supple.ui.session.keys import Mode
from supple.ui.session.page import SessionPage

Make = Callable[..., Snapshot]
VIEW = SummaryView(4, 5, 6, 540.0, 6, 6, 4, Ended.FINISHED, shares=(1.0, 0.5))
SIZES = [(760, 560), (1100, 760), (1920, 1080), (3840, 2160), (800, 1280)]


@pytest.fixture
def page(
    look: Look, figures: FigurePainter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> SessionPage:
    monkeypatch.setattr(pages, "DEAF_MS", 0)
    made = SessionPage(look, figures)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitActive(made):
        made.show()
    made.begin("Morning")
    return made


@pytest.fixture
def asked(page: SessionPage) -> list[object]:
    commands: list[object] = []
    page.asked.connect(commands.append)
    return commands


def _seen(page: SessionPage) -> set[str]:
    parts = ("top", "guide", "controls", "hurts", "hurts_bar", "summary", "summary_bar")
    names = (*parts, "stop_question")
    return {name for name in names if getattr(page, name).isVisible()}


def test_it_begins_with_the_routines_name_and_waits(page: SessionPage) -> None:
    assert page.mode is Mode.READY
    assert page.top.name.text() == "Morning"
    assert page.controls.main.text() == "Start"


def test_what_is_seen_while_it_guides(page: SessionPage, snapshot: Make) -> None:
    page.show_snapshot(snapshot())
    assert _seen(page) == {"top", "guide", "controls"}
    assert page.controls.main.text() == "Pause"


def test_a_pause_offers_to_go_on(
    page: SessionPage, pause: Make, asked: list[object], qtbot: QtBot
) -> None:
    page.show_snapshot(pause(PauseReason.ASKED))
    assert _seen(page) == {"top", "guide", "controls"}
    assert page.controls.main.text() == "Go on"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.mouseClick(page.controls.main, Qt.MouseButton.LeftButton)
    assert asked == [Command.RESUME, Command.RESUME]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Space, Command.PAUSE),
        (Qt.Key.Key_Left, Command.PREVIOUS),
        (Qt.Key.Key_Right, Command.NEXT),
        (Qt.Key.Key_R, Command.AGAIN),
        (Qt.Key.Key_H, Command.HURTS),
        (Qt.Key.Key_Escape, Command.ASK_STOP),
        (Qt.Key.Key_Plus, Command.LONGER),
        (Qt.Key.Key_Minus, Command.SHORTER),
        (Qt.Key.Key_Up, Command.LONGER),
        (Qt.Key.Key_Down, Command.SHORTER),
    ],
)
@pytest.mark.parametrize("kind", [StepKind.PREPARE, StepKind.HOLD, StepKind.SWITCH, StepKind.REST])
def test_keys_of_a_running_session(
    page: SessionPage,
    snapshot: Make,
    asked: list[object],
    qtbot: QtBot,
    kind: StepKind,
    key: Qt.Key,
    command: Command,
) -> None:
    page.show_snapshot(snapshot(kind))
    qtbot.keyClick(page, key)
    assert asked == [command]


def test_going_on_can_be_paused_again(
    page: SessionPage, snapshot: Make, asked: list[object], qtbot: QtBot
) -> None:
    page.show_snapshot(snapshot(phase=Phase.LEAD_IN, lead_in_left_s=2.0, label="Get ready"))
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert asked == [Command.PAUSE]


def test_voice_and_full_screen_keys(page: SessionPage, snapshot: Make, qtbot: QtBot) -> None:
    page.show_snapshot(snapshot())
    with qtbot.waitSignals([page.voice_toggled, page.full_screen_toggled]):
        qtbot.keyClick(page, Qt.Key.Key_M)
        qtbot.keyClick(page, Qt.Key.Key_F11)


def test_something_hurts(page: SessionPage, pause: Make, asked: list[object], qtbot: QtBot) -> None:
    page.show_snapshot(pause(PauseReason.HURTS, cue="Let go slowly."))
    assert _seen(page) == {"top", "hurts", "hurts_bar"}
    assert page.top.counter.text() == "1 of 6, paused"
    assert page.hurts.skip.accessibleDescription() == "Go straight to Figure four"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert asked == []
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(page, key)
    wishes = [Command.EASE_OFF, Command.SKIP_STRETCH, Command.STOP, Command.PASSED]
    assert asked == wishes
    for button in (page.hurts.ease, page.hurts.skip, page.hurts.stop, page.hurts_bar.passed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == 2 * wishes


def test_the_question_before(page: SessionPage, qtbot: QtBot) -> None:
    page.show_question("Figure four, left leg first")
    assert page.mode is Mode.ASKED
    assert _seen(page) == {"top"}
    assert page.care.ask.isVisible()
    assert page.care.ask_bar.geometry() == page.controls.geometry()
    qtbot.keyClick(page, Qt.Key.Key_4)
    assert page.care.ask.scale.value == 4
    with qtbot.waitSignal(page.answered) as told:
        qtbot.keyClick(page, Qt.Key.Key_Space)
    assert told.args == [4]
    with qtbot.waitSignal(page.not_now_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.not_now_asked):
        qtbot.mouseClick(page.care.ask_bar.not_now, Qt.MouseButton.LeftButton)
    page.care.ask.ask("Figure four")
    with qtbot.waitSignal(page.answered) as told:
        qtbot.mouseClick(page.care.ask_bar.start, Qt.MouseButton.LeftButton)
    assert told.args == [None]


def test_the_question_before_goes_as_the_session_starts(page: SessionPage, snapshot: Make) -> None:
    page.show_question("Figure four, left leg first")
    page.show_snapshot(snapshot())
    assert _seen(page) == {"top", "guide", "controls"}
    assert page.care.ask.isHidden()


def test_time_stands_still_only_while_it_is_asked(page: SessionPage, snapshot: Make) -> None:
    page.show_question("Figure four")
    page.hold_question(True)
    assert not page.care.ask._ticks.isActive()
    page.hold_question(False)
    assert page.care.ask._ticks.isActive()
    page.show_snapshot(snapshot())
    page.hold_question(False)
    assert not page.care.ask._ticks.isActive()


def test_a_missing_voice_is_told_when_the_question_is_gone(
    page: SessionPage, snapshot: Make
) -> None:
    page.show_question("Figure four")
    page.show_voice(True, "No sound here. Read the words on the screen.")
    assert page.guide.then.notice == ""
    page.show_snapshot(snapshot())
    assert page.guide.then.notice.startswith("No sound here.")


def test_strong_pain_asks_again(page: SessionPage, qtbot: QtBot) -> None:
    page.show_question("Figure four")
    page.show_much_pain("Holds of 15 seconds at most")
    assert page.care.much_pain.isVisible()
    assert page.care.ask.isHidden()
    with qtbot.assertNotEmitted(page.gently_asked):
        qtbot.keyClick(page, Qt.Key.Key_Space)
        qtbot.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.gently_asked):
        qtbot.keyClick(page, Qt.Key.Key_2)
    with qtbot.waitSignal(page.not_now_asked):
        qtbot.keyClick(page, Qt.Key.Key_1)


def test_a_warning_sign(page: SessionPage, pause: Make, snapshot: Make, qtbot: QtBot) -> None:
    page.show_snapshot(pause(PauseReason.HURTS))
    with qtbot.waitSignal(page.warned):
        qtbot.keyClick(page, Qt.Key.Key_5)
    assert page.hurts.help.button is not None
    with qtbot.waitSignal(page.warned):
        qtbot.mouseClick(page.hurts.help.button, Qt.MouseButton.LeftButton)
    page.show_warning()
    page.show_snapshot(snapshot(StepKind.FINISH, phase=Phase.DONE))
    assert page.mode is Mode.WARNED
    assert _seen(page) == set()
    assert page.care.warning.geometry().top() == 0
    told: list[object] = []
    page.sign_told.connect(told.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(page, key)
    assert told == [Sign.SADDLE, Sign.LEG, None]
    page.show_advice(Sign.LEG)
    with qtbot.waitSignal(page.advice_seen):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.mode is Mode.OVER


def test_a_screen_reader_is_told_what_is_asked_unless_it_reads_anyway(
    page: SessionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(pages, "announce", lambda _widget, text, *, urgent: said.append(text))
    page.show_question("Figure four")
    page.show_warning()
    assert [text.split("?")[0] for text in said] == [
        "How does your back feel now",
        "We stop here. Which one is it",
    ]
    page.set_read_out(True)
    page.show_question("Figure four")
    assert len(said) == 2


def test_the_stop_question(
    page: SessionPage, pause: Make, asked: list[object], qtbot: QtBot
) -> None:
    page.show_snapshot(pause(PauseReason.STOP_ASKED))
    assert _seen(page) == {"top", "guide", "controls", "stop_question"}
    assert page.stop_question.geometry() == page.rect()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert asked == [Command.STOP, Command.RESUME, Command.HURTS]


def test_a_stop_question_goes_when_the_session_goes_on(
    page: SessionPage, pause: Make, snapshot: Make
) -> None:
    page.show_snapshot(pause(PauseReason.STOP_ASKED))
    page.show_snapshot(snapshot())
    assert _seen(page) == {"top", "guide", "controls"}


def test_the_summary_takes_a_number_a_note_and_enter(
    page: SessionPage, snapshot: Make, asked: list[object], qtbot: QtBot
) -> None:
    page.show_snapshot(snapshot(block=5, block_fraction=1.0))
    page.show_summary(VIEW)
    assert _seen(page) == {"summary", "summary_bar"}
    assert page.summary.progress.shown[0] == page.top.progress.shown[0]
    assert page.summary.progress.shares == VIEW.shares
    qtbot.keyClick(page, Qt.Key.Key_7)
    qtbot.keyClick(page, Qt.Key.Key_X)
    assert page.summary.scale.value == 10
    qtbot.keyClick(page, Qt.Key.Key_2)
    page.summary.note.setFocus()
    qtbot.keyClicks(page.summary.note, "felt 9 x tighter")
    with qtbot.waitSignal(page.rated) as told:
        qtbot.keyClick(page.summary.note, Qt.Key.Key_Return)
    assert told.args == [Rating(2, "felt 9 x tighter")]
    assert asked == []
    assert page.mode is Mode.OVER


def test_a_late_last_snapshot_leaves_the_summary(page: SessionPage, snapshot: Make) -> None:
    page.show_snapshot(snapshot(block=5, block_fraction=0.98))
    page.show_summary(VIEW)
    page.show_snapshot(snapshot(StepKind.FINISH, phase=Phase.DONE, block=5, block_fraction=1.0))
    assert _seen(page) == {"summary", "summary_bar"}
    assert page.mode is Mode.SUMMARY
    assert page.summary.progress.shares == VIEW.shares


def test_the_summary_may_be_left_unanswered(page: SessionPage, qtbot: QtBot) -> None:
    page.show_summary(VIEW)
    with qtbot.waitSignal(page.rated) as told:
        qtbot.mouseClick(page.summary_bar.save, Qt.MouseButton.LeftButton)
    assert told.args == [Rating(None, "")]


def test_the_summary_may_be_thrown_away(page: SessionPage, qtbot: QtBot) -> None:
    page.show_summary(VIEW)
    with qtbot.waitSignal(page.discarded), qtbot.assertNotEmitted(page.rated):
        qtbot.mouseClick(page.summary_bar.discard, Qt.MouseButton.LeftButton)


def test_space_presses_what_is_focused_in_the_summary(page: SessionPage, qtbot: QtBot) -> None:
    page.show_summary(VIEW)
    page.summary_bar.discard.setFocus()
    with qtbot.waitSignal(page.discarded):
        qtbot.keyClick(page.summary_bar.discard, Qt.Key.Key_Space)


def test_a_late_space_does_not_save_the_summary(
    page: SessionPage, snapshot: Make, qtbot: QtBot
) -> None:
    page.show_snapshot(snapshot())
    page.show_summary(VIEW)
    with qtbot.assertNotEmitted(page.rated), qtbot.assertNotEmitted(page.discarded):
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Space)
    assert page.mode is Mode.SUMMARY


def test_a_key_pressed_twice_does_not_answer_the_summary(
    page: SessionPage, pause: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(pages, "DEAF_MS", 40)
    page.show_snapshot(pause(PauseReason.HURTS))
    page.show_summary(VIEW)
    with qtbot.assertNotEmitted(page.rated):
        qtbot.keyClick(page, Qt.Key.Key_3)
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.summary.scale.value is None
    qtbot.wait(60)
    qtbot.keyClick(page, Qt.Key.Key_3)
    assert page.summary.scale.value == 3


def test_a_new_session_after_a_summary(page: SessionPage, snapshot: Make) -> None:
    page.show_summary(VIEW)
    page.begin("Evening")
    assert _seen(page) == {"top", "guide", "controls"}
    assert page.top.name.text() == "Evening"
    page.show_snapshot(snapshot())
    assert page.mode is Mode.RUNNING


def test_no_voice_is_told_once(page: SessionPage) -> None:
    page.show_voice(True)
    assert page.controls.voice.text() == "Voice"
    page.show_voice(True, "No sound: read the captions")
    assert page.controls.voice.text() == "No voice"
    assert page.guide.then.notice == "No sound: read the captions"
    page.guide.then.show_notice("")
    page.show_voice(True, "No sound: read the captions")
    assert page.guide.then.notice == ""


def test_a_voice_turned_off_and_on_is_still_missing(page: SessionPage) -> None:
    page.show_voice(True, "No sound: read the captions")
    page.show_voice(False)
    assert page.controls.voice.text() == "Voice off"
    page.show_voice(True)
    assert page.controls.voice.text() == "No voice"
    page.show_voice(True, able=True)
    assert page.controls.voice.text() == "Voice"


def test_a_new_session_begins_with_hope(page: SessionPage) -> None:
    page.show_voice(True, "No sound: read the captions")
    page.begin("Evening")
    page.show_voice(True)
    assert page.controls.voice.text() == "Voice"


def test_no_button_of_a_running_session_can_steal_the_keys(
    page: SessionPage, snapshot: Make
) -> None:
    page.show_snapshot(snapshot())
    seen = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert len(seen) == 7
    assert all(button.focusPolicy() is Qt.FocusPolicy.NoFocus for button in seen)


def _states(snapshot: Make, pause: Make, reps: Make) -> list[Snapshot]:
    return [
        snapshot(StepKind.PREPARE),
        snapshot(StepKind.HOLD, Side.RIGHT),
        snapshot(StepKind.SWITCH, Side.RIGHT),
        snapshot(StepKind.REST, band=Band("Left leg next")),
        snapshot(StepKind.HOLD, Side.BOTH, 60.0, step_duration_s=60.0),
        reps(4, 0.3),
        pause(PauseReason.ASKED),
        snapshot(StepKind.FINISH, Side.BOTH, band=Band(""), cue="Done. Well stretched.", then=""),
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_nothing_is_clipped_or_covered_in_any_state(
    page: SessionPage,
    look: Look,
    snapshot: Make,
    pause: Make,
    reps: Make,
    size: tuple[int, int],
    text: float,
) -> None:
    look.set_session_text_scale(text)
    page.resize(*size)
    for state in _states(snapshot, pause, reps):
        page.show_snapshot(state)
        boxes = _boxes(page)
        for name, box in boxes.items():
            assert page.rect().contains(box), (name, state.step.kind)
        names = list(boxes)
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                assert not boxes[one].intersects(boxes[other]), (one, other, state.step.kind)
        assert page.guide.cue.fitted().pixelSize() >= 0.9 * 44 * _scale(size) * text


@pytest.mark.parametrize("size", SIZES)
def test_the_parts_that_come_late_have_their_place(
    look: Look, figures: FigurePainter, qtbot: QtBot, pause: Make, size: tuple[int, int]
) -> None:
    page = SessionPage(look, figures)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.begin("Morning")
    below = QRect(page.controls.geometry())
    page.show_snapshot(pause(PauseReason.STOP_ASKED))
    assert page.stop_question.geometry() == page.rect()
    page.show_snapshot(pause(PauseReason.HURTS))
    assert page.hurts_bar.geometry() == below
    assert page.hurts.geometry().bottom() + 1 == below.top()
    assert page.hurts.width() == page.width()
    page.show_summary(VIEW)
    assert page.summary_bar.geometry() == below
    assert page.summary.geometry() == QRect(0, 0, page.width(), below.top())
    assert page.summary.head.font().pixelSize() == round(54 * _scale(size))


def _scale(size: tuple[int, int]) -> float:
    return max(0.69, min(2.6, size[0] / 1100, size[1] / 760))


def _boxes(page: SessionPage) -> dict[str, QRect]:
    parts: dict[str, QWidget] = {
        "name": page.top.name,
        "counter": page.top.counter,
        "progress": page.top.progress,
        "band": page.guide.band,
        "stage": page.guide.stage,
        "ring": page.guide.ring,
        "cue": page.guide.cue,
        "then": page.guide.then,
        "controls": page.controls,
    }
    return {
        name: QRect(part.mapTo(page, part.rect().topLeft()), part.size())
        for name, part in parts.items()
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_nothing_moves_in_a_session(
    page: SessionPage,
    look: Look,
    snapshot: Make,
    pause: Make,
    reps: Make,
    size: tuple[int, int],
    text: float,
) -> None:
    look.set_session_text_scale(text)
    page.resize(*size)
    long = "Slowly let your head, neck and both of your shoulders grow heavy and sink down."
    places = []
    for state in [*_states(snapshot, pause, reps), snapshot(cue=long)]:
        page.show_snapshot(state)
        places.append(_boxes(page))
    assert all(place == places[0] for place in places)
    # Eighty characters, the most a file may hold, are still readable from the mat.
    assert page.guide.cue.fitted().pixelSize() >= 0.6 * 44 * _scale(size) * text


def test_thirty_snapshots_of_a_second_paint_little(
    page: SessionPage, snapshot: Make, qtbot: QtBot, paint_log: type
) -> None:
    page.show_voice(True)
    page.show_snapshot(snapshot())
    qtbot.wait(1)
    quiet = (page.controls, page.controls.main, page.top.name, page.guide.band, page.guide.cue)
    logs = [paint_log(part) for part in quiet]
    base = snapshot()
    for number in range(30):
        left = 24.0 - number / 31
        page.show_snapshot(replace(base, left_s=left, elapsed_s=30.0 - left))
        qtbot.wait(0)
    assert [log.count for log in logs] == [0] * len(quiet)


def test_the_figure_can_be_dressed(page: SessionPage, snapshot: Make, figures) -> None:  # type: ignore[no-untyped-def]
    page.set_person(1, 2)
    page.show_snapshot(snapshot())
    page.grab()
    assert (figures.painted[-1].skin, figures.painted[-1].hair) == (1, 2)


def test_getting_the_voice_ready_is_a_quiet_note_with_progress(page: SessionPage) -> None:
    then = page.guide.then
    page.show_getting_ready(12, 40)
    assert then.notice == "Getting the voice ready, 12 of 40"
    page.show_getting_ready(40, 40)
    assert then.notice == ""


def test_progress_never_covers_what_has_to_be_known(page: SessionPage) -> None:
    page.show_voice(True, "No sound here. Read the words on the screen.")
    page.show_getting_ready(12, 40)
    page.show_getting_ready(40, 40)
    assert page.guide.then.notice.startswith("No sound here.")


def test_what_is_read_out_goes_to_the_screen_reader(
    page: SessionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        pages, "announce", lambda _widget, text, *, urgent: said.append((text, urgent))
    )
    page.read_out("Left leg first.", False)
    page.read_out("Stop.", True)
    assert said == [("Left leg first.", False), ("Stop.", True)]


def test_taught_keys_are_heard_and_shown_everywhere(
    page: SessionPage, snapshot: Make, asked: list[object], qtbot: QtBot
) -> None:
    page.set_keys(key_map(["next PgDown", "pause B", "confirm F5"]))
    page.show_snapshot(snapshot())
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert asked == [Command.NEXT, Command.PAUSE]
    assert page.controls.next.toolTip() == "Next (PgDn)"
    assert page.stop_question.text.text().startswith("F5 stops, B goes on.")
    assert page.summary_bar.save.accessibleDescription() == "Key: F5"
    assert page.care.ask.hint.text().endswith("F5 alone starts without an answer.")
    page.set_keys(key_map([]))
    assert page.stop_question.text.text().startswith("Enter stops, Space goes on.")
    assert page.summary_bar.save.accessibleDescription() == "Key: Enter"


HURTS_ANSWERS = (
    Command.EASE_OFF,
    Command.SKIP_STRETCH,
    Command.STOP,
    Command.PASSED,
)


@pytest.mark.parametrize("many", [1, 2, 3, 4])
def test_a_remote_answers_with_the_ring(
    page: SessionPage, pause: Make, asked: list[object], qtbot: QtBot, many: int
) -> None:
    page.set_keys(key_map(["next PgDown", "confirm B"]))
    page.show_snapshot(pause(PauseReason.HURTS))
    assert page.hurts.question.text().endswith("Press a number, or Page Down and B.")
    for _ in range(many):
        qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert asked == []
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert asked == [HURTS_ANSWERS[many - 1]]


def test_a_remote_gets_help_as_well(page: SessionPage, pause: Make, qtbot: QtBot) -> None:
    page.show_snapshot(pause(PauseReason.HURTS))
    qtbot.keyClick(page, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.warned):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    page.show_warning()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.sign_told) as told:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert told.args == [Sign.SADDLE]


def test_strong_pain_is_answered_with_the_ring_the_careful_way_first(
    page: SessionPage, qtbot: QtBot
) -> None:
    page.show_much_pain("Half as long")
    qtbot.keyClick(page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.not_now_asked):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_remote_answers_before_a_session(page: SessionPage, qtbot: QtBot) -> None:
    page.set_keys(key_map(["next PgDown", "confirm B", "pause F5"]))
    page.show_question("Strap stretch")
    assert page.care.ask.hint.text().startswith("Press a number, X is ten, or Page Down and B.")
    for _ in range(4):
        qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert page.care.ask.scale.value is None
    with qtbot.waitSignal(page.answered) as told:
        qtbot.keyClick(page, Qt.Key.Key_B)
        assert page.care.ask.scale.value == 3
        # Given already: the second time starts.
        qtbot.keyClick(page, Qt.Key.Key_B)
    assert told.args == [3]


def test_who_moves_the_ring_has_the_time_once_more(page: SessionPage, qtbot: QtBot) -> None:
    page.show_question("Strap stretch")
    ask = page.care.ask
    ask._left_ms = 300
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert ask._left_ms > 300
    ask.hold(True)
    ask._left_ms = 300
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert ask._left_ms == 300


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None])
def test_the_ring_alone_answers_nothing_before(
    page: SessionPage, qtbot: QtBot, key: Qt.Key | None
) -> None:
    page.show_question("Strap stretch")
    qtbot.keyClick(page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.answered) as told:
        if key is None:
            page.care.ask._left_ms = 0
            page.care.ask._on_tick()
        else:
            qtbot.keyClick(page, key)
    assert told.args == [None]


def test_a_remote_answers_the_summary_and_saves_it(page: SessionPage, qtbot: QtBot) -> None:
    page.set_keys(key_map(["next PgDown", "confirm B"]))
    page.show_summary(VIEW)
    assert page.summary.hint.text() == "Press a number, or Page Down and B. X is ten."
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_B):
        qtbot.keyClick(page, key)
    assert page.summary.scale.value == 1
    with qtbot.waitSignal(page.rated) as rated:
        qtbot.keyClick(page, Qt.Key.Key_B)
    assert rated.args == [Rating(1, "")]


def test_while_a_number_has_the_ring_the_key_is_not_said_to_save(
    page: SessionPage, qtbot: QtBot
) -> None:
    page.show_summary(VIEW)
    save = page.summary_bar.save
    seen = [save.shows_key]
    place = save.geometry()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(page, key)
        QApplication.processEvents()
        seen.append(save.shows_key)
        assert save.geometry() == place
    page.summary.note.setFocus()
    assert seen == [True, False, True, False, True]
    assert save.shows_key


def test_a_summary_that_asks_nothing_has_no_ring(page: SessionPage, qtbot: QtBot) -> None:
    page.show_summary(replace(VIEW, asks_pain=False))
    qtbot.keyClick(page, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.rated) as rated:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert rated.args == [Rating(None, "")]


@pytest.mark.parametrize("moves", range(6))
def test_nothing_is_answered_by_habit(
    page: SessionPage, pause: Make, asked: list[object], qtbot: QtBot, moves: int
) -> None:
    page.show_snapshot(pause(PauseReason.HURTS))
    page.warned.connect(lambda: asked.append("warned"))
    qtbot.keyClick(page, Qt.Key.Key_Return)
    for _ in range(moves):
        qtbot.keyClick(page, Qt.Key.Key_Right)
    for widget in (page, page.focusWidget()):
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert asked == []
