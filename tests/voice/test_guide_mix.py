from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from supple.voice import chime, pcm
from supple.voice.guide_mix import RATE, WIDTH, blocks, loader, resampled
from supple.voice.guide_script import Script, Spot
from supple.voice.sentences import Sentences

LONG = 3 * 3600.0


def script(*spots: Spot, total_s: float = 4.0) -> Script:
    return Script("Test", spots, (), 0.0, total_s)


def sound(spot: Spot) -> bytes:
    """A quarter of a second of its own number."""
    return array("h", [int(spot.text)] * (RATE // 4)).tobytes()


def mixed(made: Script) -> array[int]:
    return array("h", b"".join(blocks(made, sound)))


def test_every_sound_begins_at_its_very_sample() -> None:
    spots = (Spot(0.1, "7"), Spot(1.00001, "8"), Spot(2.5, "9"))
    samples = mixed(script(*spots))
    assert len(samples) == 4 * RATE
    for spot in spots:
        at = round(spot.at_s * RATE)
        assert samples[at - 1] == 0
        assert set(samples[at : at + RATE // 4]) == {int(spot.text)}
        assert samples[at + RATE // 4] == 0


def test_a_sound_that_is_not_over_is_not_talked_over() -> None:
    samples = mixed(script(Spot(1.0, "7"), Spot(1.1, "8")))
    assert set(samples[RATE : RATE + RATE // 4]) == {7}
    assert len(samples) == 4 * RATE


def test_three_hours_are_never_held_at_once() -> None:
    whole = 0
    for block in blocks(script(Spot(LONG - 1, "7"), total_s=LONG), sound):
        assert len(block) <= RATE * WIDTH
        whole += len(block)
    assert whole == LONG * RATE * WIDTH


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 48_000])
def test_another_rate_keeps_instant_length_and_loudness(rate: int, tone) -> None:
    # The sine of the fixture is at 22,050 a second; at another rate it is another note.
    samples = tone(0.5, before_s=0.2, after_s=0.2)
    out = array("h", resampled(samples, rate))
    assert len(out) == pytest.approx(len(samples) * RATE / rate, abs=2)
    loud = [i for i, x in enumerate(out) if abs(x) > 2000]
    first = next(i for i, x in enumerate(samples) if abs(x) > 2000)
    assert loud[0] / RATE == pytest.approx(first / rate, abs=0.0002)
    assert max(out) == pytest.approx(8000, rel=0.03)


def test_the_right_rate_is_left_alone() -> None:
    assert resampled(array("h", [1, -2, 3]), RATE) == array("h", [1, -2, 3]).tobytes()


def test_sentences_come_from_their_files_and_chimes_from_their_notes(tmp_path: Path, tone) -> None:
    pcm.write_wav(tmp_path / "0.wav", tone(0.5), 22_050)

    class Made(Sentences):
        def path(self, text: str) -> Path:
            return tmp_path / {"Hold.": "0.wav"}[text]

    load = loader(Made(tmp_path, tmp_path))
    assert len(load(Spot(0.0, "Hold."))) == RATE // 2 * WIDTH
    one = load(Spot(0.0, chime=chime.HALF))
    assert len(one) == pytest.approx(chime.length_s(chime.HALF) * RATE * WIDTH, abs=4)
    assert load(Spot(1.0, chime=chime.HALF)) is one
