"""What later starts wish, heard and not heard any more."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.problem import UserError
from supple.desk.single_instance import Wish
from supple.shell import listening, opened_files
from supple.shell.handing_over import hand_over
from supple.shell.listening import listen
from supple.store.paths import Paths


def test_the_door_is_open_until_it_is_closed(
    qapp: QApplication, qtbot: QtBot, paths: Paths
) -> None:
    heard: list[Wish] = []
    ends = listen(paths, qapp, lambda wish: str(heard.append(wish)), print, lambda: None)
    for end in reversed(ends):
        end()
    with pytest.raises(UserError, match="not running"):
        hand_over(paths, "show")
    assert heard == []


def test_files_that_a_mac_opens_are_taken(
    qapp: QApplication, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    monkeypatch.setattr(opened_files, "OpeningApplication", QApplication)
    monkeypatch.setattr(qapp, "give_to", lambda take: take("a.supple"), raising=False)
    monkeypatch.setattr(listening, "sys", SimpleNamespace(platform="darwin"))
    ends = listen(paths, qapp, lambda _: "", opened.append, lambda: None)
    for end in reversed(ends):
        end()
    assert opened == ["a.supple"]
