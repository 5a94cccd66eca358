from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import UserError
from supple.core.settings import Settings, Theme, to_values
from supple.store import atomic
from supple.store.settings import LARGEST, SettingsFile

DARK = replace(Settings(), theme=Theme.DARK, volume=0.5, window=(10, 20, 800, 600))


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json", lambda: date(2026, 3, 14))


def written(file: SettingsFile, content: str | bytes) -> SettingsFile:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_a_new_user_has_defaults_and_no_file(file: SettingsFile) -> None:
    assert file.load() == (Settings(), ())
    assert not file.path.parent.exists()


def test_settings_come_back(file: SettingsFile) -> None:
    assert file.save(DARK) is None
    assert file.load() == (DARK, ())
    assert [p.name for p in file.path.parent.iterdir()] == ["settings.json"]


def test_what_a_newer_program_wrote_is_kept(file: SettingsFile) -> None:
    written(file, '{"format": 2, "later": {"a": [1]}, "theme": "light"}')
    settings, problems = file.load()
    assert (settings.theme, problems) == (Theme.LIGHT, ())
    file.save(DARK)
    values = json.loads(file.path.read_text())
    assert values["later"] == {"a": [1]}
    assert values["format"] == 2
    assert values["theme"] == "dark"


BEFORE_THE_PLAN = """{
 "format": 1,
 "breaks_on": true,
 "break_every_min": 45,
 "break_days": ["mon", "tue", "sat"],
 "break_times": ["07:00 rising", "10:30", "22:00 bedtime"]
}"""


def test_times_of_before_the_plan_mean_what_they_did(file: SettingsFile) -> None:
    settings, problems = written(file, BEFORE_THE_PLAN).load()
    assert problems == ()
    assert settings.break_times == ("07:00 rising", "10:30", "22:00 bedtime")
    assert (settings.break_interval, settings.check_weeks) == (True, 4)
    file.save(settings)
    assert json.loads(file.path.read_text())["break_times"] == [
        "07:00 rising",
        "10:30",
        "22:00 bedtime",
    ]


def test_a_plan_comes_back_as_it_was_written(file: SettingsFile) -> None:
    times = ("20:00 mon,wed,fri routine:lying-down", "21:30 bedtime sun routine:gone-by-now")
    plan = replace(Settings(), break_times=times, break_interval=False, check_weeks=0)
    file.save(plan)
    assert file.load() == (plan, ())


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("break_times", '["20:00 someday"]', 'texts such as "20:00 mon,wed,fri"'),
        ("break_times", '["20:00 mon routine:Not An Id"]', 'texts such as "20:00 mon,wed,fri"'),
        ("check_weeks", "3", "one of 0, 2, 4, 8"),
        ("break_interval", '"no"', "true or false"),
    ],
)
def test_a_bad_value_of_the_plan_says_what_it_has_to_be(
    file: SettingsFile, name: str, value: str, sentence: str
) -> None:
    settings, (problem,) = written(file, f'{{"{name}": {value}, "volume": 0.5}}').load()
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.volume == 0.5
    assert problem.path == name
    assert sentence in problem.mend


def test_a_bad_value_is_repaired_and_told_with_its_file(file: SettingsFile) -> None:
    settings, (problem,) = written(file, '{"theme": "drak", "volume": 0.5}').load()
    assert (settings.theme, settings.volume) == (Theme.SYSTEM, 0.5)
    assert (problem.file, problem.path) == (str(file.path), "theme")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{\n "theme": dark}', "not JSON"),
        ("", "not JSON"),
        ("[1]", "one object"),
        ("null", "one object"),
        ('{"volume": NaN}', "not JSON"),
        ('{"volume": 1e999}', "too large"),
        (b"\xff\xfe{}", "not JSON"),
        ("[" * 200_000, "not JSON"),
        *(('{"a": ' + "[" * n + "]" * n + "}", "too deep") for n in (60, 450, 900)),
        ('{"a": "\\ud800"}', "not JSON"),
        ('{"a": ' + "1" * 5000 + "}", "too large"),
        (b" " * (LARGEST + 1), "too large"),
    ],
)
def test_a_broken_file_gives_defaults_and_is_kept(
    content: str | bytes, what: str, file: SettingsFile
) -> None:
    before = written(file, content).path.read_bytes()
    settings, (problem,) = file.load()
    assert settings == Settings()
    assert what in problem.what
    assert file.path.read_bytes() == before

    aside = file.save(DARK)
    assert aside == file.path.with_name("settings.json.broken-2026-03-14")
    assert aside is not None
    assert aside.read_bytes() == before
    assert file.load() == (DARK, ())


def test_a_broken_file_is_told_with_line_and_column(file: SettingsFile) -> None:
    _, (problem,) = written(file, '{\n "theme": dark}').load()
    assert (problem.line, problem.column) == (2, 11)


def test_a_second_broken_file_of_a_day_does_not_replace_the_first(file: SettingsFile) -> None:
    asides = [written(file, content).save(DARK) for content in ("one", "two", "three")]
    assert [a.read_text() for a in asides if a] == ["one", "two", "three"]


def test_a_byte_order_mark_is_accepted(file: SettingsFile) -> None:
    settings, problems = written(file, b'\xef\xbb\xbf{"theme": "dark"}').load()
    assert (settings.theme, problems) == (Theme.DARK, ())


def test_a_file_that_cannot_be_read_is_told(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    settings, (problem,) = file.load()
    assert settings == Settings()
    assert "cannot be read" in problem.what


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(DARK)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write_bytes", refuse)
    with pytest.raises(UserError, match=r"cannot be saved.*No space left"):
        file.save(Settings())
    assert file.load() == (DARK, ())


valid = json.dumps({"format": 1, **to_values(DARK)}).encode()


@given(data=st.data())
def test_no_damage_raises_or_destroys(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("s")
    content = bytearray(valid)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))]
    file = SettingsFile(folder / "settings.json", lambda: date(2026, 3, 14))
    file.path.write_bytes(content)
    settings, _ = file.load()
    aside = file.save(settings)
    assert file.load() == (settings, ())
    if aside is not None:
        assert aside.read_bytes() == content


def test_a_pipe_is_not_waited_for_and_kept_aside(
    file: SettingsFile, pipe_at: Callable[[Path], Path]
) -> None:
    pipe_at(file.path)
    settings, (problem,) = file.load()
    assert settings == Settings()
    assert problem.what == "The settings cannot be read: it is a named pipe, not a file."
    assert file.save(DARK) == file.path.with_name("settings.json.broken-2026-03-14")
    assert file.load() == (DARK, ())


def test_a_folder_is_kept_aside_with_what_is_in_it(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    (file.path / "mine").write_text("x")
    _, (problem,) = file.load()
    assert problem.what == "The settings cannot be read: it is a folder, not a file."
    kept = file.save(DARK)
    assert kept is not None
    assert (kept / "mine").read_text() == "x"
    assert file.load() == (DARK, ())
