"""PDFs to cut and merge in the tests: Word files with words of their own, made once a run.

`PROTOKOLL` has a § a page or two, and in each a word that stands nowhere else in its rubrik, text,
list, vote table, link, address and alternative text. `BILAGA` is somebody else's: paragraphs,
tables and lists that go over pages, three levels of headings, a footnote.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from docx.document import Document
from test_metadata import converted, link, page_field, picture, swedish, table
from wordfiles import with_footnote, word

from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS, Metadata, finish

PARAGRAFER = (50, 51, 52, 53)
META = Metadata(title="Protokollsutdrag § 50", created="2023-03-06T00:00:00+00:00")
KINDS = ("rubrik", "text", "mening", "lank", "adress", "alt", "namn", "punkt", "underrubrik")
ENGINES = ("libreoffice", "inbyggd")


def unique(paragraf: int, kind: str) -> str:
    """A word that stands in one place of one § only, of letters that no line is broken at."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(paragraf))
    return f"qv{kind}{letters}vq"


def words_of(paragraf: int) -> set[str]:
    return {unique(paragraf, kind) for kind in KINDS}


def _protokoll(document: Document) -> None:
    swedish(document)
    document.sections[0].header.paragraphs[0].text = "Kommunstyrelsens arbetsutskott"
    page_field(document.sections[0].footer.paragraphs[0], "PAGE")
    document.add_heading("Kommunstyrelsens arbetsutskott", 1)
    document.add_paragraph("Beslutande: qvforsattsbladvq")
    for number in PARAGRAFER:
        says = functools.partial(unique, number)
        heading = document.add_heading(f"§ {number} Motion om {says('rubrik')}", 1)
        heading.paragraph_format.page_break_before = True
        document.add_heading(f"Beslut {says('underrubrik')}", 2)
        document.add_paragraph(f"Arbetsutskottet beslutar om {says('text')}")
        for point in ("att godkänna", f"att avslå {says('punkt')}"):
            document.add_paragraph(point, style="List Bullet")
        votes = table(document, 3)
        votes.rows[1].cells[0].text = says("namn")
        seen = document.add_paragraph("Se ")
        link(seen, says("lank"), f"https://kommun.invalid/{says('adress')}")
        seen.add_run(".")
        picture(document, f"Karta över {says('alt')}")
        if number % 2:
            for _ in range(30):
                document.add_paragraph("En lång redogörelse som fortsätter på nästa sida. " * 2)
        document.add_paragraph(f"Slut på {says('mening')}")
    for title in ("Underskrifter", "Anslag/bevis"):
        document.add_heading(title, 1).paragraph_format.page_break_before = True
        document.add_paragraph(f"Om {title.lower()}")


def _bilaga(document: Document) -> None:
    swedish(document)
    for chapter in range(1, 4):
        document.add_heading(f"Kapitel {chapter}", 1)
        document.add_heading(f"Avsnitt {chapter}", 2)
        document.add_paragraph(" ".join(f"ord{chapter}x{n}" for n in range(420)))
        for number in range(14):
            document.add_paragraph(f"punkt {number} i kapitel {chapter}", style="List Bullet")
        document.add_heading(f"Underavsnitt {chapter}", 3)
        made = table(document, 34)
        made.cell(5, 0).merge(made.cell(28, 0))
        seen = document.add_paragraph("Se ")
        link(seen, f"länk {chapter}", f"https://kommun.invalid/{chapter}")
        picture(document, f"Bild {chapter}")


PROTOKOLL = word(build=_protokoll)
BILAGA = with_footnote(word(build=_bilaga), "En fotnot")


@functools.cache
def raw(engine: str) -> Mapping[str, bytes]:
    """`protokoll` and `bilaga` as the engine makes them."""
    with choose(engine) as some:
        pair = converted(some)([PROTOKOLL, BILAGA])
    return dict(zip(("protokoll", "bilaga"), pair, strict=True))


@functools.cache
def made(engine: str) -> Mapping[str, bytes]:
    """The same after gen's last pass: PDFs of ours."""
    return {
        name: finish(pdf, META, engine=f"{engine} 1", claims=CLAIMS[engine]).pdf
        for name, pdf in raw(engine).items()
    }
