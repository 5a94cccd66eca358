"""Routines of one's own put into a file, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.shell.sharing_stand import FakeAsker, Stand
from tests.shell.test_sharing import one_share

from supple.shell.sharing import open_share
from supple.store.share_writing import write_share
from supple.ui.share.send import SendDialog

MakeBench = Callable[..., Any]


@pytest.fixture
def stand(bench: MakeBench, qtbot: QtBot, tmp_path: Path) -> Stand:
    file = tmp_path / "evening.supple"
    write_share(file, one_share())
    return Stand(bench(), file, qtbot)


def test_ones_own_are_put_into_a_file(stand: Stand, tmp_path: Path) -> None:
    stand.take_in()
    target = tmp_path / "out.supple"
    asker = stand.sending._files = FakeAsker(target)
    stand.window.own.share_asked.emit(("evening",))
    dialog = stand.dialog(SendDialog)
    assert dialog.ids == ("evening",)
    dialog.title.setText("Evening, gently")
    dialog.note.setPlainText("Slowly.\nTwice a day.")
    dialog.accept()
    stand.qtbot.waitUntil(lambda: bool(stand.toasts))
    assert asker.proposed == "evening-gently.supple"
    assert stand.toasts == ["Written to out.supple."]
    opened: list[str] = []
    stand.sending._show_folder = opened.append
    (show,) = [then for text, action, then in stand.acts if action == "Show in folder"]
    show()
    assert opened == [str(tmp_path)]
    share = open_share(target)
    assert (share.head.title, share.head.note) == ("Evening, gently", "Slowly.\nTwice a day.")
    assert share.routines == one_share().routines


def test_a_place_that_cannot_be_written_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.take_in()
    stand.sending.write(str(tmp_path / "no" / "out.supple"), ("evening",))
    stand.qtbot.waitUntil(lambda: bool(stand.notices))
    assert "cannot be written" in stand.notices[0]


def test_without_anything_of_ones_own_there_is_nothing_to_share(
    stand: Stand,
) -> None:
    stand.one.deps.library = replace(stand.library, own=frozenset())
    stand.sending.share(())
    assert stand.toasts == ["There is nothing of your own to share yet."]
    assert not stand.dialogs(SendDialog)
