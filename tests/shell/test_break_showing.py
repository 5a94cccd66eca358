"""How a break comes, beside the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.shell.at_the_desk import WORK_S, Desk

from supple.shell.resources import read_resource
from supple.ui.look import Look

MakeBench = Callable[..., Any]


@pytest.fixture
def at_desk(bench: MakeBench) -> Iterator[Desk]:
    desk = Desk(bench())
    yield desk
    desk.desk.close()


def test_where_no_window_may_stand_on_top_a_notification_comes(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supple.desk import notify

    shown: list[tuple[str, str, list[str]]] = []

    def show(self: Any, title: str, body: str, buttons: Any = (), **_: object) -> str:
        shown.append((title, body, [b.id for b in buttons]))
        return ""

    monkeypatch.setattr(notify.Notifier, "show", show)
    desk = Desk(bench(), refused="Wayland")
    desk.work(WORK_S + 30)
    assert desk.prompt is None
    title, body, buttons = shown[0]
    assert title == "Time to loosen up"
    assert "Desk break" in body
    assert buttons == ["start", "snooze", "skip"]
    desk.desk._showing._on_pressed("start")
    assert desk.one.guidance.parts.player.active
    desk.desk.close()


def test_the_sample_answers_to_nobody(at_desk: Desk) -> None:
    at_desk.desk.show_sample()
    sample = at_desk.desk._showing._sample
    assert sample is not None
    assert sample.isVisible()
    sample.ran_out.emit()
    assert not sample.isVisible()
    at_desk.desk.show_sample()
    sample = at_desk.desk._showing._sample
    assert sample is not None
    sample.start_asked.emit("desk-break")
    assert not sample.isVisible()
    assert not at_desk.one.guidance.parts.player.active


def test_in_the_tray_alone_a_prompt_is_heard_and_its_voice_goes_with_it(bench: MakeBench) -> None:
    one = bench()
    heard: list[tuple[str, bool]] = []

    class Home(Desk):
        built = None

    desk = Home(one)
    one.deps.settings = replace(one.deps.settings, break_sound=True)

    class Voice:
        def begin(self, id_: str, longest_s: float | None, *, chime: bool) -> None:
            heard.append((id_, chime))

        def end(self) -> None:
            heard.append(("", False))

    desk.desk._showing._voice = Voice()  # type: ignore[assignment]
    desk.work(WORK_S + 30)
    assert heard == [("desk-break", True)]
    desk.desk.loop.snooze()
    assert heard[-1] == ("", False)
    desk.desk.close()


def test_a_prompt_made_in_the_tray_is_dressed_anew_by_the_window(at_desk: Desk) -> None:
    with_window = at_desk.look()
    in_the_tray = Look(read_resource), with_window[1]
    at_desk.look = lambda: in_the_tray  # type: ignore[method-assign]
    at_desk.work(WORK_S + 30)
    first = at_desk.prompt
    assert first is not None
    at_desk.desk.loop.skip()
    at_desk.look = lambda: with_window  # type: ignore[method-assign]
    at_desk.work(WORK_S + 30)
    assert at_desk.prompt is not None
    assert at_desk.prompt is not first
    assert not first.isVisible()


def test_the_prompt_and_the_sample_promise_the_key_taught_for_start(at_desk: Desk) -> None:
    deps = at_desk.one.deps
    deps.settings = replace(deps.settings, session_keys=("confirm F5",))
    at_desk.desk.show_sample()
    at_desk.work(WORK_S + 30)
    for shown in (at_desk.prompt, at_desk.desk._showing._sample):
        assert shown is not None
        assert shown.start.accessibleDescription().endswith("Key: F5")


def test_nothing_is_left_on_the_screen(at_desk: Desk) -> None:
    at_desk.desk.show_sample()
    at_desk.desk.close()
    sample = at_desk.desk._showing._sample
    assert sample is not None
    assert not sample.isVisible()
