"""The voices and outputs somebody can choose among, as the worker tells them."""

from __future__ import annotations

from typing import NamedTuple


class VoiceEntry(NamedTuple):
    id: str
    name: str
    engine: str
    licence: str
    """Of the engine and the voice; "" for the system's own."""
    terms: str = ""
    """What the voice's makers say of where it comes from; "" where they say nothing."""


def as_voices(said: object) -> tuple[VoiceEntry, ...]:
    """What the worker listed, as far as it is rows of five texts."""
    rows = said if isinstance(said, list) else []
    return tuple(
        VoiceEntry(*row)
        for row in rows
        if isinstance(row, list) and len(row) == 5 and all(isinstance(x, str) for x in row)
    )


class Output(NamedTuple):
    """A sound output somebody can choose."""

    id: str
    name: str


def as_output_list(said: object) -> tuple[Output, ...]:
    """What the worker listed, as far as it is pairs of text."""
    rows = said if isinstance(said, list) else []
    return tuple(
        Output(row[0], row[1])
        for row in rows
        if isinstance(row, list) and len(row) == 2 and all(isinstance(x, str) for x in row)
    )
