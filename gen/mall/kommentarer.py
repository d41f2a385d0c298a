"""A template and its faults in, a copy of it with a Word comment a fault out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gen import beside, findings
from gen.docx import PARTS
from gen.mall.kontroll import Fault
from gen.templates import Template
from gen.word.comments import Comment, commented, is_untouched


def copy_name(path: Path, faults: Iterable[Fault]) -> Path | None:
    """`protokoll – kommenterad.docx` beside the template; None for what is no Word file."""
    if any(fault.finding.code == findings.TEMPLATE_UNREADABLE.code for fault in faults):
        return None
    return path.with_name(f"{path.stem} – kommenterad{path.suffix}")


def write(
    target: Path, template: Template, faults: Iterable[Fault], overwrite: bool
) -> Path | None:
    """Writes the copy. InTheWayError where another file than an untouched earlier copy stands;
    with `overwrite` that file is set aside: its new name. DamagedError: it is no Word file."""
    content = commented(template.content, [_comment(fault) for fault in faults])
    return beside.place(target, content, own=is_untouched, overwrite=overwrite)


def _comment(fault: Fault) -> Comment:
    """A fault of another part than the body stands at its beginning and says where it is."""
    finding, place = fault.finding, fault.place
    inside = place.part in ("", PARTS["officeDocument"])
    where = "" if inside else f"I {place.part}: ”{place.paragraph}”\n"
    told = f"{str(finding.level).upper()} {finding.code}. {fault.told}\n{finding.expected}"
    return Comment(place.number if inside else 0, where + told)
