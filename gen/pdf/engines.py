"""The choice of what makes PDF of Word files: a name or nothing in, an engine out."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from typing import NamedTuple

from gen.errors import EngineError, UsageError
from gen.findings import ENGINE_UNKNOWN, LIBREOFFICE_MISSING, LIBREOFFICE_NOT_THERE
from gen.pdf.contract import Engine

NAMES = ("libreoffice", "inbyggd")


class Available(NamedTuple):
    """An engine and where it is. Without a version it is missing, and `where` says what to do."""

    name: str
    version: str | None
    where: str


def choose(name: str | None = None, *, environ: Mapping[str, str] = os.environ) -> Engine:
    """The engine of that name, else of GEN_MOTOR, else libreoffice where it is, else inbyggd.

    UsageError for a name that is none, EngineError for a LibreOffice that is asked for and not
    found. A GEN_SOFFICE that points astray is an error too, not a reason to take the other one.
    """
    asked = (name or environ.get("GEN_MOTOR") or "").strip()
    if asked and asked.casefold() not in NAMES:
        near = difflib.get_close_matches(asked.casefold(), NAMES, n=1)
        raise UsageError(ENGINE_UNKNOWN("", value=asked, suggestion=near[0] if near else ""))
    # Imported when chosen: rdocx is a library of 37 MB, and `gen --help` needs neither.
    if asked.casefold() != "inbyggd":
        from gen.pdf import libreoffice, soffice

        program = soffice.find(environ)
        if program is not None:
            return libreoffice.LibreOffice(program)
        if pointed := environ.get("GEN_SOFFICE"):
            raise EngineError(LIBREOFFICE_NOT_THERE("", value=pointed))
        if asked:
            raise EngineError(LIBREOFFICE_MISSING(""))
    from gen.pdf import inbyggd

    return inbyggd.Inbyggd()


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
