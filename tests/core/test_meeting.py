from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from supple.core.meeting import Choice, Here, Met, meet, same_figure, same_picture
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch
from supple.core.share import Picture, Share

CALF = Picture("own-calf", "json", b'{"id": "own-calf", "x": 1}')


def here(
    stretches: tuple[Stretch, ...] = (),
    routines: tuple[Routine, ...] = (),
    pictures: tuple[Picture, ...] = (),
    shipped: tuple[Stretch, ...] = (),
) -> Here:
    own = [*(s.id for s in stretches), *(r.id for r in routines)]
    catalogue = Catalogue.of((*shipped, *stretches), routines)
    return Here(catalogue, own, {p.id: p for p in pictures})


@pytest.fixture
def calf(make_stretch: Callable[..., Stretch]) -> Stretch:
    return make_stretch("calf", figure="own-calf")


@pytest.fixture
def share(calf: Stretch) -> Share:
    evening = Routine("evening", "Evening", (RoutineStep("calf"),))
    return Share(routines=(evening,), stretches=(calf,), pictures=(CALF,))


def test_what_nobody_has_is_new(share: Share) -> None:
    meeting = meet(share, here())
    assert [c.met for c in meeting.all] == [Met.NEW, Met.NEW]
    assert meeting.adds
    assert meeting.all[0].entry == share.routines[0]
    assert meeting.all[0].choices == ()


def test_the_same_under_another_id_is_here_already(share: Share, calf: Stretch) -> None:
    mine = replace(calf, id="wade", figure="own-wade")
    picture = Picture("own-wade", "json", b'{"x": 1,  "id": "own-wade"}')
    (coming,) = meet(share, here((mine,), (), (picture,))).stretches
    assert (coming.met, coming.mine, coming.mine_is_own) == (Met.SAME, mine, True)


def test_only_mine_can_be_replaced(share: Share, calf: Stretch) -> None:
    other = replace(calf, feel="Another.", figure="")
    mine = meet(share, here((other,))).stretches[0]
    assert mine.choices == (Choice.COPY, Choice.KEEP, Choice.REPLACE)
    ours = meet(share, here(shipped=(other,))).stretches[0]
    assert ours.met is Met.CLASH
    assert ours.choices == (Choice.COPY, Choice.KEEP)


def test_images_are_the_same_byte_for_byte(calf: Stretch) -> None:
    image = Picture("own-calf", "png", b"one")
    share = Share(stretches=(calf,), pictures=(image,))
    assert not meet(share, here((calf,), (), (image,))).adds
    assert meet(share, here((calf,), (), (replace(image, data=b"two"),))).adds


def test_a_routine_is_another_when_its_stretches_are(share: Share, calf: Stretch) -> None:
    mine = replace(calf, feel="Another.")
    meeting = meet(share, here((mine,), share.routines, share.pictures))
    assert meeting.routines[0].met is Met.CLASH


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Picture("own-b", "json", b'{"x": 1, "id": "own-b"}'), True),
        (Picture("own-b", "json", b'{"x": 2, "id": "own-b"}'), False),
        (Picture("own-b", "json", b"no JSON"), False),
        (Picture("own-b", "json", b"[1]"), False),
        (Picture("own-b", "png", CALF.data), False),
    ],
)
def test_drawn_pictures_are_the_same_whatever_their_id_is(other: Picture, same: bool) -> None:
    assert same_picture(CALF, other) is same


def test_own_figures_are_the_same_where_both_are_there_and_show_the_same() -> None:
    one, other = Picture("own-calf", "png", b"one"), Picture("own-calf", "png", b"two")
    share = Share(pictures=(one,))
    for mine, same in (
        ((replace(one, id="own-leg"),), True),
        ((replace(other, id="own-leg"),), False),
    ):
        assert same_figure("own-calf", "own-leg", share, here(pictures=mine)) is same
    assert not same_figure("own-calf", "own-calf", share, here())
    assert not same_figure("own-calf", "calf", share, here(pictures=(one,)))
    assert same_figure("calf", "calf", share, here())
