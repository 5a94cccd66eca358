"""Short labels for the values of the catalogue, as the pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from supple.core.routine import Dose, Position, Sides, Source
from supple.core.terms import CONDITIONS, MUSCLES

TIMES = "\N{MULTIPLICATION SIGN}"
LEVELS = {1: "Easy", 2: "Medium", 3: "Hard"}
_POSITIONS = {
    Position.LYING: "Lying",
    Position.SEATED: "Seated",
    Position.FLOOR: "On the floor",
    Position.STANDING: "Standing",
    Position.HALF_KNEELING: "Half kneeling",
}
_PLACES = {
    Position.LYING: "Lying down",
    Position.SEATED: "On your chair",
    Position.FLOOR: "On the floor",
    Position.STANDING: "Standing",
    Position.HALF_KNEELING: "Half kneeling",
}
_SOURCES = {
    "000_7f21001406c7506c": "Guide to back pain stretches",
    "001_5fe7733dc174ca87": "Liv Hospital guide",
    "002_4fb97aa4aad63d57": "Test-first guide",
    "003_4a28cb51ab44727d": "Four hamstring stretches",
    "004_b88731884714baa3": "Light and long advice",
}
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def number(n: int) -> str:
    """``n`` as a word that begins a sentence, in digits from eleven on."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else str(n)


def plural(n: int, one: str, many: str = "") -> str:
    """``n`` in digits with its noun: ``1 stretch``, ``4 stretches``."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def day(value: date) -> str:
    """Such as ``Thursday 22 October``."""
    return f"{_WEEKDAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]}"


def short_day(value: date, today: date) -> str:
    """Such as ``Tue 20 Oct``, with the year when it is not that of ``today``."""
    text = f"{_WEEKDAYS[value.weekday()][:3]} {value.day} {_MONTHS[value.month - 1][:3]}"
    return text if value.year == today.year else f"{text} {value.year}"


def date_of(value: date, today: date) -> str:
    """Such as ``20 October``, with the year when it is not that of ``today``."""
    text = f"{value.day} {_MONTHS[value.month - 1]}"
    return text if value.year == today.year else f"{text} {value.year}"


def weekday(value: date) -> str:
    """Such as ``Thursday``."""
    return _WEEKDAYS[value.weekday()]


def level(difficulty: int) -> str:
    """Easy, Medium or Hard."""
    return LEVELS.get(difficulty, LEVELS[3])


def position(value: Position) -> str:
    """How the body is placed, in a word or two."""
    return _POSITIONS[value]


def positions(values: Sequence[Position]) -> str:
    """One or two positions named, more summed up."""
    named = list(dict.fromkeys(values))
    if len(named) > 2:
        return "Mixed"
    return ", ".join([position(named[0]), *(position(p).lower() for p in named[1:])])


def place(values: Sequence[Position]) -> str:
    """Where a routine is done, such as ``On your chair``."""
    named = list(dict.fromkeys(values))
    if len(named) > 2:
        return "Mixed positions"
    return _PLACES[named[0]] if len(named) == 1 else positions(values)


def equipment(names: Sequence[str]) -> str:
    """Such as ``Mat, strap``; "" for none."""
    plain = ", ".join(name.replace("-", " ") for name in dict.fromkeys(names))
    return plain[:1].upper() + plain[1:]


def equipment_in_short(names: Sequence[str], most: int = 2) -> str:
    """Such as ``Mat, strap`` or, with more than ``most`` pieces, ``Mat, strap, 2 more``."""
    pieces = list(dict.fromkeys(names))
    if len(pieces) <= most + 1:
        return equipment(pieces)
    return f"{equipment(pieces[:most])}, {len(pieces) - most} more"


def minutes(seconds: float) -> str:
    """Such as ``4 min``; below a minute ``45 s``."""
    if seconds < 60:
        return f"{round(seconds)} s"
    return f"{round(seconds / 60)} min"


def hours(seconds: float) -> str:
    """Such as ``1 h 46``, ``2 h``; below an hour as :func:`minutes`."""
    whole = round(seconds / 60)
    if whole < 60:
        return minutes(seconds)
    return f"{whole // 60} h {whole % 60}" if whole % 60 else f"{whole // 60} h"


def degrees(value: float) -> str:
    """Such as ``58°`` or ``57.5°``."""
    return f"{round(value, 1):g}°"


def clock(seconds: float) -> str:
    """Such as ``8:45``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def seconds_of(value: float) -> str:
    """Such as ``30 s``, without a needless ``.0``."""
    return f"{value:g} s"


def dose(value: Dose, sides: Sides) -> str:
    """Such as ``2 x 30 s, each side``, with a real multiplication sign."""
    parts = []
    if value.hold_s is not None:
        parts.append(seconds_of(value.hold_s))
    if value.reps is not None:
        parts.append(plural(value.reps.count, "rep"))
    text = " + ".join(parts)
    if value.sets > 1 and text:
        text = f"{value.sets} {TIMES} {text if len(parts) == 1 else f'({text})'}"
    return f"{text}, each side" if sides is Sides.EACH and text else text


def condition(name: str) -> str:
    """A condition with which a stretch is to be left out, as it stands inside a sentence."""
    words = CONDITIONS.get(name, name.replace("-", " "))
    return words[:1].lower() + words[1:]


def conditions(names: Sequence[str]) -> str:
    """Such as ``a herniated disc or severe pain``."""
    plain = [condition(name) for name in names]
    if len(plain) < 2:
        return "".join(plain)
    return f"{', '.join(plain[:-1])} or {plain[-1]}"


def source(value: Source) -> str:
    """The document's name, and what it says if that is known."""
    name = _SOURCES.get(value.document, value.document)
    name = name[:1].upper() + name[1:]
    return f"{name}: {value.says}" if value.says else name


def muscle(name: str) -> str:
    """Such as ``Hip flexors``."""
    plain = name.replace("-", " ")
    return MUSCLES.get(name, plain[:1].upper() + plain[1:])
