from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from supple.core.day_off import DayOff, Off, marked

MONDAY = date(2026, 10, 19)
NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)


def row(
    id_: str, off: Off, minutes: int | None = 0, deleted: bool = False, day: date = MONDAY
) -> DayOff:
    at = None if minutes is None else NOON + timedelta(minutes=minutes)
    return DayOff(id_, day, off, changed_at=at, deleted_at=NOON if deleted else None)


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from("abcdef"),
        st.sampled_from(Off),
        st.none() | st.integers(0, 3),
        st.booleans(),
        st.sampled_from([MONDAY, MONDAY + timedelta(days=1)]),
    ),
    unique_by=lambda one: one.id,
)


def test_the_mark_made_last_is_shown() -> None:
    assert marked([row("a", Off.ILL, 2), row("b", Off.REST, 1)]) == {MONDAY: Off.ILL}


def test_a_mark_taken_away_last_is_gone() -> None:
    assert marked([row("a", Off.ILL, 1), row("b", Off.REST, 2, deleted=True)]) == {}
    assert marked([row("a", Off.ILL, 2), row("b", Off.REST, 1, deleted=True)]) == {MONDAY: Off.ILL}


def test_a_mark_and_a_deletion_of_one_instant_leave_the_mark() -> None:
    """So it is when a day is marked anew that two computers had marked."""
    assert marked([row("a", Off.ILL), row("b", Off.REST, deleted=True)]) == {MONDAY: Off.ILL}


def test_instants_are_compared_and_not_clocks() -> None:
    east = datetime(2026, 10, 19, 20, tzinfo=timezone(timedelta(hours=9)))
    assert marked([row("a", Off.ILL), DayOff("b", MONDAY, Off.TRAVEL, changed_at=east)]) == {
        MONDAY: Off.ILL
    }


def test_a_row_never_written_gives_way_to_one_that_was() -> None:
    assert marked([row("b", Off.ILL, None), row("a", Off.REST)]) == {MONDAY: Off.REST}


def test_days_stand_in_order() -> None:
    rows = [row(str(n), Off.REST, day=MONDAY + timedelta(days=n)) for n in (2, 0, 1)]
    assert list(marked(rows)) == [MONDAY + timedelta(days=n) for n in range(3)]


@given(rows=ROWS, data=st.data())
def test_any_order_of_the_rows_gives_the_same(rows: list[DayOff], data: st.DataObject) -> None:
    assert marked(data.draw(st.permutations(rows))) == marked(rows)
