#!/bin/sh
# Install a wheel of Supple as people do, and do a session with each installation.
#
#   packaging/trial.sh dist/supple-*.whl [PYTHON...]
#
# Each PYTHON (python3 without any) gets a plain environment; then `uv tool install` and
# `pipx install` are tried with the first. Every one has a home of its own. It needs Xvfb and the
# network for the packages that Supple depends on. Exit code 0: all of it is well.
set -eu

wheel=$(readlink -f "${1:?the wheel to try}")
shift
[ "$#" -gt 0 ] || set -- python3
first=$(command -v "$1")
work=$(mktemp -d)
# shellcheck source=packaging/trial_parts.sh
. "$(dirname -- "$0")/trial_parts.sh"

clean() {
    end_all
    rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

start_display
write_short "$work/short.json"

new_home() { # NAME; sets $home
    home=$work/$1
    write_settings "$home"
}

# Installing wants the way to the packages, which may be in the environment; running wants nothing.
installing() {
    env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME -u PYTHONPATH HOME="$home" \
        PIPX_HOME="$home/.local/pipx" PIPX_BIN_DIR="$home/.local/bin" UV_PYTHON_DOWNLOADS=never "$@"
}

inside() {
    env -i PATH="$home/.local/bin:/usr/local/bin:/usr/bin:/bin" HOME="$home" LC_ALL=C.UTF-8 \
        QT_QPA_PLATFORM="${platform:-offscreen}" DISPLAY=":$(cat "$work/display")" "$@"
}

try() { # NAME PROGRAM
    supple=$2
    inside "$supple" --version >"$work/log" 2>&1 || fail "$1: it does not start"
    said=$(cat "$work/log")
    [ "$(inside "$supple" routines list | grep -c '^  ')" -ge 30 ] || fail "$1: routines"
    inside "$supple" doctor >"$work/log" 2>&1 || fail "$1: the self-test"
    for part in routines voice PySide6_Essentials miniaudio espeakng-loader history; do
        grep -q "^yes  $part " "$work/log" || fail "$1: the self-test of $part"
    done
    python=$(sed -n '1s/.*, \(Python [0-9.]*\),.*/\1/p' "$work/log")
    for platform in offscreen xcb; do
        inside timeout 180 "$supple" --routines "$work/short.json" --mute --start tiny-one \
            --quit-when-done >"$work/log" 2>&1 || fail "$1: a session ($platform)"
    done
    platform=offscreen
    [ "$(inside "$supple" history list | grep -c '0:10 .*finished')" = 2 ] || fail "$1: the history"
    env -i PATH=/usr/bin:/bin HOME="$home" LC_ALL=C.UTF-8 DISPLAY=":$(cat "$work/display")" \
        timeout 60 "$supple" --mute --tray >"$work/log" 2>&1 &
    tray=$!
    began
    start=$home/.config/autostart/supple.desktop
    wait_for "$1: it does not start with the computer" test -s "$start"
    end_one "$tray"
    desktop-file-validate "$start" >"$work/log" || fail "$1: the entry of the start"
    command=$(sed -n 's/^Exec=\(.*\) --tray$/\1/p' "$start")
    inside sh -c "$command --version" >"$work/log" 2>&1 || fail "$1: what the computer starts: $command"
    inside "$supple" doctor | grep -q "^yes  start at log-in  *on: $command --tray$" || fail "$1: doctor"
    inside "$supple" desktop install >"$work/log" 2>&1 || fail "$1: the menu"
    entry=$home/.local/share/applications/alt.supple.Supple.desktop
    desktop-file-validate "$entry" >"$work/log" || fail "$1: the entry"
    command=$(sed -n 's/^Exec=\(.*\) %f$/\1/p' "$entry")
    inside sh -c "$command --version" >"$work/log" 2>&1 || fail "$1: what the menu starts: $command"
    inside "$supple" desktop remove >"$work/log" 2>&1 || fail "$1: out of the menu"
    [ ! -e "$entry" ] || fail "$1: the entry is still there"
    say "yes  $1, $python: $said, a session each offscreen and on a display; menu and start with the computer: $command"
}

for python in "$@"; do
    name=$(basename "$python")
    new_home "venv-$name"
    installing "$(command -v "$python")" -m venv "$home/venv" >"$work/log" 2>&1 || fail "$name: no environment"
    installing "$home/venv/bin/python" -m pip install -q "$wheel" >"$work/log" 2>&1 || fail "$name: pip"
    try "a plain environment" "$home/venv/bin/supple"
done

python3 -m venv "$work/tools"
"$work/tools/bin/pip" install -q pipx uv >"$work/log" 2>&1 || fail "pipx and uv"

new_home uv
installing "$work/tools/bin/uv" tool install -q --python "$first" "$wheel" >"$work/log" 2>&1 || fail "uv tool install"
try "uv tool install" "$home/.local/bin/supple"
installing "$work/tools/bin/uv" tool uninstall -q supple >"$work/log" 2>&1 || fail "uv tool uninstall"
[ -s "$home/.local/share/supple/history.db" ] || fail "uv tool uninstall took the history away"

new_home pipx
installing "$work/tools/bin/pipx" install -q --python "$first" "$wheel" >"$work/log" 2>&1 || fail "pipx install"
try "pipx install" "$home/.local/bin/supple"
installing "$work/tools/bin/pipx" upgrade -q supple >"$work/log" 2>&1 || fail "pipx upgrade"
inside "$home/.local/bin/supple" history list >"$work/log" || fail "the history after pipx upgrade"
installing "$work/tools/bin/pipx" uninstall -q supple >"$work/log" 2>&1 || fail "pipx uninstall"
[ -s "$home/.local/share/supple/history.db" ] || fail "pipx uninstall took the history away"
say "yes  uninstalling leaves the history alone"
