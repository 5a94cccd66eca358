"""Who hears whom: every connection between the rooms, readable as a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from supple.core.settings import Settings, Window

if TYPE_CHECKING:
    # Only names of types: in the tray nothing of a session is loaded for them.
    from collections.abc import Callable

    from supple.play.break_loop import BreakLoop
    from supple.shell.check_desk import CheckDesk
    from supple.shell.conductor import Conductor
    from supple.shell.deps import Deps
    from supple.shell.editor_desk import EditorDesk
    from supple.shell.first_run_desk import FirstRunDesk
    from supple.shell.guide_desk import GuideDesk
    from supple.shell.handout_desk import HandoutDesk
    from supple.shell.history_room import HistoryRoom
    from supple.shell.library_desk import LibraryDesk
    from supple.shell.parts import Parts
    from supple.shell.resident import Resident
    from supple.shell.send_desk import SendDesk
    from supple.shell.share_desk import ShareDesk
    from supple.shell.stretch_desk import StretchDesk
    from supple.shell.voice_desk import VoiceDesk
    from supple.ui.settings.breaks import BreakCards
    from supple.ui.settings.data import DataCards
    from supple.ui.settings.plan import PlanCards
    from supple.ui.settings.shortcuts import ShortcutCards
    from supple.ui.share.dropping import Dropping


def wire(deps: Deps, parts: Parts, conductor: Conductor) -> None:
    """Connect everything. What is told first stands first."""
    player, page, window = parts.player, parts.page, parts.window

    # The session tells. History comes first, so that the summary can count on it.
    player.happened.connect(parts.recorder.on_event)
    player.happened.connect(parts.voice.on_event)
    player.happened.connect(parts.narrator.on_event)
    player.happened.connect(conductor.on_event)
    player.shot.connect(page.show_snapshot)

    # The person wishes.
    page.asked.connect(player.command)
    window.session_asked.connect(player.command)
    window.start_asked.connect(conductor.before.ask_and_start)
    window.start_stretch_asked.connect(conductor.before.ask_and_start)
    page.voice_toggled.connect(conductor.toggle_voice)
    page.full_screen_toggled.connect(window.toggle_full_screen)
    page.rated.connect(conductor.rate)
    page.discarded.connect(conductor.discard)
    _wire_care(parts, conductor)

    handle = window.windowHandle()
    if handle is not None:
        handle.windowStateChanged.connect(conductor.on_window_state)

    # The pages ask.
    _wire_pages(deps, parts, conductor)


def _wire_care(parts: Parts, conductor: Conductor) -> None:
    """How the back feels before a session, and what a warning sign in it leads to."""
    page, before, help_desk = parts.page, conductor.before, conductor.help_desk
    page.answered.connect(before.on_answered)
    page.gently_asked.connect(before.on_gently)
    page.not_now_asked.connect(before.on_not_now)
    parts.window.session_asked.connect(before.on_command)
    page.warned.connect(help_desk.on_warned)
    page.sign_told.connect(help_desk.on_told)
    page.advice_seen.connect(help_desk.on_seen)


def wire_voice(parts: Parts, desk: VoiceDesk) -> None:
    """What the voice section of the settings asks for."""
    pages = parts.window.pages
    pages.settings_shown.connect(desk.look_round)
    pages.voice_test_asked.connect(desk.try_out)


def wire_first_run(parts: Parts, desk: FirstRunDesk) -> None:
    """When the safety questions are asked, and asked again."""
    pages = parts.window.pages
    pages.answers_asked.connect(desk.change_answers)
    parts.window.closed.connect(desk.on_closed)
    pages.settings_built.connect(
        lambda page: page.when_built("goal", lambda cards: _wire_answers(cards, desk))
    )
    # After the conductor, who keeps the rating and shows the pages.
    parts.page.rated.connect(lambda _: desk.look_again())
    parts.page.not_now_asked.connect(desk.look_again)


def _wire_answers(cards: PlanCards, desk: FirstRunDesk) -> None:
    cards.answers_asked.connect(desk.change_answers)
    cards.place_asked.connect(desk.change_place)


def wire_history(parts: Parts, room: HistoryRoom) -> None:
    """The History page, the section "Data" of the settings, and what goes on by itself."""
    door, pages = parts.window.history, parts.window.pages
    door.history_shown.connect(room.page.show)
    door.sessions_asked.connect(room.page.show_sessions)
    door.session_wanted_for_edit.connect(room.page.edit)
    door.session_edited.connect(room.page.save)
    door.session_deleted.connect(room.page.delete)
    door.session_restored.connect(room.page.restore)
    door.day_off_asked.connect(room.page.mark_day)
    door.export_asked.connect(room.files.export)
    door.import_asked.connect(room.files.read)
    door.import_accepted.connect(room.files.accept)
    door.import_refused.connect(room.files.refuse)
    pages.recovered_seen.connect(room.forget_recovery)
    pages.settings_built.connect(
        lambda page: page.when_built("data", lambda cards: _wire_data(cards, parts, room))
    )
    parts.player.happened.connect(room.on_event)


def wire_flexibility(parts: Parts, desk: CheckDesk, conductor: Conductor) -> None:
    """The checks of the Flexibility page."""
    door = parts.window.pages.flexibility
    door.shown.connect(desk.show)
    door.view_asked.connect(desk.show_view)
    door.left.connect(desk.leave)
    door.script_asked.connect(desk.read)
    door.hush_asked.connect(desk.hush)
    door.legs_set.connect(desk.keep_legs)
    door.felt.connect(desk.keep_feel)
    door.discard_asked.connect(desk.discard)
    door.restore_asked.connect(desk.restore)
    door.voice_toggled.connect(conductor.toggle_voice)
    door.voice_toggled.connect(desk.on_voice)
    door.left.connect(conductor.forget_toggle)


def wire_library(parts: Parts, desk: LibraryDesk, conductor: Conductor) -> None:
    """What is done with stretches and routines of one's own, and what others do to their files."""
    own = parts.window.own
    own.delete_asked.connect(desk.delete)
    own.stretch_delete_asked.connect(desk.delete)
    desk.changed.connect(parts.window.history.reload)
    # What Today offers may be another session by now, or have other words.
    desk.changed.connect(lambda: conductor.make_ready(parts.pages.up_next))
    # After the conductor, who sums the session up first.
    parts.player.happened.connect(desk.on_event)
    # Where the system tells of no changes, as on a network drive.
    _wire_coming_back(parts, desk.on_state)


def wire_guide(parts: Parts, desk: Callable[[], GuideDesk]) -> None:
    """A session saved as sound. ``desk`` is made with the first one."""
    parts.window.own.sound_asked.connect(lambda id_: desk().ask(id_))


def wire_editor(parts: Parts, desk: Callable[[], EditorDesk]) -> None:
    """Routines of one's own. ``desk`` is made with the first one."""
    own = parts.window.own
    own.new_asked.connect(lambda: desk().new())
    own.edit_asked.connect(lambda id_: desk().edit(id_))
    own.copy_asked.connect(lambda id_: desk().copy(id_))


def wire_sharing(parts: Parts, dropping: Dropping, desk: Callable[[], ShareDesk]) -> None:
    """Routines from others. ``desk`` is made with the first file."""
    own = parts.window.own
    own.take_in_asked.connect(lambda: desk().choose())
    own.file_dropped.connect(lambda path: desk().open(path))
    dropping.dropped.connect(own.file_dropped)
    dropping.refused.connect(parts.window.toast)


def wire_sending(parts: Parts, desk: Callable[[], SendDesk]) -> None:
    """Routines for others. ``desk`` is made with the first file."""
    parts.window.own.share_asked.connect(lambda ids: desk().share(ids))


def wire_share_desk(parts: Parts, desk: ShareDesk) -> None:
    """A file that came during a session is looked into after it."""
    parts.window.pages_shown.connect(desk.on_pages)
    for begun in (parts.window.own.stretch_new_asked, parts.window.own.stretch_edit_asked):
        begun.connect(lambda *_: desk.forget_other_kind())


def wire_handout(parts: Parts, desk: Callable[[], HandoutDesk]) -> None:
    """A routine on paper. ``desk`` is made with the first one."""
    parts.window.own.print_asked.connect(lambda id_: desk().ask(id_))


def wire_stretches(parts: Parts, desk: Callable[[], StretchDesk]) -> None:
    """Stretches of one's own. ``desk`` is made with the first one."""
    own = parts.window.own
    own.stretch_new_asked.connect(lambda: desk().new())
    own.stretch_edit_asked.connect(lambda id_: desk().edit(id_))
    own.stretch_copy_asked.connect(lambda id_: desk().copy(id_))


def _wire_data(cards: DataCards, parts: Parts, room: HistoryRoom) -> None:
    data, files = room.data, room.data_files
    cards.shown.connect(data.show)
    cards.backup_asked.connect(data.back_up)
    cards.compare_asked.connect(data.compare)
    cards.restore_asked.connect(data.restore)
    cards.exchange_asked.connect(data.exchange)
    cards.delete_all_asked.connect(data.delete_all)
    cards.export_asked.connect(files.export)
    cards.import_asked.connect(files.read)
    cards.import_accepted.connect(files.accept)
    cards.import_refused.connect(files.refuse)
    cards.open_folder_asked.connect(lambda: _open_outside(parts, room.folder, "folders"))


def wire_break_loop(home: Resident) -> None:
    """Breaks with the tray: what goes on with a window or without."""
    desk, tray = home.breaks, home.tray
    assert desk is not None
    assert tray is not None
    loop = desk.loop
    loop.soon.connect(desk.on_soon)
    loop.prompted.connect(desk.on_prompted)
    loop.closed.connect(desk.on_closed)
    loop.started.connect(desk.on_started)
    loop.remembered.connect(desk.remember)
    loop.status_changed.connect(tray.show_status)
    tray.start_asked.connect(desk.start_now)
    tray.pause_asked.connect(loop.pause)
    tray.not_today_asked.connect(loop.not_today)
    tray.resume_asked.connect(loop.resume)
    tray.open_asked.connect(home.guidance)
    tray.quit_asked.connect(home.quit)


def wire_end(app: QGuiApplication, home: Resident) -> None:
    """Log-out: the desktop says that it is near, and waits until that was heard."""
    app.commitDataRequest.connect(lambda _: home.keep_all(), Qt.ConnectionType.DirectConnection)


def wire_breaks(parts: Parts, home: Resident) -> None:
    """Breaks with the window: sessions count as breaks, the settings rule them."""
    desk = home.breaks
    assert desk is not None
    parts.player.happened.connect(desk.on_session)
    parts.window.settings_changed.connect(lambda _: home.follow_settings())
    parts.window.pages.settings_built.connect(
        lambda page: page.when_built("breaks", lambda cards: _wire_break_cards(cards, home))
    )
    parts.window.pages.settings_built.connect(
        lambda page: page.when_built("shortcuts", lambda cards: _wire_break_keys(cards, home))
    )
    parts.page.rated.connect(lambda _: home.after_session())
    parts.page.discarded.connect(home.after_session)
    parts.window.keep_open = home.closing.keeps_open
    parts.window.ends = home.leave
    parts.page.asked.connect(home.on_asked)
    _wire_next_break(parts, desk.loop)


def _wire_next_break(parts: Parts, loop: BreakLoop) -> None:
    """The card of the Today page."""
    from supple.core.break_card import BreakAct, card_of
    from supple.ui.tray import PAUSE_MIN

    pages = parts.window.pages
    card = pages.today.get().next_break
    acts = {
        BreakAct.PAUSE: lambda: loop.pause(PAUSE_MIN),
        BreakAct.SKIP: loop.skip,
        BreakAct.RESUME: loop.resume,
    }

    def show() -> None:
        card.show_card(card_of(loop.status()))

    loop.status_changed.connect(lambda status: card.show_card(card_of(status)))
    # A time of the plan has come, or gone by.
    loop.status_changed.connect(lambda _: parts.pages.refresh_if_stale())
    pages.break_look_asked.connect(show)
    pages.break_act_asked.connect(lambda act: acts[act]())
    show()


def _wire_break_keys(cards: ShortcutCards, home: Resident) -> None:
    keys = home.keys
    assert keys is not None
    cards.break_key_waits.connect(keys.rest)


def _wire_break_cards(cards: BreakCards, home: Resident) -> None:
    from supple.core.break_view import paused_until

    desk = home.breaks
    assert desk is not None
    loop = desk.loop
    cards.shown.connect(lambda: cards.show_desk(home.desk_view()))
    cards.shown.connect(lambda: cards.show_pause(paused_until(loop.status())))
    loop.status_changed.connect(lambda status: cards.show_pause(paused_until(status)))
    cards.try_asked.connect(home.try_prompt)


def _wire_pages(deps: Deps, parts: Parts, conductor: Conductor) -> None:
    window, pages = parts.window, parts.pages

    def on_settings(settings: Settings) -> None:
        pages.follow(settings)
        conductor.on_settings()

    def on_moved(place: Window) -> None:
        if deps.settings.window != place:
            pages.save(replace(deps.settings, window=place))

    def on_state(state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            pages.refresh_if_stale()

    # A window left open overnight is looked at again on another day.
    _wire_coming_back(parts, on_state)
    window.settings_changed.connect(on_settings)
    window.window_moved.connect(on_moved)
    window.check_again_asked.connect(pages.check_again)
    window.pages.minutes_asked.connect(pages.keep_minutes)
    _wire_outside(parts)


def _wire_coming_back(parts: Parts, hears: Callable[[Qt.ApplicationState], None]) -> None:
    """Somebody comes back to the program, or leaves it for another."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.applicationStateChanged.connect(hears)
        # The application outlives its window.
        parts.window.closed.connect(lambda: app.applicationStateChanged.disconnect(hears))


def _wire_outside(parts: Parts) -> None:
    """What other programs do for us: showing files, and the clipboard."""
    window, pages = parts.window, parts.pages

    def open_folder() -> None:
        folder = pages.routines_folder()
        if folder is not None:
            _open_outside(parts, str(folder), "folders")

    window.open_folder_asked.connect(open_folder)
    window.open_file_asked.connect(lambda path, line: _open_outside(parts, path, "this file"))
    window.copy_asked.connect(_copy)


def show_folder(parts: Parts, folder: str) -> None:
    """Open ``folder`` in the system's file manager; where there is none, tell its place."""
    _open_outside(parts, folder, "folders")


def _open_outside(parts: Parts, path: str, what: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        # A machine without a file manager: the place itself is the next best thing.
        text = f"Nothing here opens {what}. It is at {path}"
        parts.window.toast(text, "Copy", lambda: _copy(path))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
