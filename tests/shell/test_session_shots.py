from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from supple.core.snapshot import Snapshot
from supple.core.step import StepKind
from supple.shell.session_shots import CARE, SESSIONS
from supple.shell.studio import Studio


def test_every_session_state_of_the_design_is_drawn() -> None:
    numbers = {name.split("-")[0] for name in SESSIONS}
    # In the smallest window and on the full screen it is a state that has a picture already.
    assert {f"03{letter}" for letter in "abcdefghi"} <= numbers
    assert set(CARE) < set(SESSIONS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("03c-session-prepare", StepKind.PREPARE),
        ("03d-session-switch", StepKind.SWITCH),
        ("03e-session-rest", StepKind.REST),
        ("03l-session-reps", StepKind.REPS),
    ],
)
def test_the_moment_that_is_named_is_shown(open_studio: Studio, name: str, kind: StepKind) -> None:
    shown: list[Snapshot] = []
    show = open_studio.page.show_snapshot

    def look(shot: Snapshot) -> None:
        shown.append(shot)
        show(shot)

    open_studio.page.show_snapshot = look  # type: ignore[method-assign]
    SESSIONS[name](open_studio)
    assert shown[-1].step.kind is kind


def test_no_two_pictures_are_the_same(open_studio: Studio) -> None:
    pictures: dict[str, QImage] = {}
    for name in ("03f-session-paused", "03i-session-something-hurts", "03m-session-stop-asked"):
        SESSIONS[name](open_studio)
        open_studio.settle()
        pictures[name] = open_studio.window.grab().toImage()
    seen = list(pictures.values())
    assert all(one != other for n, one in enumerate(seen) for other in seen[n + 1 :])
