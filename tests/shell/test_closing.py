"""What becomes of the program when its window is closed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.shell.living import Loop, Make, opened

from supple.core.settings import OnClose
from supple.ui.breaks.leaving import LeaveDialog
from supple.ui.keys_dialog import KeysDialog

# What Qt's own stand-in for a desktop says of trays and of windows to be raised.
pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNative", "does not support raise")


def test_closing_asks_once_and_then_does_what_was_chosen(live: Make) -> None:
    one = opened(live())
    window = one._program.window  # type: ignore[union-attr]
    window.close()
    assert window.isVisible(), "it is asked first"
    (dialog,) = window.findChildren(LeaveDialog)
    dialog.chosen.emit("tray")
    dialog.dismiss()
    assert one.deps.settings.close_to_tray is OnClose.TRAY
    kept = one.deps.settings_file.load()[0]
    assert kept.close_to_tray is OnClose.TRAY
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    window.close()
    assert left == []
    assert window.isHidden() or window.isMinimized()


def test_a_dialog_that_is_open_gives_way_to_the_question(live: Make) -> None:
    one = opened(live())
    window = one._program.window  # type: ignore[union-attr]
    window.show_keys()
    (keys,) = window.findChildren(KeysDialog)
    window.close()
    assert keys.isHidden()
    (dialog,) = window.findChildren(LeaveDialog)
    assert dialog.isVisible()
    # It is asked already: closing once more asks nothing else.
    window.close()
    assert window.findChildren(LeaveDialog) == [dialog]
    assert dialog.isVisible()
    dialog.dismiss()
    assert window.isVisible()


@pytest.mark.parametrize(
    "settings", [{"close_to_tray": OnClose.QUIT}, {"breaks_on": False}], ids=["chosen", "no breaks"]
)
def test_closing_ends_it_where_nothing_is_left_to_do(
    live: Make, qtbot: QtBot, settings: dict[str, object]
) -> None:
    one = opened(live(**settings))
    left: list[int] = []
    one._program._loop = Loop(left)  # type: ignore[union-attr]
    one._program.window.close()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(left))
    assert left == [0]


def test_whoever_was_told_to_get_help_is_not_asked_about_breaks(live: Make) -> None:
    one = opened(live(close_to_tray=OnClose.ASK, safety_on=""))
    assert one.built is not None
    one.built.first_run.change_answers()
    assert one.built.first_run.page is not None
    assert not one.closing.keeps_open()
