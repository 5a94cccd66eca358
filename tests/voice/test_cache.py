from __future__ import annotations

import os
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.voice import cache, pcm

RATE = 22_050
SECOND = array("h", [100] * RATE)
names = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
speech = st.tuples(names, names, st.integers(1, 999), names)


@given(speech, speech)
def test_keys_are_equal_only_for_equal_speech(
    one: tuple[str, str, int, str], other: tuple[str, str, int, str]
) -> None:
    first, second = cache.key(*one), cache.key(*other)
    assert (first == second) is (one == other)
    assert len(first) == 32
    assert int(first, 16) >= 0


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    store = cache.Cache(tmp_path / "new" / "folder")
    store.scratch()
    store.keep("a" * 32, SECOND, RATE)
    assert store.load("a" * 32) == (SECOND, RATE)
    assert store.load("b" * 32) is None


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Unix")
def test_nobody_else_can_read_what_is_said(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir(mode=0o755)
    for folder in (old, new):
        cache.Cache(folder).scratch()
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_broken_file_is_removed_and_not_used(tmp_path: Path) -> None:
    store = cache.Cache(tmp_path)
    (tmp_path / "a.wav").write_bytes(b"RIFF and then nothing of use")
    assert store.load("a") is None
    assert not (tmp_path / "a.wav").exists()


def test_a_sentence_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = cache.Cache(tmp_path)

    def full(path: Path, samples: array[int], rate: int) -> None:
        path.write_bytes(b"RIFF half a file")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pcm, "write_wav", full)
    with pytest.raises(cache.NoRoom, match="No space left"):
        store.keep("a", SECOND, RATE)
    assert list(tmp_path.iterdir()) == []


def test_the_longest_unused_goes_first(tmp_path: Path) -> None:
    store = cache.Cache(tmp_path, limit_bytes=4 * 2 * RATE + 500)
    for age, name in enumerate("abcd"):
        store.keep(name, SECOND, RATE)
        os.utime(tmp_path / f"{name}.wav", (1000 + age, 1000 + age))
    assert store.load("a") is not None
    store.keep("e", SECOND, RATE)
    kept = {path.stem for path in tmp_path.iterdir()}
    assert "a" in kept
    assert "e" in kept
    assert "b" not in kept


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30)), max_size=25))
def test_the_folder_never_outgrows_its_bound_for_long(kept: list[tuple[int, int]]) -> None:
    import tempfile

    limit = 40_000
    with tempfile.TemporaryDirectory() as folder:
        store = cache.Cache(Path(folder), limit_bytes=limit)
        for name, size in kept:
            store.keep(str(name), array("h", [7] * size * 500), RATE)
            files = sum(p.stat().st_size for p in Path(folder).iterdir())
            assert files <= limit + 44 * 10


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(cache.NoRoom, match="cannot be written"):
        cache.Cache(tmp_path / "file" / "under").scratch()


def test_a_full_disk_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_free_bytes", lambda _: 1000)
    with pytest.raises(cache.NoRoom, match="full"):
        cache.Cache(tmp_path).scratch()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.wav")
    store = cache.Cache(tmp_path)
    assert store.load("a") is None
    store.keep("a", SECOND, RATE)
    assert store.load("a") == (SECOND, RATE)
