from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from supple.shell.plan_shots import PLANS
from supple.shell.studio import Studio
from supple.ui.settings.plan_dialog import PlanDialog
from supple.ui.text import Text
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.toast import Toast


def shown(studio: Studio, name: str) -> set[str]:
    """Everything that is said once the picture ``name`` stands."""
    studio._open()
    studio.window.show()
    studio.settle()
    PLANS[name](studio)
    studio.settle()
    seen = [w for w in studio.window.findChildren(QWidget) if w.isVisible()]
    texts = {w.text() for w in seen if isinstance(w, Text)}
    toasts = {w.accessibleName() for w in seen if isinstance(w, Toast)}
    return texts | toasts | {w.currentText() for w in seen if isinstance(w, Combo)}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("01f-home-plan", {"One done, two to go", "Today\u2019s plan", "Up next"}),
        ("01g-home-plan-done", {"All done for today", "Done"}),
        ("01h-home-plan-instead", {"One done, one to go", "5 min, in place of My evening"}),
        ("01i-home-plan-off", {"Reminders are off", "Today\u2019s plan"}),
        ("08k-settings-daily-plan", {"Twice on working days", "Every 2 weeks"}),
        ("08l-settings-daily-plan-many", {"After getting up", "My evening", "Mon Tue Fri Sun"}),
        ("08m-settings-daily-plan-off", {"Off", "Reminders are off"}),
        ("08n-settings-daily-plan-taken-out", {"Desk break, 5 min at 10:30 is taken out"}),
        ("08o-settings-daily-plan-add", {"Add to my plan", "20:30"}),
        (
            "08p-settings-daily-plan-clash",
            {"10:30", "Something comes at 10:30 on one of these days already"},
        ),
        ("08q-settings-breaks-times", {"10:30, Desk break, 5 min: mornings, Mon to Fri"}),
    ],
)
def test_each_picture_shows_its_state(studio: Studio, name: str, said: set[str]) -> None:
    assert said <= shown(studio, name)
    for dialog in studio.window.findChildren(PlanDialog):
        dialog.dismiss()
    studio._close()


def test_every_picture_has_its_test() -> None:
    marks = test_each_picture_shows_its_state.pytestmark  # type: ignore[attr-defined]
    assert {case[0] for mark in marks for case in mark.args[1]} == set(PLANS)
