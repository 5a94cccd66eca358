"""Where every file of the program lives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from supple.core.problem import UserError

APP = "supple"


@dataclass(frozen=True, slots=True)
class Paths:
    """The program's folders. Naming one does not make it: see :func:`make_folder`."""

    data: Path
    config: Path
    cache: Path
    logs: Path

    @staticmethod
    def of(profile: Path | None) -> Paths:
        """The system's usual places, or all of them inside ``profile``."""
        if profile is not None:
            root = profile.expanduser().absolute()
            return Paths(root / "data", root / "config", root / "cache", root / "logs")
        import platformdirs  # a profile needs none of its look-ups

        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        return Paths(
            Path(dirs.user_data_dir),
            Path(dirs.user_config_dir),
            Path(dirs.user_cache_dir),
            Path(dirs.user_log_dir),
        )

    @property
    def routines_dir(self) -> Path:
        """The person's own routine files."""
        return self.data / "routines"

    @property
    def drafts_dir(self) -> Path:
        """Routines that are being edited, until they are saved."""
        return self.data / "drafts"

    @property
    def stretch_drafts_dir(self) -> Path:
        """Stretches that are being written, each with a picture that is not saved either."""
        return self.drafts_dir / "stretches"

    @property
    def history_db(self) -> Path:
        return self.data / "history.db"

    @property
    def ready_db(self) -> Path:
        """A whole history that only has to take the place of the present one."""
        return self.data / "history-ready.db"

    @property
    def suspect_file(self) -> Path:
        """Its presence says that damage was met while the history was in use."""
        return self.data / "history-suspect"

    @property
    def recovered_file(self) -> Path:
        """What was done about a damaged history, until the person has seen it."""
        return self.data / "recovered.json"

    @property
    def backups_dir(self) -> Path:
        """Copies of the history."""
        return self.data / "backups"

    @property
    def runs_dir(self) -> Path:
        """Lock files of the processes that record a session."""
        return self.data / "runs"

    @property
    def unsaved_dir(self) -> Path:
        """Sessions that could not be written to the history."""
        return self.data / "unsaved"

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.json"

    @property
    def voice_cache(self) -> Path:
        """Spoken sentences that were synthesised before."""
        return self.cache / "voice"

    @property
    def kept_dir(self) -> Path:
        """Work that one start saves for the next."""
        return self.cache / "kept"

    @property
    def log_file(self) -> Path:
        return self.logs / "supple.log"


def make_private(folder: Path) -> None:
    """Make ``folder`` and its parents when missing, each for this user only. Raises OSError.

    What somebody stretches, and how much it hurts, is nobody else's business.
    """
    # Path.mkdir would give its mode to the last one alone.
    if not folder.parent.exists():
        make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def make_folder(folder: Path) -> Path:
    """``folder``, made as by :func:`make_private`, and returned.

    Raises UserError when it cannot be made.
    """
    try:
        make_private(folder)
    except FileExistsError:
        raise UserError(
            f"{folder} is a file, but Supple needs a folder of that name. "
            "Move the file away, or start Supple with --profile and another folder."
        ) from None
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be made: {error.strerror or error}. Make its parent "
            "folder writable, or start Supple with --profile and a folder you can write to."
        ) from error
    return folder
