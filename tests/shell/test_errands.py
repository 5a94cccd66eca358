"""Work off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from supple.core.problem import UserError
from supple.shell.errands import Errands


class Desk:
    """Collects what is posted, as the window's event loop would."""

    def __init__(self) -> None:
        self.posted: list[Callable[[], None]] = []
        self.told: list[object] = []
        self.errands = Errands(self.posted.append)

    def settle(self) -> list[object]:
        self.errands.close()
        for call in self.posted:
            call()
        return self.told

    def run(self, work: Callable[[], object]) -> None:
        self.errands.run(work, self.told.append, lambda error: self.told.append(str(error)))


def test_errands_come_back_in_order_from_another_thread() -> None:
    desk = Desk()
    desk.run(lambda: threading.current_thread() is threading.main_thread())
    desk.run(lambda: "second")
    assert desk.settle() == [False, "second"]


def test_a_known_failure_is_told_and_the_next_errand_still_runs() -> None:
    desk = Desk()

    def refuse() -> None:
        raise UserError("The disk is full.")

    desk.run(refuse)
    desk.run(lambda: "next")
    assert desk.settle() == ["The disk is full.", "next"]


def test_an_unknown_failure_is_told() -> None:
    desk = Desk()
    desk.run(lambda: 1 // 0)
    (said,) = desk.settle()
    assert "Something went wrong" in str(said)


def test_closing_without_an_errand_does_nothing() -> None:
    desk = Desk()
    desk.errands.close()
    assert desk.settle() == []


def test_it_can_be_used_again_after_a_close() -> None:
    desk = Desk()
    desk.run(lambda: 1)
    desk.errands.close()
    desk.run(lambda: 2)
    assert desk.settle() == [1, 2]


def test_what_an_errand_held_goes_in_the_thread_of_the_window() -> None:
    gone_in: list[threading.Thread] = []

    class Widget:
        def __del__(self) -> None:
            gone_in.append(threading.current_thread())

    def ask(desk: Desk) -> None:
        widget = Widget()
        desk.errands.run(lambda: None, lambda _: desk.told.append(str(widget)), lambda _: None)

    desk = Desk()
    ask(desk)
    desk.errands.close()
    while desk.posted:
        desk.posted.pop(0)()
    assert gone_in == [threading.current_thread()]
