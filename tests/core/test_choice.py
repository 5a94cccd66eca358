"""Which routine is offered, and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.choice import SHORTEST, Choice, Moment, choose, last_done
from supple.core.flexibility import Tightness
from supple.core.permitted import is_barred, permitted
from supple.core.person import Person, Spot
from supple.core.routine import Catalogue
from supple.core.routine_format import parse_document
from supple.core.safety import QUESTIONS, Screening
from supple.core.timeline import build_timeline

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
LENGTHS = {id_: build_timeline(r, SHIPPED).total_s for id_, r in SHIPPED.routines.items()}
MONDAY, SUNDAY = date(2026, 6, 1), date(2026, 6, 7)


def offers(moment: Moment, person: Person | None = None) -> tuple[Choice, ...]:
    return choose(SHIPPED, LENGTHS, person or Person(), moment)


def first(moment: Moment, person: Person | None = None) -> str:
    return offers(moment, person)[0].routine


@pytest.mark.parametrize(
    ("moment", "routine"),
    [
        (Moment(MONDAY, 10), "desk-break"),
        (Moment(MONDAY, 7), "back-care-pair"),
        (Moment(MONDAY, 21), "back-care-pair"),
        (Moment(SUNDAY, 21, tightness=Tightness.TIGHT), "tested-tight"),
        (Moment(MONDAY, 10, tightness=Tightness.TIGHT), "desk-break"),
        (Moment(MONDAY, 10, tightness=Tightness.SOME_ROOM), "desk-break"),
        (Moment(MONDAY, 10, tightness=Tightness.NOT_TIGHT), "up-and-moving"),
        (Moment(SUNDAY, 21, tightness=Tightness.NOT_TIGHT), "hips-and-moving"),
    ],
)
def test_the_moment_decides(moment: Moment, routine: str) -> None:
    assert first(moment) == routine


def test_without_a_wish_the_hour_says_what_it_is_for() -> None:
    day_off = [Moment(SUNDAY, hour).occasion for hour in range(24)]
    assert day_off == ["bedtime"] * 4 + ["rising"] * 7 + [""] * 8 + ["bedtime"] * 5


def test_what_was_done_yesterday_waits_behind_another() -> None:
    done = {"back-care-pair": SUNDAY - timedelta(days=1)}
    assert first(Moment(SUNDAY, 21, last_done=done)) == "lying-down"
    assert first(Moment(SUNDAY + timedelta(days=2), 21, last_done=done)) == "back-care-pair"


def test_the_time_at_hand_decides_before_the_rest() -> None:
    assert first(Moment(SUNDAY, 21, minutes=3)) == "up-and-moving"
    assert LENGTHS[first(Moment(SUNDAY, 21, minutes=6))] <= 6.5 * 60


@pytest.mark.parametrize("minutes", [3, 5, 10, 20])
def test_what_is_too_long_stands_behind_what_fits(minutes: float) -> None:
    found = offers(Moment(SUNDAY, 21, minutes=minutes))
    late = [LENGTHS[one.routine] > minutes * 60 + 30 for one in found]
    assert late == sorted(late)
    assert not late[0]
    assert SHORTEST not in [one.why for one in found]


SITTING = Person(frozenset({Spot.CHAIR}), frozenset())
NOW = Moment(SUNDAY, 21, minutes=1)


@pytest.mark.parametrize(
    ("moment", "person", "routine", "why"),
    [
        # The shortest, whatever else would have come first.
        (NOW, Person(), "up-and-moving", SHORTEST),
        (Moment(MONDAY, 10, minutes=1), Person(), "up-and-moving", SHORTEST),
        (replace(NOW, last_done={"up-and-moving": SUNDAY}), Person(), "up-and-moving", SHORTEST),
        (replace(NOW, tightness=Tightness.TIGHT), Person(), "up-and-moving", SHORTEST),
        # The shortest of those there is place for.
        (NOW, SITTING, "desk-break", SHORTEST),
        (replace(NOW, minutes=4), SITTING, "desk-break", SHORTEST),
        # Something fits, or any length will do.
        (replace(NOW, minutes=5), SITTING, "desk-break", "New to you"),
        (replace(NOW, minutes=None), Person(), "back-care-pair", "Before bed"),
    ],
)
def test_where_nothing_fits_the_shortest_is_offered(
    moment: Moment, person: Person, routine: str, why: str
) -> None:
    found = offers(moment, person)
    assert (found[0].routine, found[0].why) == (routine, why)
    assert SHORTEST not in [one.why for one in found[1:]]


def test_where_there_is_nothing_at_all_nothing_is_the_shortest() -> None:
    nothing = Catalogue({}, {})
    assert choose(nothing, {}, Person(), Moment(SUNDAY, 21, minutes=1)) == ()


def test_the_place_decides_before_everything() -> None:
    desk = Person(frozenset({Spot.CHAIR}), frozenset())
    found = offers(Moment(SUNDAY, 21), desk)
    assert found[0].routine == "desk-break"
    assert "at hand" in found[-1].why


def test_every_offer_says_why_and_where_from() -> None:
    for tightness in (None, *Tightness):
        for one in offers(Moment(SUNDAY, 14, tightness=tightness)):
            assert one.why
            assert one.source


def test_not_tight_says_that_stretching_is_unlikely_to_help() -> None:
    found = {o.routine: o for o in offers(Moment(SUNDAY, 21, tightness=Tightness.NOT_TIGHT))}
    assert "unlikely to help" in found["lying-down"].why
    assert "better use" in found["hips-and-moving"].why
    assert found["lying-down"].source == "002_4fb97aa4aad63d57"


moments = st.builds(
    Moment,
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.integers(0, 23),
    st.none() | st.floats(1, 40),
    st.none() | st.sampled_from(list(Tightness)),
    st.dictionaries(
        st.sampled_from(sorted(SHIPPED.routines)), st.dates(date(2026, 1, 1), date(2026, 12, 31))
    ),
)
people = st.builds(
    Person,
    st.frozensets(st.sampled_from(list(Spot)), min_size=1),
    st.frozensets(st.sampled_from(["mat", "strap", "two-chairs", "partner"])),
)
screenings = st.builds(
    Screening,
    st.none() | st.just(MONDAY),
    st.frozensets(st.sampled_from([q.id for q in QUESTIONS])),
    st.none() | st.just(MONDAY),
)


@given(screenings, people, moments)
def test_nothing_barred_is_offered_and_the_same_facts_give_the_same_offer(
    screening: Screening, person: Person, moment: Moment
) -> None:
    catalogue = permitted(SHIPPED, screening)
    found = choose(catalogue, LENGTHS, person, moment)
    assert found == choose(catalogue, LENGTHS, person, moment)
    assert sorted(o.routine for o in found) == sorted(catalogue.routines)
    for one in found:
        for step in catalogue.routines[one.routine].steps:
            assert not is_barred(SHIPPED.stretches[step.stretch], screening)


@given(people, moments)
def test_what_cannot_be_done_stands_behind_what_can(person: Person, moment: Moment) -> None:
    able = [person.can_do_all(SHIPPED.routines[o.routine], SHIPPED) for o in offers(moment, person)]
    assert able == sorted(able, reverse=True)


def test_the_last_day_of_each_routine() -> None:
    pairs = [("a", SUNDAY), ("a", MONDAY), ("b", MONDAY)]
    assert last_done(pairs) == {"a": SUNDAY, "b": MONDAY}


def test_a_routine_that_lost_a_stretch_stands_behind_whole_ones() -> None:
    moment = Moment(MONDAY, 21)
    found = choose(SHIPPED, LENGTHS, Person(), moment, cut=["back-care-pair"])
    assert found[0].routine == "lying-down"
    assert "back-care-pair" in [one.routine for one in found]
