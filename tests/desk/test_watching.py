from __future__ import annotations

from supple.desk.watching import Watching


def test_it_stops_once() -> None:
    stopped: list[bool] = []
    watching = Watching("login service", "", lambda: stopped.append(True))
    assert watching
    watching.close()
    watching.close()
    assert stopped == [True]
    assert not watching


def test_what_cannot_be_watched_says_why() -> None:
    watching = Watching("", "no system bus")
    assert not watching
    assert watching.why_not == "no system bus"
    watching.close()
