from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.comparison import Comparison, Conflict, compare
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
SESSION = SessionRecord("s", "desk-break", "Desk break", START, Ended.FINISHED, (), START, 3, 2)
CHECK = Assessment("a", Check.LEG_RAISE, START, 71.5, 68.0)
DAY_OFF = DayOff("o", date(2026, 3, 14), Off.ILL)
EVERYTHING = Contents((SESSION,), (CHECK,), (DAY_OFF,))

# Few values, so that the same row, another one and a deleted one are all common.
ids = st.sampled_from("abcd")
gone = st.sampled_from([None, START])
sessions = st.builds(
    lambda id_, pain, deleted: replace(SESSION, id=id_, pain_after=pain, deleted_at=deleted),
    *(ids, st.integers(0, 1), gone),
)
checks = st.builds(
    lambda id_, left, deleted: replace(CHECK, id=id_, left=left, deleted_at=deleted),
    *(ids, st.sampled_from([None, 70.0]), gone),
)
days_off = st.builds(
    lambda id_, day, off, deleted: DayOff(id_, date(2026, 3, day), off, deleted_at=deleted),
    *(ids, st.integers(1, 2), st.sampled_from(Off), gone),
)


def some(rows: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(rows, max_size=4, unique_by=lambda row: row.id).map(tuple)  # type: ignore[attr-defined]


contents = st.builds(Contents, some(sessions), some(checks), some(days_off))


def rows(of: Contents) -> list[object]:
    return [*of.sessions, *of.assessments, *of.days_off]


@given(contents, contents)
def test_every_row_of_the_file_is_counted_once(ours: Contents, theirs: Contents) -> None:
    found = compare(ours, theirs)
    sorted_ = rows(found.new) + [c.theirs for c in found.conflicts] + list(found.deleted_here)
    assert len(sorted_) + found.equal == len(rows(theirs))


@given(contents, contents)
def test_what_is_new_has_an_id_and_a_day_the_history_does_not_have(
    ours: Contents, theirs: Contents
) -> None:
    new = compare(ours, theirs).new
    for name in ("sessions", "assessments", "days_off"):
        here = {row.id for row in getattr(ours, name)}
        assert {row.id for row in getattr(new, name)}.isdisjoint(here)
        assert set(getattr(new, name)) <= set(getattr(theirs, name))
    marked = {row.day for row in ours.days_off if row.deleted_at is None}
    assert {row.day for row in new.days_off}.isdisjoint(marked)


@given(contents)
def test_a_history_has_nothing_new_for_itself(ours: Contents) -> None:
    found = compare(ours, ours)
    assert not found.adds
    assert found.conflicts == found.deleted_here == ()
    assert found.headline == "Nothing new in this file"


@given(contents)
def test_everything_is_new_for_an_empty_history(theirs: Contents) -> None:
    found = compare(Contents(), theirs)
    assert found.new == theirs
    assert found.adds == bool(rows(theirs))


@given(contents, contents)
def test_what_was_taken_in_is_not_new_again(ours: Contents, theirs: Contents) -> None:
    new = compare(ours, theirs).new
    joined = Contents(
        ours.sessions + new.sessions,
        ours.assessments + new.assessments,
        ours.days_off + new.days_off,
    )
    assert not compare(joined, theirs).adds


@given(contents, contents, st.integers(0, 3))
def test_every_line_is_a_sentence(ours: Contents, theirs: Contents, most: int) -> None:
    found = compare(ours, theirs)
    assert all(line.isprintable() and line.endswith(".") for line in found.lines(most))
    assert not found.headline.endswith(".")


def test_what_differs_is_kept_as_it_is_here() -> None:
    theirs = replace(SESSION, pain_after=5)
    found = compare(EVERYTHING, Contents((theirs,)))
    assert found.conflicts == (Conflict(SESSION, theirs, ("pain after is 2 here, 5 in the file",)),)
    assert found.lines() == (
        "Nothing to be added.",
        "Here already, but not the same; yours are kept: 1 entry.",
        "Saturday 14 March 2026, 23:30, Desk break: pain after is 2 here, 5 in the file.",
    )


def test_what_was_deleted_here_stays_deleted() -> None:
    ours = Contents((replace(SESSION, deleted_at=START),))
    found = compare(ours, Contents((SESSION,)))
    assert found.deleted_here == ours.sessions
    assert found.lines() == ("Nothing to be added.", "Deleted here, and stays deleted: 1 entry.")


def test_what_was_deleted_in_the_file_is_kept_here() -> None:
    found = compare(EVERYTHING, Contents((replace(SESSION, deleted_at=START),)))
    assert [c.differing for c in found.conflicts] == [("it is deleted in the file",)]


def test_what_was_deleted_in_both_is_the_same() -> None:
    here = replace(SESSION, deleted_at=START)
    there = replace(here, deleted_at=START + timedelta(days=1), note="other")
    assert compare(Contents((here,)), Contents((there,))).equal == 1


def test_a_day_marked_here_is_not_marked_twice() -> None:
    other = replace(DAY_OFF, id="p", off=Off.REST)
    found = compare(EVERYTHING, Contents(days_off=(other, replace(DAY_OFF, id="q"))))
    assert found.new == Contents()
    assert found.equal == 1
    assert [c.line for c in found.conflicts] == [
        "Saturday 14 March 2026, day off: the reason is ill here, rest in the file."
    ]


def test_a_day_unmarked_here_under_another_id_can_be_marked_again() -> None:
    ours = Contents(days_off=(replace(DAY_OFF, deleted_at=START),))
    other = replace(DAY_OFF, id="p")
    assert compare(ours, Contents(days_off=(other,))).new.days_off == (other,)


def test_what_is_new_is_counted_in_words() -> None:
    theirs = Contents(
        (SESSION, replace(SESSION, id="t"), replace(SESSION, id="u", deleted_at=START)),
        (CHECK,),
        (DAY_OFF, replace(DAY_OFF, id="p", day=date(2026, 3, 15))),
    )
    found = compare(Contents(), theirs)
    assert found.headline == "2 new sessions, 1 new check, 2 new days off"
    assert found.lines() == (
        "To be added: 2 new sessions, 1 new check, 2 new days off.",
        "Deleted in the file, and stays deleted: 1 entry.",
    )
    assert found.details() == ("Deleted in the file, and stays deleted: 1 entry.",)
    assert compare(theirs, theirs).lines() == (
        "Nothing to be added.",
        "Here already, the same: 6 entries.",
    )


def test_a_file_of_deleted_entries_adds_them_without_showing_them() -> None:
    found = compare(Contents(), Contents((replace(SESSION, deleted_at=START),)))
    assert found.adds
    assert found.headline == "Only deleted entries are new"


def test_a_long_list_is_cut() -> None:
    conflict = Conflict(SESSION, SESSION, ("the note differs",))
    found = Comparison(conflicts=(conflict,) * 5)
    lines = found.lines(most=2)
    assert lines[1] == "Here already, but not the same; yours are kept: 5 entries."
    assert lines[2:] == (conflict.line, conflict.line, "And 3 more.")
    assert found.lines(most=5)[2:] == (conflict.line,) * 5
