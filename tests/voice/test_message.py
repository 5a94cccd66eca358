from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.voice import message


@given(st.text(max_size=300))
def test_any_text_makes_the_round_trip_on_one_line(text: str) -> None:
    line = message.encode(message.SYNTH, id=3, text=text)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert message.decode(line) == {"kind": message.SYNTH, "id": 3, "text": text}


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(line: bytes) -> None:
    said = message.decode(line)
    assert said is None or isinstance(said["kind"], str)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"Audio saved to x.wav",
        b"[1, 2]",
        b'{"id": 3}',
        b'{"kind": 3}',
        b"[" * 10_000,
        b'{"kind": "' + b"x" * message.LONGEST_LINE + b'"}',
    ],
)
def test_what_is_no_message_is_none(line: bytes) -> None:
    assert message.decode(line) is None


@pytest.mark.parametrize("value", ["3", None, True, [], float("nan"), float("inf"), 1e300])
def test_a_number_that_is_none_becomes_the_default(value: object) -> None:
    said = json.loads(json.dumps({"kind": "x", "seconds": value}))
    assert message.number(said, "seconds", 7.0) == 7.0


def test_fields_are_read_by_kind() -> None:
    said: message.Message = {"kind": "x", "id": 4, "text": "Hold.", "seconds": 1.5}
    assert message.ident(said) == 4
    assert message.number(said, "seconds") == 1.5
    assert message.text(said, "text") == "Hold."
    assert message.text(said, "id") == ""
