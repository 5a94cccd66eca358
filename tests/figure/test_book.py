from __future__ import annotations

import json
import logging
import math
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.problem import ProblemsFound
from supple.core.routine import Side
from supple.figure import book
from supple.figure.book import Figures, load_figures, read_figure
from supple.figure.photo import encode
from supple.figure.port import LEG_ANGLE, LEG_ANGLE_MOST, FigureView

RESOURCES = Path(__file__).parents[2] / "resources"


def _paint(figures: Figures, name: str) -> QImage:
    image = QImage(60, 50, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    figures.paint(painter, QRectF(0, 0, 60, 50), FigureView(name))
    painter.end()
    return image


def _blank(image: QImage) -> bool:
    return not any(bytes(image.constBits()))


def test_every_stretch_that_ships_has_its_figure(figures: Figures) -> None:
    routines = json.loads((RESOURCES.parent / "routines.json").read_text("utf-8"))
    wanted = {stretch["figure"] for stretch in routines["stretches"]}
    assert wanted <= figures.ids()
    assert figures.ids() - wanted == {LEG_ANGLE, "sit-and-reach"}  # drawn for the checks


def test_a_figure_is_read_when_it_is_first_needed_and_only_then() -> None:
    asked: list[str] = []

    def read(name: str) -> bytes:
        asked.append(name)
        return (RESOURCES / name).read_bytes()

    figures = load_figures(read, ["march", "leg-swing"])
    assert figures.ids() == {"march", "leg-swing"}
    assert asked == []
    assert "marches" in figures.description("march")
    assert figures.cycles("march")
    assert not _blank(_paint(figures, "march"))
    assert asked == ["figures/march.json"]


def test_an_unknown_figure_draws_nothing_and_is_logged_once(
    figures: Figures, caplog: pytest.LogCaptureFixture
) -> None:
    figures = load_figures(lambda _: b"", [])
    with caplog.at_level(logging.WARNING):
        assert _blank(_paint(figures, "headstand"))
        assert _blank(_paint(figures, "headstand"))
        assert figures.description("headstand") == ""
        assert not figures.cycles("headstand")
    assert len(caplog.records) == 1


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"format": 1}', b"\xff"])
def test_a_file_that_cannot_be_used_draws_nothing_and_is_logged_once(
    data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    figures = load_figures(lambda _: data, ["march"])
    with caplog.at_level(logging.WARNING):
        assert _blank(_paint(figures, "march"))
        assert _blank(_paint(figures, "march"))
    assert len(caplog.records) == 1


def test_a_file_that_cannot_be_read_draws_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def read(_: str) -> bytes:
        raise OSError("gone")

    assert _blank(_paint(load_figures(read, ["march"]), "march"))
    assert "gone" in caplog.text


def test_a_file_under_another_name_is_refused() -> None:
    data = (RESOURCES / "figures" / "march.json").read_bytes()
    with pytest.raises(ProblemsFound, match="march"):
        read_figure(data, "leg-swing")


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
def test_the_measuring_figure_shows_the_angle_it_is_given(figures: Figures, side: Side) -> None:
    rect = QRectF(20, 10, 640, 420)
    for degrees in (0, 45, 80, 110):
        view = FigureView(LEG_ANGLE, side, phase=degrees / LEG_ANGLE_MOST)
        hip, knee = (figures.place(rect, view, f"near.{part}") for part in ("hip", "knee"))
        assert hip is not None
        assert knee is not None
        along = (knee[0] - hip[0]) * (1 if side is Side.RIGHT else -1)
        assert math.degrees(math.atan2(hip[1] - knee[1], along)) == pytest.approx(degrees, abs=0.5)
        assert rect.contains(*knee)


def test_what_is_unknown_has_no_place(figures: Figures) -> None:
    rect = QRectF(0, 0, 100, 80)
    assert figures.place(rect, FigureView(LEG_ANGLE), "near.tail") is None
    assert load_figures(lambda _: b"", []).place(rect, FigureView("x"), "near.hip") is None
    front = figures.place(rect, FigureView("arm-circles"), "near.palm")
    assert front is not None
    assert front[0] > 50


def test_importing_the_book_does_not_load_the_painter() -> None:
    code = (
        "import sys, supple.figure.book, supple.figure.port;"
        "print([m for m in sys.modules if m in ('supple.figure.stage', 'PySide6.QtGui')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class Folder:
    """Own figures in memory."""

    def __init__(self, content: dict[str, bytes]) -> None:
        self.content = content
        self.asked = 0

    def files(self) -> dict[str, str]:
        self.asked += 1
        return {name: str(hash(data)) for name, data in self.content.items()}

    def read(self, file_name: str) -> bytes:
        return self.content[file_name]


def _plain(colour: str, words: str = "") -> bytes:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return encode(image, words)


def _own_march() -> bytes:
    document = json.loads((RESOURCES / "figures/march.json").read_bytes())
    return json.dumps({**document, "id": "own-march"}).encode()


def _with_own(content: dict[str, bytes] | None = None) -> tuple[Figures, Folder]:
    own = Folder(content or {})
    return load_figures(lambda name: (RESOURCES / name).read_bytes(), ["march"], lambda: own), own


def _middle(figures: Figures, name: str) -> str:
    return _paint(figures, name).pixelColor(30, 25).name()


def test_own_images_and_poses_are_painted_like_the_others() -> None:
    figures, folder = _with_own({"own-calf.png": _plain("#00ff00"), "own-march.json": _own_march()})
    assert figures.ids() == {"march"}
    assert figures.own.ids() == ("own-calf", "own-march")
    assert _middle(figures, "own-calf") == "#00ff00"
    assert not _blank(_paint(figures, "own-march"))
    assert figures.cycles("own-march")
    assert not figures.cycles("own-calf")
    assert figures.place(QRectF(0, 0, 9, 9), FigureView("own-calf"), "near.hip") is None
    assert folder.asked == 1


def test_nobody_looks_for_own_figures_until_one_is_shown() -> None:
    figures, folder = _with_own({"own-calf.png": _plain("red")})
    _paint(figures, "march")
    assert figures.version("march") == ""
    assert figures.description("march")
    assert folder.asked == 0


def test_a_replaced_picture_is_painted_anew() -> None:
    figures, folder = _with_own({"own-calf.png": _plain("#00ff00")})
    before = figures.version("own-calf")
    assert _middle(figures, "own-calf") == "#00ff00"
    folder.content["own-calf.png"] = _plain("#0000ff")
    figures.own_changed()
    assert _middle(figures, "own-calf") == "#0000ff"
    assert figures.version("own-calf") != before


def test_a_picture_that_comes_later_is_found() -> None:
    figures, folder = _with_own()
    assert _blank(_paint(figures, "own-calf"))
    folder.content["own-calf.png"] = _plain("#00ff00")
    figures.own_changed()
    assert _middle(figures, "own-calf") == "#00ff00"


def test_only_the_images_shown_last_are_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 40 * 40 * 4
    monkeypatch.setattr(book, "HELD_BYTES", 2 * size)
    colours = {"own-a": "#ff0000", "own-b": "#00ff00", "own-c": "#0000ff"}
    figures, folder = _with_own({f"{name}.png": _plain(c) for name, c in colours.items()})
    read: list[str] = []
    monkeypatch.setattr(folder, "read", lambda name: read.append(name) or folder.content[name])
    for name in ("own-a", "own-b", "own-a", "own-c", "own-a", "own-b"):
        assert _middle(figures, name) == colours[name]
    assert read == ["own-a.png", "own-b.png", "own-c.png", "own-b.png"]
    del folder.content["own-c.png"]
    monkeypatch.setattr(folder, "read", _gone)
    assert figures.image("own-c") is None


def _gone(name: str) -> bytes:
    raise FileNotFoundError(name)


def test_what_is_lent_is_painted_until_it_is_given_back() -> None:
    figures, _ = _with_own()
    assert figures.lend("own-new.png", _plain("#00ff00")) == "own-new"
    assert _middle(figures, "own-new") == "#00ff00"
    figures.unlend()
    assert _blank(_paint(figures, "own-new"))


def test_a_picture_says_what_it_shows_or_bears_its_stretchs_name() -> None:
    figures, _ = _with_own(
        {"own-a.png": _plain("red", "Heel on a step"), "own-b.png": _plain("red")}
    )
    figures.set_words({"own-a": "Calf", "own-b": "Calf stretch"}.__getitem__)
    assert figures.description("own-a") == "Heel on a step"
    assert figures.description("own-b") == "Calf stretch"
    figures.set_words(lambda _: "")
    assert figures.description("own-b") == "Your picture"


def test_a_damaged_own_figure_draws_nothing_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    figures, _ = _with_own({"own-a.png": b"no picture", "own-b.json": b"no pose"})
    with caplog.at_level(logging.WARNING):
        assert _blank(_paint(figures, "own-a"))
        assert _blank(_paint(figures, "own-b"))
    assert figures.description("own-a") == ""
    assert len([r for r in caplog.records if "cannot be shown" in r.getMessage()]) == 2
