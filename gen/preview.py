"""A plan and its out folder in, what would stop it from being placed out: for `--torrkör`.

The same judgement as the real run's, but nothing is locked, written or made: what stands there may
have changed when the run comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gen import findings, manifest, standing
from gen.errors import InTheWayError
from gen.findings import Finding
from gen.folder import Folder
from gen.jobs import Job
from gen.manifest import Manifest
from gen.source import at
from gen.store import Policy


def in_the_way(
    folder: Path, jobs: Mapping[str, Job], policy: Policy, derived: Sequence[str] = ()
) -> Finding | None:
    """Why the `jobs`, by their keys, could not be placed there; None when nothing is in the way.

    `derived` are the names of the PDFs that are made of them, after them.
    """
    place = Folder(folder, wait=0)
    if not place.root.is_dir():
        return None
    try:
        with place.told():
            known = _manifest(place)
            names = [
                name
                for key, job in jobs.items()
                if not all(_made(place, name, known, key) for name in job.files)
                for name in job.files
            ]
            # In the order of the run: what stops it first is what it tells.
            for some in (names, _due(place, known, derived, settled=not names)):
                standing.protect(
                    place,
                    some,
                    known,
                    keep=policy is Policy.KEEP,
                    overwrite=policy is Policy.OVERWRITE,
                )
    except InTheWayError as error:
        return error.finding
    return None


def _manifest(place: Folder) -> Manifest:
    """What is known of the folder; of a damaged manifest nothing, as the run would have it."""
    try:
        return manifest.loads(place.path(manifest.NAME).read_bytes())
    except FileNotFoundError:
        return Manifest()
    except manifest.NewerError:
        told = findings.MANIFEST_NEWER(at(manifest.NAME), value=place.shown)
        raise InTheWayError(told) from None
    except manifest.DamagedError:
        return Manifest()


def _due(place: Folder, known: Manifest, derived: Sequence[str], *, settled: bool) -> Iterator[str]:
    """Those that would be written. Where no document changes (`settled`), what gen made of them
    stands; what they would be made of is otherwise not known before it is there."""
    for name in derived:
        own = known.facts(name, standing.look(place, name, known).sha256) is not None
        if not (settled and own):
            yield name


def _made(place: Folder, name: str, known: Manifest, key: str) -> bool:
    """Whether the file stands as this very job made it: then it is left alone."""
    facts = known.facts(name, standing.look(place, name, known).sha256)
    return (facts or {}).get("nyckel") == key
