"""A stretch while somebody writes it: what is still missing, and in which words it is told.

The draft is a ``Stretch`` whose texts may be empty, too long or unfinished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from supple.core import labels
from supple.core.dose_format import COUNT, HOLD, PACE, PREPARE, REST, SETS, SWITCH, WORD_S
from supple.core.format_fields import SOFT, Span
from supple.core.routine import Dose, Position, Sides, Source, Stretch
from supple.core.routine_format import (
    CUE_LENGTH,
    LONGEST_SESSION_S,
    NAME_LENGTH,
    NOTE_LENGTH,
)
from supple.core.stretch_fields import changed, value_of

MOST_STEPS: Final = 8
MOST_NOTES: Final = 12
MOST_WORDS: Final = 6
WORD_LENGTH: Final = 20
SOURCE_LENGTH: Final = 120
SAYS_LENGTH: Final = 400
SIDE: Final = "{side}"
OTHER: Final = "{other}"
_BRACES: Final = r"\{[^{}]*\}|[{}]"
_SPACES: Final = r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+"
_SIDE_WORD: Final = r"\b(left|right)\b(?!\s+(?:angle|away|now|up))"

CUES: Final = ("hold_cue", "release_cue", "switch_cue", "return_cue")
"""Lines that may name the leg at work."""
PLAIN: Final = ("why", "feel")
NOTES: Final = ("mistakes", "cautions", "variations")


@dataclass(frozen=True, slots=True)
class Check:
    """Something to be told beside a field."""

    field: str
    """``name``, ``setup.0``, ``dose.hold_s``, ..."""
    text: str
    stops: bool = True
    """Whether the stretch cannot be kept so; else it is only advice."""
    fix: str = ""
    """What ``fixed`` would do about it, as a button says it; "" for nothing."""


def blank() -> Stretch:
    """A new stretch, with nothing said yet."""
    return Stretch(
        id="",
        name="",
        position=Position.STANDING,
        sides=Sides.EACH,
        difficulty=1,
        setup=("",),
        dose=Dose(hold_s=30.0),
    )


def copy_of(stretch: Stretch, name: str) -> Stretch:
    """``stretch`` to be changed and kept beside it, under ``name``."""
    return replace(stretch, id="", name=name)


def with_figure(
    draft: Stretch, figure: str, position: Position | None = None, equipment: Sequence[str] = ()
) -> Stretch:
    """The draft with another picture, and with what that shows where nothing was said yet.

    ``position`` and ``equipment`` are those of the picture; None and nothing where it cannot
    tell. They replace the position and the things of a draft that has none but the first ones.
    """
    draft = replace(draft, figure=figure)
    if draft.position is not blank().position or draft.equipment:
        return draft
    return replace(draft, position=position or draft.position, equipment=tuple(equipment))


def cleaned(draft: Stretch) -> Stretch:
    """The draft as it is kept: spaces and empty lines gone, and what no longer applies."""
    texts: dict[str, Any] = {key: _line(getattr(draft, key)) for key in ("name", *CUES, *PLAIN)}
    if draft.sides is Sides.BOTH:
        # There is no change of sides to speak at.
        texts["switch_cue"] = ""
    lists: dict[str, Any] = {key: _lines(getattr(draft, key)) for key in ("setup", *NOTES)}
    return replace(
        draft,
        **texts,
        **lists,
        dose=_clean_dose(draft.dose),
        source=tuple(
            Source(_line(s.document), _line(s.says))
            for s in draft.source
            if _line(s.document) or _line(s.says)
        ),
    )


def checks(draft: Stretch) -> tuple[Check, ...]:
    """Everything to be told, in the order of the form."""
    return tuple(_checks(draft))


def stopping(draft: Stretch) -> tuple[Check, ...]:
    """Only what keeps it from being kept."""
    return tuple(check for check in checks(draft) if check.stops)


def fixed(draft: Stretch, check: Check) -> Stretch:
    """The draft after the button of ``check``; the same where it has none."""
    if not check.fix:
        return draft
    return changed(draft, check.field, with_side(value_of(draft, check.field)))


def with_side(text: str) -> str:
    """``text`` with ``{side}`` for the first leg it names, ``{other}`` for the opposite one."""
    named = re.search(_SIDE_WORD, text, re.IGNORECASE)
    if named is None:
        return text
    first = named[1].lower()

    def mark(match: re.Match[str]) -> str:
        return SIDE if match[1].lower() == first else OTHER

    return re.sub(_SIDE_WORD, mark, text, flags=re.IGNORECASE)


def _checks(draft: Stretch) -> Iterator[Check]:
    yield from _name(draft)
    yield from _setup(draft)
    for key in CUES:
        if key != "switch_cue" or draft.sides is Sides.EACH:
            yield from _cue(key, getattr(draft, key), draft.sides)
    yield from _dose(draft)
    for key in PLAIN:
        yield from _plain(key, getattr(draft, key), CUE_LENGTH)
    for key in NOTES:
        lines = getattr(draft, key)
        for place, text in enumerate(lines):
            yield from _plain(f"{key}.{place}", text, NOTE_LENGTH)
        if len(_lines(lines)) > MOST_NOTES:
            yield Check(key, f"{MOST_NOTES} lines are the most. Leave some out.")
    yield from _sources(draft)


def _name(draft: Stretch) -> Iterator[Check]:
    if not _line(draft.name):
        yield Check("name", "Give it a name, such as “Calf stretch at the step”.")
    else:
        yield from _plain("name", draft.name, NAME_LENGTH)


def _setup(draft: Stretch) -> Iterator[Check]:
    if not _lines(draft.setup):
        yield Check("setup", "Say at least one step, such as “Stand on the step.”")
    elif len(_lines(draft.setup)) > MOST_STEPS:
        yield Check("setup", f"{MOST_STEPS} steps are the most. Join some, or leave some out.")
    for place, text in enumerate(draft.setup):
        yield from _cue(f"setup.{place}", text, draft.sides)


def _cue(field: str, text: str, sides: Sides) -> Iterator[Check]:
    yield from _length(field, text, CUE_LENGTH)
    each = sides is Sides.EACH
    marks = (SIDE, OTHER) if each else ()
    wrong = [mark for mark in re.findall(_BRACES, text) if mark not in marks]
    if wrong and wrong[0] in (SIDE, OTHER):
        yield Check(field, f"{wrong[0]} needs a stretch that is done one side at a time.")
    elif wrong and each:
        yield Check(field, f"{wrong[0]} is not known. Write {SIDE} or {OTHER}.")
    elif wrong:
        yield Check(field, "Leave the braces { } out.")
    elif each and (named := re.search(_SIDE_WORD, text, re.IGNORECASE)):
        yield Check(
            field,
            f"“{named[1]}” is said on both sides. {SIDE} becomes left, then right.",
            stops=False,
            fix=f"Write {SIDE}",
        )


def _plain(field: str, text: str, longest: int) -> Iterator[Check]:
    yield from _length(field, text, longest)
    if "{" in text or "}" in text:
        yield Check(field, "Leave the braces { } out.")


def _length(field: str, text: str, longest: int) -> Iterator[Check]:
    line = _line(text)
    if len(line) > longest:
        yield Check(field, f"{len(line)} characters; {longest} is the most. Shorten it.")
    if not _has_shape(line):
        yield Check(field, "It holds a character that cannot be shown. Type it anew.")


def _dose(draft: Stretch) -> Iterator[Check]:
    dose = draft.dose
    if dose.hold_s is None and dose.reps is None:
        yield Check("dose", "Choose a hold, movements, or both.")
    if dose.hold_s is not None:
        yield from _number("dose.hold_s", dose.hold_s, HOLD)
        yield from _beyond_source(dose.hold_s, dose.hold_range_s)
    yield from _number("dose.sets", dose.sets, SETS)
    yield from _number("dose.rest_s", dose.rest_s, REST)
    yield from _number("dose.prepare_s", dose.prepare_s, PREPARE)
    yield from _number("dose.switch_s", dose.switch_s, SWITCH)
    if dose.reps is not None:
        yield from _reps(dose)
    seconds = dose.least_s(draft.sides)
    if seconds > LONGEST_SESSION_S:
        text = f"This takes {labels.hours(seconds)}; a session has 3 hours at most."
        yield Check("dose.sets", text, stops=False)


def _beyond_source(hold_s: float, span: tuple[float, float] | None) -> Iterator[Check]:
    if span is not None and not span[0] <= hold_s <= span[1]:
        text = f"The source speaks of {span[0]:g} to {span[1]:g} s. It is yours to choose."
        yield Check("dose.hold_s", text, stops=False)


def _reps(dose: Dose) -> Iterator[Check]:
    reps = dose.reps
    assert reps is not None
    yield from _number("dose.reps.count", reps.count, COUNT)
    yield from _number("dose.reps.pace_s", reps.pace_s, PACE)
    words = _lines(reps.words)
    if len(words) > MOST_WORDS:
        yield Check("dose.reps.words", f"{MOST_WORDS} words are the most for one movement.")
    for word in words:
        if len(word) > WORD_LENGTH or "{" in word or "}" in word or not _has_shape(word):
            text = f"“{word}” is no short word. {WORD_LENGTH} letters are the most."
            yield Check("dose.reps.words", text)
            return
    if words and reps.pace_s / len(words) < WORD_S:
        least = labels.seconds_of(round(len(words) * WORD_S, 1))
        text = f"There is no time to say {len(words)} words. Take {least} or more."
        yield Check("dose.reps.pace_s", text)


def _number(field: str, value: float, span: Span) -> Iterator[Check]:
    if not span.low <= value <= span.high:
        yield Check(field, f"Choose {span.text}.")


def _sources(draft: Stretch) -> Iterator[Check]:
    for place, source in enumerate(draft.source):
        if not _line(source.document) and _line(source.says):
            yield Check(f"source.{place}", "Say who told you this, such as a name or a book.")
        yield from _plain(f"source.{place}", source.document, SOURCE_LENGTH)
        yield from _plain(f"source.{place}.says", source.says, SAYS_LENGTH)


def _clean_dose(dose: Dose) -> Dose:
    span, hold = dose.hold_range_s, dose.hold_s
    if span is not None and hold is not None and not span[0] <= hold <= span[1]:
        # What the source says no longer goes for it.
        span = None
    reps = dose.reps and replace(dose.reps, words=_lines(dose.reps.words))
    return replace(dose, hold_range_s=span, reps=reps)


def _has_shape(text: str) -> bool:
    return all(c.isprintable() or c in SOFT for c in text)


def _line(text: str) -> str:
    """One line without spaces around and without several in a row."""
    # Not by split(): it would take away spaces that some languages need.
    return re.sub(_SPACES, " ", text).strip()


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(_line, texts) if line)
