"""Layers that a viewer can turn on and off: those of a source in, those of a file out.

A layer that is off must stay off: what it holds would else be seen in the new file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.pdf import values
from gen.pdf.values import Objects, Value


@dataclass(frozen=True, slots=True)
class Layer:
    """An optional content group: its object in the file, and whether it is shown at first."""

    number: int
    shown: bool


def read(objects: Objects, root: Value) -> dict[str, bool]:
    """Each layer of the source, and whether it is shown at first (ISO 32000-1 8.11.4)."""
    about = objects.follow(root.get("/OCProperties"))
    if not isinstance(about, dict):
        return {}
    groups = [g for g in values.listed(objects.follow(about.get("/OCGs"))) if isinstance(g, str)]
    start = objects.follow(about.get("/D"))
    start = start if isinstance(start, dict) else {}
    on = values.listed(objects.follow(start.get("/ON")))
    off = values.listed(objects.follow(start.get("/OFF")))
    shown = start.get("/BaseState") != "/OFF"
    return {group: group not in off if shown else group in on for group in groups}


def write(layers: Sequence[Layer]) -> bytes:
    """The entry of the catalogue, or nothing."""
    if not layers:
        return b""
    groups = b" ".join(b"%d 0 R" % layer.number for layer in layers)
    off = b" ".join(b"%d 0 R" % layer.number for layer in layers if not layer.shown)
    start = b"<</Name(Start)/Order[%s]/OFF[%s]>>" % (groups, off)
    return b"/OCProperties<</OCGs[%s]/D%s>>" % (groups, start)
