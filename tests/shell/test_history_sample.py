from __future__ import annotations

from datetime import date

from supple.core.pain import LEAST_PAIRS
from supple.shell import history_sample
from supple.shell.sample import TODAY, Sample

THURSDAY = date(2026, 10, 22)
GOAL = 5


def test_the_year_has_something_of_everything() -> None:
    view = history_sample.overview({}, THURSDAY, GOAL)
    assert {cell.level for cell in view.cells} == {0, 1, 2, 3, 4}
    assert len({cell.off for cell in view.cells}) == 4
    assert view.week.best >= view.week.in_a_row > 1
    assert view.week.done > 0
    assert len(view.angles) > 2
    assert view.pain_count >= LEAST_PAIRS
    assert not view.empty


def test_the_same_day_gives_the_same_picture() -> None:
    first = history_sample.overview({}, THURSDAY, GOAL)
    assert first == history_sample.overview({}, THURSDAY, GOAL)


def test_it_is_the_person_of_the_page_today(sample: Sample) -> None:
    day = sample.today()
    view = history_sample.overview(sample.catalogue.stretches, TODAY, GOAL)
    assert (view.week.done, view.week.in_a_row) == (day.week.done, day.week.in_a_row)
    assert view.goal.value.startswith("3 of 5")
    assert day.pain == (view.pain[-1].before, view.pain[-1].after)
    assert history_sample.sessions(TODAY).rows[0].pain == "{} to {}".format(*day.pain)


def test_nothing_is_empty() -> None:
    assert history_sample.nothing(THURSDAY, GOAL).empty


def test_the_sessions_are_those_of_the_last_days() -> None:
    view = history_sample.sessions(THURSDAY)
    assert view.total == len(view.rows)
    assert any(row.note.startswith("Stopped early") for row in view.rows)
    assert history_sample.editable(THURSDAY).id == view.rows[1].id
