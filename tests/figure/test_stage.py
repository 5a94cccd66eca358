from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from supple.core.routine import Side
from supple.figure.book import Figures
from supple.figure.drawing import Drawing
from supple.figure.port import PAUSED_FADE, FigureView
from supple.figure.stage import Stage, fit

Render = Callable[..., QImage]


def _close(a: QImage, b: QImage, share: float = 0.004) -> bool:
    size = a.size()
    apart = 0
    for x in range(size.width()):
        for y in range(size.height()):
            p, q = a.pixelColor(x, y), b.pixelColor(x, y)
            if max(abs(p.red() - q.red()), abs(p.green() - q.green())) > 16:
                apart += 1
    return apart <= share * size.width() * size.height()


@pytest.mark.parametrize("phase", [0.0, 1.0])
def test_left_is_the_mirror_image_of_right(render: Render, figure_id: str, phase: float) -> None:
    right = render(FigureView(figure_id, Side.RIGHT, phase), 160, 120)
    left = render(FigureView(figure_id, Side.LEFT, phase), 160, 120)
    assert _close(left, right.flipped(Qt.Orientation.Horizontal))
    assert render(FigureView(figure_id, Side.BOTH, phase), 160, 120) == right


def test_right_works_towards_the_right(drawings: dict[str, Drawing]) -> None:
    box = drawings["seated-heel-out"].box
    right, left = (fit(QRectF(0, 0, 300, 200), box, s) for s in (Side.RIGHT, Side.LEFT))
    assert right.map(QPointF(400, 0)).x() > right.map(QPointF(0, 0)).x()
    assert left.map(QPointF(400, 0)).x() < left.map(QPointF(0, 0)).x()


@given(st.floats(10, 2000), st.floats(10, 2000))
def test_a_scene_fits_in_and_keeps_its_proportions(width: float, height: float) -> None:
    box, rect = (-500.0, -95.0, 600.0, 900.0), QRectF(7, 9, width, height)
    t = fit(rect, box, Side.RIGHT)
    a, b = t.map(QPointF(-500, -900)), t.map(QPointF(600, 95))
    assert rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(QRectF(a, b))
    assert (b.x() - a.x()) / (b.y() - a.y()) == pytest.approx(1100 / 995)
    filled = (b.x() - a.x()) / width, (b.y() - a.y()) / height
    assert max(filled) == pytest.approx(1)


@settings(max_examples=25)
@given(data=st.data())
def test_nothing_is_painted_outside_the_rectangle(figures: Figures, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(figures.ids())))
    view = FigureView(
        name,
        data.draw(st.sampled_from(tuple(Side))),
        phase=data.draw(st.floats(0, 1)),
        breath=data.draw(st.floats(-1, 1)),
        cycle=data.draw(st.none() | st.floats(0, 1)),
        fade=data.draw(st.sampled_from((1.0, PAUSED_FADE))),
    )
    ground = QColor("#FF00FF")
    image = QImage(200, 160, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    inside = QRectF(40, 30, data.draw(st.integers(8, 140)), data.draw(st.integers(8, 110)))
    figures.paint(painter, inside, view)
    painter.end()
    rect = inside.toAlignedRect()
    for x in range(200):
        for y in range(160):
            if not rect.contains(x, y):
                assert image.pixelColor(x, y) == ground


def test_the_body_is_never_cut_off_by_its_box(
    render: Render, figure_id: str, drawings: dict[str, Drawing]
) -> None:
    for phase in (0.0, 0.5, 1.0):
        for cycle in (None, 0.2, 0.5, 0.8) if drawings[figure_id].cycle else (None,):
            view = FigureView(figure_id, phase=phase, cycle=cycle, backdrop=False, hair=1)
            left, bottom, right, top = drawings[figure_id].box
            size = (round((right - left) / 5), round((top - bottom) / 5))
            image = render(view, *size)
            ground = QColor("#F2EDE4")
            edge = [image.pixelColor(x, 0) for x in range(size[0])]
            edge += [image.pixelColor(x, size[1] - 1) for x in range(size[0])]
            edge += [image.pixelColor(x, y) for x in (0, size[0] - 1) for y in range(size[1])]
            assert all(abs(c.lightness() - ground.lightness()) < 12 for c in edge)


def test_paused_fades_the_figure_and_not_the_backdrop(render: Render) -> None:
    view = FigureView("march")
    full, faded = render(view), render(replace(view, fade=PAUSED_FADE))
    empty = render(replace(view, fade=0.0))
    leg = next(
        (x, y)
        for x in range(full.width())
        for y in range(full.height())
        if full.pixelColor(x, y).name() == "#0f766e"
    )
    a, b, c = (i.pixelColor(*leg).lightness() for i in (full, faded, empty))
    assert a < b < c
    assert b - c == pytest.approx((a - c) * PAUSED_FADE, abs=3)
    assert full.pixelColor(60, 120) == faded.pixelColor(60, 120)


def test_without_a_backdrop_the_ground_stays_as_it_is(render: Render) -> None:
    bare = render(FigureView("march", backdrop=False))
    assert bare.pixelColor(60, 120) == QColor("#F2EDE4")
    assert render(FigureView("march")).pixelColor(60, 120) != QColor("#F2EDE4")


def test_a_kept_picture_is_the_same_as_a_new_one(drawings: dict[str, Drawing]) -> None:
    drawing, stage = drawings["two-chair"], Stage()

    def draw(stage: Stage, view: FigureView) -> QImage:
        image = QImage(160, 120, QImage.Format.Format_RGB32)
        image.fill(QColor("#F2EDE4"))
        painter = QPainter(image)
        stage.paint(painter, QRectF(0, 0, 160, 120), drawing, view)
        painter.end()
        return image

    light = FigureView("two-chair")
    views = [light, replace(light, dark=True), replace(light, side=Side.LEFT), light]
    for view in views * 2:
        assert draw(stage, view) == draw(Stage(), view)


def test_at_twice_the_pixels_the_scene_is_twice_as_fine(figures: Figures) -> None:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("#F2EDE4"))
    painter = QPainter(image)
    figures.paint(painter, QRectF(0, 0, 160, 120), FigureView("march"))
    painter.end()
    plain = QImage(320, 240, QImage.Format.Format_RGB32)
    plain.fill(QColor("#F2EDE4"))
    painter = QPainter(plain)
    figures.paint(painter, QRectF(0, 0, 320, 240), FigureView("march"))
    painter.end()
    image.setDevicePixelRatio(1)
    assert _close(image, plain)


@pytest.mark.parametrize("size", [(0, 50), (50, 0), (0.4, 0.4)])
def test_no_room_is_no_error(figures: Figures, size: tuple[float, float]) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    figures.paint(painter, QRectF(0, 0, *size), FigureView("march"))
    painter.end()
    assert image.pixelColor(0, 0) == QColor("#FF00FF")


def test_the_painter_comes_back_as_it_was(figures: Figures) -> None:
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(5, 6)
    painter.setOpacity(0.7)
    before = painter.transform(), painter.opacity(), painter.hasClipping()
    for fade in (1.0, 0.4):
        figures.paint(painter, QRectF(0, 0, 90, 70), FigureView("march", fade=fade))
        assert (painter.transform(), painter.opacity(), painter.hasClipping()) == before
    painter.end()


def test_printed_figures_are_drawn_as_lines_and_not_as_pictures(
    figures: Figures, tmp_path: Path
) -> None:
    sizes = []
    for scale in (1, 4):
        path = tmp_path / f"{scale}.pdf"
        writer = QPdfWriter(str(path))
        writer.setResolution(72 * scale)
        painter = QPainter(writer)
        rect = QRectF(0, 0, 300 * scale, 220 * scale)
        figures.paint(painter, rect, FigureView("two-chair"))
        painter.end()
        data = path.read_bytes()
        assert data.startswith(b"%PDF")
        sizes.append(len(data))
    assert sizes[1] < 1.5 * sizes[0]


def test_the_memory_of_kept_pictures_is_bounded(drawings: dict[str, Drawing]) -> None:
    stage = Stage()
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    for drawing in drawings.values():
        painter = QPainter(image)
        stage.paint(painter, QRectF(0, 0, 1200, 900), drawing, FigureView(drawing.id))
        painter.end()
    kept = stage.kept()
    assert 1 <= len(kept) <= 4
    assert sum(i.width() * i.height() for i in kept) <= 1_500_000 or len(kept) == 2
