from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from supple.core import labels
from supple.core.speech_length import spoken_seconds
from supple.shell.break_offer import choose, instead, longest_hold_s


@pytest.fixture
def deps(bench: Any) -> Any:
    deps = bench().deps
    deps.settings = replace(deps.settings, safety_on="2026-01-01")
    deps.coach.forget()
    return deps


def test_a_break_from_work_is_offered_where_nothing_else_is_said(deps: Any) -> None:
    offer = choose(deps, False, "")
    assert offer is not None
    assert offer.routine == "desk-break"


def test_a_minute_is_one_stretch_beside_the_desk_as_long_as_the_plan_holds(deps: Any) -> None:
    offer = choose(deps, True, "")
    assert offer is not None
    assert offer.routine in deps.library.catalogue.stretches
    hold_s = deps.coach.progress(deps.now()).hold_s
    assert longest_hold_s(deps, offer.routine) == hold_s
    timeline = deps.timeline(offer.routine, spoken_seconds, hold_s)
    holds = [s.duration_s - s.work_from_s for s in timeline.steps if s.kind.is_work]
    assert max(holds) <= hold_s
    assert offer.minutes == labels.minutes(timeline.total_s)


def test_a_routine_has_its_own_dose_and_so_has_everything_without_a_plan(deps: Any) -> None:
    offer = choose(deps, True, "")
    assert offer is not None
    assert longest_hold_s(deps, "desk-break") is None
    deps.settings = replace(deps.settings, plan_doses=False)
    assert longest_hold_s(deps, offer.routine) is None


def test_nothing_is_offered_while_a_professional_is_to_be_asked(deps: Any) -> None:
    deps.settings = replace(deps.settings, safety_ticked=("spine",))
    deps.coach.forget()
    assert choose(deps, False, "") is None


def test_the_routine_that_was_chosen_comes_however_long_ago_it_was_done(deps: Any) -> None:
    offer = choose(deps, False, "", "lying-down")
    assert offer is not None
    assert offer.routine == "lying-down"
    assert instead(deps, "lying-down") == instead(deps, "") == ""


def test_after_two_snoozes_a_minute_comes_in_its_place(deps: Any) -> None:
    offer = choose(deps, True, "", "lying-down")
    assert offer is not None
    assert offer.routine in deps.library.catalogue.stretches


def test_a_routine_that_is_left_out_never_comes_and_it_is_said_why(deps: Any) -> None:
    deps.settings = replace(deps.settings, safety_on="")
    deps.coach.forget()
    offer = choose(deps, False, "", "full-session")
    assert offer is not None
    assert offer.routine == "desk-break"
    name = deps.library.catalogue.routines["full-session"].name
    assert instead(deps, "full-session") == f"{name} waits for your safety answers."
    deps.settings = replace(deps.settings, safety_on="2026-01-01", safety_ticked=("spine",))
    deps.coach.forget()
    assert instead(deps, "full-session") == f"{name} is left out with your safety answers."


def test_a_routine_that_is_gone_leaves_what_fits(deps: Any) -> None:
    offer = choose(deps, False, "", "deleted-since")
    assert offer is not None
    assert offer.routine == "desk-break"
    assert instead(deps, "deleted-since") == "The routine you chose for now is gone."
