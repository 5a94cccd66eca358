"""Which window system Qt is to use."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.shell import display
from supple.shell.display import choose_platform

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these choices")


@pytest.fixture(autouse=True)
def _only_screen_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "X1").touch()
    monkeypatch.setattr(display, "SOCKETS", tmp_path)


def chosen(**environment: str) -> str | None:
    choose_platform(environment)
    return environment.get("QT_QPA_PLATFORM")


def test_without_a_display_it_draws_into_memory() -> None:
    assert chosen() == "offscreen"
    assert chosen(DISPLAY="") == "offscreen"


@pytest.mark.parametrize("name", [":1", ":1.0", "unix:1", "elsewhere:9", "wayland-like"])
def test_a_display_that_may_answer_is_left_to_qt(name: str) -> None:
    assert chosen(DISPLAY=name) is None


def test_wayland_needs_no_x_display() -> None:
    assert chosen(WAYLAND_DISPLAY="wayland-0", DISPLAY=":7") is None


def test_a_choice_already_made_is_kept() -> None:
    assert chosen(QT_QPA_PLATFORM="vnc", DISPLAY=":7") == "vnc"


def test_a_display_that_is_not_there_is_told_before_qt_ends_the_process() -> None:
    with pytest.raises(UserError, match="DISPLAY=:7"):
        choose_platform({"DISPLAY": ":7"})
