"""A shared file in words, for the dialogs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from supple.core.meeting import Choice, Met
from supple.core.share_view import EntryView, Line, ShareView


def entry(id_: str = "evening", met: Met = Met.NEW, **values: Any) -> EntryView:
    fields: dict[str, Any] = {
        "name": id_.capitalize(),
        "kind": "Routine",
        "state": "New",
        "details": "6 min, wall",
        "lines": (Line("Calf", "2 x 30 s", "supine-strap"), Line("Back", "45 s", "")),
        "cautions": ("Stop if it hurts.",),
        "left_out": "",
        **values,
    }
    return EntryView(id=id_, met=met, **fields)


CLASH = entry(
    "calf",
    Met.CLASH,
    kind="Stretch",
    state="You have another by this name",
    choices=(
        (Choice.COPY, "Take as a copy"),
        (Choice.KEEP, "Keep mine"),
        (Choice.REPLACE, "Replace mine"),
    ),
)


@pytest.fixture
def make_entry() -> Any:
    return entry


@pytest.fixture
def clash() -> EntryView:
    return CLASH


@pytest.fixture
def view() -> ShareView:
    return ShareView(
        "For Ada",
        ("Slowly.", "Twice a day."),
        "Supple 1.0.0",
        (entry(), CLASH),
        True,
        "1 routine and 1 stretch",
    )


@pytest.fixture
def window(put: Any) -> QWidget:
    made: QWidget = put(QWidget(), 1100, 760)
    return made


@pytest.fixture
def below(window: QWidget) -> QWidget:
    """What a dialog keeps out of reach."""
    return QWidget(window)
