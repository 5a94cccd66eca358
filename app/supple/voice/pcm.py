"""Spoken samples made fit to be played: trimmed, levelled, faded.

Samples are signed 16-bit, one channel, in an ``array('h')``.
"""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

FULL = 32767
QUIET = 180
"""The largest sample value that still counts as silence."""
LEVEL = 4100
"""Root mean square the voiced part is brought to: 18 dB below full scale."""
PEAK = 29_200
"""No sample is raised above this: 1 dB below full scale."""
MOST_GAIN = 6.0
BLOCK_S = 0.005
LEAD_S = 0.010
"""Silence kept before the first sound; keeps soft consonants whole."""
TAIL_S = 0.060
FADE_S = 0.004


class BadSound(Exception):
    """A sound file that cannot be used; says why."""


def read_wav(path: Path) -> tuple[array[int], int]:
    """Samples and rate (per second) of a 16-bit one- or two-channel WAV.

    Raises ``BadSound`` where the file is missing, broken, empty or of another kind.
    """
    try:
        with wave.open(str(path), "rb") as wav:
            width, channels, rate = wav.getsampwidth(), wav.getnchannels(), wav.getframerate()
            frames = wav.readframes(wav.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise BadSound(f"not a readable sound file: {error}") from error
    if width != 2 or channels not in (1, 2) or not 8_000 <= rate <= 96_000:
        raise BadSound(f"{width * 8} bits, {channels} channels, {rate} per second")
    samples = array("h")
    samples.frombytes(frames[: len(frames) // 2 * 2])
    if channels == 2:
        samples = samples[::2]
    if not samples:
        raise BadSound("no samples")
    return samples, rate


def write_wav(path: Path, samples: array[int], rate: int) -> None:
    """A one-channel WAV. Raises OSError where it cannot be written."""
    with path.open("wb") as file, wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(rate)
        wav.writeframes(samples.tobytes())


def finished(samples: array[int], rate: int) -> array[int]:
    """``samples`` without the silence around them, at one loudness, with short fades."""
    out = levelled(trimmed(samples, rate), rate)
    _fade(out, max(1, int(FADE_S * rate)))
    return out


def trimmed(samples: array[int], rate: int) -> array[int]:
    """``samples`` from just before the first sound to just after the last; empty if silent."""
    block = max(1, int(BLOCK_S * rate))
    loud = [at for at in range(0, len(samples), block) if _peak(samples[at : at + block]) > QUIET]
    if not loud:
        return array("h")
    first = max(0, loud[0] - int(LEAD_S * rate))
    last = loud[-1] + block + int(TAIL_S * rate)
    return samples[first:last]


def levelled(samples: array[int], rate: int) -> array[int]:
    """``samples`` with the loudness of their voiced part brought to ``LEVEL``."""
    block = max(1, int(BLOCK_S * 4 * rate))
    squares = count = 0
    for at in range(0, len(samples), block):
        part = samples[at : at + block : 3]
        if _peak(part) > QUIET * 4:
            squares += sum(x * x for x in part)
            count += len(part)
    if not count:
        return samples[:]
    gain = min(LEVEL / max(1.0, (squares / count) ** 0.5), PEAK / _peak(samples), MOST_GAIN)
    return scaled(samples, gain)


def scaled(samples: array[int], gain: float) -> array[int]:
    """``samples`` times ``gain``, clipped."""
    if _peak(samples) * gain <= FULL:
        return array("h", (int(x * gain) for x in samples))
    return array("h", (max(-FULL, min(FULL, int(x * gain))) for x in samples))


def _peak(samples: array[int]) -> int:
    return max(max(samples), -min(samples)) if samples else 0


def _fade(samples: array[int], length: int) -> None:
    length = min(length, len(samples) // 2)
    for i in range(length):
        samples[i] = samples[i] * i // length
        samples[-1 - i] = samples[-1 - i] * i // length
