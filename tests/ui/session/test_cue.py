from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.cue import CueLabel

KEYS = ("hold_cue", "release_cue", "switch_cue", "feel")
SHORT = "Pull until you feel a gentle stretch."
LONG = (
    "Bring your right knee up towards your chest and hold it there with both hands "
    "behind the thigh, your head and shoulders resting on the floor all the while."
)


def _shipped() -> set[str]:
    """Every sentence of ``routines.json`` that a session may show, with the longer side."""
    file = Path(__file__).resolve().parents[3] / "routines.json"
    texts: set[str] = set()
    for stretch in json.loads(file.read_text("utf-8"))["stretches"]:
        texts.update(stretch["setup"])
        texts.update(stretch.get(key, "") for key in KEYS)
    return {text.replace("{side}", "right").replace("{other}", "right") for text in texts}


@pytest.fixture
def cue(look: Look, qtbot: QtBot) -> CueLabel:
    made = CueLabel(look)
    qtbot.addWidget(made)
    made.resize(1036, 78)
    return made


def test_a_short_cue_has_its_full_size(cue: CueLabel) -> None:
    cue.say(SHORT)
    assert cue.fitted().pixelSize() == 44


@pytest.mark.parametrize("scale", [1.0, 1.2])
def test_every_instruction_we_ship_has_its_full_size(
    cue: CueLabel, look: Look, scale: float
) -> None:
    cue.set_scale(scale)
    cue.resize(1036, round(78 * scale))
    texts = _shipped()
    assert len(texts) > 100
    for text in texts:
        cue.say(text)
        assert cue.fitted().pixelSize() == round(44 * scale), text
        assert QFontMetricsF(cue.fitted()).horizontalAdvance(text) <= 1036, text


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
