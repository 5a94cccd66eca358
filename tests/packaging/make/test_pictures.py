from __future__ import annotations

import shutil
from pathlib import Path

import pictures
import pytest

from supple.shell.shots import shots


def test_every_picture_of_the_documents_is_made_by_it_or_drawn_by_hand() -> None:
    shown = {path.name for path in pictures.PICTURES.iterdir()}
    made = {f"{name}.png" for name in (*pictures.SHOTS, "handout", "figure")}
    assert shown == made | {"flow.svg"}


def test_the_pages_are_among_the_screenshots() -> None:
    known = {shot.name for shot in shots()}
    assert set(pictures.SHOTS.values()) <= known


def test_a_tool_that_is_missing_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda tool: None if tool == "pdftoppm" else f"/{tool}")
    assert pictures.main(tmp_path) == 3
    assert capsys.readouterr().err == "First: sudo apt-get install poppler-utils\n"
    assert list(tmp_path.iterdir()) == []
