"""What a person can choose, with a default and a check for each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supple.core.problem import Problem
from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.core.stats import GOAL_DAYS

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3)
SESSION_TEXT_SCALES = (1.0, 1.1, 1.2)
SPEECH_SPEEDS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)
LOOKS = 3
"""Skins and hairs of the figure to choose from."""
LEAST_WINDOW = (200, 150)
"""Width and height in pixels below which a kept window size is a mistake."""
FARTHEST = 100_000
"""Pixels from the origin beyond which a kept window place is a mistake."""


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """How much moves on the screen."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class VoiceSource(StrEnum):
    """Who reads the sentences of a session out."""

    AUTO = "auto"
    """The screen reader where one runs, our own voice elsewhere."""
    OWN = "own"
    READER = "reader"


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
    weekly_goal_days: int = 3
    """2 to 7."""
    window: Window | None = None
    """Where the window stood last; None before it was ever closed."""


class _Bad(Exception):
    """Says what a value has to be."""


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
        try:
            good[key.name] = key.read(raw)
        except _Bad as bad:
            what = f"{_short(raw)} is not a value for this setting."
            mend = f"Write {bad}. Until then {_short(_plain(key.default))} is used."
            problems.append(Problem(key.name, what, mend))
    return Settings(**good), tuple(problems)  # type: ignore[arg-type]


def to_values(settings: Settings) -> dict[str, object]:
    """What a file is to hold: only text, numbers, booleans, lists and None."""
    return {key.name: _plain(getattr(settings, key.name)) for key in KEYS}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _short(value: object) -> str:
    words = {True: "true", False: "false", None: "null"}
    known = value is None or isinstance(value, bool)
    text = words[value] if known else repr(value)  # type: ignore[index]
    return text if len(text) <= 60 else text[:57] + "..."


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _word(words: type[StrEnum]) -> Callable[[object], object]:
    def read(value: object) -> object:
        if isinstance(value, str) and value in [w.value for w in words]:
            return words(value)
        raise _Bad("one of " + ", ".join(f'"{w.value}"' for w in words))

    return read


def _one_of(numbers: tuple[float, ...]) -> Callable[[object], object]:
    def read(value: object) -> object:
        if _is_number(value) and value in numbers:
            return float(value)
        raise _Bad("one of " + ", ".join(f"{n:g}" for n in numbers))

    return read


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    raise _Bad("true or false")


def _volume(value: object) -> object:
    if _is_number(value) and 0 <= value <= 1:  # type: ignore[operator]
        return float(value)  # type: ignore[arg-type]
    raise _Bad("a number from 0 to 1")


def _text(value: object) -> object:
    if isinstance(value, str) and len(value) <= 500 and value.isprintable():
        return value
    raise _Bad("a short text, or an empty one")


def _kinds(value: object) -> object:
    kinds = value if isinstance(value, list | tuple) else [value, value]
    known = all(isinstance(kind, str) and kind in MAY_BE_OFF for kind in kinds)
    if known and len(set(kinds)) == len(kinds):
        return tuple(kinds)
    raise _Bad("a list, each once, of " + ", ".join(f'"{kind}"' for kind in MAY_BE_OFF))


def _look(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LOOKS:
        return value
    raise _Bad(f"a whole number from 0 to {LOOKS - 1}")


def _goal(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool) and value in GOAL_DAYS:
        return value
    raise _Bad(f"a whole number from {GOAL_DAYS.start} to {GOAL_DAYS.stop - 1}")


def _window(value: object) -> object:
    if value is None:
        return None
    if isinstance(value, list | tuple) and len(value) == 4 and all(_fits(v) for v in value):
        x, y, width, height = (int(v) for v in value)
        if width >= LEAST_WINDOW[0] and height >= LEAST_WINDOW[1]:
            return (x, y, width, height)
    raise _Bad("null, or x, y, width and height in whole pixels")


def _fits(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole and abs(value) <= FARTHEST  # type: ignore[arg-type]


_DEFAULTS = Settings()
KEYS: tuple[Key, ...] = (
    Key("theme", _word(Theme)),
    Key("text_scale", _one_of(TEXT_SCALES)),
    Key("session_text_scale", _one_of(SESSION_TEXT_SCALES)),
    Key("motion", _word(Motion)),
    Key("voice_on", _flag),
    Key("speech", _word(SpeechLevel)),
    Key("volume", _volume),
    Key("voice", _text),
    Key("speech_speed", _one_of(SPEECH_SPEEDS)),
    Key("speech_off", _kinds),
    Key("voice_source", _word(VoiceSource)),
    Key("output", _text),
    Key("wake_output", _flag),
    Key("skin", _look),
    Key("hair", _look),
    Key("full_screen", _flag),
    Key("weekly_goal_days", _goal),
    Key("window", _window),
)
"""Every setting, in the order it is written."""
