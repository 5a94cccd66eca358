from __future__ import annotations

import queue
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.desk.capability import Unavailable
from supple.desk.pipe_windows import WindowsSide, hand_over, name_of
from supple.desk.single_instance import NobodyHome, Wish, encoded

SHOW = Wish(("show",))


class Pipe:
    """A pipe in memory."""

    def __init__(self) -> None:
        self.said: queue.Queue[bytes | None] = queue.Queue()
        self.answers: queue.Queue[bytes] = queue.Queue()

    def next(self) -> bytes | None:
        return self.said.get()

    def answer(self, text: bytes) -> None:
        self.answers.put(text)

    def close(self) -> None:
        self.said.put(None)


@pytest.mark.usefixtures("qapp")
def test_wishes_are_heard_in_the_windows_thread_and_answered(tmp_path: Path, qtbot: QtBot) -> None:
    pipe = Pipe()
    heard: list[tuple[Wish, threading.Thread]] = []

    def hear(wish: Wish) -> str:
        heard.append((wish, threading.current_thread()))
        return "schön"

    side = WindowsSide(tmp_path, hear, lambda _: pipe)
    pipe.said.put(b"nonsense")
    pipe.said.put(encoded(SHOW, ""))
    qtbot.waitUntil(lambda: pipe.answers.qsize() == 2)
    assert heard == [(SHOW, threading.main_thread())]
    assert [pipe.answers.get(), pipe.answers.get()] == [b"", "schön".encode()]
    side.close()


def test_each_folder_has_its_pipe(tmp_path: Path) -> None:
    name = name_of(tmp_path)
    assert name.startswith("\\\\.\\pipe\\supple-")
    assert name == name_of(tmp_path)
    assert name != name_of(tmp_path / "other")


@pytest.mark.skipif(sys.platform == "win32", reason="about the other systems")
@pytest.mark.usefixtures("qapp")
def test_other_systems_are_told_so(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="only for Windows"):
        WindowsSide(tmp_path, lambda _: "")
    with pytest.raises(NobodyHome):
        hand_over(tmp_path, SHOW, 0, 0)
