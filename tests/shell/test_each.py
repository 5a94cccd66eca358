from __future__ import annotations

import pytest

from supple.shell.each import each


def test_every_one_is_called_in_order_and_an_error_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    called: list[int] = []

    def fails() -> None:
        called.append(2)
        raise OSError("no room")

    each(lambda: called.append(1), fails, lambda: called.append(3))
    assert called == [1, 2, 3]
    (record,) = caplog.records
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == "no room"


def test_who_breaks_off_is_heard() -> None:
    def broken_off() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        each(broken_off)
