#!/bin/sh
# Brings the outside parts of the tests that are missing and may be brought: packages through apt-get,
# as root or by a sudo that asks for nothing, and veraPDF through Maven into .verktyg/. What cannot be
# brought is named and left: the tests that use it say so themselves. Exit code 0 all the same.
#
# tests/parts.py knows what is needed, whether it is here and which package has it.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

log=.verktyg/hamtning.log # what the package managers said; its end is shown where one fails
mkdir -p .verktyg/bin
: >"$log"

bounded() { # SECONDS COMMAND …: macOS has no timeout
    if command -v timeout >/dev/null; then timeout --foreground -k 10 "$@"; else shift && "$@"; fi
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_apt() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null
}

# --no-remove: a LibreOffice of the user's own is never exchanged for this one.
apt() { # SECONDS WORD …
    seconds=$1
    shift
    as_root env DEBIAN_FRONTEND=noninteractive timeout --foreground -k 10 "$seconds" \
        apt-get -q -y --no-remove \
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 \
        -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 "$@" </dev/null >>"$log" 2>&1
}

# apt-get waits for the lock of dpkg but not for that of the package lists.
update() {
    apt 180 update || { grep -q lists/lock "$log" && sleep 20 && apt 180 update; }
}

# Downloads first, which may be cut short; unpacking may not, hence its wide limit. The package lists
# are renewed only where the ones at hand do not do (a new machine has none).
bring() {
    fetch="install --no-install-recommends --download-only"
    # shellcheck disable=SC2086
    apt 900 $fetch "$@" || { update && apt 900 $fetch "$@"; } || return 1
    apt 1800 install --no-install-recommends "$@"
}

# shellcheck disable=SC2046 # one word a package
system_packages() {
    lines=$(.venv/bin/python tests/parts.py)
    [ -n "$lines" ] || return 0
    set -- $(printf '%s\n' "$lines" | cut -f 1)
    if may_apt; then
        echo "Hämtar med apt-get: $*"
        bring "$@" && return
        tail -n 5 "$log"
        echo "apt-get lyckades inte (hela förloppet: $log)."
    elif command -v apt-get >/dev/null; then
        echo 'apt-get behöver root, eller sudo utan lösenord.'
    fi
    printf 'Kan inte hämtas här: '
    printf '%s\n' "$lines" | cut -f 2 | paste -s -d ',' - | sed 's/,\([^ ]\)/, \1/g'
}

# The classes are brought beside, under another name, and moved into place whole. The copy of pom.xml
# tells which version they are.
verapdf() {
    if cmp -s .ci/verapdf/pom.xml .verktyg/verapdf/pom.xml && [ -x .verktyg/bin/verapdf ]; then return; fi
    if ! command -v mvn >/dev/null; then
        echo 'Kan inte hämtas här: veraPDF (Maven saknas)'
        return
    fi
    echo 'Hämtar veraPDF med Maven …'
    new=$(mktemp -d "$PWD/.verktyg/verapdf.XXXXXX")
    trap 'rm -rf "$new"' EXIT
    trap 'exit 130' HUP INT TERM
    if ! bounded 600 mvn -q -B -f .ci/verapdf/pom.xml dependency:copy-dependencies \
        "-DoutputDirectory=$new" </dev/null >>"$log" 2>&1; then
        grep -m 1 ERROR "$log" || true # the first line has the cause, the rest is advice
        echo "Kan inte hämtas här: veraPDF (Maven lyckades inte; hela förloppet: $log)"
        return
    fi
    cp .ci/verapdf/pom.xml "$new"
    rm -rf .verktyg/verapdf
    mv "$new" .verktyg/verapdf
    cat >"$new.sh" <<'WRAPPER'
#!/bin/sh
# veraPDF's command line, run with the classes beside it.
classes=$(CDPATH='' cd -- "$(dirname -- "$0")/../verapdf" && pwd) || exit
# The first compiler only: a run is too short for the second one (measured: 2.7 s instead of 3.8).
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
    -cp "$classes/*" org.verapdf.apps.GreenfieldCliWrapper "$@"
WRAPPER
    chmod +x "$new.sh"
    mv "$new.sh" .verktyg/bin/verapdf
}

system_packages
verapdf
