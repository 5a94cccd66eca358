"""Makes each page on its first visit, and takes what it wishes for to the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.ui.today.page import TodayPage

# Whatever is not imported before the first picture makes the window open sooner.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supple.ui.flexibility.page import FlexibilityPage
    from supple.ui.history.page import HistoryPage
    from supple.ui.library.page import LibraryPage
    from supple.ui.look import Look
    from supple.ui.pages import Pages
    from supple.ui.routines.page import RoutinesPage
    from supple.ui.settings.page import SettingsPage
    from supple.ui.settings.plan import PlanCards
    from supple.ui.settings.shortcuts import ShortcutCards
    from supple.ui.sources.page import SourcesPage


class PageMakers:
    """One method for each page of ``pages``."""

    def __init__(self, pages: Pages, look: Look) -> None:
        self._pages = pages
        self._look = look

    def today(self, stack: QWidget) -> TodayPage:
        """The Today page, in ``stack`` from the beginning."""
        pages, look = self._pages, self._look
        page = TodayPage(look, pages.pictures, stack)
        page.start_asked.connect(pages.start_asked)
        page.look_asked.connect(pages.turn_to_routine)
        page.answers_asked.connect(pages.answers_asked)
        page.check_asked.connect(pages.flexibility_asked)
        page.minutes_asked.connect(pages.minutes_asked)
        page.source_asked.connect(pages.show_sources)
        page.plan_asked.connect(pages.show_plan_settings)
        page.next_break.asked.connect(pages.break_act_asked)
        page.next_break.look_asked.connect(pages.break_look_asked)
        return page

    def library(self) -> LibraryPage:
        """The library."""
        from supple.ui.library.page import LibraryPage

        pages, look = self._pages, self._look
        page = LibraryPage(look, pages.pictures, pages.own)
        page.start_asked.connect(pages.start_asked)
        page.start_stretch_asked.connect(pages.start_stretch_asked)
        page.new_stretch_asked.connect(pages.own.stretch_new_asked)
        page.answers_asked.connect(pages.answers_asked)
        page.sources_asked.connect(pages.show_sources)
        if pages.start_key is not None:
            pages.start_key.add(page.detail)
        return page

    def routines(self) -> RoutinesPage:
        """The person's own routines and stretches."""
        from supple.ui.routines.page import RoutinesPage

        pages, look = self._pages, self._look
        page = RoutinesPage(look, pages.pictures, pages.own)
        page.start_asked.connect(pages.start_asked)
        page.start_stretch_asked.connect(pages.start_stretch_asked)
        page.overlay_asked.connect(pages.overlay_asked)
        page.open_file_asked.connect(pages.open_file_asked)
        page.open_folder_asked.connect(pages.open_folder_asked)
        page.check_again_asked.connect(pages.check_again_asked)
        page.copy_asked.connect(pages.copy_asked)
        return page

    def flexibility(self) -> FlexibilityPage:
        """The check of the legs."""
        from supple.ui.flexibility.page import FlexibilityPage
        from supple.ui.pages import Place

        pages, look = self._pages, self._look
        page = FlexibilityPage(look, pages.pictures)
        page.start_asked.connect(pages.start_asked)
        page.answers_asked.connect(pages.answers_asked)
        page.done.connect(lambda: pages.turn(Place.TODAY))
        page.refilled.connect(pages.order_focus)
        page.toast_asked.connect(pages.toast)
        pages.flexibility.open(page)
        return page

    def history(self) -> HistoryPage:
        """The history."""
        from supple.ui.history.page import HistoryPage

        pages, look = self._pages, self._look
        page = HistoryPage(look, pages.pictures)
        page.show_offer(pages.offer)
        page.start_asked.connect(pages.start_asked)
        page.copy_asked.connect(pages.copy_asked)
        page.overlay_asked.connect(pages.overlay_asked)
        page.toast_asked.connect(pages.toast)
        pages.history.open(page)
        return page

    def settings(self) -> SettingsPage:
        """The settings."""
        from supple.ui.settings.page import SettingsPage

        pages, look = self._pages, self._look
        page = SettingsPage(look, pages.pictures.figures)
        page.changed.connect(pages.settings_changed)
        page.shown.connect(pages.settings_shown)
        page.refilled.connect(pages.order_focus)
        page.when_built("voice", lambda cards: cards.test_asked.connect(pages.voice_test_asked))
        page.when_built("data", lambda cards: cards.overlay_asked.connect(pages.overlay_asked))
        page.when_built("goal", self._wire_plan)
        if pages.known is not None:
            page.show_known(pages.known)
        page.when_built("shortcuts", self._wire_shortcuts)
        pages.settings_built.emit(page)
        return page

    def _wire_shortcuts(self, cards: ShortcutCards) -> None:
        cards.toast_asked.connect(self._pages.toast)

    def _wire_plan(self, cards: PlanCards) -> None:
        pages = self._pages
        cards.sources_asked.connect(pages.show_sources)
        cards.toast_asked.connect(pages.toast)
        cards.overlay_asked.connect(pages.overlay_asked)

    def sources(self) -> SourcesPage:
        """Where the numbers come from."""
        from supple.ui.sources.page import SourcesPage

        pages, look = self._pages, self._look
        page = SourcesPage(look)
        page.back_asked.connect(pages.leave_sources)
        page.copy_asked.connect(pages.copy_asked)
        page.copy_asked.connect(lambda _: pages.toast("The link is copied."))
        return page
