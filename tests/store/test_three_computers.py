"""Three computers, and a program between them that copies their files as badly as it can."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.assessment import Check
from supple.core.contents import Contents
from supple.core.day_off import Off
from supple.core.merge import merge


class Copying:
    """Three computers, each with a folder of its own that a program keeps in step, badly."""

    def __init__(self, root: Path, computer_type: Any) -> None:
        self.computers = []
        for number, name in enumerate("abc"):
            home, folder = root / name, root / f"shared-{name}"
            home.mkdir()
            folder.mkdir()
            self.computers.append(computer_type(home, folder))
            # No two clocks agree.
            self.computers[-1].clock.advance(5 * 3600 * number)
        self.all_said = Contents()
        """Every state that ever was, merged: what all of them have to come to."""

    def do(self, what: str, who: int, number: int) -> None:
        getattr(self, what)(self.computers[who], number)
        said = self.computers[who].history.everything()
        self.all_said = merge(self.all_said, said)

    def close(self) -> None:
        for computer in self.computers:
            computer.history.close()

    def record(self, computer: Any, number: int) -> None:
        computer.record(*range(1, number % 3 + 1))

    def rate(self, computer: Any, number: int) -> None:
        if session := self._session(computer, number):
            computer.history.rate(session, pain_after=number % 11)

    def edit(self, computer: Any, number: int) -> None:
        if session := self._session(computer, number):
            computer.history.edit(session, held_s=float(number))

    def discard(self, computer: Any, number: int) -> None:
        if session := self._session(computer, number):
            computer.history.discard(session)

    def restore(self, computer: Any, number: int) -> None:
        if session := self._session(computer, number):
            computer.history.restore(session)

    def hurt(self, computer: Any, number: int) -> None:
        if (session := self._session(computer, number)) and (
            steps := computer.history.session(session).steps
        ):
            computer.history.mark_hurt(steps[number % len(steps)].id)

    def assess(self, computer: Any, number: int) -> None:
        at = computer.clock.advance(10)
        computer.history.add_assessment(Check.LEG_RAISE, at, left=number % 90)

    def mark_day(self, computer: Any, number: int) -> None:
        computer.clock.advance(10)
        off = [*Off, None][number % 4]
        computer.history.set_day_off(date(2026, 3, 1 + number % 2), off)

    def exchange(self, computer: Any, number: int) -> None:
        computer.clock.advance(number)
        assert computer.exchange().problems == ()

    def die(self, computer: Any, number: int) -> None:
        """End without warning in the middle of an exchange."""
        real, left = computer.history.keep_note, [number % 5]

        def keep_note(key: str, value: str) -> None:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            real(key, value)

        computer.history.keep_note = keep_note
        with suppress(KeyboardInterrupt):
            computer.exchange()
        computer.history.close()
        computer.open()

    def carry(self, computer: Any, number: int) -> None:
        """Bring a file to another computer; one that has another already gets a copy beside it."""
        if names := computer.files():
            other = self.computers[(self.computers.index(computer) + 1 + number % 2) % 3]
            carry(computer.folder / names[number % len(names)], other.folder)

    def cut(self, computer: Any, number: int) -> None:
        """Half a file, as when it is still being copied, or an old one was put back."""
        if names := computer.files():
            path = computer.folder / names[number % len(names)]
            path.write_bytes(path.read_bytes()[: -10 * number or None])

    def spoil(self, computer: Any, number: int) -> None:
        if names := computer.files():
            path = computer.folder / names[number % len(names)]
            content = bytearray(path.read_bytes())
            content[number : number + 2] = b"\0\xff"
            path.write_bytes(content)

    def lose(self, computer: Any, number: int) -> None:
        if names := computer.files():
            (computer.folder / names[number % len(names)]).unlink()

    def keep_copy(self, computer: Any, number: int) -> None:
        computer.history.backup(computer.path.with_suffix(".copy"))

    def go_back(self, computer: Any, number: int) -> None:
        """Put an old copy of the history in its place."""
        copy = computer.path.with_suffix(".copy")
        if copy.exists():
            computer.history.close()
            shutil.copyfile(copy, computer.path)
            computer.open()

    def settle(self, order: Sequence[int]) -> None:
        """Carry everything everywhere, until nobody has anything to say."""
        for _ in range(8):
            moved = 0
            for who in order:
                for other in order:
                    for name in self.computers[other].files():
                        carry(self.computers[other].folder / name, self.computers[who].folder)
                result = self.computers[who].exchange()
                moved += result.sent + result.taken
            if not moved:
                return
        raise AssertionError("they never came to rest")

    def _session(self, computer: Any, number: int) -> str:
        computer.clock.advance(number % 7)
        sessions = computer.history.everything().sessions
        return str(sessions[number % len(sessions)].id) if sessions else ""


def assert_same(computers: Sequence[Any]) -> None:
    first, *others = (computer.texts() for computer in computers)
    assert others == [first, first]


def carry(source: Path, folder: Path) -> None:
    target = folder / source.name
    new, old = source.read_bytes(), target.read_bytes() if target.exists() else b""
    if old.startswith(new):
        return
    if not new.startswith(old):
        note = hashlib.sha256(new).hexdigest()[:8]
        target = folder / f"{source.stem} (conflicted copy {note}).jsonl"
    target.write_bytes(new)


SAYING = ["record", "rate", "edit", "discard", "restore", "hurt", "assess", "mark_day"]
MOVING = ["exchange", "carry", "exchange", "carry", "die", "cut", "spoil", "lose"]
GOING_BACK = ["keep_copy", "go_back"]


def events(*kinds: str) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    event = st.tuples(st.sampled_from(kinds), st.integers(0, 2), st.integers(0, 60))
    return st.lists(event, min_size=10, max_size=30)


@settings(max_examples=40, deadline=None)
@given(events=events(*SAYING, *MOVING), order=st.permutations([0, 1, 2]))
def test_three_computers_come_to_one_history_whatever_the_copying_does(
    events: list[tuple[str, int, int]],
    order: list[int],
    tmp_path_factory: pytest.TempPathFactory,
    computer_type: Any,
) -> None:
    copying = Copying(tmp_path_factory.mktemp("three"), computer_type)
    with closing(copying):
        for what, who, number in events:
            copying.do(what, who, number)
        copying.settle(order)
        assert_same(copying.computers)
        assert copying.all_said == merge(copying.computers[0].history.everything(), Contents())


@settings(max_examples=20, deadline=None)
@given(events=events(*SAYING, *MOVING, *GOING_BACK, *GOING_BACK), order=st.permutations([0, 1, 2]))
def test_three_computers_agree_after_histories_were_put_back(
    events: list[tuple[str, int, int]],
    order: list[int],
    tmp_path_factory: pytest.TempPathFactory,
    computer_type: Any,
) -> None:
    copying = Copying(tmp_path_factory.mktemp("three"), computer_type)
    with closing(copying):
        for what, who, number in events:
            copying.do(what, who, number)
        copying.settle(order)
        assert_same(copying.computers)
