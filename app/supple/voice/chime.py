"""Soft chimes, made of sines: no foreign samples, no files to lose.

Each is two or three gentle bell notes with a slow attack, so that nobody is
startled with closed eyes.
"""

from __future__ import annotations

from array import array
from math import exp, pi, sin

RATE = 22_050
"""Samples per second."""
PEAK = 9_000
"""Loudest sample: 11 dB below full scale, softer than the voice."""
ATTACK_S = 0.025
PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.28, 1.7), (3.01, 0.08, 2.6))
"""Multiple of the note, share of the loudness, how many times faster it dies away."""

_A, _C, _D, _E, _G = 440.0, 523.25, 587.33, 659.25, 783.99

START = "start"
HALF = "half"
SWITCH = "switch"
END = "end"
FINISH = "finish"
NOTES: dict[str, tuple[tuple[float, float, float], ...]] = {
    START: ((0.0, _C, 0.40), (0.16, _G, 0.55)),
    HALF: ((0.0, _E, 0.45),),
    SWITCH: ((0.0, _E, 0.35), (0.18, _A, 0.35), (0.36, _E, 0.50)),
    END: ((0.0, _G, 0.40), (0.16, _C, 0.60)),
    FINISH: ((0.0, _C, 0.40), (0.18, _E, 0.45), (0.36, _G, 0.90)),
}
"""Start (s), note (Hz) and length (s) of every note of a chime."""


def samples(name: str) -> array[int]:
    """The named chime at ``RATE``. Raises KeyError for a name that is not in ``NOTES``."""
    notes = NOTES[name]
    wave = array("d", bytes(8 * int(RATE * length_s(name))))
    for start_s, hertz, note_s in notes:
        _add(wave, int(start_s * RATE), hertz, note_s)
    top = max(abs(x) for x in wave)
    return array("h", (int(x / top * PEAK) for x in wave))


def length_s(name: str) -> float:
    """Seconds the named chime lasts."""
    return max(start + length for start, _, length in NOTES[name])


def _add(wave: array[float], at: int, hertz: float, note_s: float) -> None:
    count = min(int(note_s * RATE), len(wave) - at)
    attack = ATTACK_S * RATE
    for i in range(count):
        envelope = min(1.0, i / attack) * min(1.0, (count - i) / (0.15 * count))
        decay = i / RATE / note_s * 4.0
        wave[at + i] += envelope * sum(
            share * exp(-decay * speed) * sin(2 * pi * hertz * multiple * i / RATE)
            for multiple, share, speed in PARTIALS
        )
