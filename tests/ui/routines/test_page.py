from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.broken import BrokenFile
from supple.core.problem import Problem
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.routines.broken_card import BrokenCard
from supple.ui.routines.own_rows import OwnRow
from supple.ui.routines.page import RoutinesPage
from supple.ui.text import Text
from supple.ui.widgets.button import Button

FOLDER = "/home/me/.local/share/supple/routines"
BROKEN = BrokenFile(f"{FOLDER}/evening.json", (Problem("", "It is empty.", "Fill it."),))


@pytest.fixture
def page(qtbot: QtBot, look: Look, pictures: Pictures) -> RoutinesPage:
    made = RoutinesPage(look, pictures)
    qtbot.addWidget(made)
    made.resize(904, 760)
    made.show()
    made.activateWindow()
    return made


def test_own_routines_can_be_started(qtbot: QtBot, page: RoutinesPage, content: Any) -> None:
    own = ["lying-down", "not-there-any-more", "desk-break"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    rows = page.findChildren(OwnRow)
    assert [row.accessibleName().split(",")[0] for row in rows] == ["Desk break", "Lying down"]
    assert page.main_widget() is rows[0].start
    with qtbot.waitSignal(page.start_asked) as got:
        rows[1].start.click()
    assert got.args == ["lying-down"]


def test_a_row_tells_how_it_is_done_in_one_sentence(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["seated-heel-out"], (), FOLDER)
    (row,) = page.findChildren(OwnRow)
    assert row.accessibleName().endswith(", each side, seated")


def test_a_broken_file_does_not_hide_the_rest(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (BROKEN,), FOLDER)
    assert len(page.findChildren(BrokenCard)) == 1
    assert len(page.findChildren(OwnRow)) == 1


def test_the_empty_page_offers_to_begin_and_says_where_files_go(
    qtbot: QtBot, page: RoutinesPage, content: Any
) -> None:
    page.show_own(content.catalogue, content.durations, [], (), FOLDER)
    assert any(FOLDER in text.text() for text in page.findChildren(Text))
    main = page.main_widget()
    assert isinstance(main, Button)
    assert (main.text(), main.kind) == ("New routine", "primary")
    assert not page.new.isVisible()
    with qtbot.waitSignal(page.door.new_asked):
        main.click()


def test_one_of_ours_can_be_copied(qtbot: QtBot, page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    with qtbot.waitSignal(page.overlay_asked) as asked:
        page.choose_copy()
    picker = asked.args[0]
    shown = [picker.list.model().index(n, 0).data() for n in range(picker.list.model().rowCount())]
    assert "Lying down" in shown
    assert "Desk break" not in shown
    picker.open(page)
    picker.list.choose("lying-down")
    with qtbot.waitSignal(page.door.copy_asked) as got:
        picker.take()
    assert got.args == ["lying-down"]


def test_own_stretches_stand_below_with_what_can_be_done(
    qtbot: QtBot, page: RoutinesPage, content: Any
) -> None:
    own = ["wall-supine", "desk-break"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    routine, stretch = page.findChildren(OwnRow)
    assert stretch.accessibleName().startswith("Legs up the wall")
    with qtbot.waitSignal(page.door.edit_asked) as edited:
        routine.edit.click()
    assert edited.args == ["desk-break"]
    with qtbot.waitSignal(page.door.stretch_edit_asked) as changed:
        stretch.edit.click()
    assert changed.args == ["wall-supine"]
    with qtbot.waitSignal(page.start_stretch_asked) as started:
        stretch.start.click()
    assert started.args == ["wall-supine"]


def test_what_a_broken_file_holds_is_not_changed_here(page: RoutinesPage, content: Any) -> None:
    page.show_own(
        content.catalogue, content.durations, ["desk-break"], (BROKEN,), FOLDER, ["desk-break"]
    )
    (row,) = page.findChildren(OwnRow)
    assert not row.edit.isEnabled()
    assert "problem" in row.edit.toolTip()
    assert row.start.isEnabled()


@pytest.mark.parametrize(
    ("text", "signal"),
    [("New stretch", "stretch_new_asked"), ("Open a shared file", "take_in_asked")],
)
def test_the_head_leads_to_what_is_new(
    qtbot: QtBot, page: RoutinesPage, content: Any, text: str, signal: str
) -> None:
    page.show_own(content.catalogue, content.durations, [], (), FOLDER)
    button = next(b for b in page.findChildren(Button) if b.text().startswith(text))
    with qtbot.waitSignal(getattr(page.door, signal)):
        button.click()


def test_the_focus_stays_on_the_page_when_a_file_is_mended(
    page: RoutinesPage, content: Any
) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (BROKEN,), FOLDER)
    main = page.main_widget()
    assert main is not None
    main.setFocus()
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    assert QApplication.focusWidget() is page.main_widget()


@pytest.mark.parametrize(
    ("text", "signal"), [("Open the folder", "open_folder_asked"), ("Check", "check_again_asked")]
)
def test_what_is_asked_is_passed_on(
    qtbot: QtBot, page: RoutinesPage, content: Any, text: str, signal: str
) -> None:
    page.show_own(content.catalogue, content.durations, [], (BROKEN,), FOLDER)
    button = next(b for b in page.findChildren(Button) if b.text().startswith(text))
    with qtbot.waitSignal(getattr(page, signal)):
        button.click()


def test_coming_back_from_editing_leads_to_what_was_edited(
    page: RoutinesPage, content: Any
) -> None:
    own = ["lying-down", "wall-supine", "desk-break"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    first, other, stretch = page.findChildren(OwnRow)
    for row in (other, stretch):
        row.edit.click()
        page.show_own(content.catalogue, content.durations, own, (), FOLDER)
        assert page.landing() is row.edit
        assert page.landing() is page.main_widget() is first.start
    page.land_on("gone")
    assert page.landing() is first.start


def test_a_change_leaves_the_focus_and_the_rows_that_stay(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["lying-down", "wall-supine"], (), FOLDER)
    row, stretch = page.findChildren(OwnRow)
    row.more.setFocus()
    own = ["lying-down", "wall-supine", "desk-break"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    assert QApplication.focusWidget() is row.more
    new, *rest = page.findChildren(OwnRow)
    assert rest == [row, stretch]
    stops = [stop for stop in page.tab_stops() if stop.parent() in (new, *rest)]
    assert stops == [b for r in (new, *rest) for b in (r.start, r.edit, r.more)]


def test_the_focus_of_a_row_that_goes_is_not_lost(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["lying-down", "desk-break"], (), FOLDER)
    stays, goes = page.findChildren(OwnRow)
    goes.more.setFocus()
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    assert QApplication.focusWidget() is stays.more
    page.show_own(content.catalogue, content.durations, [], (), FOLDER)
    assert QApplication.focusWidget() is page.main_widget()


@pytest.mark.parametrize("place", [0, 1])
def test_a_row_that_goes_leaves_the_focus_to_the_one_in_its_place(
    page: RoutinesPage, content: Any, place: int
) -> None:
    own = ["lying-down", "wall-supine", "seated-heel-out"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    stretches = page.findChildren(OwnRow)[1:]
    goes, stays = stretches[place], stretches[1 - place]
    goes.more.setFocus()
    left = [id_ for id_ in own if content.catalogue.stretches.get(id_) is None]
    left += [id_ for id_ in own[1:] if page._stretches.row(id_) is stays]
    page.show_own(content.catalogue, content.durations, left, (), FOLDER)
    assert len(left) == 2
    assert QApplication.focusWidget() is stays.more


def test_the_page_is_empty_again_after_the_last_has_gone(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    page.show_own(content.catalogue, content.durations, [], (), FOLDER)
    empty = page.main_widget()
    assert isinstance(empty, Button)
    assert empty.text() == "New routine"
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    assert not empty.isVisibleTo(page)
