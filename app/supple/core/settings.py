"""What a person can choose, with a default and a check for each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supple.core import setting_checks as check
from supple.core.breaks.kinds import DAYS, Busy
from supple.core.goal import GoalCounts
from supple.core.person import ASKED_EQUIPMENT, Spot
from supple.core.problem import Problem
from supple.core.safety import QUESTIONS
from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.core.stats import GOAL_DAYS, MONDAY

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3)
SESSION_TEXT_SCALES = (1.0, 1.1, 1.2)
SPEECH_SPEEDS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)
LOOKS = 3
"""Skins and hairs of the figure to choose from."""
LATEST_DAY_END_H = 6
"""Hours after midnight up to which a day may last."""

BREAK_EVERY_MIN = range(10, 181)
"""Minutes of work between breaks to choose from."""
BREAK_REST_MIN = range(3, 31)
"""Minutes away that may count as a rest."""
SNOOZE_MIN = (5, 15)
CHECK_EVERY_WEEKS = (0, 2, 4, 8)
"""Weeks between two checks of the legs to choose from; 0 is never."""
MOST_RANGES = 6
"""Ranges of working hours in a day."""
MOST_BREAK_TIMES = 12
"""Fixed times in a day."""


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """How much moves on the screen."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class Contrast(StrEnum):
    """How far text and lines stand out."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


class SideColors(StrEnum):
    """What left and right are drawn in."""

    TEAL = "teal-ochre"
    BLUE = "blue-ochre"


class VoiceSource(StrEnum):
    """Who reads the sentences of a session out."""

    AUTO = "auto"
    """The screen reader where one runs, our own voice elsewhere."""
    OWN = "own"
    READER = "reader"


class OnClose(StrEnum):
    """What closing the window means."""

    ASK = "ask"
    TRAY = "tray"
    """Go on reminding: in the tray, or minimised where there is none."""
    QUIT = "quit"


Window = tuple[int, int, int, int]
"""x, y, width, height in pixels."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice; the defaults are those of a new user."""

    theme: Theme = Theme.SYSTEM
    text_scale: float = 1.0
    """Factor for the text of all pages, one of ``TEXT_SCALES``."""
    session_text_scale: float = 1.0
    """Further factor for the session page, one of ``SESSION_TEXT_SCALES``."""
    motion: Motion = Motion.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    side_colors: SideColors = SideColors.TEAL
    voice_on: bool = True
    speech: SpeechLevel = SpeechLevel.AUTO
    """How much is said while the voice is on."""
    volume: float = 0.8
    """0 silent to 1 full."""
    voice: str = ""
    """Id of the chosen voice; "" for the engine's own choice."""
    speech_speed: float = 1.0
    """Factor for how fast it speaks, one of ``SPEECH_SPEEDS``."""
    speech_off: tuple[str, ...] = ()
    """Kinds of sentences that are not said, whatever ``speech`` is; of ``MAY_BE_OFF``."""
    voice_source: VoiceSource = VoiceSource.AUTO
    output: str = ""
    """Id of the sound output; "" for the one the system uses."""
    wake_output: bool = True
    """Whether a short silence goes before each sentence, for speakers that fall asleep."""
    skin: int = 0
    """The figure's skin, 0 to 2."""
    hair: int = 0
    """The figure's hair, 0 to 2."""
    full_screen: bool = True
    """Whether sessions fill the screen."""
    keep_awake: bool = True
    """Whether the screen stays on during sessions."""
    session_keys: tuple[str, ...] = ()
    """Keys of one's own in sessions, such as ``next PgDown``; see ``session_keys.KeyMap``."""
    weekly_goal_days: int = 3
    """2 to 7 of what ``goal_counts`` says."""
    goal_counts: GoalCounts = GoalCounts.DAYS
    first_weekday: int = MONDAY
    """The day a week starts on, 0 Monday to 6 Sunday."""
    day_ends_h: int = 0
    """Local hour up to which a session counts for the day before, 0 to 6; 0 is midnight."""
    ask_pain: bool = True
    """Whether sessions ask for the pain before and after."""
    daily_backup: bool = True
    """Whether the history is copied once a day."""
    shared_folder: str = ""
    """Folder in which computers exchange their histories; "" for none."""
    first_run_done: bool = False
    """Whether the questions of the first start were gone through or put off."""
    safety_on: str = ""
    """ISO date on which the safety questions were answered; "" while they never were."""
    safety_ticked: tuple[str, ...] = ()
    """Ids of ``QUESTIONS`` in ``supple.core.safety`` that were answered with yes."""
    safety_cleared_on: str = ""
    """ISO date on which the person said that a professional allowed stretching, or ""."""
    spots: tuple[str, ...] = tuple(spot.value for spot in Spot)
    """Where there is room to stretch, values of ``Spot``, at least one."""
    equipment: tuple[str, ...] = ("mat", "strap", "two-chairs")
    """What is at hand, of ``ASKED_EQUIPMENT``."""
    plan_doses: bool = True
    """Whether sessions offered grow and shrink with how the last ones went."""
    check_weeks: int = 4
    """Weeks from one check of the legs to its reminder, of ``CHECK_EVERY_WEEKS``. Four, as a change
    takes about 4 to 6 weeks of practice (001_5fe7733dc174ca87), and what comes sooner is mostly
    less than two readings of one's own leg can tell apart."""
    breaks_on: bool = True
    """Whether breaks at the desk are asked for while the program runs."""
    break_interval: bool = True
    """Whether they come after a time of work; the fixed times ask either way."""
    break_every_min: int = 50
    """Minutes of work after which a break is due, of ``BREAK_EVERY_MIN``."""
    break_rest_min: int = 5
    """Minutes away after which the count of work starts anew, of ``BREAK_REST_MIN``."""
    break_days: tuple[str, ...] = DAYS[:5]
    """Days with breaks, of ``supple.core.breaks.kinds.DAYS``."""
    break_ranges: tuple[str, ...] = ("09:00-17:30",)
    """Hours with breaks, 1 to ``MOST_RANGES``; a range may pass midnight."""
    break_times: tuple[str, ...] = ()
    """Fixed times such as ``10:30``, ``07:00 rising`` or ``20:00 mon,wed routine:lying-down``;
    see ``supple.core.breaks.times.fixed_of``."""
    break_snooze_min: int = 5
    """Minutes a prompt is put off, of ``SNOOZE_MIN``."""
    break_busy: tuple[str, ...] = tuple(kind.value for kind in Busy if kind is not Busy.AWAKE)
    """What holds a prompt back, values of ``supple.core.breaks.kinds.Busy``."""
    break_typing: bool = True
    """Whether a prompt waits for a pause in typing."""
    break_sound: bool = False
    """Whether a soft chime comes with the prompt."""
    global_keys: bool = False
    """Whether two keys for breaks work in any program. Off at first: they are taken from others."""
    break_keys: tuple[str, ...] = ()
    """Other keys for that, such as ``start Ctrl+Alt+N``; see ``break_keys.BreakKeys``."""
    start_with_system: bool = False
    """Whether the program starts when the person logs in."""
    close_to_tray: OnClose = OnClose.ASK
    window: Window | None = None
    """Where the window stood last; None before it was ever closed."""


@dataclass(frozen=True, slots=True)
class Key:
    """One setting as it stands in a file."""

    name: str
    read: Callable[[object], object] = field(repr=False)
    """The checked value. Raises an exception that says what the value has to be."""

    @property
    def default(self) -> object:
        return getattr(_DEFAULTS, self.name)


def from_values(values: Mapping[str, object]) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from what a file holds: a bad value becomes its default and a Problem.

    Missing keys are defaults; keys that are not known are left alone.
    """
    good: dict[str, object] = {}
    problems: list[Problem] = []
    for key in KEYS:
        if key.name not in values:
            continue
        raw = values[key.name]
        if _is_default(raw, key):
            continue
        try:
            good[key.name] = key.read(raw)
        except check.Bad as bad:
            what = f"{_short(raw)} is not a value for this setting."
            instead = key.default if bad.instead is None else bad.instead
            good[key.name] = instead
            mend = f"Write {bad}. Until then {_short(_plain(instead))} is used."
            problems.append(Problem(key.name, what, mend))
    if "safety_ticked" in {problem.path for problem in problems}:
        # Answers that cannot be read are not answers of no: the questions are asked again.
        good["safety_on"] = ""
    return Settings(**good), tuple(problems)  # type: ignore[arg-type]


def to_values(settings: Settings) -> dict[str, object]:
    """What a file is to hold: only text, numbers, booleans, lists and None."""
    return {key.name: _plain(getattr(settings, key.name)) for key in KEYS}


def _is_default(raw: object, key: Key) -> bool:
    """Whether nothing was chosen: it then need not be checked either."""
    plain = _plain(key.default)
    return type(raw) is type(plain) and raw == plain


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _short(value: object) -> str:
    words = {True: "true", False: "false", None: "null"}
    known = value is None or isinstance(value, bool)
    text = words[value] if known else repr(value)  # type: ignore[index]
    return text if len(text) <= 60 else text[:57] + "..."


def _range_of(text: str) -> object:
    from supple.core.breaks.times import range_of  # only where somebody chose other hours

    return range_of(text)


def _fixed_of(text: str) -> object:
    from supple.core.breaks.times import fixed_of

    return fixed_of(text)


_DEFAULTS = Settings()
KEYS: tuple[Key, ...] = (
    Key("theme", check.word(Theme)),
    Key("text_scale", check.one_of(TEXT_SCALES)),
    Key("session_text_scale", check.one_of(SESSION_TEXT_SCALES)),
    Key("motion", check.word(Motion)),
    Key("contrast", check.word(Contrast)),
    Key("side_colors", check.word(SideColors)),
    Key("voice_on", check.flag),
    Key("speech", check.word(SpeechLevel)),
    Key("volume", check.part),
    Key("voice", check.text),
    Key("speech_speed", check.one_of(SPEECH_SPEEDS)),
    Key("speech_off", check.kinds(MAY_BE_OFF)),
    Key("voice_source", check.word(VoiceSource)),
    Key("output", check.text),
    Key("wake_output", check.flag),
    Key("skin", check.whole(range(LOOKS))),
    Key("hair", check.whole(range(LOOKS))),
    Key("full_screen", check.flag),
    Key("keep_awake", check.flag),
    Key("session_keys", check.taught),
    Key("weekly_goal_days", check.whole(GOAL_DAYS)),
    Key("goal_counts", check.word(GoalCounts)),
    Key("first_weekday", check.whole(range(7))),
    Key("day_ends_h", check.whole(range(LATEST_DAY_END_H + 1))),
    Key("ask_pain", check.flag),
    Key("daily_backup", check.flag),
    Key("shared_folder", check.folder),
    Key("first_run_done", check.flag),
    Key("safety_on", check.day),
    Key("safety_ticked", check.kinds(tuple(question.id for question in QUESTIONS))),
    Key("safety_cleared_on", check.day),
    Key("spots", check.kinds(tuple(spot.value for spot in Spot), least=1)),
    Key("equipment", check.kinds(ASKED_EQUIPMENT)),
    Key("plan_doses", check.flag),
    Key("check_weeks", check.one_number(CHECK_EVERY_WEEKS)),
    Key("breaks_on", check.flag),
    Key("break_interval", check.flag),
    Key("break_every_min", check.whole(BREAK_EVERY_MIN)),
    Key("break_rest_min", check.whole(BREAK_REST_MIN)),
    Key("break_days", check.kinds(DAYS)),
    Key("break_ranges", check.texts(_range_of, "09:00-17:30", range(1, MOST_RANGES + 1))),
    Key("break_times", check.texts(_fixed_of, "20:00 mon,wed,fri", range(MOST_BREAK_TIMES + 1))),
    Key("break_snooze_min", check.one_number(SNOOZE_MIN)),
    Key("break_busy", check.kinds(tuple(kind.value for kind in Busy))),
    Key("break_typing", check.flag),
    Key("break_sound", check.flag),
    Key("global_keys", check.flag),
    Key("break_keys", check.taught_breaks),
    Key("start_with_system", check.flag),
    Key("close_to_tray", check.word(OnClose)),
    Key("window", check.window),
)
"""Every setting, in the order it is written."""
