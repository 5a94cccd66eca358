"""A shared file in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from supple.core.meeting import Choice, Here, Met, meet
from supple.core.routine import Catalogue, DoseChange, Routine, RoutineStep, Stretch
from supple.core.safety import Screening
from supple.core.share import Head, Missing, Share
from supple.core.share_view import UNTITLED, counted, share_view, taken_in
from supple.core.taking_in import Taking

Make = Callable[..., Stretch]
NOTHING = Here(Catalogue({}, {}))


@pytest.fixture
def calf(make_stretch: Make) -> Stretch:
    cautions = ("Stop if it hurts.",)
    return make_stretch("calf", cautions=cautions, avoid_if=("knee-pain",), equipment=("wall",))


@pytest.fixture
def share(calf: Stretch) -> Share:
    steps = (RoutineStep("calf", DoseChange(hold_s=45.0)), RoutineStep("calf"))
    head = Head("For Ada", "Slowly.\n\nTwice a day.", "Supple 1.0.0")
    return Share(head, (Routine("evening", "Evening", steps),), (calf,))


def test_what_the_sender_says_comes_first(share: Share) -> None:
    view = share_view(meet(share, NOTHING))
    assert (view.title, view.made_with) == ("For Ada", "Supple 1.0.0")
    assert view.note == ("Slowly.", "Twice a day.")
    assert view.headline == "1 routine"
    assert view.adds
    assert share_view(meet(replace(share, head=Head()), NOTHING)).title == UNTITLED


def test_a_routine_shows_its_stretches_with_their_doses(share: Share) -> None:
    (entry,) = share_view(meet(share, NOTHING)).entries
    assert (entry.kind, entry.name, entry.state) == ("Routine", "Evening", "New")
    assert [line.name for line in entry.lines] == ["Calf", "Calf"]
    assert [line.dose.split(",")[0][-4:] for line in entry.lines] == ["45 s", "30 s"]
    assert [line.figure for line in entry.lines] == ["calf", "calf"]
    assert entry.details.endswith(", wall")


def test_cautions_stand_once(share: Share) -> None:
    (entry,) = share_view(meet(share, NOTHING)).entries
    assert entry.cautions == ("Leave it out with knee pain.", "Stop if it hurts.")


def test_cautions_say_which_stretches_they_are_for(
    share: Share, calf: Stretch, make_stretch: Make
) -> None:
    hip = make_stretch("hip", cautions=("Stop if it hurts.", "Go slowly."))
    thigh = make_stretch("thigh", cautions=("Stop if it hurts.",), avoid_if=("knee-pain",))
    routine = replace(
        share.routines[0],
        steps=(*share.routines[0].steps, RoutineStep("hip"), RoutineStep("thigh")),
    )
    many = replace(share, routines=(routine,), stretches=(calf, hip, thigh))
    assert share_view(meet(many, NOTHING)).entries[0].cautions == (
        "Calf and Thigh: leave it out with knee pain.",
        "Stop if it hurts.",
        "Hip: go slowly.",
    )


def test_a_stretch_alone_and_one_that_clashes_have_their_own_place(
    share: Share, calf: Stretch, make_stretch: Make
) -> None:
    both = replace(share, stretches=(calf, make_stretch("alone")))
    mine = replace(calf, feel="Another.")
    here = Here(Catalogue.of([mine], []), ["calf"])
    view = share_view(meet(both, here))
    assert [(e.id, e.met) for e in view.entries] == [
        ("evening", Met.NEW),
        ("calf", Met.CLASH),
        ("alone", Met.NEW),
    ]
    assert view.headline == share_view(meet(both, NOTHING)).headline == "1 routine and 1 stretch"
    assert view.entries[1].state == "You have another by this name"
    assert view.entries[1].choices == (
        (Choice.COPY, "Take as a copy"),
        (Choice.KEEP, "Keep mine"),
        (Choice.REPLACE, "Replace mine"),
    )


def test_what_ships_is_named_as_such(share: Share, calf: Stretch) -> None:
    here = Here(Catalogue.of([replace(calf, feel="Ours.")], []))
    entry = share_view(meet(share, here)).entries[1]
    assert entry.state == "Supple has another by this name"
    assert entry.choices == ((Choice.COPY, "Take as a copy"), (Choice.KEEP, "Keep Supple's"))


def test_what_the_answers_rule_out_is_told(share: Share, calf: Stretch, make_stretch: Make) -> None:
    screening = Screening(date(2026, 11, 20), frozenset({"knee"}))
    easy = make_stretch("easy")
    steps = (RoutineStep("calf"), RoutineStep("easy"))
    mixed = Routine("mixed", "Mixed", steps)
    whole = replace(
        share, routines=(*share.routines, mixed), stretches=(calf, easy, replace(calf, id="b"))
    )
    entries = share_view(meet(whole, NOTHING), screening).entries
    assert entries[0].left_out == "Every stretch of it is left out because of your answers."
    assert entries[1].left_out == "Because of your answers it is done without “Calf”."
    assert entries[2].left_out.startswith("Left out because of your answers")
    assert all(e.left_out == "" for e in share_view(meet(whole, NOTHING)).entries)


def test_what_is_left_out_is_said_with_its_reason(share: Share) -> None:
    missing = (
        Missing("Morning", ("pigeon",)),
        Missing("Night", ("pigeon", "frog\n", "crow"), later=True),
    )
    view = share_view(meet(replace(share, missing=missing), NOTHING))
    assert view.headline == "1 routine"
    assert view.missing[0] == (
        "“Morning” is left out, as this Supple does not have the stretch “pigeon”."
    )
    assert view.missing[1] == (
        "“Night” is left out, as this Supple does not have the stretch “pigeon” and 2 others. "
        "The file was made with Supple 1.0.0; a newer Supple may have them."
    )
    assert share_view(meet(share, NOTHING)).missing == ()


def test_what_was_taken_in_is_said(share: Share, calf: Stretch) -> None:
    assert taken_in(Taking()) == "Nothing was taken in."
    assert taken_in(Taking((calf,))) == "“Calf” is in your library."
    assert taken_in(Taking((calf,), share.routines)) == "“Evening” is in your library."
    other = replace(calf, id="other")
    every = Taking((calf,), share.routines, replaced=((other, calf),))
    assert taken_in(every) == "1 routine and 1 stretch are in your library."


def test_counts_are_said_in_short() -> None:
    assert counted(0, 0) == "0 stretches"
    assert counted(2, 0) == "2 routines"
    assert counted(0, 1) == "1 stretch"
