"""Whether the program starts with the computer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.shell.living import Make, opened

from supple.desk import autostart
from supple.desk.capability import Unavailable
from supple.shell.at_log_in import AtLogIn

# What Qt's own stand-in for a desktop says of trays and of windows to be raised.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNative", "does not support raise")


def test_starting_with_the_computer_is_switched_once(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[tuple[str, ...], bool]] = []

    class Kept:
        def __init__(self, command: tuple[str, ...]) -> None:
            self._command = command

        def turn(self, on: bool) -> None:
            done.append((self._command, on))

    monkeypatch.setattr(autostart, "Autostart", Kept)
    one = opened(live())
    window = one._program.window  # type: ignore[union-attr]
    for on in (True, True, False):
        window.settings_changed.emit(replace(one.deps.settings, start_with_system=on))
    assert [on for _, on in done] == [True, False]
    command = done[0][0]
    assert "--tray" in command
    assert command[-2:] == ("--profile", str(one.deps.profile))


def test_one_that_was_moved_is_written_anew_and_what_cannot_be_is_told(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bool] = []

    class Refused:
        def __init__(self, command: tuple[str, ...]) -> None: ...

        def keep(self, on: bool) -> None:
            kept.append(on)
            raise Unavailable("the folder cannot be written")

    monkeypatch.setattr(autostart, "Autostart", Refused)
    told: list[str] = []
    AtLogIn(live(start_with_system=True).deps, told.append).look()
    AtLogIn(live(start_with_system=False).deps, told.append).look()
    assert kept == [True]
    assert told == ["Supple cannot start with the computer: the folder cannot be written."]
