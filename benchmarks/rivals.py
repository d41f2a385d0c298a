"""What gen is measured against: the workbook of a meeting in, the commands that do the same out.

All get the same utdrag: its look, its fixed pages and its texts are those of `gen utdrag --form
dokument`. Only the § itself is filled in by them. Node, carbone (npm, brought into a folder of its
own) and a python that knows LibreOffice's UNO may be missing: then there is no such rival.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph

from gen.jobs import Job
from gen.making import rendered
from gen.pdf import soffice
from gen.planning import plan
from gen.workbook.read import read

CARBONE = "3.8.2"
HERE = Path(__file__).parent

FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {
        "SelectPdfVersion": {"type": "long", "value": "2"},
        "PDFUACompliance": {"type": "boolean", "value": "true"},
        "UseTaggedPDF": {"type": "boolean", "value": "true"},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
    }
)
"""The options with which gen's own LibreOffice writes."""

_CARBONE_TAGS = (
    ("Heading 2", "{d.delar[i].rubrik}"),
    ("Body Text", "{d.delar[i].stycken[i].text}"),
    ("Body Text", "{d.delar[i].stycken[i+1].text}"),
    ("Heading 2", "{d.delar[i+1].rubrik}"),
)
_JINJA_TAGS = (
    ("Body Text", "{%p for del in delar %}"),
    ("Heading 2", "{{ del.rubrik }}"),
    ("Body Text", "{%p for stycke in del.stycken %}"),
    ("Body Text", "{{ stycke.text }}"),
    ("Body Text", "{%p endfor %}"),
    ("Body Text", "{%p endfor %}"),
)


def prepare(workbook: Path, folder: Path) -> int:
    """Writes `carbone.docx`, `docxtpl.docx` and `data.json` into the folder; how many §§."""
    reading = read(workbook)
    jobs = plan(reading, ["utdrag"])
    folder.mkdir(parents=True, exist_ok=True)
    word = rendered(jobs[0])
    for name, opening, closing, tags in (
        ("carbone.docx", "{d.", "}", _CARBONE_TAGS),
        ("docxtpl.docx", "{{ ", " }}", _JINJA_TAGS),
    ):
        (folder / name).write_bytes(_template(word, opening, closing, tags))
    data = [_told(job) for job in jobs]
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return len(jobs)


def floor(document: Path, profile: Path, folder: Path) -> tuple[str, ...]:
    """LibreOffice alone: that document to PDF. Not `soffice.bin`: it leaves a new profile (81)."""
    return (
        str(program().with_name("soffice")),
        "--headless",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        FILTER,
        "--outdir",
        str(folder),
        str(document),
    )


def program() -> Path:
    """LibreOffice's own program. LookupError: it is not here."""
    found = soffice.find(os.environ)
    if found is None:
        raise LookupError("LibreOffice")
    return found


def loop(folder: Path, ut: Path, count: int) -> tuple[str, ...]:
    """docxtpl and one `soffice` a file, for the first so many §§."""
    return (sys.executable, "-m", "benchmarks.rivals", str(folder), str(ut), str(count))


def carbone(folder: Path, ut: Path) -> tuple[str, ...]:
    """carbone with two LibreOffice. LookupError: what it needs is not here."""
    node, npm, python = shutil.which("node"), shutil.which("npm"), _python_with_uno()
    for name, found in (("node", node), ("npm", npm), ("python3-uno", python)):
        if found is None:
            raise LookupError(name)
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "gen-bench"
    if not (home / "node_modules" / "carbone").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true}', "ascii")
        told = ("--no-audit", "--no-fund", "--save-exact", f"carbone@{CARBONE}")
        subprocess.run((str(npm), "install", *told), cwd=home, check=True, capture_output=True)
    # carbone looks for `python3` and `soffice.bin` on PATH, in that spelling.
    parts = home / "bin"
    parts.mkdir(exist_ok=True)
    (parts / "python3").write_text(f'#!/bin/sh\nexec "{python}" "$@"\n', "utf-8")
    (parts / "python3").chmod(0o755)
    path = os.pathsep.join((str(parts), str(program().parent), os.environ["PATH"]))
    words = (str(node), str(HERE / "carbone.js"), str(folder / "carbone.docx"))
    settings = (f"NODE_PATH={home / 'node_modules'}", f"PATH={path}")
    return ("env", *settings, *words, str(folder / "data.json"), str(ut))


def _python_with_uno() -> str | None:
    """GEN_BENCH_UNO, LibreOffice's own python, or the system's: whichever knows UNO."""
    named = os.environ.get("GEN_BENCH_UNO", "")
    for python in (named, str(program().with_name("python")), "/usr/bin/python3", "python3"):
        if python and (found := shutil.which(python)):
            asked = subprocess.run((found, "-c", "import uno"), capture_output=True, check=False)
            if asked.returncode == 0:
                return found
    return None


def _template(word: bytes, opening: str, closing: str, tags: Sequence[tuple[str, str]]) -> bytes:
    """The utdrag with tags where the § was: its first heading, and all up to the next one."""
    document = docx.Document(io.BytesIO(word))
    paragraphs: list[Paragraph] = list(document.paragraphs)
    ends = [n for n, paragraph in enumerate(paragraphs) if _style(paragraph) == "Heading 1"][1]
    heading, dnr, *own = paragraphs[:ends]
    heading.text = " ".join(f"{opening}{name}{closing}" for name in ("paragraf", "rubrik"))
    dnr.text = f"{opening}dnr{closing}"
    for paragraph in own:
        paragraph._p.getparent().remove(paragraph._p)
    for style, text in tags:
        paragraphs[ends].insert_paragraph_before(text, style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style is not None else ""


def _told(job: Job) -> dict[str, Any]:
    """What the templates print of the §."""
    arende: Any = job.context["ärenden"]
    own = arende[0]
    parts = [{"rubrik": part["rubrik"], "stycken": list(_texts(part))} for part in own["delar"]]
    return {**{key: own[key] for key in ("paragraf", "rubrik", "dnr")}, "delar": parts}


def _texts(part: Any) -> Iterator[dict[str, str]]:
    """The paragraphs of a part, and the points of its lists, as plain text."""
    for block in part["innehåll"]["block"]:
        for runs in block.get("poster", [block.get("text", [])]):
            yield {"text": "".join(run["text"] for run in runs)}


def _loop(folder: Path, ut: Path, count: int) -> None:
    """As the recipes of docxtpl have it: a file is filled in, and soffice is called for it."""
    from docxtpl import DocxTemplate

    data = json.loads((folder / "data.json").read_text("utf-8"))
    for number, one in enumerate(data[:count], 1):
        template = DocxTemplate(folder / "docxtpl.docx")
        template.render(one, autoescape=True)
        made = ut / f"{number}.docx"
        template.save(made)
        subprocess.run(floor(made, ut.parent / "profil", ut), check=True, capture_output=True)


if __name__ == "__main__":
    _loop(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
