from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.cue import CueLabel

SHORT = "Pull until you feel a gentle stretch."
LONG = (
    "Bring your right knee up towards your chest and hold it there with both hands "
    "behind the thigh, your head and shoulders resting on the floor all the while."
)


@pytest.fixture
def cue(look: Look, qtbot: QtBot) -> CueLabel:
    made = CueLabel(look)
    qtbot.addWidget(made)
    made.resize(1036, 78)
    return made


def test_a_short_cue_has_its_full_size(cue: CueLabel) -> None:
    cue.say(SHORT)
    assert cue.fitted().pixelSize() == 44


def test_larger_text_takes_two_lines_before_it_shrinks(cue: CueLabel) -> None:
    text = "Let your head and shoulders grow heavy now."
    cue.resize(1036, round((24 + 2 * 54) * 1.2))
    cue.set_scale(1.2)
    cue.say(text)
    assert cue.fitted().pixelSize() == round(44 * 1.2)


@pytest.mark.parametrize("size", [(1036, 78), (1036, 132), (716, 54), (716, 91)])
@pytest.mark.parametrize("text", [SHORT, LONG, "Donaudampfschifffahrtsgesellschaftskapitaen."])
def test_it_is_never_cut_off(cue: CueLabel, size: tuple[int, int], text: str) -> None:
    cue.resize(*size)
    cue.say(text)
    metrics = QFontMetricsF(cue.fitted())
    box = QRectF(0, 0, size[0], 10000)
    taken = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), text)
    assert taken.height() <= size[1]
    assert taken.width() <= size[0]


def test_the_words_are_the_accessible_name(cue: CueLabel) -> None:
    cue.say(SHORT)
    assert cue.text() == SHORT
