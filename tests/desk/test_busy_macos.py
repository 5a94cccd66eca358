from __future__ import annotations

import sys

import pytest

from supple.desk.busy import Busy, BusyKind
from supple.desk.busy_macos import MacAssertions
from supple.desk.capability import Unavailable


@pytest.mark.parametrize(("level", "busy"), [(0, None), (1, Busy(BusyKind.AWAKE))])
def test_programs_that_keep_the_display_on_are_seen(level: int, busy: Busy | None) -> None:
    sensor = MacAssertions(lambda: level)
    assert sensor.ask() == busy
    sensor.close()


@pytest.mark.skipif(sys.platform == "darwin", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for macOS"):
        MacAssertions().ask()
