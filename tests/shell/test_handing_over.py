"""One Supple for a profile; a second start hands over what it was asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.shell import handing_over
from supple.shell.handing_over import be_alone, hand_over, is_open
from supple.shell.main import main
from supple.store.lock import Runs
from supple.store.paths import Paths

HOLDER = """
import sys
from pathlib import Path
from supple.shell.handing_over import be_alone
from supple.store.paths import Paths
print(be_alone(Paths.of(Path(sys.argv[1]))) is not None)
"""


def second(profile: Path) -> str:
    """Whether another process finds the profile free."""
    done = subprocess.run(
        [sys.executable, "-c", HOLDER, str(profile)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_one_profile_is_open_once_and_a_dead_process_is_no_hindrance(
    profile: Path, paths: Paths
) -> None:
    first = be_alone(paths)
    assert first is not None
    assert is_open(paths)
    assert second(profile) == "False"
    first.release()
    assert not is_open(paths)
    assert second(profile) == "True"  # it ends without releasing, as a killed one does
    assert second(profile) == "True"


def test_one_who_only_looks_does_not_keep_anybody_from_the_mark(
    profile: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, looks = Runs.take, iter([True])

    def looked_at(runs: Runs, run: str) -> bool:
        # Who looks holds the lock for a moment; then it is free again.
        return False if next(looks, False) else take(runs, run)

    monkeypatch.setattr(Runs, "take", looked_at)
    first = be_alone(paths)
    assert first is not None
    assert is_open(paths)
    assert second(profile) == "False"
    first.release()


def test_without_a_running_supple_nothing_can_be_handed_over(
    profile: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UserError, match="not running"):
        hand_over(paths, "show")
    assert main(["--profile", str(profile), "break", "status"]) == 1
    assert "not running" in capsys.readouterr().err


def test_one_that_does_not_listen_is_told(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_over, "STARTING_S", 0.1)
    first = be_alone(paths)
    assert first is not None
    with pytest.raises(UserError, match="does not listen"):
        hand_over(paths, "show")
    first.release()


def test_a_wish_that_is_too_long_is_refused(paths: Paths) -> None:
    with pytest.raises(UserError, match="longer than"):
        hand_over(paths, "start", "x" * 2000)
