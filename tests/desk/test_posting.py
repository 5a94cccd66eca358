from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from supple.desk.posting import Posting


def ask(posting: Posting, do: Callable[[], str], wait_s: float) -> list[str | None]:
    """Ask from a thread of its own; the list fills with the answer."""
    answers: list[str | None] = []
    threading.Thread(target=lambda: answers.append(posting.ask(do, wait_s))).start()
    return answers


@pytest.mark.usefixtures("qapp")
def test_it_is_done_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    posting = Posting()
    answers = ask(posting, lambda: threading.current_thread().name, 60)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [threading.main_thread().name]


@pytest.mark.usefixtures("qapp")
def test_a_window_that_does_not_come_to_it_is_given_up() -> None:
    assert Posting().ask(lambda: "never", 0.01) is None
