from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.left_out import UNANSWERED, LeftOut, left_out
from supple.core.routine import Catalogue, RoutineStep
from supple.core.safety import Screening
from supple.core.why import OWN, OWN_DOSES, OWN_TITLE, about_stretch
from supple.ui.library.detail import Detail
from supple.ui.library.fold import Fold, FoldHead
from supple.ui.library.parts import MuscleBar, StretchRow
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip


@pytest.fixture
def detail(qtbot: QtBot, look: Look, pictures: Pictures) -> Detail:
    made = Detail(look, pictures)
    qtbot.addWidget(made)
    made.resize(344, 600)
    made.show()
    return made


def texts(detail: Detail) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in detail.findChildren(Text) if text.isVisible()]


def test_a_stretch_is_told_for_the_left_leg(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.show_stretch(stretch, 180.0)
    said = " ".join(texts(detail))
    assert "your left foot" in said
    assert "{" not in said
    assert stretch.name in said
    assert all(mistake in said for mistake in stretch.mistakes)
    chips = [chip.text() for chip in detail.findChildren(Chip)]
    assert chips == ["3 min", "30 s + 10 reps, each side"]
    bars = [bar.accessibleName() for bar in detail.findChildren(MuscleBar)]
    assert bars == ["Hamstrings: main", "Calves: some"]


def test_cautions_and_reasons_to_leave_it_out_are_told(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["standing-forward-fold"]
    detail.show_stretch(stretch, 60.0)
    banners = [banner.accessibleName() for banner in detail.findChildren(Banner)]
    assert len(banners) == 1
    assert all(caution in banners[0] for caution in stretch.cautions)
    assert "Leave it out with" in banners[0]
    assert "a slipped (herniated) disc" in banners[0]


def banners(detail: Detail) -> list[str]:
    QApplication.processEvents()
    return [b.accessibleName() for b in detail.findChildren(Banner) if b.isVisible()]


def test_the_reasons_are_closed_at_first_and_name_the_source(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.show_stretch(stretch, 180.0)
    (fold,) = detail.findChildren(Fold)
    assert not fold.opened
    assert fold.head.accessibleDescription() == "Source: Guide to back pain stretches, 2 more"
    assert stretch.why not in texts(detail)


def test_opened_they_tell_every_source_and_the_limits(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.show_stretch(stretch, 180.0)
    detail.unfold()
    said = texts(detail)
    why = about_stretch(stretch)
    assert [part for part in (*why.does, *why.limits, why.dose) if part not in said] == []
    assert [source.says for source in stretch.source if source.says not in said] == []


def test_of_ones_own_nothing_is_promised(detail: Detail, content: Any) -> None:
    stretch = content.catalogue.stretches["supine-strap-bent-knee"]
    detail.own = frozenset({stretch.id, "back-care-pair"})
    detail.show_stretch(stretch, 180.0)
    detail.unfold()
    assert detail.findChildren(Fold)[-1].head.accessibleName() == f"{OWN_TITLE}, open"
    assert OWN in texts(detail)
    assert not any("begins with" in text for text in texts(detail))
    detail.show_routine(content.catalogue.routines["back-care-pair"], content.catalogue, 400.0)
    detail.unfold()
    assert {OWN, OWN_DOSES} <= set(texts(detail))


def test_another_stretch_begins_closed(detail: Detail, content: Any) -> None:
    stretches = content.catalogue.stretches
    detail.show_stretch(stretches["supine-strap-bent-knee"], 180.0)
    detail.unfold()
    detail.show_stretch(stretches["march"], 60.0)
    assert stretches["supine-strap-bent-knee"].why not in texts(detail)
    assert stretches["march"].why not in texts(detail)


def test_all_sources_begin_with_the_first_one(qtbot: QtBot, detail: Detail, content: Any) -> None:
    detail.show_stretch(content.catalogue.stretches["wall-supine"], 60.0)
    detail.unfold()
    (button,) = (b for b in detail.findChildren(Button) if b.text() == "All sources")
    with qtbot.waitSignal(detail.sources_asked) as got:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert got.args == ["003_4a28cb51ab44727d"]


def test_what_is_left_out_says_why_and_cannot_be_started(
    qtbot: QtBot, detail: Detail, content: Any
) -> None:
    stretches = content.catalogue.stretches
    detail.show_stretch(stretches["march"], 60.0, "Left out because of your answers: knee pain.")
    assert not detail.start.isEnabled()
    assert "Left out for you" in texts(detail)
    assert "knee pain" in banners(detail)[0]
    assert "Settings" in banners(detail)[0]
    assert isinstance(detail.main(), FoldHead)
    with qtbot.assertNotEmitted(detail.start_stretch_asked):
        qtbot.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    detail.show_stretch(stretches["arm-circles"], 60.0)
    assert detail.start.isEnabled()
    assert detail.main() is detail.start
    assert "Left out for you" not in texts(detail)


def test_a_routine_shows_what_it_is_done_without(detail: Detail, content: Any) -> None:
    every = content.catalogue
    whole = every.routines["desk-break"]
    shorter = replace(whole, steps=whole.steps[:1])
    reason = "Left out because of your answers: a slipped (herniated) disc."
    gone = {"chair-forward-fold": reason, "office-chair-extension": reason}
    without = LeftOut(gone, {}, {"desk-break": tuple(gone)})
    detail.show_routine(shorter, every, 60.0, without)
    rows = [row.accessibleName() for row in detail.findChildren(StretchRow)]
    assert rows[1:] == ["Forward lean on a chair, Left out", "Both legs out at the desk, Left out"]
    assert banners(detail)[0].startswith(f"{reason}\n")
    assert detail.start.isEnabled()


def test_before_any_answer_it_leads_to_the_questions(
    qtbot: QtBot, detail: Detail, content: Any
) -> None:
    stretch = content.catalogue.stretches["supine-strap-straight-leg"]
    detail.show_stretch(stretch, 60.0, UNANSWERED)
    assert banners(detail)[0] == UNANSWERED
    assert "Waits for your answers" in texts(detail)
    (answer,) = (b for b in detail.findChildren(Button) if b.text() == "Answer")
    with qtbot.waitSignal(detail.answers_asked):
        answer.click()


def test_reasons_that_differ_are_told_one_by_one(detail: Detail, content: Any) -> None:
    screening = Screening(date(2026, 5, 4), frozenset({"spine", "leg"}), date(2026, 5, 4))
    catalogue = content.catalogue
    routine = catalogue.routines["desk-break"]
    detail.show_routine(routine, catalogue, 60.0, left_out(catalogue, screening))
    assert banners(detail)[0].split("\n")[:2] == [
        "Every stretch of it is left out because of your answers.",
        "Your answers are under Settings, Plan and goal.",
    ]
    two = replace(routine, steps=(*routine.steps, RoutineStep("march")))
    more = Catalogue(catalogue.stretches, {two.id: two})
    detail.show_routine(two, more, 60.0, left_out(more, screening))
    assert banners(detail)[0].split("\n")[:3] == [
        "Left out because of your answers.",
        "Heel out on a chair: numbness, tingling or weakness in a leg.",
        "Forward lean on a chair: a slipped (herniated) disc.",
    ]


def test_a_routine_that_is_left_out_altogether_cannot_be_started(
    detail: Detail, content: Any
) -> None:
    catalogue: Catalogue = content.catalogue
    stopped = LeftOut({}, {"desk-break": "Please talk to a doctor first."})
    detail.show_routine(catalogue.routines["desk-break"], catalogue, 60.0, stopped)
    assert not detail.start.isEnabled()
    assert banners(detail)[0].startswith("Please talk to a doctor first.")


def test_a_routine_lists_its_stretches_in_its_own_dose(detail: Detail, content: Any) -> None:
    routine = content.catalogue.routines["desk-break"]
    detail.show_routine(routine, content.catalogue, 240.0)
    rows = [row.accessibleName() for row in detail.findChildren(StretchRow)]
    assert len(rows) == len(routine.steps)
    assert rows[0].startswith("Heel out on a chair, 2 \N{MULTIPLICATION SIGN} 20 s, each side")


@pytest.mark.parametrize("kind", ["stretch", "routine"])
def test_start_says_what_to_start(qtbot: QtBot, detail: Detail, content: Any, kind: str) -> None:
    if kind == "stretch":
        detail.show_stretch(content.catalogue.stretches["march"], 60.0)
        signal, wanted = detail.start_stretch_asked, "march"
    else:
        routine = content.catalogue.routines["lying-down"]
        detail.show_routine(routine, content.catalogue, 60.0)
        signal, wanted = detail.start_asked, "lying-down"
    with qtbot.waitSignal(signal) as got:
        qtbot.keyClick(detail.start, Qt.Key.Key_Return)
    assert got.args == [wanted]


def test_everything_there_is_can_be_shown(qtbot: QtBot, detail: Detail, content: Any) -> None:
    for stretch in content.catalogue.stretches.values():
        detail.show_stretch(stretch, 60.0)
        detail.unfold()
        detail.grab()
    for routine in content.catalogue.routines.values():
        detail.show_routine(routine, content.catalogue, 60.0)
        detail.unfold()
        detail.grab()
    assert detail.start.accessibleName() == f"Start {routine.name}"


def test_a_routine_says_who_leaves_which_stretch_out(detail: Detail, content: Any) -> None:
    routine = content.catalogue.routines["desk-break"]
    detail.show_routine(routine, content.catalogue, 240.0)
    (banner,) = (banner.accessibleName() for banner in detail.findChildren(Banner))
    lines = banner.split("\n")
    assert [line.split(":")[0] for line in lines] == [
        "Forward lean on a chair",
        "Both legs out at the desk",
    ]
    assert all("leave it out with" in line for line in lines)


def test_the_menu_knows_what_is_the_persons_own(detail: Detail, content: Any) -> None:
    routine = content.catalogue.routines["desk-break"]
    detail.show_routine(routine, content.catalogue, 180.0)
    assert "Make my own copy" in [a.text() for a in detail.more.make_menu().actions()]
    detail.own = frozenset({"desk-break"})
    detail.show_routine(routine, content.catalogue, 180.0)
    assert "Edit" in [a.text() for a in detail.more.make_menu().actions()]


def test_the_picture_takes_more_of_a_high_window_and_less_of_a_low_one(
    qtbot: QtBot, look: Look, detail: Detail
) -> None:
    detail.set_low(True)
    detail.resize(1000, 400)
    low = detail.stage.height()
    detail.resize(1000, 740)
    assert low < 200 < detail.stage.height() < 740 / 2
    detail.set_low(False)
    beside = detail.stage.height()
    look.set_text_scale(1.3)
    detail.set_low(False)
    assert detail.stage.height() > beside
