from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from supple.store import lock
from supple.store.lock import Life, Runs

HOLDER = """
import sys
from pathlib import Path
from supple.store.lock import Runs
runs = Runs(Path(sys.argv[1]))
print(runs.take("abc"), flush=True)
sys.stdin.read()
"""


def test_a_run_of_this_process_is_alive_until_released(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "runs")
    assert runs.take("abc")
    assert runs.life("abc") is Life.ALIVE
    assert Runs(tmp_path / "runs").life("abc") is Life.ALIVE
    runs.release()
    assert Runs(tmp_path / "runs").life("abc") is Life.DEAD
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_run_is_held_by_one_only(tmp_path: Path) -> None:
    first, second = Runs(tmp_path), Runs(tmp_path)
    assert first.take("abc")
    assert not second.take("abc")
    first.release()
    assert second.take("abc")
    second.release()


def test_a_lock_taken_while_its_last_holder_lets_go_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Runs(tmp_path), Runs(tmp_path)
    assert first.take("abc")
    real = lock._lock

    def late(handle: int) -> None:
        first.release()
        real(handle)

    monkeypatch.setattr(lock, "_lock", late)
    assert second.take("abc")
    monkeypatch.setattr(lock, "_lock", real)
    assert Runs(tmp_path).life("abc") is Life.ALIVE
    second.release()


def test_another_process_is_alive_until_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        runs = Runs(tmp_path)
        assert runs.life("abc") is Life.ALIVE
        holder.kill()
        holder.wait()
        assert (tmp_path / "abc.lock").exists()
        assert runs.life("abc") is Life.DEAD
        runs.bury("abc")
    assert not (tmp_path / "abc.lock").exists()


def test_a_run_without_a_file_is_dead(tmp_path: Path) -> None:
    assert Runs(tmp_path / "none").life("abc") is Life.DEAD


def test_its_own_run_is_never_buried(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    runs.take("abc")
    runs.bury("abc")
    assert (tmp_path / "abc.lock").exists()
    runs.release()


def test_a_disk_that_cannot_lock_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(37, "No locks available")

    (tmp_path / "abc.lock").touch()
    monkeypatch.setattr(lock, "_lock", refuse)
    runs = Runs(tmp_path)
    assert runs.life("abc") is Life.UNKNOWN
    assert not runs.take("abc")


def test_a_folder_that_cannot_be_made_gives_no_lock(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file")
    runs = Runs(tmp_path / "runs")
    assert not runs.take("abc")
    assert runs.life("abc") is Life.UNKNOWN


@pytest.mark.parametrize("run", ["", "../x", "a/b"])
def test_a_run_is_a_plain_word(run: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the id of a run"):
        Runs(tmp_path).take(run)
