from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from supple.shell.sample import Sample
from supple.shell.shots import SMALL, USUAL, Shot, shots
from supple.shell.studio import Studio
from supple.ui.fit import clipped
from supple.ui.heard import let_hear
from supple.ui.theme import DARK, LIGHT
from supple.ui.walk import unheard, unreached


@pytest.fixture
def studio(qtbot: QtBot) -> Studio:
    return Studio(Sample.read())


@pytest.mark.parametrize(
    "name",
    ["01-home-light", "02-library-dark", "10-error-routines-file-min-760x560-light"],
)
def test_a_picture_has_its_size_and_theme(studio: Studio, tmp_path: Path, name: str) -> None:
    shot = next(shot for shot in shots() if shot.name == name)
    studio.draw(shot, tmp_path / "shot.png")
    image = QImage(str(tmp_path / "shot.png"))
    assert image.size().toTuple() == shot.size
    theme = DARK if shot.theme == "dark" else LIGHT
    assert image.pixelColor(3, 3) == theme.color("bg")


def test_two_pictures_of_one_state_are_the_same(studio: Studio, tmp_path: Path) -> None:
    shot = next(shot for shot in shots() if shot.name == "03a-session-hold-left-light")
    studio.draw(shot, tmp_path / "one.png")
    studio.draw(shot, tmp_path / "two.png")
    assert QImage(str(tmp_path / "one.png")) == QImage(str(tmp_path / "two.png"))


@pytest.mark.timeout(400)
def test_every_state_can_be_reached_and_fits(studio: Studio, tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    for shot in shots():
        # What fits with the largest text and in the smallest window fits in between.
        plain = shot.theme == "light" and shot.contrast == "normal"
        extreme = shot.scale in (1.0, 1.3) and shot.size in (USUAL, SMALL)
        if not (plain and extreme) or shot.name.startswith("03"):
            continue

        def pose(studio: Studio, shot: Shot = shot) -> None:
            shot.pose(studio)
            studio.settle()
            found[shot.name] = clipped(studio.window)

        studio.draw(replace(shot, pose=pose), tmp_path / "x.png")
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert found


@pytest.mark.timeout(400)
def test_every_state_is_heard_and_reached(studio: Studio, tmp_path: Path) -> None:
    let_hear()
    found: dict[str, list[str]] = {}
    for shot in shots():
        if not shot.name.endswith("-light") or shot.size != USUAL or shot.scale != 1.0:
            continue
        if shot.contrast != "normal":
            continue

        def pose(studio: Studio, shot: Shot = shot) -> None:
            shot.pose(studio)
            studio.settle()
            root = studio.beside or studio.window
            found[shot.name] = [*unheard(root), *unreached(root)]

        studio.draw(replace(shot, pose=pose), tmp_path / "x.png")
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert found


def test_a_picture_that_cannot_be_written_is_said(studio: Studio, tmp_path: Path) -> None:
    shot = next(shots())
    with pytest.raises(OSError, match="could not be written"):
        studio.draw(shot, tmp_path / "no folder" / "x.png")
