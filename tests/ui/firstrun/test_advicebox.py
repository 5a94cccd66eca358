from __future__ import annotations

from typing import Any

import pytest

from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, Advice
from supple.ui.firstrun import advicebox
from supple.ui.firstrun.advicebox import AdviceBox
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.theme import LIGHT


@pytest.fixture
def box(look: Look, widget: Any) -> AdviceBox:
    made = AdviceBox(look)
    widget(made)
    made.resize(720, 100)
    made.hide()
    return made


@pytest.mark.parametrize(
    ("advice", "fill"),
    [
        (Advice.URGENT, "accent-soft"),
        (Advice.ASK_FIRST, "accent-soft"),
        (Advice.LEAVE_OUT, "surface"),
    ],
)
def test_an_advice_is_said_in_its_colour(
    box: AdviceBox, color_at: Any, advice: Advice, fill: str
) -> None:
    box.show_advice(advice)
    assert box.isVisible()
    said = [text.text() for text in box.findChildren(Text)]
    assert said == [ADVICE_TITLES[advice], ADVICE_TEXTS[advice]]
    assert color_at(box, 0.99, 0.5) == LIGHT.hex(fill).lower()


def test_nothing_is_said_while_all_is_fine(box: AdviceBox) -> None:
    box.show_advice(Advice.ASK_FIRST)
    box.show_advice(Advice.FINE)
    assert box.isHidden()


def test_a_new_advice_is_read_out_once_and_an_urgent_one_at_once(
    box: AdviceBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, bool]] = []

    def hear(_: object, text: str, *, urgent: bool = False) -> None:
        heard.append((text.partition(".")[0], urgent))

    monkeypatch.setattr(advicebox, "announce", hear)
    for advice in (Advice.LEAVE_OUT, Advice.URGENT, Advice.URGENT, Advice.FINE):
        box.show_advice(advice)
    assert heard == [
        ("Some stretches will be left out", False),
        ("Please get help today", True),
    ]
