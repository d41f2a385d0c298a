"""How names are compared: a text in, its folded form or the nearest known name out."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and blanks of no width: they come along when one pastes from Word or a PDF."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A header or a name as it is compared: NFC, case and repeated blanks ignored."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return " ".join(text.casefold().split())


def nearest(value: str, names: Iterable[str], alike: float = 0.6) -> str:
    """The name most like `value`, or nothing when none is `alike` (1 is the same)."""
    by_fold = {fold(name): name for name in names}
    found = difflib.get_close_matches(fold(value), by_fold, n=1, cutoff=alike)
    return by_fold[found[0]] if found else ""
