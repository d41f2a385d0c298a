"""Who owns a file in out/: finished contents in, whole files and a manifest out, no work lost.

    with Store(folder, version="0.1.0") as store:
        kept = store.protect(names, policy)        # before the expensive work
        …                                          # store.read(name): what a person edited
        report = store.place(files, policy=policy, keep=kept)

A file is gen's own when its hash is one that manifest.json says was placed, or announced by a run
that never ended. Every other file is a person's, also when there is no manifest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from gen import atomic, findings, manifest, standing
from gen.errors import GenError, InTheWayError
from gen.filenames import safe_name
from gen.findings import Finding
from gen.folder import Folder
from gen.manifest import JSON, Entry, Manifest, Owner
from gen.source import at
from gen.standing import Standing

__all__ = ["JSON", "Owner", "Placed", "Policy", "Report", "Store", "safe_name"]


class Policy(StrEnum):
    """What becomes of a person's file where gen would write another.

    `KEEP` gives way only to the files that the caller went on from, as `protect` named them.
    """

    REFUSE = "refuse"
    OVERWRITE = "overwrite"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Placed:
    """A finished file: its bytes, and what the manifest tells of it (type, engine, job key)."""

    content: bytes
    facts: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What `place` did, by name. `set_aside`: the new name of each person's file that gave way."""

    placed: tuple[str, ...]
    unchanged: tuple[str, ...]
    kept: tuple[str, ...]
    set_aside: Mapping[str, str]
    findings: tuple[Finding, ...]


NOTHING_PLACED = Report((), (), (), {}, ())


class Store:
    """The out folder, held against other runs between `with` and its end.

    `version` is gen's, for the manifest; `wait`: seconds to wait for another run. `findings`
    tells what was wrong with the folder when it was opened.
    """

    def __init__(self, folder: Path, *, version: str, wait: float = 30.0) -> None:
        self.findings: tuple[Finding, ...] = ()
        self._folder = Folder(folder, wait)
        self._version = version
        self._manifest = Manifest()
        self._damaged = False

    def __enter__(self) -> Store:
        with self._folder.held():
            self._manifest = self._load()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._folder.release()

    def owner(self, name: str) -> Owner:
        """Whose the file `name` is: `ingen`, `gen` or `person`."""
        with self._folder.told():
            return self._look(name).owner

    def read(self, name: str) -> bytes | None:
        """What stands under `name`, or None when nothing does."""
        with self._folder.told():
            found = self._look(name)
            standing.refuse_obstacles(self._folder, [found])
            return None if found.owner is Owner.NOBODY else self._folder.path(name).read_bytes()

    def facts(self, name: str) -> Mapping[str, JSON] | None:
        """What was told of `name` when it was placed; None unless it stands as gen placed it."""
        with self._folder.told():
            return self._manifest.facts(name, self._look(name).sha256)

    def protect(self, names: Iterable[str], policy: Policy = Policy.REFUSE) -> dict[str, str]:
        """InTheWayError now if `place` could not give `names` new content; else what to keep.

        That is, with `Policy.KEEP`, each person's file among `names` and its hash: `keep` for
        `place`. The new content is not known here: leave out the names that will not change
        (whose `facts` hold the job's key), for those may well be open in Word.
        """
        with self._folder.told():
            return standing.protect(
                self._folder,
                names,
                self._manifest,
                keep=policy is Policy.KEEP,
                overwrite=policy is Policy.OVERWRITE,
            )

    def place(
        self,
        files: Mapping[str, Placed],
        *,
        policy: Policy = Policy.REFUSE,
        keep: Mapping[str, str] | None = None,
    ) -> Report:
        """All of `files` stand in the folder under their names, or an error says why not.

        `keep` names files of persons, with the hash of what was gone on from: they are left as
        they are (also when they are among `files`) and recorded as a person's. A file that
        already has the content is not touched and counts as gen's from then on.
        """
        keep = keep or {}
        entries = {
            name: Entry(atomic.sha256(file.content), Owner.GEN, self._version, file.facts)
            for name, file in files.items()
            if name not in keep
        }
        with self._folder.told():
            found = standing.look_at(self._folder, [*entries, *keep], self._manifest)
            changing = [name for name in entries if found[name].sha256 != entries[name].sha256]
            overwrite = policy is Policy.OVERWRITE
            standing.refuse(self._folder, found, changing, keep, overwrite=overwrite)
            theirs = [name for name in keep if found[name].owner is Owner.PERSON]
            entries |= {name: Entry(keep[name], Owner.PERSON) for name in theirs}
            final = self._manifest.holding(entries).settled(self._hash)
            manifest.dumps(final, self._version)  # facts that are no JSON: before anything is done
            atomic.remove_leftovers(self._folders_of([*entries, *self._manifest.names()]))
            aside: dict[str, str] = {}
            if changing:
                contents = {name: files[name].content for name in changing}
                announced = self._manifest.announcing({name: entries[name] for name in changing})
                aside = self._write(contents, found, announced)
            self._save(final)
        return Report(
            placed=tuple(changing),
            unchanged=tuple(name for name in files if name not in keep and name not in changing),
            kept=tuple(keep),
            set_aside=aside,
            findings=(*self.findings, *self._notes(aside)),
        )

    def withdraw(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """Those of `names` that gen placed are gone; with them the ones that a person has changed.

        These stand. A file that gen can make again is nobody's work.
        """
        with self._folder.told():
            found = {name: self._look(name) for name in names}
            gone = [name for name, one in found.items() if one.owner is Owner.GEN]
            theirs = [
                name
                for name, one in found.items()
                if one.owner is Owner.PERSON and name in self._manifest.names()
            ]
            if gone:
                standing.refuse(self._folder, found, gone, {}, overwrite=False)
                for name in gone:
                    self._folder.path(name).unlink(missing_ok=True)
                atomic.sync_folders(self._folders_of(gone))
                self._save(self._manifest.without(gone))
        return gone, theirs

    def _write(
        self, contents: Mapping[str, bytes], found: Mapping[str, Standing], announced: Manifest
    ) -> dict[str, str]:
        """The contents are in place and synced; the manifest still only announces them."""
        made: list[Path] = []
        temporaries: dict[str, Path] = {}
        try:
            for name, content in contents.items():
                target = self._folder.path(name)
                made += atomic.make_folders(target.parent)
                temporaries[name] = atomic.write_beside(target, content)
            atomic.sync(temporaries.values())
            theirs = [name for name in contents if found[name].owner is Owner.PERSON]
            aside = {name: self._set_aside(name) for name in theirs}
            self._save(announced)
            for name in contents:
                self._refuse_edited_since(name, found[name])
                self._rename(temporaries[name], name)
            # Before the old hashes leave the manifest, the old files must be gone for good.
            atomic.sync_folders(self._folders_of(contents))
        except BaseException:
            for temporary in temporaries.values():
                atomic.remove(temporary)
            atomic.remove_folders(made)
            # What was renamed is gen's own either way; *pågår* stays if this cannot be told now.
            with suppress(OSError, GenError):
                self._save(self._manifest.settled(self._hash))
            raise
        return aside

    def _refuse_edited_since(self, name: str, before: Standing) -> None:
        # Between the first look and this rename all files were written: long enough to save in.
        if standing.mark(self._folder.path(name)) == before.mark:
            return
        if self._hash(name) not in ("", before.sha256):  # gone is fine: it is made again
            raise self._folder.in_the_way(findings.EDITED_MEANWHILE, [name])

    def _rename(self, temporary: Path, name: str) -> None:
        try:
            atomic.rename(temporary, self._folder.path(name))
        except PermissionError as error:
            raise self._folder.in_the_way(findings.FILE_LOCKED, [name]) from error

    def _set_aside(self, name: str) -> str:
        path = self._folder.path(name)
        aside = atomic.set_aside(path, atomic.changed_words(path))
        return aside.relative_to(self._folder.root).as_posix()

    def _notes(self, aside: Mapping[str, str]) -> list[Finding]:
        return [
            findings.SET_ASIDE(at(new.rpartition("/")[2]), value=old, aside=new)
            for old, new in aside.items()
        ]

    def _look(self, name: str) -> Standing:
        return standing.look(self._folder, name, self._manifest)

    def _hash(self, name: str) -> str:
        return self._look(name).sha256

    def _folders_of(self, names: Iterable[str]) -> set[Path]:
        return {self._folder.root, *(self._folder.path(name).parent for name in names)}

    def _load(self) -> Manifest:
        found = self._look(manifest.NAME)
        standing.refuse_obstacles(self._folder, [found])
        if found.owner is Owner.NOBODY:
            return Manifest()
        shown = self._folder.shown
        try:
            return manifest.loads(self._folder.path(manifest.NAME).read_bytes())
        except manifest.NewerError:
            kind = findings.MANIFEST_NEWER
            raise InTheWayError(kind(at(manifest.NAME), value=shown)) from None
        except manifest.DamagedError:
            self._damaged = True
            kind = findings.MANIFEST_DAMAGED
            self.findings = (kind(at(manifest.NAME), value=shown),)
            return Manifest()

    def _save(self, new: Manifest) -> None:
        path = self._folder.path(manifest.NAME)
        content = manifest.dumps(new, self._version)
        exists = path.exists()
        nothing = new == Manifest() and (self._damaged or not exists)
        if nothing or (exists and path.read_bytes() == content):
            self._manifest = new
            return
        if self._damaged and exists:
            atomic.set_aside(path, "skadat")
        self._damaged = False
        temporary = atomic.write_beside(path, content)
        try:
            atomic.sync([temporary])
            self._rename(temporary, manifest.NAME)
        except BaseException:
            atomic.remove(temporary)
            raise
        atomic.sync_folders([path.parent])
        self._manifest = new
