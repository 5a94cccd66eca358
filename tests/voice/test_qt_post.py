from __future__ import annotations

import threading

import pytest

pytest.importorskip("PySide6")

from supple.voice.qt_post import QtPost


def test_calls_from_another_thread_run_here_and_in_order(qtbot) -> None:
    post = QtPost()
    ran: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def call(number: int) -> None:
        post(lambda: ran.append((number, threading.current_thread() is here)))

    other = threading.Thread(target=lambda: [call(n) for n in range(200)])
    other.start()
    other.join()
    assert ran == []
    qtbot.waitUntil(lambda: len(ran) == 200)
    assert ran == [(n, True) for n in range(200)]
