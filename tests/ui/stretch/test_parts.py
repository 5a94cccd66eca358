from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Dose, Reps, Sides, Source, Stretch
from supple.core.stretch_draft import blank, checks
from supple.ui.fit import unnamed
from supple.ui.look import Look
from supple.ui.stretch.field import Line
from supple.ui.stretch.form_card import FormPart
from supple.ui.stretch.parts import Basics, Rest, Timing, Words

ALL = (Basics, Words, Timing, Rest)


def shown(part: FormPart, host: QWidget, stretch: Stretch) -> list[tuple[str, object]]:
    part.setParent(host)
    part.show_stretch(stretch)
    part.show()
    kept: list[tuple[str, object]] = []
    part.changed.connect(lambda key, value: kept.append((key, value)))
    return kept


def test_every_field_with_a_check_is_somewhere(look: Look, host: QWidget) -> None:
    long = "x" * 500
    worst = replace(
        blank(),
        name=long,
        **dict.fromkeys(("hold_cue", "release_cue", "switch_cue", "return_cue"), long),
        **dict.fromkeys(("mistakes", "cautions", "variations"), (long,)),
        why=long,
        feel=long,
        dose=Dose(0, sets=0, rest_s=-1, prepare_s=0, switch_s=0, reps=Reps(0, 0, (long,))),
        source=(Source("", "x"), Source(long, long))[:1],
    )
    parts = [part(look) for part in ALL]
    for part in parts:
        shown(part, host, worst)
    for check in checks(worst):
        assert any(part.focus(check.field) for part in parts), check.field


def test_every_control_has_a_name(look: Look, host: QWidget, calf: Stretch) -> None:
    for part in (made(look) for made in ALL):
        shown(part, host, calf)
        assert unnamed(part) == []


def test_ticking_a_hold_or_movements_begins_with_a_usual_dose(
    look: Look, host: QWidget, calf: Stretch
) -> None:
    timing = Timing(look)
    kept = shown(timing, host, calf)
    timing._reps.click()
    timing._hold.click()
    assert kept == [("dose.reps", Reps(10, 3.0)), ("dose.hold_s", None)]


def test_only_what_goes_for_the_dose_is_asked(look: Look, host: QWidget, calf: Stretch) -> None:
    timing = Timing(look)
    shown(timing, host, calf)
    _, words, during = timing._movements
    assert (timing._length.isHidden(), words.isHidden(), during.isHidden()) == (False, True, True)
    timing.show_stretch(replace(calf, dose=Dose(reps=Reps(10, 3.0)), sides=Sides.BOTH))
    assert (timing._length.isHidden(), words.isHidden(), during.isHidden()) == (True, False, True)
    assert timing._switch.isHidden()
    timing.show_stretch(replace(calf, dose=Dose(hold_s=9, reps=Reps(10, 3.0))))
    assert not during.isHidden()


def test_words_of_a_movement_stand_between_commas(
    look: Look, host: QWidget, calf: Stretch, qtbot: QtBot
) -> None:
    timing = Timing(look)
    kept = shown(timing, host, replace(calf, dose=Dose(reps=Reps(10, 3.0, ("up", "down")))))
    assert timing._words.text() == "up, down"
    timing._words.end(False)
    qtbot.keyClicks(timing._words, ",")
    assert kept == [("dose.reps", Reps(10, 3.0, ("up", "down")))]
    timing.show_stretch(replace(calf, dose=Dose(reps=Reps(10, 3.0, ("up", "down")))))
    assert timing._words.text() == "up, down,"


def test_there_is_no_switch_where_both_work_at_once(
    look: Look, host: QWidget, calf: Stretch
) -> None:
    words = Words(look)
    shown(words, host, calf)
    assert not words._switch.isHidden()
    words.show_stretch(replace(calf, sides=Sides.BOTH))
    assert words._switch.isHidden()


def test_who_told_it_is_kept_before_the_other_sources(
    look: Look, host: QWidget, calf: Stretch, qtbot: QtBot
) -> None:
    rest = Rest(look)
    kept = shown(rest, host, calf)
    qtbot.keyClicks(rest._told, "A")
    assert kept == [("source", (Source("A"),))]
    both = (Source("000_7f21001406c7506c", "30 s"), Source("A book"))
    kept = shown(rest, host, replace(calf, source=both))
    assert rest._told.text() == "Guide to back pain stretches"
    rest._says.end(False)
    qtbot.keyClicks(rest._says, ".")
    assert kept[-1] == ("source", (Source("000_7f21001406c7506c", "30 s."), Source("A book")))


def test_an_emptied_source_is_none(look: Look, host: QWidget, calf: Stretch, qtbot: QtBot) -> None:
    rest = Rest(look)
    kept = shown(rest, host, replace(calf, source=(Source("A"),)))
    rest._told.clear()
    rest._told.typed.emit("")
    assert kept == [("source", ())]


def test_an_example_says_what_the_button_says(look: Look, host: QWidget, calf: Stretch) -> None:
    examples = []
    for made in ALL:
        part = made(look)
        shown(part, host, calf)
        examples += [line.placeholderText() for line in part.findChildren(Line)]
    assert "Let your left/right heel sink." in examples
    assert not any("{" in example for example in examples)
