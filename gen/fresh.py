"""A file that must not exist yet: a place and its content in, the file – or a refusal – out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from gen import atomic, findings
from gen.errors import EngineError, InTheWayError
from gen.source import at

_REASONS = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "mappen finns inte",
    errno.EACCES: "du får inte skriva där",
    errno.EPERM: "du får inte skriva där",
    errno.EROFS: "du får inte skriva där",
    errno.ENOSPC: "disken är full",
    errno.ENAMETOOLONG: "namnet är för långt",
}


def create(target: Path, content: bytes) -> None:
    """Writes `target`, whole or not at all. Whatever stands there is left as it is."""
    if os.path.lexists(target):
        raise _in_the_way(target)
    try:
        temporary = atomic.write_beside(target, content)
        try:
            atomic.sync([temporary])
            _claim(temporary, target)
        finally:
            atomic.remove(temporary)
        atomic.sync_folders([target.parent])
    except FileExistsError as error:
        raise _in_the_way(target) from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        kind = findings.NEW_NOT_WRITTEN
        raise EngineError(kind(at(target.name), value=target, reason=reason)) from error


def _claim(temporary: Path, target: Path) -> None:
    """A second name for the finished file, which fails where one of that name has come since."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:  # no hard links here: FAT, some shared folders
        if error.errno == errno.ENOSPC:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        atomic.rename(temporary, target)


def _in_the_way(target: Path) -> InTheWayError:
    return InTheWayError(findings.NEW_IN_THE_WAY(at(target.name), value=target))
