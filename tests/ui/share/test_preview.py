from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.meeting import Choice
from supple.core.share_view import ShareView
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.share.entry_card import EntryCard
from supple.ui.share.preview import HERE, REST_HERE, SAFE, UNLESS, PreviewDialog
from supple.ui.text import Text


def opened(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> tuple[PreviewDialog, list[str]]:
    dialog = PreviewDialog(look, window, view, pictures)
    ended: list[str] = []
    dialog.accepted.connect(lambda: ended.append("taken"))
    dialog.dismissed.connect(lambda: ended.append("left"))
    dialog.open(below)
    return dialog, ended


def labels(dialog: PreviewDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QPushButton)]


def test_title_note_and_entries_are_shown(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, _ = opened(look, window, below, view, pictures)
    said = [text.text() for text in dialog.findChildren(Text)]
    told = "A shared file with 1 routine and 1 stretch, made with Supple 1.0.0."
    assert {"For Ada", told, "Slowly.", "Twice a day."} <= set(said)
    assert len(dialog.findChildren(EntryCard)) == 2
    assert labels(dialog)[-2:] == ["Take in", "Not now"]


def test_it_is_taken_in_with_what_was_chosen(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, ended = opened(look, window, below, view, pictures)
    dialog.findChildren(EntryCard)[1].choice.chosen.emit("keep")
    dialog.take.click()
    assert ended == ["taken"]
    assert dialog.choices == {"calf": Choice.KEEP}


def test_what_becomes_of_mine_is_told_as_it_is_chosen(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, _ = opened(look, window, below, view, pictures)
    card = dialog.findChildren(EntryCard)[1]

    def said() -> set[str]:
        return {text.text() for text in dialog.findChildren(Text)}

    assert UNLESS in said()
    card.choice.chosen.emit("replace")
    assert "Yours is replaced: “Calf”. Undo brings it back." in said()
    assert not {UNLESS, SAFE} & said()
    card.choice.chosen.emit("copy")
    assert UNLESS in said()


def test_where_nothing_can_be_replaced_nothing_is_changed(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, _ = opened(look, window, below, replace(view, entries=view.entries[:1]), pictures)
    said = {text.text() for text in dialog.findChildren(Text)}
    assert SAFE in said
    assert UNLESS not in said


def test_esc_leaves_it(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, ended = opened(look, window, below, view, pictures)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert ended == ["left"]


def test_where_all_is_here_there_is_nothing_to_take(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, _ = opened(look, window, below, replace(view, adds=False), pictures)
    assert HERE in [text.text() for text in dialog.findChildren(Text)]
    assert labels(dialog)[-1] == "Close"
    assert "Take in" not in labels(dialog)


def test_what_is_left_out_is_told_before_what_comes(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    left = replace(view, missing=("“Night” is left out.",), adds=False)
    dialog, _ = opened(look, window, below, left, pictures)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert said.index("Left out") + 1 == said.index("“Night” is left out.")
    assert said.index("“Night” is left out.") < said.index("Evening")
    assert REST_HERE in said
    assert HERE not in said


def test_a_file_without_a_note_shows_none(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    dialog, _ = opened(look, window, below, replace(view, note=(), made_with=""), pictures)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "A note from the sender" not in said
    assert "A shared file with 1 routine and 1 stretch." in said


def test_it_fits_the_smallest_window(
    look: Look, window: QWidget, below: QWidget, view: ShareView, pictures: Pictures
) -> None:
    window.resize(760, 560)
    dialog, _ = opened(look, window, below, view, pictures)
    assert window.rect().contains(dialog.card.geometry())
    assert dialog.take.isVisibleTo(window)


def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    look: Look,
    window: QWidget,
    below: QWidget,
    view: ShareView,
    pictures: Pictures,
    qtbot: QtBot,
) -> None:
    window.resize(1100, 760)
    look.set_text_scale(1.3)
    dialog, _ = opened(look, window, below, view, pictures)
    window.grab()
    window.resize(760, 560)
    qtbot.waitUntil(lambda: dialog.card.width() <= 760 - 32)
    scroller, take = dialog.scroller, dialog.take

    def apart() -> int:
        ends = scroller.mapTo(dialog, scroller.rect().bottomLeft()).y()
        return take.mapTo(dialog, QPoint()).y() - ends

    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.card.geometry()))
    qtbot.waitUntil(lambda: apart() > 12)
