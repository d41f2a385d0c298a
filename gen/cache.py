"""What was made once need not be made again: a job's key in, its Word file and PDF out.

It lies in the user's own cache folder, which nobody else may read (0700): documents hold personal
data. It never grows over its limit – what has been unused longest goes first – and `gen städa`
empties it. GEN_CACHE names another folder to lie in; `GEN_CACHE=nej` is none.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gen import told
from gen.findings import Finding

LIMIT: Final = 500_000_000
"""Bytes. A protokoll with its Word file takes 0.2 MB, one of 1,000 §§ 5 MB."""

_NONE: Final = ("nej", "0", "-")
_WORD, _PDF, _SAID = "dokument.docx", "dokument.pdf", "sagt.json"
_OWN: Final = re.compile(r"[0-9a-f]{64}\.gen|gen-.+\.ny")
"""What gen has written here and may throw away; others may have put something there too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a job. `missing`: the characters that no font held."""

    docx: bytes
    pdf: bytes
    findings: tuple[Finding, ...] = ()
    missing: frozenset[str] = frozenset()


class Cache:
    """A folder of results by key. Whatever is wrong with it, nothing is found and nothing fails."""

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self.folder = folder
        self._limit = limit

    def get(self, key: str) -> Kept | None:
        """What was kept under that key, if it is whole."""
        if self.folder is None:
            return None
        path = self._path(key)
        # Anything may come of a damaged zip: NotImplementedError for a method, RuntimeError for a
        # password, EOFError. Whatever it is, the document is made again.
        with suppress(Exception):
            if not _is_private(self.folder):
                return None
            with zipfile.ZipFile(path) as archive:  # what is damaged has another checksum
                kept = _read({name: archive.read(name) for name in (_WORD, _PDF, _SAID)}, key)
            os.utime(path)
            return kept
        return None

    def put(self, results: Mapping[str, Kept]) -> None:
        """Keeps results by their keys. A full disk or a folder that is closed keeps nothing."""
        if self.folder is None or not results:
            return
        with suppress(OSError):
            _make_private(self.folder)
            for key, kept in results.items():
                self._write(self._path(key), kept, key)
            self._prune()

    def held(self) -> tuple[int, int]:
        """How many results there are, and how many bytes."""
        files = self._files()
        return len(files), sum(file.size for file in files)

    def empty(self) -> tuple[int, int]:
        """Removes everything. How many results there were, and how many bytes."""
        files = self._files()
        for file in files:
            file.path.unlink(missing_ok=True)
        return len(files), sum(file.size for file in files)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        name = hashlib.sha256(key.encode()).hexdigest()
        return self.folder / f"{name}.gen"

    def _write(self, path: Path, kept: Kept, key: str) -> None:
        assert self.folder is not None
        handle, name = tempfile.mkstemp(dir=self.folder, prefix="gen-", suffix=".ny")
        try:
            with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
                for member, content in _written(kept, key):
                    archive.writestr(zipfile.ZipInfo(member), content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _prune(self) -> None:
        files = sorted(self._files(), key=lambda file: file.used)
        size = sum(file.size for file in files)
        for file in files:
            if size <= self._limit:
                return
            file.path.unlink(missing_ok=True)
            size -= file.size

    def _files(self) -> list[_File]:
        if self.folder is None or not self.folder.is_dir():
            return []
        out: list[_File] = []
        for path in self.folder.iterdir():
            if _OWN.fullmatch(path.name):
                with suppress(FileNotFoundError):  # another run prunes as well
                    about = path.stat()
                    out.append(_File(path, about.st_size, about.st_mtime_ns))
        return out


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int
    used: int


def of(environ: Mapping[str, str] = os.environ) -> Cache:
    """The user's cache, as the environment says."""
    said = environ.get("GEN_CACHE", "").strip()
    if said.casefold() in _NONE:
        return Cache(None)
    if said:
        return Cache(Path(said).expanduser() / "gen")  # closed to others: not the folder itself
    from platformdirs import user_cache_path

    return Cache(user_cache_path("gen", appauthor=False))


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _is_private(folder: Path) -> bool:
    """Whether only its owner, who is the user, may write there. Windows has its own rights."""
    if not hasattr(os, "getuid"):
        return True
    about = folder.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022


def _written(kept: Kept, key: str) -> Iterator[tuple[str, bytes]]:
    found = told.written(kept.findings)
    said = {"nyckel": key, "fynd": found, "saknas": sorted(kept.missing)}
    yield _WORD, kept.docx
    yield _PDF, kept.pdf
    yield _SAID, json.dumps(said, ensure_ascii=False).encode()


def _read(members: Mapping[str, bytes], key: str) -> Kept:
    """ValueError: it was kept under another key, and a file has got another's name."""
    said = json.loads(members[_SAID])
    if said["nyckel"] != key:
        raise ValueError(key)
    found = told.read(said["fynd"])
    return Kept(members[_WORD], members[_PDF], found, frozenset(said["saknas"]))
