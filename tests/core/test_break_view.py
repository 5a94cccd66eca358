from __future__ import annotations

import pytest

from supple.core.break_view import (
    BUSY_NAMES,
    TITLE,
    DeskView,
    PromptView,
    hides_in,
    in_short,
    overlapping,
    paused_until,
    prompt_view,
)
from supple.core.breaks.event import Prompt, Reason
from supple.core.breaks.look import Busy
from supple.core.breaks.status import Phase, Status
from supple.core.offer import Offer


def test_a_prompt_shows_its_reason_and_the_routine_it_starts() -> None:
    prompt = Prompt(
        Reason.INTERVAL, "You have been sitting for 52 minutes.", "", False, False, 60.0, 160.0, 15
    )
    offer = Offer("desk-break", "Desk break", "", "", "", "4 min", "", "", "seated-heel-out")
    assert prompt_view(prompt, offer) == PromptView(
        routine="desk-break",
        name="Desk break",
        minutes="4 min",
        figure="seated-heel-out",
        why="You have been sitting for 52 minutes.",
        snooze_min=15,
        shows_s=60.0,
        closes_at=160.0,
        title=TITLE,
    )


@pytest.mark.parametrize(
    ("equipment", "minutes", "short", "why"),
    [
        ("Mat, strap", "9 min", False, "Your mat and strap, and 9 quiet minutes."),
        ("Mat", "1 min", False, "Your mat, and 1 quiet minute."),
        ("Wall, mat, strap", "45 s", False, "Your wall, mat and strap, and a quiet minute."),
        ("", "9 min", False, "9 quiet minutes before bed."),
        ("", "45 s", False, "A quiet minute before bed."),
        ("Mat", "9 min", True, "Even one minute helps."),
    ],
)
def test_in_the_evening_it_tells_what_is_to_hand(
    equipment: str, minutes: str, short: bool, why: str
) -> None:
    told = "Even one minute helps." if short else "It is 22:00, the time you chose."
    prompt = Prompt(Reason.FIXED, told, "bedtime", short, False, 60.0, 160.0, 15)
    offer = Offer("evening", "Evening", "", "", "", minutes, "", equipment, "")
    assert prompt_view(prompt, offer).why == why


@pytest.mark.parametrize(
    ("routine", "occasion", "short", "instead", "why"),
    [
        ("evening", "", False, "", "It is 22:00, the time you chose for Evening."),
        ("evening", "bedtime", False, "", "It is 22:00, the time you chose for Evening."),
        ("", "", False, "", "It is 22:00, the time you chose."),
        ("other", "", False, "Other is gone.", "Other is gone. Evening comes instead."),
        ("evening", "", True, "", "It is 22:00, the time you chose."),
        ("other", "", True, "Other is gone.", "It is 22:00, the time you chose."),
    ],
)
def test_a_routine_that_was_chosen_is_named_or_it_is_said_why_not(
    routine: str, occasion: str, short: bool, instead: str, why: str
) -> None:
    told = "It is 22:00, the time you chose."
    prompt = Prompt(Reason.FIXED, told, occasion, short, False, 60.0, 160.0, 15, "22:00", routine)
    offer = Offer("evening", "Evening", "", "", "", "9 min", "", "Mat", "")
    assert prompt_view(prompt, offer, instead=instead).why == why


@pytest.mark.parametrize(
    ("left_s", "clock"),
    [(60.0, "1:00"), (48.0, "0:48"), (47.2, "0:48"), (9.0, "0:09"), (0.1, "0:01"), (-3.0, "0:00")],
)
def test_the_time_left_counts_seconds_that_have_begun(left_s: float, clock: str) -> None:
    assert hides_in(left_s) == f"Hides by itself in {clock}"


def test_everything_that_may_hold_a_prompt_back_has_a_name_of_its_own() -> None:
    assert set(BUSY_NAMES) == set(Busy)
    assert len({name for name, _ in BUSY_NAMES.values()}) == len(Busy)
    assert {sense.kind for sense in DeskView().senses} == set(Busy)


@pytest.mark.parametrize(
    ("reason", "short"),
    [
        ("no way is known for this system", "this system does not tell"),
        ("sound server: no sound server runs", "no sound service runs"),
        ("power: no session bus; login: no system bus", "the system does not tell"),
        (
            "X11: under Wayland an X11 program does not see the desktop; GNOME: it does not run",
            "Wayland keeps it from programs",
        ),
        ("X11: no X11 display", "the desktop does not tell"),
        ("", ""),
    ],
)
def test_a_reason_names_each_cause_once(reason: str, short: str) -> None:
    assert in_short(reason) == short


@pytest.mark.parametrize(
    ("ranges", "told"),
    [
        (("09:00-17:30",), ""),
        (("09:00-12:00", "13:00-17:00"), ""),
        (("09:00-12:00", "12:00-17:00"), ""),
        (
            ("09:00-17:30", "10:00-12:00"),
            "10:00 to 12:00 adds nothing: it lies within 09:00 to 17:30.",
        ),
        (
            ("22:00-02:00", "23:00-01:00"),
            "23:00 to 01:00 adds nothing: it lies within 22:00 to 02:00.",
        ),
    ],
)
def test_hours_within_hours_are_told(ranges: tuple[str, ...], told: str) -> None:
    assert overlapping(ranges) == told


def test_a_pause_is_told_in_the_settings_and_nothing_else() -> None:
    status = Status(Phase.PAUSED, "Paused until 14:30", "Paused until 14:30")
    assert paused_until(status) == "Paused until 14:30. Today and the tray end the pause."
    assert paused_until(Status(Phase.WAITING, "Next break in 5 min", "")) == ""
