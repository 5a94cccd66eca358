from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.weekring import WeekRing


def _lit(ring: WeekRing, look: Look) -> int:
    image = ring.grab().toImage()
    teal = look.theme.color("primary")
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y) == teal for x, y in spots)


def test_more_days_light_more_of_it_and_no_more_than_all(look: Look, qtbot: QtBot) -> None:
    ring = WeekRing(look, 104)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    lit = []
    for done in (0, 2, 5, 7):
        ring.set_days(done, 5)
        lit.append(_lit(ring, look))
    assert lit[0] == 0
    assert lit[0] < lit[1] < lit[2] == lit[3]


def test_it_is_read_as_a_sentence(look: Look, qtbot: QtBot) -> None:
    ring = WeekRing(look)
    qtbot.addWidget(ring)
    ring.set_days(4, 5)
    assert ring.accessibleName() == "Days this week"
    assert ring.accessibleDescription() == "4 of 5 days this week"


def test_sessions_take_the_place_of_days(look: Look, qtbot: QtBot) -> None:
    rings = [WeekRing(look, 168) for _ in range(2)]
    for ring, unit in zip(rings, ("days", "sessions"), strict=True):
        qtbot.addWidget(ring)
        ring.resize(ring.sizeHint())
        ring.set_days(4, 5, unit)
    assert rings[1].accessibleName() == "Sessions this week"
    assert rings[1].accessibleDescription() == "4 of 5 sessions this week"
    assert rings[0].grab().toImage() != rings[1].grab().toImage()


def test_it_grows_with_the_text_and_the_page(look: Look, qtbot: QtBot) -> None:
    ring = WeekRing(look, 100)
    qtbot.addWidget(ring)
    look.set_text_scale(1.3)
    ring.set_scale(2.0)
    assert ring.sizeHint().width() == 260


def test_a_caption_that_does_not_fit_is_left_out(look: Look, qtbot: QtBot) -> None:
    rings = [WeekRing(look, 104, caption=text) for text in ("days", "", "days of this long week")]
    images = []
    for ring in rings:
        qtbot.addWidget(ring)
        ring.set_days(4, 5)
        ring.resize(ring.sizeHint())
        images.append(ring.grab().toImage())
    assert images[0] != images[1]
    assert images[2] != images[0]
