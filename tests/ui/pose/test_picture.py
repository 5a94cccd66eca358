"""What stands still is painted once, and everything is where the handles are told it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base
from supple.figure.drafting import drawn
from supple.figure.furnishing import furnished
from supple.figure.posing import turn
from supple.ui.look import Look
from supple.ui.pose.picture import DraftPicture, framed, grown

DRAFT = from_base(bases()[0])
LEANT = replace(DRAFT, stretched=turn(DRAFT.start, "lean", 40))
WALLED = furnished(DRAFT, "wall", "yes")
ROOM = QRectF(0, 0, 500, 400)


@pytest.fixture
def picture(look: Look) -> DraftPicture:
    made = DraftPicture(look, (0, 0))
    made.box = framed(DRAFT)
    made.show_draft(DRAFT, False)
    return made


def painted(picture: DraftPicture) -> QImage:
    image = QImage(ROOM.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    picture.paint(painter, ROOM)
    painter.end()
    return image


def test_nothing_is_painted_before_there_is_a_draft(look: Look) -> None:
    image = painted(DraftPicture(look, (0, 0)))
    empty = QImage(image.size(), image.format())
    empty.fill(0)
    assert image == empty


def test_the_other_posture_is_a_ghost_only_where_it_differs(picture: DraftPicture) -> None:
    plain = painted(picture)
    picture.show_draft(LEANT, False)
    assert painted(picture) != plain
    picture.show_draft(DRAFT, False)
    assert painted(picture) == plain


def test_what_stands_still_is_painted_once_while_a_handle_is_dragged(
    picture: DraftPicture,
) -> None:
    picture.show_draft(LEANT, True)
    painted(picture)
    still = picture._still
    assert still is not None
    moved = replace(LEANT, stretched=turn(LEANT.stretched, "lean", 5))
    picture.show_draft(moved, True)
    painted(picture)
    assert picture._still is still


@pytest.mark.parametrize("other", [WALLED, replace(LEANT, strap="near")])
def test_a_thing_that_comes_is_painted(picture: DraftPicture, other: Draft) -> None:
    painted(picture)
    picture.show_draft(other, False)
    assert picture._still is None


def test_while_it_plays_the_ghost_is_gone(picture: DraftPicture) -> None:
    picture.show_draft(LEANT, False)
    drawing = drawn(LEANT, "own-one", "-")
    picture.play(drawing, 0.0)
    assert picture.plays
    first = painted(picture)
    picture.play(drawing, 1.0)
    assert painted(picture) != first
    picture.play(None, 0.0)
    assert not picture.plays


def test_the_left_side_is_the_mirror_image(picture: DraftPicture) -> None:
    right = picture.place((200, -400), ROOM)
    picture.set_mirrored(True)
    left = picture.place((200, -400), ROOM)
    assert left.y() == right.y()
    assert left.x() < right.x()


def test_a_view_grows_and_never_shrinks() -> None:
    small = framed(DRAFT)
    assert grown(small, DRAFT) == small
    large = grown(small, WALLED)
    assert large[2] > small[2]
    assert grown(large, DRAFT) == large
