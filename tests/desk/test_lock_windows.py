from __future__ import annotations

import sys

import pytest

from supple.desk.capability import Unavailable
from supple.desk.lock_windows import WindowsLock


@pytest.mark.parametrize("locked", [True, False])
def test_the_system_is_asked(locked: bool) -> None:
    source = WindowsLock(lambda: not locked)
    assert source.locked() is locked
    source.close()


def test_it_cannot_be_listened_to() -> None:
    with pytest.raises(Unavailable, match="is asked"):
        WindowsLock().listen(lambda: None)


@pytest.mark.skipif(sys.platform == "win32", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for Windows"):
        WindowsLock().locked()
