from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.memory import Memory, read_memory

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(
    st.builds(
        Memory,
        st.none() | finite,
        finite,
        st.booleans(),
        st.lists(st.text(), max_size=48).map(tuple),
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
