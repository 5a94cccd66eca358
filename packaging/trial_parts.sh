# shellcheck shell=sh
# What the trials of the packages share. To be read in with `.`, behind `set -eu`.

say() { printf '%s\n' "$*"; }

fail() {
    say "no   $*"
    tail -n 20 "${work:?}/log" 2>/dev/null || :
    exit 1
}

# What runs in the background. Each is waited for: what still runs holds folders that are to go.
running=

began() { # after each &
    running="$running $!"
}

end_one() { # PID
    kill "$1" 2>/dev/null || :
    wait "$1" 2>/dev/null || :
    others=
    for process in $running; do [ "$process" = "$1" ] || others="$others $process"; done
    running=$others
}

end_all() {
    for process in $running; do end_one "$process"; done
}

wait_for() { # REASON COMMAND...: up to half a minute
    reason=$1
    shift
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 150 ] || fail "$reason"
        sleep 0.2
    done
}

start_display() { # its number is in $work/display then
    Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$work/display" >/dev/null 2>&1 &
    began
    wait_for "no display came up" test -s "$work/display"
}

# Sixteen seconds: one stretch, a hold on either side.
write_short() { # FILE
    cat >"$1" <<'JSON'
{"format": 1,
 "stretches": [{"id": "tiny", "name": "Tiny", "position": "seated", "sides": "each", "difficulty": 1,
   "setup": ["Your {side} heel out."], "hold_cue": "Lean from the hips.", "release_cue": "Sit up.",
   "dose": {"hold_s": 5, "prepare_s": 3, "switch_s": 3}, "figure": "seated-heel-out",
   "source": [{"document": "general practice"}]}],
 "routines": [{"id": "tiny-one", "name": "Tiny one", "steps": [{"stretch": "tiny"}],
   "source": [{"document": "general practice"}]}]}
JSON
}

# Somebody who has answered the first questions and wants breaks from log-in on.
write_settings() { # HOME
    mkdir -p "$1/.config/supple"
    printf '{"first_run_done": true, "safety_on": "%s", "close_to_tray": "quit", "start_with_system": true}' \
        "$(date +%F)" >"$1/.config/supple/settings.json"
}
