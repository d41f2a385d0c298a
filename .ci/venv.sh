#!/bin/sh
# Makes .venv with gen installed in it; does nothing, quickly, when that is already so.
#
#   sh .ci/venv.sh        gen and its dependencies
#   sh .ci/venv.sh dev    also what lint and tests use
#
# PYTHON names another interpreter than python3. Exit code 0: .venv is whole. Otherwise the last
# line on stderr says what is missing and what to do, and no half-made environment is left to be used.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
. .ci/lock.sh

extra=${1:-}
stamp=.venv/klar # "done": the last file written, so an environment without it was cut short

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# What an environment is made from: the folder (the scripts in .venv/bin hold its path), the extra and
# pyproject.toml. Compared by content, for a git checkout changes times and not what must be installed.
recipe() {
    pwd -P
    printf '%s\n' "$1"
    cat pyproject.toml
}

fresh() { recipe "$1" | cmp -s - "$stamp"; }

version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

# Whole, not moved, its interpreter still on the machine and the one that PYTHON asks for.
usable() {
    [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" = "$(pwd -P)" ] &&
        here=$(version .venv/bin/python) &&
        { [ -z "${PYTHON:-}" ] || [ "$here" = "$(version "$PYTHON")" ]; }
}

# Prints the first interpreter that is new enough, as the path of its base installation: the name
# may lead into the very .venv that is about to be removed (an activated one), or to a shim.
interpreter() {
    for name; do
        "$name" -c '
import sys
if sys.version_info < (3, 11):
    sys.exit(1)
print(getattr(sys, "_base_executable", None) or sys.executable)' 2>/dev/null && return
    done
    return 1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else
        set -- python3 python3.13 python3.12 python3.11 python3.14
    fi
    interpreter "$@" && return
    if found=$(version "$1"); then
        fail "gen behöver Python 3.11 eller senare, men $1 är $found. Har du en nyare: make protokoll PYTHON=python3.12"
    fi
    fail "$1 finns inte på den här maskinen. gen behöver Python 3.11 eller senare: sudo apt install python3 python3-venv"
}

create() {
    python=$(find_python)
    case ${PYTHON:-} in
    python3.*) package=$PYTHON-venv ;; # a Python beside the distribution's own has a package of its own
    *) package=python3-venv ;;
    esac
    # Debian and Ubuntu ship python3 without it. Asked first, so that nothing is half-made.
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python saknar modulen venv. Hämta den och kör om: sudo apt install $package"
    echo 'Skapar miljön i .venv (en gång, ungefär en minut) …'
    trap 'rm -rf .venv' EXIT
    trap 'exit 130' HUP INT TERM
    rm -rf .venv
    if ! said=$("$python" -m venv .venv 2>&1); then
        printf '%s\n' "$said" >&2
        fail "Miljön i .venv kunde inte skapas. Saknas paketet venv: sudo apt install $package"
    fi
}

# PIP_USER: a user's pip may be set to install for the user, which no environment allows.
install() {
    PIP_USER=0 .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --editable ".${extra:+[$extra]}"
}

# An environment with the dev extra does for the plain one too.
done_already() { usable && { fresh "$extra" || { [ -z "$extra" ] && fresh dev; }; }; }

if done_already; then exit 0; fi

if usable; then lock .venv/bin/python .ci/venv.sh; else
    python=$(find_python)
    lock "$python" .ci/venv.sh
fi
if done_already; then exit 0; fi # by the run that was waited for

if usable; then
    echo 'Uppdaterar miljön i .venv …'
    mv "$stamp" "$stamp.gammal"
    if ! install; then
        mv "$stamp.gammal" "$stamp" # pip undoes a failed installation; only a killed one is remade
        fail 'pip kunde inte uppdatera miljön (felet står ovan). Den gamla är kvar; kör om när felet är avhjälpt.'
    fi
else
    create
    install || fail 'pip kunde inte installera gen (felet står ovan). Kör om när felet är avhjälpt.'
fi
recipe "$extra" >"$stamp.ny"
mv "$stamp.ny" "$stamp"
rm -f "$stamp.gammal"
trap - EXIT
