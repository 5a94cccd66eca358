"""A shared file against what is here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.meeting import Choice, Here, Met, meet
from supple.core.routine import Catalogue, DoseChange, Routine, RoutineStep, Stretch
from supple.core.share import Picture, Share
from supple.core.taking_in import Taking, settle

Make = Callable[..., Stretch]
CALF = Picture("own-calf", "json", b'{"id": "own-calf", "x": 1}')
OTHER = Picture("own-calf", "json", b'{"id": "own-calf", "x": 2}')
NOTHING = Here(Catalogue({}, {}))


def routine(id_: str, *steps: str, name: str = "") -> Routine:
    return Routine(id_, name or id_.capitalize(), tuple(RoutineStep(s) for s in steps))


def here(
    stretches: tuple[Stretch, ...] = (),
    routines: tuple[Routine, ...] = (),
    pictures: tuple[Picture, ...] = (),
    shipped: tuple[Stretch, ...] = (),
    taken: tuple[str, ...] = (),
) -> Here:
    own = [*(s.id for s in stretches), *(r.id for r in routines)]
    catalogue = Catalogue.of((*shipped, *stretches), routines)
    return Here(catalogue, own, {p.id: p for p in pictures}, taken)


@pytest.fixture
def calf(make_stretch: Make) -> Stretch:
    return make_stretch("calf", figure="own-calf")


@pytest.fixture
def share(calf: Stretch) -> Share:
    return Share(routines=(routine("evening", "calf"),), stretches=(calf,), pictures=(CALF,))


def after(now: Here, taking: Taking) -> Here:
    """What is here once ``taking`` is written."""
    made = [*taking.stretches, *(n for n, _ in taking.replaced if isinstance(n, Stretch))]
    sessions = [*taking.routines, *(n for n, _ in taking.replaced if isinstance(n, Routine))]
    pictures = {**(now.pictures or {}), **{p.id: p for p in taking.pictures}}
    catalogue = now.catalogue.plus(Catalogue.of(made, sessions))
    return Here(catalogue, [*now.own, *taking.ids], pictures, now.taken)


def test_what_is_new_comes_in_as_it_is(share: Share) -> None:
    meeting = meet(share, NOTHING)
    assert {c.met for c in meeting.all} == {Met.NEW}
    assert meeting.adds
    taking = settle(meeting)
    assert taking == Taking(share.stretches, share.routines, share.pictures)
    assert taking.ids == ("evening", "calf")


def test_what_is_here_already_stays_as_it_is(share: Share) -> None:
    meeting = meet(share, here(share.stretches, share.routines, share.pictures))
    assert {c.met for c in meeting.all} == {Met.SAME}
    assert not meeting.adds
    assert settle(meeting) == Taking()


def test_another_by_the_same_id_stays_and_the_new_one_comes_beside_it(
    share: Share, calf: Stretch
) -> None:
    mine = replace(calf, feel="Another feeling.", figure="")
    meeting = meet(share, here((mine,), (routine("evening", "calf", "calf"),)))
    assert {c.met for c in meeting.all} == {Met.CLASH}
    assert meeting.routines[0].choices == (Choice.COPY, Choice.KEEP, Choice.REPLACE)
    taking = settle(meeting)
    assert taking.stretches == (replace(calf, id="calf-2", name="Calf (copy)"),)
    copy = Routine("evening-2", "Evening (copy)", (RoutineStep("calf-2"),))
    assert taking.routines == (copy,)
    assert taking.replaced == ()


def test_another_by_the_same_name_clashes_too(share: Share, calf: Stretch) -> None:
    mine = replace(calf, id="wade", name="CALF", feel="Another.")
    meeting = meet(share, here((mine,)))
    assert meeting.stretches[0].met is Met.CLASH
    assert meeting.stretches[0].mine == mine
    assert settle(meeting).stretches == (calf,), "its id is free, and its name is not the same"


def test_mine_is_kept_where_that_is_chosen_and_then_used(share: Share, calf: Stretch) -> None:
    mine = replace(calf, id="wade", feel="Another.")
    meeting = meet(share, here((mine,)))
    taking = settle(meeting, {"calf": Choice.KEEP})
    assert taking == Taking(routines=(routine("evening", "wade"),))


def test_mine_is_replaced_only_where_that_is_chosen(share: Share, calf: Stretch) -> None:
    mine = replace(calf, id="wade", feel="Another.")
    meeting = meet(share, here((mine,)))
    taking = settle(meeting, {"calf": Choice.REPLACE})
    assert taking.replaced == ((replace(calf, id="wade"), mine),)
    assert taking.stretches == ()
    assert taking.routines == (routine("evening", "wade"),)
    assert taking.pictures == (CALF,)


def test_what_ships_is_never_replaced(share: Share, calf: Stretch) -> None:
    shipped = replace(calf, feel="Ours.", figure="calf")
    meeting = meet(share, here(shipped=(shipped,)))
    assert meeting.stretches[0].choices == (Choice.COPY, Choice.KEEP)
    taking = settle(meeting, {"calf": Choice.REPLACE})
    assert taking.replaced == ()
    assert [s.id for s in taking.stretches] == ["calf-2"]


def test_one_of_mine_is_replaced_by_one_only(calf: Stretch) -> None:
    mine = replace(calf, feel="Another.", figure="")
    twins = (replace(calf, figure=""), replace(calf, id="calf-b", figure=""))
    meeting = meet(Share(stretches=twins), here((mine,)))
    choices = dict.fromkeys(("calf", "calf-b"), Choice.REPLACE)
    taking = settle(meeting, choices)
    assert [new.id for new, _ in taking.replaced] == ["calf"]
    assert [s.id for s in taking.stretches] == ["calf-b"]


def test_a_routine_that_stays_out_leaves_its_stretches_out(share: Share, calf: Stretch) -> None:
    mine = routine("evening", "other", name="Mine")
    meeting = meet(share, here(routines=(mine,)))
    assert settle(meeting, {"evening": Choice.KEEP}) == Taking()


def test_a_stretch_that_no_routine_of_the_file_uses_comes_in(calf: Stretch) -> None:
    alone = Share(stretches=(calf,), pictures=(CALF,))
    assert settle(meet(alone, NOTHING)).stretches == (calf,)


def test_a_picture_that_is_here_is_used_again(share: Share) -> None:
    mine = Picture("own-wade", "json", b'{"x": 1,  "id": "own-wade"}')
    taking = settle(meet(share, here(pictures=(mine,))))
    assert taking.pictures == ()
    assert taking.stretches[0].figure == "own-wade"


def test_another_picture_by_the_same_id_stays(share: Share) -> None:
    taking = settle(meet(share, here(pictures=(OTHER,))))
    assert [p.id for p in taking.pictures] == ["own-calf-2"]
    assert json.loads(taking.pictures[0].data) == {"id": "own-calf-2", "x": 1}
    assert taking.stretches[0].figure == "own-calf-2"


def test_another_picture_makes_another_stretch(share: Share, calf: Stretch) -> None:
    meeting = meet(share, here((calf,), (), (OTHER,)))
    assert meeting.stretches[0].met is Met.CLASH
    assert settle(meeting).stretches[0].figure == "own-calf-2"


def test_an_id_that_a_file_has_is_left_to_it(share: Share) -> None:
    taking = settle(meet(share, here(taken=("evening", "calf"))))
    assert taking.ids == ("evening-2", "calf-2")
    assert taking.routines[0].name == "Evening", "nobody sees the other"
    assert taking.routines[0].steps == (RoutineStep("calf-2"),)


def test_a_fresh_id_is_not_that_of_another_in_the_file(make_stretch: Make) -> None:
    one, two = make_stretch("calf"), make_stretch("calf-2")
    mine = replace(one, feel="Another.")
    taking = settle(meet(Share(stretches=(one, two)), here((mine,))))
    assert [s.id for s in taking.stretches] == ["calf-3", "calf-2"]


def test_what_was_taken_in_as_a_copy_is_here_already(share: Share, calf: Stretch) -> None:
    now = here((replace(calf, feel="Another."),), (routine("evening", "calf", "calf"),))
    then = after(now, settle(meet(share, now)))
    assert {c.met for c in meet(share, then).all} == {Met.SAME}


_ids = st.sampled_from(["a", "b", "c", "a-2"])
_names = st.sampled_from(["A", "B", "a", "A (copy)"])
_sources = st.sampled_from(["", "own-a", "own-b", "drawn"])


@st.composite
def _libraries(draw: st.DrawFn) -> tuple[list[tuple[Any, ...]], list[Routine], list[Picture]]:
    stretches = draw(
        st.lists(st.tuples(_ids, _names, _sources, st.booleans()), unique_by=lambda s: s[0])
    )
    ids = [s[0] for s in stretches]
    routines = [
        Routine(
            f"r-{id_}",
            draw(_names),
            tuple(RoutineStep(draw(st.sampled_from(ids)), DoseChange()) for _ in range(2)),
        )
        for id_ in draw(st.sets(_ids))
        if ids
    ]
    used = sorted({s[2] for s in stretches if s[2].startswith("own-")})
    pictures = [Picture(id_, "png", draw(st.sampled_from([b"1", b"2"]))) for id_ in used]
    return stretches, routines, pictures


@given(_libraries(), _libraries(), st.data())
def test_nothing_here_changes_unasked_and_everything_leads_somewhere(
    theirs: Any, ours: Any, data: st.DataObject
) -> None:
    from supple.core.routine import Dose, Position, Sides

    def made(rows: list[tuple[Any, ...]]) -> tuple[Stretch, ...]:
        return tuple(
            Stretch(i, n, Position.LYING, Sides.BOTH, 1 + h, ("Lie.",), Dose(30), figure=f)
            for i, n, f, h in rows
        )

    share = Share(routines=tuple(theirs[1]), stretches=made(theirs[0]), pictures=tuple(theirs[2]))
    now = here(made(ours[0]), tuple(ours[1]), tuple(ours[2]))
    meeting = meet(share, now)
    asked = [c for c in meeting.all if Choice.REPLACE in c.choices]
    chosen = {c.entry.id: data.draw(st.sampled_from(c.choices)) for c in asked}
    taking = settle(meeting, chosen)

    new = [*taking.stretches, *taking.routines]
    there = {*now.catalogue.stretches, *now.catalogue.routines}
    assert len({e.id for e in new}) == len(new)
    assert not {e.id for e in new} & there
    assert not {p.id for p in taking.pictures} & set(now.pictures or {})
    replaced = {was.id for _, was in taking.replaced}
    wished = {c.mine.id for c in asked if c.mine and chosen[c.entry.id] is Choice.REPLACE}
    assert replaced <= wished

    then = after(now, taking)
    for routine_ in then.catalogue.routines.values():
        assert all(step.stretch in then.catalogue.stretches for step in routine_.steps)
    for stretch in then.catalogue.stretches.values():
        assert not stretch.figure.startswith("own-") or stretch.figure in (then.pictures or {})
    if not chosen or set(chosen.values()) == {Choice.COPY}:
        assert not settle(meet(share, then)).ids, "a second time there is nothing to take"
