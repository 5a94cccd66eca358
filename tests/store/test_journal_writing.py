from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from supple.store import journal_writing
from supple.store.journal import NOTE, Exchanged
from supple.store.journal_lines import read_line
from supple.store.journal_memory import Memory

Make = Callable[..., Any]


@pytest.fixture
def a(new_computer: Make) -> Any:
    return new_computer("a")


@pytest.fixture
def b(new_computer: Make) -> Any:
    return new_computer("b")


def own(computer: Any, more: str = "") -> Path:
    folder: Path = computer.folder
    return folder / f"supple-{computer.history.device}-2026-03{more}.jsonl"


def die_when_noted(computer: Any, times: int) -> None:
    """End without warning in place of the ``times``-th note of the next exchange."""
    real, left = computer.history.keep_note, [times]

    def keep_note(key: str, value: str) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        real(key, value)

    computer.history.keep_note = keep_note
    with pytest.raises(KeyboardInterrupt):
        computer.exchange()
    computer.history.close()
    computer.open()


def test_one_line_for_each_change(a: Any) -> None:
    session = a.record(30.0)
    a.exchange()
    a.history.rate(session, note="x")
    a.record(20.0)
    a.exchange()
    content = own(a).read_bytes()
    assert content.endswith(b"\n")
    rows = [read_line(line) for line in content.splitlines()]
    assert [row.id for row in rows] == [session, session, "a004"]  # type: ignore[union-attr]


def test_it_is_on_the_disk_before_it_counts_as_sent(
    a: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[int] = []
    real = journal_writing.os.fsync

    def fsync(handle: int) -> None:
        waiting.append(len(a.history.outbox()))
        real(handle)

    monkeypatch.setattr(journal_writing.os, "fsync", fsync)
    a.record(30.0)
    a.exchange()
    assert waiting[0] == 1
    assert a.history.outbox() == ()


@pytest.mark.parametrize("note", [2, 3])
def test_a_crash_sends_again_into_the_same_file(a: Any, b: Any, note: int) -> None:
    """2: before the line is written, 3: after it."""
    a.record(30.0)
    a.exchange()
    session = a.record(20.0)
    die_when_noted(a, note - 1)
    assert len(own(a).read_bytes().splitlines()) == note - 1
    assert a.history.outbox() == (("session", session),)
    assert a.exchange().sent == 1
    assert a.files() == [own(a).name]
    assert b.exchange().taken == 2


def test_a_line_a_crash_cut_is_ended_and_written_again(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    a.record(20.0)
    die_when_noted(a, 2)
    torn = own(a).read_bytes()[:-40]
    own(a).write_bytes(torn)
    assert a.exchange() == Exchanged(sent=1)
    assert own(a).read_bytes().startswith(torn + b"\n")
    assert a.files() == [own(a).name]
    assert b.exchange() == Exchanged(taken=2, skipped_lines=1)
    a.record(10.0)
    assert a.exchange() == Exchanged(sent=1)
    assert a.files() == [own(a).name]


@pytest.mark.parametrize("more", [b"{}\n", b"{"])
def test_a_file_somebody_else_wrote_to_is_left_alone(a: Any, more: bytes) -> None:
    a.record(30.0)
    a.exchange()
    with own(a).open("ab") as file:
        file.write(more)
    before = own(a).read_bytes()
    a.record(20.0)
    assert a.exchange().sent == 1
    assert own(a).read_bytes() == before
    assert len(a.files()) == 2
    a.record(10.0)
    a.exchange()
    assert len(a.files()) == 2


def test_a_file_whose_content_is_another_now_is_left_alone(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    other = b"x" * (len(own(a).read_bytes()) - 1) + b"\n"
    own(a).write_bytes(other)
    assert a.exchange() == Exchanged(sent=1, skipped_lines=1)
    assert own(a).read_bytes() == other
    assert b.exchange() == Exchanged(taken=1, skipped_lines=1)


@pytest.mark.parametrize("spoil", ["replaced", "appended"])
def test_a_file_written_to_while_we_look_is_left_alone(a: Any, b: Any, spoil: str) -> None:
    a.record(30.0)
    a.exchange()
    a.record(20.0)
    content = own(a).read_bytes()
    content = b"x" + content[1:] if spoil == "replaced" else content + b"{}\n"
    real = a.history.outbox

    def outbox() -> Any:
        own(a).write_bytes(content)  # between reading and writing
        return real()

    a.history.outbox = outbox
    assert a.exchange() == Exchanged(sent=1)
    assert own(a).read_bytes() == content
    assert len(a.files()) == 2


def test_more_than_was_about_to_be_written_is_somebody_elses(a: Any) -> None:
    a.record(30.0)
    a.exchange()
    a.record(20.0)
    die_when_noted(a, 2)
    with own(a).open("ab") as file:
        file.write(b"{}\n")
    a.exchange()
    assert len(a.files()) == 2


def test_a_file_that_is_there_already_is_never_taken_over(a: Any) -> None:
    own(a).write_bytes(b"")
    a.record(30.0)
    assert a.exchange() == Exchanged(sent=1)
    assert own(a).read_bytes() == b""
    assert len(a.files()) == 2


def test_after_a_crash_before_the_file_was_noted_another_is_begun(a: Any, b: Any) -> None:
    a.record(30.0)
    die_when_noted(a, 1)
    assert own(a).read_bytes() == b""
    assert a.exchange() == Exchanged(sent=1)
    assert b.exchange() == Exchanged(taken=1)


def test_a_large_file_is_followed_by_another(
    a: Any, b: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writing, "LARGEST_FILE", 100)
    for _ in range(3):
        a.record(30.0)
        a.exchange()
    assert a.files() == sorted(own(a, more).name for more in ("", ".2", ".3"))
    assert b.exchange() == Exchanged(taken=3)


def test_a_clock_set_back_leads_to_no_closed_file(a: Any) -> None:
    a.record(30.0)
    a.exchange()
    a.clock.advance(31 * 24 * 3600)
    a.record(30.0)
    a.exchange()
    a.clock.now -= timedelta(days=31)
    march = own(a).read_bytes()
    a.record(30.0)
    assert a.exchange().sent == 1
    assert own(a).read_bytes() == march
    assert len(a.files()) == 2


def test_many_rows_are_written_in_parts_and_only_those_not_there(
    a: Any, b: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_writing, "BATCH", 2)
    for _ in range(5):
        a.record(30.0)
    assert a.exchange().sent == 5
    b.record(10.0)
    assert b.exchange() == Exchanged(taken=5, sent=1)
    a.history.send_all()
    assert a.exchange() == Exchanged(taken=1)


def test_a_change_during_the_exchange_is_sent_the_next_time(
    a: Any, b: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = a.record(30.0)
    real = journal_writing.os.fsync
    notes = iter(["meanwhile"])

    def fsync(handle: int) -> None:
        for note in notes:
            a.history.rate(session, note=note)
        real(handle)

    monkeypatch.setattr(journal_writing.os, "fsync", fsync)
    assert a.exchange().sent == 1
    assert a.exchange().sent == 1
    b.exchange()
    assert b.history.session(session).note == "meanwhile"


def test_a_device_that_makes_no_file_name_gets_another(a: Any) -> None:
    a.history.keep_note(NOTE, Memory("../out/of").text)
    a.record(30.0)
    assert a.exchange() == Exchanged(sent=1)
    assert len(a.files()) == 1
    assert not list(a.folder.parent.glob("out*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o755, 0o644), (0o750, 0o640)])
def test_who_may_read_the_folder_may_read_the_file(a: Any, folder: int, file: int) -> None:
    a.folder.chmod(folder)
    a.record(30.0)
    a.exchange()
    assert stat.S_IMODE(own(a).stat().st_mode) == file
