from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from supple.voice.ahead import Ahead


def ask_all(ahead: Ahead, first: int = 1) -> list[int]:
    idents = []
    while ahead.next() is not None:
        ahead.sent(first + len(idents))
        idents.append(first + len(idents))
    return idents


def test_each_sentence_is_asked_for_once_and_few_at_a_time() -> None:
    ahead = Ahead(at_once=2)
    ahead.replace(["a", "b", "a", " ", "c"])
    assert ahead.total == 3
    assert ask_all(ahead) == [1, 2]
    assert ahead.ready(1, 0.5) == "a"
    assert ask_all(ahead, 3) == [3]
    assert ahead.lengths == {"a": 0.5}
    assert ahead.done == 1


def test_answers_for_an_earlier_list_are_not_counted() -> None:
    ahead = Ahead()
    ahead.replace(["a"])
    ask_all(ahead)
    ahead.replace(["b"])
    assert ahead.ready(1, 0.5) is None
    assert ahead.done == 0


def test_a_sentence_that_kills_its_worker_twice_is_given_up() -> None:
    ahead = Ahead()
    ahead.replace(["a", "b"])
    ask_all(ahead)
    assert ahead.lost(1) is None
    assert ahead.next() == "a"
    ahead.sent(3)
    assert ahead.lost(3) == "a"
    assert ahead.failed(2) == "b"
    assert ahead.done == ahead.total == 2


def test_giving_up_leaves_nothing() -> None:
    ahead = Ahead(at_once=1)
    ahead.replace(["a", "b"])
    ask_all(ahead)
    assert sorted(ahead.give_up()) == ["a", "b"]
    assert ahead.next() is None
    assert ahead.done == ahead.total


def test_forgetting_leaves_no_length() -> None:
    ahead = Ahead()
    ahead.replace(["a", "b"])
    ask_all(ahead)
    ahead.ready(1, 0.5)
    ahead.forget()
    assert ahead.lengths == {}
    assert ahead.ready(2, 0.5) is None


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.booleans(), max_size=40))
def test_whatever_fails_all_are_answered_for_in_the_end(texts: list[str], luck: list[bool]) -> None:
    ahead = Ahead(at_once=3)
    ahead.replace(texts)
    on_way: list[int] = []
    last, answered = 0, 0
    for good in [*luck, *[True] * 40]:
        while ahead.next() is not None:
            last += 1
            ahead.sent(last)
            on_way.append(last)
        if on_way:
            ident = on_way.pop(0)
            gone = ahead.ready(ident, 1.0) if good else ahead.lost(ident)
            answered += gone is not None
    assert answered == ahead.done == ahead.total == len(set(texts))
