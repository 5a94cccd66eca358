from __future__ import annotations

from supple.figure import body
from supple.figure.feet import foot, sole_shade, toe_lines


def test_a_foot_stands_on_its_sole_and_reaches_from_heel_to_toes() -> None:
    box = foot(0).boundingRect()
    assert abs(box.bottom() - body.SOLE) < 2
    assert abs(-box.left() - body.HEEL) < 2
    assert 105 < box.right() < 120


def test_bent_toes_rise_and_the_heel_stays() -> None:
    flat, bent = foot(0).boundingRect(), foot(50).boundingRect()
    assert bent.right() < flat.right() - 5
    assert bent.left() == flat.left()


def test_the_sole_is_shaded_within_the_foot() -> None:
    for toes in (0, 30):
        shade = sole_shade(toes)
        assert not shade.isEmpty()
        assert foot(toes).boundingRect().adjusted(-1, -1, 1, 1).contains(shade.boundingRect())


def test_the_lines_between_the_toes_bend_with_them() -> None:
    for toes in (0, 60):
        lines = toe_lines(toes).boundingRect()
        assert foot(toes).boundingRect().contains(lines)
    assert toe_lines(60).boundingRect().top() < toe_lines(0).boundingRect().top() - 10
