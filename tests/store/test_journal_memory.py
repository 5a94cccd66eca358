from __future__ import annotations

import pytest

from supple.store.journal_memory import Mark, Memory


def test_it_comes_back_as_it_was_kept() -> None:
    marks = {"supple-a-2026-03.jsonl": Mark(12, "ab", 5, 1, 2, "0.1"), "\udcff": Mark(0, "", 0)}
    memory = Memory("writer", "supple-a-2026-03.jsonl", 300, marks)
    assert Memory.of(memory.text) == memory
    assert memory.text.isascii()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"writer": "w"}',
        '{"marks": {}}',
        '{"writer": "w", "marks": []}',
        '{"writer": 5, "marks": {}}',
        '{"writer": "w", "writing": null, "marks": {}}',
        '{"writer": "w", "marks": {"a": {"size": "1", "digest": "", "changed_ns": 0}}}',
        '{"writer": "w", "marks": {"a": {"length": 1}}}',
        '{"writer": "w", "marks": {}, "other": 1}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_nothing(text: str) -> None:
    assert Memory.of(text) is None
