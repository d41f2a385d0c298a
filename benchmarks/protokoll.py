"""`gen protokoll` against the bare cold `soffice --convert-to pdf` of the docx that it makes."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import Command, in_turn, table

KSAU = Path(__file__).parent.parent / "data" / "ksau-2023-03-06.xlsx"
FLOOR = "soffice --convert-to pdf, cold"


def measure(runs: int = 7) -> str:
    """The table. Every run of soffice has a profile of its own, as a cold call has."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return "LibreOffice saknas: inget att jämföra med."
    gen = (sys.executable, "-c", "from gen.cli import main; main()", "protokoll", str(KSAU))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        made = folder / "gen" / KSAU.stem / "protokoll.docx"

        def fresh(name: str) -> Path:
            shutil.rmtree(folder / name, ignore_errors=True)
            return folder / name

        def run(name: str, *options: str) -> Command:
            words = (*gen, "--ut", str(folder / name), *options)
            return Command(words, lambda: fresh(name) and None)

        floor = Command(
            (
                soffice,
                "--headless",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder / "bare"),
                str(folder / "protokoll.docx"),
            ),
            lambda: fresh("profile") and None,
        )
        in_turn({"first": run("gen", "--motor", "libreoffice")}, 0)
        shutil.copy(made, folder / "protokoll.docx")
        unchanged = Command((*gen, "--ut", str(folder / "same"), "--motor", "libreoffice"))
        seconds = in_turn(
            {
                FLOOR: floor,
                "gen protokoll, libreoffice": run("gen", "--motor", "libreoffice"),
                "gen protokoll, inbyggd": run("gen", "--motor", "inbyggd"),
                "gen protokoll, nothing changed": unchanged,
            },
            runs,
        )
    return table(seconds, FLOOR)
