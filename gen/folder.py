"""The out folder, held: a path in, the same folder locked against other runs of gen out.

The lock is on a hidden file in the folder, so it holds between machines that share it. The
operating system lets go of it when a run dies, however it dies.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from gen import atomic, filenames, findings
from gen.errors import EngineError, GenError, InTheWayError
from gen.findings import Kind
from gen.source import at

LOCK = ".gen.lock"

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_IS_FILE = {errno.EEXIST, errno.ENOTDIR}
_REASONS = {
    errno.ENOENT: "finns inte",
    errno.ENAMETOOLONG: "sökvägen är för lång",
    errno.EIO: "disken svarar inte som den ska",
}


class Folder:
    """`shown` is the path as the user wrote it, `root` the real one, with no link in it."""

    def __init__(self, shown: Path, wait: float) -> None:
        self.shown = shown
        self.root = Path(os.path.realpath(shown))
        self._wait = wait
        self._lock: FileLock | None = None
        self._made: list[Path] = []

    @contextmanager
    def held(self) -> Iterator[None]:
        """Locked, and kept so unless what is done inside fails: to be ended with `release`."""
        with self.told():
            try:
                self._acquire()
                yield
            except BaseException:
                self.release()
                raise

    def release(self) -> None:
        """Other runs may have the folder; it is gone if it was made in vain."""
        if self._lock is not None:
            # The lock file stays: without it two waiting runs could each lock a file of that
            # name. Only a folder that was made in vain goes, with its lock file; a run that
            # waits for that file finds that it has no name any more, and begins again.
            if self._made and self._is_empty():
                atomic.remove(self.root / LOCK)
            self._lock.release()
            self._lock = None
        atomic.remove_folders(self._made)

    def path(self, name: str) -> Path:
        """Where the file `name` stands; a ValueError for a name that is not lawful."""
        return self.root.joinpath(*filenames.parts(name))

    def in_the_way(
        self, kind: Kind, names: Sequence[str], *, program: str = "", locks: str = ""
    ) -> InTheWayError:
        """The error that names `names`, all of them."""
        shown = ", ".join(names)
        last = names[0].rpartition("/")[2]
        return InTheWayError(kind(at(last), value=shown, program=program, locks=locks))

    @contextmanager
    def told(self) -> Iterator[None]:
        """What the operating system refuses inside becomes an error with Swedish words."""
        try:
            yield
        except OSError as error:
            raise self._refused(error) from error

    def _acquire(self) -> None:
        deadline = time.monotonic() + self._wait
        # Any colleague may open the lock file, and whoever enters may leave in another thread.
        lock = FileLock(self.root / LOCK, mode=0o666, thread_local=False)
        for last in (*[False] * 20, True):
            try:
                self._made += atomic.make_folders(self.root)
                lock.acquire(timeout=max(0.0, deadline - time.monotonic()))
            except Timeout:
                seconds = f"{self._wait:g}".replace(".", ",")
                kind, name = findings.FOLDER_BUSY, self.root.name
                raise InTheWayError(kind(at(name), value=self.shown, seconds=seconds)) from None
            except FileNotFoundError:
                # Another run ended with nothing to place and took the folder with it.
                if last:
                    raise
                time.sleep(0.01)
            else:
                self._lock = lock
                return

    def _is_empty(self) -> bool:
        try:
            return [path.name for path in self.root.iterdir()] == [LOCK]
        except OSError:
            return False

    def _refused(self, error: OSError) -> GenError:
        where = Path(error.filename) if isinstance(error.filename, str) else self.root
        if where.name.startswith(".gen"):  # gen's own hidden files mean nothing to a reader
            where = where.parent
        with suppress(ValueError):
            where = self.shown / where.relative_to(self.root)
        path = at(where.name)
        if error.errno in _FULL:
            return EngineError(findings.DISK_FULL(path, value=where))
        if error.errno in _IS_FILE:
            return InTheWayError(findings.FOLDER_IS_FILE(path, value=where))
        if error.errno in _CLOSED:
            return EngineError(findings.FOLDER_CLOSED(path, value=where))
        reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
        return EngineError(findings.DISK_FAILED(path, value=where, reason=reason))
