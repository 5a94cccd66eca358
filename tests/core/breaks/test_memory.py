from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.event import Reason
from supple.core.breaks.memory import Memory, PutOff, read_memory

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.builds(
        Memory,
        st.none() | finite,
        finite,
        st.booleans(),
        st.lists(st.text(), max_size=48).map(tuple),
        st.none()
        | st.builds(
            PutOff,
            finite,
            finite,
            st.sampled_from(Reason),
            st.text(),
            st.text(),
            st.integers(0, 100),
            st.integers(0, 100),
            finite,
            st.text(),
        ),
    )
)
def test_a_memory_is_read_as_it_was_written(memory: Memory) -> None:
    assert read_memory(memory.to_text()) == memory


@given(st.text())
def test_any_text_gives_a_memory(text: str) -> None:
    assert isinstance(read_memory(text), Memory)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "[" * 5000,
        '{"paused_until": NaN, "pause_s": 0, "today": false, "done": []}',
        '{"paused_until": 1, "pause_s": 1e999, "today": false, "done": []}',
        '{"paused_until": 1, "pause_s": "x", "today": false, "done": []}',
        '{"paused_until": null, "pause_s": 0, "today": false, "done": 3}',
        '{"paused_until": null, "pause_s": 0, "today": false, "done": [], "put_off": 5}',
        '{"paused_until": null, "pause_s": 0, "today": false, "done": [], "put_off": {}}',
    ],
)
def test_a_spoiled_text_is_an_empty_memory(text: str) -> None:
    assert read_memory(text) == Memory()


def test_only_the_newest_fixed_times_are_kept() -> None:
    memory = Memory()
    for number in range(60):
        memory = memory.with_done(str(number))
    assert memory.done == tuple(map(str, range(12, 60)))


def test_going_on_keeps_what_was_done() -> None:
    assert Memory(1.0, 2.0, True, ("a",)).without_pause() == Memory(done=("a",))


def test_a_memory_of_an_older_version_has_no_break_put_off() -> None:
    text = '{"paused_until": 5.0, "pause_s": 9.0, "today": false, "done": ["a"]}'
    assert read_memory(text) == Memory(5.0, 9.0, done=("a",))


def test_a_break_put_off_by_an_older_version_has_no_routine() -> None:
    kept = PutOff(5.0, 300.0, Reason.FIXED, "bedtime", "20:00", routine="lying-down")
    values = json.loads(Memory(put_off=kept).to_text())
    del values["put_off"]["routine"]
    assert read_memory(json.dumps(values)).put_off == replace(kept, routine="")


def test_a_break_put_off_has_to_be_whole() -> None:
    text = Memory(put_off=PutOff(1.0, 2.0, Reason.FIXED)).to_text()
    assert read_memory(text).put_off is not None
    assert read_memory(text.replace('"fixed"', '"other"')) == Memory()
    assert read_memory(text.replace("1.0", "NaN")) == Memory()
