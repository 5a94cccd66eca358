from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core import disagreements, rules, sources
from supple.ui.look import Look
from supple.ui.sources.cards import (
    SourceCard,
    disagreement_card,
    document_card,
    practice_card,
    rule_cards,
    study_card,
)
from supple.ui.text import Text
from supple.ui.widgets.button import Button


def shown(qtbot: QtBot, card: SourceCard) -> SourceCard:
    qtbot.addWidget(card)
    card.resize(400, card.sizeHint().height())
    card.show()
    QApplication.processEvents()
    card.grab()
    return card


@pytest.mark.parametrize("document", sources.DOCUMENTS, ids=lambda d: d.title)
def test_a_document_is_told_whole(qtbot: QtBot, look: Look, document: sources.Document) -> None:
    card = shown(qtbot, document_card(look, document))
    texts = [text.text() for text in card.findChildren(Text)]
    assert [
        line for line in (document.title, *document.asks, document.used) if line not in texts
    ] == []


def test_a_reader_hears_all_of_a_card_as_sentences(qtbot: QtBot, look: Look) -> None:
    document = sources.DOCUMENTS[3]
    card = shown(qtbot, document_card(look, document))
    said = card.accessibleName()
    assert said.startswith("Four hamstring stretches. A short web page. ")
    assert all(line in said for line in document.asks)
    assert ".." not in said
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_link_of_a_study_can_be_copied(qtbot: QtBot, look: Look) -> None:
    copied: list[str] = []
    study = sources.STUDIES[0]
    card = shown(qtbot, study_card(look, study, copied.append))
    (button,) = card.findChildren(Button)
    assert study.where in button.accessibleName()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert copied == [study.link]


@pytest.mark.parametrize("one", disagreements.DISAGREEMENTS, ids=lambda d: d.on)
def test_answers_stand_beside_who_gives_them(
    qtbot: QtBot, look: Look, one: disagreements.Disagreement
) -> None:
    card = shown(qtbot, disagreement_card(look, one))
    texts = [text.text() for text in card.findChildren(Text)]
    for source, says in one.answers:
        assert texts[texts.index(says) - 1] == sources.title_of(source)
    assert one.here in texts


def test_every_rule_and_general_practice_have_their_cards(qtbot: QtBot, look: Look) -> None:
    cards = rule_cards(look, rules.RULES)
    for card, rule in zip(cards, rules.RULES, strict=True):
        assert rule.says in shown(qtbot, card).accessibleName()
    practice = shown(qtbot, practice_card(look))
    assert "Rules: a dose that grows" in practice.accessibleName()


def test_names_get_more_room_with_larger_text(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, disagreement_card(look, disagreements.DISAGREEMENTS[0]))
    name = next(t for t in card.findChildren(Text) if t.text() == "Test-first guide")
    before = name.width()
    look.set_text_scale(1.3)
    QApplication.processEvents()
    assert name.width() == round(before * 1.3)
    look.set_text_scale(1.0)
