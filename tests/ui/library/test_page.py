from __future__ import annotations

import gc
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.left_out import LeftOut
from supple.core.routine import Catalogue, Position
from supple.core.shelf import Filters, Kind
from supple.ui.library.filters import Popover
from supple.ui.library.page import LibraryPage
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.tabbing import as_read
from supple.ui.text import Text
from supple.ui.widgets.button import Button


@pytest.fixture
def page(qtbot: QtBot, look: Look, pictures: Pictures, content: Any) -> LibraryPage:
    made = LibraryPage(look, pictures)
    qtbot.addWidget(made)
    made.resize(904, 760)
    made.show_catalogue(content.catalogue, content.durations)
    made.show()
    made.activateWindow()
    return made


def texts(page: LibraryPage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def buttons(page: LibraryPage) -> dict[str, Button]:
    return {b.text(): b for b in page.findChildren(Button) if b.isVisible()}


def show_stretches(page: LibraryPage) -> None:
    page.show_kind(Kind.STRETCH)


def test_it_opens_on_the_routines_with_the_first_one_told(page: LibraryPage) -> None:
    assert "11 routines" in texts(page)
    assert page.detail.start.accessibleName() == "Start Desk break"
    assert page.main_widget() is page.list


def test_the_other_shelf_holds_the_stretches(page: LibraryPage, content: Any) -> None:
    show_stretches(page)
    first = next(iter(content.catalogue.stretches.values()))
    assert "19 stretches" in texts(page)
    assert page.detail.start.accessibleName() == f"Start {first.name}"


def test_typing_narrows_the_list(qtbot: QtBot, page: LibraryPage) -> None:
    show_stretches(page)
    page.start_search()
    qtbot.keyClicks(page.search, "partn")
    assert page.list.current() is not None
    assert "1 of 19 stretches" in texts(page)
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert "19 stretches" in texts(page)


def test_an_empty_result_says_what_to_drop(qtbot: QtBot, page: LibraryPage) -> None:
    show_stretches(page)
    page.filters.apply(Filters(position=Position.SEATED, equipment="strap"))
    assert "Nothing matches both filters" in texts(page)
    assert page.detail.isHidden()
    drop = buttons(page)["Drop \N{LEFT DOUBLE QUOTATION MARK}Strap\N{RIGHT DOUBLE QUOTATION MARK}"]
    assert page.main_widget() is drop
    qtbot.keyClick(drop, Qt.Key.Key_Return)
    assert page.filters.filters == Filters(position=Position.SEATED)
    assert page.detail.isVisible()


def test_a_search_without_a_hit_can_be_dropped(qtbot: QtBot, page: LibraryPage) -> None:
    page.search.setText("zzz")
    assert "Nothing matches this filter" in texts(page)
    qtbot.mouseClick(
        buttons(page)["Drop \N{LEFT DOUBLE QUOTATION MARK}zzz\N{RIGHT DOUBLE QUOTATION MARK}"],
        Qt.MouseButton.LeftButton,
    )
    assert page.search.text() == ""
    assert "11 routines" in texts(page)


def test_when_nothing_helps_everything_can_be_cleared(qtbot: QtBot, page: LibraryPage) -> None:
    page.search.setText("zzz")
    page.filters.apply(Filters(position=Position.FLOOR, equipment="partner"))
    clear = page.main_widget()
    assert isinstance(clear, Button)
    assert clear.text() == "Clear filters"
    qtbot.keyClick(clear, Qt.Key.Key_Return)
    assert page.search.text() == ""
    assert page.filters.filters == Filters()
    assert page.list.current() is not None


def test_an_empty_library_says_so(page: LibraryPage) -> None:
    page.show_catalogue(Catalogue({}, {}), {})
    assert "Nothing here yet" in texts(page)
    assert page.detail.isHidden()


def test_a_routine_can_be_shown_from_elsewhere(page: LibraryPage) -> None:
    show_stretches(page)
    page.search.setText("zzz")
    page.show_routine("gentle-ladder")
    assert page.detail.start.accessibleName() == "Start Gentle ladder"
    assert page.search.text() == ""
    assert QApplication.focusWidget() is page.detail.start


def test_enter_in_the_list_leads_to_start(qtbot: QtBot, page: LibraryPage) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail.start
    with qtbot.waitSignal(page.start_asked) as got:
        qtbot.keyClick(page.detail.start, Qt.Key.Key_Return)
    assert got.args == ["desk-break"]


def test_the_details_turn_their_pages_by_keys(qtbot: QtBot, page: LibraryPage) -> None:
    page.resize(1000, 420)
    page.show()
    qtbot.waitExposed(page)
    page.detail.start.setFocus()
    bar = page.detail._scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(page.detail.start, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(page.detail.start, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_in_a_narrow_window_the_details_are_a_page(qtbot: QtBot, page: LibraryPage) -> None:
    page.set_narrow(True)
    page.resize(696, 560)
    assert page.detail.isHidden()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.list.isHidden() or not page.list.isVisible()
    qtbot.keyClick(page.detail.start, Qt.Key.Key_Escape)
    assert page.detail.isHidden()
    assert QApplication.focusWidget() is page.list


def test_back_leads_to_the_list(qtbot: QtBot, page: LibraryPage) -> None:
    page.set_narrow(True)
    page.list.entered.emit()
    qtbot.mouseClick(buttons(page)["Back"], Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    page.set_narrow(False)
    assert page.list.isVisible()
    assert page.detail.isVisible()


@pytest.mark.parametrize("narrow", [False, True])
def test_a_click_opens_the_details_where_they_are_hidden(
    qtbot: QtBot, page: LibraryPage, narrow: bool
) -> None:
    page.resize(696 if narrow else 904, 560)
    page.list.setFocus()
    spot = page.list.visualRect(page.list.currentIndex()).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.detail.isVisible()
    assert page.list.isVisible() is not narrow
    wanted = page.detail.start if narrow else page.list
    assert QApplication.focusWidget() is wanted is page.main_widget()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_search_a_key_leads_into_the_list(
    qtbot: QtBot, page: LibraryPage, key: Qt.Key
) -> None:
    page.start_search()
    qtbot.keyClick(page.search, key)
    assert QApplication.focusWidget() is page.list


def test_folded_filters_close_with_the_page(qtbot: QtBot, page: LibraryPage) -> None:
    page.resize(696, 560)
    qtbot.mouseClick(buttons(page)["Filters"], Qt.MouseButton.LeftButton)
    box = page.window().findChild(Popover)
    assert box is not None
    assert box.isVisible()
    page.hide()
    assert not box.isVisible()
    assert box.isHidden()


def test_what_the_answers_leave_out_is_marked_in_the_list(
    qtbot: QtBot, page: LibraryPage, content: Any
) -> None:
    reason = "Left out because of your answers: knee pain."
    gone = LeftOut(
        {"hip-flexor-kneeling": reason}, {}, {"back-care-pair": ("hip-flexor-kneeling",)}
    )
    page.show_catalogue(content.catalogue, content.durations, (), gone)
    show_stretches(page)
    page.list.choose("hip-flexor-kneeling")
    index = page.list.currentIndex()
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith(", left out")
    assert not page.detail.start.isEnabled()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail.main()
    page.list.grab()
    page.show_kind(Kind.ROUTINE)
    page.list.choose("back-care-pair")
    assert page.detail.start.isEnabled()
    page.show_catalogue(content.catalogue, content.durations)
    show_stretches(page)
    page.list.choose("hip-flexor-kneeling")
    assert page.detail.start.isEnabled()


def test_the_way_to_the_sources_leads_out_of_the_page(qtbot: QtBot, page: LibraryPage) -> None:
    page.detail.unfold()
    with qtbot.waitSignal(page.sources_asked) as got:
        buttons(page)["All sources"].click()
    assert got.args == ["001_5fe7733dc174ca87"]


def test_a_new_stretch_is_offered_below_the_stretches(page: LibraryPage) -> None:
    told: list[bool] = []
    page.new_stretch_asked.connect(lambda: told.append(True))
    assert not page.new_stretch.isVisible()
    show_stretches(page)
    page.new_stretch.click()
    assert told == [True]


def test_one_stretch_is_shown_whatever_the_filters_hold_back(page: LibraryPage) -> None:
    page.search.setText("nothing like it")
    page.show_stretch("leg-swing")
    current = page.list.current()
    assert current is not None
    assert current.id == "leg-swing"
    assert page.kinds.current == Kind.STRETCH


def test_what_is_deleted_is_not_followed_by_anothers_details(
    page: LibraryPage, content: Any
) -> None:
    page.resize(696, 560)
    page.show_stretch("leg-swing")
    assert page.detail.isVisible()
    stretches = {i: s for i, s in content.catalogue.stretches.items() if i != "leg-swing"}
    page.show_catalogue(Catalogue(stretches, {}), content.durations)
    assert not page.detail.isVisible()
    assert page.list.isVisible()


@pytest.mark.parametrize("width", [696, 904])
def test_a_new_search_shows_its_best_hit_and_an_ended_one_what_was_chosen(
    page: LibraryPage, width: int
) -> None:
    page.resize(width, 420)
    page.list.choose("back-care-pair")
    page.search.setText("lying")
    current = page.list.current()
    assert current is not None
    assert current.id == page.list.model().index(0, 0).data(Qt.ItemDataRole.UserRole).id
    assert page.list.verticalScrollBar().value() == 0
    page.list.choose("back-care-pair")
    page.search.clear()
    again = page.list.current()
    assert again is not None
    assert again.id == "back-care-pair"


def test_what_is_left_out_opens_at_its_top_and_home_and_end_scroll_it(
    qtbot: QtBot, page: LibraryPage, content: Any
) -> None:
    gone = LeftOut({"hip-flexor-kneeling": "Left out because of your answers: knee pain."}, {}, {})
    page.show_catalogue(content.catalogue, content.durations, (), gone)
    page.resize(696, 420)
    page.show_stretch("hip-flexor-kneeling")
    bar = page.detail._scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    back = buttons(page)["Back"]
    assert QApplication.focusWidget() is back is page.main_widget()
    assert bar.value() == 0
    qtbot.keyClick(back, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(back, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_tab_goes_through_the_narrow_page_as_it_reads(page: LibraryPage) -> None:
    page.resize(696, 560)
    seen = [stop for stop in page.tab_stops() if stop.isVisible()]
    filters = buttons(page)["Filters"]
    assert seen[0] is page.list
    kinds = next(n for n, stop in enumerate(seen) if page.kinds.isAncestorOf(stop))
    assert kinds < seen.index(page.search) < seen.index(filters)


def test_reading_the_order_of_the_page_leaves_its_layouts_alone(page: LibraryPage) -> None:
    for text in ("", "lying", "zzz", ""):
        as_read(page)
        page.search.setText(text)
        gc.collect()
        QApplication.processEvents()
    assert page.detail.start.accessibleName() == "Start Desk break"
