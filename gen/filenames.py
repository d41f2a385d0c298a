"""What a file may be called: any text in, a lawful part of a name out; a name in, its parts out.

A name is lawful here when it is so everywhere: on Windows, macOS and Linux, on a shared folder
and in a zip. What a kommun writes on one machine is opened on another.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate

MAX_PART = 120
"""UTF-8 bytes of one part, ending included. Room is left for the words of a file set aside."""

MAX_NAME = 240
"""UTF-8 bytes of a whole relative name: Windows counts the folder's path too, to some 260."""

MAX_SAFE = 80
"""UTF-8 bytes that `safe_name` gives at most: `tjänsteskrivelse-` and `.docx` go around it."""

UNNAMED = "namnlös"

_RESERVED_SIGNS = frozenset('\\/:*?"<>|')
# Devices in every folder of Windows, with any ending (`nul.pdf`). The raised digits count
# too (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
# Control, format (zero width, direction), surrogate, line and paragraph separator: unseen in a
# name, and a direction mark can make `fdp.exe` read as `exe.pdf`.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def safe_name(text: str) -> str:
    """One lawful part of a file name, without ending: `KS 2023/0106` → `ks-2023-0106`.

    Lower case, since Windows and macOS take `KS` and `ks` for one file; letters (å ä ö and all
    others) and digits stay, `§` is written out, everything else becomes one hyphen. Never empty,
    at most `MAX_SAFE` bytes: a longer text is cut and gets eight hex digits of its hash, so that
    two long rubriker with one beginning stay two files. Two short texts that differ just in
    signs give one name: whoever names many files makes them distinct (with the Nr of the ärende).
    """
    spelled = re.sub("§+", " paragraf ", unicodedata.normalize("NFKC", text).lower())
    kept = (_kept(sign) for sign in unicodedata.normalize("NFKC", spelled))
    name = unicodedata.normalize("NFC", re.sub("-+", "-", "".join(kept)).strip("-"))
    if len(name.encode()) > MAX_SAFE:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        head = name.encode()[: MAX_SAFE - len(digest) - 1].decode(errors="ignore")
        name = f"{head.rstrip('-')}-{digest}"
    if name in _DEVICES:
        name += "-fil"
    return name or UNNAMED


def folder_name(stem: str) -> str:
    """A workbook's name as the name of its folder: as it stands where it may, else a safe one."""
    name = unicodedata.normalize("NFC", stem)
    try:
        return name if len(parts(name)) == 1 else safe_name(name)
    except ValueError:
        return safe_name(name)


def parts(name: str) -> tuple[str, ...]:
    """The parts of a relative name (`utdrag/paragraf-50.pdf`), or a ValueError: a programmer's."""
    if len(name.encode(errors="replace")) > MAX_NAME:
        raise ValueError(f"file name longer than {MAX_NAME} bytes: {name!r}")
    found = tuple(name.split("/"))
    for part in found:
        if wrong := _wrong(part):
            raise ValueError(f"file name {name!r}: {wrong}")
    return found


def distinct(names: Iterable[str]) -> None:
    """A ValueError when two of `names` cannot stand side by side on a machine that ignores case."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(unicodedata.normalize("NFC", name.casefold()), name)
        if other != name:
            raise ValueError(f"file names {other!r} and {name!r} are one file on Windows")
    for folded, name in seen.items():
        for folder in accumulate(folded.split("/")[:-1], "{}/{}".format):
            if folder in seen:
                raise ValueError(f"{seen[folder]!r} is both a file and the folder of {name!r}")


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    if category[0] in "LN":
        return sign
    # Marks that found no letter to join, and what nobody sees, leave no gap behind.
    return "" if category[0] == "M" or category == "Cf" else "-"


def _wrong(part: str) -> str:
    if not part:
        return "an empty part, or absolute"
    if part != unicodedata.normalize("NFC", part):
        return "not NFC"
    if found := _RESERVED_SIGNS & set(part):
        return f"reserved signs {''.join(sorted(found))}"
    if any(unicodedata.category(sign) in _UNSEEN for sign in part):
        return "a sign that is not seen"
    # Leading: hidden files and `..` are nobody's document, `~$` is Word's mark of an open one.
    # Trailing: Windows drops dots and blanks, so the file would get another name.
    if part.startswith((".", "~$", " ")) or part.endswith((".", " ")):
        return "begins or ends with a dot, a blank or ~$"
    if part.split(".")[0].rstrip().lower() in _DEVICES:
        return "a device on Windows"
    if len(part.encode()) > MAX_PART:
        return f"a part longer than {MAX_PART} bytes"
    return ""
