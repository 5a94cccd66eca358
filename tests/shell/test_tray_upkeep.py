"""Copies of the history while there is no window."""

from __future__ import annotations

import threading

import pytest
from tests.shell.living import Make, opened

from supple.shell.errands import LEAVE_S
from supple.store.backups import listing

# What Qt's own stand-in for a desktop says of trays and of windows to be raised.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNative", "does not support raise")


def test_without_a_window_the_day_s_copy_is_made_all_the_same(live: Make) -> None:
    one = live()
    one.stay_hidden()
    one._end_upkeep(last=True)
    assert len(listing(one.deps.paths.backups_dir)) == 1
    opened(one)
    assert one._upkeep is None


def test_the_window_does_not_wait_for_what_goes_on_in_the_tray(
    live: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = live()
    one.stay_hidden()
    assert one._upkeep is not None
    errands = one._upkeep._errands
    close, waits = errands.close, list[float]()

    def closed(wait_s: float = LEAVE_S) -> None:
        waits.append(wait_s)
        close(0.0)

    monkeypatch.setattr(errands, "close", closed)
    go_on, over = threading.Event(), threading.Event()
    errands.run(go_on.wait, lambda _: None, lambda _: None)
    errands.run(over.set, lambda _: None, lambda _: None)
    one.guidance()
    assert waits == [0.0]
    go_on.set()
    assert over.wait(10), "what was begun is finished"
