from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QWidget
from pytestqt.qtbot import QtBot

from supple.core.my_plan import Known
from supple.core.offer import Offer
from supple.core.settings import Motion, Settings, Theme
from supple.core.speech_level import SpeechLevel
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.nav import NavItem
from supple.ui.settings.figure_choice import FigureChoice
from supple.ui.settings.page import SettingsPage
from supple.ui.settings.theme_choice import ThemeChoice
from supple.ui.tabbing import stops_in
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch
from supple.ui.widgets.tick import Tick


@pytest.fixture
def page(qtbot: QtBot, look: Look, figures: FigurePainter) -> SettingsPage:
    made = SettingsPage(look, figures)
    qtbot.addWidget(made)
    made.resize(904, 760)
    made.show_settings(Settings())
    made.show()
    for section in ("breaks", "goal", "appearance", "data", "shortcuts", "voice"):
        made.choose(section)
    return made


def test_a_section_is_built_when_it_is_visited(
    qtbot: QtBot, look: Look, figures: FigurePainter
) -> None:
    fresh = SettingsPage(look, figures)
    qtbot.addWidget(fresh)
    fresh.show_settings(Settings(text_scale=1.3, full_screen=False))
    told: list[object] = []
    fresh.when_built("appearance", told.append)
    assert not any(w.accessibleName() == "Open in full screen" for w in fresh.findChildren(Switch))
    with qtbot.waitSignal(fresh.refilled):
        fresh.choose("appearance")
    assert told == [fresh.appearance]
    made = next(
        w for w in fresh.findChildren(Switch) if w.accessibleName() == "Open in full screen"
    )
    assert not made.isChecked(), "it shows what was given before it was there"
    fresh.when_built("appearance", told.append)
    assert told == [fresh.appearance, fresh.appearance]
    with qtbot.assertNotEmitted(fresh.refilled):
        fresh.choose("appearance")


def test_the_ring_is_not_left_with_another_section(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    first, data = (named(page, NavItem, name) for name in ("Voice", "Data"))
    first.setFocus()
    qtbot.mouseClick(data, Qt.MouseButton.LeftButton)
    assert not first.hasFocus()
    assert data.hasFocus()


def named(page: SettingsPage, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChildren(kind)
    return next(w for w in found if name in (w.accessibleName(), w.objectName()))


def switch(page: SettingsPage, name: str) -> None:
    widget = named(page, Switch, name)
    assert isinstance(widget, Switch)
    widget.toggle()


def pick(page: SettingsPage, name: str, key: str) -> None:
    widget = named(page, Segmented, name)
    assert isinstance(widget, Segmented)
    widget.choose(key)
    widget.chosen.emit(key)


def test_the_size_of_the_text_stays_in_sight_as_the_text_grows(
    qtbot: QtBot, look: Look, page: SettingsPage
) -> None:
    page.choose("appearance")
    page.resize(688, 560)
    size = named(page, Segmented, "Text size")
    for scale in (1.0, 1.3):
        look.set_text_scale(scale)
        qtbot.waitUntil(lambda: not size.visibleRegion().isEmpty())
        top = size.mapTo(page, QPoint()).y()
        assert top + size.height() < page.height()
    assert size.visibleRegion().boundingRect() == size.rect()
    first = page.appearance.cards[0]
    assert first.isAncestorOf(size)


def slide(page: SettingsPage) -> None:
    widget = named(page, QSlider, "Volume")
    assert isinstance(widget, QSlider)
    widget.setValue(35)


def speak(page: SettingsPage) -> None:
    combo = named(page, Combo, "How much it says")
    assert isinstance(combo, Combo)
    combo.activated.emit(combo.findText("Chimes only"))


def goal(page: SettingsPage) -> Stepper:
    found = page.findChildren(Stepper)
    return next(s for s in found if s.field.accessibleName().endswith("a week"))


def step(page: SettingsPage) -> None:
    stepper = goal(page)
    stepper.field.stepUp()


def person(page: SettingsPage) -> None:
    choice = page.findChild(FigureChoice)
    assert choice is not None
    choice.chosen.emit(2, 1)


def theme(page: SettingsPage) -> None:
    choice = page.findChild(ThemeChoice)
    assert choice is not None
    choice.chosen.emit(Theme.DARK)


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        (lambda page: switch(page, "Speak during sessions"), Settings(voice_on=False)),
        (lambda page: switch(page, "Open in full screen"), Settings(full_screen=False)),
        (slide, Settings(volume=0.35)),
        (speak, Settings(speech=SpeechLevel.CHIMES)),
        (lambda page: switch(page, "Keep the speaker awake"), Settings(wake_output=False)),
        (person, Settings(skin=2, hair=1)),
        (step, Settings(weekly_goal_days=4)),
        (theme, Settings(theme=Theme.DARK)),
        (lambda page: pick(page, "Text size", "1.3"), Settings(text_scale=1.3)),
        (lambda page: pick(page, "Screen text size", "1.2"), Settings(session_text_scale=1.2)),
        (lambda page: pick(page, "Motion", "reduced"), Settings(motion=Motion.REDUCED)),
    ],
)
def test_every_choice_is_told_at_once(
    qtbot: QtBot, page: SettingsPage, act: Callable[[SettingsPage], None], wanted: Settings
) -> None:
    with qtbot.waitSignal(page.changed) as got:
        act(page)
    assert got.args == [wanted]


def test_showing_settings_tells_nobody(page: SettingsPage) -> None:
    told: list[object] = []
    page.changed.connect(told.append)
    page.show_settings(
        Settings(
            theme=Theme.DARK,
            text_scale=1.3,
            session_text_scale=1.2,
            motion=Motion.FULL,
            voice_on=False,
            skin=1,
            hair=2,
            speech=SpeechLevel.BRIEF,
            volume=0.2,
            full_screen=False,
            weekly_goal_days=6,
        )
    )
    assert told == []
    volume = named(page, QSlider, "Volume")
    assert isinstance(volume, QSlider)
    assert volume.value() == 20
    speech = named(page, Combo, "How much it says")
    assert isinstance(speech, Combo)
    assert speech.currentText().startswith("Brief")


def test_coming_into_view_is_told_each_time(page: SettingsPage) -> None:
    told: list[bool] = []
    page.shown.connect(lambda: told.append(True))
    page.hide()
    page.show()
    assert told == [True]


def test_the_level_decides_which_kinds_can_be_chosen(page: SettingsPage) -> None:
    setup = next(t for t in page.findChildren(Tick) if t.text() == "Getting into position")
    assert setup.isEnabled()
    speak(page)
    assert not setup.isEnabled()


def test_every_level_of_speech_can_be_chosen(page: SettingsPage) -> None:
    speech = named(page, Combo, "How much it says")
    assert isinstance(speech, Combo)
    assert [speech.itemData(n) for n in range(speech.count())] == list(SpeechLevel)


def test_changes_add_up(page: SettingsPage) -> None:
    told: list[Settings] = []
    page.changed.connect(told.append)
    switch(page, "Open in full screen")
    step(page)
    assert told[-1] == Settings(full_screen=False, weekly_goal_days=4)


def test_sections_turn_with_the_list_and_with_the_combo(qtbot: QtBot, page: SettingsPage) -> None:
    item = next(i for i in page.findChildren(NavItem) if i.text() == "Appearance")
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    themes = page.findChild(ThemeChoice)
    assert themes is not None
    assert themes.isVisible()
    page.set_narrow(True)
    assert not item.isVisible()
    combo = page.findChild(Combo)
    assert combo is not None
    assert page.main_widget() is combo
    assert combo.currentText() == "Appearance"
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert not themes.isVisible()


def test_the_data_section_asks_for_its_values_whenever_it_comes_into_view(
    qtbot: QtBot, page: SettingsPage
) -> None:
    told: list[bool] = []
    page.data.shown.connect(lambda: told.append(True))
    item = next(i for i in page.findChildren(NavItem) if i.text() == "Data")
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert told == [True]
    page.hide()
    page.show()
    assert told == [True, True]
    page.choose("voice")
    page.hide()
    page.show()
    assert told == [True, True]


def test_what_is_being_done_stays_in_sight_below_the_cards(page: SettingsPage) -> None:
    page.choose("data")
    page.data.set_busy("Making a backup...")
    page.grab()
    busy = page.data.busy
    assert busy.isVisible()
    assert page.rect().contains(busy.geometry().translated(busy.mapTo(page, QPoint()) - busy.pos()))
    page.data.set_busy(None)
    assert not busy.isVisible()


def test_one_choice_renames_another(qtbot: QtBot, page: SettingsPage) -> None:
    page.choose("goal")
    pick(page, "What counts", "sessions")
    assert goal(page).field.accessibleName() == "Sessions a week"


def test_breaks_lead_to_the_plan_and_both_know_what_may_be_in_it(
    qtbot: QtBot, page: SettingsPage
) -> None:
    desk = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
    page.show_known(Known((desk,), {"": desk}))
    page.show_settings(Settings(break_times=("10:30",)))
    page.choose("breaks")
    line = "10:30, Desk break, 4 min: mornings, Mon to Fri"
    assert line in [text.text() for text in page.findChildren(Text) if text.isVisible()]
    with qtbot.waitActive(page):
        page.activateWindow()
    button = next(b for b in page.findChildren(Button) if b.text() == "Change in my plan")
    button.click()
    combo = next(c for c in page.findChildren(Combo) if c.accessibleName() == "Desk break")
    assert combo.isVisible()
    assert combo.hasFocus()


def test_a_section_built_later_knows_what_may_be_planned(
    qtbot: QtBot, look: Look, figures: FigurePainter
) -> None:
    fresh = SettingsPage(look, figures)
    qtbot.addWidget(fresh)
    desk = Offer("desk-break", "Desk break", "", "", "", "7 min", "On your chair", "", "")
    fresh.show_known(Known((desk,), {"": desk}))
    fresh.choose("goal")
    assert "Desk break, 7 min" in [text.text() for text in fresh.findChildren(Text)]


def test_tab_goes_through_the_plan_as_it_reads(qtbot: QtBot, page: SettingsPage) -> None:
    desk = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
    page.choose("goal")
    page.show_known(Known((desk,), {"": desk}))
    page.show_settings(Settings(break_times=("10:30",)))
    # A line that comes later stands above what was there before it.
    page.show_settings(Settings(break_times=("10:30", "15:00")))
    page.resize(904, 900)
    page.grab()
    card = page.plan.daily.card
    stops = stops_in(page.tab_stops())
    assert stops[0] is page.main_widget()
    here = [stop for stop in stops if card.isAncestorOf(stop)]
    tops = [stop.mapTo(card, stop.rect().center()).y() // 20 for stop in here]
    assert len(here) == 9
    assert tops == sorted(tops)
