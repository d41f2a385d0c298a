"""The choice of what makes PDF of Word files: a name or nothing in, an engine out."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from typing import NamedTuple

from gen.choices import MOTORER
from gen.errors import EngineError, UsageError
from gen.findings import (
    ENGINE_UNKNOWN,
    GOTENBERG_NOWHERE,
    LIBREOFFICE_MISSING,
    LIBREOFFICE_NOT_THERE,
    WORKERS_UNKNOWN,
)
from gen.pdf.contract import Engine


class Available(NamedTuple):
    """An engine and where it is. Without a version it is missing, and `where` says what to do."""

    name: str
    version: str | None
    where: str


def choose(
    name: str | None = None,
    *,
    registered: str = "",
    workers: int | None = None,
    cluster: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Engine:
    """The engine of that name, else of GEN_MOTOR, else the `registered` one, else the best.

    `registered` is what the kommun's register says; the best is libreoffice where it is, else
    inbyggd. `workers`: how many LibreOffice may be started at once; else GEN_JOBB, else one a
    processor. `cluster`: the address of a Dask cluster that does the work; else GEN_KLUSTER, where
    no engine is named.
    UsageError for a name that is none, EngineError for one that is asked for and not found. A
    GEN_SOFFICE that points astray is an error too, not a reason to take another one.
    """
    asked = (name or environ.get("GEN_MOTOR") or registered).strip()
    if asked and asked.casefold() not in MOTORER:
        near = difflib.get_close_matches(asked.casefold(), MOTORER, n=1)
        raise UsageError(ENGINE_UNKNOWN("", value=asked, suggestion=near[0] if near else ""))
    # Imported when chosen: rdocx is a library of 37 MB, and `gen --help` needs none.
    # An engine that somebody names is nearer than the cluster of the environment.
    if address := (cluster or (None if name else environ.get("GEN_KLUSTER"))):
        from gen.pdf.kluster import Kluster

        return Kluster(address, (name or "").strip().casefold())
    if asked.casefold() == "gotenberg":
        from gen.pdf.gotenberg import Gotenberg

        if not environ.get("GEN_GOTENBERG"):
            raise EngineError(GOTENBERG_NOWHERE(""))
        return Gotenberg(environ["GEN_GOTENBERG"])
    if asked.casefold() != "inbyggd":
        from gen.pdf import libreoffice, soffice
        from gen.pdf.pool import Pool

        program = soffice.find(environ)
        if program is not None:
            return Pool(lambda: libreoffice.LibreOffice(program), workers or _workers(environ))
        if pointed := environ.get("GEN_SOFFICE"):
            raise EngineError(LIBREOFFICE_NOT_THERE("", value=pointed))
        if asked:
            raise EngineError(LIBREOFFICE_MISSING(""))
    from gen.pdf import inbyggd

    return inbyggd.Inbyggd()


def _workers(environ: Mapping[str, str]) -> int:
    """As GEN_JOBB says, else one a processor that this process may use, four at the most.

    UsageError: GEN_JOBB is no number.
    Each LibreOffice takes 200 MB and more of a long document.
    """
    if said := environ.get("GEN_JOBB", "").strip():
        if not said.isdecimal() or not int(said):
            raise UsageError(WORKERS_UNKNOWN("", value=said))
        return int(said)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(4, usable or 1)


def available(environ: Mapping[str, str] = os.environ) -> list[Available]:
    """Every engine, for `gen doktor`: the order is that of preference."""
    from gen.pdf import inbyggd, soffice

    program = soffice.find(environ)
    if program is not None:
        first = Available("libreoffice", soffice.version(program), str(program))
    elif pointed := environ.get("GEN_SOFFICE"):
        astray = LIBREOFFICE_NOT_THERE("", value=pointed)
        first = Available("libreoffice", None, f"{astray.message} {astray.expected}")
    else:
        first = Available("libreoffice", None, LIBREOFFICE_MISSING("").expected)
    builtin = inbyggd.Inbyggd()
    return [first, Available(builtin.name, builtin.version, "följer med gen")]
