"""What a shared file is to the system it lies on."""

from __future__ import annotations

from typing import Final

ENDING: Final = ".supple"
MEDIA_TYPE: Final = "application/vnd.supple.routines+zip"
