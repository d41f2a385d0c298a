"""Whole files or none: bytes and a place in, a temporary file beside it, then the file, out.

The order that survives a crash: write all temporaries, sync them, rename, sync the folders. The
OSError of any step is the caller's to tell.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_TEMPORARY = re.compile(r"\.gen-[0-9a-f]{16}\.tmp")


def sha256(content: bytes) -> str:
    """The hash by which contents are compared, in hex."""
    return hashlib.sha256(content).hexdigest()


def write_beside(target: Path, content: bytes) -> Path:
    """A new hidden file in `target`'s folder with `content`, not yet synced: its path.

    Not from `tempfile`: that gives mode 0600, and colleagues must be able to open what is placed.
    """
    temporary = target.with_name(f".gen-{sha256(target.name.encode())[:16]}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as file:
            file.write(content)
    except BaseException:
        remove(temporary)
        raise
    return temporary


def sync(files: Iterable[Path]) -> None:
    """What was written to `files` is on the disk. All are written first: then it is one commit.

    Many are synced side by side: the disk takes a second over a thousand one after the other, and
    a tenth of that when it knows of several at once.
    """
    files = list(files)
    if len(files) <= _AT_ONCE:
        for path in files:
            _sync(path)
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to import, and seldom needed

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(_sync, files):
            pass


_AT_ONCE = 16


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folders(folders: Iterable[Path]) -> None:
    """The renames in `folders` are on the disk. Windows has nothing of the kind, nor needs it."""
    if os.name == "nt":
        return
    for folder in folders:
        # Some network file systems refuse to sync a folder; the renames are done all the same.
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def rename(temporary: Path, target: Path) -> None:
    """`temporary` becomes `target`, in the place of whatever stood there.

    On Windows a virus scanner or OneDrive holds a new file for some tenths of a second.
    """
    for pause in (0.05, 0.1, 0.2):
        try:
            temporary.replace(target)
            return
        except PermissionError:
            time.sleep(pause)
    temporary.replace(target)


def set_aside(path: Path, why: str) -> Path:
    """A second name for what `path` is, `protokoll (why).docx`: the path of that.

    `path` itself stays, for the caller to replace: at no time is the content without a name.
    No other file is replaced; one that already holds the same content is enough.
    """
    content = path.read_bytes()
    for aside in _numbered(path, why):
        if os.path.lexists(aside):
            if aside.is_file() and aside.read_bytes() == content:
                return aside
            continue
        try:
            os.link(path, aside)
        except FileExistsError:
            continue
        except OSError:  # no hard links here: FAT, some shared folders
            _copy(path, content, aside)
        return aside
    raise AssertionError("the numbers never end")


def changed_words(path: Path) -> str:
    """`ändrad 2023-03-07 14.05`: when `path` was last changed, in local time, for its new name."""
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime)
    except (ValueError, OverflowError):  # a time stamp outside the calendar
        return "ändrad"
    return f"ändrad {when:%Y-%m-%d %H.%M}"


def remove(path: Path) -> None:
    """`path` is gone if that can be: cleaning never hides the error that led to it."""
    with suppress(OSError):
        path.unlink()


def remove_leftovers(folders: Iterable[Path]) -> None:
    """What a killed run left half-written in `folders` is gone."""
    for folder in folders:
        with suppress(FileNotFoundError, NotADirectoryError):
            for path in folder.iterdir():
                if _TEMPORARY.fullmatch(path.name):
                    remove(path)


def opened_in(path: Path) -> tuple[str, str] | None:
    """The program in which a person has `path` open and its lock file's name, if there is one.

    Word's lock file begins with `~$`, which takes the place of the name's first signs: none of
    a name (without ending) of up to six signs, one of seven, two of a longer one. Excel and
    PowerPoint put it before the whole name. LibreOffice: `.~lock.<name>#`.
    """
    instead_of = min(max(len(path.stem) - 6, 0), 2)
    for lock in (f"~${path.name[instead_of:]}", f"~${path.name}"):
        if path.with_name(lock).exists():
            return "Excel" if path.suffix.casefold().startswith(".xls") else "Word", lock
    lock = f".~lock.{path.name}#"
    return ("LibreOffice", lock) if path.with_name(lock).exists() else None


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _numbered(path: Path, why: str) -> Iterator[Path]:
    yield path.with_name(f"{path.stem} ({why}){path.suffix}")
    number = 2
    while True:
        yield path.with_name(f"{path.stem} ({why}) {number}{path.suffix}")
        number += 1


def _copy(path: Path, content: bytes, aside: Path) -> None:
    changed = path.stat()
    temporary = write_beside(aside, content)
    try:
        os.utime(temporary, ns=(changed.st_atime_ns, changed.st_mtime_ns))
        sync([temporary])
        temporary.rename(aside)  # on Windows this refuses to replace, as wished
    except BaseException:
        remove(temporary)
        raise


def make_folders(folder: Path) -> list[Path]:
    """`folder` exists: those that had to be made for it, outermost first."""
    missing: list[Path] = []
    while (mode := _mode(folder)) is None and folder != folder.parent:  # a drive may be missing
        missing.insert(0, folder)
        folder = folder.parent
    if mode is not None and not stat.S_ISDIR(mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    try:
        for path in missing:
            path.mkdir(exist_ok=True)
    except BaseException:
        remove_folders(missing)
        raise
    return missing


def remove_folders(folders: Sequence[Path]) -> None:
    """Those of `folders` (outermost first) that are empty are gone."""
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
