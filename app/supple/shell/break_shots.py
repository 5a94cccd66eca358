"""The break prompt and what belongs to it, in each of their states, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from supple.core.break_view import DeskView, PromptView, SenseView
from supple.core.breaks.look import Busy
from supple.core.settings import Settings

if TYPE_CHECKING:
    from supple.shell.studio import Studio

DUE = PromptView(
    routine="desk-break",
    name="Desk break",
    minutes="4 min",
    figure="seated-heel-out",
    why="You have been sitting for 52 minutes.",
    snooze_min=5,
    shows_s=60.0,
    closes_at=48.0,
)
"""At an instant that is 0."""
_HOURS = ("09:00-12:30", "13:30-17:30")
_TIMES = ("07:00 rising", "10:30")
_ELSEWHERE = DeskView(
    senses=(
        SenseView(Busy.FULL_SCREEN),
        SenseView(Busy.PRESENTING, "this desktop does not tell"),
        SenseView(Busy.MICROPHONE, "no sound server runs"),
        SenseView(Busy.DO_NOT_DISTURB),
        SenseView(Busy.AWAKE),
    ),
    prompt="Wayland lets no program place a window or keep it on top",
    tray="This desktop shows no tray",
)


def due(studio: Studio) -> None:
    studio.prompt(DUE)


def snoozed_twice(studio: Studio) -> None:
    studio.prompt(replace(DUE, minutes="1 min", why="Even one minute helps."))


def last_seconds(studio: Studio) -> None:
    studio.prompt(replace(DUE, closes_at=9.0))


def evening(studio: Studio) -> None:
    why, figure = "It is 20:00, the time you chose.", "supine-strap-straight-leg"
    view = replace(DUE, why=why, figure=figure, minutes="9 min", snooze_min=15)
    studio.prompt(replace(view, closes_at=52.0))


def settings(studio: Studio) -> None:
    studio.settings("breaks")


def settings_more(studio: Studio) -> None:
    settings(studio)
    page = studio.window.pages.settings.get()
    page.show_settings(Settings(break_ranges=_HOURS, break_times=_TIMES))


def settings_elsewhere(studio: Studio) -> None:
    settings(studio)
    studio.window.pages.settings.get().breaks.show_desk(_ELSEWHERE)
    studio.scroll_down()


def leaving(studio: Studio) -> None:
    studio.ask_on_closing("")


def leaving_without_tray(studio: Studio) -> None:
    studio.ask_on_closing(_ELSEWHERE.tray)


PROMPTS: dict[str, Callable[[Studio], None]] = {
    "04-break-prompt": due,
    "04c-break-prompt-snoozed-twice": snoozed_twice,
    "04d-break-prompt-last-seconds": last_seconds,
    "04e-break-prompt-evening": evening,
}
"""Pictures of the prompt alone."""
BREAKS: dict[str, Callable[[Studio], None]] = {
    "04f-closing": leaving,
    "04g-closing-no-tray": leaving_without_tray,
    "08g-settings-breaks": settings,
    "08h-settings-breaks-more": settings_more,
    "08i-settings-breaks-elsewhere": settings_elsewhere,
}
"""Pictures of the window."""
