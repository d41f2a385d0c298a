"""veraPDF for the tests: PDF files in, out the clauses that each fails of what it claims to be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import parts

from gen.pdf import verapdf

PASSES: dict[str, list[str]] = {"2b": [], "ua1": []}
"""The answer for a file that claims to be both PDF/A-2b and PDF/UA-1, and is."""


def failures(
    pdfs: Mapping[str, bytes], folder: Path, *, against: str = "0"
) -> dict[str, verapdf.Failed]:
    """See `gen.pdf.verapdf.failures`. `folder` is an empty one, to write the files to."""
    paths = {folder / f"{name}.pdf": name for name in pdfs}
    for path, name in paths.items():
        path.write_bytes(pdfs[name])
    program = verapdf.program({"PATH": parts.search_path()})
    answers = verapdf.failures(program, list(paths), against=against)
    return {paths[path]: failed for path, failed in answers.items()}
