"""Child processes that never outlive us: in a command line, out a process on a leash.

A LibreOffice that is left behind holds 200 MB and its profile for ever, so it has to die with
gen however gen ends: return, exception, Ctrl-C, SIGTERM, SIGKILL, the out-of-memory killer.
Only the kernel sees all of these. Linux' PR_SET_PDEATHSIG does, but it fires when the *thread*
that forked ends (a web server's worker), needs Python code between fork and exec, and is not
there on macOS. A pipe does it everywhere: a shell, leader of the process group that all
children join, waits for a line that nobody ever writes. When we are gone the kernel closes our
end, `read` returns, and the shell kills its group, itself included. The group of its own also
keeps the terminal's Ctrl-C for gen, which then stops its children itself and in order.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Mapping, Sequence

_GUARD = ("/bin/sh", "-c", "read -r line; kill -KILL 0")


class Leash:
    """A set of children that end when `release` is called or this process ends.

    Windows has neither process groups nor the shell: there `release` kills the children one by
    one, and a gen that is killed from the task manager can leave one behind until it is used up.
    """

    def __init__(self) -> None:
        self._children: list[subprocess.Popen[bytes]] = []
        self._guard: subprocess.Popen[bytes] | None = None
        if sys.platform != "win32":
            self._guard = subprocess.Popen(
                _GUARD,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
            _leashes.add(self)

    def start(
        self, command: Sequence[str], *, env: Mapping[str, str], listen: bool = False
    ) -> subprocess.Popen[bytes]:
        """Start a child. With `listen` its output is a pipe, whose end tells that it is done."""
        output = subprocess.PIPE if listen else subprocess.DEVNULL
        if sys.platform == "win32":
            child = subprocess.Popen(
                command,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )
        else:
            assert self._guard is not None
            child = subprocess.Popen(
                command,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                process_group=self._guard.pid,
            )
        self._children = [each for each in self._children if each.poll() is None] + [child]
        return child

    def release(self) -> None:
        """Kill what still runs and reap it. Takes milliseconds: nobody is asked politely."""
        if self._guard is not None:
            # The guard is not reaped yet, so its number cannot belong to anybody else.
            if self._guard.poll() is None and sys.platform != "win32":
                os.killpg(self._guard.pid, signal.SIGKILL)
            self._guard.wait()
            self._close_pipe()
        for child in self._children:
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()
        self._children.clear()
        self._guard = None

    def _close_pipe(self) -> None:
        if self._guard is not None and self._guard.stdin is not None:
            self._guard.stdin.close()


_leashes: weakref.WeakSet[Leash] = weakref.WeakSet()


def _let_go_in_child() -> None:
    """A forked child (a pool's worker) must not hold our end of the pipe open after we died."""
    for leash in list(_leashes):
        leash._close_pipe()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)
