"""What a person does to a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from supple.figure.bases import bases
from supple.figure.book import Figures
from supple.figure.draft import from_base
from supple.figure.posing import place
from supple.figure.posture import built, wrong
from supple.ui.pose.work import Work, ways


@pytest.fixture
def work() -> Work:
    return Work(from_base(bases()[0]))


def pulled(work: Work, name: str, dx: float, dy: float) -> None:
    x, y = work.place_of(name)
    work.take_hold(name)
    work.pull(x + dx / 2, y + dy / 2)
    work.pull(x + dx, y + dy)
    work.release()


def test_a_drag_is_one_step(work: Work) -> None:
    before = work.draft
    pulled(work, "near.hand", 150, -150)
    assert work.draft != before
    assert not work.gripped
    work.steps.undo()
    assert work.draft == before


def test_nothing_in_the_hand_moves_nothing(work: Work) -> None:
    before = work.draft
    work.pull(0, -500)
    work.release()
    assert work.draft == before


def test_the_stretched_pose_follows_until_it_is_changed(work: Work) -> None:
    pulled(work, "near.hand", 150, -150)
    assert work.draft.stretched == work.draft.start
    work.stretched = True
    pulled(work, "chest", 120, 40)
    assert work.draft.stretched != work.draft.start
    work.stretched = False
    kept = work.draft.stretched
    pulled(work, "far.hand", 100, -300)
    assert work.draft.stretched == kept


def test_both_sides_move_together(work: Work) -> None:
    work.together = True
    before = {name: work.place_of(name) for name in ("near.hand", "far.hand")}
    pulled(work, "near.hand", 150, -150)
    for name, (x, y) in before.items():
        assert work.place_of(name) == pytest.approx((x + 150, y - 150), abs=30)


def test_keys_turn_joints_and_are_undone_together(work: Work) -> None:
    before = work.draft
    for _ in range(3):
        work.step("near.elbow", 0, 5)
    start, now = before.start.angles["near.elbow"], work.posture.angles["near.elbow"]
    assert now == pytest.approx(start + 15)
    work.steps.undo()
    assert work.draft == before


def test_keys_move_the_hips(work: Work) -> None:
    x, y = work.posture.root
    work.step("hips", 0, -5)
    assert work.posture.root == pytest.approx((x, y + 20))
    work.step("hips", 1, -5, mirrored=True)
    assert work.posture.root[0] == pytest.approx(x + 20)


def test_things_come_and_are_moved(work: Work) -> None:
    work.choose("wall", "yes")
    at = work.draft.props[0].x
    work.step("wall", 1, 5)
    assert work.draft.props[0].x == at + 20
    work.step("wall", 0, 5)
    assert work.draft.props[0].x == at + 20
    work.take_hold("wall")
    work.pull(600, -30)
    work.release()
    assert work.draft.props[0].x == 525


def test_choices_are_kept(work: Work) -> None:
    work.choose("glow", "near.calf")
    work.choose("strap", "near")
    work.show_arrow(False)
    assert (work.draft.glow, work.draft.strap, work.draft.arrow) == ("near.calf", "near", False)


def test_the_start_is_copied(work: Work) -> None:
    work.stretched = True
    pulled(work, "chest", 120, 40)
    work.copy_start()
    assert work.draft.stretched == work.draft.start


def test_a_pose_begins_anew(work: Work) -> None:
    pulled(work, "chest", 120, 40)
    work.reset()
    assert work.posture == bases()[0].posture


def test_one_begins_with_a_base_or_a_figure(work: Work, book: Figures) -> None:
    names = {"seated-heel-out": "One heel out", "arm-circles": "Arms"}
    offered = {way.name: way for way in ways(book, lambda figure: names.get(figure, ""))}
    # A person seen from the front cannot be drawn on, and what is no stretch is no beginning.
    assert [way.figure for way in offered.values() if way.figure] == ["seated-heel-out"]
    work.begin(offered["Lying on the back"], book)
    assert work.posture == bases()[3].posture
    work.begin(offered["One heel out"], book)
    assert [prop.kind for prop in work.draft.props] == ["chair"]
    before = work.draft
    work.begin(replace(offered["One heel out"], figure="gone"), book)
    assert work.draft == before
    work.steps.undo()
    assert work.posture == bases()[3].posture


def test_what_is_done_leaves_a_body(work: Work) -> None:
    for name, dx, dy in (("near.foot", -250, 0), ("hips", 100, 60), ("head", 80, 90)):
        pulled(work, name, dx, dy)
    assert wrong(built(work.posture)) == {}
    assert place(work.posture, "near.foot") == work.place_of("near.foot")
