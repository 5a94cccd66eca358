from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPushButton

from supple.core.meeting import Choice
from supple.core.share_view import EntryView
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.share.entry_card import CAUTIONS, EntryCard
from supple.ui.text import Text
from supple.ui.widgets.chip import Chip
from supple.ui.widgets.segmented import Segmented


def texts(card: EntryCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text) if not text.isHidden()]


def test_a_routine_shows_its_stretches_doses_and_cautions(
    look: Look, pictures: Pictures, make_entry: Any
) -> None:
    card = EntryCard(look, pictures, make_entry(left_out="Left out because of your answers."))
    said = texts(card)
    assert said[:2] == ["Evening", "Routine, 6 min, wall"]
    assert said[2] == "Left out because of your answers.", "before everything else"
    assert said[3:7] == ["Calf", "2 x 30 s", "Back", "45 s"]
    assert "Stop if it hurts." in said
    assert [chip.text() for chip in card.findChildren(Chip)] == ["New"]
    assert len(card.findChildren(Picture)) == 2
    assert card.accessibleName() == "Routine Evening. New. 6 min, wall"


def test_a_stretch_is_not_named_twice(look: Look, pictures: Pictures, clash: EntryView) -> None:
    assert "Calf" not in texts(EntryCard(look, pictures, clash))[1:]


def test_what_clashes_asks_and_tells_the_choice(
    look: Look, pictures: Pictures, clash: EntryView
) -> None:
    card = EntryCard(look, pictures, clash)
    chosen: list[object] = []
    card.chosen.connect(chosen.append)
    assert card.choice.current == Choice.COPY
    card.choice.chosen.emit("replace")
    assert chosen == [Choice.REPLACE]


def test_the_choice_stands_above_the_stretches_with_what_differs(
    look: Look, pictures: Pictures, clash: EntryView, put: Any
) -> None:
    told = ("Dose: 45 s; yours 30 s.", "Other steps than yours.")
    card = EntryCard(look, pictures, replace(clash, differs=told))
    put(card, 600, 400)
    assert texts(card)[2:4] == list(told)
    assert card.choice.y() < card.findChildren(Picture)[0].y()


def test_what_is_new_asks_nothing(look: Look, pictures: Pictures, make_entry: Any) -> None:
    assert not EntryCard(look, pictures, make_entry()).findChildren(Segmented)


def test_many_cautions_are_shown_when_asked_for(
    look: Look, pictures: Pictures, make_entry: Any
) -> None:
    cautions = tuple(f"Caution {n}." for n in range(CAUTIONS + 3))
    card = EntryCard(look, pictures, make_entry(cautions=cautions))
    (more,) = card.findChildren(QPushButton)
    assert more.text() == "Show 3 more"
    assert cautions[CAUTIONS] not in texts(card)
    more.click()
    assert set(cautions) <= set(texts(card))
    assert more.isHidden()


def test_one_caution_more_is_no_reason_for_a_button(
    look: Look, pictures: Pictures, make_entry: Any
) -> None:
    cautions = tuple(f"Caution {n}." for n in range(CAUTIONS + 1))
    card = EntryCard(look, pictures, make_entry(cautions=cautions))
    assert not card.findChildren(QPushButton)
    assert set(cautions) <= set(texts(card))
