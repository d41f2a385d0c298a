"""The private folder of one LibreOffice: a program in, a folder with a ready-made profile out.

Without a profile of its own a conversion is handed to the LibreOffice that the user has open, or
waits for it. Made ready, it starts in one go: a profile that LibreOffice makes itself is
followed by a restart (exit code 81), half a second later.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_FOLDER: Final = re.compile(r"gen-soffice-(\d+)-\w+")

_BUILD_ID_FILES: Final = ("versionrc", "version.ini", "../Resources/versionrc")

_SCRIPTING = "org.openoffice.Office.Common/Security/Scripting"
_PDF = "org.openoffice.Office.Common/Filter/PDF/Export"
_MISC = "org.openoffice.Office.Common/Misc"
_SETUP = "org.openoffice.Setup/Office"

# What this LibreOffice does differently from a fresh one. An unknown setting is ignored, so
# that one list serves all versions.
_SETTINGS: Final = (
    # No dialogues, no welcome, no recovery of an earlier run, no reports to anybody.
    (_SETUP, "ooSetupInstCompleted", "true"),
    (_MISC, "FirstRun", "false"),
    (_MISC, "ShowTipOfTheDay", "false"),
    (_MISC, "CrashReport", "false"),
    (_MISC, "CollectUsageInformation", "false"),
    ("org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    # A document is data from people: no macros, no Java, and nothing fetched. Left alone,
    # LibreOffice 7.4 gets a linked picture from the net while it converts.
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    # How numbers and dates of fields are written, whatever the machine's own language.
    ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "sv-SE"),
    # PDF/A-2b and PDF/UA-1. Here and not as filter data on the command line: the same bytes
    # come out, with no JSON to get through the quoting of every system, and before 7.4 too.
    (_PDF, "SelectPdfVersion", "2"),
    (_PDF, "PDFUACompliance", "true"),
    (_PDF, "UseTaggedPDF", "true"),
    (_PDF, "ExportBookmarks", "true"),
    # Comments stay inside the house; a content control is text, not a form to fill in.
    (_PDF, "ExportNotes", "false"),
    (_PDF, "ExportFormFields", "false"),
)


def make(program: Path) -> Path:
    """A new folder, readable by this user alone, with `profil/` for `program` and `tmp/`."""
    home = Path(tempfile.mkdtemp(prefix=f"gen-soffice-{os.getpid()}-"))
    try:
        _fill(home, program)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise
    return home


def _fill(home: Path, program: Path) -> None:
    user = home / "profil" / "user"
    (user / "extensions").mkdir(parents=True)
    (home / "tmp").mkdir()
    settings = [*_SETTINGS]
    if build := _build_id(program):
        # Both say that this very build has been here before.
        (user / "extensions" / "buildid").write_text(build, encoding="ascii")
        settings.append((_SETUP, "LastCompatibilityCheckID", build))
    (user / "registrymodifications.xcu").write_text(_xcu(settings), encoding="utf-8")


def url(home: Path) -> str:
    """The profile as `-env:UserInstallation=` wants it."""
    return (home / "profil").as_uri()


def remove(home: Path) -> None:
    """Delete the folder and the socket that a killed LibreOffice leaves behind."""
    for place in ("/tmp", "/var/tmp"):
        socket = Path(place, _socket_name(home))
        try:
            if stat.S_ISSOCK(socket.lstat().st_mode):
                socket.unlink()
        except OSError:
            continue
    shutil.rmtree(home, ignore_errors=True)


def sweep() -> None:
    """Remove what runs that were killed left behind: our folders whose process is gone."""
    for home in _ours():
        found = _FOLDER.fullmatch(home.name)
        if found is not None and not _alive(int(found[1])):
            remove(home)


def _ours() -> Iterator[Path]:
    for home in Path(tempfile.gettempdir()).glob("gen-soffice-*"):
        try:
            facts = home.lstat()
        except OSError:
            continue
        # A temporary folder is everybody's: neither another user's folder nor a link in its shape.
        if stat.S_ISDIR(facts.st_mode) and (sys.platform == "win32" or facts.st_uid == os.getuid()):
            yield home


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        # os.kill(pid, 0) would be Ctrl-C there. 0x1000: PROCESS_QUERY_LIMITED_INFORMATION.
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        return bool(handle) and bool(ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _build_id(program: Path) -> str:
    for name in _BUILD_ID_FILES:
        try:
            text = (program.parent / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if found := re.search(r"^buildid=([ -~]+)$", text, re.MULTILINE):
            return found[1].strip()
    return ""


def _xcu(settings: list[tuple[str, str, str]]) -> str:
    items = "\n".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{_escape(value)}</value></prop></item>"
        for path, name, value in settings
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}\n</oor:items>\n"
    )


def _escape(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;")


def _socket_name(home: Path) -> str:
    """As LibreOffice names it (desktop/source/app/officeipcthread.cxx): no leading zeros."""
    digest = hashlib.md5(url(home).encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if sys.platform != "win32" else 0
    return f"OSL_PIPE_{user}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
