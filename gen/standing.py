"""What stands under a name and whether gen may replace it: a folder and names in, owners out.

The one rule about persons' files. `protect` asks it before the expensive work and `place` after.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gen import atomic, filenames, findings, manifest
from gen.findings import Kind
from gen.folder import Folder
from gen.manifest import Manifest, Owner


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands under a name. `mark` changes with the file; an `obstacle` is no file at all."""

    owner: Owner
    sha256: str = ""
    mark: tuple[int, int, int] | None = None
    obstacle: tuple[Kind, str] | None = None


NOTHING = Standing(Owner.NOBODY)


def look(folder: Folder, name: str, known: Manifest) -> Standing:
    """What stands under `name`, judged by what the manifest knows."""
    place = folder.root
    *above, last = filenames.parts(name)
    for part in above:
        place /= part
        mode = _mode(place)
        if mode is None:
            return NOTHING
        shown = place.relative_to(folder.root).as_posix()
        # Not by `lstat`: a junction of Windows is no link to it, but its real path is another.
        if os.path.normcase(os.path.realpath(place)) != os.path.normcase(place):
            return Standing(Owner.PERSON, obstacle=(findings.LINK_IN_THE_WAY, shown))
        if not stat.S_ISDIR(mode):
            return Standing(Owner.PERSON, obstacle=(findings.FOLDER_IS_FILE, shown))
    place /= last
    mode = _mode(place)
    if mode is None:
        return NOTHING
    if stat.S_ISLNK(mode):
        return Standing(Owner.PERSON, obstacle=(findings.LINK_IN_THE_WAY, name))
    if not stat.S_ISREG(mode):
        return Standing(Owner.PERSON, obstacle=(findings.NOT_A_FILE, name))
    before = mark(place)
    digest = atomic.sha256(place.read_bytes())
    owner = Owner.GEN if digest in known.own(name) else Owner.PERSON
    return Standing(owner, digest, before)


def look_at(folder: Folder, names: Iterable[str], known: Manifest) -> dict[str, Standing]:
    """What stands under each of `names`, which must be lawful together: else a ValueError."""
    wanted = dict.fromkeys(names)
    filenames.distinct([manifest.NAME, *wanted])
    if manifest.NAME in wanted:
        raise ValueError(f"{manifest.NAME} is the store's own")
    return {name: look(folder, name, known) for name in wanted}


def mark(path: Path) -> tuple[int, int, int] | None:
    """What changes when a person saves `path`; None when it is not there."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def protect(
    folder: Folder, names: Iterable[str], known: Manifest, *, keep: bool, overwrite: bool
) -> dict[str, str]:
    """InTheWayError if `names` could not be given new content; else the files to keep, with hash.

    `keep`: a person's file is gone on from; `overwrite`: it may be set aside.
    """
    found = look_at(folder, names, known)
    theirs = [name for name in found if found[name].owner is Owner.PERSON]
    kept = {name: found[name].sha256 for name in theirs if keep}
    changing = [name for name in found if name not in kept]
    refuse(folder, found, changing, kept, overwrite=overwrite)
    return kept


def refuse(
    folder: Folder,
    standing: Mapping[str, Standing],
    changing: Collection[str],
    keep: Mapping[str, str],
    *,
    overwrite: bool,
) -> None:
    """InTheWayError when what stands may not be changed: all files of the worst kind, at once.

    `changing`: the names that get another content. `keep`: what a person's file held when it was
    gone on from; the derived files would be untrue if it holds something else now.
    """
    refuse_obstacles(folder, standing.values())
    theirs = [name for name in changing if standing[name].owner is Owner.PERSON]
    if theirs and not overwrite:
        raise folder.in_the_way(findings.EDITED_FILES, theirs)
    edited = [name for name, digest in keep.items() if standing[name].sha256 != digest]
    if edited:
        raise folder.in_the_way(findings.EDITED_MEANWHILE, edited)
    existing = [name for name in changing if standing[name].owner is not Owner.NOBODY]
    opened = {name: found for name in existing if (found := atomic.opened_in(folder.path(name)))}
    if opened:
        programs = " eller ".join(sorted({program for program, _ in opened.values()}))
        locks = ", ".join(lock for _, lock in opened.values())
        kind = findings.OPEN_IN_PROGRAM
        raise folder.in_the_way(kind, list(opened), program=programs, locks=locks)
    locked = [name for name in existing if not _writable(folder.path(name))]
    if locked:
        raise folder.in_the_way(findings.FILE_LOCKED, locked)


def refuse_obstacles(folder: Folder, standing: Iterable[Standing]) -> None:
    """InTheWayError when a link, or something that is no file, stands in the place of a file."""
    obstacles = [found.obstacle for found in standing if found.obstacle]
    for kind, _ in obstacles:
        names = dict.fromkeys(what for other, what in obstacles if other is kind)
        raise folder.in_the_way(kind, list(names))


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _writable(path: Path) -> bool:
    # Windows refuses to replace a file that a program holds or that is write-protected. To try
    # before anything is renamed keeps a docx and its pdf from coming apart; where replacing
    # would work all the same, write protection is still a person's word that it should stand.
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False
