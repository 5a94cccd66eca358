#!/bin/sh
# Install a Debian package of Supple on a bare Debian and do a session there, with sound.
#
#   packaging/linux/trial.sh dist/supple_*.deb [SUITE]
#
# Run it as root, with debootstrap, Xvfb, pulseaudio, pactl, parec and sox at hand. It needs the
# network for Debian's own packages, changes nothing outside a folder of its own, and says at the
# end what it saw. Exit code 0: all of it is well.
set -eu

package=$(readlink -f "${1:?the package to try}")
suite=${2:-bookworm}
work=$(mktemp -d)
root=$work/root
# shellcheck source=packaging/trial_parts.sh
. "$(dirname -- "$0")/../trial_parts.sh"

clean() {
    end_all
    for place in tmp/.X11-unix dev proc; do umount "$root/$place" 2>/dev/null || :; done
    # Never through a mount that would not go.
    rm -rf --one-file-system "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 "$@"; }

say "making a bare $suite"
debootstrap --variant=minbase "$suite" "$root" >"$work/log" 2>&1 || fail "debootstrap: $(tail -n 1 "$work/log")"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/supple.deb"
inside DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    /tmp/supple.deb libpulse0 man-db shared-mime-info desktop-file-utils appstream \
    >"$work/log" 2>&1 || fail "apt: $(tail -n 1 "$work/log")"
say "yes  apt installs $(inside supple --version)"

for part in voice PySide6_Essentials miniaudio history; do
    inside supple doctor | grep -q "^yes  $part " || fail "the self-test: $part"
done
say "yes  the self-test"
inside desktop-file-validate /usr/share/applications/alt.supple.Supple.desktop || fail "desktop entry"
# There is no homepage to name yet, which Debian 13 warns of.
inside appstreamcli validate --no-net /usr/share/metainfo/alt.supple.Supple.metainfo.xml \
    >"$work/log" 2>&1 || :
if grep '^[EW]:' "$work/log" | grep -v url-homepage-missing; then fail "metadata"; fi
[ -z "$(inside man --warnings supple 2>&1 >/dev/null)" ] || fail "manual page"
grep -q 'vnd.supple.routines+zip:\*.supple' "$root/usr/share/mime/globs" || fail "kind of shared files"
say "yes  desktop entry, metadata, manual page, kind of shared files"

inside supple guide desk-break -o /root/guide.mp3 >/dev/null || fail "audio guide"
inside supple handout desk-break --plain -o /root/sheet.pdf >/dev/null || fail "sheet"
say "yes  audio guide and printed sheet"

write_short "$root/tmp/short.json"
write_settings "$root/root"
mkdir -p "$root/tmp/.X11-unix" "$root/tmp/pulse" "$work/pulse"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
screen=$work/display
start_display
sink=unix:$root/tmp/pulse/native
XDG_RUNTIME_DIR=$work/pulse HOME=$work/pulse pulseaudio -n --exit-idle-time=-1 --daemonize=no \
    -L "module-null-sink sink_name=trial" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$root/tmp/pulse/native" >/dev/null 2>&1 &
began
has_sound() { PULSE_SERVER=$sink HOME=$work/pulse pactl info >/dev/null 2>&1; }
wait_for "no sound server came up" has_sound
PULSE_SERVER=$sink HOME=$work/pulse parec -d trial.monitor --rate=16000 --channels=1 --format=s16le \
    >"$work/heard.raw" 2>/dev/null &
began
inside DISPLAY=":$(cat "$screen")" PULSE_SERVER=unix:/tmp/pulse/native timeout 180 \
    supple --routines /tmp/short.json --start tiny-one --quit-when-done \
    >"$work/log" 2>&1 || fail "the session: $(tail -n 1 "$work/log")"
inside supple history list | grep -q '0:10 .*finished' || fail "history of the session"
say "yes  a session on a display, with both holds in the history"
loudest=$(sox -t raw -r 16000 -e signed -b 16 -c 1 "$work/heard.raw" -n stat 2>&1 |
    sed -n 's/^Maximum amplitude: *//p')
awk "BEGIN { exit !($loudest > 0.1) }" ||
    fail "nothing was heard (loudest $loudest)"
say "yes  it was heard (loudest $loudest)"

# Not by ``inside``: the number of a function in the background is that of a shell around it.
chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 DISPLAY=":$(cat "$screen")" \
    timeout 60 supple --mute --tray >/dev/null 2>&1 &
tray=$!
began
entry=$root/root/.config/autostart/supple.desktop
wait_for "it does not start with the computer" test -s "$entry"
end_one "$tray"
inside desktop-file-validate /root/.config/autostart/supple.desktop || fail "the entry of the start"
starts() { # by what the entry names
    inside supple doctor | grep -q '^yes  start at log-in  *on: /usr/lib/supple/supple --tray$' &&
        inside "$(sed -n 's/^TryExec=//p' "$entry")" --version >/dev/null
}
starts || fail "start with the computer: $(grep Exec= "$entry")"
say "yes  it starts with the computer: $(sed -n 's/^Exec=//p' "$entry")"

# shellcheck disable=SC2016 # dpkg's own
version() { inside dpkg-query -W -f '${Version}' supple; }
installed=$(version)
dpkg-deb --raw-extract "$package" "$work/newer"
sed -i "s/^Version: .*/Version: $installed+trial/" "$work/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/newer" "$root/tmp/newer.deb" >/dev/null
before=$(inside supple history list)
inside apt-get install -y -q /tmp/newer.deb >"$work/log" 2>&1 || fail "upgrading: $(tail -n 1 "$work/log")"
[ "$(version)" = "$installed+trial" ] || fail "upgrading"
[ "$(inside supple history list)" = "$before" ] || fail "the history after upgrading"
starts || fail "starting with the computer after upgrading"
[ -z "$(inside dpkg --verify supple)" ] || fail "checksums: $(inside dpkg --verify supple)"
say "yes  a newer version takes its place; history and start with the computer are as before"

inside apt-get purge -y -q supple >"$work/log" 2>&1 || fail "removing it: $(tail -n 1 "$work/log")"
[ ! -e "$root/usr/lib/supple" ] || fail "removing it left /usr/lib/supple"
[ -s "$root/root/.local/share/supple/history.db" ] || fail "removing it took the history away"
[ -s "$root/root/.config/supple/settings.json" ] || fail "removing it took the settings away"
say "yes  it can be removed, leaves nothing of its own, and what is the person's stays"
