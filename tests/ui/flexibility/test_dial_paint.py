from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF

from supple.core.routine import Side
from supple.ui.flexibility.dial import AngleDial
from supple.ui.flexibility.dial_paint import paint_bands
from supple.ui.flexibility.dial_plan import LEG
from supple.ui.look import Look
from supple.ui.picture import Pictures


@pytest.fixture
def dial(look: Look, drawn: Pictures, put: Any) -> AngleDial:
    made = AngleDial(look, drawn)
    put(made, 528, 380)
    made.begin(Side.LEFT, 51.0)
    return made


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_handle_and_arc_have_the_colour_of_the_leg(
    look: Look, dial: AngleDial, color_at: Any, theme: str, side: Side
) -> None:
    look.set_theme(theme)
    dial.begin(side, None, 54)
    plan = dial.plan()
    x, y = plan.place(20, 215 * plan.unit)
    seen = color_at(dial, x / dial.width(), y / dial.height())
    assert seen == look.theme.hex(side.value).lower()


def test_the_band_has_its_three_colours(look: Look, dial: AngleDial, color_at: Any) -> None:
    plan = dial.plan()

    def band(degrees: float) -> str:
        x, y = plan.place(degrees, plan.band)
        return str(color_at(dial, x / dial.width(), y / dial.height()))

    tokens = ["accent-soft", "rest-soft", "primary-soft"]
    assert [band(d) for d in (35, 72, 100)] == [look.theme.hex(t).lower() for t in tokens]


def test_the_focus_has_a_ring_round_the_handle(look: Look, dial: AngleDial, color_at: Any) -> None:
    dial.choose(54)
    plan = dial.plan()
    middle = QPointF(*plan.place(53, LEG * plan.unit))
    scale = max(0.8, min(1.3, plan.unit / 0.4))
    spot = middle + QPointF(-25 * scale, 0)

    def seen() -> str:
        return str(color_at(dial, spot.x() / dial.width(), spot.y() / dial.height()))

    dial.setFocus()
    assert seen() == look.theme.hex("primary").lower()
    dial.clearFocus()
    assert seen() != look.theme.hex("primary").lower()


def test_ninety_is_left_out_where_it_would_run_into_eighty(look: Look, dial: AngleDial) -> None:
    texts: list[str] = []

    class Heard:
        def __getattr__(self, name: str) -> Any:
            def call(*args: Any) -> None:
                texts.extend(arg for arg in args if isinstance(arg, str))

            return call

    paint_bands(Heard(), look, dial.plan())  # type: ignore[arg-type]
    assert "90°" in texts
    texts.clear()
    dial.resize(300, 190)
    paint_bands(Heard(), look, dial.plan())  # type: ignore[arg-type]
    assert "80°" in texts
    assert "90°" not in texts
