"""How names are compared: a text in, its folded form or the nearest known name out."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """A header or a name as it is compared: NFC, case and repeated blanks ignored."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def nearest(value: str, names: Iterable[str]) -> str:
    """The name most like `value`, or nothing when none is alike."""
    by_fold = {fold(name): name for name in names}
    found = difflib.get_close_matches(fold(value), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""
