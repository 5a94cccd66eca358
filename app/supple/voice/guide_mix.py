"""A script as one stream of samples, a second at a time, however long it is."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

from supple.voice import chime, pcm
from supple.voice.guide_script import Script, Spot
from supple.voice.sentences import Sentences

RATE = 44_100
"""Samples per second, one channel, 16 bits: twice the voices' own 22,050, so that nothing is
bent to another grid, and what every player and phone takes. Both ears hear one voice alike."""
WIDTH = 2
"""Bytes of a sample."""
Load = Callable[[Spot], bytes]
"""The samples of a sentence or chime at ``RATE``."""


def blocks(script: Script, load: Load) -> Iterator[bytes]:
    """The whole file's samples, in pieces of a second or less."""
    at = 0
    for spot in script.spots:
        start = round(spot.at_s * RATE)
        yield from _silence(start - at)
        sound = load(spot)[max(0, at - start) * WIDTH :]
        at = max(at, start) + len(sound) // WIDTH
        yield from _pieces(sound)
    yield from _silence(round(script.total_s * RATE) - at)


def loader(sentences: Sentences) -> Load:
    """What reads the sentences that were made, and remembers the chimes."""
    chimes: dict[str, bytes] = {}

    def load(spot: Spot) -> bytes:
        if not spot.chime:
            return resampled(*pcm.read_wav(sentences.path(spot.text)))
        if spot.chime not in chimes:
            chimes[spot.chime] = resampled(chime.samples(spot.chime), chime.RATE)
        return chimes[spot.chime]

    return load


def resampled(samples: array[int], rate: int) -> bytes:
    """``samples`` at ``RATE``. Raises ImportError where the sound library cannot be loaded."""
    if rate == RATE:
        return samples.tobytes()
    import miniaudio  # a native library, for this alone

    kind = miniaudio.SampleFormat.SIGNED16
    return bytes(miniaudio.convert_frames(kind, 1, rate, samples.tobytes(), kind, 1, RATE))


def _silence(count: int) -> Iterator[bytes]:
    second = bytes(RATE * WIDTH)
    for _ in range(count // RATE):
        yield second
    if count > 0 and count % RATE:
        yield bytes(count % RATE * WIDTH)


def _pieces(sound: bytes) -> Iterator[bytes]:
    for at in range(0, len(sound), RATE * WIDTH):
        yield sound[at : at + RATE * WIDTH]
