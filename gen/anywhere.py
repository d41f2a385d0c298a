"""PDFs of gen's in any folder: finished contents in, whole files out, and nothing else left there.

The folder may be the desktop, or a web page's own: it gets no manifest and no lock. Whose a file is
that stands there already, its seal tells (`pdf/seal.py`). In out/ the manifest knows better.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from gen import __version__, atomic, findings, manifest, standing
from gen.findings import Finding
from gen.folder import Folder
from gen.manifest import Entry, Manifest, Owner
from gen.pdf import seal
from gen.source import at
from gen.standing import Standing
from gen.store import Placed, Policy, Report, Store

_NOBODYS: Final = Manifest()


def place(folder: Path, files: Mapping[str, Placed], policy: Policy = Policy.REFUSE) -> Report:
    """All of `files` stand in the folder under their names, or an error says why not.

    What stands there is replaced if it is as gen wrote it, and set aside with `Policy.OVERWRITE`.
    """
    if _has_manifest(folder):
        with Store(folder, version=__version__) as store:
            return store.place(files, policy=policy)
    there = Folder(folder, 0)
    with there.told():
        found = standing.look_at(there, files, _sealed(there, files))
        changing = {
            name: file.content
            for name, file in files.items()
            if found[name].sha256 != atomic.sha256(file.content)
        }
        overwrite = policy is Policy.OVERWRITE
        standing.refuse(there, found, changing, {}, overwrite=overwrite)
        aside = _write(there, changing, found)
    return Report(
        placed=tuple(changing),
        unchanged=tuple(name for name in files if name not in changing),
        kept=(),
        set_aside=aside,
        findings=tuple(_told(aside)),
    )


def _has_manifest(folder: Path) -> bool:
    """Whether it is an out folder: other programs have manifests of that name too."""
    try:
        manifest.loads((folder / manifest.NAME).read_bytes())
    except manifest.NewerError:
        return True
    except (OSError, manifest.DamagedError):
        return False
    return True


def _sealed(folder: Folder, names: Mapping[str, Placed]) -> Manifest:
    """Those that are as gen wrote them, told as a manifest tells it."""
    own = {}
    for name in names:
        found = standing.look(folder, name, _NOBODYS)
        if found.mark is not None and seal.is_sealed(folder.path(name).read_bytes()):
            own[name] = Entry(found.sha256)
    return Manifest(own)


def _write(
    folder: Folder, contents: Mapping[str, bytes], found: Mapping[str, Standing]
) -> dict[str, str]:
    made = atomic.make_folders(folder.root)
    temporaries: dict[str, Path] = {}
    aside: dict[str, str] = {}
    try:
        for name, content in contents.items():
            temporaries[name] = atomic.write_beside(folder.path(name), content)
        atomic.sync(temporaries.values())
        for name, temporary in temporaries.items():
            path = folder.path(name)
            if standing.mark(path) != found[name].mark:
                raise folder.in_the_way(findings.EDITED_MEANWHILE, [name])
            if found[name].owner is Owner.PERSON:
                aside[name] = atomic.set_aside(path, atomic.changed_words(path)).name
            try:
                atomic.rename(temporary, path)
            except PermissionError as error:
                raise folder.in_the_way(findings.FILE_LOCKED, [name]) from error
        atomic.sync_folders([folder.root])
    except BaseException:
        for temporary in temporaries.values():
            atomic.remove(temporary)
        atomic.remove_folders(made)
        raise
    return aside


def _told(aside: Mapping[str, str]) -> list[Finding]:
    return [findings.SET_ASIDE(at(new), value=old, aside=new) for old, new in aside.items()]
