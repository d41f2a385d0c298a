"""The path of a template in, the template, its letterhead and what it is a template of out."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from gen import findings
from gen.errors import UsageError
from gen.mall import exempel
from gen.mall.exempel import Subject
from gen.names import nearest
from gen.source import at
from gen.templates import LETTERHEAD, Template, Templates


class Opened(NamedTuple):
    """A letterhead is its own letterhead."""

    template: Template
    letterhead: Template
    subject: Subject


def opened(path: Path, typ: str | None = None, folder: Path | None = None) -> Opened:
    """`typ`: what it is a template of, where its name does not say so; `folder`: the kommun's own
    templates, else the one that the template stands in. UsageError: no such file, or no such type.
    """
    if not path.is_file():
        missing = findings.IS_FOLDER if path.is_dir() else findings.NO_FILE
        raise UsageError(missing(at(path.name), value=path))
    name = unicodedata.normalize("NFC", path.name)
    subject = exempel.find(typ) if typ is not None else _named(name)
    template = Template(name, path.read_bytes())
    if subject.name == LETTERHEAD:
        return Opened(template, template, subject)
    return Opened(template, Templates(folder or path.parent).find(LETTERHEAD), subject)


def _named(name: str) -> Subject:
    """By the file's name, or by the one word of it that names a template: `protokoll (2).docx`."""
    stem = Path(name).stem
    known = exempel.names()
    words = [stem, *re.split(r"[^\w-]+|_", stem), *re.split(r"[\W_]+", stem)]
    for word in words:
        if exempel.is_known(word):
            return exempel.find(word)
    near = nearest(stem, known)
    told = f" Menade du {near}?" if near else ""
    kind = findings.TEMPLATE_TYPE_UNKNOWN
    raise UsageError(kind(at(name), value=name, suggestion=near, förslag=told))
