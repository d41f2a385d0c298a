"""What gen has placed in a folder: manifest.json's bytes in, entries out, and the same bytes back.

    {"filer": {name: entry}, "gen": version, "pågår": {name: [entry, …]}, "schema": 1}

An entry tells whose the content with that hash is. *pågår* holds what runs announced before they
began to rename: a killed run leaves it behind, and the next one knows its own files by it. There
are no times in it: the same run gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from gen import filenames

NAME = "manifest.json"
SCHEMA = 1

JSON: TypeAlias = bool | int | float | str | list["JSON"] | dict[str, "JSON"] | None


class Owner(StrEnum):
    """Whose a file is. Nobody's is a file that is not there."""

    NOBODY = "ingen"
    GEN = "gen"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Entry:
    """One content of one file: its hash (sha256, hex), whose it is, and what is told of it.

    `version` is that of the gen which made the content. A person's entry has neither version
    nor facts: it says from what the derived files were made, and gives gen no right to it.
    """

    sha256: str
    owner: Owner = Owner.GEN
    version: str = ""
    facts: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files`: what stands since the last whole run. `announced`: what killed runs had begun."""

    files: Mapping[str, Entry] = field(default_factory=dict)
    announced: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """Every name that it tells of."""
        return frozenset(self.files) | frozenset(self.announced)

    def own(self, name: str) -> frozenset[str]:
        """The hashes by which a file called `name` is gen's own."""
        return frozenset(entry.sha256 for entry in self._owned(name))

    def facts(self, name: str, sha256: str) -> Mapping[str, JSON] | None:
        """What was told of `name` with that content, if it is gen's own."""
        found = (entry.facts for entry in self._owned(name) if entry.sha256 == sha256)
        return next(found, None)

    def _owned(self, name: str) -> Iterator[Entry]:
        yield from self.announced.get(name, ())
        placed = self.files.get(name)
        if placed is not None and placed.owner is Owner.GEN:
            yield placed

    def announcing(self, entries: Mapping[str, Entry]) -> Manifest:
        """With `entries` announced, behind those that killed runs announced before."""
        announced = dict(self.announced)
        for name, entry in entries.items():
            others = [old for old in announced.get(name, ()) if old.sha256 != entry.sha256]
            announced[name] = (*others, entry)
        return replace(self, announced=announced)

    def holding(self, entries: Mapping[str, Entry]) -> Manifest:
        """With `entries` as what stands."""
        announced = {name: old for name, old in self.announced.items() if name not in entries}
        return Manifest({**self.files, **entries}, announced)

    def without(self, names: Iterable[str]) -> Manifest:
        """Without anything of `names`: they stand no more."""
        gone = frozenset(names)
        return Manifest(
            {name: entry for name, entry in self.files.items() if name not in gone},
            {name: entries for name, entries in self.announced.items() if name not in gone},
        )

    def settled(self, stands: Callable[[str], str]) -> Manifest:
        """With nothing announced: `stands(name)` is the hash of what a stopped run left there."""
        files = dict(self.files)
        for name, announced in self.announced.items():
            found = stands(name)
            for entry in announced:
                if entry.sha256 == found:
                    files[name] = entry
        return Manifest(files)


class DamagedError(ValueError):
    """The bytes are no manifest."""


class NewerError(ValueError):
    """The manifest was written by a later gen, in a form that this one cannot keep."""


def dumps(manifest: Manifest, version: str) -> bytes:
    """The file's bytes. Facts that are no JSON are a programmer's error: TypeError, ValueError."""
    tree = {
        "schema": SCHEMA,
        "gen": version,
        "filer": {name: _written(entry) for name, entry in manifest.files.items()},
        "pågår": {
            name: [_written(entry) for entry in entries]
            for name, entries in manifest.announced.items()
        },
    }
    text = json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def loads(content: bytes) -> Manifest:
    """The manifest in `content`; DamagedError or NewerError when it cannot be relied on."""
    try:
        tree = json.loads(content.decode("utf-8-sig"))  # Notepad saves with a byte order mark
        json.dumps(tree, ensure_ascii=False, allow_nan=False).encode()  # what `dumps` would refuse
    except (ValueError, RecursionError) as error:
        raise DamagedError(str(error)) from error
    tree = _object(tree)
    schema = tree.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise NewerError(schema)
    if schema != SCHEMA:
        raise DamagedError("schema")
    files = {_name(name): _read(entry) for name, entry in _object(tree.get("filer")).items()}
    announced = {
        _name(name): tuple(_read(entry) for entry in _list(entries))
        for name, entries in _object(tree.get("pågår")).items()
    }
    return Manifest(files, announced)


def _written(entry: Entry) -> dict[str, JSON]:
    tree: dict[str, JSON] = {"sha256": entry.sha256, "ägare": str(entry.owner)}
    if entry.owner is Owner.GEN:
        tree |= {"gen": entry.version, "fakta": dict(entry.facts)}
    return tree


def _read(tree: JSON) -> Entry:
    fields = _object(tree)
    digest, owner, version = (fields.get(key) for key in ("sha256", "ägare", "gen"))
    if not isinstance(digest, str):
        raise DamagedError("sha256")
    if owner == Owner.PERSON:
        return Entry(digest, Owner.PERSON)
    if owner != Owner.GEN or not isinstance(version, str):
        raise DamagedError("ägare, gen")
    return Entry(digest, Owner.GEN, version, _object(fields.get("fakta")))


def _name(name: str) -> str:
    # The names lead to files, and anyone may have written them: none may point out of the folder.
    try:
        filenames.parts(name)
    except ValueError as error:
        raise DamagedError(str(error)) from error
    return name


def _object(tree: JSON) -> dict[str, JSON]:
    if not isinstance(tree, dict):
        raise DamagedError("not an object")
    return tree


def _list(tree: JSON) -> Iterable[JSON]:
    if not isinstance(tree, list):
        raise DamagedError("not a list")
    return tree
