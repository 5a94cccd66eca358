"""Warning signs: what is said, and what becomes of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import warning
from supple.core.safety import BY_ID, QUESTIONS, Advice, Screening
from supple.core.settings import Settings
from supple.core.warning import Sign

TODAY = date(2026, 10, 22)
DAYS = st.dates(date(2026, 1, 1), TODAY).map(date.isoformat) | st.just("")
ANSWERS = st.builds(
    Settings,
    safety_on=DAYS,
    safety_ticked=st.lists(st.sampled_from([q.id for q in QUESTIONS]), unique=True).map(tuple),
    safety_cleared_on=DAYS,
)
SIGNS = st.sampled_from([*Sign, None])


def screening(settings: Settings) -> Screening:
    cleared = settings.safety_cleared_on
    return Screening(
        date.fromisoformat(settings.safety_on) if settings.safety_on else None,
        frozenset(settings.safety_ticked),
        date.fromisoformat(cleared) if cleared else None,
    )


@pytest.mark.parametrize(
    ("sign", "advice"), [(Sign.SADDLE, Advice.URGENT), (Sign.LEG, Advice.ASK_FIRST)]
)
def test_a_sign_is_one_of_the_safety_questions(sign: Sign, advice: Advice) -> None:
    assert BY_ID[sign.value].advice is advice


@given(settings=ANSWERS, sign=SIGNS)
def test_nothing_is_offered_after_a_sign_whatever_was_answered_before(
    settings: Settings, sign: Sign | None
) -> None:
    after = warning.paused(settings, sign, TODAY)
    assert not screening(after).may_stretch
    assert screening(after).answered
    assert set(after.safety_ticked) == {*settings.safety_ticked, (sign or Sign.LEG).value}


@given(settings=ANSWERS)
def test_the_saddle_has_no_way_on(settings: Settings) -> None:
    cleared = replace(
        warning.paused(settings, Sign.SADDLE, TODAY), safety_cleared_on=TODAY.isoformat()
    )
    assert not screening(cleared).may_stretch


@given(settings=ANSWERS, sign=SIGNS)
def test_it_changes_the_safety_answers_only_and_can_be_taken_back(
    settings: Settings, sign: Sign | None
) -> None:
    after = warning.paused(settings, sign, TODAY)
    named = {"safety_ticked", "safety_on", "safety_cleared_on"}
    changed = {
        n for n in settings.__dataclass_fields__ if getattr(settings, n) != getattr(after, n)
    }
    assert changed <= named
    louder = replace(after, volume=0.1)
    assert warning.taken_back(louder, settings) == replace(settings, volume=0.1)


def test_earlier_answers_keep_their_day() -> None:
    new = warning.paused(Settings(), Sign.LEG, TODAY)
    assert new.safety_on == "2026-10-22"
    old = warning.paused(Settings(safety_on="2026-09-01"), Sign.LEG, TODAY)
    assert old.safety_on == "2026-09-01"


@pytest.mark.parametrize("sign", Sign)
def test_the_advice_names_who_to_call_and_says_not_to_stretch(sign: Sign) -> None:
    said = warning.said(sign)
    assert "doctor" in said
    assert "emergency service now" in said
    assert said.endswith("Do not stretch.")


@pytest.mark.parametrize(
    ("sign", "note"),
    [
        (Sign.SADDLE, "Warning sign: numb between the legs, bladder or bowel."),
        (Sign.LEG, "Warning sign: pain below the knee, numb or weak leg."),
        (None, "Warning sign."),
    ],
)
def test_what_the_history_keeps(sign: Sign | None, note: str) -> None:
    assert warning.note(sign) == note
