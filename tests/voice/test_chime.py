from __future__ import annotations

import itertools

import pytest

from supple.voice import chime


@pytest.mark.parametrize("name", chime.NOTES)
def test_a_chime_is_short_soft_and_ends_in_silence(name: str) -> None:
    wave = chime.samples(name)
    assert len(wave) / chime.RATE == pytest.approx(chime.length_s(name), abs=0.001)
    assert chime.length_s(name) <= 1.3
    assert max(abs(x) for x in wave) == pytest.approx(chime.PEAK, abs=1)
    assert abs(wave[-1]) < 50


@pytest.mark.parametrize("name", chime.NOTES)
def test_nobody_is_startled(name: str) -> None:
    wave = chime.samples(name)
    first_5_ms = wave[: int(0.005 * chime.RATE)]
    assert max(abs(x) for x in first_5_ms) < chime.PEAK * 0.3
    assert max(abs(b - a) for a, b in itertools.pairwise(wave)) < chime.PEAK * 0.5


def test_chimes_differ() -> None:
    assert len({chime.samples(n).tobytes() for n in chime.NOTES}) == len(chime.NOTES)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        chime.samples("gong")
