from __future__ import annotations

import sys

import pytest

from supple.desk.capability import Unavailable
from supple.desk.lock_macos import MacLock


@pytest.mark.parametrize("locked", [True, False])
def test_the_system_is_asked(locked: bool) -> None:
    source = MacLock(lambda: locked)
    assert source.locked() is locked
    source.close()


def test_it_cannot_be_listened_to() -> None:
    with pytest.raises(Unavailable, match="is asked"):
        MacLock().listen(lambda: None)


@pytest.mark.skipif(sys.platform == "darwin", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for macOS"):
        MacLock().locked()
