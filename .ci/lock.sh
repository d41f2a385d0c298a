# Sourced. `lock PYTHON FILE` waits until no other run holds FILE.
#
# The kernel keeps the lock as long as this shell or a child of it has descriptor 9 open: a killed
# run leaves none behind, and a child that outlives it is waited for. Python, for macOS has no flock
# command. Where locks are refused (some network disks) the run goes on without.
# shellcheck shell=sh

lock() {
    exec 9<"$2"
    "$1" -c '
import fcntl
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Väntar på en annan körning i samma mapp …", flush=True)
    fcntl.flock(9, fcntl.LOCK_EX)
except OSError:
    pass'
}
