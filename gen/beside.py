"""A new file beside a person's workbook: content and a place in, the file – or a refusal – out.

A file that stands there is a person's unless it is proved to be gen's own, untouched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gen import atomic, findings
from gen.errors import InTheWayError
from gen.source import at


def place(
    target: Path, content: bytes, *, own: Callable[[bytes], bool], overwrite: bool = False
) -> Path | None:
    """Writes `target`. A person's file is refused, or set aside with `overwrite`: its new name.

    `own`: whether a content is what gen wrote there before and nobody has changed.
    """
    opened = atomic.opened_in(target)
    if opened is not None:
        program, lock = opened
        kind = findings.COPY_IS_OPEN
        raise InTheWayError(kind(at(target.name), value=target, program=program, lock=lock))
    aside = None
    try:
        if target.exists():
            if not target.is_file():
                raise _in_the_way(target)
            standing = target.read_bytes()
            if standing == content:
                return None
            if not own(standing):
                if not overwrite:
                    raise _in_the_way(target)
                aside = atomic.set_aside(target, atomic.changed_words(target))
        temporary = atomic.write_beside(target, content)
        try:
            atomic.sync([temporary])
            atomic.rename(temporary, target)
        except BaseException:
            atomic.remove(temporary)
            raise
        atomic.sync_folders([target.parent])
    except OSError as error:
        reason = error.strerror or str(error)
        kind = findings.COPY_NOT_WRITTEN
        raise InTheWayError(kind(at(target.name), value=target, reason=reason)) from error
    return aside


def _in_the_way(target: Path) -> InTheWayError:
    return InTheWayError(findings.COPY_IN_THE_WAY(at(target.name), value=target))
