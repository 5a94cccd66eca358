from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from supple.core.problem import UserError
from supple.figure.port import FigureView
from supple.shell import figure_cli
from supple.shell.options import MENDABLE
from supple.shell.resources import open_figures
from supple.store.assets import asset


def _varied(image: QImage) -> bool:
    size = image.size()
    seen = {
        image.pixel(x, y) for x in range(0, size.width(), 7) for y in range(0, size.height(), 7)
    }
    return len(seen) > 8


def test_show_writes_one_picture_of_the_size_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "march.png"
    said = ["show", "march", "--phase", "0.5", "--width", "300", "--height", "200", "-o", str(out)]
    assert figure_cli.run(said) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (300, 200)
    assert _varied(image)


def test_side_theme_and_cycle_are_heeded(tmp_path: Path) -> None:
    pictures = []
    for i, more in enumerate([[], ["--side", "left"], ["--theme", "dark"], ["--cycle", "0.25"]]):
        out = tmp_path / f"{i}.png"
        figure_cli.run(["show", "march", "--width", "120", "--height", "90", "-o", str(out), *more])
        pictures.append(out.read_bytes())
    assert len(set(pictures)) == 4


def test_a_sheet_has_every_figure_twice(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    assert figure_cli.run(["sheet", str(out), "--theme", "dark"]) == 0
    sheet = QImage(str(out))
    figures = open_figures()
    rows = -(-len(figures.ids()) // figure_cli.COLUMNS)
    width, height = figure_cli.CELL
    assert sheet.height() >= rows * height
    for i in range(len(figures.ids())):
        row, column = divmod(i, figure_cli.COLUMNS)
        for phase in (0, 1):
            left = figure_cli.GAP + (2 * column + phase) * (width + figure_cli.GAP)
            top = figure_cli.GAP + row * (height + figure_cli.GAP)
            assert _varied(sheet.copy(left, top, width, height))


def test_a_film_goes_up_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "film"
    said = ["show", "seated-heel-out", "--width", "80", "--height", "60", "--fps", "2"]
    assert figure_cli.run([*said, "--frames", str(folder)]) == 0
    frames = sorted(folder.iterdir())
    assert len(frames) == len(figure_cli.film(cycles=False, fps=2))
    assert frames[0].read_bytes() == frames[-1].read_bytes()
    assert frames[0].read_bytes() != frames[len(frames) // 2].read_bytes()


def test_a_film_can_be_one_file(tmp_path: Path) -> None:
    said = ["show", "march", "--width", "80", "--height", "60", "--fps", "2"]
    assert figure_cli.run([*said, "--film", str(tmp_path / "march.png")]) == 0
    assert b"acTL" in (tmp_path / "march.png").read_bytes()
    with pytest.raises(UserError, match=r"cannot be written"):
        figure_cli.run([*said, "--film", str(tmp_path / "nowhere" / "march.png")])


def test_a_film_of_a_movement_shows_two_repetitions() -> None:
    beats = figure_cli.film(cycles=True, fps=10)
    cycles = [beat.cycle for beat in beats if beat.phase == 1.0]
    assert cycles.count(0.5) == 2
    assert beats[0].phase == beats[-1].phase == 0.0


def test_an_unknown_figure_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"headstand.*march"):
        figure_cli.run(["show", "headstand", "-o", str(tmp_path / "x.png")])


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "x.png"
    with pytest.raises(UserError, match=r"x\.png"):
        figure_cli.run(["show", "march", "-o", str(out)])


@pytest.mark.parametrize(
    "said",
    [
        [],
        ["show"],
        ["show", "march"],
        ["show", "march", "-o", "x", "--phase", "2"],
        ["show", "march", "-o", "x", "--width", "0"],
        ["show", "march", "--film", "x", "--fps", "nan"],
    ],
)
def test_a_wrong_command_line_leaves_with_two(
    said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        figure_cli.run(said)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_check_finds_nothing_in_what_ships(capsys: pytest.CaptureFixture[str]) -> None:
    path = asset("resources/figures/march.json")
    assert figure_cli.run(["check", str(path)]) == 0
    assert "all good" in capsys.readouterr().out


def test_check_says_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text('{\n  "format": 7\n}', "utf-8")
    found = figure_cli.check(path)
    assert found[0].startswith(f"{path}:")
    assert any(f"{path}:2:" in line and "format" in line for line in found)


def test_check_reads_on_where_the_writing_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text('{"format": 1,,}', "utf-8")
    assert figure_cli.check(path)


def test_a_number_that_is_none_is_told_with_what_it_may_be(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        figure_cli.run(["show", "march", "-o", "x.png", "--phase", "abc"])
    told = capsys.readouterr().err
    assert told.endswith("argument --phase: 'abc' is not a number from 0 to 1\n")


def test_check_says_why_there_is_nothing_to_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone.json"
    assert figure_cli.run(["check", str(gone)]) == MENDABLE
    assert capsys.readouterr().out == f"{gone}: The file does not exist. Check its name.\n"
    assert figure_cli.check(tmp_path) == [f"{tmp_path}: This is a folder. Name a file in it."]


@pytest.mark.parametrize("text", ["", "# A figure\n\nSeated."])
def test_check_says_what_a_figure_file_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.json"
    path.write_text(text, "utf-8")
    said = "\n".join(figure_cli.check(path))
    assert figure_cli.FIGURE_FILE[1] in said
    assert "routine" not in said


def test_check_takes_no_number_that_cannot_be_drawn(tmp_path: Path) -> None:
    document = asset("resources/figures/march.json").read_text("utf-8")
    path = tmp_path / "own.json"
    path.write_text(document.replace("[-660, -95,", "[-660, 1e999,"), "utf-8")
    assert figure_cli.check(path)


def test_check_finds_a_hand_out_of_place(tmp_path: Path) -> None:
    document = json.loads(asset("resources/figures/seated-heel-out.json").read_text("utf-8"))
    document["poses"]["stretched"]["pins"]["near.arm"] = {"at": [900, 900]}
    path = tmp_path / "own.json"
    path.write_text(json.dumps(document), "utf-8")
    assert any("near.arm misses its place" in line for line in figure_cli.check(path))


def test_pictures_stand_on_the_ground_of_the_theme() -> None:
    figures = open_figures()
    view = FigureView("march", dark=True)
    image = figure_cli.picture(figures, view, (400, 100))
    assert image.pixelColor(0, 0).name() == figure_cli.STAGE[True].lower()
