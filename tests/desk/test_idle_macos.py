from __future__ import annotations

import sys

import pytest

from supple.desk.capability import Unavailable
from supple.desk.idle_macos import ANY_INPUT, HARDWARE, MacIdle


def test_any_input_is_asked_for_and_the_library_loaded_once() -> None:
    loaded: list[bool] = []
    asked: list[tuple[int, int]] = []

    def since(state: int, kind: int) -> float:
        asked.append((state, kind))
        return 12.5

    def load() -> object:
        loaded.append(True)
        return since

    source = MacIdle(load)  # type: ignore[arg-type]
    assert source.seconds() == source.seconds() == 12.5
    assert asked == [(HARDWARE, ANY_INPUT)] * 2
    assert loaded == [True]
    source.close()


@pytest.mark.skipif(sys.platform == "darwin", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for macOS"):
        MacIdle().seconds()
