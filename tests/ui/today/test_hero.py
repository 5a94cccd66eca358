from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.offer import Offer
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.today.hero import Hero
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip

OFFER = Offer(
    routine="desk-break",
    name="Desk break",
    summary="Three stretches on your chair.",
    why="A break from the desk",
    source="Guide to back pain stretches",
    minutes="4 min",
    place="On your chair",
    equipment="Chair",
    figure="supine-strap",
)


def hero(qtbot: QtBot, look: Look, pictures: Pictures) -> Hero:
    made = Hero(look, pictures)
    qtbot.addWidget(made)
    made.resize(540, 310)
    made.show_offer(OFFER)
    made.show()
    return made


def test_enter_starts_what_is_offered(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = hero(qtbot, look, pictures)
    with qtbot.waitSignal(card.start_asked) as got:
        qtbot.keyClick(card.start, Qt.Key.Key_Return)
    assert got.args == ["desk-break"]
    assert card.start.accessibleName() == "Start Desk break"


def test_look_first_names_the_routine(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = hero(qtbot, look, pictures)
    other = next(b for b in card.findChildren(Button) if b.text() == "Look first")
    with qtbot.waitSignal(card.look_asked) as got:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert got.args == ["desk-break"]


def test_a_new_offer_takes_the_place_of_the_old(
    qtbot: QtBot, look: Look, pictures: Pictures
) -> None:
    card = hero(qtbot, look, pictures)
    card.show_offer(replace(OFFER, routine="flow", name="Moving flow", place="", summary=""))
    with qtbot.waitSignal(card.start_asked) as got:
        card.start.click()
    assert got.args == ["flow"]
    assert card.accessibleName() == "A break from the desk: Moving flow"


def test_the_picture_grows_with_the_card(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = hero(qtbot, look, pictures)
    picture = card.findChild(Picture)
    assert picture is not None
    assert picture.width() == pytest.approx(200, abs=4)
    card.resize(900, 400)
    assert picture.width() > 300


def test_what_is_to_be_read_first_is_marked(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = hero(qtbot, look, pictures)
    chips = {chip.text(): chip for chip in card.findChildren(Chip)}
    assert not chips["Read first"].isVisible()
    card.show_offer(replace(OFFER, read_first=True))
    assert chips["Read first"].isVisible()
    assert card.start.accessibleName() == "Start Desk break, read first"


def test_the_reason_is_a_whole_sentence_with_its_source(
    qtbot: QtBot, look: Look, pictures: Pictures
) -> None:
    card = hero(qtbot, look, pictures)
    why = "Your legs pass 80°: hips and movement are the better use of the time."
    plan = "You keep holds of up to 20 s, 3 days a week until two good weeks are full."
    card.show_offer(replace(OFFER, why=why), plan)
    card.resize(540, 400)
    said = [text.text() for text in card.findChildren(Text) if text.isVisible()]
    assert why in said
    assert plan.replace("20 s", "20\N{NO-BREAK SPACE}s") in said
    assert card.accessibleDescription() == "From: Guide to back pain stretches"
    qtbot.waitUntil(lambda: clipped(card) == [], timeout=1000)


def test_without_a_plan_there_is_no_line_for_it(
    qtbot: QtBot, look: Look, pictures: Pictures
) -> None:
    card = hero(qtbot, look, pictures)
    shown = [text for text in card.findChildren(Text) if text.isVisible()]
    assert all(text.text() for text in shown)


def test_the_source_of_the_offer_is_a_button(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = hero(qtbot, look, pictures)
    link = next(b for b in card.findChildren(Button) if b.text().startswith("From: "))
    assert link.text() == "From: Guide to back pain stretches"
    card.show_offer(replace(OFFER, document="000_7f21001406c7506c"))
    with qtbot.waitSignal(card.source_asked) as got:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert got.args == ["000_7f21001406c7506c"]
    card.show_offer(replace(OFFER, source=""))
    assert link.isHidden()


def test_in_a_narrow_window_it_takes_less_height(
    qtbot: QtBot, look: Look, pictures: Pictures
) -> None:
    card = hero(qtbot, look, pictures)
    card.resize(540, 460)
    roomy = card._words.minimumHeightForWidth(300)
    top = card.body.contentsMargins().top()
    card.set_tight(True)
    assert card._words.minimumHeightForWidth(300) < roomy
    assert card.body.contentsMargins().top() < top
    card.set_tight(False)
    assert card._words.minimumHeightForWidth(300) == roomy
