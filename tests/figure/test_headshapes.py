from __future__ import annotations

from supple.figure import body
from supple.figure.headshapes import head


def test_three_kinds_of_hair_are_three_shapes() -> None:
    boxes = [head(hair).hair.boundingRect() for hair in range(3)]
    assert len({(round(b.left()), round(b.top()), round(b.width())) for b in boxes}) == 3
    assert [head(hair).knot is not None for hair in range(3)] == [False, True, False]


def test_the_face_looks_right_and_the_hair_lies_at_the_back() -> None:
    for hair in range(3):
        shapes = head(hair)
        middle = shapes.face.boundingRect().center().x()
        assert shapes.eye.boundingRect().left() > middle
        assert shapes.mouth.boundingRect().left() > middle
        assert shapes.hair.boundingRect().left() < shapes.face.boundingRect().left() + 1


def test_a_head_is_an_eighth_of_the_body() -> None:
    for hair in (0, 2):
        box = head(hair).face.united(head(hair).hair).boundingRect()
        assert 0.9 * body.HEAD < box.height() < 1.35 * body.HEAD
