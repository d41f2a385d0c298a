"""An opened PDF in, why no page of it can be taken out: known at once, from what pages share."""

from __future__ import annotations

from typing import Any

import pikepdf

from gen import findings
from gen.findings import Kind


def refused(pdf: pikepdf.Pdf) -> Kind | None:
    """The kind that says why; None where pages can be taken.

    An encrypted file that asks for no password is refused too: its owner has said that pages are
    not to be taken. An XFA form is drawn by the program that opens it; its pages say only "Please
    wait". A page that is no dictionary makes pikepdf raise its PdfError.
    """
    if pdf.is_encrypted:
        return findings.PDF_LOCKED
    form: Any = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        return findings.PDF_XFA
    return None if len(pdf.pages) else findings.PDF_WITHOUT_PAGES
