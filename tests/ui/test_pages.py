from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.assessment import Assessment, Check
from supple.core.check_view import build_checks
from supple.ui.fade import Fade
from supple.ui.look import Look
from supple.ui.page import Page
from supple.ui.pages import Pages, Place
from supple.ui.picture import Pictures
from supple.ui.stretch.page import StretchPage, new_page
from supple.ui.widgets.button import Button
from supple.ui.widgets.toast import Toast

THURSDAY = date(2026, 10, 22)


def chain(start: QWidget) -> list[QWidget]:
    """Every widget Tab comes to, from ``start`` on, once round."""
    seen = [start]
    while True:
        now = QApplication.focusWidget()
        assert now is not None
        now.focusNextPrevChild(True)
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            return seen
        seen.append(now)


@pytest.mark.parametrize("place", list(Place))
def test_a_page_opens_with_the_focus_on_its_main_control(pages: Pages, place: Place) -> None:
    pages.turn(place)
    page = {
        Place.TODAY: pages.today,
        Place.LIBRARY: pages.library,
        Place.ROUTINES: pages.routines,
        Place.FLEXIBILITY: pages.flexibility_page,
        Place.HISTORY: pages.history_page,
        Place.SETTINGS: pages.settings,
    }[place].built
    assert page is not None
    assert page.isVisible()
    assert QApplication.focusWidget() is page.main_widget()
    assert [item.isChecked() for item in pages.bar.items].count(True) == 1


@pytest.mark.parametrize("place", list(Place))
def test_the_side_bar_comes_last(pages: Pages, place: Place) -> None:
    pages.turn(Place.SETTINGS)
    pages.turn(place)
    first = QApplication.focusWidget()
    assert first is not None
    order = chain(first)
    # One of a group of page buttons takes the focus for all of them.
    bar = [widget for widget in order if pages.bar.isAncestorOf(widget)]
    assert bar
    assert order[-len(bar) :] == bar


def test_a_side_bar_click_turns_the_page(pages: Pages) -> None:
    pages.bar.items[1].click()
    assert pages.place is Place.LIBRARY


def test_search_puts_the_cursor_into_the_field(pages: Pages) -> None:
    pages.search()
    assert QApplication.focusWidget() is pages.library.get().search


def test_pages_fade_but_not_in_reduced_motion(pages: Pages, look: Look) -> None:
    pages.turn(Place.SETTINGS)
    fade = pages.findChild(Fade)
    assert fade is not None
    assert fade.isVisible()
    fade.stop()
    look.set_reduced_motion(True)
    pages.turn(Place.TODAY)
    assert fade.isHidden()


def test_a_narrow_window_folds_bar_and_pages(pages: Pages) -> None:
    pages.turn(Place.LIBRARY)
    pages.resize(760, 560)
    pages.set_narrow(True)
    assert pages.bar.narrow
    assert pages.library.get().narrow
    pages.turn(Place.SETTINGS)
    assert pages.settings.get().narrow
    pages.resize(1100, 760)
    pages.set_narrow(False)
    assert not pages.settings.get().narrow


def test_a_wish_to_check_the_legs_turns_to_that_page(pages: Pages) -> None:
    pages.flexibility_asked.emit()
    assert pages.place is Place.FLEXIBILITY


def test_the_sources_open_from_the_library_and_lead_back_to_the_button(
    qtbot: QtBot, pages: Pages
) -> None:
    pages.turn(Place.LIBRARY)
    detail = pages.library.get().detail
    detail.unfold()
    button = next(b for b in detail.findChildren(Button) if b.text() == "All sources")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    page = pages.sources.get()
    assert page.isVisible()
    assert pages.place is Place.LIBRARY
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.isHidden()
    assert QApplication.focusWidget() is button


def test_the_tab_key_reaches_all_of_the_sources(pages: Pages) -> None:
    pages.show_sources()
    page = pages.sources.get()
    stops = chain(page.back)
    assert page.tabs.focus_target() in stops
    assert len([w for w in stops if page.isAncestorOf(w)]) >= 8
    assert set(pages.bar.items) & set(stops)


def test_tab_comes_to_the_reasons_before_start(qtbot: QtBot, pages: Pages) -> None:
    pages.turn(Place.LIBRARY)
    page = pages.library.get()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    QApplication.processEvents()
    stops = chain(page.list)
    at = stops.index(page.detail.start)
    head = stops[at - 1]
    assert head.accessibleName() == "Why this works, closed"
    page.detail.unfold()
    QApplication.processEvents()
    stops = chain(page.list)
    at = stops.index(page.detail.start)
    assert stops[at - 2] is head
    more = stops[at - 1]
    assert isinstance(more, Button)
    assert more.text() == "All sources"


def test_checks_that_were_listed_later_come_before_the_side_bar(pages: Pages) -> None:
    pages.turn(Place.FLEXIBILITY)
    page = pages.flexibility_page.get()
    page.show_view(build_checks(THURSDAY, [], {}))
    QApplication.processEvents()
    order = chain(page.get_set.begin)
    names = [widget.accessibleName() for widget in order]
    last = names.index("Do the check toe touch")
    assert last < min(order.index(w) for w in order if pages.bar.isAncestorOf(w))


def test_from_the_list_of_checks_tab_comes_to_the_checks(pages: Pages) -> None:
    pages.turn(Place.FLEXIBILITY)
    page = pages.flexibility_page.get()
    done = Assessment("a", Check.LEG_RAISE, datetime(2026, 10, 8, tzinfo=UTC), 51, 57)
    page.show_view(build_checks(THURSDAY, [done], {}))
    page.get_set.past_asked.emit()
    QApplication.processEvents()
    order = chain(page.past.back)
    assert order[:2] == [page.past.back, page.past.buttons[0]]
    assert pages.bar.isAncestorOf(order[2])


def test_the_time_at_hand_is_passed_on_and_comes_after_start(pages: Pages, qtbot: QtBot) -> None:
    pages.turn(Place.TODAY)
    today = pages.today.get()
    start = QApplication.focusWidget()
    assert start is today.hero.start
    assert today.time.isAncestorOf(chain(start)[1])
    with qtbot.waitSignal(pages.minutes_asked) as got:
        today.time.findChildren(QAbstractButton)[1].click()
    assert got.args == [3.0]


class Inside(Page):
    """A page of somebody's own making that stands in for My routines."""

    def __init__(self, look: Look, *, free: bool = True) -> None:
        super().__init__(look, "Inside")
        self.free = free
        self.then: list[Any] = []
        self.button = Button(look, "Main")
        self.column.addWidget(self.button)

    def main_widget(self) -> QWidget:
        return self.button

    def may_leave(self, then: Any) -> bool:
        if not self.free:
            self.then.append(then)
        return self.free


def test_a_page_stands_in_for_one_of_the_side_bar(pages: Pages, look: Look) -> None:
    page = Inside(look)
    pages.enter(page)
    assert pages.inside is page
    assert page.isVisible()
    assert pages.place is Place.ROUTINES
    assert QApplication.focusWidget() is page.button
    pages.go_out()
    assert pages.inside is None
    assert pages.routines.built is not None
    assert pages.routines.built.isVisible()


def test_its_place_leads_to_it_until_it_is_left(pages: Pages, look: Look) -> None:
    page = Inside(look)
    pages.enter(page)
    pages.turn(Place.ROUTINES)
    assert page.isVisible()
    pages.bar.chosen.emit(Place.ROUTINES)
    assert pages.inside is None


def test_another_page_lets_it_go(pages: Pages, look: Look) -> None:
    pages.enter(Inside(look))
    pages.turn(Place.TODAY)
    assert pages.inside is None
    assert pages.place is Place.TODAY


@pytest.mark.parametrize("place", [Place.TODAY, Place.ROUTINES])
def test_what_is_not_to_be_lost_is_asked_first(pages: Pages, look: Look, place: Place) -> None:
    page = Inside(look, free=False)
    pages.enter(page)
    pages.bar.chosen.emit(place)
    assert pages.inside is page
    assert page.isVisible()
    assert [i.text() for i in pages.bar.items if i.isChecked()] == ["My routines"]
    page.then[0]()
    assert pages.inside is None
    assert pages.place is place


def test_leaving_for_good_asks_the_page_inside(pages: Pages, look: Look) -> None:
    page = Inside(look, free=False)
    assert pages.may_leave(print)
    pages.enter(page)
    assert not pages.may_leave(print)
    assert page.then == [print]


def test_arrows_leaf_through_the_pages_and_enter_goes_in(pages: Pages, qtbot: QtBot) -> None:
    pages.turn(Place.LIBRARY)
    library = next(item for item in pages.bar.items if item.text() == "Library")
    library.setFocus()
    qtbot.keyClick(library, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert pages.place is Place.ROUTINES
    routines = QApplication.focusWidget()
    assert routines in pages.bar.items
    assert routines is not library
    qtbot.keyClick(routines, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    main = pages.routines.get().main_widget()
    assert main is not None
    assert main.hasFocus()


def test_what_is_told_is_a_stop_behind_the_main_control(pages: Pages) -> None:
    pages.notices.add("voice", "No voice.")
    pages.turn(Place.TODAY)
    main = pages.today.get().main_widget()
    assert main is not None
    close = pages.notices.stops()[0]
    assert chain(main)[1] is close


def test_a_toast_leaves_the_foot_of_every_page_free(pages: Pages, look: Look, qtbot: QtBot) -> None:
    pages.notices.toast("“Calf stretch” is saved.", "", None)
    toast = pages.findChild(Toast)
    assert toast is not None
    # It has come to rest over the page it was shown on.
    QApplication.processEvents()
    page = Page(look, "With a bar")
    page.column.addStretch(1)
    bar = Button(look, "Save")
    page.column.addWidget(bar)
    pages.enter(page)

    def is_free() -> bool:
        at = QRect(bar.mapTo(pages, QPoint()), bar.size())
        return bar.isVisible() and not at.intersects(toast.geometry())

    qtbot.waitUntil(is_free)
    assert toast.isVisible()


def test_tab_leads_through_a_form_as_it_reads(
    pages: Pages, look: Look, pictures: Pictures, qtbot: QtBot
) -> None:
    pages.resize(760, 560)
    page = new_page(look, pictures)
    pages.enter(page)
    qtbot.waitUntil(lambda: page.narrow)
    name = page.main_widget()
    assert name is not None
    assert QApplication.focusWidget() is name
    order = chain(name)
    # All that is written comes after the name, then the foot; the way round leads to the head.
    assert page._parts[0].control("sides").isAncestorOf(order[1])
    places = [order.index(w) for w in (page._more.head, page._cancel, page.save)]
    bar = [order.index(w) for w in order if pages.bar.isAncestorOf(w)]
    assert places == sorted(places)
    assert places[-1] < min(bar) <= max(bar) < order.index(page.back)
    form = [w for w in order if page._scroller.isAncestorOf(w) and order.index(w) < places[0]]
    tops = [w.mapTo(page._scroller.widget(), QPoint(0, w.height() // 2)).y() for w in form]
    assert tops == sorted(tops)
    assert page.picture.isAncestorOf(order[-1])


@pytest.mark.parametrize("form", [True, False])
def test_the_action_of_a_toast_comes_after_the_page(
    pages: Pages, look: Look, pictures: Pictures, *, form: bool
) -> None:
    if form:
        pages.enter(new_page(look, pictures))
    else:
        pages.turn(Place.LIBRARY)
    pages.toast("What you wrote is back.", "Discard")
    first = QApplication.focusWidget()
    assert first is not None
    order = chain(first)
    toast = pages.findChild(Toast)
    assert toast is not None
    at = next(n for n, w in enumerate(order) if toast.isAncestorOf(w))
    assert at > 2
    assert pages.bar.isAncestorOf(order[at + 1])
    if form:
        page = pages.inside
        assert isinstance(page, StretchPage)
        assert order[at - 1] is page.save
