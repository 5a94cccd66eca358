from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from supple.core.break_view import DeskView
from supple.core.breaks.look import Busy
from supple.shell import desk_view as module
from supple.shell.desk_view import desk_view


def viewed(
    monkeypatch: pytest.MonkeyPatch, *, tray: bool, starts: bool, prompt: str = ""
) -> DeskView:
    """A desktop that does not know of calls; ``tray``, ``starts``: whether it has these."""
    monkeypatch.setattr(module, "autostart", lambda: SimpleNamespace(ok=starts, reason="no starts"))
    monkeypatch.setattr(module, "refusal", lambda: prompt)
    senses: Any = SimpleNamespace(
        unknown=lambda: {Busy.MICROPHONE: "no sound"}, idle_reason=lambda: "no clock of it"
    )
    icon: Any = SimpleNamespace(available=tray, reason="no tray")
    keys: Any = SimpleNamespace(reason=lambda: "no keys")
    return desk_view(senses, icon, keys)


def test_what_is_not_to_be_had_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = viewed(monkeypatch, tray=False, starts=False, prompt="no place")
    assert (shown.tray, shown.autostart, shown.prompt) == ("no tray", "no starts", "no place")
    assert (shown.idle, shown.keys) == ("no clock of it", "no keys")


def test_what_is_there_needs_no_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = viewed(monkeypatch, tray=True, starts=True)
    assert (shown.tray, shown.autostart, shown.prompt) == ("", "", "")


def test_every_sense_is_listed_with_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = viewed(monkeypatch, tray=True, starts=True)
    why = {sense.kind: sense.reason for sense in shown.senses}
    assert list(why) == list(Busy)
    assert {kind for kind, reason in why.items() if reason} == {Busy.MICROPHONE}
