from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import pipe_posix
from supple.desk.pipe_posix import DOOR
from supple.desk.single_instance import (
    Door,
    NoAnswer,
    NobodyHome,
    Wish,
    encoded,
    hand_over,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes of its own")
FIRST = Path(__file__).with_name("first_process.py")
SHOW = Wish(("show",))
Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Start]:
    """Starts a first process and waits until its door is open."""
    with ExitStack() as stack:

        def start() -> subprocess.Popen[str]:
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, str(FIRST), str(tmp_path)], stdout=subprocess.PIPE, text=True
                )
            )
            stack.callback(process.kill)
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            return process

        yield start


def says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_second_process_hands_its_wish_over_and_hears_the_answer(
    first: Start, tmp_path: Path
) -> None:
    process = first()
    wish = Wish(("start", "desk-break"), "click-1")
    assert hand_over(tmp_path, wish) == "heard start desk-break\nfrom click-1"
    assert says(process) == "start desk-break"
    assert hand_over(tmp_path, SHOW) == "heard show\nfrom nobody"


def test_nothing_is_left_but_the_name_of_the_pipe_which_is_private(
    first: Start, tmp_path: Path
) -> None:
    first()
    hand_over(tmp_path, SHOW)
    assert [path.name for path in tmp_path.iterdir()] == [DOOR]
    mode = (tmp_path / DOOR).stat().st_mode
    assert stat.S_ISFIFO(mode)
    assert stat.S_IMODE(mode) == 0o600


def test_after_a_kill_nobody_is_home_until_the_next_start(first: Start, tmp_path: Path) -> None:
    for _ in range(2):
        process = first()
        assert hand_over(tmp_path, SHOW) == "heard show\nfrom nobody"
        process.kill()
        process.wait()
        with pytest.raises(NobodyHome):
            hand_over(tmp_path, SHOW)
        assert [path.name for path in tmp_path.iterdir()] == [DOOR]


def test_a_process_that_hangs_gives_no_answer_and_hears_it_later(
    first: Start, tmp_path: Path
) -> None:
    process = first()
    os.kill(process.pid, signal.SIGSTOP)
    with pytest.raises(NoAnswer):
        hand_over(tmp_path, SHOW, wait_s=0.2)
    os.kill(process.pid, signal.SIGCONT)
    assert says(process) == "show"
    assert hand_over(tmp_path, SHOW) == "heard show\nfrom nobody"


def test_one_that_dies_instead_of_answering_is_noticed(first: Start, tmp_path: Path) -> None:
    process = first()
    os.kill(process.pid, signal.SIGSTOP)
    killer = threading.Timer(0.2, process.kill)
    killer.start()
    with pytest.raises(NobodyHome):
        hand_over(tmp_path, SHOW, wait_s=60)
    killer.join()


def test_a_first_process_that_still_starts_is_waited_for(first: Start, tmp_path: Path) -> None:
    starter = threading.Timer(0.2, first)
    starter.start()
    assert hand_over(tmp_path, SHOW, home_s=60) == "heard show\nfrom nobody"
    starter.join()


def test_wishes_of_many_starts_at_once_are_all_heard(first: Start, tmp_path: Path) -> None:
    first()
    answers: list[str] = []
    threads = [
        threading.Thread(
            target=lambda number=number: answers.append(
                hand_over(tmp_path, Wish((f"wish-{number}",)))
            )
        )
        for number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == sorted(f"heard wish-{n}\nfrom nobody" for n in range(20))


@pytest.mark.usefixtures("qapp")
def test_what_is_no_wish_is_passed_over(tmp_path: Path, qtbot: QtBot) -> None:
    door = Door(tmp_path)
    heard: list[Wish] = []

    def hear(wish: Wish) -> str:
        heard.append(wish)
        return ""

    assert door.open(hear) == ""
    elsewhere = encoded(Wish(("elsewhere",)), "../other.reply")
    line = encoded(SHOW, f"{'0' * 16}.reply")
    writer = os.open(tmp_path / DOOR, os.O_WRONLY)
    os.write(writer, b"\xff nonsense\n[]\n" + elsewhere + line[:5])
    os.write(writer, line[5:])
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [SHOW]
    os.close(writer)
    door.close()


@pytest.mark.usefixtures("qapp")
def test_a_closed_door_is_nobodys_home(tmp_path: Path) -> None:
    door = Door(tmp_path)
    assert door.open(lambda _: "") == ""
    door.close()
    door.close()
    with pytest.raises(NobodyHome):
        hand_over(tmp_path, SHOW)


@pytest.mark.usefixtures("qapp")
def test_a_file_in_the_place_of_the_pipe_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / DOOR).write_text("mine")
    assert "is no pipe" in Door(tmp_path).open(lambda _: "")
    assert (tmp_path / DOOR).read_text() == "mine"
    with pytest.raises(NobodyHome):
        hand_over(tmp_path, SHOW)


@pytest.mark.usefixtures("qapp")
def test_a_file_that_poses_as_an_answer_is_not_written_to(tmp_path: Path) -> None:
    victim = tmp_path / f"{'a' * 16}.reply"
    victim.write_text("mine")
    pipe_posix._answer(victim, "answer")
    assert victim.read_text() == "mine"


@pytest.mark.usefixtures("qapp")
def test_pipes_of_killed_starts_are_swept_away_once_they_are_old(tmp_path: Path) -> None:
    old, new, other = (tmp_path / f"{n * 16}.reply" for n in "abc")
    other = tmp_path / "notes.reply"
    for path in (old, new, other):
        os.mkfifo(path)
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    door = Door(tmp_path)
    door.open(lambda _: "")
    door.close()
    assert {path.name for path in tmp_path.iterdir()} == {new.name, other.name, DOOR}


def test_a_door_that_is_full_gives_no_answer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DOOR)
    reader = os.open(tmp_path / DOOR, os.O_RDWR | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while True:
            os.write(reader, b"x" * 4096)
    with pytest.raises(NoAnswer):
        hand_over(tmp_path, SHOW)
    os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == [DOOR]


@pytest.mark.usefixtures("qapp")
def test_a_long_answer_fits_into_what_nobody_reads_yet(tmp_path: Path, qtbot: QtBot) -> None:
    door = Door(tmp_path)
    door.open(lambda _: "x" * 100_000)
    answers: list[str] = []
    asker = threading.Thread(target=lambda: answers.append(hand_over(tmp_path, SHOW, wait_s=60)))
    asker.start()
    qtbot.waitUntil(lambda: bool(answers))
    asker.join()
    assert answers == ["x" * pipe_posix.LONGEST_ANSWER]
    door.close()
