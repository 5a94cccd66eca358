from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supple.ui.history.heat_grid import PITCH, WIDEST, lay_out
from supple.ui.look import Look


@given(width=st.integers(0, 2000), weeks=st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_keep_their_size_and_what_is_shown_fits(look: Look, width: int, weeks: int) -> None:
    grid = lay_out(look, width, weeks)
    assert PITCH <= grid.pitch <= WIDEST
    assert 0 < grid.side < grid.pitch
    assert 1 <= grid.shown <= max(1, weeks)
    if grid.shown > 1:
        assert grid.left + grid.shown * grid.pitch <= width
    assert grid.height > 7 * grid.pitch


def test_a_whole_year_fits_the_usual_window(look: Look) -> None:
    assert lay_out(look, 800, 53).shown == 53
    assert 38 <= lay_out(look, 608, 53).shown <= 44
    assert lay_out(look, 1000, 53).pitch > lay_out(look, 800, 53).pitch


def test_larger_text_makes_larger_days(look: Look) -> None:
    before = lay_out(look, 800, 53)
    look.set_text_scale(1.3)
    after = lay_out(look, 800, 53)
    assert after.pitch > before.pitch
    assert after.shown < before.shown
