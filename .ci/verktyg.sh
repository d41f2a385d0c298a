#!/bin/sh
# Brings the outside parts of the tests that are missing and may be brought: packages through apt-get,
# as root or by a sudo that asks for nothing, and veraPDF through Maven into .verktyg/. What cannot be
# brought is named and left: the tests that use it say so themselves. Exit code 0 all the same.
#
# tests/parts.py knows what is needed, whether it is here and which package has it.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
. .ci/lock.sh
lock .venv/bin/python .ci/verktyg.sh

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

# --no-remove: a LibreOffice of the user's own is never exchanged for this one. A service that an
# installation starts must not inherit the lock, hence 9<&-.
apt() { # SECONDS WORD …
    seconds=$1
    shift
    as_root env DEBIAN_FRONTEND=noninteractive timeout --foreground -k 10 "$seconds" \
        apt-get -q -y --no-remove \
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 \
        -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 "$@" </dev/null 9<&- >>"$log" 2>&1
}

# apt-get waits for the lock of dpkg but not for that of the package lists.
update() {
    apt 180 update || { grep -q lists/lock "$log" && sleep 20 && apt 180 update; }
}

# Downloads first, which may be cut short; unpacking may not, hence its wide limit.
install() {
    apt 900 install --no-install-recommends --download-only "$@" &&
        apt 1800 install --no-install-recommends "$@"
}

# The package lists are renewed only where the ones at hand do not do (a new machine has none). One
# package that this release lacks must not keep the others away.
bring() {
    install "$@" || { update && install "$@"; } && return
    for package; do install "$package" || true; done
}

missing() { .venv/bin/python tests/parts.py || true; } # where it fails, the tests tell

# shellcheck disable=SC2046 # one word a package
system_packages() {
    lines=$(missing)
    [ -n "$lines" ] || return 0
    set -- $(printf '%s\n' "$lines" | cut -f 1)
    if may_apt; then
        echo "Hämtar med apt-get: $*"
        bring "$@"
        lines=$(missing)
        [ -n "$lines" ] || return 0
        echo "apt-get lyckades inte (hela förloppet: $log):"
        grep '^E:' "$log" | sort -u | tail -n 3
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
    new=.verktyg/verapdf.ny
    rm -rf "$new"
    if ! bounded 600 mvn -q -B -f .ci/verapdf/pom.xml dependency:copy-dependencies \
        "-DoutputDirectory=$PWD/$new" </dev/null >>"$log" 2>&1; then
        grep -m 1 ERROR "$log" || true # the first line has the cause, the rest is advice
        echo "Kan inte hämtas här: veraPDF (Maven lyckades inte; hela förloppet: $log)"
        return
    fi
    cp .ci/verapdf/pom.xml "$new"
    rm -rf .verktyg/verapdf
    mv "$new" .verktyg/verapdf
    cat >"$new" <<'WRAPPER'
#!/bin/sh
# veraPDF's command line, run with the classes beside it.
classes=$(CDPATH='' cd -- "$(dirname -- "$0")/../verapdf" && pwd) || exit
# The first compiler only: a run is too short for the second one (measured: 2.7 s instead of 3.8).
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
    -cp "$classes/*" org.verapdf.apps.GreenfieldCliWrapper "$@"
WRAPPER
    chmod +x "$new"
    mv "$new" .verktyg/bin/verapdf
}

system_packages
verapdf
