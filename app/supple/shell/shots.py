"""Which pictures there are, and how to get the window into each state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supple.core.first_run import FirstRun, Occasion, Step
from supple.core.history_ask import Period
from supple.core.routine import Position
from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, Advice
from supple.core.shelf import Filters, Kind
from supple.shell.break_shots import BREAKS, PROMPTS
from supple.shell.check_shots import CHECKS
from supple.shell.editor_shots import EDITORS
from supple.shell.history_sample import editable
from supple.shell.key_shots import KEYS, TAUGHT_SESSIONS
from supple.shell.plan_shots import PLANS
from supple.shell.pose_shots import POSES
from supple.shell.sample import TODAY
from supple.shell.session_shots import CARE, SESSIONS, hold_left
from supple.shell.share_shots import SHARES
from supple.shell.stretch_shots import STRETCHES

if TYPE_CHECKING:
    from supple.shell.studio import Studio

Size = tuple[int, int]
USUAL: Size = (1100, 760)
SMALL: Size = (760, 560)
FULL: Size = (1920, 1080)
RESTORED = "Your history was damaged, so we restored it from this morning, 08:58."
MISSING = (
    "97 of 98 sessions are back. Today's 10:32 desk break is missing. The damaged file is kept."
)
MORE = "Missing: the desk break of today, 10:32."
AGAIN = FirstRun((Step.SAFETY,), occasion=Occasion.DUE)
NO_VOICE = "No voice is available right now. Sessions go on with chimes and captions."


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    name: str
    pose: Callable[[Studio], None]
    """Gets the window into the state."""
    theme: str = "light"
    contrast: str = "normal"
    size: Size = USUAL
    """Pixels."""
    scale: float = 1.0
    """Of the text."""


def shots() -> Iterator[Shot]:
    """Every picture, by name."""
    for name, pose in {
        **_PAGES,
        **KEYS,
        **PLANS,
        **CHECKS,
        **BREAKS,
        **POSES,
        **STRETCHES,
        **SHARES,
        **EDITORS,
    }.items():
        yield Shot(f"{name}-light", pose)
        yield Shot(f"{name}-dark", pose, "dark")
        yield Shot(f"{name}-min-760x560-light", pose, size=SMALL)
        yield Shot(f"{name}-text-130-light", pose, scale=1.3)
        yield from _high(name, pose)
        yield Shot(f"{name}-fullscreen-1920x1080-light", pose, size=FULL)
        for percent in (90, 115):
            yield Shot(f"{name}-text-{percent:03}-light", pose, scale=percent / 100)
        # The worst there is: the smallest window with the largest text.
        yield Shot(f"{name}-min-text-130-light", pose, size=SMALL, scale=1.3)
    for name, pose in PROMPTS.items():
        yield Shot(f"{name}-light", pose)
        yield Shot(f"{name}-dark", pose, "dark")
        yield Shot(f"{name}-text-130-light", pose, scale=1.3)
        yield from _high(name, pose)
    for name, pose in SESSIONS.items():
        yield Shot(f"{name}-light", pose)
        yield Shot(f"{name}-dark", pose, "dark")
        yield from _high(name, pose)
    for name, pose in TAUGHT_SESSIONS.items():
        yield Shot(f"{name}-light", pose)
        yield Shot(f"{name}-min-760x560-light", pose, size=SMALL)
    for name in CARE:
        yield Shot(f"{name}-min-760x560-light", SESSIONS[name], size=SMALL)
        yield Shot(f"{name}-fullscreen-1920x1080-light", SESSIONS[name], size=FULL)
    yield Shot("03j-session-min-760x560-light", hold_left, size=SMALL)
    yield Shot("03k-session-fullscreen-1920x1080-light", hold_left, size=FULL)


def _high(name: str, pose: Callable[[Studio], None]) -> Iterator[Shot]:
    for theme in ("light", "dark"):
        yield Shot(f"{name}-high-{theme}", pose, theme, "high")


# The pages


def first_day(studio: Studio) -> None:
    studio.window.show_today(studio.sample.first_day())


def no_voice(studio: Studio) -> None:
    studio.window.notice("voice", NO_VOICE, "care")


def saving_sound(studio: Studio) -> None:
    from supple.ui.guide_strip import GuideStrip

    strip = GuideStrip(studio.window.look, "Saving full-session.mp3.")
    studio.window.pages.notices.put("guide", strip)
    strip.show_progress(0.75, "Writing, about 6 s left")


def routines(studio: Studio) -> None:
    studio.library()


def sheet(studio: Studio) -> None:
    studio.print_sheet("back-care-pair")


def stretches(studio: Studio) -> None:
    studio.library(Kind.STRETCH)


def detail(studio: Studio) -> None:
    studio.library(Kind.STRETCH).list.entered.emit()


def why(studio: Studio) -> None:
    page = studio.library(Kind.STRETCH)
    page.list.choose("supine-strap-bent-knee")
    page.list.entered.emit()
    studio.settle()
    page.detail.unfold()


def without_some(studio: Studio) -> None:
    studio.answer("spine")
    studio.library().list.choose("desk-break")


def left_out_one(studio: Studio) -> None:
    studio.answer("spine")
    page = studio.library(Kind.STRETCH)
    page.list.choose("chair-forward-fold")
    page.list.entered.emit()


def sources(tab: str) -> Callable[[Studio], None]:
    """The sources page at one of its tabs."""

    def pose(studio: Studio) -> None:
        studio.window.pages.show_sources()
        studio.window.pages.sources.get().choose(tab)

    return pose


def voice_kinds(studio: Studio) -> None:
    studio.settings("voice")
    studio.scroll_down()


def nothing_found(studio: Studio) -> None:
    filters = Filters(Position.SEATED, frozenset({1, 2}), "strap", 300)
    studio.library(Kind.STRETCH).filters.apply(filters)


def history(studio: Studio) -> None:
    studio.history()


def no_history(studio: Studio) -> None:
    studio.history(empty=True)


def history_more(studio: Studio) -> None:
    studio.history()
    studio.scroll_down()


def history_sessions(studio: Studio) -> None:
    page = studio.history()
    page.tabs.choose("sessions")
    page.tabs.chosen.emit("sessions")
    page.sessions.choose_period(Period.MONTH)
    page.sessions.table.setFocus()
    page.sessions.table.choose(1)
    page.toast_asked.emit("Session deleted", "Undo", None)


def history_edit(studio: Studio) -> None:
    history_sessions(studio)
    studio.window.history.edit(editable(TODAY))


def recovered(studio: Studio) -> None:
    studio.history()
    studio.window.show_recovered(RESTORED, MISSING, MORE)


def ask_first(studio: Studio) -> None:
    """Today, while a professional is to be asked."""
    first = Advice.ASK_FIRST
    view = studio.sample.today()
    told = ADVICE_TITLES[first], ADVICE_TEXTS[first]
    studio.window.show_today(replace(view, up_next=None, more=(), advice=told))


def reminded(studio: Studio) -> None:
    """Today, with everything it may remind of, and a plan."""
    plan = "The first weeks begin with holds of up to 15 s, 2 days a week."
    view = studio.sample.first_day()
    studio.window.show_today(replace(view, plan=plan, unanswered=True, check_due=True))


_NONE = FirstRun().tick_none(True)
_PAGES: dict[str, Callable[[Studio], None]] = {
    "01-home": lambda studio: None,
    "01b-home-first-day": first_day,
    "01c-home-ask-first": ask_first,
    "01d-home-reminded": reminded,
    "01e-home-saving-sound": saving_sound,
    "02-library": stretches,
    "02b-library-routines": routines,
    "02d-library-detail": detail,
    "02e-library-why": why,
    "02f-library-left-out": left_out_one,
    "02g-library-without": without_some,
    "02h-library-print": sheet,
    "05-history": history,
    "05b-history-sessions": history_sessions,
    "05c-history-edit": history_edit,
    "05e-history-more": history_more,
    "08-settings-voice": lambda studio: studio.settings("voice"),
    "08b-settings-voice-kinds": voice_kinds,
    "08c-settings-plan": lambda studio: studio.settings("goal"),
    "08d-settings-appearance": lambda studio: studio.settings("appearance"),
    "09-firstrun-safety": lambda studio: studio.first_run(FirstRun()),
    "09b-firstrun-safety-flagged": lambda studio: studio.first_run(FirstRun().tick("leg", True)),
    "09c-firstrun-position": lambda studio: studio.first_run(_NONE.next()),
    "09d-firstrun-goal": lambda studio: studio.first_run(_NONE.next().next()),
    "09e-firstrun-urgent": lambda studio: studio.first_run(FirstRun().tick("saddle", True)),
    "09f-firstrun-left-out": lambda studio: studio.first_run(FirstRun().tick("knee", True)),
    "09g-safety-again": lambda studio: studio.first_run(AGAIN),
    "10-error-routines-file": lambda studio: studio.routines(broken=True),
    "10b-error-no-voice": no_voice,
    "10c-recovered-history": recovered,
    "10d-empty-history": no_history,
    "10e-empty-library": nothing_found,
    "10f-empty-routines": lambda studio: studio.routines(broken=False),
    "12-sources": sources("documents"),
    "12b-sources-studies": sources("studies"),
    "12c-sources-disagree": sources("disagree"),
    "12d-sources-rules": sources("rules"),
    "11-keys": lambda studio: studio.window.show_keys(),
}
