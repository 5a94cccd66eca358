from __future__ import annotations

from supple.core.ended import Ended
from supple.core.pain import LEAST_PAIRS
from supple.shell import history_sample


def test_the_year_has_something_of_everything() -> None:
    view = history_sample.year()
    assert {cell.level for cell in view.cells} == {0, 1, 2, 3, 4}
    assert len({cell.off for cell in view.cells}) == 4
    assert view.week.best > view.week.in_a_row > 1
    assert 0 < view.week.done < view.week.goal
    assert len(view.angles) > 2
    assert view.pain_count >= LEAST_PAIRS
    assert len(view.doses) == 2
    assert all(bar.minutes for bar in view.bars)


def test_the_first_week_claims_little() -> None:
    view = history_sample.first_week()
    assert not view.empty
    assert view.pain_line.startswith("Not enough data yet")
    assert view.angle_line.startswith("One check so far")


def test_nothing_is_empty() -> None:
    assert history_sample.nothing().empty


def test_the_sessions_end_in_every_way() -> None:
    view = history_sample.sessions()
    assert view.total == len(view.rows)
    assert {row.note for row in view.rows} >= {"Stopped early", "Something hurt", "Cut short"}
    assert len(Ended) == 4


def test_a_filter_may_leave_no_session() -> None:
    view = history_sample.no_sessions()
    assert view.any_session
    assert view.rows == ()
